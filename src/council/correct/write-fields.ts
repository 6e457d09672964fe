import type { Ctx } from '../../ctx.ts'
import { councilMeeting, partyNamed, personNamed } from '../people.ts'
import type { Domain, IsoDate, Outcome, TermRule } from '../read/reading.ts'
import { foldNumber } from '../slug.ts'
import type { EditableMotion } from './editable-motion.ts'
import { fieldOf } from './fields.ts'

/** Writes the changed paths of a motion that is held; they were checked. */
export async function writeFields(
  ctx: Ctx,
  motion: EditableMotion,
  changes: Readonly<Record<string, string>>,
): Promise<void> {
  const wanted = { ...motion.fields, ...changes }
  await writeHead(ctx, motion, changes)
  const touched = (kind: string) =>
    new Set(Object.keys(changes).flatMap((path) => (path.startsWith(`${kind}/`) ? fieldOf(path)!.of! : [])))
  for (const position of touched('submitters')) await writeSubmitter(ctx, motion.id, position, wanted)
  for (const id of touched('requests')) await writeRequest(ctx, id, changes, wanted)
  for (const id of touched('parts')) {
    await ctx.tx
      .updateTable('council.request_part')
      .set({
        text: wanted[`parts/${id}/text`]!,
        domain: (wanted[`parts/${id}/domain`] || null) as Domain | null,
      })
      .where('municipality', '=', ctx.actor.municipality)
      .where('id', '=', id)
      .execute()
  }
}

async function writeHead(
  ctx: Ctx,
  motion: EditableMotion,
  changes: Readonly<Record<string, string>>,
): Promise<void> {
  const head: Record<string, unknown> = {}
  if (changes.title !== undefined) head.title = changes.title
  if (changes.number !== undefined) head.number = changes.number || null
  if (changes.outcome !== undefined) head.outcome = changes.outcome as Outcome
  if (changes.date !== undefined) {
    head.dated = changes.date || null
    head.meeting_id = changes.date ? await councilMeeting(ctx, changes.date as IsoDate) : null
  }
  if (Object.keys(head).length > 0) {
    await ctx.tx
      .updateTable('council.motion')
      .set(head)
      .where('municipality', '=', ctx.actor.municipality)
      .where('id', '=', motion.id)
      .execute()
  }
  if (changes.number !== undefined) await writeNumber(ctx, motion, 'number', changes.number)
  if (changes.registryNumber !== undefined) await writeNumber(ctx, motion, 'registry', changes.registryNumber)
}

/** The corrected number takes the place of the wrong one; other numbers of the motion stay. */
async function writeNumber(
  ctx: Ctx,
  motion: EditableMotion,
  kind: 'number' | 'registry',
  printed: string,
): Promise<void> {
  const { municipality } = ctx.actor
  const before = foldNumber(motion.fields[kind === 'number' ? 'number' : 'registryNumber'] ?? '')
  const value = foldNumber(printed)
  const old = await ctx.tx
    .deleteFrom('council.motion_identifier')
    .where('municipality', '=', municipality)
    .where('motion_id', '=', motion.id)
    .where('kind', '=', kind)
    .where('value', '=', before)
    .returning('document_id')
    .executeTakeFirst()
  if (value === '') return
  await ctx.tx
    .insertInto('council.motion_identifier')
    .values({
      municipality,
      motion_id: motion.id,
      kind,
      value,
      printed,
      document_id: old?.document_id ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality', 'motion_id', 'kind', 'value']).doUpdateSet({ printed }),
    )
    .execute()
}

async function writeSubmitter(
  ctx: Ctx,
  motion: number,
  position: number,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const name = wanted[`submitters/${position}/name`]!
  const party = wanted[`submitters/${position}/party`]!
  const known = await personNamed(ctx, name, (wanted.date || null) as IsoDate | null)
  await ctx.tx
    .updateTable('council.motion_submitter')
    .set({
      printed_name: name,
      printed_party: party || null,
      person_id: known?.person ?? null,
      party_id: party ? await partyNamed(ctx, party) : (known?.party ?? null),
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('motion_id', '=', motion)
    .where('position', '=', position)
    .execute()
}

async function writeRequest(
  ctx: Ctx,
  id: number,
  changes: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const at = `requests/${id}`
  const termChanged = ['termText', 'termNotBefore', 'termNotAfter'].some(
    (field) => changes[`${at}/${field}`] !== undefined,
  )
  const notBefore = (wanted[`${at}/termNotBefore`] || null) as IsoDate | null
  const notAfter = (wanted[`${at}/termNotAfter`] || null) as IsoDate | null
  const text = wanted[`${at}/termText`] || null
  await ctx.tx
    .updateTable('council.request')
    .set({
      text: wanted[`${at}/text`]!,
      domain: (wanted[`${at}/domain`] || null) as Domain | null,
      ...(termChanged
        ? {
            due_text: text,
            due_not_before: notBefore,
            due_not_after: notAfter,
            due_rule: ruleByHand(text, notBefore, notAfter),
          }
        : {}),
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .execute()
}

/** How days that a person filled in follow from the words. */
function ruleByHand(
  text: string | null,
  notBefore: IsoDate | null,
  notAfter: IsoDate | null,
): TermRule | null {
  if (notBefore === null && notAfter === null) return text === null ? null : 'named-moment'
  if (notBefore === notAfter) return 'exact-date'
  return notAfter === null ? 'after-date' : 'before-date'
}
