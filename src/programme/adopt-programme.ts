import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Blocked, Invalid, Refused } from '../errors.ts'
import { holdProgramme, naming, type ProgrammeRow } from './hold.ts'
import { loadTree } from './load-tree.ts'
import { ownersOf } from './owners.ts'
import { type Plan, planChanges, planOf } from './plan.ts'
import { programmeReader } from './reader.ts'
import { isHard, type Lack, lacksOf } from './readiness.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'
import type { ProgrammeTree } from './tree.ts'
import { checkProblems, happenedOn, mostText, type Problems, problem, publicLine } from './typed.ts'

export type PlanDecision = {
  programme: number
  /** Of the programme's row, as the page showed it. */
  version: number
  decidedOn: IsoDate
  body: 'college' | 'council'
  /** A published document that shows it. */
  document: number | null
  /** Adopting: why it may be adopted although something is missing. Amending: why it changes. */
  reason?: string | null
}

/**
 * Adopts a draft: it becomes public, and the whole plan is kept as its first edition. One that comes after another makes that
 * one succeeded.
 * @throws Blocked<Lack> `programme-not-ready`: what no reason replaces, or anything missing when no reason was given;
 * Invalid (`decided_on`, `body`, `document_id`, `reason`); Refused `move-not-possible`, `programme-closed`, `changed-by-other`; Denied
 */
export async function adoptProgramme(ctx: Ctx, input: PlanDecision): Promise<Step & { edition: number }> {
  checkProgrammeRole(ctx, 'adopt a programme')
  const { on, reason } = decision(ctx, input, false)
  const row = await hold(ctx, input)
  if (row.state !== 'draft') throw new Refused('move-not-possible')
  const tree = await loadTree(programmeReader(ctx), { municipality: ctx.actor.municipality, slug: row.slug })
  await checkReady(ctx, tree, input.document, reason)
  const step = await changeRow(
    ctx,
    'programme',
    { id: row.id, version: row.version },
    { state: 'adopted', adopted_on: on },
    { step: 'adopt', on, reason },
  )
  await keepEdition(ctx, input, { tree, number: 1, kind: 'adopted', on, reason })
  if (row.succeeds !== null) await succeedEarlier(ctx, row.succeeds, on)
  return { ...step, edition: 1 }
}

/**
 * Decides on the plan as it stands now: it becomes the next edition. The reason says why it changed.
 * @throws as `adoptProgramme`, and Refused `nothing-changed`
 */
export async function amendProgramme(ctx: Ctx, input: PlanDecision): Promise<Step & { edition: number }> {
  checkProgrammeRole(ctx, 'amend a programme')
  const { on, reason } = decision(ctx, input, true)
  const row = await hold(ctx, input)
  if (row.state !== 'adopted') throw new Refused('move-not-possible')
  const tree = await loadTree(programmeReader(ctx), { municipality: ctx.actor.municipality, slug: row.slug })
  const last = await ctx.tx
    .selectFrom('programme.edition')
    .select(['number', 'decided_on', 'content'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', row.id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  if (planChanges(last.content as Plan, planOf(tree)).length === 0) throw new Refused('nothing-changed')
  if (on < last.decided_on) {
    throw new Invalid('form-invalid', [{ field: 'decided_on', code: 'end-before-start' }])
  }
  await checkReady(ctx, tree, input.document, reason)
  const number = last.number + 1
  const step = await changeRow(
    ctx,
    'programme',
    { id: row.id, version: row.version },
    {},
    { step: 'amend', on, reason },
  )
  await keepEdition(ctx, input, { tree, number, kind: 'amended', on, reason })
  return { ...step, edition: number }
}

function decision(ctx: Ctx, input: PlanDecision, reasonNeeded: boolean) {
  const problems: Problems = []
  const on = happenedOn(ctx, problems, 'decided_on', input.decidedOn)
  if (input.body !== 'college' && input.body !== 'council') problem(problems, 'body', 'not-a-choice')
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    ...(reasonNeeded ? { needed: 'needed' as const } : {}),
  })
  checkProblems(problems)
  return { on, reason }
}

async function hold(ctx: Ctx, input: PlanDecision): Promise<ProgrammeRow> {
  const row = await holdProgramme(ctx, input.programme)
  if (row.version !== input.version) throw new Refused('changed-by-other')
  return row
}

/** @throws Blocked<Lack> */
async function checkReady(
  ctx: Ctx,
  tree: ProgrammeTree,
  document: number | null,
  reason: string | null,
): Promise<void> {
  const owners = await ownersOf(ctx, tree.id)
  const lacks: Lack[] = lacksOf(tree, new Set(owners.keys()))
  if (document === null) lacks.push({ kind: 'no-document' })
  if (lacks.some((lack) => isHard(lack) || reason === null)) {
    throw new Blocked<Lack>('programme-not-ready', lacks)
  }
}

type Kept = {
  tree: ProgrammeTree
  number: number
  kind: 'adopted' | 'amended'
  on: IsoDate
  reason: string | null
}
async function keepEdition(
  ctx: Ctx,
  input: PlanDecision,
  { tree, number, kind, on, reason }: Kept,
): Promise<void> {
  await naming('document_id', () =>
    ctx.tx
      .insertInto('programme.edition')
      .values({
        municipality: ctx.actor.municipality,
        programme_id: tree.id,
        number,
        kind,
        decided_on: on,
        body: input.body,
        document_id: input.document,
        reason,
        content: JSON.stringify(planOf(tree)),
        kept_at: ctx.now,
      })
      .execute(),
  )
}

async function succeedEarlier(ctx: Ctx, earlier: number, on: IsoDate): Promise<void> {
  const row = await holdProgramme(ctx, earlier, ['adopted', 'ended', 'succeeded'])
  if (row.state !== 'adopted') return
  await changeRow(ctx, 'programme', row, { state: 'succeeded' }, { step: 'succeed', on })
}
