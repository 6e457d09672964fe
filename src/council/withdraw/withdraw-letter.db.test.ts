import { sql } from 'kysely'
import { expect } from 'vitest'
import { publicDb } from '../../../test/council.ts'
import { test, testActor } from '../../../test/database.ts'
import {
  announcement,
  as,
  commitmentNow,
  matterNow,
  person,
  registerSample,
  words,
} from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { attention, decideSettlement, proposeSettlement, startMatter } from '../life/index.ts'
import { motionDossier } from '../public-motion.ts'
import { letterToWithdraw, letterWithdrawal } from './letter-withdrawal.ts'
import { restoreLetter, withdrawLetter } from './withdraw-letter.ts'

const reason = 'De cijfers in de brief klopten niet. Vragen: kanarie@testdorp.example'

async function settledAndWaiting(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const [first, second] = sample.matters
  const propose = async (matter: number) =>
    proposeSettlement(await as(ctx, 'policy-officer', '2024-07-08'), {
      matter,
      version: 1,
      outcome: 'announced',
      evidence: [words(sample.document, announcement)],
    })
  const { proposal } = await propose(first!)
  await propose(second!)
  await decideSettlement(await as(ctx, 'clerk', '2024-08-12'), {
    matter: first!,
    version: 2,
    proposal,
    verdict: 'accept',
    reason: 'Zo besloten',
  })
  return sample
}

test('a withdrawn letter stays readable and no longer counts; what was settled on it asks for a decision', async ({
  ctx,
}) => {
  const sample = await settledAndWaiting(ctx)
  const [settled, waiting, open] = sample.matters as [number, number, number]
  const clerk = await as(ctx, 'clerk', '2024-08-20')
  const before = await letterToWithdraw(clerk, { document: sample.document })
  expect(before).toMatchObject({ withdrawn: null, commitments: [expect.stringContaining('plan')] })
  expect([before.proposals.length, before.settled.length]).toEqual([1, 1])
  await expect(withdrawLetter(clerk, { document: sample.document, reason: ' ' })).rejects.toMatchObject({
    fields: [{ field: 'reason', code: 'needed' }],
  })
  await expect(withdrawLetter(clerk, { document: 999_999, reason })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(
    withdrawLetter(await as(ctx, 'portfolio-holder', '2024-08-20'), { document: sample.document, reason }),
  ).rejects.toMatchObject({ code: 'denied' })

  await withdrawLetter(await as(ctx, 'clerk', '2024-08-20'), { document: sample.document, reason })
  expect((await commitmentNow(clerk, sample.commitment)).state).toBe('lapsed')
  expect(await matterNow(clerk, waiting)).toMatchObject({ state: 'in-progress', proposal_id: null })
  expect(await matterNow(clerk, settled)).toMatchObject({ state: 'settled', outcome: 'announced' })
  expect((await matterNow(clerk, open)).state).toBe('open')
  const seen = await letterWithdrawal(publicDb(ctx.tx), {
    municipality: 'testdorp',
    document: sample.document,
  })
  expect(seen).toMatchObject({ on: '2024-08-20', reason: expect.stringContaining('De cijfers') })
  expect(seen?.reason).not.toContain('kanarie')
  const dossier = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...sample.motion })
  expect(dossier.claims).toEqual([])
  expect(dossier.letters).toHaveLength(1)
  const { items } = await attention(clerk, { today: '2024-08-21' })
  expect(items.find((one) => one.matter?.id === settled)).toMatchObject({
    reason: 'evidence-withdrawn',
    on: '2024-08-20',
    next: 'reopen',
  })
  expect(items.some((one) => one.also.includes('claim-waits') || one.reason === 'claim-waits')).toBe(false)
  await expect(withdrawLetter(clerk, { document: sample.document, reason })).rejects.toMatchObject({
    code: 'letter-withdrawn',
  })
})

test('it can be undone while nobody went on', async ({ ctx }) => {
  const sample = await settledAndWaiting(ctx)
  const [settled, waiting, open] = sample.matters as [number, number, number]
  const clerk = await as(ctx, 'clerk', '2024-08-20')
  await expect(restoreLetter(clerk, { document: sample.document })).rejects.toMatchObject({
    code: 'nothing-to-undo',
  })
  await withdrawLetter(clerk, { document: sample.document, reason })
  await restoreLetter(clerk, { document: sample.document })
  expect((await commitmentNow(clerk, sample.commitment)).state).toBe('open')
  expect((await matterNow(clerk, waiting)).state).toBe('proposed')
  expect(
    await letterWithdrawal(publicDb(ctx.tx), { municipality: 'testdorp', document: sample.document }),
  ).toBeNull()
  const { items } = await attention(clerk, { today: '2024-08-21' })
  expect(items.some((one) => one.matter?.id === settled && one.reason === 'evidence-withdrawn')).toBe(false)

  await withdrawLetter(clerk, { document: sample.document, reason })
  await startMatter(clerk, { matter: open, version: 1 })
  const now = await matterNow(clerk, waiting)
  await proposeSettlement(await as(ctx, 'policy-officer', '2024-08-21'), {
    matter: waiting,
    version: now.version,
    outcome: 'carried-out',
    evidence: [words(sample.document, announcement)],
  })
  await sql`savepoint here`.execute(ctx.tx)
  await expect(
    restoreLetter(await as(ctx, 'clerk', '2024-08-21'), { document: sample.document }),
  ).rejects.toMatchObject({
    code: 'moved-since',
  })
  await sql`rollback to savepoint here`.execute(ctx.tx)
})

test('two clerks at once: it is withdrawn once', async ({ databases }) => {
  const run = <T>(actor: Parameters<typeof transact>[1], command: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, actor, command, new Date('2024-08-20T10:00:00Z'))
  const { document } = await run(testActor, (ctx) => registerSample(ctx))
  const results = await Promise.allSettled(
    (['clerk', 'second-clerk'] as const).map((who) =>
      run(person(who), (ctx) => withdrawLetter(ctx, { document, reason: `Door ${who}` })),
    ),
  )
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'letter-withdrawn' },
  })
  await expect(
    sql`select 1 from council.letter_withdrawal_detail`.execute(databases.public as never),
  ).rejects.toThrow('permission denied')
})
