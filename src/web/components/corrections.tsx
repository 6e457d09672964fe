import type { ReactNode } from 'react'
import type { MotionCorrection } from '../../council/index.ts'
import { formatDate } from '../../words/format.ts'
import type { PageRequest } from '../page.ts'

/** What was corrected of a motion, newest first: what stood there, what stands there now, and why. */
export function Corrections<T extends MotionCorrection>({
  request,
  corrections,
  by,
  after,
}: {
  request: PageRequest
  corrections: readonly T[]
  /** Who made it; desk pages only. */
  by?: (correction: T) => string
  /** What stands under it; desk pages only. */
  after?: (correction: T) => ReactNode
}) {
  const words = request.words.correct
  return (
    <ul className="schakel-corrections">
      {corrections.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list, newest first
        <li key={index}>
          <p>
            <b>{words.history.on(one.on)}</b>
            {by && ` ${words.history.by(by(one))}`}: {words.field[one.field].toLowerCase()}
          </p>
          <p className="schakel-soft">{change(request, one)}</p>
          {one.origin === 'import' && <p className="schakel-soft">{words.history.import}</p>}
          {one.reason && <p lang={request.language === 'nl' ? undefined : 'nl'}>{one.reason}</p>}
          {after?.(one)}
        </li>
      ))}
    </ul>
  )
}

function change(request: PageRequest, { field, before, beforeHidden, after }: MotionCorrection): string {
  const { history } = request.words.correct
  const was = before && say(request, field, before)
  const became = after && say(request, field, after)
  if (beforeHidden) return became ? history.hidden(became) : history.hiddenRemoved
  if (was && became) return history.wasBecame(was, became)
  return became ? history.added(became) : history.removed(was ?? '')
}

function say({ words, language }: PageRequest, field: MotionCorrection['field'], value: string): string {
  const { outcome, domain } = words.terms
  if (field === 'outcome') return outcome[value as keyof typeof outcome] ?? value
  if (field === 'requestDomain' || field === 'partDomain')
    return domain[value as keyof typeof domain] ?? value
  if (field === 'date' || field === 'requestTermNotBefore' || field === 'requestTermNotAfter')
    return formatDate(value, language)
  return value
}
