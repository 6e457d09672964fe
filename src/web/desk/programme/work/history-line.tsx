import type { HistoryLine } from '../../../../programme/index.ts'
import { capitalise } from '../../../../words/format.ts'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'

/** One step of something in a programme: what was done, by whom, what changed and why. */
export function HistoryStep({ request, line }: { request: DeskRequest; line: HistoryLine }) {
  const { words, language } = request
  const w = words.programmeWork
  const shown = line.changes.filter(({ field }) => field in w.fields && field !== 'state')
  return (
    <>
      {capitalise(w.steps[line.step] ?? line.step)}
      {`, ${whoOf(request, line)}`}
      {line.undone && ` (${w.takenBack})`}
      {'. '}
      {shown
        .filter(() => line.step === 'change')
        .map(({ field, from, to }) => (
          <span key={field}>
            {capitalise(w.changed(w.fields[field]!, shownValue(request, from), shownValue(request, to)))}
            {'. '}
          </span>
        ))}
      {line.reason && <Original language={language}>{line.reason}</Original>}
      {line.text && <Original language={language}>{line.text}</Original>}
    </>
  )
}

/** A member of the college by name, an official by role only. */
export function whoOf({ words }: DeskRequest, { role, name }: Pick<HistoryLine, 'role' | 'name'>): string {
  if (name) return name
  const roles: Record<string, string> = words.shell.roles
  return (roles[role] ?? words.programmeWork.by[role] ?? role).toLowerCase()
}

const shownValue = ({ words }: DeskRequest, value: unknown): string =>
  typeof value === 'string'
    ? /^\d{4}-\d\d-\d\d$/.test(value)
      ? words.programme.date(value)
      : value
    : words.programmeWork.problem.nothing
