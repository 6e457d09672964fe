import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import {
  emptyRequest,
  letterPages,
  letterReading,
  motionPaper,
  placeOf,
  publicDb,
  readDocument,
  setUpTestTown,
} from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { announcement, as, matterNow, words } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied, Invalid, Refused } from '../../errors.ts'
import { correctMotion } from '../correct/index.ts'
import {
  agreeTerm,
  assignOwner,
  decideSettlement,
  noteProgress,
  proposeSettlement,
  startMatter,
  undoLastStep,
} from '../life/index.ts'
import { motionDossier } from '../public-motion.ts'
import type { Outcome } from '../read/reading.ts'
import { registerDocument } from '../register-document.ts'
import { reviewOf } from '../review.ts'
import { saveReview } from '../save-review.ts'
import { closeSet } from '../take-back/index.ts'
import {
  apart,
  courseChoice,
  type MergeField,
  mergedInto,
  mergeMotions,
  mergeToPart,
  motionToMerge,
  partChoice,
  partMotions,
  requestChoice,
} from './index.ts'

let nth = 0

type Asks = { text: string; parts: string[] }
type Situation = {
  asks: [Asks[], Asks[]]
  outcomes: [Outcome, Outcome]
  dates: [string, string]
  submitters: [string[], string[]]
  letters: [boolean, boolean]
  sameTitle: boolean
  steps: { motion: 0 | 1; matter: number; step: Step }[]
  follows: { confirmed: boolean; of: 'kept' | 'gone' | 'both'; alsoConfirmed: boolean }[]
  imported: [boolean, boolean]
  fields: Partial<Record<MergeField, 'kept' | 'gone'>>
  pairs: number[]
  courses: ('kept' | 'gone')[]
}
type Step = 'start' | 'assign' | 'term' | 'note' | 'propose' | 'settle' | 'announce' | 'undo'

const texts = ['banken bij de vijver zetten', 'banken in het park', 'een brief sturen', 'de raad informeren']
const both = <T>(one: fc.Arbitrary<T>) => fc.tuple(one, one)
const situations: fc.Arbitrary<Situation> = fc.record({
  asks: both(
    fc.array(
      fc.record({
        text: fc.constantFrom(...texts),
        parts: fc.oneof(
          fc.constant<string[]>([]),
          fc.uniqueArray(fc.constantFrom<string[]>('de vijver', 'het hek', 'de speeltuin'), {
            minLength: 2,
            maxLength: 3,
          }),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  outcomes: fc.constantFrom<[Outcome, Outcome][]>(
    ['adopted', 'adopted'],
    ['adopted', 'adopted'],
    ['adopted', 'unknown'],
    ['unknown', 'adopted'],
  ),
  dates: both(fc.constantFrom('2024-04-04', '2024-04-05')),
  submitters: both(
    fc.uniqueArray(fc.constantFrom('Bram Lindeboom', 'Mies Nieuweling', 'Jet Jansen'), { maxLength: 2 }),
  ),
  letters: both(fc.boolean()),
  sameTitle: fc.boolean(),
  steps: fc.array(
    fc.record({
      motion: fc.constantFrom(0 as const, 1 as const),
      matter: fc.nat(5),
      step: fc.constantFrom<Step[]>(
        'start',
        'assign',
        'term',
        'note',
        'propose',
        'settle',
        'announce',
        'undo',
      ),
    }),
    { maxLength: 8 },
  ),
  follows: fc.array(
    fc.record({
      confirmed: fc.boolean(),
      of: fc.constantFrom<('kept' | 'gone' | 'both')[]>('kept', 'gone', 'both'),
      alsoConfirmed: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  imported: both(fc.boolean()),
  fields: fc.record(
    {
      title: fc.constantFrom('kept' as const, 'gone' as const),
      number: fc.constantFrom('kept' as const, 'gone' as const),
      date: fc.constantFrom('kept' as const, 'gone' as const),
      outcome: fc.constantFrom('kept' as const, 'gone' as const),
    },
    { requiredKeys: [] },
  ),
  pairs: fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
  courses: fc.array(fc.constantFrom('kept' as const, 'gone' as const), { minLength: 12, maxLength: 12 }),
})

type Registered = { id: number; year: number; slug: string }

async function register(ctx: Ctx, situation: Situation, which: 0 | 1): Promise<Registered> {
  const asks = situation.asks[which]
  const request = asks.map((one) => [one.text, ...one.parts].join(' ')).join('; ')
  const paper = motionPaper({
    number: `M${nth}.${which + 1}`,
    title: situation.sameTitle ? `Banken in het park ${nth}` : `Banken in het park ${nth} ${which}`,
    registryNumber: `RIS${500_000 + nth * 2 + which}`,
    date: situation.dates[which],
    outcome: situation.outcomes[which],
    submitters: situation.submitters[which].map((name) => ({ name, party: 'Dorpsbelang' })),
    request,
  })
  const place = placeOf(paper.pages, request)
  paper.reading.motions[0]!.requests = asks.map((one) => ({
    ...emptyRequest,
    text: one.text,
    at: place,
    parts: one.parts.map((text) => ({ text, domain: null, at: place })),
  }))
  paper.reading.motions[0]!.clauses = [{ kind: 'noting', text: `er is iets ${which}`, at: place }]
  const document = await readDocument(ctx, paper, `m-${nth}-${which}.txt`)
  const review = reviewOf(paper.reading)
  review.motions[0]!.match = { choice: 'new' }
  await saveReview(ctx, { document, version: 0, review })
  const motion = (await registerDocument(ctx, { document, version: 1 })).motions[0]!
  if (situation.letters[which]) await registerLetter(ctx, motion.id)
  if (situation.imported[which])
    await sql`
      insert into council.imported_fields (municipality, motion_id, source_key, fields)
      values ('testdorp', ${motion.id}, ${`rij-${nth}-${which}`}, '{"title":"X"}')`.execute(ctx.tx)
  return motion
}

/** The sample letter about this motion, with its claim and its commitment. */
async function registerLetter(ctx: Ctx, motion: number): Promise<number> {
  const document = await readDocument(
    ctx,
    { pages: letterPages, reading: letterReading() },
    `brief-${nth}.txt`,
  )
  const review = reviewOf(letterReading())
  review.motions[0]!.match = { choice: 'existing', motion }
  review.motions[0]!.requests = []
  review.claims = review.claims.map((claim) => ({ ...claim, requests: null }))
  await saveReview(ctx, { document, version: 0, review })
  await registerDocument(ctx, { document, version: 1 })
  return document
}

const mattersOf = async (ctx: Ctx, motion: number) =>
  (
    await ctx.tx
      .selectFrom('council.matter')
      .select(['id', 'version'])
      .where('municipality', '=', 'testdorp')
      .where('motion_id', '=', motion)
      .orderBy('id')
      .execute()
  ).map(({ id, version }) => ({ matter: id, version }))

/** A step as far as it is possible where the matter stands. */
async function take(ctx: Ctx, motion: number, matter: number, step: Step): Promise<void> {
  const all = await mattersOf(ctx, motion)
  const at = all[matter % Math.max(1, all.length)]
  if (!at) return
  const clerk = await as(ctx, 'clerk', '2024-08-12')
  const document = await documentOf(ctx, motion)
  try {
    if (step === 'start') await startMatter(clerk, at)
    if (step === 'assign') await assignOwner(clerk, { ...at, official: { account: 'a', name: 'Kanarie' } })
    if (step === 'term') await agreeTerm(clerk, { ...at, notAfter: '2025-01-01', reason: 'afgesproken' })
    if (step === 'note') await noteProgress(clerk, { ...at, text: 'loopt' })
    if (step === 'undo') await undoLastStep(clerk, at)
    if (step !== 'propose' && step !== 'settle' && step !== 'announce') return
    if (document === null) return
    const officer = await as(ctx, 'portfolio-holder', '2024-07-08')
    const { proposal } = await proposeSettlement(officer, {
      ...at,
      outcome: step === 'announce' ? 'announced' : 'partly',
      explanation: 'deels',
      evidence: [words(document, announcement)],
    })
    if (step !== 'propose')
      await decideSettlement(await as(ctx, 'clerk', '2024-08-12'), {
        matter: at.matter,
        version: at.version + 1,
        proposal,
        verdict: 'accept',
        reason: 'Zo besloten',
      })
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Invalid || error instanceof Denied)) throw error
  }
}

async function documentOf(ctx: Ctx, motion: number): Promise<number | null> {
  const row = await ctx.tx
    .selectFrom('council.letter_motion as link')
    .innerJoin('council.letter as letter', 'letter.id', 'link.letter_id')
    .select('letter.document_id')
    .where('link.motion_id', '=', motion)
    .executeTakeFirst()
  return row?.document_id ?? null
}

async function follow(ctx: Ctx, motions: readonly number[], situation: Situation['follows'][number]) {
  const id = crypto.randomUUID()
  await sql`
    insert into council.follower (municipality, id, address_key, address_sealed, language, token_hash, asked_at, told_until)
    values ('testdorp', ${id}, sha256(${id}::bytea), 'x', 'nl', sha256(${`t${id}`}::bytea), now(), '2024-07-01')`.execute(
    ctx.tx,
  )
  const [kept, gone] = [motions[0]!, motions[1]!]
  const wanted = situation.of === 'both' ? [kept, gone] : [situation.of === 'kept' ? kept : gone]
  for (const [index, motion] of wanted.entries())
    await sql`
      insert into council.follow (municipality, follower_id, kind, motion_id, token_hash, asked_at, confirmed_at)
      values ('testdorp', ${id}, 'motion', ${motion}, sha256(${`${id}${motion}`}::bytea), now(),
        ${(index === 0 ? situation.confirmed : situation.alsoConfirmed) ? new Date('2024-07-02T10:00:00Z') : null})`.execute(
      ctx.tx,
    )
  return id
}

const histories = ['matter_history', 'matter_history_detail', 'motion_correction', 'motion_correction_detail']
const keptApart = ['change', 'change_set', 'motion_parting', 'motion_parting_detail', 'original', 'document']

type Snapshot = { rows: Record<string, string[]>; newer: Record<string, Record<string, unknown>[]> }

/** Every row of every table but for counts of changes; rows of histories that are newer apart. */
async function snapshot(ctx: Ctx, last: Record<string, number> = {}): Promise<Snapshot> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'council' order by 1`.execute(ctx.tx)
  const found: Snapshot = { rows: {}, newer: {} }
  for (const { name } of tables) {
    if (keptApart.includes(name)) continue
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) - 'version' as row from ${sql.table(`council.${name}`)} t where municipality = 'testdorp'`.execute(
      ctx.tx,
    )
    const key = name.endsWith('_detail') ? (name.startsWith('matter') ? 'history_id' : 'correction_id') : 'id'
    const isNewer = (row: Record<string, unknown>) =>
      histories.includes(name) && last[name] !== undefined && (row[key] as number) > last[name]
    found.rows[name] = rows.flatMap(({ row }) => (isNewer(row) ? [] : [JSON.stringify(row)])).sort()
    found.newer[name] = rows.flatMap(({ row }) => (isNewer(row) ? [row] : []))
  }
  return found
}

/** Rows that came and rows that went, by table. */
function differences(before: Snapshot, after: Snapshot): Record<string, { came: string[]; went: string[] }> {
  const found: Record<string, { came: string[]; went: string[] }> = {}
  for (const [table, rows] of Object.entries(before.rows)) {
    const [was, is] = [new Set(rows), new Set(after.rows[table])]
    const came = [...is].filter((row) => !was.has(row))
    const went = rows.filter((row) => !is.has(row))
    if (came.length + went.length > 0 || after.rows[table]!.length !== rows.length)
      found[table] = { came, went }
  }
  return found
}

async function lastOf(ctx: Ctx): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const name of histories) {
    const of = name.replace('_detail', '')
    const { rows } = await sql<{ last: number | null }>`
      select max(id) as last from ${sql.table(`council.${of}`)}`.execute(ctx.tx)
    found[name] = rows[0]!.last ?? 0
  }
  return found
}

const versionOf = async (ctx: Ctx, id: number) =>
  (
    await ctx.tx
      .selectFrom('council.motion')
      .select('version')
      .where('municipality', '=', 'testdorp')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).version

/** Pairs as the numbers of a situation choose them, each request and part at most once. */
async function choose(ctx: Ctx, kept: Registered, gone: Registered, situation: Situation) {
  const seen = await motionToMerge(ctx, { ...kept, other: gone.id })
  const pairs: Record<string, string> = {}
  const free = [...seen.kept.asked]
  let place = 0
  const next = () => situation.pairs[place++ % situation.pairs.length]!
  for (const request of seen.gone!.asked) {
    const twin = free[next()]
    pairs[requestChoice(request.id)] = twin ? String(twin.id) : apart
    if (twin) free.splice(free.indexOf(twin), 1)
    pairs[courseChoice(requestChoice(request.id))] = situation.courses[place % 12]!
    const parts = [...(twin?.parts ?? [])]
    for (const part of request.parts) {
      const same = parts[next()]
      pairs[partChoice(part.id)] = same ? String(same.id) : apart
      if (same) parts.splice(parts.indexOf(same), 1)
      pairs[courseChoice(partChoice(part.id))] = situation.courses[place % 12]!
    }
  }
  return pairs
}

/** Merges as far as the situation can be merged. */
async function tryMerge(
  ctx: Ctx,
  kept: Registered,
  gone: Registered,
  situation: Situation,
): Promise<boolean> {
  const clerk = await as(ctx, 'clerk', '2024-08-20')
  const input = {
    kept: kept.id,
    gone: gone.id,
    keptVersion: await versionOf(ctx, kept.id),
    goneVersion: await versionOf(ctx, gone.id),
    fields: situation.fields,
    pairs: await choose(clerk, kept, gone, situation),
  }
  try {
    await mergeMotions(clerk, input)
    return true
  } catch (error) {
    await closeSet(clerk)
    if (error instanceof Refused || error instanceof Invalid) return false
    throw error
  }
}

const part = async (ctx: Ctx, kept: number, gone: number, day = '2024-08-27') =>
  partMotions(await as(ctx, 'clerk', day), {
    motion: gone,
    version: await versionOf(ctx, kept),
    reason: 'Het waren er toch twee',
  })

test('merged and taken back, every row of every table is as it was; and so again', async ({ ctx }) => {
  await setUpTestTown(ctx)
  let [merged, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(situations, async (situation) => {
      nth += 1
      await as(ctx, 'clerk', '2024-07-05')
      const on = { ...ctx, now: new Date('2024-07-05T10:00:00Z') }
      const motions = [await register(on, situation, 0), await register(on, situation, 1)] as const
      for (const { motion, matter, step } of situation.steps)
        await take(ctx, motions[motion].id, matter, step)
      for (const one of situation.follows)
        await follow(
          ctx,
          motions.map(({ id }) => id),
          one,
        )
      const last = await lastOf(ctx)
      const before = await snapshot(ctx)
      for (let round = 0; round < 2; round += 1) {
        if (!(await tryMerge(ctx, motions[0], motions[1], situation))) {
          refused += 1
          return
        }
        merged += 1
        expect((await snapshot(ctx)).rows).not.toEqual(before.rows)
        await part(ctx, motions[0].id, motions[1].id)
        const after = await snapshot(ctx, last)
        expect(differences(before, after)).toEqual({})
        expectTakenBack(after.newer)
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
  expect(merged).toBeGreaterThan(refused)
})

/** What a history has more says that something was taken back. */
function expectTakenBack(newer: Snapshot['newer']): void {
  const steps = newer.matter_history!
  const undone = new Set(steps.map((row) => row.undoes))
  expect(steps.filter((row) => row.undoes === null && !undone.has(row.id))).toEqual([])
  const net = new Map<string, [unknown, unknown]>()
  for (const row of newer.motion_correction!.sort((a, b) => Number(a.id) - Number(b.id))) {
    const key = `${row.motion_id} ${row.field}`
    net.set(key, [net.has(key) ? net.get(key)![0] : row.before, row.after])
  }
  for (const [before, after] of net.values()) expect(after).toEqual(before)
}

const plain: Situation = {
  asks: [
    [{ text: texts[0]!, parts: [] }],
    [
      { text: texts[0]!, parts: [] },
      { text: texts[2]!, parts: [] },
    ],
  ],
  outcomes: ['adopted', 'adopted'],
  dates: ['2024-04-04', '2024-04-05'],
  submitters: [['Bram Lindeboom'], ['Mies Nieuweling']],
  letters: [true, true],
  sameTitle: false,
  steps: [],
  follows: [],
  imported: [false, false],
  fields: { title: 'gone', date: 'gone' },
  pairs: [0, 3],
  courses: Array(12).fill('kept'),
}

/** Two motions of which one request is the same, merged on 20 August 2024. */
async function mergedPair(ctx: Ctx, change: Partial<Situation> = {}) {
  const situation = { ...plain, ...change }
  nth += 1
  await setUpTestTown(ctx)
  const on = { ...ctx, now: new Date('2024-07-05T10:00:00Z') }
  const kept = await register(on, situation, 0)
  const gone = await register(on, situation, 1)
  for (const { motion, matter, step } of situation.steps)
    await take(ctx, [kept, gone][motion]!.id, matter, step)
  const matters = { kept: await mattersOf(ctx, kept.id), gone: await mattersOf(ctx, gone.id) }
  expect(await tryMerge(ctx, kept, gone, situation)).toBe(true)
  return { kept, gone, matters }
}
const dossierOf = (ctx: Ctx, { year, slug }: Registered) =>
  motionDossier(publicDb(ctx.tx), { municipality: 'testdorp', year, slug })
const blocksOf = async (ctx: Ctx, kept: Registered, gone: Registered) =>
  (await mergeToPart(await as(ctx, 'clerk', '2024-08-26'), { ...kept, motion: gone.id })).blocks

describe('what happened since', () => {
  test('goes with the request that it is about; both histories tell', async ({ ctx }) => {
    const { kept, gone, matters } = await mergedPair(ctx)
    const moved = matters.gone[1]!.matter
    await take(ctx, kept.id, 1, 'start')
    expect((await matterNow(ctx, moved)).state).toBe('in-progress')
    await take(ctx, kept.id, 1, 'settle')
    expect((await matterNow(ctx, moved)).state).toBe('settled')
    const letter = await registerLetter(await as(ctx, 'clerk', '2024-08-22'), kept.id)
    const newcomer = await follow(ctx, [kept.id, gone.id], {
      of: 'kept',
      confirmed: true,
      alsoConfirmed: true,
    })

    expect(await mergedInto(publicDb(ctx.tx), { municipality: 'testdorp', ...gone })).toMatchObject({
      id: kept.id,
    })
    expect(await blocksOf(ctx, kept, gone)).toEqual([])
    expect(await part(ctx, kept.id, gone.id)).toEqual({ year: gone.year, slug: gone.slug })
    expect(await mergedInto(publicDb(ctx.tx), { municipality: 'testdorp', ...gone })).toBeNull()

    const [one, other] = [await dossierOf(ctx, kept), await dossierOf(ctx, gone)]
    expect(one.motion).toMatchObject({ title: `Banken in het park ${nth} 0`, dated: '2024-04-04' })
    expect(other.matters.map(({ id, state }) => [id, state])).toEqual([
      [matters.gone[0]!.matter, 'open'],
      [moved, 'settled'],
    ])
    expect(one.matters.map(({ id }) => id)).toEqual([matters.kept[0]!.matter])
    // The letter of that time spoke of everything: of both motions.
    const of = (dossier: typeof one) =>
      dossier.claims.filter((claim) => claim.passage?.document.id === letter).length
    expect([one.claims.length, other.claims.length, of(one), of(other)].slice(0, 2)).toEqual([2, 2])
    expect(one.merges).toEqual([])
    const said = { mergedOn: '2024-08-20', on: '2024-08-27', reason: 'Het waren er toch twee' }
    expect(one.partings).toEqual([
      {
        ...said,
        stayed: true,
        other: { year: gone.year, slug: gone.slug, title: other.motion.title, number: other.motion.number },
      },
    ])
    expect(other.partings).toMatchObject([{ ...said, stayed: false, other: { slug: kept.slug } }])
    const followed = await sql<{ motion_id: number }>`
      select motion_id from council.follow where follower_id = ${newcomer}`.execute(ctx.tx)
    expect(followed.rows).toEqual([{ motion_id: kept.id }])
    const detail = await sql`
      select s.actor_name, s.taken_back_by_name, s.reason from council.motion_parting_detail d
      join council.change_set s on s.municipality = d.municipality and s.id = d.set_id
      join council.motion_parting p on p.municipality = d.municipality and p.id = d.parting_id
      where p.motion_id = ${gone.id}`.execute(ctx.tx)
    expect(detail.rows).toEqual([
      { actor_name: 'Kanarie clerk', taken_back_by_name: 'Kanarie clerk', reason: 'Het waren er toch twee' },
    ])
  })

  test('who stopped following stays away; a term that was agreed since stands', async ({ ctx }) => {
    nth += 1
    const situation = { ...plain, fields: { date: 'gone' as const } }
    await setUpTestTown(ctx)
    const on = { ...ctx, now: new Date('2024-07-05T10:00:00Z') }
    const [kept, gone] = [await register(on, situation, 0), await register(on, situation, 1)]
    const leaver = await follow(ctx, [kept.id, gone.id], { of: 'gone', confirmed: true, alsoConfirmed: true })
    const stayer = await follow(ctx, [kept.id, gone.id], { of: 'both', confirmed: true, alsoConfirmed: true })
    await tryMerge(ctx, kept, gone, situation)
    await sql`delete from council.follower where id = ${leaver}`.execute(ctx.tx)
    const { matter } = (await mattersOf(ctx, kept.id))[0]!
    await take(ctx, kept.id, 0, 'term')
    await part(ctx, kept.id, gone.id)
    expect((await matterNow(ctx, matter)).term_not_after).toBe('2025-01-01')
    const { rows } =
      await sql`select follower_id, motion_id from council.follow where motion_id in (${kept.id}, ${gone.id}) order by 2`.execute(
        ctx.tx,
      )
    expect(rows).toEqual([kept.id, gone.id].map((motion_id) => ({ follower_id: stayer, motion_id })))
  })
})

describe('two courses of one request', () => {
  const begun: Situation['steps'] = [
    { motion: 0, matter: 0, step: 'note' },
    { motion: 0, matter: 0, step: 'settle' },
    { motion: 1, matter: 0, step: 'announce' },
  ]
  test.for(['kept', 'gone'] as const)(
    'that of the %s motion stands; the other stays readable',
    async (course, { ctx }) => {
      const { kept, gone, matters } = await mergedPair(ctx, {
        steps: begun,
        courses: Array(12).fill(course),
        fields: {},
      })
      const [stands, aside] = course === 'kept' ? [matters.kept, matters.gone] : [matters.gone, matters.kept]
      const dossier = await dossierOf(ctx, kept)
      expect(dossier.matters[0]).toMatchObject({ id: stands[0]!.matter, state: 'settled' })
      expect(dossier.setAside).toMatchObject([
        {
          standing: stands[0]!.matter,
          on: '2024-08-20',
          matter: { id: aside[0]!.matter, state: 'settled', decisions: [{ reason: 'Zo besloten' }] },
        },
      ])
      expect(dossier.commitments).toHaveLength(2)
      const { version } = await matterNow(ctx, aside[0]!.matter)
      await expect(
        startMatter(await as(ctx, 'clerk', '2024-08-21'), { matter: aside[0]!.matter, version }),
      ).rejects.toMatchObject({ code: 'course-set-aside' })
      const wishes = await sql<{ id: number }>`
      select matter_id as id from council.wish where matter_id in (${stands[0]!.matter}, ${aside[0]!.matter})`.execute(
        ctx.tx,
      )
      expect(wishes.rows).toEqual([{ id: stands[0]!.matter }])
      await part(ctx, kept.id, gone.id)
      expect((await mattersOf(ctx, kept.id)).map(({ matter }) => matter)).toEqual(
        matters.kept.map(({ matter }) => matter),
      )
      expect((await mattersOf(ctx, gone.id)).map(({ matter }) => matter)).toEqual(
        matters.gone.map(({ matter }) => matter),
      )
    },
  )
})

describe('in the way', () => {
  const expectRefused = async (ctx: Ctx, kept: Registered, gone: Registered, codes: object[]) => {
    expect(await blocksOf(ctx, kept, gone)).toMatchObject(codes)
    await expect(part(ctx, kept.id, gone.id)).rejects.toMatchObject({ code: 'in-the-way' })
  }

  test('a proposal, then a decision, on a request that stands for both; withdrawing the proposal clears the way', async ({
    ctx,
  }) => {
    const { kept, gone, matters } = await mergedPair(ctx)
    await take(ctx, kept.id, 0, 'propose')
    const matter = matters.kept[0]!.matter
    await expectRefused(ctx, kept, gone, [{ code: 'proposed', matters: [{ id: matter, text: texts[0] }] }])
    await take(ctx, kept.id, 0, 'undo')
    expect(await blocksOf(ctx, kept, gone)).toEqual([])
    await take(ctx, kept.id, 0, 'settle')
    await expectRefused(ctx, kept, gone, [{ code: 'decided', matters: [{ id: matter }] }])
  })

  test('a later merge goes first; a title that was corrected since is put back first', async ({ ctx }) => {
    const { kept, gone } = await mergedPair(ctx)
    const third = await register(
      { ...ctx, now: new Date('2024-08-21T10:00:00Z') },
      { ...plain, letters: [false, false] },
      1,
    )
    await tryMerge(ctx, kept, third, { ...plain, fields: {}, pairs: [3] })
    await expectRefused(ctx, kept, gone, [{ code: 'later-merge', motion: { id: third.id } }])
    await part(ctx, kept.id, third.id, '2024-08-23')
    expect(await blocksOf(ctx, kept, gone)).toEqual([])
    const clerk = await as(ctx, 'clerk', '2024-08-24')
    const title = (await dossierOf(ctx, kept)).motion.title
    const correct = async (value: string) =>
      correctMotion(clerk, {
        motion: kept.id,
        version: await versionOf(ctx, kept.id),
        values: { title: value },
      })
    await correct('Iets anders')
    await expectRefused(ctx, kept, gone, [{ code: 'corrected', fields: ['title'] }])
    await correct(title)
    await part(ctx, kept.id, gone.id)
  })

  test('the motion that stayed was merged into another; work on what is followed only since', async ({
    ctx,
  }) => {
    const { kept, gone } = await mergedPair(ctx)
    const third = await register({ ...ctx, now: new Date('2024-08-21T10:00:00Z') }, plain, 1)
    await tryMerge(ctx, third, kept, { ...plain, fields: {}, pairs: [3] })
    await expectRefused(ctx, third, gone, [{ code: 'merged-on', motion: { id: kept.id } }])

    const fresh = await mergedPair(ctx, {
      outcomes: ['adopted', 'unknown'],
      letters: [true, false],
    })
    await take(ctx, fresh.kept.id, 1, 'start')
    await expectRefused(ctx, fresh.kept, fresh.gone, [{ code: 'begun', matters: [{ text: texts[2] }] }])
    await take(ctx, fresh.kept.id, 1, 'undo')
    await part(ctx, fresh.kept.id, fresh.gone.id)
    expect(await mattersOf(ctx, fresh.gone.id)).toEqual([])
  })

  test('a letter that is being written; no reason; another role; an older version; what is not merged', async ({
    ctx,
  }) => {
    const { kept, gone } = await mergedPair(ctx)
    await sql`
      insert into council.letter_out (municipality, content, begun_at, changed_at) values ('testdorp', '{}', now(), now())`.execute(
      ctx.tx,
    )
    await sql`
      insert into council.letter_out_motion (municipality, letter_id, motion_id, position)
      select 'testdorp', max(id), ${kept.id}::integer, 0 from council.letter_out`.execute(ctx.tx)
    await expectRefused(ctx, kept, gone, [{ code: 'letter-under-way' }])
    await sql`update council.letter_out set state = 'dropped' where municipality = 'testdorp'`.execute(ctx.tx)
    const input = { motion: gone.id, version: await versionOf(ctx, kept.id), reason: 'x' }
    await expect(partMotions(await as(ctx, 'policy-officer', '2024-08-27'), input)).rejects.toMatchObject({
      code: 'denied',
    })
    const clerk = await as(ctx, 'clerk', '2024-08-27')
    await expect(partMotions(clerk, { ...input, reason: ' ' })).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'needed' }],
    })
    await expect(partMotions(clerk, { ...input, version: 99 })).rejects.toMatchObject({
      code: 'changed-by-other',
    })
    await expect(partMotions(clerk, { ...input, motion: kept.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})
