import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { mailableAccounts } from '../../identity/index.ts'
import type { Fallen } from '../life/facts.ts'
import { decidersOf, loadWithdrawn } from '../life/withdrawn.ts'
import { motionsOf } from './events.ts'
import { queueMail } from './queue-mail.ts'

export type FallenMatter = Fallen & { id: number; text: string }

/**
 * Tells whoever decided that what their settlement rests on was taken back: the account that entered the decision, and of the college also
 * the portfolio holder; the clerks where nobody of these can be reached. One mail for each person and motion; safe to repeat.
 * @returns how many mails were made
 */
export async function tellFallen(ctx: Ctx): Promise<number> {
  const { municipality } = ctx.actor
  const { rows } = await sql<{
    id: number
    motion: number
    decision_id: number
    proposal_id: number | null
    body: 'college' | 'council'
    text: string
    holders: string[]
  }>`
    select matter.id, matter.motion_id as motion, matter.decision_id, matter.proposal_id, decision.body,
      coalesce(part.text, request.text) as text,
      array(select account.account_id from council.person_account account
        where account.municipality = matter.municipality and account.person_id = matter.portfolio_holder_id
          and decision.body = 'college') as holders
    from council.matter matter
    join council.settlement_decision decision
      on decision.municipality = matter.municipality and decision.id = matter.decision_id
    join council.request request on request.municipality = matter.municipality and request.id = matter.request_id
    left join council.request_part part on part.municipality = matter.municipality and part.id = matter.part_id
    where matter.municipality = ${municipality} and matter.state = 'settled' and matter.aside_for is null and exists (
      select from council.fallen_settlement_evidence fallen
      where fallen.municipality = decision.municipality and fallen.proposal_id = decision.proposal_id)
    order by matter.id`.execute(ctx.tx)
  if (rows.length === 0) return 0
  const fallen = await loadWithdrawn(ctx, rows)
  const deciders = await decidersOf(
    ctx,
    rows.map((row) => row.id),
  )
  const accounts = new Map((await mailableAccounts(ctx)).map((one) => [one.account, one]))
  const clerks = [...accounts.values()].filter(({ roles }) => roles.includes('clerk'))
  const motions = await motionsOf(ctx, [...new Set(rows.map((row) => row.motion))])
  const told = new Map<
    string,
    { account: string; motion: number; body: 'college' | 'council'; matters: FallenMatter[] }
  >()
  for (const { id, motion, body, text, holders } of rows) {
    const why = fallen.get(id)
    if (!why || !motions.has(motion)) continue
    const wanted = [deciders.get(id)?.account, ...holders].filter(
      (account) => account != null && accounts.has(account),
    )
    const { cause, on, reason } = why
    for (const account of new Set(wanted.length > 0 ? wanted : clerks.map((clerk) => clerk.account))) {
      const key = `${account} ${motion} ${body}`
      const mail = told.get(key) ?? { account: account!, motion, body, matters: [] }
      mail.matters.push({ id, text, cause, on, reason })
      told.set(key, mail)
    }
  }
  return queueMail(
    ctx,
    [...told.values()].map(({ account, motion, body, matters }) => ({
      key: `fallen ${account} ${motion} ${matters.map(({ id, on, cause }) => `${id}@${on}:${cause}`).join(' ')}`,
      to: { account },
      language: 'nl' as const,
      facts: {
        kind: 'fallen' as const,
        name: accounts.get(account)!.name,
        motion: motions.get(motion)!,
        body,
        matters,
      },
    })),
  )
}
