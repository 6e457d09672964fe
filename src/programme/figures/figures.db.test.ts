import { expect } from 'vitest'
import { letterPages, placeOf } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { announcement, as } from '../../../test/life.ts'
import { publishedWords, registerProgramme, sampleTree } from '../../../test/programme.ts'
import type { Ctx } from '../../ctx.ts'
import { historyOf, programmeReader } from '../index.ts'
import { changeRow } from '../step.ts'
import {
  addIndicator,
  addValue,
  changeIndicator,
  correctValue,
  figureHistory,
  figuresTaken,
  importSeries,
  previewSeries,
  removeIndicator,
  removeValue,
  storeSeries,
  undoImport,
  undoIndicator,
  undoValue,
} from './index.ts'

async function begun(ctx: Ctx, options: { adopted?: boolean } = {}) {
  const sample = await registerProgramme(ctx, options)
  const me = await as(ctx, 'policy-officer', '2026-02-02')
  const signals = {
    programme: sample.programme,
    name: 'Signalen bij het meldpunt',
    definition: 'Signalen van mogelijke uitbuiting die bij het meldpunt binnenkomen, dubbele één keer.',
    unit: 'signalen',
    counts: 'events',
    eventKind: 'signals',
    direction: 'up',
    source: 'Meldpunt Testdorp',
    certainty: 'counted',
  } as const
  const indicator = await addIndicator(me, { ...signals, target: '60', targetOn: '2026-12-31' })
  const tree = () => sampleTree(me)
  const add = (from: string, to: string, value: number | string, of = indicator.id) =>
    addValue(
      me,
      { indicator: of, from, to, value, document: sample.document, certainty: 'counted' },
      publishedWords,
    )
  const addYear = (year: number, value: number | string, of?: number) =>
    add(`${year}-01-01`, `${year}-12-31`, value, of)
  return { ...sample, me, signals, indicator, tree, add, addYear }
}
const utf8 = (text: string) => new TextEncoder().encode(text)
const refused = (...codes: string[]) => ({ code: 'form-invalid', fields: codes.map((code) => ({ code })) })

test.for([{ counts: 'things', unit: 'borden' }, { area: 'region' }, { unit: 'meldingen' }] as const)(
  'an indicator can be changed whatever it counts and of whatever area: %o',
  async (change, { ctx }) => {
    const { me, signals, tree } = await begun(ctx)
    const { eventKind: _, ...things } = {
      ...signals,
      counts: 'things',
      unit: 'palen',
      name: 'Palen',
    } as const
    const one = await addIndicator(
      me,
      'counts' in change ? { ...things, definition: 'Palen die er staan.' } : signals,
    )
    await changeIndicator(me, { indicator: one.id, version: one.version, reason: 'Beter geteld', ...change })
    expect((await tree()).indicators.find(({ id }) => id === one.id)).toMatchObject(change)
  },
)

test('a series is previewed, brought, brought again without doubles, and a change asks for a yes and a reason', async ({
  ctx,
}) => {
  const { me, indicator, tree } = await begun(ctx)
  const file = utf8('Jaar;Signalen\r\n2023;31\r\n2024;40\r\n2025;x\r\n')
  const { series } = await storeSeries(me, { bytes: file, fileName: 'meldpunt.csv' })
  expect(await storeSeries(me, { bytes: file, fileName: 'anders.csv' })).toEqual({ series, known: true })
  const mapping = { format: 'csv', period: 0, until: null, value: 1, decimal: null, only: [] } as const
  const input = { indicator: indicator.id, series, mapping, certainty: 'counted' } as const
  const preview = await previewSeries(me, input)
  expect(preview.rows.map(({ where, verdict }) => [where, verdict])).toEqual([
    ['B2', 'new'],
    ['B3', 'new'],
    ['B4', 'missing'],
  ])
  expect((await tree()).indicators[0]!.values).toEqual([])
  expect(await importSeries(me, input)).toEqual({ added: 2, changed: 0, same: 0, left: 1 })
  expect(await importSeries(me, input)).toEqual({ added: 0, changed: 0, same: 2, left: 1 })
  const later = utf8('Jaar;Signalen\r\n2023;31\r\n2024;52\r\n2025;61\r\n')
  const second = await storeSeries(me, { bytes: later, fileName: 'meldpunt-2.csv' })
  const again = { ...input, series: second.series }
  expect(await importSeries(me, again)).toEqual({ added: 1, changed: 0, same: 1, left: 1 })
  const take = ['2024-01-01/2024-12-31']
  await expect(importSeries(me, { ...again, take })).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'reason-needed' }],
  })
  expect(await importSeries(me, { ...again, take, reason: 'Nagekomen signalen' })).toMatchObject({
    changed: 1,
  })
  const values = (await tree()).indicators[0]!.values
  expect(values.map(({ from, value, series: name }) => [from, value, name])).toEqual([
    ['2023-01-01', 31, 'meldpunt.csv'],
    ['2024-01-01', 52, 'meldpunt-2.csv'],
    ['2025-01-01', 61, 'meldpunt-2.csv'],
  ])
  const back = await undoValue(me, values[1]!)
  expect(back.undone).toBe('import')
  expect((await tree()).indicators[0]!.values[1]!.value).toBe(40)
})

test('figures of a file are taken back in one go, unless one of them was changed since', async ({ ctx }) => {
  const { me, indicator, tree, addYear, programme } = await begun(ctx)
  await addYear(2023, 31)
  const file = utf8('Jaar;Signalen\r\n2023;44\r\n2024;52\r\n2025;61\r\n')
  const { series } = await storeSeries(me, { bytes: file, fileName: 'meldpunt.csv' })
  const mapping = { format: 'csv', period: 0, until: null, value: 1, decimal: null, only: [] } as const
  const take = [2023, 2024, 2025].map((year) => `${year}-01-01/${year}-12-31`)
  const bring = async (day: string) =>
    importSeries(await as(ctx, 'policy-officer', day), {
      ...{ indicator: indicator.id, series, mapping, certainty: 'counted', take },
      reason: 'Nieuwe telling',
    })
  const at = async () => {
    const { lines } = await figureHistory(me, { programme, indicator: indicator.id })
    return figuresTaken(lines)
  }
  const values = async () => (await tree()).indicators[0]!.values.map(({ from, value }) => [from, value])
  expect(await at()).toEqual([])
  await bring('2026-02-03')
  const [taken] = await at()
  expect(taken).toMatchObject({ on: '2026-02-03', figures: 3, since: 0 })
  const later = await as(ctx, 'policy-officer', '2026-02-04')
  const undo = { indicator: indicator.id, import: taken!.import }
  expect(await undoImport(later, undo)).toEqual({ figures: 3 })
  expect(await values()).toEqual([['2023-01-01', 31]])
  expect(await at(), 'nothing of it stands').toEqual([])
  await expect(undoImport(later, undo)).rejects.toMatchObject({ code: 'nothing-to-undo' })

  await bring('2026-02-05')
  const [again] = await at()
  const changed = (await tree()).indicators[0]!.values[2]!
  await correctValue(
    later,
    { value: changed.id, version: changed.version, figure: 75, reason: 'Bijgeteld' },
    publishedWords,
  )
  expect(await at()).toEqual([{ ...again, since: 1 }])
  await expect(undoImport(later, { ...undo, import: again!.import })).rejects.toMatchObject({
    code: 'moved-since',
  })
  expect(await values()).toEqual([
    ['2023-01-01', 44],
    ['2024-01-01', 52],
    ['2025-01-01', 75],
  ])
  await expect(undoImport(later, { ...undo, import: 1 })).rejects.toMatchObject({ code: 'not-found' })
})

test('a figure stands with its document and its words, is corrected with a reason, taken away and put back', async ({
  ctx,
}) => {
  const { me, document, tree, indicator } = await begun(ctx)
  const at = placeOf(letterPages, announcement)
  const input = { indicator: indicator.id, from: '2024-01-01', to: '2024-12-31', document } as const
  const added = await addValue(
    me,
    { ...input, value: '1250', at, certainty: 'estimated', note: 'bel 06 12345678' },
    publishedWords,
  )
  const value = async () => (await tree()).indicators[0]!.values[0]
  expect(await value()).toMatchObject({
    value: 1250,
    kind: 'count',
    document,
    quotation: announcement,
    certainty: 'estimated',
    note: 'bel ██ ████████',
  })
  const wrong = { value: added.id, version: 1, reason: '' }
  await expect(removeValue(me, wrong)).rejects.toMatchObject(refused('reason-needed'))
  await expect(correctValue(me, { ...wrong, from: '2024-02-30' }, publishedWords)).rejects.toMatchObject(
    refused('date-invalid', 'reason-needed'),
  )
  const reason = 'Verkeerd overgenomen'
  const fixed = await correctValue(me, { ...wrong, reason, figure: 250 }, publishedWords)
  expect(await value()).toMatchObject({ value: 250, quotation: announcement })
  const gone = await removeValue(me, { value: added.id, version: fixed.version, reason })
  expect(await value()).toBe(undefined)
  const back = await undoValue(me, gone)
  expect([back.undone, (await value())?.value]).toEqual(['remove', 250])
  expect((await undoValue(me, back)).undone).toBe('change')
  expect((await value())?.value).toBe(1250)
  const steps = await historyOf(programmeReader(me), {
    municipality: 'testdorp',
    programme: (await tree()).id,
  })
  expect(steps.filter(({ subject }) => subject === 'value').map(({ step }) => step)).toEqual([
    'undo',
    'undo',
    'remove',
    'change',
    'add',
  ])
})

test('what cannot stand is refused by its field', async ({ ctx }) => {
  const { me, indicator, document, addYear, add } = await begun(ctx)
  await addYear(2024, 20)
  await expect(addYear(2024, 30)).rejects.toMatchObject(refused('period-taken'))
  await expect(addYear(2023, '1.234')).rejects.toMatchObject({
    fields: [{ field: 'value', code: 'number-ambiguous' }],
  })
  await expect(addYear(2023, '')).rejects.toMatchObject({ fields: [{ field: 'value', code: 'needed' }] })
  await expect(addYear(2026, 20)).rejects.toMatchObject(refused('date-in-future'))
  await expect(add('2023-12-31', '2023-01-01', 20)).rejects.toMatchObject(refused('end-before-start'))
  const input = { indicator: indicator.id, from: '2023-01-01', to: '2023-12-31', value: 9 } as const
  const one = { ...input, certainty: 'counted', document } as const
  await expect(addValue(me, { ...one, document: 999 }, publishedWords)).rejects.toMatchObject({
    fields: [{ field: 'document_id', code: 'document-missing' }],
  })
  const beyond = [{ page: 9, start: 0, end: 4 }]
  await expect(addValue(me, { ...one, at: beyond }, publishedWords)).rejects.toMatchObject({
    fields: [{ field: 'at', code: 'passage-missing' }],
  })
  for (const role of ['clerk', 'councillor'] as const) {
    const other = await as(ctx, role, '2026-02-02')
    await expect(addValue(other, one, publishedWords)).rejects.toMatchObject({ code: 'denied' })
  }
})

test('small counts of signals never come out: alone, as a difference, by a correction, under another name', async ({
  ctx,
}) => {
  const { me, signals, indicator, addYear, add, tree } = await begun(ctx)
  await expect(addYear(2024, 4)).rejects.toMatchObject(refused('too-small'))
  await expect(add('2024-01-01', '2024-01-31', 9)).rejects.toMatchObject(refused('period-too-short'))
  const year = await addYear(2024, 20)
  await expect(add('2024-01-01', '2024-03-31', 17)).rejects.toMatchObject({
    fields: [{ code: 'difference-small', detail: { whole: 20, parts: 17, rest: 3 } }],
  })
  await expect(add('2023-07-01', '2024-06-30', 30)).rejects.toMatchObject(refused('periods-cross'))
  const fix = { value: year.id, version: year.version, reason: 'Nageteld' }
  await expect(correctValue(me, { ...fix, figure: 22 }, publishedWords)).rejects.toMatchObject(
    refused('correction-small'),
  )
  const gone = await removeValue(me, { value: year.id, version: year.version, reason: 'Fout' })
  await expect(addYear(2024, 22)).rejects.toMatchObject(refused('correction-small'))
  await addYear(2024, 26)
  await expect(undoValue(me, gone)).rejects.toMatchObject(refused('period-taken'))
  const again = await addIndicator(me, { ...signals, name: 'Meldpunt' })
  await expect(add('2024-01-01', '2024-03-31', 24, again.id)).rejects.toMatchObject(
    refused('difference-small'),
  )
  await expect(addYear(2024, 28, again.id)).rejects.toMatchObject(refused('correction-small'))
  await addYear(2024, 26, again.id)
  expect((await tree()).indicators.map(({ values }) => values.map(({ value }) => value))).toEqual([
    [26],
    [26],
  ])
  expect(indicator.id).not.toBe(again.id)
})

test('what was taken away before anybody outside could see it, does not stand in the way', async ({
  ctx,
}) => {
  const { me, addYear } = await begun(ctx, { adopted: false })
  const typo = await addYear(2024, 20)
  await removeValue(me, { value: typo.id, version: 1, reason: 'Tikfout' })
  await addYear(2024, 21)
})

test('an indicator keeps its target with the reason, and never comes to count what its values may not be', async ({
  ctx,
}) => {
  const { me, signals, indicator, addYear, programme, tree, combating, lessons } = await begun(ctx)
  for (const [change, codes] of [
    [{ unit: 'personen' }, ['counts-persons']],
    [{ baseline: '3' }, ['needed', 'too-small']],
    [{ area: 'district', areaName: 'Oost' }, ['area-too-narrow']],
    [{ area: 'district' }, ['needed', 'area-too-narrow']],
    [{ pillar: 999 }, ['not-a-choice']],
    [{ name: ' ', target: 'veel' }, ['needed', 'number-invalid']],
    [{ counts: 'persons' }, ['not-a-choice']],
  ] as const) {
    await expect(addIndicator(me, { ...signals, ...change } as never)).rejects.toMatchObject(
      refused(...codes),
    )
  }
  const to = { indicator: indicator.id, version: 1, target: '50' }
  await expect(changeIndicator(me, to)).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'reason-needed' }],
  })
  const changed = await changeIndicator(me, { ...to, reason: 'Minder capaciteit' })
  const [step] = await historyOf(programmeReader(me), { municipality: 'testdorp', programme })
  expect(step).toMatchObject({ reason: 'Minder capaciteit', changes: [{ field: 'target', to: 50 }] })
  expect(Number(step!.changes[0]!.from)).toBe(60)
  await expect(changeIndicator(me, { ...to, target: '55', reason: 'x' })).rejects.toMatchObject(
    refused('changed-by-other'),
  )
  const placed = await changeIndicator(me, { ...to, target: 50, pillar: combating, action: lessons })
  expect((await tree()).indicators[0]).toMatchObject({
    pillar: combating,
    action: lessons,
    target: { value: 50 },
  })

  const lessonsGiven = await addIndicator(me, {
    ...signals,
    name: 'Lessen',
    definition: 'Gegeven lessen.',
    unit: 'lessen',
    eventKind: 'sessions',
  })
  await addYear(2024, 3, lessonsGiven.id)
  await expect(
    changeIndicator(me, { indicator: lessonsGiven.id, version: 1, eventKind: 'other' }),
  ).rejects.toMatchObject(refused('values-in-the-way'))
  const gone = await removeIndicator(me, { indicator: lessonsGiven.id, version: 1, reason: 'Dubbel' })
  expect((await tree()).indicators).toHaveLength(1)
  await expect(addYear(2023, 30, lessonsGiven.id)).rejects.toMatchObject({ code: 'not-found' })
  await undoIndicator(me, gone)
  expect((await tree()).indicators[1]!.values).toHaveLength(1)
  expect(placed.version).toBe(changed.version + 1)
})

test('a programme that has ended takes no figures any more', async ({ ctx }) => {
  const { me, addYear, programme } = await begun(ctx)
  const { version } = await me.tx
    .selectFrom('programme.programme')
    .select('version')
    .where('id', '=', programme)
    .executeTakeFirstOrThrow()
  await changeRow(me, 'programme', { id: programme, version }, { state: 'ended' }, { step: 'end' })
  await expect(addYear(2024, 20)).rejects.toMatchObject({ code: 'programme-closed' })
})
