/** How readings are looked at: dated data in `rules/review/`. Pure. */
import data from '../../../rules/review/everyone.json' with { type: 'json' }

export type ReviewLimits = {
  /** Lines that a week's sample takes of each reader. */
  perReader: number
  /** So many different cases, within so many minutes, are a burst. */
  burstCases: number
  burstMinutes: number
  /** Hours of the day in the Netherlands: from, and until but not with. */
  nightFrom: number
  nightUntil: number
  /** A relation that ended within so many hours of its begin was brief. */
  briefHours: number
}

/** Codes of a remark beside a verdict. */
export const remarks: readonly string[] = data.remarks

/** @param day YYYY-MM-DD @throws {Error} when nothing is set on that day */
export function limitsOn(day: string): ReviewLimits {
  const held = data.settings.filter(({ validFrom }) => validFrom <= day).at(-1)
  if (!held) throw new Error(`rules/review says nothing for ${day}`)
  return held
}
