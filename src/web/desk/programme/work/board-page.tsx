import { NotFound, Refused } from '../../../../errors.ts'
import {
  type ActionMove,
  actionMoves,
  type OpenMilestone,
  ownersOf,
  stepAction,
  undoPlanStep,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { idIn as numberIn, textIn, typedOf } from '../../matter/typed.ts'
import { boardPath, programmeIn } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { boardScreen } from './board-screen.tsx'
import { weekPath } from './paths.ts'
import { attempt, isBlocked, type Sent } from './sent.ts'

/** All actions of a programme by state, each with its next move. */
export async function boardPage(request: DeskRequest): Promise<Answer> {
  return show(request, null)
}

async function show(request: DeskRequest, sent: Sent | null): Promise<Screen> {
  const view = await request.transact(async (ctx) => {
    const tree = await treeHere(ctx, request)
    return { tree, carriers: await ownersOf(ctx, tree.id) }
  })
  const asked = sent ? textIn(sent.typed, 'pijler') : (request.query.get('pijler') ?? '')
  const pillar = view.tree.pillars.find(({ id }) => String(id) === asked)?.id ?? null
  const problem = sent?.problem ?? null
  const open = isBlocked(problem) ? (problem.problems as readonly OpenMilestone[]) : []
  return boardScreen(request, { ...view, pillar, open }, sent)
}

/** Moves an action, or takes the last move back, from its card or from somebody's week. */
export async function postBoard(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  const slug = programmeIn(request)
  const [action, version] = [numberIn(typed, 'action'), numberIn(typed, 'version')]
  const move = textIn(typed, 'move')
  const back = textIn(typed, 'terug') === 'week'
  if (action === null || version === null) throw new NotFound()
  if (move !== 'undo' && !(actionMoves as readonly string[]).includes(move)) throw new NotFound()
  let now = version
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const tree = await treeHere(ctx, request)
      if (!tree.actions.some(({ id }) => id === action)) throw new NotFound()
      const done =
        move === 'undo'
          ? await undoPlanStep(ctx, 'action', { id: action, version })
          : await stepAction(ctx, {
              action,
              version,
              move: move as ActionMove,
              reason: textIn(typed, 'reason'),
            })
      now = done.version
    }),
  )
  const pillar = textIn(typed, 'pijler')
  if (problem) {
    if (back && problem instanceof Refused) return seeOther(`${weekPath(request)}?veranderd=1`)
    return show(request, { form: `a${action}`, typed, problem })
  }
  if (back) return seeOther(weekPath(request))
  const query = new URLSearchParams(pillar ? { pijler: pillar } : {})
  query.set(move === 'undo' ? 'teruggezet' : 'verplaatst', `${action}.${now}`)
  return seeOther(`${boardPath(request, slug)}?${query}#a${action}`)
}
