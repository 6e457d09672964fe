import { NotFound } from '../errors.ts'
import type { Refusal } from './access.ts'

/** Somebody may not open this case. They are told that there is none; the edge writes the reason down. */
export class CaseRefused extends NotFound {
  readonly number: string
  readonly reason: Refusal
  constructor(number: string, reason: Refusal) {
    super()
    this.number = number
    this.reason = reason
  }
}
