/** Indicators and figures through the pages, as a browser without scripts would. */
import { expect } from 'vitest'
import { test } from '../../../../../test/database.ts'
import { formOn, hasForm, wordsOf } from '../../../../../test/forms.ts'
import { announcement } from '../../../../../test/life.ts'
import { type Fill, fill, matterSite } from '../../../../../test/matter-site.ts'
import { addProgramme, sampleTree } from '../../../../../test/programme.ts'
import type { Databases } from '../../../../db/connect.ts'

const me = 'policy-officer'
const list = '/testdorp/bureau/programma/veilig-buiten/indicatoren'
let made: ReturnType<typeof begin> | undefined
const site = (databases: Databases) => {
  made ??= begin(databases)
  return made
}
async function begin(databases: Databases) {
  const desk = await matterSite(databases)
  desk.today = '2024-07-08'
  const programme = await desk.inDatabase((ctx) => addProgramme(ctx))
  desk.today = '2026-02-02'
  const indicators = async () => (await desk.inDatabase(sampleTree)).indicators
  const page = async (path: string) => (await desk.get(me, path)).html
  const send = async (path: string, form: string, values: Fill, to = path) =>
    desk.send(me, to, fill(formOn(await page(path), form), values))
  const add = async (values: Fill): Promise<string> => {
    const sent = await send(`${list}/nieuw`, 'erbij', { source: 'Meldpunt Testdorp', ...values })
    if (!sent.location) throw new Error(wordsOf(sent.html, 'erbij'))
    return sent.location.replace(/\?.*/, '')
  }
  const bring = async (path: string, name: string, content: string | Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    for (const [field, value] of formOn(await page(path), 'bestand'))
      if (field !== 'file') form.append(field, value)
    form.append('file', new File([content], name))
    return desk.send(me, path, form)
  }
  return { ...programme, desk, indicators, page, send, add, bring }
}
const signals = {
  name: 'Signalen bij het meldpunt',
  definition: 'Signalen van mogelijke uitbuiting, dubbele één keer.',
  unit: 'signalen',
  event_kind: 'signals',
  target: '60',
  target_on: '31-12-2026',
}

test('an indicator that counts persons is refused with the reason, and everything typed stays', async ({
  databases,
}) => {
  const { send, add, desk, prevention, indicators } = await site(databases)
  const refused = await send(`${list}/nieuw`, 'erbij', {
    ...signals,
    unit: 'slachtoffers',
    source: 'Meldpunt',
  })
  expect(refused.status).toBe(422)
  const words = wordsOf(refused.html, 'erbij')
  expect(words).toContain('Dit telt personen (“slachtoffers”)')
  expect(words).toContain('afgeschermde kant')
  expect(formOn(refused.html, 'erbij').get('definition')).toBe(signals.definition)
  const path = await add({ ...signals, of: `pillar-${prevention}` })
  expect((await indicators()).at(-1)).toMatchObject({
    name: signals.name,
    pillar: prevention,
    target: { value: 60, on: '2026-12-31' },
  })
  const shown = await desk.get(me, path)
  expect(shown.status).toBe(200)
  expect(wordsOf(shown.html)).toContain('Van deze soort komt geen getal van 1 tot en met 4 naar buiten')
  for (const who of ['clerk', 'councillor'] as const) expect((await desk.get(who, path)).status).toBe(403)
})

test('a figure is added with its document or its sentence, refused when small, corrected and put back', async ({
  databases,
}) => {
  const { desk, add, send, page, indicators } = await site(databases)
  const path = await add({ ...signals, name: 'Signalen van buiten', definition: 'Signalen van buiten.' })
  const year = { period_start: '1-1-2024', period_end: '31-12-2024' }
  const document = String(desk.document)
  const empty = await send(path, 'getal', {})
  expect(empty.status).toBe(422)
  for (const field of ['Eerste dag', 'Laatste dag', 'In welk stuk'])
    expect(wordsOf(empty.html, 'getal')).toContain(field)
  const small = await send(path, 'getal', { ...year, value: '4', document_id: document })
  expect(wordsOf(small.html, 'getal')).toContain('Dit getal is kleiner dan 5')
  expect(formOn(small.html, 'getal').get('value')).toBe('4')
  expect(formOn(small.html, 'getal').get('document_id')).toBe(document)
  const unclear = await send(path, 'getal', { ...year, value: '1.234', document_id: document })
  expect(wordsOf(unclear.html, 'getal')).toContain('op twee manieren te lezen')
  const added = await send(path, 'getal', {
    ...year,
    value: '20',
    'evidence-quote': announcement,
    'evidence-document': document,
  })
  expect(added.status).toBe(303)
  const [value] = (await indicators()).at(-1)!.values
  expect(value).toMatchObject({ value: 20, quotation: announcement, document: desk.document })
  expect(wordsOf(await page(path))).toContain('Er is nog niets om mee te vergelijken')
  const part = await send(path, 'getal', {
    period_start: '1-1-2024',
    period_end: '31-3-2024',
    value: '17',
    document_id: document,
  })
  expect(wordsOf(part.html, 'getal')).toContain('20 (1 januari 2024 t/m 31 december 2024) min 17 is 3')

  const one = `${path}/waarden/${value!.id}`
  const unsaid = await send(one, 'verbeteren', { value: '30' })
  expect(wordsOf(unsaid.html, 'verbeteren')).toContain('Schrijf erbij waarom')
  const near = await send(one, 'verbeteren', { value: '22', reason: 'Nageteld' })
  expect(wordsOf(near.html, 'verbeteren')).toContain('ziet nu een verschil van 2')
  expect((await send(one, 'verbeteren', { value: '30', reason: 'Nageteld' })).status).toBe(303)
  expect((await indicators()).at(-1)!.values[0]).toMatchObject({ value: 30, quotation: announcement })
  expect(wordsOf(await page(path))).toContain('Getal: 30 (was 20). Nageteld')
  expect((await send(one, 'weghalen', { reason: 'Dubbel' })).status).toBe(303)
  expect(hasForm(await page(one), 'verbeteren')).toBe(false)
  expect((await send(one, 'terug', {})).status).toBe(303)
  expect((await indicators()).at(-1)!.values[0]).toMatchObject({ value: 30 })
})

test('a file is looked at before anything is written, and brought again without doubles', async ({
  databases,
}) => {
  const { desk, add, send, bring, page, indicators } = await site(databases)
  const path = await add({
    ...signals,
    name: 'Lessen',
    definition: 'Gegeven lessen.',
    unit: 'lessen',
    event_kind: 'sessions',
  })
  for (const [name, content, sentence] of [
    ['lijst.xlsx', 'PK\x03\x04', 'Bewaar het daar als CSV'],
    ['stuk.pdf', '%PDF-1.7', 'geen lijst (CSV) en geen JSON-stat'],
    ['leeg.csv', 'Jaar;Aantal\n', 'niets'],
    ['kapot.json', '{"a":', 'niet te lezen'],
  ] as const) {
    const wrong = await bring(path, name, content)
    expect(wrong.status, name).toBe(422)
    if (name !== 'leeg.csv') expect(wordsOf(wrong.html, 'bestand'), name).toContain(sentence)
  }
  const sent = await bring(path, 'lessen.csv', 'Jaar;Aantal\r\n2023;12\r\n2024;1.234\r\n2025;3\r\n')
  const preview = sent.location!
  expect(preview).toMatch(/\/bestand\/\d+$/)
  const first = await page(preview)
  expect(wordsOf(first, 'overnemen')).toContain('2 nieuw en 1 kan niet')
  expect(wordsOf(first, 'overnemen')).toContain('Er staat: “1.234”.')
  expect((await indicators()).at(-1)!.values).toEqual([])
  const clear = `${preview}?periode=0&getal=1&teken=komma`
  expect(wordsOf(await page(clear), 'overnemen')).toContain('2024: 1.234 lessen · nieuw')
  expect((await send(clear, 'overnemen', {}, preview)).location).toContain('cijfers=3-0-0')
  expect((await indicators()).at(-1)!.values.map(({ value }) => value)).toEqual([12, 1234, 3])
  expect(wordsOf(await page(clear), 'overnemen')).toContain('3 staat er al')
  const later = (await bring(path, 'later.csv', 'Jaar;Aantal\r\n2024;1300\r\n')).location!
  const untaken = await send(later, 'overnemen', { take: '2024-01-01/2024-12-31' })
  expect(untaken.status).toBe(422)
  expect(wordsOf(untaken.html, 'overnemen')).toContain('Waarom veranderen er cijfers?')
  desk.today = '2026-02-03'
  await send(later, 'overnemen', { take: '2024-01-01/2024-12-31', reason: 'Nieuwe telling' })
  const values = (await indicators()).at(-1)!.values
  expect(values[1]).toMatchObject({ value: 1300, kind: 'series', series: 'later.csv' })
  const csv = await desk.get(me, `${path}/cijfers.csv`)
  expect(csv.html.split('\r\n')[2]).toContain('Lessen,lessen,2024-01-01,2024-12-31,1300,Geteld')
  expect((await desk.get(me, `${list}/cijfers.csv`)).html).toContain('1300')

  const files = (await desk.get(me, path)).html
  expect(wordsOf(files)).toContain('Eén cijfer is daarna veranderd.')
  const newest = [...files.matchAll(/name="import" value="(\d+)"/g)].map(([, id]) => id!)
  expect(newest, 'only the second file goes back in one go').toHaveLength(1)
  const takeBack = () =>
    desk.send(me, path, new URLSearchParams({ step: 'bestand-terug', import: newest[0]! }))
  const back = await takeBack()
  expect(back.location).toBe(`${path}?gedaan=bestand-terug#gedaan`)
  expect((await indicators()).at(-1)!.values.map(({ value }) => value)).toEqual([12, 1234, 3])
  const after = await desk.get(me, `${path}?gedaan=bestand&cijfers=0-1-0`)
  expect(wordsOf(after.html, 'gedaan'), 'now the first file can').toContain('Zet dit bestand terug')
  const again = await takeBack()
  expect(again.status).toBe(409)
  expect(wordsOf(again.html, 'bestand-terug-fouten'), 'said above the files').toContain('Nog niet bewaard')
  desk.today = '2026-02-02'
})

test('a dataset asks which of each dimension, and says when it is no JSON-stat', async ({ databases }) => {
  const { add, bring, page, send, indicators } = await site(databases)
  const path = await add({
    ...signals,
    name: 'Controles',
    definition: 'Controles in bedrijven.',
    unit: 'controles',
    event_kind: 'inspections',
  })
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: 'Controles naar gebied',
    updated: '2025-02-10',
    id: ['gebied', 'tijd'],
    size: [2, 2],
    role: { time: ['tijd'] },
    dimension: {
      gebied: { label: 'Gebied', category: { index: ['w', 'd'], label: { w: 'Testdorp', d: 'Duinrode' } } },
      tijd: {
        category: { index: ['2023JJ00', '2024JJ00'], label: { '2023JJ00': '2023', '2024JJ00': '2024' } },
      },
    },
    value: [10, 20, 30, 40],
  }
  const preview = (await bring(path, 'controles.json', JSON.stringify(dataset))).location!
  const asked = await page(preview)
  expect(hasForm(asked, 'overnemen')).toBe(false)
  expect(wordsOf(asked)).toContain('Gebied')
  const chosen = `${preview}?tijd=tijd&kies-0=d`
  expect((await send(chosen, 'overnemen', {}, preview)).status).toBe(303)
  expect((await indicators()).at(-1)!.values).toMatchObject([
    { value: 30, series: 'Controles naar gebied', sourceOn: '2025-02-10' },
    { value: 40 },
  ])
  const old = await bring(path, 'oud.json', JSON.stringify({ ...dataset, version: '1.3' }))
  expect(wordsOf(old.html, 'bestand')).toContain('oudere versie')
})

test('two people who change the target differently see each other, and a second send is sure', async ({
  databases,
}) => {
  const { desk, add, page, indicators } = await site(databases)
  const path = await add({ ...signals, name: 'Doelen', definition: 'Signalen met een doel.' })
  const mine = formOn(await page(path), 'aanpassen')
  const theirs = fill(formOn(await page(path), 'aanpassen'), { target: '70', reason: 'Meer geld' })
  expect((await desk.send(me, path, theirs)).status).toBe(303)
  const both = await desk.send(me, path, fill(mine, { target: '80', reason: 'Meer mensen' }))
  expect(both.status).toBe(422)
  expect(wordsOf(both.html, 'aanpassen')).toContain('70')
  const again = formOn(both.html, 'aanpassen')
  expect(again.get('target')).toBe('80')
  expect((await desk.send(me, path, again)).status).toBe(303)
  expect((await indicators()).at(-1)!.target).toMatchObject({ value: 80 })
  const back = await desk.send(me, path, formOn(await page(path), 'terug'))
  expect(back.status).toBe(303)
  expect((await indicators()).at(-1)!.target).toMatchObject({ value: 70 })
})

test('the list says how each indicator goes, and both languages are whole', async ({ databases }) => {
  const { desk, page } = await site(databases)
  const words = wordsOf(await page(list))
  expect(words).toContain('Hoe het gaat volgt uit mijlpalen en cijfers')
  expect(words).toContain('Signalen bij het meldpunt')
  expect(words).toContain('Er zijn nog geen cijfers. Doel: 60 signalen op 31 december 2026.')
  const english = await desk.get(me, `/en${list}`)
  expect(english.status).toBe(200)
  expect(wordsOf(english.html)).toContain('Nobody types a percentage')
  for (const path of [`${list}/0`, `${list}/999`, `${list}/1/waarden/999`, `${list}/1/bestand/999`])
    expect((await desk.get(me, path)).status, path).toBe(404)
})
