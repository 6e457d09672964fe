import type { ReactNode } from 'react'
import { type Change, enteredLater, type HistoryLine } from '../../programme/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { Original } from './original.tsx'
import { Timeline } from './timeline.tsx'

type Props = {
  request: MunicipalityRequest
  lines: readonly HistoryLine[]
  /** What a line is about, when its kind does not say enough. */
  nameOf?: (line: HistoryLine) => string | null
  /** What stands below a line, such as taking it back. */
  below?: (line: HistoryLine) => ReactNode
}

/** Steps of a programme in the order given, each with its day, what changed, why, and whose it was. */
export function ProgrammeHistory({ request, lines, nameOf, below }: Props) {
  const { words, language } = request
  const w = words.programmeHistory
  return (
    <Timeline
      moments={lines.map((line) => ({
        key: String(line.id),
        date: line.on,
        when: w.date(line.on),
        body: (
          <>
            <p>
              {saidOf(request, line, nameOf?.(line) ?? null)}
              {line.undone && <span className="schakel-hint"> ({w.undone})</span>}
            </p>
            {line.text && (
              <p>
                <Original language={language}>{line.text}</Original>
              </p>
            )}
            {line.changes.flatMap((change) => {
              const said = changeSaid(request, change)
              return said === null
                ? []
                : [
                    <p key={change.field} className="schakel-small">
                      {said}
                    </p>,
                  ]
            })}
            {line.reason && (
              <p className="schakel-small">
                <Original language={language}>“{line.reason}”</Original>
              </p>
            )}
            <p className="schakel-hint">{byAndEntered(request, line)}</p>
            {below?.(line)}
          </>
        ),
      }))}
    />
  )
}

/** Whose step it was, and when it was entered unless that was the same day. */
function byAndEntered({ words: { programmeHistory: w } }: MunicipalityRequest, line: HistoryLine): string {
  const by = line.name ?? w.by[line.role] ?? line.role
  const entered = enteredLater(line)
  return entered ? `${by}, ${w.entered(entered)}` : by
}

/** "Actie 1.2 Meldpunt: veranderd". */
export function saidOf(
  { words }: MunicipalityRequest,
  { subject, step }: Pick<HistoryLine, 'subject' | 'step'>,
  name: string | null,
): string {
  const w = words.programmeHistory
  return `${w.subject[subject]}${name ? ` ${name}` : ''}: ${w.step[step] ?? w.step.change}`
}

/** One field that changed, in words; null for what only the program needs to know. */
function changeSaid({ words }: MunicipalityRequest, { field, from, to }: Change): string | null {
  const w = words.programmeHistory
  const label = w.field[field]
  if (!label) return null
  const [before, after] = [valueSaid(words, field, from), valueSaid(words, field, to)]
  if (before === undefined || after === undefined) return w.onlyField(label)
  if (before !== null && after !== null) return w.changed(label, before, after)
  if (after !== null) return w.set(label, after)
  return before === null ? null : w.cleared(label, before)
}

/** Undefined: a value that says nothing to people. */
function valueSaid(
  { programmeHistory: w, programme, programmePlan }: MunicipalityRequest['words'],
  field: string,
  value: unknown,
): string | null | undefined {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.length === 0 ? null : programme.list(value.map(String))
  if (field.endsWith('_id') || field === 'position' || field === 'kind') return undefined
  if (field.endsWith('_cents')) return w.euro(Number(value))
  if (field.endsWith('_on') || field === 'dated') return w.date(String(value))
  if (field === 'state') return w.state[String(value)] ?? undefined
  if (field === 'chance' || field === 'effect') {
    return programmePlan.action.level[value as keyof typeof programmePlan.action.level]
  }
  const text = String(value)
  return text.length > 120 ? undefined : `“${text}”`
}
