import type { HistoryLine, PlannedSubject, Undoable } from '../../../../programme/index.ts'
import { plannedSubjects, undoPlanStep } from '../../../../programme/index.ts'
import { saidOf } from '../../../components/programme-history.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { choiceIn, idIn as idTyped, textIn, typedOf } from '../../matter/typed.ts'
import { actionPath, programmeIn, programmePath } from '../paths.ts'

const undoPath = (request: DeskRequest, programme: string) => `${programmePath(request, programme)}/terug`

/** Takes a step of the plan back; then shows the action, or the plan, where it was asked. */
export async function postUndo(request: DeskRequest): Promise<Answer> {
  const programme = programmeIn(request)
  const typed = typedOf(await request.form())
  const subject = choiceIn<PlannedSubject>(typed, 'subject', plannedSubjects)
  await request.transact((ctx) =>
    undoPlanStep(ctx, subject, { id: idTyped(typed, 'id') ?? 0, version: idTyped(typed, 'version') ?? 0 }),
  )
  const action = Number(textIn(typed, 'action'))
  const gone = subject === 'action' && action === idTyped(typed, 'id') && textIn(typed, 'step') === 'add'
  return seeOther(
    `${action > 0 && !gone ? actionPath(request, programme, action) : programmePath(request, programme)}?gedaan=terug`,
  )
}

type Props = {
  request: DeskRequest
  programme: string
  action?: number
  line: HistoryLine
  undo: Undoable | undefined
}
/** The button that takes one step back; nothing when it cannot be. */
export function UndoButton({ request, programme, action, line, undo }: Props) {
  if (!undo) return null
  const w = request.words.programmeHistory
  return (
    <form method="post" action={undoPath(request, programme)}>
      <input type="hidden" name="subject" value={undo.subject} />
      <input type="hidden" name="id" value={undo.id} />
      <input type="hidden" name="version" value={undo.version} />
      <input type="hidden" name="step" value={line.step} />
      {action !== undefined && <input type="hidden" name="action" value={action} />}
      <button
        type="submit"
        className="schakel-link-button schakel-quiet"
        aria-label={w.undoOf(saidOf(request, line, null))}
      >
        {w.undo}
      </button>
    </form>
  )
}

/** Brings back the action or pillar that was just removed; `removed`: `action-12-3`, its kind, id and version. */
export function RestoreAction({
  request,
  programme,
  removed,
}: {
  request: DeskRequest
  programme: string
  removed: string
}) {
  const match = /^(action|pillar)-([1-9]\d{0,8})-([1-9]\d{0,5})$/.exec(removed)
  if (!match) return null
  return (
    <form method="post" action={undoPath(request, programme)}>
      <input type="hidden" name="subject" value={match[1]} />
      <input type="hidden" name="id" value={match[2]} />
      <input type="hidden" name="version" value={match[3]} />
      <button type="submit" className="schakel-link-button schakel-quiet">
        {request.words.programmeHistory.undo}
      </button>
    </form>
  )
}
