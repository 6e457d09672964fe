import { sql } from 'kysely'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { mailableAccounts } from '../../identity/index.ts'
import type { IsoDate } from '../read/reading.ts'
import { motionsOf } from './events.ts'
import type { ReminderItem, ReminderStage } from './mail.ts'
import { queueMail } from './queue-mail.ts'
import { programmeOwedTo } from './remind-programme.ts'
import type { WatchSettings } from './settings.ts'
import { holdWatchDay, noteWatchDay } from './watch-day.ts'

type Rules = Pick<WatchSettings, 'reminderDaysBefore' | 'reminderRepeatDays'>

/** The days after `after`, up to and including `until`, on which owners are reminded of a term; oldest first. Pure. */
export function reminderDays(
  term: IsoDate,
  days: { after: IsoDate; until: IsoDate },
  rules: Rules,
): { on: IsoDate; stage: ReminderStage }[] {
  const due: { on: IsoDate; stage: ReminderStage }[] = []
  const add = (on: IsoDate, stage: ReminderStage) => {
    if (on > days.after && on <= days.until) due.push({ on, stage })
  }
  add(addDays(term, -rules.reminderDaysBefore), 'before')
  const first = addDays(term, 1)
  const passed = (Date.parse(days.after) - Date.parse(first)) / 86_400_000
  for (let n = Math.max(0, Math.floor(passed / rules.reminderRepeatDays)); ; n += 1) {
    const on = addDays(first, n * rules.reminderRepeatDays)
    if (on > days.until) break
    add(on, 'passed')
  }
  return due
}

/**
 * Reminds whoever answers for a matter of its term, for the matters of a commitment of its day, and for an action of the programme of
 * its last day and its milestones: some days before, on the day after, and then every few weeks while it is not settled. One mail for
 * each person; of what was owed more than once, the newest. What was owed on days of being down is told once. In one transaction; safe
 * to repeat and to run twice at once.
 * @returns how many mails were made
 */
export async function remindOwners(ctx: Ctx, input: { today: IsoDate; settings: Rules }): Promise<number> {
  const { today, settings } = input
  const after = await holdWatchDay(ctx, 'remind-owners', addDays(today, -1))
  if (after >= today) return 0
  const staff = (await mailableAccounts(ctx)).filter(({ roles }) =>
    roles.some((role) => role !== 'councillor'),
  )
  const accounts = new Map(staff.map((one) => [one.account, one]))
  const until = addDays(today, settings.reminderDaysBefore)
  const rows = await owedTo(ctx, until)
  const motions = await motionsOf(ctx, [...new Set(rows.flatMap((row) => row.motions))])
  const byAccount = new Map<string, ReminderItem[]>()
  const add = (account: string, due: IsoDate, item: (reminded: Reminded) => ReminderItem) => {
    const newest = reminderDays(due, { after, until: today }, settings).at(-1)
    if (!newest || !accounts.has(account)) return
    const one = item({ due, stage: newest.stage, owedOn: newest.on })
    byAccount.set(account, [...(byAccount.get(account) ?? []), one])
  }
  for (const { account, about, id, text, due, motions: of } of rows) {
    const named = of.flatMap((motion) => motions.get(motion) ?? [])
    add(account, due, (reminded) => ({ about, id, text, motions: named, ...reminded }))
  }
  for (const { account, about, id, text, due, programme, action } of await programmeOwedTo(ctx, until)) {
    add(account, due, (reminded) => ({ about, id, text, programme, action, ...reminded }))
  }
  await noteWatchDay(ctx, 'remind-owners', today)
  return queueMail(
    ctx,
    [...byAccount].map(([account, items]) => ({
      key: `reminder ${account} ${today}`,
      to: { account },
      language: 'nl' as const,
      facts: { kind: 'reminder' as const, name: accounts.get(account)!.name, items },
    })),
  )
}

type Reminded = Pick<ReminderItem, 'due' | 'stage' | 'owedOn'>
type Owed = {
  account: string
  about: 'matter' | 'commitment'
  id: number
  text: string
  motions: number[]
  due: IsoDate
}

/** Everything unsettled with a day up to `until`, for each account that answers for it: the official, and the portfolio holder's own. */
async function owedTo(ctx: Ctx, until: IsoDate): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    with owner as (
      select matter.id, matter.motion_id, official.account_id as account
      from council.matter matter
      join council.matter_official official
        on official.municipality = matter.municipality and official.matter_id = matter.id
      where matter.municipality = ${ctx.actor.municipality} and official.account_id is not null
        and matter.aside_for is null and matter.state in ('open', 'in-progress', 'reopened')
      union
      select matter.id, matter.motion_id, account.account_id
      from council.matter matter
      join council.person_account account
        on account.municipality = matter.municipality and account.person_id = matter.portfolio_holder_id
      where matter.municipality = ${ctx.actor.municipality} and matter.aside_for is null
        and matter.state in ('open', 'in-progress', 'reopened'))
    select owner.account, 'matter' as about, matter.id, coalesce(part.text, request.text) as text,
      array[matter.motion_id] as motions, matter.term_not_after as due
    from owner
    join council.matter matter on matter.municipality = ${ctx.actor.municipality} and matter.id = owner.id
    join council.request request on request.municipality = matter.municipality and request.id = matter.request_id
    left join council.request_part part on part.municipality = matter.municipality and part.id = matter.part_id
    where matter.term_not_after <= ${until}
    union all
    select owner.account, 'commitment', commitment.id, commitment.text,
      array_agg(distinct owner.motion_id order by owner.motion_id),
      coalesce(commitment.extended_to, commitment.due_not_after, commitment.check_on)
    from council.commitment commitment
    join council.commitment_motion link
      on link.municipality = commitment.municipality and link.commitment_id = commitment.id
    join owner on owner.motion_id = link.motion_id
    where commitment.municipality = ${ctx.actor.municipality} and commitment.state in ('open', 'late')
      and coalesce(commitment.extended_to, commitment.due_not_after, commitment.check_on) <= ${until}
    group by owner.account, commitment.municipality, commitment.id
    order by due, about desc, id`.execute(ctx.tx)
  return rows
}
