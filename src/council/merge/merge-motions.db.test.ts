import { sql } from 'kysely'
import { beforeEach, describe, expect } from 'vitest'
import { motionPaper, publicDb, readDocument, setUpTestTown } from '../../../test/council.ts'
import { test, testActor } from '../../../test/database.ts'
import { announcement, as, matterNow, on, person, registerSample, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { correctMotion } from '../correct/index.ts'
import { findMotionsOf } from '../import/load-register.ts'
import { decideSettlement, motionAtDesk, proposeSettlement, startMatter } from '../life/index.ts'
import { motionDossier } from '../public-motion.ts'
import { registerDocument } from '../register-document.ts'
import { reviewOf } from '../review.ts'
import { saveReview } from '../save-review.ts'
import { mergedInto, mergeMotions, motionToMerge } from './index.ts'

let nth = 0
beforeEach(() => {
  nth += 1
})

/** The sample motion, whose first part was settled, and the same motion once more from its own paper. */
async function twice(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const paper = motionPaper({
    number: `H4-${nth}`,
    title: 'Banken in het park (herdruk)',
    registryNumber: `RIS77${nth}`,
    date: '2024-04-05',
    outcome: 'adopted',
    submitters: [
      { name: 'Bram Lindeboom', party: 'Dorpsbelang' },
      { name: 'Mies Nieuweling', party: 'Nieuw Dorp' },
    ],
    request: 'te zorgen voor banken bij de vijver, de speeltuin en het hek',
  })
  const document = await readDocument(ctx, paper, `motie-${nth}.txt`)
  const fresh = await registerDocument(on(ctx, '2024-07-06'), { document, version: 0 })
  const other = fresh.motions[0]!
  const follower = crypto.randomUUID()
  await sql`
    insert into council.follower (municipality, id, address_key, address_sealed, language, token_hash, asked_at, confirmed_at, told_until)
    values ('testdorp', ${follower}, sha256(${follower}::bytea), 'x', 'nl', sha256(${`t${follower}`}::bytea), now(), now(), '2024-07-01')`.execute(
    ctx.tx,
  )
  for (const motion of [sample.motion.id, other.id])
    await sql`
      insert into council.follow (municipality, follower_id, kind, motion_id, token_hash, asked_at, confirmed_at)
      values ('testdorp', ${follower}, 'motion', ${motion}, sha256(${`${follower}${motion}`}::bytea), now(), now())`.execute(
      ctx.tx,
    )
  return { sample, other, paper: document }
}

async function settleFirst(ctx: Ctx, sample: { document: number; matters: number[] }) {
  const matter = sample.matters[0]!
  const { proposal } = await proposeSettlement(await as(ctx, 'policy-officer', '2024-07-08'), {
    matter,
    version: 1,
    outcome: 'announced',
    evidence: [words(sample.document, announcement)],
  })
  await decideSettlement(await as(ctx, 'clerk', '2024-08-12'), {
    matter,
    version: 2,
    proposal,
    verdict: 'accept',
    reason: 'Zo besloten',
  })
}

/** Every table with a column that names a motion, and how many rows name this one; but for what a follower followed before. */
async function namedIn(ctx: Ctx, motion: number): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; column: string }>`
    select distinct c.table_name as name, c.column_name as column
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'council' and t.table_type = 'BASE TABLE'
      and c.column_name in ('motion_id', 'into_id', 'merged_into')
      and c.table_name <> 'follow_merge'`.execute(ctx.tx)
  const found: Record<string, number> = {}
  for (const { name, column } of rows) {
    const counted = await sql<{ n: string }>`
      select count(*) as n from ${sql.table(`council.${name}`)}
      where municipality = 'testdorp' and ${sql.ref(column)} = ${motion}`.execute(ctx.tx)
    const n = Number(counted.rows[0]!.n)
    if (n > 0) found[`${name}.${column}`] = n
  }
  expect(rows.length).toBeGreaterThan(25)
  return found
}

const noFields = { registryNumber: '', number: '', date: '', title: 'X', submitters: '' }

const versions = async (ctx: Ctx, kept: number, gone: number) => {
  const of = async (id: number) =>
    (
      await ctx.tx
        .selectFrom('council.motion')
        .select('version')
        .where('municipality', '=', 'testdorp')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version
  return { kept, gone, keptVersion: await of(kept), goneVersion: await of(gone) }
}

const stepIds = async (ctx: Ctx) =>
  new Set(
    (
      await sql<{
        id: number
      }>`select id from council.matter_history where municipality = 'testdorp'`.execute(ctx.tx)
    ).rows.map((row) => row.id),
  )

describe('everything moves', () => {
  test('into the motion with the letter: nothing names the merged one but its history', async ({ ctx }) => {
    const { sample, other } = await twice(ctx)
    await settleFirst(ctx, sample)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const seen = await motionToMerge(clerk, { ...sample.motion, other: other.id })
    expect(seen.gone?.asked).toHaveLength(1)
    const [request] = seen.gone!.asked
    expect(seen.pairs[`verzoek/${request!.id}`]).toBe(String(seen.kept.asked[0]!.id))

    await mergeMotions(clerk, {
      ...(await versions(ctx, sample.motion.id, other.id)),
      fields: { number: 'gone', date: 'gone' },
      pairs: seen.pairs,
    })
    expect(await namedIn(ctx, other.id)).toEqual({
      'motion_merge.motion_id': 1,
      'motion_merge_detail.motion_id': 1,
    })
    const dossier = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...sample.motion })
    expect(dossier.motion).toMatchObject({ title: 'Banken in het park', dated: '2024-04-05' })
    expect(dossier.motion.numbers).toEqual(expect.arrayContaining([`H4-${nth}`, 'H.4']))
    expect(dossier.motion.registryNumbers).toEqual(expect.arrayContaining([`RIS77${nth}`, 'RIS400099']))
    expect(dossier.documents).toHaveLength(2)
    expect(dossier.submitters.map(({ name }) => name)).toEqual(['Bram Lindeboom', 'Mies Nieuweling'])
    expect(dossier.requests).toHaveLength(1)
    expect(dossier.matters.map(({ state }) => state)).toEqual(['settled', 'open', 'open'])
    expect(dossier.merges).toEqual([
      { id: other.id, on: '2024-08-20', number: `H4-${nth}`, title: 'Banken in het park (herdruk)' },
    ])
    const follows = await sql`
      select 1 from council.follow where municipality = 'testdorp' and motion_id = ${sample.motion.id}`.execute(
      ctx.tx,
    )
    expect(follows.rows).toHaveLength(1)
    const audit = await sql<{ event: string; subject: object }>`
      select event, subject from audit.entry where event = 'motion.merged' order by 1 desc limit 1`.execute(
      ctx.tx,
    )
    expect(audit.rows[0]?.subject).toMatchObject({ motion: String(other.id), into: String(sample.motion.id) })
  })

  test('into the paper: claims, commitments, and the course of a part go along', async ({ ctx }) => {
    const { sample, other } = await twice(ctx)
    await settleFirst(ctx, sample)
    const steps = await stepIds(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const seen = await motionToMerge(clerk, { ...other, other: sample.motion.id })
    await mergeMotions(clerk, {
      ...(await versions(ctx, other.id, sample.motion.id)),
      fields: {},
      pairs: seen.pairs,
    })
    expect(Object.keys(await namedIn(ctx, sample.motion.id)).sort()).toEqual([
      'motion_merge.motion_id',
      'motion_merge_detail.motion_id',
    ])
    const dossier = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...other })
    expect(dossier.requests).toHaveLength(1)
    expect(dossier.requests[0]!.parts).toHaveLength(3)
    expect(dossier.matters.map(({ id }) => id)).toEqual(sample.matters)
    expect(dossier.matters[0]).toMatchObject({
      state: 'settled',
      outcome: 'announced',
      evidence: [expect.objectContaining({ kind: 'passage' })],
      decisions: [expect.objectContaining({ reason: 'Zo besloten' })],
    })
    expect(dossier.claims).toHaveLength(1)
    expect(dossier.claims[0]!.requests).toEqual([dossier.requests[0]!.id])
    expect(dossier.commitments.map(({ id }) => id)).toEqual([sample.commitment])
    expect(dossier.clauses).toHaveLength(1)
    // Only that the whole request of the paper was registered is gone.
    const now = await stepIds(ctx)
    expect([...steps].filter((id) => !now.has(id))).toHaveLength(1)
    const copy = await sql<{ before: Record<string, unknown[]> }>`
      select before from council.motion_merge_detail where motion_id = ${sample.motion.id}`.execute(ctx.tx)
    expect(copy.rows[0]!.before).toMatchObject({
      motion: [expect.objectContaining({ title: 'Banken in het park' })],
      request_part: [expect.anything(), expect.anything(), expect.anything()],
      matter: expect.arrayContaining([
        expect.objectContaining({ part_id: null, motion_id: sample.motion.id }),
      ]),
      matter_history_detail: expect.any(Array),
    })
    const wishes = await sql<{ motion_id: number }>`
      select motion_id from council.wish where matter_id = any (${sample.matters})`.execute(ctx.tx)
    expect(wishes.rows.map((row) => row.motion_id)).toEqual([other.id, other.id, other.id])
    // The desk goes on with what moved.
    const { version } = await matterNow(ctx, sample.matters[1]!)
    await startMatter(clerk, { matter: sample.matters[1]!, version })
    expect((await matterNow(ctx, sample.matters[1]!)).state).toBe('in-progress')
  })

  test('kept apart: both courses stay, each request once', async ({ ctx }) => {
    const { sample, other } = await twice(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const { asked, id } = (await motionToMerge(clerk, { ...sample.motion, other: other.id })).gone!
    await mergeMotions(clerk, {
      ...(await versions(ctx, sample.motion.id, id)),
      fields: {},
      pairs: { [`verzoek/${asked[0]!.id}`]: 'apart' },
    })
    const { matters, dossier } = await motionAtDesk(clerk, sample.motion)
    expect(matters).toHaveLength(4)
    expect(dossier.requests.map(({ parts }) => parts.length)).toEqual([3, 0])
    expect(Object.keys(await namedIn(ctx, id))).toHaveLength(2)
  })

  test('a draft that names the merged motion registers with the one that stays', async ({ ctx }) => {
    const { sample, other } = await twice(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const paper = motionPaper({
      title: 'Nog eens',
      date: '2024-04-05',
      outcome: 'adopted',
      request: 'te wachten',
    })
    const document = await readDocument(ctx, paper, `nog-eens-${nth}.txt`)
    const review = reviewOf(paper.reading)
    review.motions[0]!.match = { choice: 'existing', motion: other.id }
    await saveReview(clerk, { document, version: 0, review })
    const { pairs } = await motionToMerge(clerk, { ...sample.motion, other: other.id })
    await mergeMotions(clerk, { ...(await versions(ctx, sample.motion.id, other.id)), fields: {}, pairs })
    const registered = await registerDocument(clerk, { document, version: 1 })
    expect(registered.motions.map(({ id }) => id)).toEqual([sample.motion.id])
    const seen = await motionToMerge(clerk, { ...sample.motion, search: 'banken herdruk' })
    const offered = [...seen.suggestions.map((one) => one.motion.id), ...seen.found.map((one) => one.id)]
    expect(offered).not.toContain(other.id)
  })

  test('a list that knows the merged motion by its own key finds the one that stays', async ({ ctx }) => {
    const { sample, other } = await twice(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const key = `rij-${nth}`
    for (const [motion, source] of [
      [sample.motion.id, `anders-${nth}`],
      [other.id, key],
    ] as const)
      await sql`
        insert into council.imported_fields (municipality, motion_id, source_key, fields)
        values ('testdorp', ${motion}, ${source}, ${JSON.stringify(noFields)}::jsonb)`.execute(ctx.tx)
    const { pairs } = await motionToMerge(clerk, { ...sample.motion, other: other.id })
    await mergeMotions(clerk, { ...(await versions(ctx, sample.motion.id, other.id)), fields: {}, pairs })
    const row = { sourceKey: key, fields: noFields } as Parameters<typeof findMotionsOf>[1][number]
    expect(await findMotionsOf(clerk, [row, { ...row, sourceKey: `anders-${nth}` }])).toEqual([
      expect.objectContaining({ id: sample.motion.id }),
      expect.objectContaining({ id: sample.motion.id }),
    ])
    expect(await findMotionsOf(clerk, [{ ...row, sourceKey: 'nergens' }])).toEqual([null])
  })

  test('what is alike is suggested, by number, day or title, and found by words', async ({ ctx }) => {
    const { sample, other } = await twice(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const seen = await motionToMerge(clerk, { ...sample.motion, search: `RIS77${nth}` })
    expect(seen.suggestions.map((one) => one.motion.id)).toContain(other.id)
    expect(seen.suggestions.map((one) => one.motion.id)).not.toContain(sample.motion.id)
    expect(seen.found.map((one) => one.id)).toEqual([other.id])
  })
})

describe('refused', () => {
  test('twice, itself, another version, another role, another kind, and what is begun on both sides', async ({
    ctx,
  }) => {
    const { sample, other } = await twice(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const { pairs, gone, kept } = await motionToMerge(clerk, { ...sample.motion, other: other.id })
    const input = { ...(await versions(ctx, kept.id, other.id)), fields: {}, pairs }
    await expect(mergeMotions(await as(ctx, 'portfolio-holder', '2024-08-20'), input)).rejects.toMatchObject({
      code: 'denied',
    })
    await as(ctx, 'clerk', '2024-08-20')
    await expect(mergeMotions(clerk, { ...input, gone: kept.id })).rejects.toMatchObject({
      code: 'merge-itself',
    })
    await expect(mergeMotions(clerk, { ...input, gone: 999_999 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(mergeMotions(clerk, { ...input, goneVersion: 9 })).rejects.toMatchObject({
      code: 'changed-by-other',
    })
    await expect(mergeMotions(clerk, { ...input, pairs: {} })).rejects.toMatchObject({
      fields: [{ field: `verzoek/${gone!.asked[0]!.id}`, code: 'choice-needed' }],
    })
    const whole = await ctx.tx
      .selectFrom('council.matter')
      .select('id')
      .where('motion_id', '=', other.id)
      .executeTakeFirstOrThrow()
    await startMatter(clerk, { matter: whole.id, version: 1 })
    await expect(mergeMotions(clerk, input)).rejects.toMatchObject({
      fields: [{ field: `verzoek/${gone!.asked[0]!.id}`, code: 'whole-begun' }],
    })
    await sql`update council.motion set kind = 'amendment' where id = ${other.id}`.execute(ctx.tx)
    await expect(mergeMotions(clerk, input)).rejects.toMatchObject({ code: 'merge-kinds' })
    await sql`update council.motion set kind = 'motion' where id = ${other.id}`.execute(ctx.tx)

    const apart = { ...input, pairs: { [`verzoek/${gone!.asked[0]!.id}`]: 'apart' } }
    await mergeMotions(clerk, apart)
    await expect(mergeMotions(clerk, apart)).rejects.toMatchObject({ code: 'merged-already' })
    await expect(motionToMerge(clerk, other)).rejects.toMatchObject({ code: 'merged-already' })
    await expect(
      correctMotion(clerk, { motion: other.id, version: 2, values: { title: 'X' } }),
    ).rejects.toMatchObject({ code: 'merged-already' })
  })

  test('an outcome under which what was begun would not be followed, and a letter that is being written', async ({
    ctx,
  }) => {
    const { sample, other } = await twice(ctx)
    const clerk = await as(ctx, 'clerk', '2024-08-20')
    const { gone } = await motionToMerge(clerk, { ...sample.motion, other: other.id })
    const input = {
      ...(await versions(ctx, sample.motion.id, other.id)),
      fields: {},
      pairs: { [`verzoek/${gone!.asked[0]!.id}`]: 'apart' },
    }
    await sql`
      insert into council.letter_out (municipality, content, begun_at, changed_at) values ('testdorp', '{}', now(), now())`.execute(
      ctx.tx,
    )
    await sql`
      insert into council.letter_out_motion (municipality, letter_id, motion_id, position)
      select 'testdorp', max(id), ${other.id}::integer, 0 from council.letter_out`.execute(ctx.tx)
    await expect(mergeMotions(clerk, input)).rejects.toMatchObject({ code: 'letter-under-way' })
    await sql`update council.letter_out set state = 'dropped' where municipality = 'testdorp'`.execute(ctx.tx)

    const { id } = await ctx.tx
      .selectFrom('council.matter')
      .select('id')
      .where('motion_id', '=', other.id)
      .executeTakeFirstOrThrow()
    await startMatter(clerk, { matter: id, version: 1 })
    await sql`update council.motion set outcome = 'unknown' where id = ${sample.motion.id}`.execute(ctx.tx)
    await expect(mergeMotions(clerk, input)).rejects.toMatchObject({ code: 'followed-already' })
    await mergeMotions(clerk, { ...input, fields: { outcome: 'gone' } })
    const dossier = await motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', ...sample.motion })
    expect(dossier.motion.outcome).toBe('adopted')
    expect(Object.keys(await namedIn(ctx, other.id))).toHaveLength(2)
  })

  test('nothing of a motion that was not merged can be removed', async ({ ctx }) => {
    const { sample } = await twice(ctx)
    await as(ctx, 'clerk', '2024-08-20')
    for (const table of ['request', 'matter', 'matter_history', 'motion_submitter', 'document_motion']) {
      const gone = await sql`
        delete from ${sql.table(`council.${table}`)} where motion_id = ${sample.motion.id}`.execute(ctx.tx)
      expect([table, gone.numAffectedRows]).toEqual([table, 0n])
    }
  })
})

test('two clerks at once, each the other way: one is told; visitors see one motion and the way to it', async ({
  databases,
}) => {
  const run = <T>(actor: Parameters<typeof transact>[1], command: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, actor, command, new Date('2024-08-20T10:00:00Z'))
  const { sample, other } = await run(testActor, twice)
  const merge = (
    who: 'clerk' | 'second-clerk',
    kept: { id: number; year: number; slug: string },
    gone: number,
  ) =>
    run(person(who), async (ctx) => {
      const { pairs } = await motionToMerge(ctx, { ...kept, other: gone })
      return mergeMotions(ctx, {
        kept: kept.id,
        gone,
        keptVersion: 1,
        goneVersion: 1,
        fields: {},
        pairs,
      })
    })
  const results = await Promise.allSettled([
    merge('clerk', sample.motion, other.id),
    merge('second-clerk', other, sample.motion.id),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'merged-already' },
  })
  const [stays, goes] = results[0]!.status === 'fulfilled' ? [sample.motion, other] : [other, sample.motion]
  const at = (motion: { year: number; slug: string }) => ({
    municipality: 'testdorp',
    year: motion.year,
    slug: motion.slug,
  })
  await expect(motionDossier(databases.public, at(goes))).rejects.toMatchObject({ code: 'not-found' })
  expect(await mergedInto(databases.public, at(goes))).toMatchObject({ id: stays.id, slug: stays.slug })
  expect(await mergedInto(databases.public, at(stays))).toBeNull()
  expect((await motionDossier(databases.public, at(stays))).merges).toHaveLength(1)
  const rows = await sql`select 1 from council.motion where id = ${goes.id}`.execute(
    databases.public as never,
  )
  expect(rows.rows).toEqual([])
  await expect(
    sql`select 1 from council.motion_merge_detail`.execute(databases.public as never),
  ).rejects.toThrow('permission denied')

  // Merged once more: the first address leads to the last motion.
  const third = await run(testActor, async (ctx) => {
    await setUpTestTown(ctx)
    const paper = motionPaper({
      number: 'Z.9',
      title: 'Zitbanken',
      date: '2024-05-02',
      request: 'niets te doen',
    })
    return (
      await registerDocument(ctx, { document: await readDocument(ctx, paper, 'derde.txt'), version: 0 })
    ).motions[0]!
  })
  const merged = await run(person('clerk'), async (ctx) => {
    const { pairs } = await motionToMerge(ctx, { ...third, other: stays.id })
    await mergeMotions(ctx, { ...(await versions(ctx, third.id, stays.id)), fields: {}, pairs })
  }).catch((error) => error)
  expect(merged).toBeUndefined()
  expect(await mergedInto(databases.public, at(goes))).toMatchObject({ id: third.id })
  expect((await motionDossier(databases.public, at(third))).merges).toHaveLength(2)
})
