import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import type { IsoDate } from '../days.ts'
import { dayOf } from '../days.ts'
import { type FieldError, Invalid, NotFound } from '../errors.ts'
import type { DataKey } from '../vault/index.ts'
import { casesForReview } from './emergencies.ts'
import type { Trajectory } from './open-trajectory.ts'
import type { RequestKind, RequestTerm, RequestWay } from './requests.ts'
import { daysOfTerm, requestTermOn } from './requests.ts'
import { placeOfWords } from './requests-queries.ts'
import { placeIn } from './sealed-rows.ts'

export type NewRequest = {
  /** Number of the case; empty as long as nobody knows it. */
  number: string
  kind: RequestKind
  way: RequestWay
  receivedOn: IsoDate
  /** What she asks, in her words; only with a number, since it is sealed with her key. */
  words: string
}

/**
 * A privacy officer writes down that a request came in. From the day it came in the clock runs, whoever she proves to be.
 * @returns its identifier
 * @throws {Invalid} `number` unknown here; `receivedOn` `in-future`, or before any term held; `words` without a number
 */
export async function registerRequest(ctx: CaseCtx, input: NewRequest): Promise<number> {
  const errors: FieldError[] = []
  const number = input.number.trim().toUpperCase()
  const words = input.words.trim()
  const about = number === '' ? null : await caseNumbered(ctx, number)
  if (number !== '' && !about) errors.push({ field: 'number', code: 'no-such-number' })
  if (number === '' && words !== '') errors.push({ field: 'number', code: 'number-for-words' })
  const term = termFor(ctx, input.receivedOn, errors)
  if (!term || errors.length > 0) throw new Invalid('form-invalid', errors)
  const key = about && words !== '' ? await ctx.vault.keyOf(about.person_id) : null
  return add(ctx, {
    trajectoryId: about?.id ?? null,
    term,
    kind: input.kind,
    way: input.way,
    receivedOn: input.receivedOn,
    words: key ? { key, text: words } : null,
  })
}

/** A request that was written down without a number gets one: it is known now whose case it is. @throws {Invalid} `number` */
export async function attachCase(
  ctx: CaseCtx,
  input: { id: number; version: number; number: string },
): Promise<void> {
  const about = await caseNumbered(ctx, input.number.trim().toUpperCase())
  if (!about) throw new Invalid('form-invalid', [{ field: 'number', code: 'no-such-number' }])
  const changed = await ctx.tx
    .updateTable('reintegration.subject_request')
    .set({ trajectory_id: about.id, version: input.version + 1 })
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .where('trajectory_id', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Invalid('changed-by-other')
  await append(ctx, {
    event: 'request.attached',
    action: 'U',
    purpose: 'data-subject-request',
    trajectory: about.id,
    parts: { request: input.id },
    fields: ['number'],
  })
}

/**
 * What she wrote on her own page is not right becomes a request for correction, received on the day she wrote. She was signed in there:
 * that is how it was seen who she is.
 * @throws {NotFound} no such message of hers in this case
 * @throws {Invalid} `already-registered` when one began with it before
 */
export async function beginFromMessage(
  ctx: CaseCtx,
  trajectory: Trajectory,
  messageId: number,
): Promise<number> {
  const message = await ctx.tx
    .selectFrom('reintegration.message as message')
    .innerJoin('gate.account as account', 'account.id', 'message.written_by')
    .select(['message.id', 'message.at'])
    .where('message.id', '=', messageId)
    .where('message.trajectory_id', '=', trajectory.id)
    .where('message.kind', '=', 'correction')
    .where('account.kind', '=', 'survivor')
    .executeTakeFirst()
  if (!message) throw new NotFound()
  const already = await ctx.tx
    .selectFrom('reintegration.subject_request')
    .select('id')
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  if (already) throw new Invalid('already-registered')
  const receivedOn = dayOf(message.at)
  const term = termFor(ctx, receivedOn, [])
  if (!term) throw new Error('no term holds for a message of today')
  return add(ctx, {
    trajectoryId: trajectory.id,
    term,
    kind: 'correction',
    way: 'own-page',
    receivedOn,
    words: null,
    messageId,
  })
}

/** What she wrote is not right and is no request yet, the newest first. That it was read stands in the trail. */
export async function correctionsOf(
  ctx: CaseCtx,
  trajectory: Trajectory,
): Promise<{ id: number; at: Date; words: string }[]> {
  const rows = await ctx.tx
    .selectFrom('reintegration.message as message')
    .select(['message.id', 'message.at', 'message.body'])
    .where('message.trajectory_id', '=', trajectory.id)
    .where('message.kind', '=', 'correction')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reintegration.subject_request as request')
            .select('request.id')
            .whereRef('request.message_id', '=', 'message.id'),
        ),
      ),
    )
    .orderBy('message.id', 'desc')
    .execute()
  if (rows.length > 0) {
    await append(ctx, {
      event: 'message.read',
      action: 'R',
      purpose: 'data-subject-request',
      trajectory: trajectory.id,
      parts: { message: rows.map(({ id }) => id) },
    })
  }
  return rows.map(({ id, at, body }) => ({
    id,
    at,
    words: trajectory.key.openText(placeIn('reintegration.message', id, 'body'), body),
  }))
}

/** Whoever works with her writes down what she asks of them in person, by letter or by phone. */
export async function registerInCase(
  ctx: CaseCtx,
  trajectory: Trajectory,
  input: Omit<NewRequest, 'number'>,
): Promise<number> {
  const errors: FieldError[] = []
  const term = termFor(ctx, input.receivedOn, errors)
  if (!term || errors.length > 0) throw new Invalid('form-invalid', errors)
  const words = input.words.trim()
  return add(ctx, {
    trajectoryId: trajectory.id,
    term,
    kind: input.kind,
    way: input.way,
    receivedOn: input.receivedOn,
    words: words === '' ? null : { key: trajectory.key, text: words },
  })
}

function termFor(ctx: CaseCtx, receivedOn: IsoDate, errors: FieldError[]): RequestTerm | null {
  if (receivedOn > dayOf(ctx.now)) errors.push({ field: 'receivedOn', code: 'in-future' })
  const term = requestTermOn(receivedOn)
  if (!term) errors.push({ field: 'receivedOn', code: 'no-term-then' })
  return term
}

async function caseNumbered(ctx: CaseCtx, number: string) {
  const { rows } = await sql<{ id: number | null }>`select reintegration.numbered(${number}) as id`.execute(
    ctx.tx,
  )
  const id = rows[0]?.id ?? null
  return id === null ? null : ((await casesForReview(ctx, [id])).get(id) ?? null)
}

type Added = {
  trajectoryId: number | null
  term: RequestTerm
  kind: RequestKind
  way: RequestWay
  receivedOn: IsoDate
  words: { key: DataKey; text: string } | null
  messageId?: number
}

async function add(ctx: CaseCtx, added: Added): Promise<number> {
  const { trajectoryId, term, kind, way, receivedOn, words, messageId } = added
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('reintegration.subject_request', 'id')) as id`.execute(ctx.tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('requests have no sequence')
  const own = messageId !== undefined
  const me = ctx.actor.kind === 'staff' ? ctx.actor.accountId : null
  await ctx.tx
    .insertInto('reintegration.subject_request')
    .values({
      id,
      trajectory_id: trajectoryId,
      kind,
      way,
      received_on: receivedOn,
      rule: term.id,
      due_on: daysOfTerm(receivedOn, term).dueOn,
      words: words?.key.seal(placeOfWords(id), words.text),
      message_id: messageId ?? null,
      verified_how: own ? 'own-page' : null,
      verified_by: own ? me : null,
      verified_at: own ? sql<Date>`meta.clock()` : null,
    })
    .execute()
  await append(ctx, {
    event: 'request.registered',
    action: 'C',
    purpose: 'data-subject-request',
    parts: { request: id, ...(own ? { message: messageId } : {}) },
    fields: ['kind', 'way', 'received', ...(words ? ['words'] : [])],
    ...(trajectoryId === null ? {} : { trajectory: trajectoryId }),
  })
  return id
}
