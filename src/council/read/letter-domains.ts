import { findDomains } from './domains.ts'
import type { LetterMotions } from './letter-motions.ts'
import { at, type Paper } from './paper.ts'
import type { Domain, Reading } from './reading.ts'
import { rangeOf, type Sentence } from './sentences.ts'

/** The matters that a letter's answer itself addresses: for each domain its first mention in the letter's own voice. */

const policy =
  /(?:beleid|beleidsplan|plan|plannen|programma|programma’s|nota|visie|akkoord|agenda|wet|verordening|strategie|monitor|aanpak)$/iu
const suspended = /^- (?:en|of) \p{L}*(?:beleid|plan|programma|nota|visie)(?!\p{L})/iu
/** A name begins or goes on with a capital: policies, plans, departments, roles. */
const nameBefore =
  /(?<!\p{L})(?:motie|moties|amendement|nota|programma|plan|afdeling|team|dienst|wethouder|directie|domein|actieprogramma|uitvoeringsprogramma)\s(?:[\p{L}\d]+\s){0,2}$/iu

export function readDomains(paper: Paper, letter: LetterMotions): Reading['domains'] {
  const seen = new Set<Domain>()
  const found: Reading['domains'] = []
  for (const sentence of letter.own) {
    const words = sentence.heading ? [] : findDomains(sentence.text).filter((one) => !seen.has(one.domain))
    if (words.length === 0) continue
    const titles = (letter.namedBy.get(sentence) ?? []).flatMap((motion) =>
      (letter.names[motion]?.mentions ?? []).flatMap((one) =>
        one.sentence === sentence && one.title ? [one.title] : [],
      ),
    )
    for (const one of words) {
      const range = rangeOf(sentence, one.start, one.end)
      if (seen.has(one.domain) || isName(sentence, one)) continue
      if (titles.some((title) => range.start >= title.start && range.end <= title.end)) continue
      seen.add(one.domain)
      found.push({ key: one.domain, text: one.text, at: at(paper, range) })
    }
  }
  return found
}

function isName(sentence: Sentence, one: { text: string; start: number; end: number }): boolean {
  if (policy.test(one.text) || suspended.test(sentence.text.slice(one.end, one.end + 40))) return true
  if (!/^\p{Lu}/u.test(one.text)) return false
  const before = sentence.text.slice(0, one.start)
  if (before.trim() !== '') return true
  return nameBefore.test(before)
}
