export type { Access, Refusal, Standing } from './access.ts'
export { mayOpen } from './access.ts'
export type { Intake } from './begin-trajectory.ts'
export { beginTrajectory } from './begin-trajectory.ts'
export { breakGlass, officeKey, reasonOf } from './break-glass.ts'
export type { Facts } from './change-facts.ts'
export { changeFacts } from './change-facts.ts'
export { closeTrajectory, reopenTrajectory } from './close-trajectory.ts'
export { findPerson } from './find-person.ts'
export { groundNamed, groundsOn, type LegalGround } from './grounds.ts'
export { type Findable, findable, type Identity, readIdentity, setIdentity } from './identity.ts'
export type { KnownLocation, LocationKind } from './locations.ts'
export { addLocation, grantLocation, locationsOf, showLocation } from './locations.ts'
export type { Purpose, Trajectory } from './open-trajectory.ts'
export { openTrajectory } from './open-trajectory.ts'
export type { Listed } from './queries.ts'
export { myTrajectories } from './queries.ts'
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
export type { Colleague, Member } from './team.ts'
export { colleaguesOf, handOver, joinTeam, leaveTeam, teamOf } from './team.ts'
