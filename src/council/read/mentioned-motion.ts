import { findDates, isoDateIn } from './dates.ts'
import { sliceOf } from './fold.ts'
import { matchesOf } from './matches.ts'
import type { Mention } from './mentions.ts'
import { registryNumberOf } from './numbers.ts'
import { findOutcome } from './outcome.ts'
import { note, type Paper, type Range, textOf } from './paper.ts'
import { namesProposal, readProposal } from './proposal.ts'
import type { Motion } from './reading.ts'
import { rangeOf, type Sentence } from './sentences.ts'
import { readList, type SubmitterRanges } from './submitters.ts'
import { findTotals } from './votes.ts'

/** A motion as the sentences of a letter name it. */
export type Group = { number: string | null; title: string | null; mentions: Mention[] }

const decided =
  /(?<!\p{L})(?:aangenomen|verworpen|aanvaard|ingetrokken|aangehouden|nam|namen|vergadering|ingediend|overgenomen)(?!\p{L})/iu

/** What the sentences that name a motion say about it. */
export function describe(paper: Paper, group: Group, general: readonly Sentence[], pointer: string): Motion {
  const value = (key: string, range: Range | null | undefined): string | null => {
    if (!range) return null
    note(paper, `${pointer}/${key}`, range)
    return textOf(paper, range)
  }
  const first = <T>(pick: (mention: Mention) => T | null): T | null => {
    for (const mention of group.mentions) {
      const found = pick(mention)
      if (found !== null) return found
    }
    return null
  }
  const titled = group.mentions.find((one) => one.title && one.titleText === group.title)
  const registry = value(
    'registryNumber',
    first((one) => one.registryNumber),
  )
  const about = sentencesAbout(group, general)
  const date = firstDate(about)
  const printedDate = value('date', date)
  const outcome = firstOutcome(about)
  if (outcome) note(paper, `${pointer}/outcome`, outcome.range)
  const proposal = firstProposal(group)
  const number = value('proposal/registryNumber', proposal?.registryNumber)
  return {
    number: value(
      'number',
      first((one) => one.number),
    ),
    title: value('title', titled?.title),
    registryNumber: registry === null ? null : registryNumberOf(registry),
    date: printedDate === null ? null : isoDateIn(printedDate),
    outcome: outcome?.outcome ?? 'unknown',
    proposal: proposal
      ? {
          title: value('proposal/title', proposal.title),
          registryNumber: number === null ? null : registryNumberOf(number),
        }
      : null,
    submitters: submittersIn(paper, group).map((one, i) => ({
      name: value(`submitters/${i}/name`, one.name) ?? '',
      party: value(`submitters/${i}/party`, one.party),
    })),
    votes: votesIn(paper, group, pointer),
    clauses: [],
    requests: [],
    closingFormula: false,
  }
}

/** Sentences that tell what happened to this motion, or to the motions of the letter together. */
function sentencesAbout(group: Group, general: readonly Sentence[]): Sentence[] {
  const named = group.mentions
    .map((one) => one.sentence)
    .filter((one) => decided.test(one.text) && !/^(?:afdoening|beantwoording|uitvoering)/iu.test(one.text))
  return [...named, ...general]
}

/** The sentences that tell what the council did with motions that they do not name. */
export const generalSentences = (own: readonly Sentence[]): Sentence[] =>
  own.filter((one) => decided.test(one.text) && isGeneral(one.text)).slice(0, 50)

/** *Op 24 februari nam uw raad drie moties aan*, *zijn de volgende moties aangenomen*: no motion is named. */
const isGeneral = (text: string): boolean =>
  /(?<!\p{L})(?:(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|de volgende|onderstaande|deze|meerdere|diverse|\d{1,2}) moties|de motie|een motie|moties)(?!\p{L})/iu.test(
    text,
  )

function firstDate(sentences: readonly Sentence[]): Range | null {
  for (const sentence of sentences) {
    const date = findDates(sentence.text).find((one) => one.iso !== null)
    if (date) return rangeOf(sentence, date.start, date.end)
  }
  return null
}

const council = /(?<!\p{L})(?:raad|u|raadsvergadering|vergadering|motie|moties)(?!\p{L})/iu

function firstOutcome(sentences: readonly Sentence[]): { outcome: Motion['outcome']; range: Range } | null {
  for (const sentence of sentences) {
    const found = council.test(sentence.text) ? findOutcome(sentence.text) : null
    if (found) return { outcome: found.outcome, range: rangeOf(sentence, found.start, found.end) }
  }
  return null
}

function firstProposal(group: Group): ReturnType<typeof readProposal> {
  for (const { sentence } of group.mentions) {
    if (!namesProposal(sentence.text)) continue
    const { flat, start } = sentence
    const found = readProposal(sliceOf(flat, start, start + sentence.text.length))
    if (found) return found
  }
  return null
}

const movedBefore =
  /(?<!\p{L})door (?:het |de )?(?:raadslid|raadsleden|lid|leden|heer|mevrouw|dhr\.?|mw\.?|fractie)[^.;]{0,160}?(?:ingediende|ingebrachte)(?!\p{L})/iu
const movedBy =
  /(?<!\p{L})(?:ingediend door|van) (?=(?:de |het )?(?:raadslid|raadsleden|lid|leden|heer|heren|mevrouw|mevr\.?|dhr\.?|mw\.?)(?!\p{L}))/giu

function submittersIn(paper: Paper, group: Group): SubmitterRanges[] {
  for (const mention of group.mentions) {
    const { text } = mention.sentence
    if (!/door|van/iu.test(text)) continue
    const before = movedBefore.exec(text)
    if (before) {
      const found = listIn(paper, mention.sentence, before.index + 5, before.index + before[0].length)
      if (found.length > 0) return found
    }
    const next = mention.sentence.text.slice(mention.end).search(/(?<!\p{L})motie(?!\p{L})/iu)
    const until = next < 0 ? text.length : mention.end + next
    for (const match of matchesOf(text.slice(mention.start, until), movedBy)) {
      const from = mention.start + match.index + match[0].length
      const rest = text.slice(from, until)
      const stop = rest.search(
        / (?:met|in meerderheid|unaniem|aangenomen|verworpen|aan\b|inzake|over|waarin|is|heeft|op \d)(?!\p{L})|\.(?: |$)|;/u,
      )
      const found = listIn(paper, mention.sentence, from, stop < 0 ? until : from + stop)
      if (found.length > 0 && found.some((one) => one.party)) return found
      if (found.length > 0 && mention === group.mentions.at(-1)) return found
    }
  }
  return []
}

const listIn = (paper: Paper, sentence: Sentence, start: number, end: number): SubmitterRanges[] =>
  end > start ? readList(paper, rangeOf(sentence, start, end)) : []

function votesIn(paper: Paper, group: Group, pointer: string): Motion['votes'] {
  for (const { sentence } of group.mentions) {
    const totals = findTotals(sentence.text)
    if (!totals.for || !totals.against) continue
    note(paper, `${pointer}/votes/for`, rangeOf(sentence, totals.for.start, totals.for.end))
    note(paper, `${pointer}/votes/against`, rangeOf(sentence, totals.against.start, totals.against.end))
    return { parties: [], for: totals.for.count, against: totals.against.count }
  }
  return null
}
