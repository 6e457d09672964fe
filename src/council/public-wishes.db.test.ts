import { expect } from 'vitest'
import { motionPaper, publicDb, readDocument } from '../../test/council.ts'
import { test } from '../../test/database.ts'
import { as, commitmentNow, on, registerSample, words } from '../../test/life.ts'
import type { Ctx } from '../ctx.ts'
import {
  correctDecision,
  decideSettlement,
  lapseCommitment,
  proposeSettlement,
  reopenMatter,
  startMatter,
} from './life/index.ts'
import type { WishFilters } from './public-wishes.ts'
import { wishesOf, wishYears } from './public-wishes-query.ts'
import { refreshRegister } from './refresh-register.ts'
import { registerDocument } from './register-document.ts'

const wishes = (ctx: Ctx, filters: Partial<WishFilters> = {}) =>
  wishesOf(publicDb(ctx.tx), { municipality: 'testdorp', today: '2024-12-31', ...filters })

/** Proposed on 8 July and decided on 5 September 2024, 154 days after the motion of 4 April. */
async function settle(ctx: Ctx, sample: Awaited<ReturnType<typeof registerSample>>, matter: number) {
  const officer = await as(ctx, 'policy-officer', '2024-07-08')
  const { proposal, version } = await proposeSettlement(officer, {
    matter,
    version: 1,
    outcome: 'carried-out',
    evidence: [words(sample.document, 'De secretaris')],
  })
  const clerk = await as(ctx, 'clerk', '2024-09-05')
  return decideSettlement(clerk, { matter, version, proposal, verdict: 'accept' })
}

test('each matter counts where it stands, from the first step to the last', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const [first, second] = sample.matters as [number, number]
  expect(await wishes(ctx)).toMatchObject({
    matters: 3,
    stands: { open: 3, proposed: 0, 'carried-out': 0 },
    survival: { matters: 3, settled: 0 },
    leftOut: 0,
  })

  const { version } = await settle(ctx, sample, first)
  const officer = await as(ctx, 'policy-officer', '2024-10-01')
  await proposeSettlement(officer, {
    matter: second,
    version: 1,
    outcome: 'not',
    evidence: [words(sample.document, 'De secretaris')],
  })
  const settled = await wishes(ctx)
  expect(settled.stands).toMatchObject({ 'carried-out': 1, proposed: 1, open: 1 })
  expect(settled.groups).toMatchObject({ settled: 1, proposed: 1, open: 1 })
  expect(settled.survival.steps).toEqual([{ days: 154, atRisk: 3, settled: 1, share: 2 / 3 }])
  expect(settled.ages.find(({ age }) => age === '1-year')?.counts).toEqual({
    proposed: 1,
    reopened: 0,
    open: 1,
  })

  const clerk = await as(ctx, 'clerk', '2024-11-01')
  const corrected = await correctDecision(clerk, {
    matter: first,
    version,
    outcome: 'partly',
    reason: 'Er ontbrak een bank.',
    on: '2024-10-31',
  })
  const later = await wishes(ctx)
  expect(later.stands).toMatchObject({ 'carried-out': 0, partly: 1 })
  expect(later.survival.steps[0]?.days).toBe(210)

  const again = await reopenMatter(clerk, {
    matter: first,
    version: corrected.version,
    cause: 'by-hand',
    reason: 'De banken zijn weg.',
  })
  expect((await wishes(ctx)).stands).toMatchObject({ partly: 0, reopened: 1, open: 1 })
  await startMatter(clerk, { matter: first, version: again.version })
  const reopened = await wishes(ctx)
  expect(reopened.stands).toMatchObject({ reopened: 1, open: 1 })
  expect(reopened.survival).toMatchObject({ settled: 0, open: 3, median: null })
})

test('settled on what nobody knows stays apart', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  await settle(ctx, sample, sample.matters[0]!)
  await ctx.tx
    .insertInto('council.settlement_evidence')
    .columns(['municipality', 'motion_id', 'proposal_id', 'position', 'kind'])
    .expression((eb) =>
      eb
        .selectFrom('council.settlement_proposal')
        .select((one) => [
          'municipality',
          'motion_id',
          'id',
          one.val(9).as('position'),
          one.val('unknown' as const).as('kind'),
        ]),
    )
    .execute()
  await refreshRegister(ctx, [sample.motion.id])
  expect((await wishes(ctx)).stands).toMatchObject({ 'unknown-evidence': 1, 'carried-out': 0 })
})

test('choices narrow every count; what is not public counts nowhere', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  expect(await wishYears(publicDb(ctx.tx), 'testdorp')).toEqual([2024])
  const all = await wishes(ctx)
  expect(all.parties).toEqual([
    { party: { slug: 'dorpsbelang', name: 'Dorpsbelang' }, counts: expect.objectContaining({ open: 3 }) },
  ])
  expect(all.domains).toEqual([{ domain: null, counts: expect.objectContaining({ open: 3 }) }])
  await ctx.tx
    .updateTable('council.request_part')
    .set({ domain: 'housing' })
    .where('text', '=', 'de vijver')
    .execute()
  expect((await wishes(ctx, { domain: 'housing' })).matters).toBe(1)
  expect((await wishes(ctx, { party: 'dorpsbelang' })).matters).toBe(3)
  expect((await wishes(ctx, { party: "x'],--" })).matters).toBe(0)
  expect(await wishes(ctx, { year: 2023 })).toMatchObject({ matters: 0, running: 0 })
  expect(await wishes(ctx, { year: 99999999999 })).toMatchObject({ matters: 0 })
  expect(await wishes(ctx, { municipality: 'elders' })).toMatchObject({ matters: 0, running: 0 })

  await ctx.tx
    .updateTable('council.motion')
    .set({ published_at: null })
    .where('id', '=', sample.motion.id)
    .execute()
  await refreshRegister(ctx, [sample.motion.id])
  expect((await wishes(ctx)).matters).toBe(0)
})

test('a matter that moves to another motion counts there, and no longer here', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const paper = motionPaper({
    number: 'M.9',
    title: 'Bomen',
    date: '2025-05-02',
    outcome: 'adopted',
    request: 'bomen te planten',
  })
  const document = await readDocument(ctx, paper)
  const { motions } = await registerDocument(ctx, { document, version: 0 })
  expect((await wishes(ctx, { year: 2025 })).matters).toBe(1)
  await ctx.tx
    .updateTable('council.matter')
    .set({ motion_id: motions[0]!.id })
    .where('id', 'in', sample.matters.slice(0, 2))
    .execute()
  expect((await wishes(ctx, { year: 2024 })).matters).toBe(1)
  expect((await wishes(ctx, { year: 2025 })).matters).toBe(3)
})

test('running commitments by how long their day is over, and whose day it is', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const of = async (today: string) => {
    const { commitments, running, late, longestLate } = await wishes(ctx, { today, party: 'dorpsbelang' })
    const [found] = commitments.filter(({ counts }) => counts.check > 0)
    return [found?.delay, running, late, longestLate]
  }
  expect(await of('2024-12-02')).toEqual(['coming', 1, 0, 0])
  expect(await of('2024-12-03')).toEqual(['4-weeks', 1, 1, 1])
  expect(await of('2024-12-31')).toEqual(['13-weeks', 1, 1, 29])
  const { version } = await commitmentNow(ctx, sample.commitment)
  const clerk = await as(on(ctx, '2024-12-31'), 'clerk', '2024-12-31')
  await lapseCommitment(clerk, { commitment: sample.commitment, version, reason: 'Vervallen.' })
  expect(await of('2024-12-31')).toEqual([undefined, 0, 0, 0])
})
