import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { mailableAccounts } from '../../identity/index.ts'
import type { Fallen } from '../life/facts.ts'
import { motionsOf } from './events.ts'
import type { FallenCommitment } from './mail.ts'
import { queueMail } from './queue-mail.ts'
import { fallenPiece, notToldYet } from './told-fallen.ts'

/**
 * Tells whoever noted that a commitment was kept that what showed it was taken back; the clerks where that person cannot be reached.
 * Everybody is told once of each piece of evidence; one mail for each. Safe to repeat.
 * @returns how many mails were made
 */
export async function tellFallenKept(ctx: Ctx): Promise<number> {
  const { municipality } = ctx.actor
  const { rows } = await sql<
    { id: number; text: string; account: string | null; motions: number[]; what: string } & Fallen
  >`
    select commitment.id, commitment.text, detail.actor_id as account, fallen.cause, fallen.moved_on as on, fallen.reason,
      ${fallenPiece('commitment', 'fallen.history_id')} as what,
      array(select link.motion_id from council.commitment_motion link
        where link.municipality = commitment.municipality and link.commitment_id = commitment.id order by link.motion_id) as motions
    from council.commitment commitment
    join council.commitment_history step
      on step.municipality = commitment.municipality and step.commitment_id = commitment.id
    join council.commitment_history_detail detail
      on detail.municipality = step.municipality and detail.history_id = step.id
    join council.fallen_commitment_evidence fallen
      on fallen.municipality = step.municipality and fallen.history_id = step.id
    join council.commitment_evidence evidence
      on evidence.municipality = fallen.municipality and evidence.history_id = fallen.history_id
        and evidence.position = fallen.position
    where commitment.municipality = ${municipality} and commitment.state in ('kept', 'partly-kept')
      and step.step in ('keep', 'keep-partly') and not exists (
        select from council.commitment_history undo
        where undo.municipality = step.municipality and undo.undoes = step.id)
    order by commitment.id, fallen.moved_on, fallen.position`.execute(ctx.tx)
  if (rows.length === 0) return 0
  const accounts = new Map((await mailableAccounts(ctx)).map((one) => [one.account, one]))
  const clerks = [...accounts.values()]
    .filter(({ roles }) => roles.includes('clerk'))
    .map((one) => one.account)
  const motions = await motionsOf(ctx, [...new Set(rows.flatMap((row) => row.motions))])
  const pieces = rows.flatMap((row) =>
    (row.account !== null && accounts.has(row.account) ? [row.account] : clerks).map((account) => ({
      ...row,
      account,
    })),
  )
  // Two passages of one letter fall for the same reason: one mail.
  const fresh = Map.groupBy(
    await notToldYet(ctx, pieces),
    ({ account, id, cause, on, reason }) => `${account} ${id} ${cause} ${on} ${reason}`,
  )
  return queueMail(
    ctx,
    [...fresh.values()].map((own) => {
      const { account, id, text, cause, on, reason, motions: ids } = own[0]!
      const commitment: FallenCommitment = {
        ...{ id, text, cause, on, reason },
        motions: ids.flatMap((one) => motions.get(one) ?? []),
      }
      return {
        key: `fallen-kept ${account} ${own.map(({ what }) => what).join(', ')}`,
        to: { account },
        language: 'nl' as const,
        facts: { kind: 'fallen' as const, name: accounts.get(account)!.name, commitment },
      }
    }),
  )
}
