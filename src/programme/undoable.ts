import type { HistoryLine } from './tree.ts'
import { type PlannedSubject, plannedSubjects } from './undo-plan-step.ts'

/** What undoing a step needs. */
export type Undoable = { subject: PlannedSubject; id: number; version: number }

/** Decisions stand; reports, milestones and places have doors of their own. */
const stands: readonly string[] = ['adopt', 'amend', 'succeed', 'end', 'report']

/** Of each thing in the plan, its last step that still stands, by the id of the line: `undoPlanStep` takes it back. Pure. */
export function undoableSteps(lines: readonly HistoryLine[]): Map<number, Undoable> {
  const found = new Map<number, Undoable>()
  for (const [, own] of Map.groupBy(lines, ({ subject, of }) => `${subject} ${of}`)) {
    const ordered = own.toSorted((a, b) => a.id - b.id)
    const version = Math.max(...ordered.map((line) => line.version))
    const last = ordered.findLast(({ step, undone }) => step !== 'undo' && step !== 'destroy' && !undone)
    if (!last || !(plannedSubjects as readonly string[]).includes(last.subject) || stands.includes(last.step))
      continue
    if (last.subject === 'pillar' && last.step === 'move') continue
    found.set(last.id, { subject: last.subject as PlannedSubject, id: last.of, version })
  }
  return found
}
