import { Button, FormLabel, Heading2, Link, Select, SelectOption } from '@utrecht/component-library-react'
import {
  type Action,
  type ActionMove,
  actionArrows,
  actionStates,
  goesOn,
  inBoardOrder,
  type OpenMilestone,
  type Owner,
  type ProgrammeTree,
  standingOf,
  workable,
} from '../../../../programme/index.ts'
import { capitalise, dateOf } from '../../../../words/format.ts'
import { Chip } from '../../../components/chip.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { LongField } from '../../form-fields.tsx'
import { programmeScreen } from '../frame.tsx'
import { actionPath, boardPath, milestonePath } from '../paths.ts'
import { concernLine, isLateConcern } from './concerns.ts'
import { fieldSet } from './fields.tsx'
import { type Sent, statusOf } from './sent.ts'

export type BoardView = {
  tree: ProgrammeTree
  carriers: ReadonlyMap<number, Owner & { name: string }>
  /** Only this pillar; null: all. */
  pillar: number | null
  /** Milestones that keep an action from being done, after that was tried. */
  open: readonly OpenMilestone[]
}

/** So many cards of a column stand open; the others are folded, unless one of them was just moved. */
const shown = 5

export function boardScreen(request: DeskRequest, view: BoardView, sent: Sent | null): Screen {
  const { words } = request
  const w = words.programmeWork.board
  const { tree, pillar } = view
  const actions = tree.actions.filter((one) => pillar === null || one.pillar === pillar)
  const acted = sent?.form ?? `a${request.query.get('verplaatst')?.split('.')[0] ?? ''}`
  const isActed = ({ id }: Action) => acted === `a${id}`
  const list = (cards: readonly Action[]) => (
    <ul>
      {cards.map((action) => (
        <li key={action.id} id={`a${action.id}`} className="schakel-board__card">
          <Card request={request} view={view} action={action} sent={sent} />
        </li>
      ))}
    </ul>
  )
  return programmeScreen(request, tree, {
    tab: 'board',
    title: w.title,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    heading: w.title,
    body: (
      <>
        <Notice request={request} view={view} sent={sent} />
        <PillarFilter request={request} view={view} />
        <div className="schakel-board">
          {actionStates.map((state) => {
            const cards = inBoardOrder(actions, state)
            return (
              <section key={state} aria-labelledby={`kolom-${state}`}>
                <Heading2 id={`kolom-${state}`}>
                  {w.columns[state]} <small className="schakel-board__count">{w.count(cards.length)}</small>
                </Heading2>
                {cards.length === 0 && <p className="schakel-soft">{w.empty}</p>}
                {list(cards.slice(0, shown))}
                {cards.length > shown && (
                  <details className="schakel-programme-more" open={cards.slice(shown).some(isActed)}>
                    <summary>{w.more(cards.length - shown)}</summary>
                    {list(cards.slice(shown))}
                  </details>
                )}
              </section>
            )
          })}
        </div>
      </>
    ),
  })
}

/** What was just done, with the way back. */
function Notice({
  request,
  view: { tree, pillar },
  sent,
}: {
  request: DeskRequest
  view: BoardView
  sent: Sent | null
}) {
  const { words } = request
  const w = words.programmeWork
  if (sent?.problem?.code === 'changed-by-other' || sent?.problem?.code === 'move-not-possible') {
    return (
      <p className="schakel-attention" role="status">
        {w.board.changed}
      </p>
    )
  }
  if (sent) return null
  if (request.query.has('teruggezet')) {
    return (
      <p className="schakel-done" role="status">
        {w.undone}
      </p>
    )
  }
  const done = /^([1-9]\d{0,8})\.(\d{1,9})$/.exec(request.query.get('verplaatst') ?? '')
  const action = done && tree.actions.find(({ id }) => id === Number(done[1]))
  if (!action) return null
  return (
    <div className="schakel-done" role="status">
      <p>{w.board.moved(action, w.board.columns[action.state])}</p>
      {action.version === Number(done[2]) && workable.includes(tree.state) && (
        <form method="post" action={boardPath(request, tree.slug)}>
          <Hidden action={action} move="undo" pillar={pillar} />
          <button type="submit" className="schakel-link-button">
            {w.undo}
          </button>
        </form>
      )}
    </div>
  )
}

function PillarFilter({ request, view: { tree, pillar } }: { request: DeskRequest; view: BoardView }) {
  const w = request.words.programmeWork.board
  if (tree.pillars.length < 2) return null
  return (
    <form method="get" action={boardPath(request, tree.slug)} className="schakel-filter-line">
      <div className="schakel-field">
        <FormLabel htmlFor="pijler">{w.pillar}</FormLabel>
        <Select id="pijler" name="pijler" defaultValue={pillar === null ? '' : String(pillar)}>
          <SelectOption value="">{w.allPillars}</SelectOption>
          {tree.pillars.map(({ id, name }) => (
            <SelectOption key={id} value={String(id)}>
              {name}
            </SelectOption>
          ))}
        </Select>
      </div>
      <Button type="submit" appearance="secondary-action-button">
        {w.show}
      </Button>
    </form>
  )
}

type CardProps = { request: DeskRequest; view: BoardView; action: Action; sent: Sent | null }
function Card({ request, view, action, sent }: CardProps) {
  const { words, language } = request
  const w = words.programmeWork.board
  const { tree, carriers } = view
  const { concerns, milestones } = standingOf(tree, action, dateOf(request.now))
  const late = concerns.some(isLateConcern)
  // That it has none is said below already.
  const said = concerns.filter(({ kind }) => kind !== 'no-milestones')
  const next = action.milestones.find(({ state }) => state === 'open')
  const carrier = carriers.get(action.id)?.name
  const { reached, open } = milestones
  return (
    <>
      {concerns.length > 0 && <Chip tone={late ? 'late' : 'wait'}>{late ? w.late : w.concern}</Chip>}
      <Link href={actionPath(request, tree.slug, action.id)}>
        <Original language={language}>{`${action.number} ${action.title}`}</Original>
      </Link>
      <small>{capitalise(carrier ? w.carrier(carrier) : w.nobody)}</small>
      {said.length > 0 && (
        <ul className="schakel-board__why">
          {said.map((concern, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: computed anew each time, in one order
            <li key={index}>{capitalise(concernLine(request, { tree, action }, concern))}</li>
          ))}
        </ul>
      )}
      <small>
        {capitalise(w.milestones(reached, reached + open))}
        {next && goesOn(action) && (
          <>
            {'. '}
            {w.next(next.title, next.dueOn)}
          </>
        )}
      </small>
      {workable.includes(tree.state) && <Moves request={request} view={view} action={action} sent={sent} />}
    </>
  )
}

/** Moves of a card: at once where nothing has to be said, behind their name where a reason is needed. */
function Moves({ request, view, action, sent }: CardProps) {
  const { words, language } = request
  const w = words.programmeWork.board
  const { tree, pillar, open } = view
  const moves = actionArrows.filter(([from]) => from === action.state).map(([, move]) => move)
  const here = boardPath(request, tree.slug)
  const form = `a${action.id}`
  const own = sent?.form === form ? sent : null
  const tried = own?.typed.get('move')?.at(-1)
  return (
    <div className="schakel-board__moves">
      {open.length > 0 && own && (
        <div className="schakel-errors" role="alert">
          <p>{w.milestonesOpen}</p>
          <ul>
            {open.map(({ id, title }) => (
              <li key={id}>
                <Link href={milestonePath(request, tree.slug, id)}>
                  <Original language={language}>{title}</Original>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {moves.map((move) =>
        move === 'start' || move === 'finish' ? (
          <form key={move} method="post" action={here}>
            <Hidden action={action} move={move} pillar={pillar} />
            <MoveButton request={request} action={action} move={move} />
          </form>
        ) : (
          <details key={move} open={tried === move}>
            <summary>{w.moves[move]}</summary>
            <form method="post" action={`${here}#${form}`} noValidate>
              <Hidden action={action} move={move} pillar={pillar} />
              <LongField
                set={fieldSet(request, form, tried === move ? own : null)}
                name="reason"
                label={w.reason}
                rows={2}
              />
              <MoveButton request={request} action={action} move={move} />
            </form>
          </details>
        ),
      )}
    </div>
  )
}

function MoveButton({ request, action, move }: { request: DeskRequest; action: Action; move: ActionMove }) {
  const w = request.words.programmeWork.board
  return (
    <Button
      type="submit"
      appearance="secondary-action-button"
      className="schakel-slim"
      aria-label={w.moveOf(w.moves[move], action)}
    >
      {w.moves[move]}
    </Button>
  )
}

function Hidden({ action, move, pillar }: { action: Action; move: string; pillar: number | null }) {
  return (
    <>
      <input type="hidden" name="action" value={action.id} />
      <input type="hidden" name="version" value={action.version} />
      <input type="hidden" name="move" value={move} />
      {pillar !== null && <input type="hidden" name="pijler" value={pillar} />}
    </>
  )
}
