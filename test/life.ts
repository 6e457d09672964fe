/** A registered motion with its letter, and people of each role, for tests of the life of a request. */
import { type At, registerDocument } from '../src/council/index.ts'
import type { Actor, Ctx, Role } from '../src/ctx.ts'
import { letterPages, letterReading, placeOf, readDocument, setUpTestTown } from './council.ts'
import { actAs } from './database.ts'

export const accounts: Record<Role | 'second-clerk', string> = {
  clerk: '00000000-0000-4000-8000-000000000001',
  councillor: '00000000-0000-4000-8000-000000000002',
  'portfolio-holder': '00000000-0000-4000-8000-000000000003',
  'policy-officer': '00000000-0000-4000-8000-000000000004',
  'second-clerk': '00000000-0000-4000-8000-000000000005',
}
/** Officials carry a name that no visitor may ever meet. */
export const person = (role: Role | 'second-clerk'): Actor => ({
  kind: 'person',
  personId: accounts[role],
  name:
    role === 'councillor'
      ? 'Bram Lindeboom'
      : role === 'portfolio-holder'
        ? 'Ada Bestuur'
        : `Kanarie ${role}`,
  role: role === 'second-clerk' ? 'clerk' : role,
  municipality: 'testdorp',
})

/** The same transaction, on a day, as someone. */
export const as = (ctx: Ctx, role: Role | 'second-clerk', day: string): Promise<Ctx> =>
  actAs({ ...ctx, now: new Date(`${day}T10:00:00Z`) }, person(role))
export const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T10:00:00Z`) })

/**
 * The letter of 2 July 2024 about a motion of 4 April with three parts, registered on 5 July. Its matters are assigned to the policy
 * officer, as if that was long ago, unless a test says otherwise.
 */
export async function registerSample(
  ctx: Ctx,
  terms: Parameters<typeof setUpTestTown>[2] = {},
  { assigned = true } = {},
) {
  await setUpTestTown(ctx, 'Testdorp', terms)
  const document = await readDocument(ctx, { pages: letterPages, reading: letterReading() })
  const registered = await registerDocument(on(ctx, '2024-07-05'), { document, version: 0 })
  const motion = registered.motions[0]!
  const matters = await ctx.tx
    .selectFrom('council.matter')
    .select('id')
    .where('motion_id', '=', motion.id)
    .orderBy('id')
    .execute()
  if (assigned)
    await assignTo(
      ctx,
      matters.map((row) => row.id),
    )
  const commitment = await ctx.tx
    .selectFrom('council.commitment')
    .select('id')
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  return { document, motion, matters: matters.map((row) => row.id), commitment: commitment.id }
}

/** Says that these matters are assigned to the policy officer, without a step in their history. */
export async function assignTo(
  ctx: Ctx,
  matters: readonly number[],
  account: string = accounts['policy-officer'],
): Promise<void> {
  const columns = { account_id: account, name: 'Kanarie policy-officer' }
  for (const matter of matters) {
    await ctx.tx
      .insertInto('council.matter_official')
      .values({ municipality: ctx.actor.municipality, matter_id: matter, ...columns })
      .onConflict((conflict) => conflict.columns(['municipality', 'matter_id']).doUpdateSet(columns))
      .execute()
  }
}

/** The words of the sample letter as evidence. */
export const words = (document: number, text: string): { kind: 'passage'; document: number; at: At } => ({
  kind: 'passage',
  document,
  at: placeOf(letterPages, text),
})
export const announcement = 'Het college stuurt na het zomerreces een plan voor de banken'

export async function matterNow(ctx: Ctx, id: number) {
  return ctx.tx.selectFrom('council.matter').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
export async function commitmentNow(ctx: Ctx, id: number) {
  return ctx.tx.selectFrom('council.commitment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
/** Steps of a matter in order, as `step from>to`. */
export async function stepsOf(ctx: Ctx, id: number): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('council.matter_history')
    .select(['step', 'from_state', 'to_state'])
    .where('matter_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => `${row.step} ${row.from_state}>${row.to_state}`)
}
export async function commitmentStepsOf(ctx: Ctx, id: number): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('council.commitment_history')
    .select(['step', 'from_state', 'to_state'])
    .where('commitment_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => `${row.step} ${row.from_state}>${row.to_state}`)
}
