import { sql } from 'kysely'
import { appendMany } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { addDays, dayOf, type IsoDate } from '../days.ts'
import { accountOf } from './rows.ts'
import { placeIn } from './sealed-rows.ts'
import type { Phase } from './tables.ts'

/** Why something wants attention. */
export type Attention =
  | 'term'
  | 'safety-review'
  | 'appointment'
  | 'appointment-past'
  | 'question'
  | 'message'
  | 'share-ends'
  | 'share-over'
  | 'basis-ends'
  | 'residence-ends'
  | 'goal-due'
  | 'emergency'

/**
 * Something of one's own cases that wants attention: numbers, days and codes. `code` says more by its kind: the rule of a term, the kind
 * of an appointment, the purpose of a share or how it ended, of a question the identifier of its share, the law of a basis, the residence, the domain of a goal.
 */
export type ToDo = {
  kind: Attention
  number: string
  /** The row that it is about. */
  id: number
  /** The day it is for; of a question, a message or an emergency the day on which it came. */
  on: IsoDate
  /** Time of day, of an appointment. */
  time: Date | null
  code: string | null
  /** Since when: the day a term began, of the last safety review. */
  since: IsoDate | null
  /** Of a partner, who asks. */
  organisation: string | null
  /** What a partner asks of one's own case: the only free text here. */
  question: string | null
  version: number
}

export type Day = { items: ToDo[]; phases: { phase: Phase; count: number }[] }

type Row = Omit<ToDo, 'question'> & { trajectory_id: number; person_id: string | null; body: Buffer | null }

/** Questions of partners whose words are opened on one page; the others stand there without. */
const mostOpened = 25

/**
 * What wants attention in one's own cases up to and with seven days from today, by its day. One statement for all of it, whatever the
 * number of cases, one for the counts, and a key for each case of which a question is shown; that it was shown stands in the trail.
 */
export async function dayOfCare(ctx: CaseCtx): Promise<Day> {
  const today = dayOf(ctx.now)
  const { rows } = await everything(accountOf(ctx), today, addDays(today, 7)).execute(ctx.tx)
  const phases = await sql<{ phase: Phase; count: number }>`
    select phase, count(*)::int as count from (${mine(accountOf(ctx))}) mine group by phase`.execute(ctx.tx)
  const items = await withQuestions(ctx, rows)
  return { items, phases: phases.rows }
}

/** Cases that somebody works with, not those they entered in an emergency. */
const mine = (me: string) => sql`
  select trajectory.* from reintegration.trajectory trajectory
  where trajectory.state <> 'closed' and exists (
    select from reintegration.care_relation relation
    where relation.trajectory_id = trajectory.id and relation.account_id = ${me}
      and relation.from_at <= meta.clock() and (relation.until_at is null or relation.until_at > meta.clock()))`

const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Amsterdam')::date`

function everything(me: string, today: IsoDate, until: IsoDate) {
  return sql<Row>`
    with mine as materialized (${mine(me)}),
    found as (
      select 'term' as kind, trajectory_id, id, due_on as on, null::timestamptz as time, rule as code, started_on as since,
        null as organisation, null::bytea as body, version
      from reintegration.term where state = 'running' and due_on <= ${until}
      union all
      select 'safety-review', id, id, safety_review_on, null, null, safety_reviewed_on, null, null, version
      from mine where safety_review_on <= ${until}
      union all
      select 'residence-ends', id, id, residence_until, null, residence, null, null, null, version
      from mine where residence_until between ${today} and ${until}
      union all
      select case when at < meta.clock() then 'appointment-past' else 'appointment' end, trajectory_id, id, ${day('at')}, at,
        kind, null, null, null, version
      from reintegration.appointment where state = 'planned' and ${day('at')} <= ${until}
      union all
      select 'goal-due', trajectory_id, id, due_on, null, domain, null, null, null, version
      from reintegration.goal where state in ('accepted', 'active') and achievement <> 'full' and due_on <= ${until}
      union all
      select 'question', message.trajectory_id, message.id, ${day('message.at')}, null, share.id::text, null, organisation.name,
        message.body, 1
      from reintegration.share_message message
      join reintegration.share share on share.id = message.share_id and share.stopped_at is null
      join gate.organisation organisation on organisation.id = share.organisation_id
      join gate.account writer on writer.id = message.written_by and writer.kind = 'partner'
      where message.kind = 'question' and not exists (
        select from reintegration.share_message answer
        join gate.account answerer on answerer.id = answer.written_by and answerer.kind = 'staff'
        where answer.share_id = message.share_id and (answer.answers = message.id or answer.id > message.id))
      union all
      select 'message', message.trajectory_id, max(message.id), max(${day('message.at')}), null, null, null, null, null, 1
      from reintegration.message message
      join gate.account writer on writer.id = message.written_by and writer.kind = 'survivor'
      where message.read_at is null group by message.trajectory_id
      union all
      select 'share-ends', share.trajectory_id, share.id, ${day('share.until_at')}, null, share.purpose, null, organisation.name,
        null, 1
      from reintegration.share share join gate.organisation organisation on organisation.id = share.organisation_id
      where share.stopped_at is null and share.until_at > meta.clock() and ${day('share.until_at')} <= ${until}
      union all
      select 'share-over', share.trajectory_id, share.id, (coalesce(share.stopped_at, meta.clock()) at time zone 'Europe/Amsterdam')::date, null,
        case when share.stopped_at is null then 'completed' when basis.withdrawn_at is not null then 'withdrawn'
          when share.state = 'declined' then 'declined' else 'stopped-by-her' end, null, organisation.name, null, 1
      from reintegration.share share join gate.organisation organisation on organisation.id = share.organisation_id
      join reintegration.basis basis on basis.id = share.basis_id
      where share.seen_to_at is null and (share.stopped_at is not null or (share.state = 'completed' and share.until_at > meta.clock()))
      union all
      select 'basis-ends', trajectory_id, id, ${day('until_at')}, null, law, null, null, null, 1
      from reintegration.basis where purpose = 'care' and withdrawn_at is null and until_at > meta.clock()
        and ${day('until_at')} <= ${until}
      union all
      select 'emergency', trajectory_id, id, ${day('from_at')}, null, null, null, null, null, 1
      from reintegration.emergency
      where account_id <> ${me} and from_at <= meta.clock() and from_at > meta.clock() - interval '7 days'
    )
    select found.kind, found.trajectory_id, mine.number, mine.person_id, found.id, found.on::text as on, found.time, found.code,
      found.since::text as since, found.organisation, found.body, found.version
    from found join mine on mine.id = found.trajectory_id
    order by found.on, found.time nulls first, mine.id, found.id`
}

async function withQuestions(ctx: CaseCtx, rows: readonly Row[]): Promise<ToDo[]> {
  const asked = rows.filter(({ body }) => body !== null).slice(0, mostOpened)
  const keys = new Map<string, Awaited<ReturnType<CaseCtx['vault']['keyOf']>>>()
  for (const person of new Set(asked.map(({ person_id }) => person_id ?? ''))) {
    keys.set(person, await ctx.vault.keyOf(person))
  }
  const words = new Map(
    asked.map((row) => [
      row.id,
      row.body &&
        keys
          .get(row.person_id ?? '')
          ?.openText(placeIn('reintegration.share_message', row.id, 'body'), row.body),
    ]),
  )
  await appendMany(
    ctx,
    [...new Set(asked.map(({ trajectory_id }) => trajectory_id))]
      .sort((one, other) => one - other)
      .map((trajectory) => ({
        event: 'question.read',
        action: 'R' as const,
        purpose: 'care' as const,
        trajectory,
        parts: {
          message: asked.filter((row) => row.trajectory_id === trajectory).map(({ id }) => id),
        },
      })),
  )
  return rows.map(({ trajectory_id: _, person_id: __, body, ...row }) => ({
    ...row,
    question: (body && words.get(row.id)) || null,
  }))
}
