import type { Outcome } from './reading.ts'

/** What became of a motion, only ever from its words. */

const words: readonly (readonly [Outcome, RegExp])[] = [
  ['not-voted', /(?<!\p{L})(?:niet in stemming (?:gebracht|gekomen)|niet gestemd|geen stemming)(?!\p{L})/iu],
  ['adopted', /(?<!\p{L})(?:aangenomen|aanvaard)(?!\p{L})/iu],
  ['rejected', /(?<!\p{L})verworpen(?!\p{L})/iu],
  ['withdrawn', /(?<!\p{L})ingetrokken(?!\p{L})/iu],
  ['held', /(?<!\p{L})(?:aangehouden|aan te houden)(?!\p{L})/iu],
  ['taken-over', /(?<!\p{L})overgenomen(?!\p{L})/iu],
  ['lapsed', /(?<!\p{L})(?:vervallen|komt te vervallen)(?!\p{L})/iu],
]

/** In sentences that tell what the council did: *nam … aan*, *aan te nemen*, *te aanvaarden*. */
const told: readonly (readonly [Outcome, RegExp])[] = [
  ['adopted', /(?<!\p{L})(?:aan te nemen|te aanvaarden|nam(?:en)?(?: (?!niet)[^.;]{1,160})? aan)(?!\p{L})/iu],
  ['rejected', /(?<!\p{L})(?:te verwerpen|verwierp(?:en)?)(?!\p{L})/iu],
  ['withdrawn', /(?<!\p{L})(?:in te trekken|trekt (?:[^.;]{1,80} )?in)(?!\p{L})/iu],
  ['held', /(?<!\p{L})(?:aan te houden|houdt (?:[^.;]{1,80} )?aan)(?!\p{L})/iu],
]

/** The stems of both tables: spares their patterns in most sentences. */
const mayDecide = /stem|genomen|vaard|w[oe]rpen|wierp|tr[eo]k|houd|vervallen|nemen|nam/iu

export type FoundOutcome = { outcome: Outcome; start: number; end: number }

/** The first outcome that a status line or sentence names; boxes that nobody ticked name none. */
export function findOutcome(text: string): FoundOutcome | null {
  if (boxes.test(text)) return tickedBox(text)
  if (!mayDecide.test(text)) return null
  return first(text, words) ?? first(text, told)
}

function first(text: string, table: typeof words): FoundOutcome | null {
  let best: FoundOutcome | null = null
  for (const [outcome, pattern] of table) {
    const match = pattern.exec(text)
    if (match && (!best || match.index < best.start))
      best = { outcome, start: match.index, end: match.index + match[0].length }
  }
  return best
}

/** A row of boxes to tick: then nothing but a tick says what became of the motion. */
export const hasBoxes = (text: string): boolean => boxes.test(text)

const boxes = /[☐☑☒□■]|\[[ xX✓]?\]/u
const ticked = /(?:[☑☒■✓]|\[[xX✓]\]) ?(\p{L}{4,14})/u

function tickedBox(text: string): FoundOutcome | null {
  const match = ticked.exec(text)
  const inner = match ? first(match[1] as string, words) : null
  if (!match || !inner) return null
  const start = match.index + match[0].length - (match[1] as string).length
  return { outcome: inner.outcome, start: start + inner.start, end: start + inner.end }
}

/** In a list whose item is the motion itself: *de raad besluit in meerderheid …* carries it. */
export function findResolution(text: string): FoundOutcome | null {
  const match =
    /(?<!\p{L})besluit (?:unaniem|in meerderheid|bij acclamatie|met algemene stemmen)(?! (?:de motie )?niet)/iu.exec(
      text,
    )
  return match ? { outcome: 'adopted', start: match.index, end: match.index + match[0].length } : null
}

/** What an outcome's passage reads as. */
export function outcomeOf(text: string): Outcome {
  return (findOutcome(text) ?? findResolution(text))?.outcome ?? 'unknown'
}
