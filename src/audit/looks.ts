/** Who looked at a case, when and why: for her own page and for whoever works with her. */
import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import type { Action, Purpose } from './line.ts'
import { dayIn } from './review/local-time.ts'

export type Look = {
  at: Date
  account_id: string
  kind: 'staff' | 'partner'
  /** The organisation that a partner acted for. */
  organisation_id: string | null
  roles: string[]
  event: string
  action: Action
  purpose: Purpose
  emergency: boolean
}

/** In plain codes; each has its sentence on the page. `place`: where she is was opened. */
export type Deed = 'read' | 'place' | 'wrote' | 'took-out'

/** What one person did with her file on one day, for one reason. */
export type DayOfLooks = {
  /** YYYY-MM-DD, in the Netherlands. */
  day: string
  firstAt: Date
  lastAt: Date
  accountId: string
  kind: Look['kind']
  organisationId: string | null
  roles: string[]
  purpose: Purpose
  emergency: boolean
  deeds: Deed[]
  lines: number
}

/** Who looked at a case, newest first: for staff whose case it is. Empty for others. */
export async function whoLooked(ctx: CaseCtx, trajectoryId: number): Promise<DayOfLooks[]> {
  const { rows } = await sql<Look>`select * from audit.who_looked(${trajectoryId})`.execute(ctx.tx)
  return byDay(rows)
}

/** Who looked at her own file, newest first: for the person whose case it is. */
export async function lookedAtMine(ctx: CaseCtx): Promise<DayOfLooks[]> {
  const { rows } = await sql<Look>`select * from audit.looked()`.execute(ctx.tx)
  return byDay(rows)
}

/** One entry for a person, day and reason. Pure. */
export function byDay(looks: readonly Look[]): DayOfLooks[] {
  const entries = new Map<string, DayOfLooks>()
  for (const { at, account_id, kind, organisation_id, roles, event, action, purpose, emergency } of looks) {
    const day = dayIn(at)
    const key = [day, account_id, purpose, emergency].join(' ')
    const deed = deedOf(event, action)
    const entry = entries.get(key)
    if (!entry) {
      entries.set(key, {
        day,
        firstAt: at,
        lastAt: at,
        accountId: account_id,
        kind,
        organisationId: organisation_id,
        roles,
        purpose,
        emergency,
        deeds: [deed],
        lines: 1,
      })
      continue
    }
    if (at < entry.firstAt) entry.firstAt = at
    if (at > entry.lastAt) entry.lastAt = at
    if (!entry.deeds.includes(deed)) entry.deeds.push(deed)
    entry.lines++
  }
  return [...entries.values()].sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime())
}

function deedOf(event: string, action: Action): Deed {
  if (event === 'location.opened') return 'place'
  if (/\.(exported|printed|downloaded)$/.test(event)) return 'took-out'
  return action === 'R' || action === 'E' ? 'read' : 'wrote'
}
