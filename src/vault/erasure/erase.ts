import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { append } from '../../audit/index.ts'
import type { CaseCtx } from '../../case-ctx.ts'
import { dayOf, type IsoDate } from '../../days.ts'
import type { KeyTables } from '../../db/key-tables.ts'
import type { Tables } from '../../db/tables.ts'
import { NotFound } from '../../errors.ts'
import { destroyKey } from '../rings.ts'
import { addToJournal, type Erased, readJournal } from './journal.ts'

export type Due = { trajectoryId: number; personId: string; municipality: string; keepUntil: IsoDate }

/** Closed cases whose term is over. Without a known term none is ever due. Over the login of the keeper. */
export async function dueForErasure(ctx: CaseCtx, most = 1000): Promise<Due[]> {
  return ctx.tx
    .selectFrom('reintegration.trajectory')
    .select(['id as trajectoryId', 'person_id as personId', 'municipality'])
    .select((eb) => eb.ref('keep_until').$castTo<IsoDate>().as('keepUntil'))
    .where('state', '=', 'closed')
    .where('erased_at', 'is', null)
    .where('keep_until', '<', dayOf(ctx.now))
    .orderBy('keep_until')
    .orderBy('id')
    .limit(most)
    .execute()
}

/**
 * Erases one person: the case is emptied, the journal says so, and her data key is destroyed for good. What was sealed cannot be read
 * from then on, whether or not the transaction of `ctx` is kept; what falls in between is finished by `reapplyErasures`.
 * @param ctx over the login of the keeper, or of staff who is privacy officer
 * @throws {NotFound} when there is no such case within reach, or it is not closed: nothing was destroyed then
 */
export async function erasePerson(
  ctx: CaseCtx,
  input: { personId: string; because: 'term' | 'request'; journal: string },
): Promise<void> {
  const on = dayOf(ctx.now)
  const emptied = await empty(ctx.tx, input.personId, input.because, on)
  if (!emptied) throw new NotFound()
  await append(ctx, {
    event: 'case.erased',
    action: 'D',
    purpose: input.because === 'term' ? 'operation' : 'data-subject-request',
    trajectory: emptied.trajectory,
  })
  const keys = [input.personId, ...emptied.others]
  addToJournal(
    input.journal,
    keys.map((person) => ({ person, on })),
  )
  for (const person of keys) await ctx.vault.destroy(person)
}

type Emptied = { trajectory: number; others: string[] }

/** `others` are data keys of single rows of the case. */
async function empty(
  db: Kysely<Tables>,
  personId: string,
  because: 'term' | 'request' | 'journal',
  on: IsoDate,
): Promise<Emptied | null> {
  const { rows } = await sql<Emptied>`
    select trajectory_id as trajectory, others from reintegration.erase(${personId}, ${because}, ${on})`.execute(
    db,
  )
  return rows[0] ?? null
}

export type Reapplied = { keys: number; cases: number }

/**
 * Brings a database and a key store that may have come from older copies to what was erased since: whoever stands in the journal, in
 * the database or among the destroyed keys loses the key again and has the case emptied. Run at every start, before anything is served.
 * @param keeper the login of the keeper, or the owner
 * @throws {JournalDamaged}
 */
export async function reapplyErasures(parts: {
  keeper: Kysely<Tables>
  keyStore: Kysely<KeyTables>
  journal: string
  now: Date
}): Promise<Reapplied> {
  const { keeper, keyStore, journal, now } = parts
  const written = readJournal(journal)
  const inDatabase = await keeper
    .selectFrom('reintegration.erasure')
    .select(['person_id as person', 'erased_on as on'])
    .execute()
  const destroyed = await keyStore
    .selectFrom('keys.destroyed')
    .select(['person_id as person', 'at'])
    .execute()
  const all = new Map<string, Erased>()
  for (const one of [
    ...written,
    ...inDatabase,
    ...destroyed.map(({ person, at }) => ({ person, on: dayOf(at) })),
  ])
    if (!all.has(one.person)) all.set(one.person, one)

  const known = new Set(written.map(({ person }) => person))
  addToJournal(
    journal,
    [...all.values()].filter(({ person }) => !known.has(person)),
  )
  const gone = new Set(destroyed.map(({ person }) => person))
  const alive = [...all.keys()].filter((person) => !gone.has(person))
  for (const person of alive) await destroyKey(keyStore, person, now)
  const emptied = await emptyCases(keeper, [...all.values()])
  const others = emptied.flatMap((one) => one.others).filter((key) => !all.has(key))
  addToJournal(
    journal,
    others.map((person) => ({ person, on: dayOf(now) })),
  )
  for (const key of others) await destroyKey(keyStore, key, now)
  return { keys: alive.length + others.length, cases: emptied.length }
}

async function emptyCases(keeper: Kysely<Tables>, erased: readonly Erased[]): Promise<Emptied[]> {
  const emptied: Emptied[] = []
  for (let at = 0; at < erased.length; at += 1000) {
    const part = new Map(erased.slice(at, at + 1000).map(({ person, on }) => [person, on]))
    const open = await keeper
      .selectFrom('reintegration.trajectory')
      .select('person_id as person')
      .where('erased_at', 'is', null)
      .where('person_id', 'in', [...part.keys()])
      .execute()
    for (const { person } of open) {
      const one = await empty(keeper, person, 'journal', part.get(person) ?? '')
      if (one) emptied.push(one)
    }
  }
  return emptied
}
