import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { folded } from './pairing.ts'

export type Move = { from: number; to: number }

/** Which submitter of the merged motion is which of the one that stays; those that it did not have are added at the end. */
export async function moveSubmitters(ctx: Ctx, { from, to }: Move): Promise<void> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.motion_submitter')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [from, to])
    .orderBy('position')
    .execute()
  const kept = rows.filter((row) => row.motion_id === to)
  let next = Math.max(-1, ...kept.map((row) => row.position)) + 1
  for (const gone of rows.filter((row) => row.motion_id === from)) {
    const twin = kept.find(
      (row) =>
        (row.person_id !== null && row.person_id === gone.person_id) ||
        folded(row.printed_name) === folded(gone.printed_name),
    )
    const position = twin?.position ?? next++
    if (!twin) {
      await sql`
        insert into council.motion_submitter
          (municipality, motion_id, position, printed_name, printed_party, person_id, party_id, document_id, at)
        select municipality, ${to}, ${position}, printed_name, printed_party, person_id, party_id, document_id, at
        from council.motion_submitter
        where municipality = ${municipality} and motion_id = ${from} and position = ${gone.position}`.execute(
        ctx.tx,
      )
    }
    await sql`
      update council.settlement_objection set motion_id = ${to}, submitter_position = ${position}
      where municipality = ${municipality} and motion_id = ${from} and submitter_position = ${gone.position}`.execute(
      ctx.tx,
    )
    await sql`
      update council.motion_correction set motion_id = ${to}, submitter_position = ${position}
      where municipality = ${municipality} and motion_id = ${from} and submitter_position = ${gone.position}`.execute(
      ctx.tx,
    )
  }
  await remove(ctx, 'motion_submitter', from)
}

/** Rows that only tie a motion to something: each once. Of two roles the one that says most stands. */
export async function moveLinks(ctx: Ctx, move: Move): Promise<void> {
  await link(ctx, move, 'motion_identifier', 'kind, value, printed, document_id')
  await link(ctx, move, 'motion_vote', 'party_id, vote, document_id, at')
  await link(ctx, move, 'motion_proposal', 'proposal_id, document_id, at')
  await link(ctx, move, 'commitment_motion', 'commitment_id')
  await link(ctx, move, 'letter_out_motion', 'letter_id, position')
  await link(ctx, move, 'letter_motion', 'letter_id, role', ['answers', 'mentions'])
  await link(ctx, move, 'document_motion', 'document_id, role', ['text', 'quoted', 'mentioned'])
  await link(ctx, move, 'imported_motion', 'imported_on, printed_status, request_is_title')
  await link(ctx, move, 'imported_fields', 'source_key, fields')
}

async function link(
  ctx: Ctx,
  { from, to }: Move,
  table: string,
  columns: string,
  roles: readonly string[] | null = null,
): Promise<void> {
  const { municipality } = ctx.actor
  const name = sql.table(`council.${table}`)
  const rest = sql.raw(columns)
  const best = sql`array[${sql.join(roles ?? [])}]::text[]`
  const key = sql.ref(columns.split(',')[0]!)
  const conflict = roles
    ? sql`on conflict (municipality, motion_id, ${key}) do update set role = excluded.role
        where array_position(${best}, excluded.role) < array_position(${best}, ${sql.ref(`${table}.role`)})`
    : sql`on conflict do nothing`
  await sql`
    insert into ${name} (municipality, motion_id, ${rest})
    select municipality, ${to}::integer, ${rest} from ${name}
    where municipality = ${municipality} and motion_id = ${from}
    ${conflict}`.execute(ctx.tx)
  await remove(ctx, table, from)
}

/** Facts and reasons that the other motion does not give in the same words, after its own. */
export async function moveClauses(ctx: Ctx, { from, to }: Move): Promise<void> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.clause')
    .select(['id', 'motion_id', 'position', 'text'])
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [from, to])
    .orderBy('position')
    .execute()
  const kept = rows.filter((row) => row.motion_id === to)
  const known = new Set(kept.map((row) => folded(row.text)))
  let position = Math.max(-1, ...kept.map((row) => row.position)) + 1
  for (const row of rows.filter((one) => one.motion_id === from && !known.has(folded(one.text)))) {
    await ctx.tx
      .updateTable('council.clause')
      .set({ motion_id: to, position: position++ })
      .where('municipality', '=', municipality)
      .where('id', '=', row.id)
      .execute()
  }
  await remove(ctx, 'clause', from)
}

/** Everything else that names the motion, which is in one place only. */
const plain = [
  'settlement_claim',
  'matter',
  'matter_history',
  'settlement_proposal',
  'settlement_evidence',
  'settlement_commitment',
  'settlement_decision',
  'commitment_relation',
  'motion_correction',
  'council_list_line',
  'import_row',
] as const

/** @param aside matters whose course stays with the motion that goes */
export async function moveRest(ctx: Ctx, { from, to }: Move, aside: readonly number[]): Promise<void> {
  const { municipality } = ctx.actor
  const proposals = sql`select id from council.settlement_proposal
    where municipality = ${municipality} and matter_id = any (${aside})`
  const staying: Partial<Record<(typeof plain)[number], ReturnType<typeof sql>>> = {
    matter: sql`id = any (${aside})`,
    matter_history: sql`matter_id = any (${aside})`,
    settlement_proposal: sql`matter_id = any (${aside})`,
    settlement_decision: sql`matter_id = any (${aside})`,
    council_list_line: sql`matter_id = any (${aside})`,
    settlement_evidence: sql`proposal_id = any (${proposals})`,
    settlement_commitment: sql`proposal_id = any (${proposals})`,
  }
  for (const table of plain)
    await sql`
      update ${sql.table(`council.${table}`)} set motion_id = ${to}
      where municipality = ${municipality} and motion_id = ${from}
        and not (${staying[table] ?? sql`false`})`.execute(ctx.tx)
}

async function remove(ctx: Ctx, table: string, motion: number): Promise<void> {
  await sql`
    delete from ${sql.table(`council.${table}`)}
    where municipality = ${ctx.actor.municipality} and motion_id = ${motion}`.execute(ctx.tx)
}
