import { NotFound } from '../errors.ts'
import type { Refusal } from './access.ts'

/** Somebody may not open this case. They are told that there is none; the edge writes the reason down. */
export class CaseRefused extends NotFound {
  /** The case, where there is one: for the trail, never for who asked. */
  readonly trajectory: number | null
  readonly reason: Refusal
  constructor(trajectory: number | null, reason: Refusal) {
    super()
    this.trajectory = trajectory
    this.reason = reason
  }
}
