import { Denied } from '../../../errors.ts'
import { limitTo } from '../../limit.ts'
import type { OpenRequest } from '../page.ts'

/** Before anything is hashed or asked of the database. The limits that count are kept there, see `mostTries`. */
const tries = limitTo(240, 15 * 60_000)

/** @throws {Denied} when one network tries too often */
export function shield({ visitor, now }: Pick<OpenRequest, 'visitor' | 'now'>): void {
  if (!tries.allow(visitor, now)) throw new Denied('too many tries from one network')
}
