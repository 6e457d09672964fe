/** Dates, spans and counts as people write them. Pure; a date is ISO `2019-07-02`, a language `nl` or `en`. */

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

const months = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const counts = {
  nl: 'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' '),
  en: 'no one two three four five six seven eight nine ten eleven twelve'.split(' '),
}
const dayInMs = 86_400_000

/** `2019-09-02` → "2 september 2019", "2 September 2019". */
export function formatDate(date: string, language: Language): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number) as [number, number, number]
  return `${day} ${months[language][month - 1]} ${year}`
}

/** The calendar date of a moment in the Netherlands. */
export function dateOf(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(moment)
}

/** "14.32" in Dutch, "14:32" in English; time of the Netherlands. */
export function formatTime(moment: Date, language: Language): string {
  const time = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' }).format(
    moment,
  )
  return language === 'nl' ? time.replace(':', '.') : time
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayInMs)
}

/** Whole years and months from one date to a later one, as a calendar counts them. */
export function yearsAndMonths(from: string, to: string): { years: number; months: number } {
  const [y1, m1, d1] = from.slice(0, 10).split('-').map(Number) as [number, number, number]
  const [y2, m2, d2] = to.slice(0, 10).split('-').map(Number) as [number, number, number]
  const total = Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0))
  return { years: Math.floor(total / 12), months: total % 12 }
}

/** "één dag", "drie delen", "89 dagen": a word up to twelve, a figure after that. */
export function countOf(n: number, one: string, many: string, language: Language): string {
  return `${counts[language][n] ?? formatNumber(n, language)} ${n === 1 ? one : many}`
}

/** Figures with the separator of the language: "1.234", "1,234". */
export function formatNumber(n: number, language: Language): string {
  return new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(n)
}

/** "1 dag", "89 dagen", "1.204 moties": always a figure. */
export function figureOf(n: number, one: string, many: string, language: Language): string {
  return `${formatNumber(n, language)} ${n === 1 ? one : many}`
}

/** "a", "a en b", "a, b en c". */
export function listOf(items: readonly string[], language: Language): string {
  const and = language === 'nl' ? 'en' : 'and'
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}

/** The first letter as a capital; keeps "IJ" together. */
export function capitalise(text: string): string {
  return /^ij/i.test(text) ? `IJ${text.slice(2)}` : text.charAt(0).toUpperCase() + text.slice(1)
}

/** A span of time in the largest units that say it well: "89 dagen", "7 jaar en 2 maanden". */
export function formatSpan(from: string, to: string, language: Language): string {
  const days = daysBetween(from, to)
  if (days < 183)
    return figureOf(days, language === 'nl' ? 'dag' : 'day', language === 'nl' ? 'dagen' : 'days', language)
  const { years, months: rest } = yearsAndMonths(from, to)
  const parts = []
  if (years > 0) parts.push(language === 'nl' ? `${years} jaar` : figureOf(years, 'year', 'years', language))
  if (rest > 0)
    parts.push(
      language === 'nl'
        ? figureOf(rest, 'maand', 'maanden', language)
        : figureOf(rest, 'month', 'months', language),
    )
  return listOf(parts, language)
}
