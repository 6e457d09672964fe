/** The register follows the life of a request, step by step, and always says what the page of the motion says. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect } from 'vitest'
import { publicDb } from '../../test/council.ts'
import { test, testActor } from '../../test/database.ts'
import { announcement, as, commitmentNow, matterNow, on, registerSample, words } from '../../test/life.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import {
  agreeTerm,
  checkMissed,
  decideSettlement,
  extendCommitment,
  keepCommitment,
  proposeSettlement,
  type SettlementOutcome,
  startMatter,
  undoLastStep,
  withdrawProposal,
} from './life/index.ts'
import { motionDossier } from './public-motion.ts'
import { motionRegister } from './public-register.ts'

type Sample = Awaited<ReturnType<typeof registerSample>>

/** The entry of the sample, after holding it against the dossier and the facets. */
async function entryOf(ctx: Ctx, { motion }: Pick<Sample, 'motion'>) {
  const db = publicDb(ctx.tx)
  const [item] = (await motionRegister(db, { municipality: 'testdorp' })).items
  const { status, matters } = await motionDossier(db, { municipality: 'testdorp', ...motion })
  expect({ status: item!.status, basis: item!.basis, on: item!.statusOn }).toEqual(status)
  expect(item!.matters).toBe(matters.length)
  const found = await motionRegister(db, { municipality: 'testdorp', status: item!.status })
  expect(found.items).toHaveLength(1)
  const { statusOn, settled, termDue, commitmentDue } = item!
  return { status: item!.status, statusOn, settled, termDue, commitmentDue }
}

async function propose(
  ctx: Ctx,
  sample: Sample,
  outcome: SettlementOutcome,
  day: string,
  which: readonly number[] = [0, 1, 2],
) {
  const officer = await as(ctx, 'policy-officer', day)
  for (const index of which) {
    const matter = sample.matters[index]!
    const { version } = await matterNow(ctx, matter)
    await proposeSettlement(officer, {
      matter,
      version,
      outcome,
      evidence: [words(sample.document, announcement)],
      explanation: 'Zo staat het in de brief.',
      ...(outcome === 'announced' ? { commitments: [sample.commitment] } : {}),
    })
  }
}

async function decide(
  ctx: Ctx,
  sample: Sample,
  verdict: 'accept' | 'reject',
  day: string,
  which: readonly number[] = [0, 1, 2],
) {
  const clerk = await as(ctx, 'clerk', day)
  for (const index of which) {
    const matter = sample.matters[index]!
    const { version, proposal_id } = await matterNow(ctx, matter)
    await decideSettlement(clerk, {
      matter,
      version,
      proposal: proposal_id!,
      verdict,
      reason: 'De raad wacht af.',
    })
  }
}

test('from a claim to a settlement that rests on evidence', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const entry = () => entryOf(ctx, sample)
  const claimed = {
    status: 'claimed-settled',
    statusOn: '2024-07-02',
    settled: 0,
    termDue: '2024-07-04',
    commitmentDue: '2024-12-02',
  }
  expect(await entry()).toEqual(claimed)

  await propose(ctx, sample, 'announced', '2024-07-08')
  expect(await entry()).toMatchObject({ status: 'proposed', statusOn: '2024-07-08' })
  await decide(ctx, sample, 'accept', '2024-09-12')
  expect(await entry()).toEqual({
    status: 'settled-announced',
    statusOn: '2024-09-12',
    settled: 3,
    termDue: null,
    commitmentDue: '2024-12-02',
  })

  await checkMissed((work) => work(on(ctx, '2025-02-01')), { today: '2025-02-01' })
  const reopened = { status: 'reopened', statusOn: '2024-12-03', settled: 0, commitmentDue: '2024-12-02' }
  expect(await entry()).toMatchObject(reopened)

  const clerk = await as(ctx, 'clerk', '2025-02-03')
  const version = async () => (await commitmentNow(ctx, sample.commitment)).version
  await extendCommitment(clerk, {
    commitment: sample.commitment,
    version: await version(),
    to: '2025-06-01',
    reason: 'Er is meer tijd nodig.',
  })
  expect(await entry()).toMatchObject({ ...reopened, commitmentDue: '2025-06-01' })
  await keepCommitment(await as(ctx, 'clerk', '2025-05-20'), {
    commitment: sample.commitment,
    version: await version(),
    how: 'kept',
    evidence: [words(sample.document, announcement)],
  })
  expect(await entry()).toMatchObject({ ...reopened, commitmentDue: null })

  await propose(ctx, sample, 'carried-out', '2025-06-02', [0])
  await decide(ctx, sample, 'accept', '2025-09-11', [0])
  expect(await entry()).toMatchObject({ status: 'reopened', settled: 1 })
  await propose(ctx, sample, 'partly', '2025-09-12', [1, 2])
  expect(await entry()).toMatchObject({ status: 'proposed', statusOn: '2025-09-12', settled: 1 })
  await decide(ctx, sample, 'accept', '2025-10-09', [1])
  await decide(ctx, sample, 'reject', '2025-10-09', [2])
  expect(await entry()).toMatchObject({ status: 'partly-settled', statusOn: '2025-10-09', settled: 2 })
  await propose(ctx, sample, 'partly', '2025-10-10', [2])
  await decide(ctx, sample, 'accept', '2025-11-13', [2])
  expect(await entry()).toMatchObject({ status: 'settled-mixed', statusOn: '2025-11-13', settled: 3 })

  const all = await motionRegister(publicDb(ctx.tx), { municipality: 'testdorp', status: 'settled' })
  expect(all.total).toBe(1)
  expect(all.facets.status).toEqual([
    { value: 'settled-mixed', count: 1 },
    { value: 'settled', count: 1 },
  ])
})

test('steps that are taken back leave the register as it was', async ({ ctx }) => {
  const sample = await registerSample(ctx)
  const before = await entryOf(ctx, sample)
  const [matter] = sample.matters as [number]
  const clerk = await as(ctx, 'clerk', '2024-07-09')
  const version = async () => (await matterNow(ctx, matter)).version
  await startMatter(clerk, { matter, version: await version() })
  // A letter that claims more still says more than that someone began.
  expect((await entryOf(ctx, sample)).status).toBe('claimed-settled')
  await propose(ctx, sample, 'not', '2024-07-10', [0])
  expect((await entryOf(ctx, sample)).status).toBe('proposed')
  await withdrawProposal(clerk, { matter, version: await version(), reason: 'Het moest anders.' })
  expect((await entryOf(ctx, sample)).status).toBe('claimed-settled')
  await agreeTerm(clerk, { matter, version: await version(), notAfter: '2024-06-30', reason: 'Afgesproken.' })
  expect((await entryOf(ctx, sample)).termDue).toBe('2024-06-30')
  for (let step = 0; step < 4; step++) await undoLastStep(clerk, { matter, version: await version() })
  expect(await entryOf(ctx, sample)).toEqual(before)
})

test('an earlier register is filled in by the migration as the program would', async ({
  databases,
  owner,
}) => {
  await transact(databases.desk, testActor, async (ctx) => {
    const sample = await registerSample(ctx)
    await propose(ctx, sample, 'announced', '2024-07-08')
    await decide(ctx, sample, 'accept', '2024-09-12', [0, 1])
  })
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const rows = async () =>
      (await client.query('select * from council.register_entry order by motion_id')).rows
    const expected = await rows()
    expect(expected[0]).toMatchObject({ status: 'proposed', settled: 2, matters: 3 })
    await client.query(`update council.register_entry set status = 'claimed-settled', basis = 'announced', matters = 0,
      settled = 0, status_on = null, term_due = null, commitment_due = null,
      facets = 'claimed-settled' || substr(facets, strpos(facets, '|'))`)
    const migration = readFileSync(
      new URL('../db/migrations/0021-register-life.sql', import.meta.url),
      'utf8',
    )
    const filling = migration.split(/;\n/).filter((statement) => /^\s*(with|update)/.test(statement))
    expect(filling.length).toBeGreaterThan(3)
    for (const statement of filling) await client.query(statement)
    expect(await rows()).toEqual(expected)
  } finally {
    await client.end()
  }
})
