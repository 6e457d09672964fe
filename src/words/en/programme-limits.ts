import type { Area, FigureCode } from '../../programme/index.ts'
import { figureOf, formatDate, formatNumber } from '../format.ts'
import type { choiceWords as nl } from '../nl/programme-limits.ts'

const n = (value: string | number | undefined) => formatNumber(Number(value), 'en')
const day = (value: string | number | undefined) => formatDate(String(value), 'en')
type Detail = Readonly<Record<string, string | number>>

export const eventKindWords: Readonly<Record<string, { name: string; hint: string }>> = {
  sessions: { name: 'Meetings, lessons and trainings', hint: 'How often something was given.' },
  campaigns: { name: 'Information and campaigns', hint: 'Actions for everybody.' },
  agreements: { name: 'Agreements and covenants', hint: 'Between organisations.' },
  barriers: { name: 'Barriers', hint: 'Rules and measures that make abuse harder.' },
  inspections: { name: 'Inspections', hint: 'How often somebody looked.' },
  findings: { name: 'Findings of inspections', hint: 'How often something was wrong.' },
  signals: { name: 'Signals and reports', hint: 'How often something was reported.' },
  'police-reports': { name: 'Police reports and arrests', hint: 'With the police.' },
  'case-meetings': { name: 'Cases discussed', hint: 'In a meeting of organisations.' },
  closures: { name: 'Closures and penalties', hint: 'Decisions against a building or a business.' },
  other: { name: 'Something else that happens', hint: 'The strictest limits hold.' },
}
export const areaWords: Record<Area, string> = {
  country: 'the Netherlands',
  region: 'the region',
  municipality: 'the municipality',
  district: 'a district',
  neighbourhood: 'a neighbourhood',
}
const elsewhere =
  'Figures about persons come from the confidential side only, where they are protected first. Here you count what happens: lessons, inspections, signals.'
const whyLimit = 'A small number may point at a person.'
const atLeast = (months: string | number | undefined) => figureOf(Number(months), 'month', 'months', 'en')

export const figureProblemWords: Record<FigureCode, (detail: Detail) => string> = {
  'counts-persons': ({ word }) => `This counts persons (“${word}”). ${elsewhere}`,
  'share-points-at-persons': ({ word }) =>
    `This is a share of something that may point at persons (“${word}”). With the number beside it a small count can be worked out. Count the number itself instead.`,
  'other-kind': ({ kind }) =>
    `By its unit this counts ${(eventKindWords[String(kind)]?.name ?? String(kind)).toLowerCase()}. Choose that kind: it has limits of its own.`,
  'area-too-narrow': ({ area }) =>
    `For this kind a number may not be about an area smaller than ${areaWords[area as Area] ?? area}. Add areas together.`,
  'values-in-the-way': () =>
    'There are figures already that could not be public with this. Change those first, or make a new indicator.',
  'number-whole': () => 'What happens is counted in whole numbers.',
  'number-negative': () => 'This number cannot be less than zero.',
  'number-missing': () => 'There is no number here.',
  'too-many-decimals': ({ decimals }) => `This number has more decimals than the indicator (${n(decimals)}).`,
  'too-small': ({ smallest }) =>
    `This number is smaller than ${n(smallest)}. ${whyLimit} Take a longer period, or add areas together. Zero is allowed.`,
  'period-too-short': ({ months }) =>
    `This period is too short. For this kind it takes at least ${atLeast(months)}: over less time a number may point at a person.`,
  'period-taken': () => 'There is a figure for this period already. Correct that one.',
  'period-twice': () => 'This period stands in the file more than once. Choose below which rows count.',
  'period-unreadable': () => 'This is no period that can be read.',
  'periods-cross': ({ from, to, otherFrom, otherTo }) =>
    `The period ${day(from)} to ${day(to)} lies half across ${day(otherFrom)} to ${day(otherTo)}. From that, small numbers can be worked out. Take periods that lie beside or within each other.`,
  'difference-small': ({ whole, parts, rest, from, to, smallest }) =>
    `With the figures that are there a small number can be worked out: ${n(whole)} (${day(from)} to ${day(to)}) minus ${n(parts)} is ${n(rest)}, less than ${n(smallest)}. ${whyLimit} Take a longer period.`,
  'rest-short': ({ from, to, months }) =>
    `With the figures that are there it can be worked out what happened in a very short time, within ${day(from)} to ${day(to)}. For this kind it takes at least ${atLeast(months)}.`,
  'parts-differ': ({ whole, parts, from, to }) =>
    `These do not agree: over ${day(from)} to ${day(to)} there is ${n(whole)}, and the periods within it come to ${n(parts)}.`,
  'correction-small': ({ before, now, smallest }) =>
    `Before, it said ${n(before)}. Whoever kept that now sees a difference of ${n(Math.abs(Number(now) - Number(before)))}, less than ${n(smallest)}. That may point at a person too. Leave the figure and write that it may still change; correct it when the difference is larger.`,
  'columns-twice': () => 'Choose a column of its own for the period and for the number.',
  'file-empty': () => 'This file is empty.',
  'file-spreadsheet': () =>
    'This is a file of a spreadsheet program. Save it there as CSV and choose that file.',
  'file-other': () => 'This is neither a list (CSV) nor JSON-stat.',
  'not-json': () => 'This file begins as JSON but cannot be read. Perhaps it was not fetched whole.',
  'json-stat-other': () => 'This is JSON, but not a table in JSON-stat.',
  'json-stat-old': () => 'This is an older version of JSON-stat. Fetch the table as JSON-stat 2.0.',
  'json-stat-damaged': () =>
    'In this table (JSON-stat) the layout and the numbers do not fit each other. Fetch it again.',
  'json-stat-long': () => 'This table is too large. Choose fewer areas or subjects at its source.',
}

export const choiceWords: typeof nl = {
  counts: {
    events: 'What happens',
    things: 'What is there, such as places or schools',
    money: 'Money',
    share: 'A share (%)',
  },
  direction: { up: 'More is better', down: 'Less is better', hold: 'It should stay the same' },
  certainty: {
    counted: 'Counted',
    sampled: 'From a sample',
    estimated: 'Estimated',
    unknown: 'Not known how sure',
  },
  sure: {
    counted: 'The figures were counted.',
    sampled: 'The figures come from a sample.',
    estimated: 'At least one figure is an estimate.',
    unknown: 'How sure the figures are is not known.',
  },
}
