import { expect } from 'vitest'
import { readDocument, setUpTestTown } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { as, registerSample } from '../../../test/life.ts'
import { draftProgramme } from '../../../test/planned.ts'
import type { Ctx } from '../../ctx.ts'
import { removeAmbition, removeSource, serve } from '../../programme/index.ts'
import { read } from '../read/read.ts'
import { addFramework, frameworkAtDesk, frameworkDraft, markAmbitions } from './framework.ts'
import { adoptedMotions, servableCommitments, servableMatters } from './servable.ts'

const pages = [
  'Veiligheidsplan 2024\n\nOpgesteld door Fenna Proef, f.proef@waterstad.example.',
  'We willen dat in 2027 geen jongere meer wordt geronseld. Dat kost geld.\n\nOnze ambitie is een stad zonder uitbuiting.',
]
const fields = { kind: 'safety-plan', title: 'Veiligheidsplan 2024', dated: '2024-01-15' } as const
async function received(ctx: Ctx) {
  await setUpTestTown(ctx, 'Testdorp')
  const document = await readDocument(ctx, { pages, reading: read({ pages }, { recesses: null }) })
  return { document, officer: await as(ctx, 'policy-officer', '2024-09-12') }
}

test('a framework document is published without what must not be public, and its aims are marked', async ({
  ctx,
}) => {
  const { document, officer } = await received(ctx)
  const draft = await frameworkDraft(officer, { document })
  expect(draft).toMatchObject({ state: 'read', published: null })
  expect(draft.pages[0]).not.toContain('f.proef')
  expect(draft.pages[0]).toContain('Fenna Proef')
  const { source, published } = await addFramework(officer, {
    ...fields,
    document,
    names: ['Fenna Proef', ' '],
  })
  expect(published).toBe(true)
  const found = await frameworkAtDesk(officer, { source })
  expect(found).toMatchObject({
    title: 'Veiligheidsplan 2024',
    ref: { slug: 'stuk-veiligheidsplan-2024', year: 2024 },
  })
  expect((await frameworkDraft(officer, { document })).pages.join()).not.toContain('Fenna')
  expect(found.suggestions.map(({ text }) => text)).toEqual([
    'We willen dat in 2027 geen jongere meer wordt geronseld.',
    'Onze ambitie is een stad zonder uitbuiting.',
  ])
  const places = found.suggestions.map(({ at }) => at)
  expect(await markAmbitions(officer, { source, places: [places[0]!] })).toBe(1)
  expect(await markAmbitions(officer, { source, places })).toBe(1)
  const marked = await frameworkAtDesk(officer, { source })
  expect(marked.suggestions).toEqual([])
  expect(marked.ambitions.map(({ text }) => text)).toEqual(found.suggestions.map(({ text }) => text))

  await expect(addFramework(officer, { ...fields, document })).rejects.toMatchObject({ code: 'in-use' })
  await expect(removeSource(officer, { source, version: 1 })).rejects.toMatchObject({ code: 'in-use' })
  const { programme } = await draftProgramme(officer, { town: false })
  const [first, second] = marked.ambitions as [(typeof marked.ambitions)[0], (typeof marked.ambitions)[0]]
  await serve(officer, { programme: programme.id, action: null, kind: 'ambition', of: first.id })
  await expect(removeAmbition(officer, { ambition: first.id, version: 1 })).rejects.toMatchObject({
    code: 'in-use',
  })
  await removeAmbition(officer, { ambition: second.id, version: 1 })
  expect((await frameworkAtDesk(officer, { source })).suggestions).toHaveLength(1)
})

test.for([
  ['no words there', [{ page: 2, start: 0, end: 9_999 }]],
  ['no such page', [{ page: 3, start: 0, end: 4 }]],
  ['nothing', []],
] as const)('a passage that is not in the document is no ambition: %s', async ([, at], { ctx }) => {
  const { document, officer } = await received(ctx)
  const { source } = await addFramework(officer, { ...fields, document })
  await expect(markAmbitions(officer, { source, places: [[...at]] })).rejects.toMatchObject({
    fields: [{ field: 'at', code: 'passage-missing' }],
  })
})

test('a document that is public already becomes a source as it is; others may not add any', async ({
  ctx,
}) => {
  const { document, motion, matters } = await registerSample(ctx)
  const officer = await as(ctx, 'policy-officer', '2024-09-12')
  expect((await addFramework(officer, { ...fields, kind: 'other', document })).published).toBe(false)
  for (const role of ['clerk', 'councillor'] as const) {
    await expect(
      addFramework(await as(ctx, role, '2024-09-12'), { ...fields, document }),
    ).rejects.toMatchObject({
      code: 'denied',
    })
  }
  expect(await adoptedMotions(ctx, { search: 'BANKEN' })).toMatchObject([{ id: motion.id, open: 3 }])
  expect(await adoptedMotions(ctx, { search: '%' })).toEqual([])
  expect((await servableMatters(ctx, { motion: motion.id })).map(({ matter }) => matter)).toEqual(matters)
  expect((await servableMatters(ctx, { search: 'vijver banken' })).map(({ text }) => text)).toEqual([
    'de vijver',
  ])
  expect(await servableCommitments(ctx)).toMatchObject([{ motions: [{ title: 'Banken in het park' }] }])
})

test('what a clerk received and did not register yet is read and published by no official', async ({
  ctx,
}) => {
  await setUpTestTown(ctx, 'Testdorp')
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const document = await readDocument(clerk, { pages, reading: read({ pages }, { recesses: null }) })
  const officer = await as(ctx, 'policy-officer', '2024-09-12')
  for (const work of [frameworkDraft(officer, { document }), addFramework(officer, { ...fields, document })])
    await expect(work).rejects.toMatchObject({ code: 'not-found' })
})
