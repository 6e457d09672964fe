/** Where things stand in a chart. Pure. */

/** Round steps of 1, 2 or 5 times a power of ten, at most `most` of them up to `max`; 0 included. Whole numbers only. */
export function ticksUpTo(max: number, most: number): number[] {
  if (!(max > 0)) return [0]
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) {
      const step = factor * power
      if (max / step <= most) {
        return Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step)
      }
    }
  }
}

/** Spans that people count in, in days: two weeks, four, eight, thirteen (a quarter), twenty-six, a year, two, five, ten. */
const spans = [14, 28, 56, 91, 182, 365, 730, 1826, 3652, 7305]

/** Round moments up to a number of days; 0 included. */
export function dayTicksUpTo(days: number, most: number): number[] {
  const step = spans.find((span) => days / span <= most) ?? (spans.at(-1) as number)
  const year = 365.25
  const at = (index: number) =>
    step < 365 ? index * step : Math.floor(Math.round((step * index) / year) * year)
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => at(index)).filter(
    (day) => day <= days,
  )
}

/** `37.5%`: a place on an axis of a chart that is as wide as its page. */
export function percent(value: number, max: number): string {
  return `${max > 0 ? Number(((100 * value) / max).toFixed(3)) : 0}%`
}

/** Lines of at most so many letters, broken between words; a longer word stays whole. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
