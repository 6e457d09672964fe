import { recordMany } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { byWhom } from '../by-whom.ts'
import { roleOf } from '../life/moving.ts'
import { type LifeSettings, lifeSettingsOn } from '../life/settings.ts'
import type { MatterRow } from '../life/step-matter.ts'
import { matterTerm } from '../life/term.ts'
import type { Sitting } from '../people.ts'
import type { IsoDate } from '../read/reading.ts'
import { toJson } from '../save-reading.ts'
import type { ReadRow } from './fields.ts'
import type { ImportMapping } from './mapping.ts'
import { holderAmong } from './read-rows.ts'
import { matterBefore, settleImported, settlementOf } from './settle-imported.ts'

type Numbered = { row: ReadRow; id: number }

/** The words of a term that only the column of a list gives. */
const ofOldRegister = 'Volgens het oude register'

/**
 * Writes what imported motions ask and begins to follow what was adopted, as `beginFollowing` does one by one: a request, a matter with
 * its term, its owner and its history; then settles what the list says is settled.
 */
export async function followImported(
  ctx: Ctx,
  motions: readonly Numbered[],
  people: readonly Sitting[],
  mapping: ImportMapping,
): Promise<void> {
  const asking = motions.filter(({ row }) => row.fields.request !== '')
  if (asking.length === 0) return
  const { municipality } = ctx.actor
  const requests = await ctx.tx
    .insertInto('council.request')
    .values(
      asking.map(({ row, id }) => ({
        municipality,
        motion_id: id,
        position: 0,
        kind: 'request' as const,
        act: 'other' as const,
        addressee: null,
        text: row.fields.request,
        domain: null,
        due_text: null,
        due_not_before: null,
        due_not_after: null,
        due_rule: null,
        periodic_text: null,
        periodic_months: null,
        document_id: null,
        at: '[]',
      })),
    )
    .returning(['id', 'motion_id'])
    .execute()
  const requestOf = new Map(requests.map((row) => [row.motion_id, row.id]))
  const followed = asking.filter(
    ({ row }) => row.fields.outcome === 'adopted' || row.fields.outcome === 'taken-over',
  )
  if (followed.length === 0) return
  const settingsOn = await settingsByDay(ctx)
  const matters = await ctx.tx
    .insertInto('council.matter')
    .values(
      followed.map(({ row, id }) => ({
        municipality,
        motion_id: id,
        request_id: requestOf.get(id)!,
        part_id: null,
        state: row.fields.status === 'in-progress' ? ('in-progress' as const) : ('open' as const),
        portfolio_holder_id: holderAmong(people, row.fields.portfolioHolder, row.fields.date)?.person ?? null,
        ...termColumns(row, settingsOn),
      })),
    )
    .returningAll()
    .execute()
  const matterOf = new Map((matters as MatterRow[]).map((row) => [row.motion_id, row]))
  await registerMatters(ctx, followed, matterOf)
  await settleImported(
    ctx,
    followed.flatMap(({ row, id }) => {
      const settlement = settlementOf(row.fields, mapping.decidedBy)
      return settlement ? [{ ...settlement, matter: matterOf.get(id)! }] : []
    }),
  )
}

/** The settings of the municipality by day, from one query. */
async function settingsByDay(ctx: Ctx): Promise<(day: string) => LifeSettings> {
  const rows = await ctx.tx
    .selectFrom('council.setting')
    .select(['key', 'valid_from as validFrom', 'value', 'source'])
    .where('municipality', '=', ctx.actor.municipality)
    .execute()
  const today = dayOf(ctx.now)
  return (day) => lifeSettingsOn(rows, (day || today) as IsoDate)
}

function termColumns({ fields }: ReadRow, settingsOn: (day: string) => LifeSettings) {
  const term =
    fields.term === ''
      ? matterTerm({
          deadline: null,
          decidedOn: (fields.date || null) as IsoDate | null,
          settings: settingsOn(fields.date),
        })
      : {
          source: 'agreed' as const,
          text: ofOldRegister,
          notBefore: null,
          notAfter: fields.term as IsoDate,
          basis: null,
        }
  return {
    term_source: term.source,
    term_text: term.text,
    term_not_before: term.notBefore,
    term_not_after: term.notAfter,
    term_basis: term.basis,
  }
}

async function registerMatters(
  ctx: Ctx,
  motions: readonly Numbered[],
  matterOf: ReadonlyMap<number, MatterRow>,
): Promise<void> {
  const { municipality } = ctx.actor
  const history = await ctx.tx
    .insertInto('council.matter_history')
    .values(
      motions.map(({ row, id }) => {
        const matter = matterOf.get(id)!
        return {
          municipality,
          motion_id: id,
          matter_id: matter.id,
          step: 'register' as const,
          from_state: matter.state,
          to_state: matter.state,
          moved_at: ctx.now,
          moved_on: (row.fields.date || dayOf(ctx.now)) as IsoDate,
          by_role: roleOf(ctx),
          by_name: null,
          cause: null,
          reason: null,
          outcome: null,
          commitment_id: null,
          document_id: null,
          at: null,
          undoes: null,
        }
      }),
    )
    .returning(['id', 'motion_id'])
    .execute()
  const who = byWhom(ctx)
  await ctx.tx
    .insertInto('council.matter_history_detail')
    .values(
      history.map((one) => ({
        municipality,
        history_id: one.id,
        actor_id: who.id,
        actor_name: who.name,
        before: toJson(matterBefore(matterOf.get(one.motion_id)!)),
      })),
    )
    .execute()
  await recordMany(
    ctx,
    'matter.registered',
    [...matterOf.values()].map((matter) => ({ matter: String(matter.id) })),
  )
}
