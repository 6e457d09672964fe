import {
  type DeskPeople,
  holderNames,
  peopleAtDesk,
  readerOf,
  type ServedName,
  servedNames,
} from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import {
  type Action,
  type Lack,
  lacksOf,
  loadTree,
  type Owner,
  ownersOf,
  type ProgrammeTree,
  programmeReader,
  workable,
} from '../../../../programme/index.ts'

/** A programme with the names of what and whom it refers to. */
export type PlanAtDesk = {
  tree: ProgrammeTree
  /** May still be worked on. */
  open: boolean
  owners: ReadonlyMap<number, Owner & { name: string }>
  /** By `servedKey`. */
  names: ReadonlyMap<string, ServedName>
  people: DeskPeople
  lacks: readonly Lack[]
}

/** @throws NotFound */
export async function loadPlan(ctx: Ctx, slug: string): Promise<PlanAtDesk> {
  const { municipality } = ctx.actor
  const tree = await loadTree(programmeReader(ctx), { municipality, slug })
  const owners = await ownersOf(ctx, tree.id)
  const serves = [...tree.serves, ...tree.actions.flatMap((action) => action.serves)]
  return {
    tree,
    open: workable.includes(tree.state),
    owners,
    names: await servedNames(readerOf(ctx), { municipality, serves }),
    people: await peopleOf(ctx, tree),
    lacks: lacksOf(tree, new Set(owners.keys())),
  }
}

/** Who may be chosen, and whoever answers for an action already. */
async function peopleOf(ctx: Ctx, tree: ProgrammeTree): Promise<DeskPeople> {
  const { college, officials } = await peopleAtDesk(ctx)
  const missing = tree.actions.flatMap(({ portfolioHolder }) =>
    portfolioHolder !== null && !college.some(({ person }) => person === portfolioHolder)
      ? [portfolioHolder]
      : [],
  )
  const names = await holderNames(readerOf(ctx), {
    municipality: ctx.actor.municipality,
    persons: missing,
  })
  return { college: [...college, ...[...names].map(([person, name]) => ({ person, name }))], officials }
}

/** @throws NotFound */
export function actionIn({ tree }: Pick<PlanAtDesk, 'tree'>, id: number): Action {
  const action = tree.actions.find((one) => one.id === id)
  if (!action) throw new NotFound()
  return action
}

/** Requests, commitments and ambitions that the programme serves, are not settled or kept, and no action that goes on does. */
export function unservedByActions({ tree, names }: Pick<PlanAtDesk, 'tree' | 'names'>) {
  const served = new Set(
    tree.actions
      .filter(({ state }) => state !== 'stopped')
      .flatMap((action) => action.serves.map(({ kind, of }) => `${kind}-${of}`)),
  )
  return tree.serves.filter(({ kind, of }) => {
    const key = `${kind}-${of}`
    return !served.has(key) && !names.get(key)?.over
  })
}
