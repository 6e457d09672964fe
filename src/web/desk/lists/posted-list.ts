import type { CouncilList, LineChoice, LineMark } from '../../../council/index.ts'
import { lineChoices } from '../../../council/index.ts'

/** What the buttons of a list do. */
export type ListAction =
  | { does: 'save' | 'decide' | 'refill' | 'close' | 'reopen' }
  | { does: 'remove'; position: number }
export type PostedList = { version: number; marks: LineMark[]; action: ListAction }

export const choiceName = (position: number) => `line/${position}/choice`
export const reasonName = (position: number) => `line/${position}/reason`

/** Reads the posted form of a list; a line whose choice the browser did not send counts as not dealt with. */
export function readList(form: FormData): PostedList {
  const positions = new Set<number>()
  for (const key of form.keys()) {
    const found = /^line\/([1-9]\d{0,4})\/(?:choice|reason)$/.exec(key)
    if (found) positions.add(Number(found[1]))
  }
  return {
    version: Number(textOf(form, 'version')) || 0,
    marks: [...positions].map((position) => ({
      position,
      choice: choiceOf(textOf(form, choiceName(position))),
      reason: textOf(form, reasonName(position)).trim() || null,
    })),
    action: actionOf(textOf(form, 'do')),
  }
}

function actionOf(typed: string): ListAction {
  const remove = /^remove:([1-9]\d{0,4})$/.exec(typed)
  if (remove) return { does: 'remove', position: Number(remove[1]) }
  return typed === 'decide' || typed === 'refill' || typed === 'close' || typed === 'reopen'
    ? { does: typed }
    : { does: 'save' }
}

const choiceOf = (typed: string): LineChoice | null => lineChoices.find((one) => one === typed) ?? null

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Lines that somebody else marked differently from what this form says. Pure. */
export function otherMarks(
  list: Pick<CouncilList, 'lines'>,
  marks: readonly LineMark[],
): CouncilList['lines'] {
  return list.lines.filter((line) => {
    const mine = marks.find((one) => one.position === line.position)
    if (!mine) return false
    return line.done !== null || line.choice !== mine.choice || (line.reason ?? '') !== (mine.reason ?? '')
  })
}
