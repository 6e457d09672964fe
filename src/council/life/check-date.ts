import { addMonths } from '../../days.ts'
import type { IsoDate, Term } from '../read/reading.ts'

/**
 * When to look whether a commitment was kept. `in-text`: the letter names a last day itself; `ours`: its first day plus the
 * municipality's term, never to be shown as the letter's; `ask`: nothing follows, so the clerk picks a day or "none agreed".
 */
export type CheckDate = { kind: 'in-text' } | { kind: 'ours'; on: IsoDate } | { kind: 'ask' }

export function checkDateOf(
  due: Pick<Term, 'notBefore' | 'notAfter'> | null,
  settings: { checkTermMonths: number | null },
): CheckDate {
  if (due?.notAfter) return { kind: 'in-text' }
  if (!due?.notBefore || settings.checkTermMonths === null) return { kind: 'ask' }
  return { kind: 'ours', on: addMonths(due.notBefore, settings.checkTermMonths) }
}
