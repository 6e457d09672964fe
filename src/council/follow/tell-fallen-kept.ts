import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { mailableAccounts } from '../../identity/index.ts'
import type { Fallen } from '../life/facts.ts'
import { motionsOf } from './events.ts'
import type { FallenCommitment } from './mail.ts'
import { queueMail } from './queue-mail.ts'

/**
 * Tells whoever noted that a commitment was kept that what showed it was taken back; the clerks where that person cannot be reached. One
 * mail for each person and commitment; safe to repeat.
 * @returns how many mails were made
 */
export async function tellFallenKept(ctx: Ctx): Promise<number> {
  const { municipality } = ctx.actor
  const { rows } = await sql<
    { id: number; text: string; account: string | null; motions: number[] } & Fallen
  >`
    select distinct on (commitment.id, detail.actor_id)
      commitment.id, commitment.text, detail.actor_id as account, fallen.cause, fallen.moved_on as on, fallen.reason,
      array(select link.motion_id from council.commitment_motion link
        where link.municipality = commitment.municipality and link.commitment_id = commitment.id order by link.motion_id) as motions
    from council.commitment commitment
    join council.commitment_history step
      on step.municipality = commitment.municipality and step.commitment_id = commitment.id
    join council.commitment_history_detail detail
      on detail.municipality = step.municipality and detail.history_id = step.id
    join council.fallen_commitment_evidence fallen
      on fallen.municipality = step.municipality and fallen.history_id = step.id
    where commitment.municipality = ${municipality} and commitment.state in ('kept', 'partly-kept')
      and step.step in ('keep', 'keep-partly') and not exists (
        select from council.commitment_history undo
        where undo.municipality = step.municipality and undo.undoes = step.id)
    order by commitment.id, detail.actor_id, fallen.moved_on`.execute(ctx.tx)
  if (rows.length === 0) return 0
  const accounts = new Map((await mailableAccounts(ctx)).map((one) => [one.account, one]))
  const clerks = [...accounts.values()]
    .filter(({ roles }) => roles.includes('clerk'))
    .map((one) => one.account)
  const motions = await motionsOf(ctx, [...new Set(rows.flatMap((row) => row.motions))])
  const mails = rows.flatMap(({ account, motions: ids, ...fallen }) => {
    const commitment: FallenCommitment = { ...fallen, motions: ids.flatMap((id) => motions.get(id) ?? []) }
    const to = account !== null && accounts.has(account) ? [account] : clerks
    return to.map((one) => ({
      key: `fallen-kept ${one} ${fallen.id}@${fallen.on}:${fallen.cause}`,
      to: { account: one },
      language: 'nl' as const,
      facts: { kind: 'fallen' as const, name: accounts.get(one)!.name, commitment },
    }))
  })
  return queueMail(ctx, mails)
}
