import type { Ctx } from '../../ctx.ts'
import { type DoneFacts, doneIn } from '../../programme/index.ts'
import { readerOf } from '../life/desk-reader.ts'
import { ownFacts } from '../life/evidence-facts.ts'
import type { DossierDone } from '../life/facts.ts'
import { commitmentsOfMotion } from '../life/load-commitments.ts'
import { loadDocuments } from '../public-documents.ts'
import { type ServedKey, servedKey } from './served-names.ts'

/** What adopted programmes did for something and still stands, the newest first: it can be taken up as evidence. */
export type Offers = ReadonlyMap<string, DossierDone[]>

/** For each of these matters and commitments, by `servedKey`, what the actions that serve it did. */
export async function offersFor(ctx: Ctx, input: { serves: readonly ServedKey[] }): Promise<Offers> {
  const { municipality } = ctx.actor
  const of = (kind: ServedKey['kind']) => input.serves.filter((one) => one.kind === kind).map((one) => one.of)
  const [matters, commitments] = [of('matter'), of('commitment')]
  if (matters.length + commitments.length === 0) return new Map()
  const links = await ctx.tx
    .selectFrom('programme.served as served')
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'served.municipality')
        .onRef('programme.id', '=', 'served.programme_id'),
    )
    .select(['served.action_id', 'served.matter_id', 'served.commitment_id'])
    .where('served.municipality', '=', municipality)
    .where('served.removed', '=', false)
    .where('served.action_id', 'is not', null)
    .where('programme.removed', '=', false)
    .where('programme.adopted_on', 'is not', null)
    .where((on) =>
      on.or([
        ...(matters.length > 0 ? [on('served.matter_id', 'in', matters)] : []),
        ...(commitments.length > 0 ? [on('served.commitment_id', 'in', commitments)] : []),
      ]),
    )
    .execute()
  const done = await standing(
    ctx,
    await doneIn(readerOf(ctx), {
      municipality,
      actions: [...new Set(links.map((link) => link.action_id!))],
    }),
  )
  const documents = await loadDocuments(
    readerOf(ctx),
    municipality,
    done.flatMap(({ own }) => own.flatMap((one) => (one.kind === 'decision' ? [] : [one.document]))),
  )
  const facts = done.map(
    ({ kind, id, text, on, programme, action, own }): DossierDone => ({
      kind,
      id,
      quotation: text,
      on,
      programme: { slug: programme.slug, title: programme.title },
      action,
      own: ownFacts(documents, own),
    }),
  )
  return new Map(
    input.serves.map((one): [string, DossierDone[]] => {
      const serving = new Set(
        links
          .filter((link) => (one.kind === 'matter' ? link.matter_id : link.commitment_id) === one.of)
          .map((link) => link.action_id),
      )
      return [servedKey(one), facts.filter(({ action }) => serving.has(action.id))]
    }),
  )
}

/** Without what rests on something that was taken back. */
async function standing(ctx: Ctx, done: readonly DoneFacts[]): Promise<DoneFacts[]> {
  const ids = (kind: DoneFacts['kind']) => done.filter((one) => one.kind === kind).map(({ id }) => id)
  const [milestones, reports] = [ids('milestone'), ids('action-report')]
  const fallen = new Set<string>()
  if (milestones.length > 0) {
    const rows = await ctx.tx
      .selectFrom('council.fallen_milestone')
      .select('milestone_id')
      .where('municipality', '=', ctx.actor.municipality)
      .where('milestone_id', 'in', milestones)
      .execute()
    for (const row of rows) fallen.add(`milestone ${row.milestone_id}`)
  }
  if (reports.length > 0) {
    const rows = await ctx.tx
      .selectFrom('council.fallen_report')
      .select('report_id')
      .where('municipality', '=', ctx.actor.municipality)
      .where('report_id', 'in', reports)
      .execute()
    for (const row of rows) fallen.add(`action-report ${row.report_id}`)
  }
  return done.filter(({ kind, id }) => !fallen.has(`${kind} ${id}`))
}

/** What is offered to one matter: what was done for it, and for the commitments of its motion; each once, the newest first. */
export async function offeredTo(ctx: Ctx, input: { matter: number; motion: number }): Promise<DossierDone[]> {
  const commitments = await commitmentsOfMotion(readerOf(ctx), ctx.actor.municipality, input.motion)
  const serves: ServedKey[] = [
    { kind: 'matter', of: input.matter },
    ...commitments.map(({ id }): ServedKey => ({ kind: 'commitment', of: id })),
  ]
  return together(await offersFor(ctx, { serves }), serves)
}

/** Of several, each once, the newest first. Pure. */
export function together(offers: Offers, serves: readonly ServedKey[]): DossierDone[] {
  const all = serves.flatMap((one) => offers.get(servedKey(one)) ?? [])
  const once = new Map(all.map((one) => [`${one.kind} ${one.id}`, one]))
  return [...once.values()].sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id)
}
