import type { Term } from '../../council/index.ts'
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
