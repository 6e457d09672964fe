import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { letterPages, letterReading, motionPaper, publicDb, readDocument } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { announcement, as, registerSample, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { correctMotion } from '../correct/index.ts'
import { deskDocument } from '../desk-documents.ts'
import { proposeSettlement, setCheckDate, startMatter, undoLastStep } from '../life/index.ts'
import { mergeMotions, motionToMerge } from '../merge/index.ts'
import { motionDossier } from '../public-motion.ts'
import { registerDocument } from '../register-document.ts'
import { reviewOf } from '../review.ts'
import { saveReview } from '../save-review.ts'
import { withdrawLetter } from '../withdraw/index.ts'
import { registrationToUndo, unregisterDocument } from './index.ts'

const reason = 'Dit hoort bij een andere gemeente'
const own = ['change', 'change_set', 'document', 'document_draft', 'original']
/** Shared by documents, and harmless when nothing names them. */
const shared = ['party', 'person', 'meeting', 'proposal', 'body']

async function rowsOf(ctx: Ctx): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'council'`.execute(ctx.tx)
  const found: Record<string, string[]> = {}
  for (const { name } of tables.filter((one) => ![...own, ...shared].includes(one.name))) {
    const { rows } = await sql<{ row: object }>`
      select to_jsonb(t) - 'version' as row from ${sql.table(`council.${name}`)} t where municipality = 'testdorp'`.execute(
      ctx.tx,
    )
    found[name] = rows.map(({ row }) => JSON.stringify(row)).sort()
  }
  return found
}

/** A second letter about the same motion, which fills in what the first lacked. */
async function secondLetter(ctx: Ctx, motion: number) {
  const reading = letterReading()
  reading.motions[0]!.submitters.push({ name: 'Mies Nieuweling', party: 'Nieuw Dorp' })
  reading.motions[0]!.votes = { for: 20, against: 3, parties: [] }
  const document = await readDocument(ctx, { pages: letterPages, reading }, 'tweede.txt')
  const review = reviewOf(reading)
  review.motions[0]!.match = { choice: 'existing', motion }
  await saveReview(ctx, { document, version: 0, review })
  await registerDocument(ctx, { document, version: 1 })
  return document
}

test('a motion and its letter go, and the draft waits in the inbox; registered again, everything is there', async ({
  ctx,
}) => {
  await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-06')
  const before = await rowsOf(ctx)
  const paper = motionPaper({
    number: 'K.7',
    title: 'Fietsen',
    date: '2024-05-02',
    outcome: 'adopted',
    request: 'te fietsen',
  })
  const document = await readDocument(clerk, paper, 'fietsen.txt')
  const review = reviewOf(paper.reading)
  review.motions[0]!.match = { choice: 'new' }
  await saveReview(clerk, { document, version: 0, review })
  const { motions } = await registerDocument(clerk, { document, version: 1 })
  expect(await registrationToUndo(clerk, { document })).toMatchObject({
    blocks: [],
    motions: ['Fietsen'],
    completed: 0,
  })
  await unregisterDocument(clerk, { document, reason })
  expect(await rowsOf(ctx)).toEqual(before)
  const address = { municipality: 'testdorp', year: 2024, slug: motions[0]!.slug }
  await expect(motionDossier(publicDb(ctx.tx), address)).rejects.toMatchObject({ code: 'not-found' })
  const waiting = await deskDocument(clerk, { document })
  expect([waiting.state, waiting.review?.motions[0]?.title]).toEqual(['read', 'Fietsen'])
  const audit = await sql<{ event: string }>`
    select event from audit.entry where event = 'document.registration-undone'`.execute(ctx.tx)
  expect(audit.rows).toHaveLength(1)

  const again = await registerDocument(clerk, { document, version: waiting.version })
  expect(again.motions[0]!.slug).toBe(motions[0]!.slug)
  expect((await motionDossier(publicDb(ctx.tx), address)).requests).toHaveLength(1)
})

test('what a letter filled in of a motion that was there is empty again', async ({ ctx }) => {
  const { motion } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-07-06')
  const before = await rowsOf(ctx)
  const document = await secondLetter(clerk, motion.id)
  const dossier = () => motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...motion })
  expect((await dossier()).votes).toMatchObject({ for: 20 })
  expect(await registrationToUndo(clerk, { document })).toMatchObject({
    motions: [],
    letters: 1,
    completed: 1,
    blocks: [],
  })
  await unregisterDocument(clerk, { document, reason })
  expect(await rowsOf(ctx)).toEqual(before)
  expect((await dossier()).votes).toBeNull()
})

describe('in the way', () => {
  const blocks = async (ctx: Ctx, document: number) => {
    const clerk = await as(ctx, 'clerk', '2024-07-09')
    const { blocks: found } = await registrationToUndo(clerk, { document })
    if (found.length > 0)
      await expect(unregisterDocument(clerk, { document, reason })).rejects.toMatchObject({
        code: 'in-the-way',
      })
    return found
  }

  test('a step, until it is undone; then it goes with the rest', async ({ ctx }) => {
    const { document, matters, commitment } = await registerSample(ctx)
    const clerk = await as(ctx, 'clerk', '2024-07-08')
    await startMatter(clerk, { matter: matters[0]!, version: 1 })
    await setCheckDate(clerk, { commitment, version: 2, on: '2025-01-01' })
    expect(await blocks(ctx, document)).toEqual(['step'])
    await undoLastStep(clerk, { matter: matters[0]!, version: 2 })
    expect(await blocks(ctx, document)).toEqual(['step'])
    await undoLastStep(clerk, { commitment, version: 3 })
    expect(await blocks(ctx, document)).toEqual([])
    await unregisterDocument(clerk, { document, reason })
    const left = await sql`select 1 from council.matter_history where municipality = 'testdorp'`.execute(
      ctx.tx,
    )
    expect(left.rows).toEqual([])
  })

  test('another document, a correction, a withdrawal, evidence, a merge', async ({ ctx }) => {
    const { document, motion, matters } = await registerSample(ctx)
    const clerk = await as(ctx, 'clerk', '2024-07-08')
    const second = await secondLetter(clerk, motion.id)
    expect(await blocks(ctx, document)).toEqual(['document'])
    await unregisterDocument(clerk, { document: second, reason })
    expect(await blocks(ctx, document)).toEqual([])

    const letter = await secondLetter(clerk, motion.id)
    await withdrawLetter(clerk, { document: letter, reason: 'Teruggenomen' })
    expect(await blocks(ctx, letter)).toContain('withdrawn')
    await proposeSettlement(clerk, {
      matter: matters[0]!,
      version: 1,
      outcome: 'announced',
      evidence: [words(document, announcement)],
    })
    expect(await blocks(ctx, document)).toEqual(['step', 'document', 'evidence'])
    const { version } = await ctx.tx
      .selectFrom('council.motion')
      .select('version')
      .where('id', '=', motion.id)
      .executeTakeFirstOrThrow()
    await correctMotion(clerk, { motion: motion.id, version, values: { title: 'Anders' } })
    expect(await blocks(ctx, document)).toContain('corrected')
  })

  test('a motion that was merged', async ({ ctx }) => {
    const { motion } = await registerSample(ctx)
    const clerk = await as(ctx, 'clerk', '2024-07-08')
    const paper = motionPaper({
      number: 'K.8',
      title: 'Nog eens',
      date: '2024-04-04',
      outcome: 'adopted',
      request: 'te wachten',
    })
    const document = await readDocument(clerk, paper, 'nog-eens.txt')
    const review = reviewOf(paper.reading)
    review.motions[0]!.match = { choice: 'new' }
    await saveReview(clerk, { document, version: 0, review })
    const other = (await registerDocument(clerk, { document, version: 1 })).motions[0]!
    const { pairs, kept } = await motionToMerge(clerk, { ...motion, other: other.id })
    await mergeMotions(clerk, {
      kept: kept.id,
      gone: other.id,
      keptVersion: kept.version,
      goneVersion: 1,
      fields: {},
      pairs,
    })
    expect(await blocks(ctx, document)).toContain('merged')
  })

  test('another role, no reason, what is not registered', async ({ ctx }) => {
    const { document } = await registerSample(ctx)
    const input = { document, reason }
    await expect(
      unregisterDocument(await as(ctx, 'policy-officer', '2024-07-08'), input),
    ).rejects.toMatchObject({
      code: 'denied',
    })
    const clerk = await as(ctx, 'clerk', '2024-07-08')
    await expect(unregisterDocument(clerk, { ...input, reason: '' })).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'needed' }],
    })
    await unregisterDocument(clerk, input)
    await expect(unregisterDocument(clerk, input)).rejects.toMatchObject({ code: 'nothing-to-undo' })
    await expect(registrationToUndo(clerk, { document })).rejects.toMatchObject({ code: 'not-found' })
  })
})
