import {
  type DecimalSign,
  guessColumns,
  type SeriesFile,
  type SeriesMapping,
} from '../../../../programme/index.ts'
import { type Typed, textIn } from '../../matter/typed.ts'

const columnIn = (typed: Typed, name: string): number => {
  const text = textIn(typed, name)
  return /^\d{1,3}$/.test(text) ? Number(text) : -1
}

/**
 * What an address or a form says of a file: `periode`, `tot`, `getal`, `teken`, `alleen` and `is` of a list; `tijd` and `kies-0` … of a
 * dataset. What it does not say is guessed from the file where the file shows it. Null when that is not enough. Pure.
 */
export function mappingIn(typed: Typed, file: SeriesFile): SeriesMapping | null {
  if (file.format === 'csv') {
    const guess = guessColumns(file.table)
    const period = typed.has('periode') ? columnIn(typed, 'periode') : guess.period
    const value = typed.has('getal') ? columnIn(typed, 'getal') : guess.value
    const only = columnIn(typed, 'alleen')
    const until = columnIn(typed, 'tot')
    if (period < 0 || value < 0) return null
    return {
      format: 'csv',
      period,
      until: until < 0 ? null : until,
      value,
      decimal: signs[textIn(typed, 'teken')] ?? null,
      only: only < 0 ? [] : [{ column: only, text: textIn(typed, 'is').trim() }],
    }
  }
  const { dimensions } = file.dataset
  const time = dimensions.find(({ id }) => id === textIn(typed, 'tijd')) ?? dimensions.find((one) => one.time)
  if (!time) return null
  const choose: Record<string, string> = {}
  for (const [nth, { id, categories }] of dimensions.entries()) {
    if (id === time.id || categories.length === 1) continue
    const chosen = categories.find((one) => one.id === textIn(typed, `kies-${nth}`))
    if (!chosen) return null
    choose[id] = chosen.id
  }
  return { format: 'json-stat', time: time.id, choose }
}
const signs: Readonly<Record<string, DecimalSign>> = { komma: ',', punt: '.' }

/** The same as hidden fields of a form. Pure. */
export function mappingFields(mapping: SeriesMapping, file: SeriesFile): [string, string][] {
  if (mapping.format === 'csv') {
    const { period, until, value, decimal, only } = mapping
    return [
      ['periode', String(period)],
      ['tot', until === null ? '' : String(until)],
      ['getal', String(value)],
      ['teken', decimal === ',' ? 'komma' : decimal === '.' ? 'punt' : ''],
      ['alleen', only[0] ? String(only[0].column) : ''],
      ['is', only[0]?.text ?? ''],
    ]
  }
  if (file.format !== 'json-stat') return []
  return [
    ['tijd', mapping.time],
    ...file.dataset.dimensions.flatMap(({ id }, nth): [string, string][] =>
      Object.hasOwn(mapping.choose, id) ? [[`kies-${nth}`, mapping.choose[id]!]] : [],
    ),
  ]
}

/** The words of an address as a form would send them. */
export function typedQuery(query: URLSearchParams): Typed {
  const typed = new Map<string, string[]>()
  for (const [name, value] of query) typed.set(name, [...(typed.get(name) ?? []), value])
  return typed
}
