import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { foldNumber } from '../slug.ts'
import type { ReadRow, RowFields } from './fields.ts'
import type { RegisterMotion } from './plan-row.ts'
import { printSubmitters } from './submitters.ts'

/** The motion that a row is about; `null` when the register has none, a code when a person must say which. */
export type Found = RegisterMotion | null | 'key-ambiguous' | 'key-contradicts'

/** Finds what the register knows of each row, in a few queries for all of them. */
export async function findMotionsOf(ctx: Ctx, rows: readonly ReadRow[]): Promise<Found[]> {
  const motions = await candidates(ctx, rows)
  return rows.map((row) => choose(row, motions))
}

function choose(row: ReadRow, motions: readonly Candidate[]): Found {
  const registry = foldNumber(row.fields.registryNumber)
  const number = foldNumber(row.fields.number)
  const { date } = row.fields
  const imported = row.sourceKey === '' ? [] : motions.filter((one) => one.sourceKeys.includes(row.sourceKey))
  const byRegistry = registry === '' ? [] : motions.filter((one) => one.registryNumbers.includes(registry))
  if (byRegistry.length > 1) return 'key-ambiguous'
  if (byRegistry[0]) return contradicts(row, byRegistry[0]) ? 'key-contradicts' : byRegistry[0]
  // Another registry number means another motion, also with the same number on the same day.
  const byNumber =
    number === '' || date === ''
      ? []
      : motions.filter(
          (one) =>
            one.numbers.includes(number) &&
            one.fields.date === date &&
            (registry === '' || one.registryNumbers.length === 0),
        )
  if (byNumber.length > 1) return 'key-ambiguous'
  if (byNumber[0]) return byNumber[0]
  if (registry !== '' && imported.some((one) => one.registryNumbers.length > 0)) return null
  return imported.length > 1 ? 'key-ambiguous' : (imported[0] ?? null)
}

/** Registers give one number to two papers: the same number with another day and another title, then and now, is no proof. */
function contradicts(row: ReadRow, motion: Candidate): boolean {
  const { date, title } = row.fields
  const known = motion.base ? [motion.fields, motion.base] : [motion.fields]
  const otherDay = date !== '' && known.every((one) => one.date !== '' && one.date !== date)
  return otherDay && known.every((one) => one.title.toLowerCase() !== title.toLowerCase())
}

/** `sourceKeys`: its own, and those of motions that were merged into it. */
type Candidate = RegisterMotion & { sourceKeys: string[] }

async function candidates(ctx: Ctx, rows: readonly ReadRow[]): Promise<Candidate[]> {
  const { municipality } = ctx.actor
  const registries = [...new Set(rows.map((row) => foldNumber(row.fields.registryNumber)).filter(Boolean))]
  const numbers = [...new Set(rows.map((row) => foldNumber(row.fields.number)).filter(Boolean))]
  const dates = [...new Set(rows.map((row) => row.fields.date).filter(Boolean))]
  const keys = [...new Set(rows.map((row) => row.sourceKey).filter(Boolean))]
  const ids = new Set<number>()
  if (registries.length > 0) {
    const found = await ctx.tx
      .selectFrom('council.motion_identifier')
      .select('motion_id')
      .where('municipality', '=', municipality)
      .where('kind', '=', 'registry')
      .where('value', 'in', registries)
      .execute()
    for (const one of found) ids.add(one.motion_id)
  }
  if (numbers.length > 0 && dates.length > 0) {
    const found = await ctx.tx
      .selectFrom('council.motion_identifier as known')
      .innerJoin('council.motion as motion', (join) =>
        join
          .onRef('motion.municipality', '=', 'known.municipality')
          .onRef('motion.id', '=', 'known.motion_id'),
      )
      .select('known.motion_id')
      .where('known.municipality', '=', municipality)
      .where('known.kind', '=', 'number')
      .where('known.value', 'in', numbers)
      .where('motion.dated', 'in', dates)
      .execute()
    for (const one of found) ids.add(one.motion_id)
  }
  if (keys.length > 0) {
    const found = await ctx.tx
      .selectFrom('council.imported_fields')
      .select('motion_id')
      .where('municipality', '=', municipality)
      .where('source_key', 'in', keys)
      .execute()
    for (const one of found) ids.add(one.motion_id)
    for (const one of await mergedKeys(ctx, keys)) ids.add(one.into_id)
  }
  return ids.size === 0 ? [] : loadMotions(ctx, [...ids])
}

async function loadMotions(ctx: Ctx, ids: number[]): Promise<Candidate[]> {
  const { municipality } = ctx.actor
  const motions = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'version', 'number', 'title', 'dated', 'outcome'])
    .where('municipality', '=', municipality)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const identifiers = await ctx.tx
    .selectFrom('council.motion_identifier')
    .select(['motion_id', 'kind', 'value', 'printed'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', ids)
    .orderBy('document_id')
    .orderBy('value')
    .execute()
  const submitters = await ctx.tx
    .selectFrom('council.motion_submitter')
    .select(['motion_id', 'printed_name', 'printed_party'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', ids)
    .orderBy('position')
    .execute()
  const requests = await ctx.tx
    .selectFrom('council.request')
    .select(['motion_id', 'id', 'text'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', ids)
    .orderBy('position')
    .execute()
  const matters = await loadMatters(ctx, ids)
  const bases = await ctx.tx
    .selectFrom('council.imported_fields')
    .select(['motion_id', 'source_key', 'fields'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', ids)
    .execute()
  const group = <T extends { motion_id: number }>(rows: readonly T[]) =>
    Map.groupBy(rows, (row) => row.motion_id)
  const of = {
    identifiers: group(identifiers),
    submitters: group(submitters),
    requests: group(requests),
    matters: group(matters),
    bases: group(bases),
    merged: await keysOfMerged(ctx, ids),
  }
  return motions.map((motion): Candidate => {
    const own = of.identifiers.get(motion.id) ?? []
    const base = of.bases.get(motion.id)?.[0] ?? null
    const asked = of.requests.get(motion.id) ?? []
    const followed = of.matters.get(motion.id) ?? []
    return {
      id: motion.id,
      version: motion.version,
      base: base?.fields ?? null,
      sourceKeys: [base?.source_key, ...(of.merged.get(motion.id) ?? [])].filter((key) => key != null),
      numbers: own.filter((one) => one.kind === 'number').map((one) => one.value),
      registryNumbers: own.filter((one) => one.kind === 'registry').map((one) => one.value),
      requests: asked.map(({ id, text }) => ({ id, text })),
      matters: followed.map(({ id, state }) => ({ id, state })),
      fields: {
        title: motion.title,
        number: motion.number ?? '',
        registryNumber: own.find((one) => one.kind === 'registry')?.printed ?? '',
        date: motion.dated ?? '',
        outcome: motion.outcome,
        submitters: printSubmitters(
          (of.submitters.get(motion.id) ?? []).map((one) => ({
            name: one.printed_name,
            party: one.printed_party ?? '',
          })),
        ),
        request: asked[0]?.text ?? '',
        ...lifeOf(followed),
      },
    }
  })
}

function mergeKeys(ctx: Ctx) {
  return ctx.tx
    .selectFrom('council.motion_merge as merge')
    .innerJoin('council.motion_merge_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'merge.municipality')
        .onRef('detail.motion_id', '=', 'merge.motion_id'),
    )
    .select(['merge.into_id', 'detail.source_key'])
    .where('merge.municipality', '=', ctx.actor.municipality)
}

/** Motions that another one was merged into which an old register knows by one of these. */
const mergedKeys = (ctx: Ctx, keys: readonly string[]) =>
  mergeKeys(ctx)
    .where('detail.source_key', 'in', [...keys])
    .execute()

async function keysOfMerged(ctx: Ctx, ids: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await mergeKeys(ctx)
    .where('merge.into_id', 'in', [...ids])
    .where('detail.source_key', 'is not', null)
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.into_id)].map(([id, own]) => [id, own.map((row) => row.source_key!)]),
  )
}

type LoadedMatter = Awaited<ReturnType<typeof loadMatters>>[number]

async function loadMatters(ctx: Ctx, ids: number[]) {
  return ctx.tx
    .selectFrom('council.matter as matter')
    .leftJoin('council.person as owner', (join) =>
      join
        .onRef('owner.municipality', '=', 'matter.municipality')
        .onRef('owner.id', '=', 'matter.portfolio_holder_id'),
    )
    .leftJoin('council.settlement_decision as decision', (join) =>
      join
        .onRef('decision.municipality', '=', 'matter.municipality')
        .onRef('decision.id', '=', 'matter.decision_id'),
    )
    .leftJoin('council.settlement_proposal as proposal', (join) =>
      join
        .onRef('proposal.municipality', '=', 'decision.municipality')
        .onRef('proposal.id', '=', 'decision.proposal_id'),
    )
    .select([
      'matter.motion_id',
      'matter.id',
      'matter.state',
      'matter.outcome',
      'matter.term_source',
      'matter.term_not_after',
      'owner.name as owner',
      'decision.decided_on',
      'proposal.explanation',
    ])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('matter.motion_id', 'in', ids)
    .orderBy(sql`matter.motion_id, matter.id`)
    .execute()
}

type LifeFields = Pick<
  RowFields,
  'portfolioHolder' | 'term' | 'status' | 'settlement' | 'settledOn' | 'settlementText'
>

/** How a motion stands, where one thing is followed of it; of several a list of one row says nothing. */
function lifeOf(matters: readonly LoadedMatter[]): LifeFields {
  const nothing = {
    portfolioHolder: '',
    term: '',
    status: '',
    settlement: '',
    settledOn: '',
    settlementText: '',
  }
  const [first] = matters
  if (!first) return nothing
  const same = <T>(of: (matter: LoadedMatter) => T) =>
    matters.every((matter) => of(matter) === of(first)) ? of(first) : null
  const settled = same((one) => one.state === 'settled') === true
  return {
    portfolioHolder: same((one) => one.owner) ?? '',
    term: same((one) => (one.term_source === 'agreed' ? one.term_not_after : null)) ?? '',
    status: settled ? 'settled' : same((one) => one.state) === 'open' ? 'open' : 'in-progress',
    settlement: settled ? (same((one) => one.outcome) ?? '') : '',
    settledOn: settled ? (same((one) => one.decided_on) ?? '') : '',
    settlementText: settled ? (same((one) => one.explanation) ?? '') : '',
  }
}
