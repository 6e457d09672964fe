/** Readings that are out of the ordinary, for a privacy officer to look at. None says that somebody did wrong. Pure. */

import type { ReviewLimits } from './review/limits.ts'
import { dayIn, hourIn } from './review/local-time.ts'

/** What somebody of the staff did with a case. */
export type Reading = {
  stream: string
  seq: number
  at: Date
  account: string
  trajectoryId: number
  municipality: string | null
}

export type Period = { from: Date; until: Date | null }
export type SameField = 'surname' | 'address'

export type AlertFacts = {
  /** When the reader worked with her. */
  relations(account: string, trajectoryId: number): readonly Period[]
  /** Whether the reader has the same one as she; by blind indexes, so nobody learns which. */
  same(account: string, trajectoryId: number, field: SameField): boolean
}

export const alertRules = [
  'no-relation',
  'brief-relation',
  'same-surname',
  'same-address',
  'burst',
  'night',
] as const
export type AlertRule = (typeof alertRules)[number]
export type Alert = { rule: AlertRule; reading: Reading }

/**
 * What stands out in readings of whole days. Each rule names a reader once a day and case, at the first line it is true of; a burst
 * once a day, at the line that made it one. The same readings always give the same alerts.
 */
export function alertsIn(readings: readonly Reading[], facts: AlertFacts, limits: ReviewLimits): Alert[] {
  const sorted = [...readings].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() || (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.seq - b.seq),
  )
  const told = new Set<string>()
  const alerts: Alert[] = []
  const recent = new Map<string, Reading[]>()
  const tell = (rule: AlertRule, reading: Reading, once: string | number) => {
    const key = `${rule} ${reading.account} ${dayIn(reading.at)} ${once}`
    if (told.has(key)) return
    told.add(key)
    alerts.push({ rule, reading })
  }
  for (const reading of sorted) {
    const { account, trajectoryId, at } = reading
    for (const rule of rulesOf(reading, facts, limits)) tell(rule, reading, trajectoryId)
    const since = at.getTime() - limits.burstMinutes * 60_000
    const lately = [...(recent.get(account) ?? []).filter((one) => one.at.getTime() > since), reading]
    recent.set(account, lately)
    if (new Set(lately.map((one) => one.trajectoryId)).size >= limits.burstCases) tell('burst', reading, '')
  }
  return alerts
}

function rulesOf(
  { account, trajectoryId, at }: Reading,
  facts: AlertFacts,
  limits: ReviewLimits,
): AlertRule[] {
  const rules: AlertRule[] = []
  const then = facts
    .relations(account, trajectoryId)
    .filter(({ from, until }) => from <= at && (until === null || until > at))
  if (then.length === 0) rules.push('no-relation')
  else if (
    then.every(({ from, until }) => until && until.getTime() - from.getTime() < limits.briefHours * 3_600_000)
  )
    rules.push('brief-relation')
  if (facts.same(account, trajectoryId, 'surname')) rules.push('same-surname')
  if (facts.same(account, trajectoryId, 'address')) rules.push('same-address')
  const hour = hourIn(at)
  if (hour >= limits.nightFrom && hour < limits.nightUntil) rules.push('night')
  return rules
}
