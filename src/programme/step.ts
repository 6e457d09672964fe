/**
 * Every change of anything in a programme goes through here: the row is held, what others changed meanwhile is joined field by field,
 * the row is written, its history row and the audit line are added, in the caller's transaction. Nothing is ever deleted.
 */
import { isDeepStrictEqual } from 'node:util'
import { record } from '../audit/index.ts'
import { type Ctx, checkRoles, type Role } from '../ctx.ts'
import { dayOf, type IsoDate } from '../days.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import type { Evidence } from './evidence.ts'

export const subjects = [
  'programme',
  'pillar',
  'action',
  'money',
  'dependency',
  'risk',
  'served',
  'milestone',
  'indicator',
  'value',
  'meeting',
  'decision',
  'source',
  'ambition',
] as const
export type Subject = (typeof subjects)[number]

/** A field that a step changed; names are those of the columns. */
export type Change = { field: string; from: unknown; to: unknown }
/** A row of any subject's table. */
export type Row = Record<string, unknown> & { id: number; version: number; removed: boolean }
/** What a step returns: the row's id, its new version, the history row, and the fields that others had changed meanwhile. */
export type Step = { id: number; version: number; history: number; joined: string[] }

export type StepFacts = {
  /** Verb of the step, such as `add`, `change`, `remove`, `report`, `reach`. */
  step: string
  on?: IsoDate
  reason?: string | null
  text?: string | null
  evidence?: readonly Evidence[]
  undoes?: number
}

/** Who works on a programme. */
export const programmeRoles: readonly Role[] = ['policy-officer', 'portfolio-holder']

/** @throws Denied */
export const checkProgrammeRole = (ctx: Ctx, doing: string): void => checkRoles(ctx, programmeRoles, doing)

/** Holds a row for a step. @throws NotFound */
export async function lockRow<T extends Row>(ctx: Ctx, subject: Subject, id: number): Promise<T> {
  const row = await ctx.tx
    .selectFrom(`programme.${subject}` as 'programme.pillar')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row as unknown as T
}

/** Adds a row of a subject, and its first history row. @returns its id */
export async function addRow(
  ctx: Ctx,
  subject: Subject,
  values: Record<string, unknown>,
  facts: Partial<StepFacts> = {},
): Promise<Step> {
  const { id } = await ctx.tx
    .insertInto(`programme.${subject}` as 'programme.pillar')
    .values({ ...values, municipality: ctx.actor.municipality } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = { ...values, id, version: 1 }
  const history = await addHistory(
    ctx,
    subject,
    row,
    { step: 'add', ...facts },
    { before: null, changes: [] },
  )
  return { id, version: 1, history, joined: [] }
}

/**
 * Changes fields of a row that the caller saw at `version`. Where others changed it since, their fields stay and the caller's come with
 * them; a field that both changed differently is an error that names it, so that the page can show both.
 * @throws Invalid `changed-by-other` per field; NotFound; Refused `changed-by-other` for a version that never was
 */
export async function changeRow(
  ctx: Ctx,
  subject: Subject,
  seen: { id: number; version: number },
  wanted: Record<string, unknown>,
  facts: Partial<StepFacts> = {},
  check?: (row: Row, next: Row) => void | Promise<void>,
): Promise<Step> {
  const row = await lockRow(ctx, subject, seen.id)
  if (row.removed && wanted.removed !== false) throw new NotFound()
  const base = row.version === seen.version ? row : await rowAt(ctx, subject, seen)
  const { change, joined, conflicts } = joinFields(base, row, wanted)
  if (conflicts.length > 0) {
    throw new Invalid(
      'form-invalid',
      conflicts.map((field) => ({ field, code: 'changed-by-other' })),
    )
  }
  const next = { ...row, ...change }
  await check?.(row, next)
  const changes = Object.keys(change)
    .filter((field) => !isDeepStrictEqual(row[field], change[field]))
    .map((field) => ({ field, from: row[field], to: change[field] }))
  const step = { step: 'change', ...facts }
  if (changes.length === 0 && step.step === 'change') {
    return { id: row.id, version: row.version, history: 0, joined }
  }
  const version = row.version + 1
  await ctx.tx
    .updateTable(`programme.${subject}` as 'programme.pillar')
    .set({ ...jsonArrays(change), version } as never)
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  const history = await addHistory(ctx, subject, { ...next, version }, step, { before: row, changes })
  return { id: row.id, version, history, joined }
}

/** A step on a held row that changes none of its columns: version, history row, audit line. @param before of the row, and more */
export async function noteStep(
  ctx: Ctx,
  subject: Subject,
  row: Row,
  facts: StepFacts,
  before: Record<string, unknown> = row,
): Promise<Step> {
  const version = row.version + 1
  await ctx.tx
    .updateTable(`programme.${subject}` as 'programme.pillar')
    .set({ version })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  const history = await addHistory(ctx, subject, { ...row, version }, facts, { before, changes: [] })
  return { id: row.id, version, history, joined: [] }
}

/** A field that people changed differently from the same base is a conflict; of any other, the change is kept. Pure. */
export function joinFields(
  base: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  mine: Readonly<Record<string, unknown>>,
): { change: Record<string, unknown>; joined: string[]; conflicts: string[] } {
  const change: Record<string, unknown> = {}
  const conflicts: string[] = []
  for (const [field, value] of Object.entries(mine)) {
    if (same(value, base[field]) || same(value, theirs[field])) continue
    if (same(theirs[field], base[field])) change[field] = value
    else conflicts.push(field)
  }
  const joined = Object.keys(theirs).filter(
    (field) => field !== 'version' && field in base && !same(theirs[field], base[field]),
  )
  return { change, joined, conflicts }
}
/** A number compares with what the database gives as text; text with text stays text: action 1.1 is not 1.10. */
function same(a: unknown, b: unknown): boolean {
  const numbers = typeof a === 'number' || typeof b === 'number'
  const plain = (value: unknown) =>
    numbers && typeof value === 'string' && value !== '' ? Number(value) : (value ?? null)
  return isDeepStrictEqual(plain(a), plain(b))
}

export async function rowAt(ctx: Ctx, subject: Subject, seen: { id: number; version: number }): Promise<Row> {
  const found = await ctx.tx
    .selectFrom('programme.history as history')
    .innerJoin('programme.history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'history.municipality')
        .onRef('detail.history_id', '=', 'history.id'),
    )
    .select('detail.before')
    .where('history.municipality', '=', ctx.actor.municipality)
    .where('history.subject', '=', subject)
    .where('history.subject_id', '=', seen.id)
    .where('history.version', '=', seen.version + 1)
    .executeTakeFirst()
  if (!found?.before) throw new Refused('changed-by-other')
  return found.before as Row
}

export async function addHistory(
  ctx: Ctx,
  subject: Subject,
  row: Record<string, unknown> & { id: number; version: number },
  facts: StepFacts,
  { before, changes }: { before: Record<string, unknown> | null; changes: readonly Change[] },
): Promise<number> {
  const { municipality } = ctx.actor
  const actor = ctx.actor
  const programme = subject === 'programme' ? row.id : ((row.programme_id as number | undefined) ?? null)
  const action = subject === 'action' ? row.id : ((row.action_id as number | null | undefined) ?? null)
  const { id } = await ctx.tx
    .insertInto('programme.history')
    .values({
      municipality,
      programme_id: programme,
      subject,
      subject_id: row.id,
      action_id: action,
      step: facts.step,
      version: row.version,
      moved_at: ctx.now,
      moved_on: facts.on ?? dayOf(ctx.now),
      by_role: actor.kind === 'person' ? actor.role : 'program',
      by_name: actor.kind === 'person' && actor.role === 'portfolio-holder' ? actor.name : null,
      reason: facts.reason ?? null,
      text: facts.text ?? null,
      changes: JSON.stringify(changes),
      undoes: facts.undoes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('programme.history_detail')
    .values({
      municipality,
      history_id: id,
      actor_id: actor.kind === 'person' ? actor.personId : null,
      actor_name: actor.name,
      before: before && JSON.stringify(before),
    })
    .execute()
  for (const [position, one] of (facts.evidence ?? []).entries()) {
    if (programme === null) throw new Error('evidence belongs to a programme')
    await ctx.tx
      .insertInto('programme.evidence')
      .values({
        municipality,
        history_id: id,
        position,
        programme_id: programme,
        kind: one.kind,
        document_id: one.kind === 'decision' ? null : one.document,
        at: one.kind === 'passage' ? JSON.stringify(one.at) : null,
        quotation: one.kind === 'passage' ? one.quotation : null,
        decision_id: one.kind === 'decision' ? one.decision : null,
      })
      .execute()
  }
  await record(
    ctx,
    `programme.${subject}.${facts.step}`,
    { [subject]: String(row.id) },
    changes.length ? { fields: changes.map(({ field }) => field) } : {},
  )
  return id
}

/** JSON columns are written as text; arrays of text stay. */
const jsonArrays = (change: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(change).map(([field, value]) => [
      field,
      field === 'at' && value !== null ? JSON.stringify(value) : value,
    ]),
  )
