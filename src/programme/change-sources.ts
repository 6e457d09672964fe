import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import type { At } from './evidence.ts'
import { naming } from './hold.ts'
import { addRow, changeRow, checkProgrammeRole, lockRow, type Row, type Step } from './step.ts'
import { checkProblems, mostText, type Problems, plannedDay, problem, publicLine } from './typed.ts'

export const sourceKinds = ['coalition-agreement', 'safety-plan', 'care-policy', 'other'] as const
export type SourceKind = (typeof sourceKinds)[number]
export type SourceFields = { kind: SourceKind; title: string; dated?: IsoDate | null }

/**
 * Takes a published document as a framework for programmes; taken away earlier, it comes back.
 * @throws Invalid (`document_id`, `kind`, `title`, `dated`); Refused `in-use` when it is a source already; Denied
 */
export async function addSource(ctx: Ctx, input: SourceFields & { document: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'add sources')
  const problems: Problems = []
  const columns = sourceColumns(problems, input)
  checkProblems(problems)
  const known = await ctx.tx
    .selectFrom('programme.source')
    .select(['id', 'version', 'removed'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', input.document)
    .forUpdate()
    .executeTakeFirst()
  if (known && !known.removed) throw new Refused('in-use')
  if (known) return changeRow(ctx, 'source', known, { ...columns, removed: false }, { step: 'add' })
  return naming('document_id', () => addRow(ctx, 'source', { document_id: input.document, ...columns }))
}

/** @throws Refused `in-use` while an ambition of it is marked; NotFound; Denied */
export async function removeSource(ctx: Ctx, input: { source: number; version: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'remove sources')
  return changeRow(
    ctx,
    'source',
    { id: input.source, version: input.version },
    { removed: true },
    { step: 'remove' },
    async () => {
      const marked = await ctx.tx
        .selectFrom('programme.ambition')
        .select('id')
        .where('municipality', '=', ctx.actor.municipality)
        .where('source_id', '=', input.source)
        .where('removed', '=', false)
        .limit(1)
        .executeTakeFirst()
      if (marked) throw new Refused('in-use')
    },
  )
}

function sourceColumns(problems: Problems, { kind, title, dated }: SourceFields) {
  if (!sourceKinds.includes(kind)) problem(problems, 'kind', 'not-a-choice')
  return {
    kind,
    title: publicLine(problems, title, { field: 'title', most: mostText.title, needed: 'needed' }),
    dated: plannedDay(problems, 'dated', dated),
  }
}

/**
 * Keeps a passage of a source as an ambition. `text` are the redacted words at `at`, which the caller took from the document; the same
 * place again changes nothing. @throws Invalid `at`; NotFound; Denied
 */
export async function addAmbition(ctx: Ctx, input: { source: number; at: At; text: string }): Promise<Step> {
  checkProgrammeRole(ctx, 'mark ambitions')
  const text = input.text.replace(/\s+/g, ' ').trim()
  if (text === '' || input.at.length === 0) {
    throw new Invalid('form-invalid', [{ field: 'at', code: 'passage-missing' }])
  }
  const source = await lockRow(ctx, 'source', input.source)
  if (source.removed) throw new NotFound()
  const known = (await ctx.tx
    .selectFrom('programme.ambition')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('source_id', '=', input.source)
    .execute()) as unknown as (Row & { at: At })[]
  const same = known.find(({ at }) => placeKey(at) === placeKey(input.at))
  if (same && !same.removed) return { id: same.id, version: same.version, history: 0, joined: [] }
  if (same) return changeRow(ctx, 'ambition', same, { text, removed: false }, { step: 'add' })
  return addRow(ctx, 'ambition', { source_id: input.source, text, at: JSON.stringify(input.at) })
}
const placeKey = (at: At) => at.map(({ page, start, end }) => `${page}:${start}-${end}`).join(' ')

/** @throws Refused `in-use` while an action or programme serves it; NotFound; Denied */
export async function removeAmbition(ctx: Ctx, input: { ambition: number; version: number }): Promise<Step> {
  checkProgrammeRole(ctx, 'mark ambitions')
  return changeRow(
    ctx,
    'ambition',
    { id: input.ambition, version: input.version },
    { removed: true },
    { step: 'remove' },
    async () => {
      const served = await ctx.tx
        .selectFrom('programme.served')
        .select('id')
        .where('municipality', '=', ctx.actor.municipality)
        .where('ambition_id', '=', input.ambition)
        .where('removed', '=', false)
        .limit(1)
        .executeTakeFirst()
      if (served) throw new Refused('in-use')
    },
  )
}
