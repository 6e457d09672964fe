import { recordMany } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { partyNamed, personAmong, type Sitting } from '../people.ts'
import type { IsoDate, Outcome } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import { foldNumber, slugCandidates, slugOf } from '../slug.ts'
import type { ReadRow } from './fields.ts'
import { followImported } from './follow-imported.ts'
import type { ImportMapping } from './mapping.ts'
import { meetingsOn } from './meetings.ts'
import { readSubmitters } from './submitters.ts'

/**
 * Writes motions that the register does not know: all tables at once, however many there are. Their addresses follow from number and
 * title, in the order of their keys, so the order of the list does not matter. @returns the id of each motion, in the order of the rows
 */
export async function writeNew(
  ctx: Ctx,
  rows: readonly ReadRow[],
  people: readonly Sitting[],
  mapping: ImportMapping,
): Promise<number[]> {
  if (rows.length === 0) return []
  const ids = await writeMotions(ctx, rows)
  const { municipality } = ctx.actor
  const numbered = rows.map((row, index) => ({ row, id: ids[index]! }))
  const identifiers = numbered.flatMap(({ row, id }) =>
    (
      [
        ['number', row.fields.number],
        ['registry', row.fields.registryNumber],
      ] as const
    ).flatMap(([kind, printed]) => {
      const value = foldNumber(printed)
      return value === '' ? [] : [{ municipality, motion_id: id, kind, value, printed, document_id: null }]
    }),
  )
  if (identifiers.length > 0) {
    await ctx.tx.insertInto('council.motion_identifier').values(identifiers).execute()
  }
  await addSubmitters(
    ctx,
    people,
    numbered.map(({ row, id }) => ({
      motion: id,
      on: row.fields.date,
      submitters: readSubmitters(row.fields.submitters),
      from: 0,
    })),
  )
  await followImported(ctx, numbered, people, mapping)
  await ctx.tx
    .insertInto('council.imported_motion')
    .values(
      numbered.map(({ row, id }) => ({
        municipality,
        motion_id: id,
        imported_on: dayOf(ctx.now),
        printed_status: row.printedStatus || null,
        request_is_title: row.requestIsTitle,
      })),
    )
    .execute()
  await ctx.tx
    .insertInto('council.imported_fields')
    .values(
      numbered.map(({ row, id }) => ({
        municipality,
        motion_id: id,
        source_key: row.sourceKey || null,
        fields: toJson(row.fields),
      })),
    )
    .execute()
  await recordMany(
    ctx,
    'motion.imported',
    ids.map((id) => ({ motion: String(id) })),
  )
  return ids
}

async function writeMotions(ctx: Ctx, rows: readonly ReadRow[]): Promise<number[]> {
  const { municipality } = ctx.actor
  const meetings = await meetingsOn(
    ctx,
    rows.flatMap((row) => (row.fields.date === '' ? [] : [row.fields.date])),
  )
  const thisYear = ctx.now.getUTCFullYear()
  const yearOf = (row: ReadRow) => (row.fields.date === '' ? thisYear : Number(row.fields.date.slice(0, 4)))
  const taken = await ctx.tx
    .selectFrom('council.motion')
    .select(['year', 'slug'])
    .where('municipality', '=', municipality)
    .where('year', 'in', [...new Set(rows.map(yearOf))])
    .execute()
  const known = new Set(taken.map((one) => `${one.year}/${one.slug}`))
  const addresses = rows.map((row) => {
    const year = yearOf(row)
    for (const slug of slugCandidates(slugOf([row.fields.number, row.fields.title]))) {
      if (known.has(`${year}/${slug}`)) continue
      known.add(`${year}/${slug}`)
      return { year, slug }
    }
    throw new Error('no address left')
  })
  const added = await ctx.tx
    .insertInto('council.motion')
    .values(
      rows.map(({ fields }, index) => ({
        municipality,
        kind: 'motion' as const,
        ...addresses[index]!,
        number: fields.number || null,
        title: fields.title,
        dated: (fields.date || null) as IsoDate | null,
        meeting_id: fields.date === '' ? null : meetings.get(fields.date)!,
        outcome: fields.outcome as Outcome,
        votes_for: null,
        votes_against: null,
        closing_formula: null,
        sources: '{}',
        published_at: ctx.now,
        created_at: ctx.now,
      })),
    )
    .returning(['id', 'year', 'slug'])
    .execute()
  const byAddress = new Map(added.map((one) => [`${one.year}/${one.slug}`, one.id]))
  return addresses.map(({ year, slug }) => byAddress.get(`${year}/${slug}`)!)
}

/** Adds submitters from a position on. */
export async function addSubmitters(
  ctx: Ctx,
  people: readonly Sitting[],
  lists: readonly {
    motion: number
    on: string
    submitters: readonly { name: string; party: string }[]
    from: number
  }[],
): Promise<void> {
  const parties = new Map<string, number>()
  for (const party of new Set(lists.flatMap((list) => list.submitters.map((one) => one.party)))) {
    if (party !== '') parties.set(party, await partyNamed(ctx, party))
  }
  const rows = lists.flatMap(({ motion, on, submitters, from }) =>
    submitters.slice(from).map(({ name, party }, index) => {
      const known = personAmong(people, name, (on || null) as IsoDate | null)
      return {
        municipality: ctx.actor.municipality,
        motion_id: motion,
        position: from + index,
        printed_name: name,
        printed_party: party || null,
        person_id: known?.person ?? null,
        party_id: party === '' ? (known?.party ?? null) : parties.get(party)!,
        document_id: null,
        at: '[]',
      }
    }),
  )
  if (rows.length > 0) await ctx.tx.insertInto('council.motion_submitter').values(rows).execute()
}
