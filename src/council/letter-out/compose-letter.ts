import { asQuotation } from '../../documents-out/index.ts'
import type { Claim } from '../read/reading.ts'
import type { LetterFacts, LetterMatter, LetterMotion, Standing } from './facts.ts'
import type { ComposedSection } from './letter.ts'
import type { LetterPhrases, SettledOutcome } from './phrases.ts'

export type ComposedLetter = { subject: string; sections: ComposedSection[] }

/**
 * The draft of a letter, from what the register says: each motion quoted, an answer for each matter with its evidence, what remains
 * open and when it is looked at, and what the college makes of the whole. Pure: the same facts give the same draft.
 */
export function composeLetter(facts: LetterFacts, phrases: LetterPhrases, contact = true): ComposedLetter {
  const { motions } = facts
  const quoted = new Set<string>()
  const settles = motions.some((motion) => claimOfMotion(motion).claim !== 'in-progress')
  return {
    subject: phrases.subject(motions, settles),
    sections: [
      section('opening', null, null, null, [phrases.salutation, phrases.intro(motions.length)]),
      ...motions.flatMap((motion) => sectionsOf(motion, facts, phrases, quoted)),
      section('closing', null, null, null, [phrases.closing(contact)]),
    ],
  }
}

function section(
  kind: ComposedSection['kind'],
  motion: number | null,
  matter: number | null,
  heading: string | null,
  paragraphs: readonly (string | null)[],
): ComposedSection {
  const id = matter ?? motion
  return {
    key: id === null ? kind : `${kind}-${id}`,
    kind,
    motion,
    matter,
    level: kind === 'motion' ? 1 : 2,
    heading,
    text: paragraphs.filter((one) => one !== null && one !== '').join('\n\n'),
  }
}

function sectionsOf(
  motion: LetterMotion,
  facts: LetterFacts,
  phrases: LetterPhrases,
  quoted: Set<string>,
): ComposedSection[] {
  const single = motion.matters.length === 1
  const open = openParagraphs(motion, phrases)
  return [
    section('motion', motion.id, null, phrases.motionHeading(motion), [
      phrases.adopted({ ...motion, outcome: adoptedAs(motion) }),
      ...(motion.requests.length > 0 ? [phrases.asked, quoteOf(motion, phrases)] : []),
    ]),
    ...motion.matters.map((matter, i) =>
      section(
        'answer',
        motion.id,
        matter.id,
        phrases.matterHeading(single ? null : i + 1, matter.text),
        answerTo(matter.standing, phrases, quoted),
      ),
    ),
    ...(open.length > 0 ? [section('open', motion.id, null, phrases.openHeading, open)] : []),
    section('conclusion', motion.id, null, phrases.conclusionHeading, [
      conclusionOf(motion, facts, phrases),
      councilDecides(motion, facts) ? phrases.councilDecides : null,
    ]),
  ]
}

function adoptedAs({ outcome, dated }: LetterMotion): 'adopted' | 'taken-over' | 'told' {
  if (dated === null) return 'told'
  return outcome === 'adopted' || outcome === 'taken-over' ? outcome : 'told'
}

/** The requests as asked, under the openers of the motion. */
function quoteOf(motion: LetterMotion, phrases: LetterPhrases): string {
  const lines: string[] = []
  motion.requests.forEach((request, i) => {
    const before = motion.requests[i - 1]
    if (!before || before.kind !== request.kind || before.addressee !== request.addressee) {
      if (i > 0) lines.push('')
      lines.push(phrases.opener(request.kind, request.addressee), '')
    }
    const last = i === motion.requests.length - 1
    lines.push(`- ${request.text}${last ? '.' : ';'}`)
  })
  if (motion.closingFormula) lines.push('', phrases.closingFormula)
  return asQuotation(lines)
}

/** `quoted`: passages that an answer above quoted already; each stands in the letter once. */
function answerTo(standing: Standing, phrases: LetterPhrases, quoted: Set<string>): (string | null)[] {
  if (standing.kind === 'running') {
    return [
      phrases.running(standing.begun),
      standing.report && phrases.report(standing.report.on, standing.report.text),
      standing.term && phrases.term(standing.term),
    ]
  }
  const passages = standing.evidence.flatMap((one) => (one.kind === 'passage' ? [one] : []))
  const fresh = passages.filter((one) => !quoted.has(JSON.stringify(one)))
  const above = passages.length - fresh.length
  const done = standing.evidence.flatMap((one) =>
    one.kind === 'milestone' || one.kind === 'action-report' ? [one] : [],
  )
  for (const one of fresh) quoted.add(JSON.stringify(one))
  return [
    phrases.outcome[standing.outcome],
    standing.kind === 'decided' ? phrases.decided(standing.on) : null,
    standing.explanation,
    standing.reason && phrases.reason(standing.reason),
    done.length > 0 ? phrases.done(done.length) : null,
    ...done.map((one) =>
      asQuotation([
        phrases.quotation(one.quotation),
        phrases.doneSource(one),
        ...one.shown.map((piece) =>
          piece.kind === 'document'
            ? phrases.shownByDocument(piece.title, piece.dated)
            : phrases.shownByDecision(piece.on, piece.text),
        ),
      ]),
    ),
    above > 0 ? phrases.quotedAbove(above) : null,
    fresh.length > 0 ? phrases.evidence(fresh.length, above + done.length > 0) : null,
    passages.length + done.length === 0 && standing.evidence.length > 0 ? phrases.unknownEvidence : null,
    standing.fallen ? phrases.fallenEvidence : null,
    ...fresh.map(({ quotation, title, dated, page }) =>
      asQuotation([phrases.quotation(quotation), phrases.source(title, dated, page)]),
    ),
  ]
}

/** What remains open: announcements with the day on which they are looked at, and matters that nothing settles yet. */
function openParagraphs(motion: LetterMotion, phrases: LetterPhrases): string[] {
  const single = motion.matters.length === 1
  const position = (matter: LetterMatter) => motion.matters.indexOf(matter) + 1
  const positionsOf = (matters: readonly LetterMatter[]) => (single ? [] : matters.map(position))
  const announced = motion.matters.filter(
    ({ standing }) => standing.kind !== 'running' && standing.outcome === 'announced',
  )
  const running = motion.matters.filter(({ standing }) => standing.kind === 'running')
  const groups = Map.groupBy(announced, ({ standing }) => JSON.stringify(checkOf(standing)))
  return [
    ...[...groups.values()].map((matters) => {
      const check = checkOf(matters[0]!.standing)
      return `${phrases.announced(positionsOf(matters))} ${
        check === null
          ? phrases.noCheck
          : check.passed
            ? phrases.checkPassed(check.on)
            : phrases.check(check.on, check.source)
      }`
    }),
    ...(running.length > 0 ? [phrases.stillOpen(positionsOf(running))] : []),
  ]
}

/** The first day on which one of the commitments that carry this is looked at. */
function checkOf(standing: Standing) {
  if (standing.kind === 'running') return null
  const days = standing.commitments.flatMap(({ due, state }) =>
    due && (state === 'open' || state === 'late') ? [{ ...due, passed: state === 'late' }] : [],
  )
  return days.sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null
}

const settledOutcomes: readonly SettledOutcome[] = [
  'carried-out',
  'absorbed',
  'transferred',
  'overtaken',
  'announced',
]

/** What a letter claims about a motion as a whole, and the outcomes that it names as the ground. */
export function claimOfMotion(motion: LetterMotion): { claim: Claim; outcomes: SettledOutcome[] } {
  const all = motion.matters.map(({ standing }) => (standing.kind === 'running' ? null : standing.outcome))
  const outcomes = settledOutcomes.filter((one) =>
    all.some((outcome) => outcome === one || (outcome === 'partly' && one === 'carried-out')),
  )
  if (all.every((outcome) => outcome === null)) return { claim: 'in-progress', outcomes: [] }
  if (all.every((outcome) => outcome === 'not')) return { claim: 'not', outcomes: [] }
  const whole = all.every((outcome) => outcome !== null && outcome !== 'partly' && outcome !== 'not')
  return { claim: whole ? 'settled' : 'partly', outcomes }
}

function conclusionOf(motion: LetterMotion, facts: LetterFacts, phrases: LetterPhrases): string {
  const { claim, outcomes } = claimOfMotion(motion)
  const { conclusion } = phrases
  if (claim === 'settled') return conclusion.settled(motion, outcomes, councilDecides(motion, facts))
  if (claim === 'partly') return conclusion.partly(motion, outcomes)
  return claim === 'not' ? conclusion.not(motion) : conclusion.running(motion)
}

/** A proposal waits, and the council decides on it. */
const councilDecides = (motion: LetterMotion, { decidingBody }: LetterFacts) =>
  decidingBody !== null &&
  decidingBody !== 'college' &&
  motion.matters.some(({ standing }) => standing.kind === 'proposed')
