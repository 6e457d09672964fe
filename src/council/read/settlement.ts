import type { LetterMotions } from './letter-motions.ts'
import { at, type Paper, textOf } from './paper.ts'
import type { Basis, Claim, Settlement } from './reading.ts'
import type { Sentence } from './sentences.ts'

/** What a letter claims about each motion, and what carries the claim. */

/** The clearest words win: a higher weight above a lower one; of equals the first row. */
const claimRows: readonly { claim: Claim; weight: number; words: RegExp }[] = [
  {
    claim: 'in-progress',
    weight: 5,
    words:
      /(?<!\p{L})(?:nog niet (?:volledig |geheel )?(?:afgedaan|afgehandeld|uitgevoerd)|blij(?:ft|ven) (?:nog )?(?:open ?staan|staan))(?!\p{L})/iu,
  },
  {
    claim: 'not',
    weight: 5,
    words:
      /(?<!\p{L})(?:niet (?:worden )?(?:uit(?:ge)?voer(?:en|d|baar)|uit te voeren|ten uitvoer)|geen (?:uitvoering|gevolg) (?:te )?(?:geven|gegeven|worden gegeven|aan geven)|geven (?:wij |[^;]{0,60} )?geen (?:uitvoering|gevolg)|vo(?:er|e)(?:en|t) [^;]{0,80} niet uit)(?!\p{L})/iu,
  },
  {
    claim: 'settled',
    weight: 4,
    words:
      /(?<!\p{L})beschouw(?:t|en|d)?(?!\p{L})[^;]{0,200}(?<!\p{L})als (?:hiermee |daarmee )?(?:afgedaan|afgehandeld|uitgevoerd|voldaan)(?!\p{L})/iu,
  },
  {
    claim: 'settled',
    weight: 4,
    words:
      /(?<!\p{L})als (?:afgedaan|afgehandeld|uitgevoerd) (?:te )?(?:beschouw|aan te merken|af te voeren)/iu,
  },
  { claim: 'settled', weight: 4, words: /(?<!\p{L})af te voeren(?!\p{L})/iu },
  {
    claim: 'partly',
    weight: 3,
    words:
      /(?<!\p{L})(?:deels|gedeeltelijk|ten dele|voor een deel)(?!\p{L})[^;]{0,80}(?:uitgevoerd|afgedaan|uitvoering|invulling|voldaan)/iu,
  },
  {
    claim: 'in-progress',
    weight: 3,
    words: /(?<!\p{L})(?:in uitvoering|loopt nog|lopen nog|nog in behandeling|nog niet gereed)(?!\p{L})/iu,
  },
  {
    claim: 'settled',
    weight: 3,
    words:
      /(?<!\p{L})(?:is|zijn|wordt|worden|achten|acht)(?!\p{L})[^;]{0,120}(?<!\p{L})(?:afgedaan|afgehandeld)(?!\p{L})/iu,
  },
  { claim: 'settled', weight: 3, words: /(?<!\p{L})doen (?:wij |we )?[^;]{0,60} af(?!\p{L})/iu },
  {
    claim: 'settled',
    weight: 2,
    words:
      /(?<!\p{L})(?:is|zijn|hebben|heeft)(?!\p{L})[^;]{0,160}(?<!\p{L})(?:uitgevoerd|uitvoering gegeven|gevolg gegeven)(?!\p{L})/iu,
  },
  {
    claim: 'settled',
    weight: 1,
    words:
      /(?<!\p{L})(?:waarmee|hiermee|daarmee)(?!\p{L})[^;]{0,120}invulling (?:is |wordt |geven |wij )?(?:gegeven|geven|wordt gegeven)?[^;]{0,60}/iu,
  },
  {
    claim: 'settled',
    weight: 1,
    words: /(?<!\p{L})(?:geven|geeft) (?:wij |het college )?[^;]{0,60}invulling aan/iu,
  },
]

/** The stems of all rows: spares them in most sentences. */
const mayClaim =
  /afgedaan|afgehandeld|voldaan|voer|gevolg|staan|niet uit|(?:loopt|lopen) nog|behandeling|gereed|doen|invulling/iu

const subject =
  /(?<!\p{L})(?:moties?|amendement(?:en)?|verzoek|verzoeken|opdracht|oproep|toezegging)(?!\p{L})/iu

const basisRows: readonly { basis: Basis; words: RegExp }[] = [
  {
    basis: 'overtaken',
    words: /(?<!\p{L})(?:achterhaald|ingehaald|niet (?:langer|meer) aan de orde|overbodig)(?!\p{L})/iu,
  },
  { basis: 'transferred', words: /(?<!\p{L})(?:overgedragen aan|belegd bij|overgenomen door)(?!\p{L})/iu },
  {
    basis: 'absorbed',
    words:
      /(?<!\p{L})(?:past (?:ook |al |binnen |in |hier)|maa?kt?(?:en)? (?:[\p{L}\d]+ ){0,6}deel uit van|(?:is|zijn) (?:al |reeds |inmiddels )?(?:onderdeel van|opgenomen in (?:het|de|ons|onze) (?!op te stellen|nieuwe|nog))|opgenomen in (?:het|de) (?:bestaande|vastgestelde|huidige))/iu,
  },
  {
    basis: 'announced',
    words:
      /(?<!\p{L})(?:meegenomen|op te stellen|zullen|zal|in voorbereiding|wordt (?:[\p{L}\d]+ ){0,8}(?:verstuurd|opgesteld|uitgewerkt|voorbereid|opgenomen)|opgenomen in (?:het|de) (?:nieuwe|nog))(?!\p{L})/iu,
  },
]
const perfect = /(?<!\p{L})(?:is|zijn|heeft|hebben)(?!\p{L})/iu
const participle =
  /(?<!\p{L})(?:\p{L}{0,12}ge\p{L}{2,20}(?:d|t|en)|(?:ver|be|ont|her|onder|over)\p{L}{2,20}(?:d|t|en)|uitgevoerd|gestart|klaar)(?!\p{L})/iu
const presentPerfect = /(?<!\p{L})(?:staat|staan|geldt|gelden|wordt|worden) sinds(?!\p{L})/iu

type Hit = { sentence: Sentence; claim: Claim; weight: number }

export function readSettlement(paper: Paper, letter: LetterMotions): Settlement[] {
  const about = assign(letter)
  return letter.motions.map((_, motion): Settlement => {
    const sentences = letter.own.filter((_, i) => about[i]?.includes(motion))
    const hit = bestClaim(sentences)
    if (!hit) return { motion, claim: 'none', basis: 'unstated', text: null, at: [] }
    const passage = sectionOf(letter, about, motion, hit.sentence)
    return {
      motion,
      claim: hit.claim,
      basis: statedBasis(hit) ?? basisOf(hit.claim, passage),
      text: textOf(paper, hit.sentence.range),
      at: at(paper, hit.sentence.range),
    }
  })
}

/** Whether a sentence claims anything about a motion. */
export function claimOf(text: string): { claim: Claim; weight: number } | null {
  if (!subject.test(text) || !mayClaim.test(text)) return null
  let best: { claim: Claim; weight: number } | null = null
  for (const { claim, weight, words } of claimRows) {
    if ((!best || weight > best.weight) && words.test(text)) best = { claim, weight }
  }
  return best
}

function bestClaim(sentences: readonly Sentence[]): Hit | null {
  let best: Hit | null = null
  for (const sentence of sentences) {
    const found = claimOf(sentence.text)
    if (found && (!best || found.weight > best.weight)) best = { sentence, ...found }
  }
  return best
}

/** For each sentence, which motions it is about: those it names, else those of its heading, else those named last. */
function assign(letter: LetterMotions): number[][] {
  const all = letter.motions.map((_, i) => i)
  let current: number[] = all.length === 1 ? all : []
  return letter.own.map((sentence) => {
    const named = namedIn(letter, sentence)
    if (sentence.heading && !sentence.item) {
      if (all.length > 1) current = named
      return named
    }
    if (named.length > 0) {
      if (all.length > 1 && named.length < all.length) current = named
      return named
    }
    if (/(?<!\p{L})(?:alle|de|deze|beide) (?:\p{L}+ )?moties(?!\p{L})/iu.test(sentence.text)) return all
    return current
  })
}

/** The motions that a sentence names, by number or by title. */
function namedIn(letter: LetterMotions, sentence: Sentence): number[] {
  const lower = sentence.text.toLowerCase()
  const named = letter.namedBy.get(sentence) ?? []
  const titled = letter.names.flatMap(({ title }, i) =>
    title !== null && title.length > 6 && !named.includes(i) && lower.includes(title.toLowerCase())
      ? [i]
      : [],
  )
  return titled.length > 0 ? [...named, ...titled].sort((a, b) => a - b) : named
}

/** The passage about a motion: from the heading or mention above the claim to the next that is about another. */
function sectionOf(
  letter: LetterMotions,
  about: readonly number[][],
  motion: number,
  claim: Sentence,
): Sentence[] {
  const at = letter.own.indexOf(claim)
  let first = at
  while (first > 0 && belongs(letter, about, motion, first - 1)) first--
  let last = at
  while (
    last + 1 < letter.own.length &&
    !letter.own[last + 1]?.heading &&
    belongs(letter, about, motion, last + 1)
  )
    last++
  return letter.own.slice(first, last + 1)
}

/** Sentences before the claim count until a heading or a sentence about another motion. */
function belongs(letter: LetterMotions, about: readonly number[][], motion: number, i: number): boolean {
  if (letter.motions.length === 1) return true
  if (letter.own[i]?.heading && !letter.own[i]?.item) return false
  const motions = about[i] ?? []
  return motions.length === 0 || motions.includes(motion)
}

/** *omdat …* in the claim itself says what it rests on; of several grounds the weakest, what is only announced. */
function statedBasis({ claim, sentence }: Hit): Basis | null {
  const reason = /(?<!\p{L})omdat (.+)$/iu.exec(sentence.text)?.[1]
  if (!reason || (claim !== 'settled' && claim !== 'partly')) return null
  if (/(?<!\p{L})aangekondigd(?!\p{L})/iu.test(reason)) return 'announced'
  const row = basisRows.find(({ words }) => words.test(reason))
  return row?.basis ?? (perfect.test(reason) && participle.test(reason) ? 'carried-out' : null)
}

const told = /(?<!\p{L})(?:aangenomen|ingediend|verworpen)(?!\p{L})/iu

function basisOf(claim: Claim, passage: readonly Sentence[]): Basis {
  if (claim === 'none' || claim === 'in-progress') return 'unstated'
  const sentences = passage.filter(
    (one) => !one.heading && !(told.test(one.text) && claimOf(one.text) === null),
  )
  const text = sentences.map((one) => one.text).join('. ')
  const row = basisRows.find(({ words }) => words.test(text))
  if (claim === 'not')
    return row?.basis === 'overtaken' || row?.basis === 'transferred' ? row.basis : 'unstated'
  if (row) return row.basis
  const done = sentences.some(
    (one) =>
      (perfect.test(one.text) && participle.test(withoutClaim(one.text))) || presentPerfect.test(one.text),
  )
  return done ? 'carried-out' : 'unstated'
}

/** *is afgedaan* is the claim, not what was done. */
const withoutClaim = (text: string): string =>
  text.replace(/(?<!\p{L})(?:afgedaan|afgehandeld|beschouwd|beschouwen|aangenomen|ingediend)(?!\p{L})/giu, '')
