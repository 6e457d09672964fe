import type { Ctx } from '../../ctx.ts'
import { dayOf } from '../../days.ts'
import { correctLocked } from '../correct/correct-motion.ts'
import { editableMotion } from '../correct/editable-motion.ts'
import { beginFollowing } from '../life/begin-following.ts'
import { moveMatter } from '../life/matter.ts'
import { allowed } from '../life/moving.ts'
import { type MatterRow, matterOfRow, stepMatter } from '../life/step-matter.ts'
import type { Sitting } from '../people.ts'
import type { IsoDate } from '../read/reading.ts'
import type { Difference, ReadRow, RowField } from './fields.ts'
import type { ImportMapping } from './mapping.ts'
import type { RegisterMotion } from './plan-row.ts'
import { holderAmong } from './read-rows.ts'
import { settleImported, settlementOf } from './settle-imported.ts'
import { readSubmitters } from './submitters.ts'
import { addSubmitters } from './write-new.ts'

const reason = 'Volgens een nieuwe versie van het oude register'

/** Brings the chosen differences of one row into the register: as corrections, and as steps of what is followed. */
export async function applyChanges(
  ctx: Ctx,
  row: ReadRow,
  register: RegisterMotion,
  differences: readonly Difference[],
  people: readonly Sitting[],
  mapping: ImportMapping,
): Promise<void> {
  const changed = new Set(differences.map((one) => one.field))
  const now = await editableMotion(ctx, { motion: register.id }, { lock: true })
  const values: Record<string, string> = {}
  for (const field of ['title', 'number', 'registryNumber', 'date', 'outcome'] as const) {
    if (changed.has(field)) values[field] = row.fields[field]
  }
  const [request] = register.requests
  if (changed.has('request') && request) values[`requests/${request.id}/text`] = row.fields.request
  const submitters = changed.has('submitters') ? readSubmitters(row.fields.submitters) : []
  now.submitters.forEach((position, index) => {
    const one = submitters[index]
    if (!one) return
    values[`submitters/${position}/name`] = one.name
    values[`submitters/${position}/party`] = one.party
  })
  if (submitters.length > now.submitters.length) {
    await addSubmitters(ctx, people, [
      { motion: register.id, on: row.fields.date, submitters, from: now.submitters.length },
    ])
  }
  if (changed.has('request') && !request) await addRequest(ctx, register.id, row.fields.request)
  await correctLocked(ctx, now, { values, reason: null }, 'import')
  await beginFollowing(ctx, [register.id])
  await moveMatters(ctx, row, register.id, changed, people, mapping)
}

async function addRequest(ctx: Ctx, motion: number, text: string): Promise<void> {
  await ctx.tx
    .insertInto('council.request')
    .values({
      municipality: ctx.actor.municipality,
      motion_id: motion,
      position: 0,
      kind: 'request',
      act: 'other',
      addressee: null,
      text,
      domain: null,
      due_text: null,
      due_not_before: null,
      due_not_after: null,
      due_rule: null,
      periodic_text: null,
      periodic_months: null,
      document_id: null,
      at: '[]',
    })
    .execute()
}

async function moveMatters(
  ctx: Ctx,
  row: ReadRow,
  motion: number,
  changed: ReadonlySet<RowField>,
  people: readonly Sitting[],
  mapping: ImportMapping,
): Promise<void> {
  const ofLife = ['portfolioHolder', 'term', 'status', 'settlement', 'settledOn', 'settlementText'] as const
  if (!ofLife.some((field) => changed.has(field))) return
  const load = () =>
    ctx.tx
      .selectFrom('council.matter')
      .selectAll()
      .where('municipality', '=', ctx.actor.municipality)
      .where('motion_id', '=', motion)
      .where('state', '<>', 'settled')
      .orderBy('id')
      .forUpdate()
      .execute() as Promise<MatterRow[]>
  const on = dayOf(ctx.now)
  if (changed.has('portfolioHolder')) {
    const holder = holderAmong(people, row.fields.portfolioHolder, row.fields.date)
    for (const matter of await load()) {
      await stepMatter(
        ctx,
        matter,
        matterOfRow(matter),
        { step: 'assign', on, reason, event: 'matter.assigned' },
        { portfolio_holder_id: holder?.person ?? null },
      )
    }
  }
  if (changed.has('term')) {
    for (const matter of await load()) {
      await stepMatter(
        ctx,
        matter,
        matterOfRow(matter),
        { step: 'agree-term', on, reason, event: 'matter.term-agreed' },
        {
          term_source: 'agreed',
          term_text: reason,
          term_not_before: null,
          term_not_after: row.fields.term as IsoDate,
          term_basis: null,
        },
      )
    }
  }
  const settlement = settlementOf(row.fields, mapping.decidedBy)
  if (settlement && (changed.has('status') || changed.has('settlement'))) {
    await settleImported(
      ctx,
      (await load()).map((matter) => ({ ...settlement, matter })),
    )
  } else if (changed.has('status') && row.fields.status === 'in-progress') {
    for (const matter of await load()) {
      if (matter.state !== 'open') continue
      const to = allowed(moveMatter(matterOfRow(matter), { move: 'start' }))
      await stepMatter(ctx, matter, to, { step: 'start', on, reason, event: 'matter.started' })
    }
  }
}
