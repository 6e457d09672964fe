import { expect, test } from 'vitest'
import { eventRules } from './event-rules.ts'
import { planSeries } from './plan-series.ts'
import { columnLetters, guessColumns, readSeries, type SeriesMapping, seriesRows } from './series.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = async (text: string, mapping: Partial<SeriesMapping> = {}) =>
  seriesRows(await readSeries(utf8(text)), {
    format: 'csv',
    period: 0,
    until: null,
    value: 1,
    decimal: null,
    only: [],
    ...mapping,
  } as SeriesMapping)

test('each row of a list says its cell, its period and its figure, or what is wrong', async () => {
  const rows = await csv('Jaar;Aantal\n2021;1.234\n2022;12,5\n2023;x\nooit;4\n2024;veel\n')
  expect(rows.map(({ where, value, problem }) => [where, value, problem?.code])).toEqual([
    ['B2', null, 'number-ambiguous'],
    ['B3', 12.5, undefined],
    ['B4', null, 'number-missing'],
    ['A5', 4, 'period-unreadable'],
    ['B6', null, 'number-invalid'],
  ])
  expect((await csv('Jaar;Aantal\n2021;1.234\n', { decimal: ',' }))[0]).toMatchObject({ value: 1234 })
})

test('two columns of days, only some rows, and a period that stands there twice', async () => {
  const text = 'van;tot;gebied;n\n1-1-2023;31-3-2023;Waterstad;6\n1-1-2023;31-3-2023;Duinrode;7\n'
  const both = { until: 1, value: 3 }
  expect((await csv(text, both)).map(({ problem }) => problem?.code)).toEqual([
    'period-twice',
    'period-twice',
  ])
  expect(await csv(text, { ...both, only: [{ column: 2, text: 'Duinrode' }] })).toMatchObject([
    { where: 'D3', period: { from: '2023-01-01', to: '2023-03-31' }, value: 7, problem: null },
  ])
  await expect(csv(text, { value: 0 })).rejects.toMatchObject({ fields: [{ code: 'columns-twice' }] })
  await expect(csv(text, { value: 9 })).rejects.toMatchObject({ fields: [{ code: 'columns-twice' }] })
})

test.for([
  ['file-empty', ''],
  ['file-spreadsheet', 'PK\x03\x04'],
  ['file-spreadsheet', '\xd0\xcf\x11\xe0'],
  ['file-other', '%PDF-1.7'],
  ['file-other', '<!doctype html>'],
  ['file-other', 'a\0b'],
  ['not-json', '{"a":'],
] as const)('%s', async ([code, text]) => {
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  await expect(readSeries(bytes)).rejects.toMatchObject({ fields: [{ field: 'file', code }] })
})

test('of a dataset every dimension is chosen', async () => {
  const content = {
    version: '2.0',
    class: 'dataset',
    id: ['gebied', 'meting', 'tijd'],
    size: [2, 1, 2],
    dimension: {
      gebied: { category: { index: ['w', 'd'] } },
      meting: { category: { label: { n: 'Aantal' } } },
      tijd: { category: { index: ['2023KW01', '2023KW02'], label: { '2023KW01': '2023 1e kwartaal' } } },
    },
    value: [1, 2, 30, null],
  }
  const file = await readSeries(utf8(JSON.stringify(content)))
  expect(() => seriesRows(file, { format: 'json-stat', time: 'tijd', choose: {} })).toThrow(
    expect.objectContaining({ fields: [{ field: 'choose/gebied', code: 'needed' }] }),
  )
  expect(seriesRows(file, { format: 'json-stat', time: 'tijd', choose: { gebied: 'd' } })).toMatchObject([
    { where: '2023 1e kwartaal', period: { from: '2023-01-01', to: '2023-03-31' }, value: 30, problem: null },
    { where: '2023KW02', value: null, problem: { code: 'number-missing' } },
  ])
})

test('columns are found where the file shows them', async () => {
  const guess = async (text: string) => {
    const file = await readSeries(utf8(text))
    return file.format === 'csv' ? guessColumns(file.table) : null
  }
  expect(await guess('gebied;jaar;n\nW;2023;12\nW;2024;1.234\n')).toEqual({ period: 1, value: 2 })
  expect(await guess('a;b\nx;y\n')).toEqual({ period: -1, value: -1 })
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})

test('beside what stands, a row is new, the same, changed or refused', async () => {
  const rows = await csv('j;n\n2020;8\n2021;9\n2022;20\n2023;3\n2027;9\n')
  const standing = [
    { id: 1, from: '2020-01-01', to: '2020-12-31', value: 8 },
    { id: 2, from: '2021-01-01', to: '2021-12-31', value: 20 },
  ]
  const kind = eventRules('2026-01-01').kinds.signals!
  const planned = planSeries(rows, standing, { counts: 'events', decimals: 0, kind, today: '2026-06-01' })
  expect(planned.map(({ verdict, now, refusal }) => [verdict, now, refusal?.code])).toEqual([
    ['same', null, undefined],
    ['changed', 20, undefined],
    ['new', null, undefined],
    ['refused', null, 'too-small'],
    ['refused', null, 'date-in-future'],
  ])
})
