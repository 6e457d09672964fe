import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { Invalid, Refused } from '../errors.ts'
import { goesOn } from './action.ts'
import { beginProgramme } from './begin-programme.ts'
import { succeedIndicators } from './figures/succeed-indicators.ts'
import { holdProgramme } from './hold.ts'
import { loadTree } from './load-tree.ts'
import { ownersOf } from './owners.ts'
import { programmeReader } from './reader.ts'
import { addRow, checkProgrammeRole } from './step.ts'
import type { Action, ProgrammeTree, Served } from './tree.ts'
import { keepOwner } from './undo-step.ts'

export type Successor = {
  /** The adopted programme that it comes after. */
  programme: number
  title: string
  slug: string
  summary?: string | null
  startsOn: IsoDate
  endsOn: IsoDate
  /** Open actions that go on in it, with what they serve, wait for and may run into, who carries them, and their open milestones. */
  actions: readonly number[]
}

/**
 * Begins a draft that comes after an adopted programme: the same pillars, the chosen actions that are still open, and the indicators of
 * both, from where they stand. Money is not taken over, nor a target, nor a last day after the new end: nobody decided on those. Adopting the draft makes the earlier programme succeeded.
 * @throws Invalid (as `beginProgramme`, and `actions` for one that is none or is over); Refused `programme-closed`, `successor-begun`;
 * NotFound; Denied
 * @returns the draft, and for each action and indicator that went along its new id
 */
export async function succeedProgramme(
  ctx: Ctx,
  input: Successor,
): Promise<{
  id: number
  version: number
  slug: string
  actions: Map<number, number>
  indicators: Map<number, number>
}> {
  checkProgrammeRole(ctx, 'begin a programme')
  const earlier = await holdProgramme(ctx, input.programme, ['adopted'])
  const later = await ctx.tx
    .selectFrom('programme.programme')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('succeeds', '=', earlier.id)
    .where('removed', '=', false)
    .where('state', '!=', 'dropped')
    .executeTakeFirst()
  if (later) throw new Refused('successor-begun')
  const tree = await loadTree(programmeReader(ctx), {
    municipality: ctx.actor.municipality,
    slug: earlier.slug,
  })
  const wanted = new Set(input.actions)
  const chosen = tree.actions.filter(({ id, state }) => wanted.has(id) && goesOn({ state }))
  if (chosen.length !== wanted.size) {
    throw new Invalid('form-invalid', [{ field: 'actions', code: 'not-a-choice' }])
  }
  const begun = await beginProgramme(ctx, {
    title: input.title,
    slug: input.slug,
    summary: input.summary ?? null,
    startsOn: input.startsOn,
    endsOn: input.endsOn,
    pillars: tree.pillars.map(({ kind, name, aim }) => ({ kind, name, aim })),
  })
  await ctx.tx
    .updateTable('programme.programme')
    .set({ succeeds: earlier.id })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', begun.id)
    .execute()
  for (const served of tree.serves) await copyServed(ctx, begun.id, null, served)
  const pillars = new Map(tree.pillars.map(({ id }, index) => [id, begun.pillars[index]!]))
  const owners = await ownersOf(ctx, tree.id)
  const actions = new Map<number, number>()
  for (const action of chosen) {
    const id = await copyAction(ctx, begun.id, pillars.get(action.pillar)!, action, input)
    actions.set(action.id, id)
    const owner = owners.get(action.id)
    if (owner) await keepOwner(ctx, id, owner)
  }
  await copyNeeds(ctx, begun.id, tree, actions)
  const indicators = await succeedIndicators(ctx, begun.id, tree, { pillars, actions })
  return { id: begun.id, version: begun.version, slug: begun.slug, actions, indicators }
}

async function copyAction(
  ctx: Ctx,
  programme: number,
  pillar: number,
  action: Action,
  { startsOn, endsOn }: Successor,
): Promise<number> {
  const within = action.endsOn !== null && action.endsOn <= endsOn && action.endsOn >= startsOn
  const { id } = await addRow(ctx, 'action', {
    programme_id: programme,
    pillar_id: pillar,
    number: action.number,
    title: action.title,
    description: action.description,
    state: action.state,
    starts_on: action.startsOn !== null && action.startsOn <= endsOn ? action.startsOn : null,
    ends_on: within ? action.endsOn : null,
    portfolio_holder_id: action.portfolioHolder,
    partners: action.partners,
  })
  const own = { programme_id: programme, action_id: id }
  for (const served of action.serves) await copyServed(ctx, programme, id, served)
  for (const { text, chance, effect, measure, state } of action.risks) {
    if (state !== 'past') await addRow(ctx, 'risk', { ...own, text, chance, effect, measure, state })
  }
  for (const { title, dueOn, state } of action.milestones) {
    if (state !== 'open') continue
    await addRow(ctx, 'milestone', {
      ...own,
      title,
      due_on: dueOn !== null && dueOn <= endsOn ? dueOn : null,
    })
  }
  return id
}

async function copyServed(
  ctx: Ctx,
  programme: number,
  action: number | null,
  { kind, of }: Served,
): Promise<void> {
  await addRow(ctx, 'served', { programme_id: programme, action_id: action, kind, [`${kind}_id`]: of })
}

async function copyNeeds(
  ctx: Ctx,
  programme: number,
  tree: ProgrammeTree,
  actions: ReadonlyMap<number, number>,
): Promise<void> {
  for (const action of tree.actions) {
    const from = actions.get(action.id)
    for (const { action: needed } of action.needs) {
      const to = actions.get(needed)
      if (from === undefined || to === undefined) continue
      await addRow(ctx, 'dependency', { programme_id: programme, action_id: from, needs_id: to })
    }
  }
}
