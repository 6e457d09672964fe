import { addMonths, dayOf } from '../../../../days.ts'
import { type Contact, type ContactBefore, safeAt } from '../../../../reintegration/index.ts'
import type { CasePage } from '../../page.ts'

/** How many people she calls safe now, and four months ago; `month` from 0. Null when nobody was written down then. */
export type Growth = { now: number; before: number; change: number; month: number | null }

/** Pure. */
export function growthOf(contacts: readonly Contact[], history: readonly ContactBefore[], now: Date): Growth {
  const day = addMonths(dayOf(now), -4)
  const at = new Date(`${day}T12:00:00Z`)
  const safe = safeAt(contacts, history, now)
  if (!contacts.some(({ setAt }) => setAt <= at)) return { now: safe, before: 0, change: 0, month: null }
  const before = safeAt(contacts, history, at)
  return { now: safe, before, change: safe - before, month: Number(day.slice(5, 7)) - 1 }
}

/** "Drie mensen die zij veilig noemt, één meer dan in juli." */
export function growthSentence({ words }: Pick<CasePage, 'words'>, { now, change, month }: Growth): string {
  const w = words.caseNetwork
  if (month === null) return `${w.safeNow(now)}.`
  const name = w.months[month] ?? ''
  const rest = change > 0 ? w.more(change, name) : change < 0 ? w.fewer(-change, name) : w.same(name)
  return `${w.safeNow(now)}, ${rest}.`
}
