import { sql } from 'kysely'
import { expect, inject } from 'vitest'
import { test as base } from '../../../test/database.ts'
import type { Signed } from '../../../test/trail-world.ts'
import { asOwner, opening, staff, survivor, trajectory } from '../../../test/trail-world.ts'
import type { CaseCtx } from '../../case-ctx.ts'
import type { CaseDatabases } from '../../db/connect-case.ts'
import { caseConnections, connectCase } from '../../db/connect-case.ts'
import { transactCase } from '../../db/transact-case.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { exportLog, pseudonyms } from '../export/export-lines.ts'
import type { TrailLine } from '../line.ts'
import { lookedAtMine, whoLooked } from '../looks.ts'
import { appendMany } from '../trail.ts'
import { giveVerdict } from './give-verdict.ts'
import { weekOf } from './local-time.ts'
import { alertsFor, linesAbout, sampleOfWeek } from './queries.ts'
import { raiseAlerts } from './raise-alerts.ts'

type Town = {
  cases: CaseDatabases
  worker: Signed
  outsider: Signed
  officer: Signed
  elsewhere: Signed
  id: number
}

const test = base.extend<{ town: Town }>({
  town: [
    async ({ owner }, use) => {
      const cases = connectCase(caseConnections(owner, inject('testServer').secret))
      const worker = await staff(owner)
      const outsider = await staff(owner)
      const officer = await staff(owner, { roles: ['privacy-officer'] })
      const elsewhere = await staff(owner, { roles: ['privacy-officer'], town: 'elders' })
      const id = await trajectory(owner, { team: [worker] })
      const line: TrailLine = { event: 'case.opened', action: 'R', purpose: 'care', trajectory: id }
      await transactCase(cases.casework, opening(worker), (ctx) => appendMany(ctx, Array(6).fill(line)))
      await transactCase(cases.casework, opening(outsider), (ctx) =>
        appendMany(ctx, [
          { ...line, event: 'emergency.entered', action: 'C', purpose: 'emergency', emergency: true },
          { ...line, purpose: 'emergency', emergency: true },
          { ...line, event: 'case.refused', reason: 'no-relation' },
        ]),
      )
      await use({ cases, worker, outsider, officer, elsewhere, id })
      await cases.close()
    },
    { scope: 'file' },
  ],
})

const at = <T>(town: Town, who: Signed, work: (ctx: CaseCtx) => Promise<T>) =>
  transactCase(town.cases.casework, opening(who), work)
const week = weekOf(new Date())

test('the sample of a week: the emergency, then three of the reader; the reading is logged', async ({
  town,
}) => {
  const sample = await at(town, town.officer, (ctx) => sampleOfWeek(ctx, { week }))
  expect(sample.map(({ why, lines, line }) => [why, lines, line.actor])).toEqual([
    ['emergency', 2, town.outsider.id],
    ...Array(3).fill(['reader', 1, town.worker.id]),
  ])
  expect(await at(town, town.officer, (ctx) => sampleOfWeek(ctx, { week }))).toEqual(sample)
  const own = await at(town, town.officer, (ctx) => linesAbout(ctx, { account: town.officer.id }))
  expect(own.map(({ event, purpose }) => [event, purpose])).toEqual(Array(2).fill(['trail.read', 'review']))
})

test('nobody else gets a sample, a line or an alert', async ({ town }) => {
  for (const who of [town.worker, town.outsider, town.elsewhere]) {
    expect(await at(town, who, (ctx) => sampleOfWeek(ctx, { week }))).toEqual([])
    expect(await at(town, who, (ctx) => linesAbout(ctx, { trajectoryId: town.id }))).toEqual([])
    expect(await at(town, who, (ctx) => alertsFor(ctx))).toEqual([])
  }
})

test('a verdict stands beside its line; nobody judges what they did themselves', async ({ town }) => {
  const verdict = {
    stream: `case/${town.id}`,
    seq: 7,
    because: 'sample',
    verdict: 'asked',
    remark: 'asked-reader',
  } as const
  await at(town, town.officer, (ctx) => giveVerdict(ctx, verdict))
  await at(town, town.officer, (ctx) =>
    giveVerdict(ctx, { ...verdict, verdict: 'in-order', remark: 'emergency-explained' }),
  )
  const [item] = await at(town, town.officer, (ctx) => sampleOfWeek(ctx, { week }))
  expect(item?.judged).toMatchObject({
    verdict: 'in-order',
    remark: 'emergency-explained',
    by: town.officer.id,
  })
  for (const who of [town.worker, town.elsewhere])
    await expect(at(town, who, (ctx) => giveVerdict(ctx, verdict))).rejects.toThrow(NotFound)
  await expect(
    at(town, town.officer, (ctx) =>
      giveVerdict(ctx, { ...verdict, stream: `account/${town.officer.id}`, seq: 1 }),
    ),
  ).rejects.toThrow(NotFound)
  await expect(
    at(town, town.officer, (ctx) => giveVerdict(ctx, { ...verdict, remark: 'she was afraid' })),
  ).rejects.toThrow(Invalid)
  const forged = `insert into audit.review (stream, seq, because, verdict) values ('account/${town.officer.id}', 1, 'sample', 'in-order')`
  await expect(at(town, town.officer, (ctx) => sql.raw(forged).execute(ctx.tx))).rejects.toThrow(
    'row-level security',
  )
})

test('alerts are raised once, by the keeper, with what the vault says of names', async ({ town, owner }) => {
  const keeper = opening({ program: 'keeper' })
  const sameAs = async (pairs: readonly { account: string; trajectoryId: number }[]) =>
    pairs
      .filter(({ account }) => account === town.worker.id)
      .map((pair) => ({ ...pair, field: 'surname' as const }))
  const raise = () => transactCase(town.cases.keeper, keeper, (ctx) => raiseAlerts(ctx, sameAs))
  expect(await raise()).toBeGreaterThanOrEqual(2)
  expect(await raise()).toBe(0)
  const alerts = await at(town, town.officer, (ctx) => alertsFor(ctx))
  // At night the rule for the night speaks too.
  expect(
    alerts
      .filter(({ rule }) => rule !== 'night')
      .map(({ rule, line }) => [rule, line.actor, line.seq])
      .sort(),
  ).toEqual([
    ['no-relation', town.outsider.id, 7],
    ['same-surname', town.worker.id, 1],
  ])
  expect(alerts.find(({ rule }) => rule === 'no-relation')?.judged).toMatchObject({ verdict: 'in-order' })
  await expect(asOwner(owner, (client) => client.query('delete from audit.alert'))).rejects.toThrow(
    'append-only',
  )
})

test('who looked: for her team and for herself, not for another; a refusal is no look', async ({
  town,
  owner,
}) => {
  const her = await survivor(owner, town.id)
  const looks = await transactCase(town.cases.survivor, opening(her), lookedAtMine)
  expect(
    looks.map(({ accountId, purpose, emergency, lines }) => [accountId, purpose, emergency, lines]),
  ).toEqual(
    expect.arrayContaining([
      [town.outsider.id, 'emergency', true, 2],
      [town.worker.id, 'care', false, 6],
    ]),
  )
  expect(await at(town, town.worker, (ctx) => whoLooked(ctx, town.id))).toEqual(looks)
  expect(await at(town, town.outsider, (ctx) => whoLooked(ctx, town.id))).toEqual([])
})

test('an export gives what the officer may read, and is logged', async ({ town }) => {
  const settings = {
    registerBase: 'https://casework.example/register',
    source: { name: 'schakel', version: '0' },
    pseudonym: pseudonyms(Buffer.alloc(32, 1)),
  }
  const span = { from: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 3_600_000) }
  const text = await at(town, town.officer, (ctx) => exportLog(ctx, { log: 'decision', ...span }, settings))
  const records = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(records.filter(({ response }) => !response.decision)).toHaveLength(1)
  const about = await at(town, town.officer, (ctx) => linesAbout(ctx, { account: town.officer.id }))
  expect(about.map(({ event }) => event)).toContain('trail.exported')
})
