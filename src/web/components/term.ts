import type { Basis, Claim, Outcome, Term } from '../../council/index.ts'
import { formatDate } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'

/** A term as dates: "na 2 september 2019", "uiterlijk 31 december 2026", or that there is none. */
export function termInWords(due: Term | null, words: Words): string {
  const { dossier } = words.public
  if (due?.notBefore && due.notAfter) {
    return due.notBefore === due.notAfter
      ? words.public.date(due.notAfter)
      : dossier.termBetween(due.notBefore, due.notAfter)
  }
  if (due?.notAfter) return dossier.termUntil(due.notAfter)
  if (due?.notBefore) return dossier.termFrom(due.notBefore)
  return dossier.termNone
}

/** The words of the document for a term, when they say more than the date that follows from them. */
export function printedTerm(due: Term | null): string | null {
  if (!due) return null
  const dates = [due.notBefore, due.notAfter].flatMap((date) => (date ? formatDate(date, 'nl') : []))
  return dates.some((date) => due.text.includes(date)) ? null : due.text
}

/** "aangenomen op 4 april 2019"; a result that nobody knows has no date of its own: "van 4 april 2019, uitslag onbekend". */
export function outcomeInWords(outcome: Outcome, dated: string | null, words: Words): string {
  const label = words.terms.outcome[outcome]
  if (!dated) return label
  return outcome === 'unknown' ? `${words.public.of(dated)}, ${label}` : `${label} ${words.public.on(dated)}`
}

/** What a claim rests on, when that says more than the claim itself. */
export function basisInWords(claim: Claim, basis: Basis, words: Words): string | null {
  if (basis === 'unstated' || (basis === 'carried-out' && claim !== 'settled')) return null
  return words.terms.basis[basis]
}
