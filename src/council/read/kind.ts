import type { Paper } from './paper.ts'
import type { DocumentKind } from './reading.ts'

/** What a paper is, by its first lines. Whether a letter settles a motion is decided when it has been read. */
export type PaperKind = Exclude<DocumentKind, 'settlement-letter' | 'information-letter'> | 'letter'

// `(?<![^\n])`: at the head of a line. The first lines are searched together.
const decisionList = /(?<!\p{L})(?:besluitenlijst|lijst van (?:genomen )?besluiten)(?!\p{L})/iu
const council =
  /(?<!\p{L})(?:gemeenteraad|raad|raadsleden|raadscommissie|commissie|provinciale staten)(?!\p{L})/iu
const addressLine = /^(?:aan(?::|\s|$)|(?:de )?(?:leden|voorzitter) van de (?:gemeente)?raad)/iu
const informs = /(?<!\p{L})(?:raadsinformatiebrief|raadsbrief|collegebrief)(?!\p{L})/iu
const salutation = /(?<![^\n])(?:geachte|beste|l\.s\.)(?!\p{L})/iu
const referenceLabel =
  /(?:(?<![^\n])|\s{2})(?:onderwerp|betreft|ons kenmerk|kenmerk|datum|contactpersoon)(?!\p{L})/iu
const motionHead = /(?<![^\n])[^\p{L}]{0,4}(?:m-?[\d-]+ )?(?:motie|amendement)(?:nummer)?(?!\p{L})/iu
const amendmentHead = /(?<![^\n])[^\p{L}]{0,4}(?:\S{1,8} )?amendement(?:nummer)?(?!\p{L})/iu
const opening = /(?<![^\n])(?:de (?:gemeente)?raad(?!\p{L})|de kamer(?!\p{L})|motie)/iu

const headLines = 45
const titleLines = 8

export type Formulae = { clause: boolean; request: boolean; decide: boolean }

/** `formulaeOf`: which formulae the paper holds; asked only of a paper that does not say what it is. */
export function kindOf(paper: Paper, formulaeOf: () => Formulae): PaperKind {
  const { raw, lines } = paper.source
  const head: string[] = []
  for (const line of lines) {
    if (!line.blank) head.push(raw.slice(line.from, Math.min(line.to, line.from + 200)))
    if (head.length === headLines) break
  }
  const all = head.join('\n')
  const top = head.slice(0, titleLines).join('\n')
  if (decisionList.test(top)) return 'decision-list'
  if (isLetter(head, all, top)) return 'letter'
  if (amendmentHead.test(head.slice(0, 12).join('\n'))) return 'amendment'
  if (motionHead.test(all)) return 'motion'
  const opens = opening.test(all)
  const formulae = formulaeOf()
  if (formulae.decide && (formulae.clause || opens)) return 'amendment'
  return formulae.request && (formulae.clause || opens) ? 'motion' : 'unknown'
}

function isLetter(head: readonly string[], all: string, top: string): boolean {
  if (informs.test(top)) return true
  const greets = salutation.test(all)
  if (motionHead.test(top) && !greets) return false
  const addressed = head.some(
    (line, i) => addressLine.test(line) && council.test(`${line} ${head[i + 1] ?? ''}`),
  )
  return addressed && (greets || referenceLabel.test(all))
}
