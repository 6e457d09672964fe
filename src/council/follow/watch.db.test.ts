/** Weeks of watching, day by day and with days of being down: the same effects, each once. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { actAs, test, testActor } from '../../../test/database.ts'
import { follow, keys, settleOnAnnouncement, watchedSample } from '../../../test/follow.ts'
import { as, commitmentNow, matterNow, on } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { noteProgress } from '../life/note-progress.ts'
import { startMatter } from '../life/start-matter.ts'
import { undoLastStep } from '../life/undo-last-step.ts'
import type { InTransaction } from '../receive-document.ts'
import { chooseDigest, stopMail } from './follower.ts'
import type { MailFacts } from './mail.ts'
import { prune } from './prune.ts'
import { remindOwners } from './remind-owners.ts'
import { sendDigests } from './send-digests.ts'
import { watchSettings } from './settings.ts'
import { watchMissed } from './watch-missed.ts'

/** Every transaction is the one of the test, as the program on that day. */
const inside =
  (ctx: Ctx, day: string): InTransaction =>
  async (work) =>
    work(await actAs(on(ctx, day), testActor))

async function runDay(ctx: Ctx, today: string): Promise<void> {
  const settings = watchSettings('testdorp', today)
  const run = inside(ctx, today)
  await watchMissed(run, { today })
  await run((at) => remindOwners(at, { today, settings }))
  await sendDigests(run, { today, settings }, keys)
}

type Sent = { to: string; facts: MailFacts; key: string; made: string }
async function sent(
  ctx: Ctx,
  kinds: MailFacts['kind'][] = ['digest', 'reopened', 'reminder'],
): Promise<Sent[]> {
  const { rows } = await sql<Sent>`
    select coalesce(follower_id, account_id)::text as to, facts, natural_key as key, made_at::date::text as made
    from council.mail where kind = any(${kinds}) order by id`.execute(ctx.tx)
  return rows
}

/** What was told to whom, apart from which mail told it. */
function told(mails: readonly Sent[]): string[] {
  return mails
    .flatMap(({ to, facts }): string[] => {
      if (facts.kind === 'reminder')
        return facts.items.map(({ about, id, stage, owedOn }) => `${to} ${about} ${id} ${stage} ${owedOn}`)
      if (facts.kind === 'reopened') return facts.motions.map(({ motion }) => `${to} reopened ${motion.id}`)
      if (facts.kind !== 'digest') return []
      return facts.motions.flatMap(({ motion, events }) =>
        events.map(({ what, on, text }) => `${to} ${motion.id} ${what} ${on} ${text}`),
      )
    })
    .sort()
}

/** From 20 November 2024: the commitment's check date is 2 December, and the matters have a term of 16 December. */
async function scene(ctx: Ctx) {
  const sample = await watchedSample(ctx)
  const [first, second, third] = sample.matters as [number, number, number]
  await settleOnAnnouncement(ctx, sample, first)
  await actAs(ctx, testActor)
  const follower = await follow(on(ctx, '2024-11-20'), 'inwoner@voorbeeld.example', {
    kind: 'motion',
    motion: sample.motion.id,
  })
  await sql`update council.matter set term_source = 'agreed', term_text = null, term_not_after = '2024-12-16' where id in (${second}, ${third})`.execute(
    ctx.tx,
  )
  return { ...sample, first, second, third, follower }
}

const days = (from: string, count: number) => Array.from({ length: count }, (_, n) => addDays(from, n))

/** People work meanwhile, whether the program watches or not. */
async function work(ctx: Ctx, sample: Awaited<ReturnType<typeof scene>>, day: string): Promise<void> {
  const { second, third } = sample
  const version = async (matter: number) => (await matterNow(ctx, matter)).version
  if (day === '2024-11-26')
    await startMatter(await as(ctx, 'clerk', day), { matter: second, version: await version(second) })
  if (day === '2024-12-05') {
    await startMatter(await as(ctx, 'clerk', day), { matter: third, version: await version(third) })
    await undoLastStep(await as(ctx, 'clerk', day), { matter: third, version: await version(third) })
  }
  if (day === '2024-12-11')
    await noteProgress(await as(ctx, 'portfolio-holder', day), {
      matter: second,
      version: await version(second),
      text: 'De banken zijn besteld bij kanarie.geheim@testdorp.example.',
    })
  await actAs(ctx, testActor)
}

/** Thirty days from 20 November 2024. @returns what was told, with names for numbers, and the mails by reader as `day kind` */
async function live(ctx: Ctx, down: (day: string) => boolean) {
  const sample = await scene(ctx)
  for (const day of days('2024-11-20', 30)) {
    await work(ctx, sample, day)
    if (down(day)) continue
    await runDay(ctx, day)
    // Again on the same day, as after a restart: nothing more.
    if (day.endsWith('3') || day.endsWith('9')) await runDay(ctx, day)
  }
  const mails = await sent(ctx)
  const names = new Map([
    [sample.follower.follower, 'volger'],
    [sample.councillor, 'raadslid'],
    [sample.official, 'ambtenaar'],
    [sample.holder, 'wethouder'],
    [`matter ${sample.first}`, 'vijver'],
    [`matter ${sample.second}`, 'speeltuin'],
    [`matter ${sample.third}`, 'hek'],
    [`commitment ${sample.commitment}`, 'toezegging'],
    [`${sample.motion.id}`, 'motie'],
  ])
  const named = (line: string) =>
    line
      .replace(/^\S+ (matter|commitment) \d+|^\S+/, (id) => {
        const [reader, ...about] = id.split(' ')
        return [names.get(reader!), names.get(about.join(' '))].filter(Boolean).join(' ')
      })
      .replace(/ (reopened )?\d+( |$)/, ' $1motie$2')
  const by: Record<string, string[]> = {}
  for (const { to, facts, made } of mails) {
    const reader = names.get(to) ?? 'niemand'
    by[reader] = [...(by[reader] ?? []), `${made} ${facts.kind}`]
  }
  return {
    told: told(mails).map(named).sort(),
    by,
    mails,
    matter: await matterNow(ctx, sample.first),
    commitment: await commitmentNow(ctx, sample.commitment),
  }
}

const promise = 'Het college stuurt na het zomerreces een plan voor de banken'
const expected = [
  `volger motie commitment.miss 2024-12-03 ${promise}`,
  'volger motie matter.note-progress 2024-12-11 de speeltuin',
  'volger motie matter.reopen 2024-12-03 de vijver',
  'volger motie matter.start 2024-11-26 de speeltuin',
  'volger reopened motie',
  `raadslid motie commitment.miss 2024-12-03 ${promise}`,
  'raadslid motie matter.note-progress 2024-12-11 de speeltuin',
  'raadslid motie matter.reopen 2024-12-03 de vijver',
  'raadslid motie matter.start 2024-11-26 de speeltuin',
  ...['ambtenaar', 'wethouder'].flatMap((owner) => [
    `${owner} toezegging passed 2024-12-03`,
    `${owner} speeltuin before 2024-12-02`,
    `${owner} hek before 2024-12-02`,
    `${owner} speeltuin passed 2024-12-17`,
    `${owner} hek passed 2024-12-17`,
  ]),
].sort()

test('thirty days, day by day', async ({ ctx }) => {
  const { told, by, mails, matter, commitment } = await live(ctx, () => false)
  expect(commitment).toMatchObject({ state: 'late', missed_on: '2024-12-02' })
  expect(matter.state).toBe('reopened')
  expect(told).toEqual(expected)
  expect(by).toEqual({
    volger: ['2024-12-02 digest', '2024-12-03 reopened', '2024-12-09 digest', '2024-12-16 digest'],
    raadslid: ['2024-12-02 digest', '2024-12-09 digest', '2024-12-16 digest'],
    ambtenaar: ['2024-12-02 reminder', '2024-12-03 reminder', '2024-12-17 reminder'],
    wethouder: ['2024-12-02 reminder', '2024-12-03 reminder', '2024-12-17 reminder'],
  })
  const written = JSON.stringify(mails).replaceAll('"name":"Kanarie Ambtenaar"', '')
  for (const secret of ['kanarie', 'besteld', '@']) expect(written.toLowerCase()).not.toContain(secret)
})

test.for([
  ['ten days', '2024-11-27', '2024-12-06'],
  ['two Mondays', '2024-11-30', '2024-12-10'],
] as const)(
  'down for %s: the same effects, each once, and late mail in one',
  async ([, from, to], { ctx }) => {
    const { told, by, matter, commitment } = await live(ctx, (day) => day >= from && day <= to)
    expect(told).toEqual(expected)
    expect(commitment).toMatchObject({ state: 'late', missed_on: '2024-12-02' })
    expect(matter.state).toBe('reopened')
    const back = addDays(to, 1)
    expect(by.volger?.filter((mail) => mail < `${addDays(back, 1)}`)).toEqual([
      `${back} reopened`,
      `${back} digest`,
    ])
    expect(by.ambtenaar).toEqual([`${back} reminder`, '2024-12-17 reminder'])
  },
)

test('only every third day: the same effects', async ({ ctx }) => {
  let n = 0
  const { told } = await live(ctx, () => n++ % 3 !== 2)
  expect(told).toEqual(expected)
})

test('where the municipality does not reopen, followers are not told that it did', async ({ ctx }) => {
  const sample = await watchedSample(ctx, { reopenOnMissed: false })
  await settleOnAnnouncement(ctx, sample, sample.matters[0]!)
  await actAs(ctx, testActor)
  await follow(on(ctx, '2024-11-20'), 'a@b.example', { kind: 'motion', motion: sample.motion.id })
  await runDay(ctx, '2024-12-05')
  expect((await sent(ctx)).filter(({ facts }) => facts.kind === 'reopened')).toEqual([])
})

test('a party and a domain cover their motions; a motion once, however it is followed', async ({ ctx }) => {
  const { sample, followers } = await watchers(ctx)
  await runDay(ctx, '2024-12-03')
  const reopened = (await sent(ctx)).filter(({ facts }) => facts.kind === 'reopened').map(({ to }) => to)
  expect(reopened.sort()).toEqual([followers.party, followers.domain, followers.all].sort())
  expect(sample.matters).toHaveLength(3)
})

async function watchers(ctx: Ctx) {
  const sample = await watchedSample(ctx)
  await settleOnAnnouncement(ctx, sample, sample.matters[0]!)
  await actAs(ctx, testActor)
  await sql`update council.request_part set domain = 'safety' where motion_id = ${sample.motion.id}`.execute(
    ctx.tx,
  )
  const submitter = await ctx.tx
    .selectFrom('council.motion_submitter as submitter')
    .innerJoin('council.party as party', 'party.id', 'submitter.party_id')
    .select('party.slug')
    .executeTakeFirstOrThrow()
  const at = on(ctx, '2024-11-20')
  const party = await follow(at, 'fractie@b.example', { kind: 'party', party: submitter.slug })
  const domain = await follow(at, 'domein@b.example', { kind: 'domain', domain: 'safety' })
  await follow(at, 'anders@b.example', { kind: 'domain', domain: 'debt' })
  const all = await follow(at, 'alles@b.example', { kind: 'party', party: submitter.slug })
  await follow(at, 'alles@b.example', { kind: 'motion', motion: sample.motion.id })
  return { sample, followers: { party: party.follower, domain: domain.follower, all: all.follower } }
}

test('a week without anything gives no mail; a councillor may switch theirs off, a follower may go', async ({
  ctx,
}) => {
  const sample = await scene(ctx)
  for (const day of days('2024-11-20', 6)) await runDay(ctx, day)
  expect(await sent(ctx)).toEqual([])
  await work(ctx, sample, '2024-11-26')
  await chooseDigest(ctx, { account: sample.councillor, digest: false })
  await stopMail(ctx, { token: sample.follower.stop })
  await runDay(ctx, '2024-12-02')
  expect((await sent(ctx)).filter(({ facts }) => facts.kind === 'digest')).toEqual([])
  await chooseDigest(ctx, { account: sample.councillor, digest: true })
  await work(ctx, sample, '2024-12-11')
  await runDay(ctx, '2024-12-16')
  const digests = (await sent(ctx)).filter(({ facts }) => facts.kind === 'digest')
  expect(digests.map(({ to }) => to)).toEqual([sample.councillor])
  // Switched off means not told later either.
  expect(told(digests).some((line) => line.includes('matter.start'))).toBe(false)
})

test('whoever has no role any more, or no address, is not mailed', async ({ ctx }) => {
  const sample = await scene(ctx)
  await sql`update identity.role set ended_at = granted_at where person_id in (${sample.official}, ${sample.councillor})`.execute(
    ctx.tx,
  )
  await work(ctx, sample, '2024-11-26')
  await runDay(ctx, '2024-12-02')
  const to = new Set((await sent(ctx)).map((mail) => mail.to))
  expect([...to].sort()).toEqual([sample.follower.follower, sample.holder].sort())
})

test('old drafts of a registered document go, its last one and those of waiting documents stay', async ({
  ctx,
}) => {
  const { document } = await watchedSample(ctx)
  const draft = (id: number, version: number) =>
    sql`insert into council.document_draft (municipality, document_id, version, review, saved_by_name, saved_at)
      values ('testdorp', ${id}, ${version}, '{}', 'test', '2024-07-05')`.execute(ctx.tx)
  for (const version of [1, 2, 3]) await draft(document, version)
  await sql`update council.document set review_version = 3 where id = ${document}`.execute(ctx.tx)
  const left = async () =>
    (
      await sql<{ version: number }>`select version from council.document_draft order by version`.execute(
        ctx.tx,
      )
    ).rows.map((row) => row.version)
  const settings = watchSettings('testdorp', '2024-10-01')
  await prune(on(ctx, '2024-10-02'), { settings })
  expect(await left()).toEqual([1, 2, 3])
  await prune(on(ctx, '2024-10-04'), { settings, limit: 1 })
  expect(await left()).toHaveLength(2)
  await prune(on(ctx, '2024-10-04'), { settings })
  expect(await left()).toEqual([3])
})
