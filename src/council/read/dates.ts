import { dateOf } from './calendar.ts'
import { matchesOf } from './matches.ts'
import type { IsoDate } from './reading.ts'
import { near } from './words.ts'

/** Dutch dates as councils print them. */

const months: readonly (readonly string[])[] = [
  ['januari', 'jan'],
  ['februari', 'feb', 'febr'],
  ['maart', 'mrt', 'mar'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'october'],
  ['november', 'nov'],
  ['december', 'dec'],
]
export const monthNames: readonly string[] = months.map(([name]) => name as string)

const knownMonths = new Map<string, number>()
const mostWords = 2000

/** 1 to 12, or 0. Long names also as a scan misreads them. */
export function monthOf(word: string): number {
  let month = knownMonths.get(word)
  if (month === undefined) {
    month = findMonth(word)
    if (knownMonths.size > mostWords) knownMonths.clear()
    if (word.length < 30) knownMonths.set(word, month)
  }
  return month
}

function findMonth(word: string): number {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const exact = months.findIndex((names) => names.includes(lower))
  if (exact >= 0) return exact + 1
  const clean = lower.replace(/[1|!]/g, 'l').replace(/0/g, 'o').replace(/rn/g, 'm')
  if (clean.length < 4) return 0
  return (
    months.findIndex(([name]) =>
      near(clean, name as string, (name as string).length > 6 ? 2 : clean === lower ? 0 : 1),
    ) + 1
  )
}

const numerals = (
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien ' +
  'negentien twintig eenentwintig tweeëntwintig drieëntwintig vierentwintig vijfentwintig zesentwintig zevenentwintig ' +
  'achtentwintig negenentwintig dertig eenendertig'
).split(' ')
const ordinals =
  'nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde'.split(' ')

/** A number in figures or in words up to 31, also as an ordinal; or 0. */
export function numberOf(word: string): number {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const lower = word.toLowerCase()
  if (lower === 'één' || lower === 'eén') return 1
  const cardinal = numerals.indexOf(lower)
  if (cardinal > 0) return cardinal
  const ordinal = ordinals.indexOf(lower)
  if (ordinal > 0) return ordinal
  const stem = numerals.indexOf(lower.replace(/(?:de|ste)$/, ''))
  return stem > 0 && /(?:de|ste)$/.test(lower) ? stem : 0
}

export type PrintedDate = {
  start: number
  end: number
  day: number
  month: number
  /** Null when only day and month are printed. */
  year: number | null
  iso: IsoDate | null
}

const dayWords = [
  ...numerals.slice(1),
  ...numerals.slice(1).map((word) => `${word}(?:ste|de)`),
  ...ordinals.slice(1),
].join('|')
const monthAndYear =
  '(?:e|de|ste)?[\\s-]{1,3}([\\p{L}\\d]{3,9})\\.?(?:[\\s-]{1,3}([12][\\dOl]{3}|tweeduizend\\p{L}{0,20})(?![\\p{L}\\p{N}]))?'
const written = new RegExp(`(?<![\\p{L}\\p{N}.,/-])([\\dlIO]{1,2})${monthAndYear}`, 'gu')
const inWords = new RegExp(`(?<![\\p{L}\\p{N}.,/-])(${dayWords})${monthAndYear}`, 'giu')
const weekdayBefore = /(?<!\p{L})(?:maan|dins|woens|donder|vrij|zater|zon)dag\s{1,3}$/iu
const figures =
  /(?<![\p{L}\p{N}.,/-])(?:(\d{1,2})([-./])(\d{1,2})\2(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?![\p{L}\p{N}/-]|\.\d)/gu

const anyDigit = /\d/
const allDigits = /^\d+$/
const monthWord = new RegExp(monthNames.join('|'), 'i')

/** All dates in a passage, in order. */
export function findDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = []
  const named = monthWord.test(text)
  const figured = anyDigit.test(text)
  if (!figured && !named) return found
  for (const match of figured ? matchesOf(text, figures) : []) {
    const [all, d, , m, y, isoYear, isoMonth, isoDay] = match
    const [year, month, day] = isoYear ? [isoYear, isoMonth, isoDay].map(Number) : [y, m, d].map(Number)
    push(found, match.index, all, day as number, month as number, year as number)
  }
  readWritten(text, written, found)
  if (named && !found.some((date) => date.month > 0)) readWritten(text, inWords, found)
  return found.sort((a, b) => a.start - b.start)
}

function readWritten(text: string, pattern: RegExp, found: PrintedDate[]): void {
  for (const match of matchesOf(text, pattern)) {
    const [all, d, m, y] = match
    const month = monthOf(m as string)
    if (month === 0) continue
    const day = dayOf(d as string)
    const weekday =
      text.slice(Math.max(0, match.index - 14), match.index).match(weekdayBefore)?.[0].length ?? 0
    if (day > 0 && day < 32)
      push(
        found,
        match.index - weekday,
        text.slice(match.index - weekday, match.index) + all.trimEnd(),
        day,
        month,
        yearOf(y),
      )
  }
}

/** 1 to 31 in figures, also as a scan misreads them, or in words. */
function dayOf(printed: string): number {
  if (allDigits.test(printed)) return Number(printed)
  const digits = printed
    .replace(/[lI]/g, (sign) => (anyDigit.test(printed) || printed === sign ? '1' : sign))
    .replace(/O/g, '0')
  return numberOf(anyDigit.test(digits) ? digits : printed)
}

function yearOf(printed: string | undefined): number | null {
  if (!printed) return null
  if (allDigits.test(printed)) return Number(printed)
  if (/^\p{L}/u.test(printed)) {
    const rest = numberOf(printed.slice('tweeduizend'.length).replace(/^en/, ''))
    return rest > 0 ? 2000 + rest : null
  }
  return Number(printed.replace(/O/g, '0').replace(/l/g, '1'))
}

/** What has any day that some year has. */
const leapYear = 2000

function push(
  found: PrintedDate[],
  start: number,
  all: string,
  day: number,
  month: number,
  year: number | null,
): void {
  const iso = dateOf(year ?? leapYear, month, day)
  if (iso === null) return
  found.push({ start, end: start + all.length, day, month, year, iso: year === null ? null : iso })
}

/** The first complete date in a passage: what a printed date reads as. */
export function isoDateIn(text: string): IsoDate | null {
  return findDates(text).find((date) => date.iso !== null)?.iso ?? null
}
