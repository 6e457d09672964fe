import { type Ctx, checkRoles } from '../../ctx.ts'
import type { OutFormat } from '../../documents-out/index.ts'
import { NotFound, type Refusal } from '../../errors.ts'
import { type SectionChange, sectionChanges } from '../../kept-sections.ts'
import type { MotionRef } from '../dossier.ts'
import { motionsToActOn, officerOf } from '../life/assigned.ts'
import type { IsoDate } from '../read/reading.ts'
import { composeLetter } from './compose-letter.ts'
import type { ComposedSection, LetterContent } from './letter.ts'
import {
  type LetterMove,
  type LetterState,
  type LetterStep,
  lastLetterStep,
  letterRoles,
  mayEdit,
  movesFor,
} from './letter-life.ts'
import { loadLetterFacts, motionsOfLetter } from './load-facts.ts'
import type { LetterPhrases } from './phrases.ts'

export type LetterItem = {
  id: number
  state: LetterState
  subject: string
  changedAt: Date
  sentOn: IsoDate | null
  document: number | null
  motions: number
}
export type LetterFact = {
  id: number
  step: LetterStep
  from: LetterState
  to: LetterState
  version: number
  at: Date
  role: string
  name: string
  reason: string | null
  undone: boolean
}
export type DeskLetter = Omit<LetterItem, 'motions'> & {
  version: number
  municipality: string
  content: LetterContent
  motions: MotionRef[]
  /** Sections as the register would have them today, and what differs, by key. Empty once the letter can no longer be edited. */
  fresh: ComposedSection[]
  changes: Map<string, SectionChange>
  history: LetterFact[]
  files: { format: OutFormat; sha256: string; size: number }[]
  /** Its page in the register, once registered. */
  published: { year: number; slug: string } | null
  /** Whether whoever looks may work on it: a policy officer, only where a matter of one of its motions is assigned to them. */
  assigned: boolean
  mayEdit: boolean
  moves: LetterMove[]
  /** The step that "undo" takes back, and whether whoever looks took it and still works on it; or why not. The clerk undoes any, others their own. */
  undo: { step: LetterStep; own: boolean } | { refused: Refusal | 'letter-sent' }
}

/** All letters of the municipality, last changed first; dropped ones left out. @throws Denied */
export async function lettersAtDesk(ctx: Ctx): Promise<LetterItem[]> {
  checkRoles(ctx, letterRoles, 'see letters')
  const rows = await ctx.tx
    .selectFrom('council.letter_out as letter')
    .select((eb) => [
      'letter.id',
      'letter.state',
      'letter.content',
      'letter.changed_at',
      'letter.sent_on',
      'letter.document_id',
      eb
        .selectFrom('council.letter_out_motion as link')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('link.municipality', '=', 'letter.municipality')
        .whereRef('link.letter_id', '=', 'letter.id')
        .as('motions'),
    ])
    .where('letter.municipality', '=', ctx.actor.municipality)
    .where('letter.state', '!=', 'dropped')
    .orderBy('letter.changed_at', 'desc')
    .orderBy('letter.id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    subject: row.content.fields.subject,
    changedAt: row.changed_at,
    sentOn: row.sent_on,
    document: row.document_id,
    motions: Number(row.motions ?? 0),
  }))
}

export type LetterChoice = MotionRef & {
  waiting: number
  settled: number
  matters: number
  /** The newest letter about it that was not dropped. */
  letter: { id: number; state: LetterState } | null
}

/**
 * Motions that whoever looks may begin a letter about: with a proposal that waits, or matters that are settled. Waiting ones first.
 * @throws Denied
 */
export async function motionsForLetter(ctx: Ctx): Promise<LetterChoice[]> {
  checkRoles(ctx, letterRoles, 'see letters')
  const { municipality } = ctx.actor
  const account = officerOf(ctx)
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'matter.municipality')
        .onRef('motion.id', '=', 'matter.motion_id'),
    )
    .select([
      'motion.id',
      'motion.year',
      'motion.slug',
      'motion.number',
      'motion.title',
      'motion.dated',
      'motion.outcome',
    ])
    .select(({ fn }) => [
      fn.countAll<number>().as('matters'),
      fn.countAll<number>().filterWhere('matter.state', '=', 'proposed').as('waiting'),
      fn.countAll<number>().filterWhere('matter.state', '=', 'settled').as('settled'),
    ])
    .where('matter.municipality', '=', municipality)
    .where('matter.aside_for', 'is', null)
    .$if(account !== null, (query) =>
      query.where('motion.id', 'in', (eb) =>
        eb
          .selectFrom('council.matter as own')
          .innerJoin('council.matter_official as official', (join) =>
            join
              .onRef('official.municipality', '=', 'own.municipality')
              .onRef('official.matter_id', '=', 'own.id'),
          )
          .select('own.motion_id')
          .where('own.municipality', '=', municipality)
          .where('official.account_id', '=', account!),
      ),
    )
    .groupBy(['motion.municipality', 'motion.id'])
    .having(({ fn }) => fn.countAll().filterWhere('matter.state', 'in', ['proposed', 'settled']), '>', 0)
    .orderBy('waiting', 'desc')
    .orderBy('motion.dated', 'desc')
    .orderBy('motion.id', 'desc')
    .limit(200)
    .execute()
  const letters = await ctx.tx
    .selectFrom('council.letter_out_motion as link')
    .innerJoin('council.letter_out as letter', (join) =>
      join.onRef('letter.municipality', '=', 'link.municipality').onRef('letter.id', '=', 'link.letter_id'),
    )
    .select(['link.motion_id', 'letter.id', 'letter.state'])
    .where('link.municipality', '=', municipality)
    .where('letter.state', '!=', 'dropped')
    .orderBy('letter.id', 'desc')
    .execute()
  return rows.map(({ waiting, settled, matters, ...motion }) => {
    const letter = letters.find((one) => one.motion_id === motion.id)
    return {
      ...motion,
      waiting: Number(waiting),
      settled: Number(settled),
      matters: Number(matters),
      letter: letter ? { id: letter.id, state: letter.state } : null,
    }
  })
}

/** One letter for whoever works on it. @throws NotFound; Denied */
export async function letterAtDesk(
  ctx: Ctx,
  input: { letter: number; phrases: LetterPhrases },
): Promise<DeskLetter> {
  checkRoles(ctx, letterRoles, 'see letters')
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.letter_out as letter')
    .innerJoin('council.municipality as place', 'place.municipality', 'letter.municipality')
    .leftJoin('council.published_document as published', (join) =>
      join
        .onRef('published.municipality', '=', 'letter.municipality')
        .onRef('published.document_id', '=', 'letter.document_id'),
    )
    .selectAll('letter')
    .select(['place.name', 'published.year', 'published.slug'])
    .where('letter.municipality', '=', municipality)
    .where('letter.id', '=', input.letter)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const ids = await motionsOfLetter(ctx, row.id)
  const motions = await ctx.tx
    .selectFrom('council.motion')
    .select(['id', 'year', 'slug', 'number', 'title', 'dated', 'outcome'])
    .where('municipality', '=', municipality)
    .where('id', 'in', ids)
    .execute()
  const history = await ctx.tx
    .selectFrom('council.letter_out_history')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('letter_id', '=', row.id)
    .orderBy('id')
    .execute()
  const files = await ctx.tx
    .selectFrom('council.letter_out_file')
    .select(['format', 'sha256', 'size'])
    .where('municipality', '=', municipality)
    .where('letter_id', '=', row.id)
    .orderBy('format')
    .execute()
  const role = ctx.actor.kind === 'person' ? ctx.actor.role : 'clerk'
  const assigned = ctx.actor.kind !== 'person' || (await motionsToActOn(ctx, ids)).size > 0
  const edits = assigned && mayEdit(row.state, role)
  const fresh = edits ? composeLetter(await loadLetterFacts(ctx, ids), input.phrases).sections : []
  const undone = new Set(history.map(({ undoes }) => undoes))
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    subject: row.content.fields.subject,
    municipality: row.name,
    content: row.content,
    changedAt: row.changed_at,
    sentOn: row.sent_on,
    document: row.document_id,
    published: row.slug === null ? null : { year: row.year!, slug: row.slug },
    motions: ids.flatMap((id) => motions.find((one) => one.id === id) ?? []),
    fresh,
    changes: edits ? sectionChanges(row.content.sections, fresh) : new Map(),
    history: history.map((one) => ({
      id: one.id,
      step: one.step,
      from: one.from_state,
      to: one.to_state,
      version: one.version,
      at: one.moved_at,
      role: one.by_role,
      name: one.actor_name,
      reason: one.reason,
      undone: undone.has(one.id),
    })),
    files,
    assigned,
    mayEdit: edits,
    moves: assigned ? movesFor(row.state, role) : [],
    undo: undoOf(ctx, history, assigned),
  }
}

function undoOf(
  { actor }: Ctx,
  history: readonly { id: number; step: LetterStep; undoes: number | null; actor_id: string | null }[],
  assigned: boolean,
): DeskLetter['undo'] {
  const found = lastLetterStep(history)
  if ('refused' in found) return found
  const by = history.find(({ id }) => id === found.step.id)!.actor_id
  return { step: found.step.step, own: assigned && actor.kind === 'person' && actor.personId === by }
}

/** A letter as it stood at a version that somebody's form began with. @throws NotFound */
export async function letterContentAt(
  ctx: Ctx,
  input: { letter: number; version: number },
): Promise<LetterContent> {
  const { municipality } = ctx.actor
  const next = await ctx.tx
    .selectFrom('council.letter_out_history')
    .select('before')
    .where('municipality', '=', municipality)
    .where('letter_id', '=', input.letter)
    .where('version', '=', input.version + 1)
    .executeTakeFirst()
  if (next) return next.before.content
  const now = await ctx.tx
    .selectFrom('council.letter_out')
    .select('content')
    .where('municipality', '=', municipality)
    .where('id', '=', input.letter)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (!now) throw new NotFound()
  return now.content
}
