import { partsOf } from './calendar.ts'
import { findDates, numberOf } from './dates.ts'
import type { Term, TermRule } from './reading.ts'
import {
  bound,
  type Dates,
  nextDay,
  readBeforeYear,
  readHalf,
  readMonth,
  readQuarter,
  readRecess,
  readThisYear,
  readWithin,
  type Side,
  type TermContext,
  undated,
  wholeYear,
} from './term-dates.ts'

/**
 * Terms in a request or commitment. Dates follow from the words, the reference date and the recess calendar alone; what the
 * words do not fix stays null. One row of `patterns` per way of naming a moment.
 */

export type FoundTerm = Term & { start: number; end: number }
/** `needs`: what must occur; spares the pattern in all other sentences. */
type Pattern = {
  needs: RegExp
  find: RegExp
  read: (match: RegExpExecArray, context: TermContext) => Dates | null
}

const before =
  '(?:voor|vóór|voór|vòòr|uiterlijk(?:\\s(?:voor|vóór|op|per|in|eind))?|per\\suiterlijk|niet\\slater\\sdan|tot(?:\\sen\\smet)?|t/m)'
const month =
  '(jan(?:uari)?|feb(?:r|ruari)?|maart|mrt|april|apr|mei|juni|juli|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const article = '(?:(?:het|de|dit|deze)\\s)?'
const year = '(\\d{4})'
const ofYear = `(?:\\s(?:van\\s)?(?:het\\sjaar\\s)?${year})?`
const quarter = '(eerste|tweede|derde|vierde|1e|2e|3e|4e)\\s(?:kwartaal|kw)'
const amount = '(\\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|zestien|achttien)'
const season = '(?:voorjaar|najaar|zomer|herfst|winter|lente)(?!\\p{L})'
const recess = '(zomer|herfst|kerst|voorjaars|mei)(?:reces|vakantie)'

const make = (body: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}-])${body}(?![\\p{L}\\p{N}])`, 'iu')

const digits = /20|19/
const months = /jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec/i
const seasonWords = /jaar|zomer|herfst|winter|lente/i

const patterns: readonly Pattern[] = [
  {
    needs: /reces|vakantie/i,
    find: make(
      `(na|voor|vóór|uiterlijk\\svoor|voorafgaand\\saan|direct\\sna|tijdens|tot)\\s${article}${recess}${ofYear}`,
    ),
    read: readRecess,
  },
  {
    needs: /kw/i,
    find: make(`${before}\\s${article}${quarter}${ofYear}`),
    read: (m, c) => readQuarter(m[0], m[1] as string, m[2], c, true),
  },
  {
    needs: /kw/i,
    find: make(`(?:in|gedurende|tijdens)\\s(?:de\\sloop\\svan\\s)?${article}${quarter}${ofYear}`),
    read: (m, c) => readQuarter(m[0], m[1] as string, m[2], c, false),
  },
  {
    needs: /q/i,
    find: make(`(?:uiterlijk\\s|voor\\s|vóór\\s)?(?:in\\s)?Q([1-4])\\s?${year}`),
    read: (m, c) => readQuarter(m[0], `${m[1]}e`, m[2], c, /uiterlijk|v[oó]{2}r/i.test(m[0])),
  },
  {
    needs: /hel|half/i,
    find: make(`in\\s${article}(eerste|tweede)\\s(?:helft|halfjaar|half\\sjaar)${ofYear}`),
    read: readHalf,
  },
  {
    needs: digits,
    find: make(`${before}\\s${article}(?:einde?\\s(?:van\\s)?(?:het\\sjaar\\s)?)?${year}(?!\\s?[-/]\\s?\\d)`),
    read: (m) => readBeforeYear(m[0], Number(m[1])),
  },
  {
    needs: /jaar/i,
    find: make(
      `(?:nog\\sdit\\s(?:kalender)?jaar|dit\\s(?:kalender)?jaar\\snog|${before}\\s(?:het\\s)?einde?\\svan\\s(?:dit|het)\\s(?:kalender)?jaar|uiterlijk\\sdit\\sjaar)`,
    ),
    read: readThisYear,
  },
  {
    needs: digits,
    find: make(`(?:in|gedurende)\\s(?:de\\sloop\\svan\\s)?(?:het\\sjaar\\s)?${year}(?!\\s?[-/]\\s?\\d)`),
    read: (m) => wholeYear(Number(m[1])),
  },
  {
    needs: /volgend/i,
    find: make(`(?:in\\s(?:de\\sloop\\svan\\s)?)?(?:het\\s)?volgend(?:e)?\\s(?:kalender)?jaar`),
    read: (_, c) => (c.reference ? wholeYear(partsOf(c.reference).year + 1) : undated('no-reference-date')),
  },
  {
    needs: /begin|medio|halverwege|eind|rond/i,
    find: make(
      `(?:begin|medio|halverwege|eind|rond)\\s(?:${month}(?:\\s${year})?|${year}|volgend\\sjaar|dit\\sjaar)`,
    ),
    read: () => undated('named-moment'),
  },
  {
    needs: months,
    find: make(`${before}\\s(?:(?:eind|in|begin|medio)\\s)?${month}(?:\\s${year})?`),
    read: (m, c) => readMonth(m[0], m[1] as string, m[2], c, true),
  },
  {
    needs: months,
    find: make(`in\\s(?:de\\s(?:loop\\svan|maand)\\s(?:de\\smaand\\s)?)?${month}(?:\\s${year})?`),
    read: (m, c) => readMonth(m[0], m[1] as string, m[2], c, false),
  },
  {
    needs: seasonWords,
    find: make(
      `(?:in|voor|vóór|na|dit|deze|uiterlijk\\s(?:in|voor))\\s${article}(?:aanstaande\\s|komende\\s)?${season}${ofYear}`,
    ),
    read: () => undated('in-season'),
  },
  {
    needs: seasonWords,
    find: make(`(?:dit|deze|komend|komende)\\s${season}`),
    read: () => undated('in-season'),
  },
  {
    needs: /binnen|over/i,
    find: make(`(?:binnen|over)\\s${amount}\\s(maanden|maand|weken|week|jaar|dagen)`),
    read: readWithin,
  },
  {
    needs: /vergadering/i,
    find: make(
      `(?:uiterlijk\\s)?(?:in|tijdens|voor|vóór|bij|na|op)\\s(?:de\\s)?(?:eerst)?(?:volgende|komende|eerstvolgende)\\s(?:raads)?(?:vergadering|raadsvergadering|commissievergadering)`,
    ),
    read: () => undated('named-moment'),
  },
  {
    needs: /nota|begroting|rekening|stukken|rapportage/i,
    find: make(
      `(?:uiterlijk\\s)?(?:bij|tegelijk\\smet|voor|vóór|tijdens|na|voorafgaand\\saan)\\s(?:de\\s|het\\s)?(?:behandeling\\svan\\s(?:de\\s|het\\s)?)?(?:eerstvolgende\\s|komende\\s|volgende\\s)?(?:programma)?(?:voorjaarsnota|najaarsnota|kadernota|perspectiefnota|begroting|jaarrekening|jaarstukken|zomernota|bestuursrapportage|tussenrapportage|begrotingsbehandeling|kadernotabehandeling)(?:\\s(?:van\\s)?\\d{4}(?:-\\d{4})?)?`,
    ),
    read: () => undated('named-moment'),
  },
]

/** Worth looking at: most sentences name no moment at all. */
const hint =
  /\d{4}|\d [a-z]|reces|vakantie|kwartaal|jaar|maand|week|weken|zomer|winter|herfst|lente|nota|begroting|vergadering|rekening|rapportage|stukken|dagen|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|\bQ[1-4]/i

/** The first term in a passage that is already folded; null when it names none. */
export function findTerm(text: string, context: TermContext): FoundTerm | null {
  if (!hint.test(text)) return null
  let best: FoundTerm | null = dateTerm(text, context)
  for (const { needs, find, read } of patterns) {
    if (!needs.test(text)) continue
    const match = find.exec(text)
    if (!match) continue
    const end = match.index + match[0].length
    if (best && (match.index > best.start || (match.index === best.start && end <= best.end))) continue
    if (best && match.index < best.start && end > best.start && end < best.end) continue
    const dates = read(match, context)
    if (dates) best = { text: match[0], start: match.index, end, ...dates }
  }
  return best
}

const prepositions: readonly (readonly [RegExp, TermRule, Side])[] = [
  [/(?:uiterlijk (?:voor|vóór) )$/iu, 'before-date', 'before'],
  [
    /(?:per uiterlijk|uiterlijk op|uiterlijk per|uiterlijk|niet later dan|tot en met|tot uiterlijk|t\/m) (?:de )?$/iu,
    'before-date',
    'until',
  ],
  [/(?:voor|vóór|voór|voorafgaand aan|tot) (?:de )?$/iu, 'before-date', 'before'],
  [/(?<!direct )na $/iu, 'after-date', 'after'],
  [/(?:met ingang van|vanaf|per|ingaande) $/iu, 'after-date', 'from'],
  [/op (?:de )?$/iu, 'exact-date', 'on'],
]

/** A day: *op, voor, uiterlijk, na, vanaf* with a printed date. A date without such a word (*de brief van 3 mei*) is no term. */
function dateTerm(text: string, context: TermContext): FoundTerm | null {
  for (const date of findDates(text)) {
    const lead = text.slice(Math.max(0, date.start - 24), date.start)
    for (const [words, rule, side] of prepositions) {
      const match = lead.match(words)
      const free = match && !/[\p{L}\p{N}]/u.test(lead.charAt((match.index ?? 0) - 1))
      if (!match || !free) continue
      const start = date.start - match[0].length
      const iso = date.iso ?? nextDay(date.month, date.day, context.reference)
      const dates = iso ? bound(iso, rule, side) : undated('no-reference-date')
      return { text: text.slice(start, date.end), start, end: date.end, ...dates }
    }
  }
  return null
}

const periods: readonly (readonly [RegExp, (match: RegExpExecArray) => number])[] = [
  [make('(?:maandelijks|maandelijkse|elke\\smaand|iedere\\smaand|per\\smaand)'), () => 1],
  [make('(?:elke|iedere|om\\sde)\\s(twee|drie|vier|zes)\\smaanden'), (m) => numberOf(m[1] as string)],
  [make('(?:per\\skwartaal|elk\\skwartaal|ieder\\skwartaal|driemaandelijks)'), () => 3],
  [
    make(
      '(?:halfjaarlijks|halfjaarlijkse|elk\\shalf\\s?jaar|ieder\\shalf\\s?jaar|per\\shalf\\s?jaar|(?:twee|2)\\s?(?:keer|maal)\\sper\\sjaar|tweemaal\\sper\\sjaar)',
    ),
    () => 6,
  ],
  [
    make('(?:jaarlijks|jaarlijkse|elk\\sjaar|ieder\\sjaar|eens\\sper\\sjaar|een\\skeer\\sper\\sjaar)'),
    () => 12,
  ],
  [make('(?:elke|iedere|om\\sde)\\s(twee|drie|vier|vijf)\\sjaar'), (m) => 12 * numberOf(m[1] as string)],
  [make('tweejaarlijks'), () => 24],
]

/** How often something must return. */
export function findPeriod(
  text: string,
): { text: string; months: number; start: number; end: number } | null {
  let best: { text: string; months: number; start: number; end: number } | null = null
  if (!/maand|kwartaal|jaar/iu.test(text)) return best
  for (const [find, read] of periods) {
    const match = find.exec(text)
    if (!match || (best && match.index >= best.start)) continue
    best = { text: match[0], months: read(match), start: match.index, end: match.index + match[0].length }
  }
  return best
}
