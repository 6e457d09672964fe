import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { mailableAccounts } from '../../identity/index.ts'
import type { Fallen } from '../life/facts.ts'
import { decidersOf } from '../life/withdrawn.ts'
import { motionsOf } from './events.ts'
import { queueMail } from './queue-mail.ts'
import { fallenPiece, notToldYet } from './told-fallen.ts'

export type FallenMatter = Fallen & { id: number; text: string }

/**
 * Tells whoever decided that what their settlement rests on was taken back: the account that entered the decision, and of the college also
 * the portfolio holder; the clerks where nobody of these can be reached. Everybody is told once of each piece of evidence under each
 * matter; what is new is one mail for each person and motion. Safe to repeat.
 * @returns how many mails were made
 */
export async function tellFallen(ctx: Ctx): Promise<number> {
  const { municipality } = ctx.actor
  const { rows } = await sql<
    {
      id: number
      motion: number
      body: 'college' | 'council'
      text: string
      holders: string[]
      what: string
    } & Fallen
  >`
    select matter.id, matter.motion_id as motion, decision.body, coalesce(part.text, request.text) as text,
      fallen.cause, fallen.moved_on as on, fallen.reason, ${fallenPiece('matter', 'fallen.proposal_id')} as what,
      array(select account.account_id from council.person_account account
        where account.municipality = matter.municipality and account.person_id = matter.portfolio_holder_id
          and decision.body = 'college') as holders
    from council.matter matter
    join council.settlement_decision decision
      on decision.municipality = matter.municipality and decision.id = matter.decision_id
    join council.fallen_settlement_evidence fallen
      on fallen.municipality = decision.municipality and fallen.proposal_id = decision.proposal_id
    join council.settlement_evidence evidence
      on evidence.municipality = fallen.municipality and evidence.proposal_id = fallen.proposal_id
        and evidence.position = fallen.position
    join council.request request on request.municipality = matter.municipality and request.id = matter.request_id
    left join council.request_part part on part.municipality = matter.municipality and part.id = matter.part_id
    where matter.municipality = ${municipality} and matter.state = 'settled' and matter.aside_for is null
    order by matter.id, fallen.moved_on, fallen.position`.execute(ctx.tx)
  if (rows.length === 0) return 0
  const deciders = await decidersOf(
    ctx,
    rows.map((row) => row.id),
  )
  const accounts = new Map((await mailableAccounts(ctx)).map((one) => [one.account, one]))
  const clerks = [...accounts.values()].filter(({ roles }) => roles.includes('clerk'))
  const motions = await motionsOf(ctx, [...new Set(rows.map((row) => row.motion))])
  const pieces = rows.flatMap(({ id, holders, ...row }) => {
    if (!motions.has(row.motion)) return []
    const wanted = [deciders.get(id)?.account, ...holders].flatMap((account) =>
      account != null && accounts.has(account) ? [account] : [],
    )
    const to = new Set(wanted.length > 0 ? wanted : clerks.map((clerk) => clerk.account))
    return [...to].map((account) => ({ ...row, id, account }))
  })
  const fresh = Map.groupBy(
    await notToldYet(ctx, pieces),
    ({ account, motion, body }) => `${account} ${motion} ${body}`,
  )
  return queueMail(
    ctx,
    [...fresh].map(([whom, own]) => {
      const { account, motion, body } = own[0]!
      return {
        key: `fallen ${whom} ${own.map(({ what }) => what).join(', ')}`,
        to: { account },
        language: 'nl' as const,
        facts: {
          kind: 'fallen' as const,
          name: accounts.get(account)!.name,
          motion: motions.get(motion)!,
          body,
          matters: differing(own.map(({ id, text, cause, on, reason }) => ({ id, text, cause, on, reason }))),
        },
      }
    }),
  )
}

/** Two passages of one letter fall for the same reason: said once. */
const differing = (matters: readonly FallenMatter[]): FallenMatter[] => [
  ...new Map(matters.map((one) => [JSON.stringify(one), one])).values(),
]
