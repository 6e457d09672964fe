import { expect } from 'vitest'
import { test, testNow } from '../../../test/database.ts'
import { setUpMunicipality } from '../../council/index.ts'
import type { Ctx } from '../../ctx.ts'
import { addIndicator, importSeries, loadTree, previewSeries, storeSeries } from '../index.ts'
import { addRow } from '../step.ts'
import { addValue, changeIndicator, correctValue, removeValue, undoValue } from './index.ts'

const words = async (_: Ctx, places: readonly { document: number; at: unknown }[]) =>
  places.map(({ document }) => (document === 999 ? null : 'In 2024 kwamen 40 signalen binnen.'))

async function begun(ctx: Ctx) {
  await setUpMunicipality(ctx, { name: 'Testdorp', theme: 'schakel', bodies: [] })
  const programme = await addRow(ctx, 'programme', {
    slug: 'veilig',
    title: 'Veilig',
    starts_on: '2024-01-01',
    ends_on: '2027-12-31',
  })
  const signals = {
    programme: programme.id,
    name: 'Signalen bij het meldpunt',
    definition: 'Signalen van mogelijke uitbuiting die bij het meldpunt binnenkomen, dubbele één keer.',
    unit: 'signalen',
    counts: 'events',
    eventKind: 'signals',
    direction: 'up',
    source: 'Meldpunt Testdorp',
    certainty: 'counted',
  } as const
  const indicator = await addIndicator(ctx, { ...signals, target: '60', targetOn: '2026-12-31' })
  const tree = () => loadTree(ctx.tx, { municipality: 'testdorp', slug: 'veilig' })
  return { programme, signals, indicator, tree }
}
const year = (y: number) => ({ from: `${y}-01-01`, to: `${y}-12-31` })
const utf8 = (text: string) => new TextEncoder().encode(text)

test('a series is previewed, brought, brought again without doubles, and a change asks for a yes and a reason', async ({
  ctx,
}) => {
  const { indicator, tree } = await begun(ctx)
  const file = utf8('Jaar;Signalen\r\n2023;31\r\n2024;40\r\n2025;x\r\n')
  const { series } = await storeSeries(ctx, { bytes: file, fileName: 'meldpunt.csv' })
  expect(await storeSeries(ctx, { bytes: file, fileName: 'anders.csv' })).toEqual({ series, known: true })
  const mapping = { format: 'csv', period: 0, until: null, value: 1, decimal: null, only: [] } as const
  const input = { indicator: indicator.id, series, mapping, certainty: 'counted' } as const
  const preview = await previewSeries(ctx, input)
  expect(preview.rows.map(({ where, verdict }) => [where, verdict])).toEqual([
    ['B2', 'new'],
    ['B3', 'new'],
    ['B4', 'missing'],
  ])
  expect((await tree()).indicators[0]!.values).toEqual([])
  expect(await importSeries(ctx, input)).toEqual({ added: 2, changed: 0, same: 0, left: 1 })
  expect(await importSeries(ctx, input)).toEqual({ added: 0, changed: 0, same: 2, left: 1 })
  const later = utf8('Jaar;Signalen\r\n2023;31\r\n2024;52\r\n2025;61\r\n')
  const second = await storeSeries(ctx, { bytes: later, fileName: 'meldpunt-2.csv' })
  const again = { ...input, series: second.series }
  expect(await importSeries(ctx, again)).toEqual({ added: 1, changed: 0, same: 1, left: 1 })
  const take = ['2024-01-01/2024-12-31']
  await expect(importSeries(ctx, { ...again, take })).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'reason-needed' }],
  })
  expect(await importSeries(ctx, { ...again, take, reason: 'Nagekomen signalen' })).toMatchObject({
    changed: 1,
  })
  const values = (await tree()).indicators[0]!.values
  expect(values.map(({ from, value, series: name }) => [from, value, name])).toEqual([
    ['2023-01-01', 31, 'meldpunt.csv'],
    ['2024-01-01', 52, 'meldpunt-2.csv'],
    ['2025-01-01', 61, 'meldpunt-2.csv'],
  ])
  const back = await undoValue(ctx, values[1]!)
  expect(back.undone).toBe('import')
  expect((await tree()).indicators[0]!.values[1]!.value).toBe(40)
})
