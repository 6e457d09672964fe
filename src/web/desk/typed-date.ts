import type { IsoDate } from '../../council/read/reading.ts'

const monthNames = new Map<string, number>()
const spellings = [
  'januari january jan',
  'februari february feb',
  'maart march mrt mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'augustus august aug',
  'september sept sep',
  'oktober october okt oct',
  'november nov',
  'december dec',
]
spellings.forEach((names, index) => {
  for (const name of names.split(' ')) monthNames.set(name, index + 1)
})
const weekdays =
  /^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|monday|tuesday|wednesday|thursday|friday|saturday|sunday),?\s+/

/**
 * A date as people type it: "2 juli 2019", "2-7-2019", "02/07/2019" (day first) or "2019-07-02". The year has four digits and the
 * day exists, else `undefined`: a date is never guessed.
 */
export function parseTypedDate(typed: string): IsoDate | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(weekdays, '')
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(text)
  if (figures) return toIso(Number(figures[4]), Number(figures[3]), Number(figures[1]))
  const words = /^(\d{1,2}) ([a-z]+)\.? (\d{4})$/.exec(text)
  const month = words && monthNames.get(words[2] as string)
  if (words && month) return toIso(Number(words[3]), month, Number(words[1]))
  return undefined
}

function toIso(year: number, month: number, day: number): IsoDate | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
