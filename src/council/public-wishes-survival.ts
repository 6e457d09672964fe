/** `count` matters that were settled after `days` whole days, or that are still open after so many (`settled: false`). */
export type WishSpan = { days: number; settled: boolean; count: number }

/** A day on which at least one matter was settled. */
export type SurvivalStep = {
  days: number
  /** Matters not settled before this day, and followed until it. */
  atRisk: number
  settled: number
  /** Of all matters, the share that is not settled yet after this day: 1 to 0. */
  share: number
}
export type Survival = {
  matters: number
  settled: number
  /** Still open today: they count for as long as they are followed, and then leave (censored). */
  open: number
  steps: SurvivalStep[]
  /** The first day after which at most half is not settled yet; null when that day has not come. */
  median: number | null
  /** Days of the matter that is followed longest; 0 without matters. */
  longest: number
  /** Matters still followed and not settled at the start of a day: those with a span of at least so many days. */
  atRisk: (days: number) => number
  /** The share not settled yet at the end of a day. */
  shareAt: (days: number) => number
  /** Matters settled up to and including a day. */
  settledBy: (days: number) => number
}

/**
 * How long it takes until a matter is settled, when not every matter is settled yet: the product-limit estimate. On each day on which
 * something was settled the share that is not settled yet is multiplied by (at risk − settled) / at risk. A matter that is still
 * open counts among those at risk until the day it is followed to; on equal days what was settled counts first. Pure.
 *
 * E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", Journal of the American Statistical
 * Association 53 (1958), 457–481, §2 (the estimate) and §3 (ties). Median and the numbers at risk below the curve as advised by
 * S. J. Pocock, T. C. Clayton and D. G. Altman, "Survival plots of time-to-event outcomes in clinical trials", The Lancet 359
 * (2002), 1686–1689. No interval around the curve: it describes all matters that there are, not a sample of them.
 * @param spans `days` from 0; equal days may come more than once
 * @throws {RangeError} on a span that is negative, or not whole
 */
export function survivalOf(spans: readonly WishSpan[]): Survival {
  for (const { days, count } of spans) {
    if (!Number.isInteger(days) || days < 0 || !Number.isInteger(count) || count < 0) {
      throw new RangeError('a span is a whole number of days, counted a whole number of times')
    }
  }
  const byDay = [...Map.groupBy(spans, ({ days }) => days)]
    .map(([days, of]) => ({ days, settled: total(of, true), open: total(of, false) }))
    .filter(({ settled, open }) => settled + open > 0)
    .sort((a, b) => a.days - b.days)
  const matters = byDay.reduce((sum, { settled, open }) => sum + settled + open, 0)
  const steps: SurvivalStep[] = []
  let atRisk = matters
  let share = 1
  for (const { days, settled, open } of byDay) {
    if (settled > 0) {
      share *= (atRisk - settled) / atRisk
      steps.push({ days, atRisk, settled, share })
    }
    atRisk -= settled + open
  }
  const settled = steps.reduce((sum, step) => sum + step.settled, 0)
  return {
    matters,
    settled,
    open: matters - settled,
    steps,
    median: steps.find((step) => step.share <= 0.5)?.days ?? null,
    longest: byDay.at(-1)?.days ?? 0,
    atRisk: (days) => byDay.reduce((sum, one) => (one.days >= days ? sum + one.settled + one.open : sum), 0),
    shareAt: (days) => steps.findLast((step) => step.days <= days)?.share ?? 1,
    settledBy: (days) => steps.reduce((sum, step) => (step.days <= days ? sum + step.settled : sum), 0),
  }
}

const total = (spans: readonly WishSpan[], settled: boolean) =>
  spans.reduce((sum, span) => (span.settled === settled ? sum + span.count : sum), 0)
