import type { ReactNode } from 'react'
import { dateOf } from '../../../words/format.ts'
import type { DeskRequest } from '../../page.ts'
import { dayStepPath } from '../desk-paths.ts'
import { readDone } from './day.ts'

/** "dinsdag 24 november 2026" */
export function dayHeading({ words, now }: DeskRequest): string {
  const today = dateOf(now)
  const weekday = words.today.weekday[new Date(`${today}T12:00:00Z`).getUTCDay()] ?? ''
  return words.today.day(weekday, today)
}

/** What was done in a row just now, with the way back. */
export function doneNotice(request: DeskRequest, back: string): ReactNode {
  const w = request.words.today
  const done = readDone(request.query)
  if (request.query.has('ongedaan')) {
    return (
      <p className="schakel-done" role="status">
        {w.done.undone}
      </p>
    )
  }
  if (!done) return null
  return (
    <form className="schakel-done schakel-actions" method="post" action={dayStepPath(request)}>
      <span role="status">{w.done.start}</span>
      <input type="hidden" name="step" value="undo" />
      <input type="hidden" name="matter" value={done.matter} />
      <input type="hidden" name="version" value={done.version} />
      <input type="hidden" name="terug" value={back} />
      <button type="submit" className="schakel-link-button schakel-quiet">
        {w.undo}
      </button>
    </form>
  )
}
