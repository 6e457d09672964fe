import type { AttentionItem, AttentionReason, AttentionStep } from '../../../council/index.ts'

/** Rows on one page of the day. */
export const perPage = 25

/** What stands under one heading, in the order in which `attention` sorts. */
export const dayGroups = {
  now: ['commitment-late', 'reopened', 'evidence-withdrawn', 'objected', 'decision-due', 'term-passed'],
  answer: ['claim-waits', 'evidence-offered', 'milestone-reached', 'check-date-needed'],
  soon: ['commitment-near', 'term-near'],
  complete: ['term-undated', 'owner-needed', 'proposal-held', 'text-needed'],
} as const satisfies Record<string, readonly AttentionReason[]>
export type DayGroup = keyof typeof dayGroups

export const groupOf = (reason: AttentionReason): DayGroup =>
  (Object.keys(dayGroups) as DayGroup[]).find((group) =>
    (dayGroups[group] as readonly AttentionReason[]).includes(reason),
  )!

/** Rows under their headings, in their own order; a heading without rows is left out. */
export function inGroups<T extends Pick<AttentionItem, 'reason'>>(items: readonly T[]): [DayGroup, T[]][] {
  const found = new Map<DayGroup, T[]>()
  for (const item of items) {
    const group = groupOf(item.reason)
    found.set(group, [...(found.get(group) ?? []), item])
  }
  return [...found]
}

/** What stands first in a row: how late, how soon, since when, or nothing where no day says anything. */
export type When = { kind: 'late' | 'soon' | 'since' | 'today'; on: string } | null
const turnsOnDay: readonly AttentionReason[] = [
  'commitment-late',
  'term-passed',
  'commitment-near',
  'term-near',
]

export function whenOf({ reason, on }: Pick<AttentionItem, 'reason' | 'on'>, today: string): When {
  if (on === null || reason === 'text-needed') return null
  if (on === today) return { kind: 'today', on }
  if (on > today) return { kind: 'soon', on }
  return { kind: turnsOnDay.includes(reason) ? 'late' : 'since', on }
}

/** A step that needs nothing to be filled in is taken in the row itself. */
export const takenInRow = (step: AttentionStep): step is 'start' => step === 'start'

/** What the address of the day asks for: `?reden=term-passed&wethouder=4&bladzijde=2`. */
export type DayQuery = { reason: AttentionReason | null; holder: number | null; page: number }

export function readDayQuery(query: URLSearchParams): DayQuery {
  const number = (name: string) => {
    const text = query.get(name) ?? ''
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
  }
  const asked = query.get('reden')
  const all: readonly AttentionReason[] = Object.values(dayGroups).flat()
  return {
    reason: all.find((one) => one === asked) ?? null,
    holder: number('wethouder'),
    page: number('bladzijde') ?? 1,
  }
}

export function writeDayQuery({ reason, holder, page }: DayQuery): string {
  const query = new URLSearchParams()
  if (reason) query.set('reden', reason)
  if (holder) query.set('wethouder', String(holder))
  if (page > 1) query.set('bladzijde', String(page))
  return query.size > 0 ? `?${query}` : ''
}

/** What was done in a row of the day, and can be undone: `12.5` is matter 12, as it stood at version 5 after the step. */
export type Done = { matter: number; version: number }
export function readDone(query: URLSearchParams): Done | null {
  const found = /^([1-9]\d{0,8})\.(\d{1,9})$/.exec(query.get('gestart') ?? '')
  return found ? { matter: Number(found[1]), version: Number(found[2]) } : null
}
