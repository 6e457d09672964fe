import { readCommitments } from './commitments.ts'
import { readDecisionList } from './decision-list.ts'
import { type Formulae, kindOf } from './kind.ts'
import { type ReadLetter, readLetter } from './letter.ts'
import { readDomains } from './letter-domains.ts'
import { type LetterMotions, readLetterMotions } from './letter-motions.ts'
import { findMarks } from './marks.ts'
import { readMotionPapers } from './motion-paper.ts'
import { openPaper, type Paper } from './paper.ts'
import { readPersonalData } from './personal-data.ts'
import { readPillars } from './pillars.ts'
import type { DocumentKind, Reading, ReadingContext, TextDocument } from './reading.ts'
import { claimOf, readSettlement } from './settlement.ts'
import { type Facts, looksLikeOcr, warningsOf } from './warnings.ts'

type Body = Omit<Reading, 'warnings'>

/** Reads a council paper: pure, deterministic, never throws, in time linear to its length. */
export function read(document: TextDocument, context: ReadingContext = { recesses: null }): Reading {
  const paper = openPaper(document, context)
  const body: Body = {
    kind: 'unknown',
    letter: null,
    motions: [],
    commitments: [],
    pillars: [],
    domains: [],
    settlement: [],
    personalData: [],
    passages: paper.passages,
  }
  const facts: Facts = { twoNumbers: false, quoted: [], seats: [], ocr: false, cut: paper.source.cut }
  const kind = kindOf(paper, () => formulaeIn(paper))
  if (kind === 'letter') fillLetter(paper, body, facts)
  else if (kind === 'decision-list') fillDecisionList(paper, body, facts)
  else if (kind === 'motion' || kind === 'amendment') fillMotions(paper, kind, body, facts)
  else
    body.personalData = readPersonalData(paper, [], [{ start: 0, end: paper.source.text.length }], new Set())
  facts.ocr = kind !== 'unknown' && looksLikeOcr(paper.source.text)
  return { ...body, warnings: warningsOf(body, facts), passages: body.passages }
}

function formulaeIn(paper: Paper): Formulae {
  const openers = findMarks(paper.source, 0, Math.min(paper.source.text.length, 60000)).flatMap((mark) =>
    mark.type === 'opener' ? [mark.opener] : [],
  )
  return {
    clause: openers.some((opener) => opener.opens === 'clause'),
    request: openers.some((opener) => opener.opens === 'request' && opener.kind !== 'decide'),
    decide: openers.some((opener) => opener.opens === 'request' && opener.kind === 'decide'),
  }
}

function fillMotions(paper: Paper, kind: DocumentKind, body: Body, facts: Facts): void {
  const { motions, twoNumbers, seats } = readMotionPapers(paper)
  Object.assign(body, { kind, motions })
  Object.assign(facts, { twoNumbers, seats, quoted: motions.map(() => true) })
}

function fillDecisionList(paper: Paper, body: Body, facts: Facts): void {
  const { motions, date, sentences, seats } = readDecisionList(paper)
  body.kind = 'decision-list'
  body.motions = motions
  body.commitments = readCommitments(paper, sentences, date)
  body.personalData = readPersonalData(paper, [], [{ start: 0, end: paper.source.text.length }], new Set())
  Object.assign(facts, { seats, quoted: motions.map(() => false) })
}

function fillLetter(paper: Paper, body: Body, facts: Facts): void {
  const read = readLetter(paper)
  const letter = readLetterMotions(paper, read)
  body.letter = read.letter
  body.motions = letter.motions
  body.commitments = readCommitments(paper, letter.own, read.letter.date)
  body.pillars = readPillars(paper, letter.own)
  body.domains = readDomains(paper, letter)
  body.settlement = readSettlement(paper, letter)
  body.personalData = personalDataOf(paper, read, letter)
  body.kind = settles(read, letter) ? 'settlement-letter' : 'information-letter'
  facts.twoNumbers = letter.twoNumbers
  facts.quoted = letter.quoted
}

function personalDataOf(paper: Paper, read: ReadLetter, letter: LetterMotions): Reading['personalData'] {
  const { name, phone, email } = read.contactRanges
  const known = [
    ...(name ? [{ kind: 'name' as const, ...name }] : []),
    ...(phone ? [{ kind: 'phone' as const, ...phone }] : []),
    ...(email ? [{ kind: 'email' as const, ...email }] : []),
  ]
  const council = new Set([
    ...read.letter.signatories.map((one) => one.name),
    ...letter.motions.flatMap((motion) => motion.submitters.map((one) => one.name)),
  ])
  return readPersonalData(paper, known, [read.body], council)
}

const settling =
  /(?<!\p{L})(?:afdoening|afhandeling|beantwoording|antwoord|uitvoering|stand van zaken|reactie|voortgang|opvolging|afdoen)(?!\p{L}).{0,60}(?<!\p{L})(?:motie|moties)(?!\p{L})/iu

/** A letter whose subject names a motion's settlement, or that claims something about one. */
function settles(read: ReadLetter, letter: LetterMotions): boolean {
  if (read.letter.subject && settling.test(read.letter.subject)) return true
  return letter.own.some(
    (sentence) => /(?<!\p{L})moties?(?!\p{L})/iu.test(sentence.text) && claimOf(sentence.text) !== null,
  )
}
