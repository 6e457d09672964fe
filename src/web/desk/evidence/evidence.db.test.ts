/** Choosing evidence over a real database, as a form would. */
import { expect } from 'vitest'
import { letterPages, placeOf } from '../../../../test/council.ts'
import { test } from '../../../../test/database.ts'
import { announcement, as, registerSample } from '../../../../test/life.ts'
import { keepCommitment } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import { noEvidence, type PostedEvidence, readEvidence, readPlace, writePlace } from './posted-evidence.ts'
import { chosenEvidence, workEvidence } from './work-evidence.ts'

async function begin(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-09-12')
  const work = (posted: Partial<PostedEvidence>, final = false) =>
    workEvidence(clerk, { ...noEvidence(), ...posted }, { motions: [sample.motion.id], final })
  return { ...sample, clerk, work }
}
const form = (entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test('what a form sends is read back, and nothing else', () => {
  const place = { document: 12, at: [{ page: 1, start: 120, end: 164 }] }
  const long = { document: 3, at: [...place.at, { page: 2, start: 0, end: 30 }] }
  for (const one of [place, long]) expect(readPlace(writePlace(one))).toEqual(one)
  for (const wrong of ['', '12', '12~', '0~1-2-3', '12~1-2', "12~1-2-3'", '12~1-2-3_', '99999999999~1-2-3'])
    expect(readPlace(wrong), wrong).toBe(null)
  const posted = readEvidence(
    form([
      ['evidence', writePlace(place)],
      ['evidence', 'x'],
      ['evidence-known', writePlace(place)],
      ['evidence-known', writePlace(long)],
      ['evidence-done', 'mijlpaal-12'],
      ['evidence-done', 'bericht-33'],
      ['evidence-done', 'mijlpaal-0'],
      ['evidence-document', '12'],
      ['evidence-quote', ' zo staat het er '],
      ['evidence-place', 'x'],
      ['action', 'evidence:find'],
    ]),
  )
  expect(posted).toEqual({
    chosen: [place],
    known: [place, long],
    done: [
      { kind: 'milestone', id: 12 },
      { kind: 'action-report', id: 33 },
    ],
    document: 12,
    search: '',
    quote: ' zo staat het er ',
    place: null,
    act: 'find',
  })
})

test('a sentence that stands in one place is taken at once, and the command takes it', async ({ ctx }) => {
  const { document, commitment, clerk, work } = await begin(ctx)
  const state = await work({ quote: `${announcement}.`, act: 'find' })
  expect(state).toMatchObject({ quote: '', places: [], errors: [] })
  expect(state.documents.map(({ id }) => id)).toEqual([document])
  expect(state.passages.map(({ on, place }) => [on, place.words])).toEqual([[true, `${announcement}.`]])
  const row = await clerk.tx
    .selectFrom('council.commitment')
    .select('version')
    .where('id', '=', commitment)
    .executeTakeFirstOrThrow()
  const kept = keepCommitment(clerk, {
    commitment,
    version: row.version,
    how: 'kept',
    evidence: chosenEvidence(state),
  })
  await expect(kept).resolves.toMatchObject({ version: row.version + 1 })
})

test('a sentence in other words has to be confirmed; then it is taken', async ({ ctx }) => {
  const { work } = await begin(ctx)
  const quote = `“${announcement.toUpperCase()}”`
  const unsure = await work({ quote }, true)
  expect(unsure.errors).toEqual([{ field: 'place', code: 'place-unsure' }])
  expect(unsure.quote).toBe(quote)
  expect(unsure.places).toHaveLength(1)
  const sure = await work({ quote, place: unsure.place }, true)
  expect(sure).toMatchObject({ errors: [], passages: [{ on: true }] })
})

test('one of several places has to be chosen, and what was typed stays', async ({ ctx }) => {
  const { document, work } = await begin(ctx)
  const several = await work({ quote: 'de motie' }, true)
  expect(several.errors).toEqual([{ field: 'place', code: 'place-needed' }])
  const looked = await work({ quote: 'de motie', act: 'find' })
  expect(looked).toMatchObject({ errors: [], places: several.places, place: null })
  expect(several.place).toBe(null)
  expect(several.quote).toBe('de motie')
  expect(several.places.length).toBeGreaterThan(1)
  const second = { document, at: placeOf(letterPages, 'de motie', 2) }
  const taken = await work({ quote: 'de motie', place: second, act: 'find' })
  expect(chosenEvidence(taken)).toEqual([{ kind: 'passage', ...second }])
})

test('what is not there, too short or missing is said, and what was typed stays', async ({ ctx }) => {
  const { work } = await begin(ctx)
  const nothing = await work({ quote: 'een brug over het water', act: 'find' })
  expect(nothing).toMatchObject({ errors: [{ field: 'quote', code: 'quote-not-found' }], passages: [] })
  expect(nothing.quote).toBe('een brug over het water')
  expect((await work({ quote: 'ja', act: 'find' })).errors[0]?.code).toBe('quote-short')
  expect((await work({ act: 'find' })).errors[0]?.code).toBe('quote-needed')
  expect((await work({}, true)).errors).toEqual([{ field: 'quote', code: 'evidence-missing' }])
})

test('another document is found by its words, its name may hold signs, and a place that is not there is refused', async ({
  ctx,
}) => {
  const { document, clerk, work } = await begin(ctx)
  const elsewhere = (search: string) =>
    workEvidence(clerk, { ...noEvidence(), search, act: 'search' }, { motions: [] })
  expect((await elsewhere('banken afdoening')).found.map(({ id }) => id)).toEqual([document])
  expect((await elsewhere('ris400100')).found.map(({ id }) => id)).toEqual([document])
  for (const search of ['fontein', '%', '_____', "'; drop table", '\\'])
    expect((await elsewhere(search)).found, search).toEqual([])
  const beyond = { document, at: [{ page: 9, start: 0, end: 5 }] }
  const gone = await work({ chosen: [beyond] }, true)
  expect(gone.errors).toEqual([{ field: '', code: 'evidence-gone' }])
  expect(chosenEvidence(gone)).toEqual([])
})

test('names of officials are not found: only what is published is searched', async ({ ctx }) => {
  const { work } = await begin(ctx)
  expect((await work({ quote: 'Fenna de Goede-Proef', act: 'find' })).errors[0]?.code).toBe('quote-not-found')
})

test('offers stand without a tick, and an unticked passage does not vanish', async ({ ctx }) => {
  const { document, motion, clerk } = await begin(ctx)
  const offer = { document, at: placeOf(letterPages, announcement) }
  const shown = await workEvidence(clerk, noEvidence(), { motions: [motion.id], offers: [offer] })
  expect(shown.passages.map(({ on }) => on)).toEqual([false])
  const unticked = await workEvidence(clerk, { ...noEvidence(), known: [offer] }, { motions: [motion.id] })
  expect(unticked.passages.map(({ on }) => on)).toEqual([false])
})
