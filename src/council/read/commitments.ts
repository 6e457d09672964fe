import { at, note, type Paper, textOf } from './paper.ts'
import type { Commitment, IsoDate } from './reading.ts'
import { termOf } from './requests.ts'
import { rangeOf, type Sentence } from './sentences.ts'
import { findTerm } from './terms.ts'

/** Sentences in which the college says that it will act. */

/** Who speaks for the college. */
const college =
  '(?:wij|we|ik|het college|ons college|(?:de |onze )?(?:loco-?)?(?:wethouder|burgemeester)(?: \\p{Lu}[\\p{L}-]{1,30}){0,3})'
const verbs =
  'sturen|stuurt|zenden|zendt|informeren|informeert|rapporteren|rapporteert|berichten|bericht|leggen|legt|bieden|biedt|komen|komt|koppelen|koppelt|publiceren|presenteren|leveren|geven|delen|nodigen|brengen|doen'

const promises: readonly { words: RegExp; needsTerm?: true; needsMore?: RegExp }[] = [
  { words: new RegExp(`(?<!\\p{L})${college} (?:zullen|zal|zult)(?!\\p{L})`, 'iu') },
  { words: new RegExp(`(?<!\\p{L})(?:zullen|zal) ${college}(?!\\p{L})`, 'iu') },
  { words: /(?<!\p{L})zeg(?:gen|t|)(?!\p{L})[^;]{0,80}(?<!\p{L})toe(?!\p{L})/iu },
  { words: /(?<!\p{L})(?:ontvangt|ontvangen|krijgt) (?:u|uw raad|de raad|uw commissie)(?!\p{L})/iu },
  { words: /(?<!\p{L})(?:u|uw raad|uw commissie) (?:ontvangt|krijgt)(?!\p{L})/iu },
  {
    words: new RegExp(`(?<!\\p{L})(?:${verbs}) (?:wij|we|ons college|het college)(?!\\p{L})`, 'iu'),
    needsMore: /(?<!\p{L})(?:u|uw|terug|raad|raads\p{L}+)(?!\p{L})/iu,
  },
  {
    words: new RegExp(`(?<!\\p{L})(?:wij|we|het college|ons college) (?:${verbs})(?!\\p{L})`, 'iu'),
    needsMore: /(?<!\p{L})(?:u|uw|terug|raad|raads\p{L}+)(?!\p{L})/iu,
  },
  {
    words:
      /(?<!\p{L})(?:wordt|worden)(?!\p{L})[^;]{0,240}(?<!\p{L})(?:verstuurd|gestuurd|toegestuurd|toegezonden|verzonden|aangeboden|voorgelegd|gepubliceerd|geïnformeerd|opgeleverd|gedeeld|gepresenteerd)(?!\p{L})/iu,
    needsTerm: true,
  },
]

const intention =
  /(?<!\p{L})(?:voornemen|voornemens|willen wij|wij willen|wil het college|streven|streeft|overwegen|overweegt|hopen|hoopt|bedoeling|graag zouden|zouden)(?!\p{L})/iu
const thisLetter =
  /^(?:hierbij|hiermee|met deze brief|in deze brief|bij deze|door middel van deze brief)(?!\p{L})/iu
const polite =
  /(?<!\p{L})(?:vertrouwen erop|gaan ervan uit|hopen u|heeft u vragen|hebt u vragen|beschouw(?:t|en))(?!\p{L})/iu
const refusal =
  /(?<!\p{L})(?:zullen|zal) (?:wij |het college )?(?:u |uw raad |de raad )?(?:hierover |hierin |daarom )?niet(?!\p{L})/iu
/** A promise of the past: *hebben wij u toegezegd*, *stuurden wij*. */
const past =
  /(?<!\p{L})(?:hebben wij|heeft het college|wij hebben|stuurden|informeerden|toegezegd|bent u geïnformeerd)(?!\p{L})/iu
/** The stems of all promises: spares the patterns in most sentences. */
const mayPromise =
  /zul|zal|toe|ntvang|krijgt|stur|stuu|zend|inform|rapport|bericht|leg|bied|kom|koppel|public|present|lever|geven|del|nodig|breng|doen|word/i
/** What others will do: *zal* counts only with the college as its subject, *wordt* by anyone but a named other. */

export function readCommitments(
  paper: Paper,
  sentences: readonly Sentence[],
  reference: IsoDate | null,
): Commitment[] {
  const commitments: Commitment[] = []
  for (const sentence of sentences) {
    if (sentence.heading || !isCommitment(sentence.text)) continue
    const term = findTerm(sentence.text, { reference, recesses: paper.context.recesses })
    const pointer = `/commitments/${commitments.length}`
    if (term) note(paper, `${pointer}/due/text`, rangeOf(sentence, term.start, term.end))
    commitments.push({
      text: textOf(paper, sentence.range),
      due: term ? termOf(term) : null,
      at: at(paper, sentence.range),
    })
  }
  return commitments
}

export function isCommitment(text: string): boolean {
  if (!mayPromise.test(text)) return false
  if (polite.test(text) || refusal.test(text) || thisLetter.test(text)) return false
  const promise = promises.find(
    ({ words, needsTerm, needsMore }) =>
      words.test(text) &&
      (!needsTerm || findTerm(text, { reference: null, recesses: null }) !== null) &&
      (!needsMore || needsMore.test(text)),
  )
  if (!promise) return false
  const explicit = promises.indexOf(promise) < 3
  return explicit
    ? !/^het voornemen|(?<!\p{L})voornemens(?!\p{L})/iu.test(text)
    : !intention.test(text) && !past.test(text)
}
