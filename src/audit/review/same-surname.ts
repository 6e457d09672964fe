import { sql } from 'kysely'
import type { CaseCtx } from '../../case-ctx.ts'
import type { SameAs } from './raise-alerts.ts'

/** Parts of a name that could be its surname: what comes after initials, or else after one or more given names. Pure. */
export function surnamesIn(name: string): string[] {
  const words = name.trim().split(/\s+/)
  const initials = words.findLastIndex((word) => /^(\p{L}\.)+$/u.test(word) || /^\p{Lu}$/u.test(word))
  if (initials >= 0) return words.length > initials + 1 ? [words.slice(initials + 1).join(' ')] : []
  return words.slice(1).map((_, at) => words.slice(at + 1).join(' '))
}

/** Whose name has her surname, compared by the blind index of the vault: nobody learns hers. As the login of the keeper. */
export function bySurname(ctx: CaseCtx, names: ReadonlyMap<string, string>): SameAs {
  return async (pairs) => {
    const asked = pairs.flatMap((pair) =>
      surnamesIn(names.get(pair.account) ?? '').map((surname) => ({
        pair,
        index: ctx.vault.blind('surname', surname),
      })),
    )
    if (asked.length === 0) return []
    const { rows } = await sql<{ place: number }>`
      select place from audit.same_surname(${asked.map(({ pair }) => pair.trajectoryId)}::bigint[],
        ${asked.map(({ index }) => index)}::bytea[])`.execute(ctx.tx)
    return rows.map(({ place }) => ({ ...asked[place - 1]!.pair, field: 'surname' as const }))
  }
}
