import { sql } from 'kysely'
import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Denied, NotFound, Refused } from '../../errors.ts'
import { neededText } from '../life/moving.ts'
import { refreshRegister } from '../refresh-register.ts'
import { takeTurn } from '../registration.ts'
import { type Change, clearUndone, netOf, putBack } from '../take-back/index.ts'
import { findRegistration, type RegistrationTraces } from './registration-blocks.ts'

/**
 * Takes back that a document was registered, as long as nobody went on with what came of it: what it added is no longer in the register,
 * what it filled in is empty again, and the document is in the inbox with the draft that it was registered from.
 * @throws Refused `in-the-way` (`registrationToUndo` says what), `nothing-to-undo` (it is not registered); Invalid (`reason` `needed`);
 *   Denied; NotFound
 */
export async function unregisterDocument(
  ctx: Ctx,
  input: { document: number; reason: string },
): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.role !== 'clerk')
    throw new Denied(`role ${actor.role} takes no registration back`)
  const reason = neededText(input.reason, 'reason')
  await takeTurn(ctx)
  const row = await ctx.tx
    .selectFrom('council.document')
    .select(['id', 'state'])
    .where('municipality', '=', actor.municipality)
    .where('id', '=', input.document)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.state !== 'registered') throw new Refused('nothing-to-undo')
  const found = await findRegistration(ctx, input.document)
  if (found.blocks.length > 0 || !found.traces) throw new Refused('in-the-way')
  await takeBack(ctx, found.traces, reason)
  await ctx.tx
    .updateTable('council.document')
    .set({ state: 'read', registered_by: null, registered_by_name: null, registered_at: null })
    .where('municipality', '=', actor.municipality)
    .where('id', '=', input.document)
    .execute()
  await record(ctx, 'document.registration-undone', { document: String(input.document) })
}

async function takeBack(ctx: Ctx, traces: RegistrationTraces, reason: string): Promise<void> {
  const { municipality } = ctx.actor
  const { set, changes, hanging } = traces
  const added = addedMotions(traces)
  const touched = [...new Set([...added, ...motionsIn(changes)])]
  if (touched.length > 0)
    for (const table of ['council.register_entry', 'council.register_search'] as const)
      await ctx.tx
        .deleteFrom(table)
        .where('municipality', '=', municipality)
        .where('motion_id', 'in', touched)
        .execute()
  await putBack(ctx, {
    set,
    reason,
    first: async () => {
      // Nobody can follow what is not there.
      await sql`
        delete from council.follow where municipality = ${municipality} and motion_id = any (${added})`.execute(
        ctx.tx,
      )
      await clearUndone(ctx, hanging)
    },
  })
  const left = touched.filter((id) => !added.includes(id))
  for (const id of left)
    await sql`
      update council.motion set version = version + 1
      where municipality = ${municipality} and id = ${id}`.execute(ctx.tx)
  await refreshRegister(ctx, left)
}

const addedMotions = ({ keys, changes }: RegistrationTraces): number[] =>
  netOf(keys, changes).flatMap(({ table, before, after }) =>
    table === 'motion' && before === null ? [after!.id as number] : [],
  )

const motionsIn = (changes: readonly Change[]): number[] =>
  changes.flatMap(({ table, before, after }) => {
    const row = (after ?? before)!
    const id = table === 'motion' ? row.id : row.motion_id
    return typeof id === 'number' ? [id] : []
  })
