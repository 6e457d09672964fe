export type { Access, Refusal, Standing } from './access.ts'
export { mayOpen } from './access.ts'
export type { Purpose, Trajectory } from './open-trajectory.ts'
export { openTrajectory } from './open-trajectory.ts'
export { CaseRefused } from './refused.ts'
export type {
  Closure,
  Domain,
  Ground,
  Part,
  Phase,
  Residence,
  TrajectoryState,
} from './tables.ts'
