import type { Ctx } from '../ctx.ts'

/** What an entry is about: identifiers by kind, such as `{ motion: '018f…' }`. */
export type Subject = Readonly<Record<string, string>>

/** Names of the fields that were set; never what was put in them. */
export type Detail = { fields?: readonly string[] }

const eventName = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/
const identifier = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/
const fieldName = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/

/**
 * Adds a line to the log, in the caller's transaction: it is kept if and only if the change is.
 * @param event what happened, in the past tense, such as `motion.registered`
 * @throws {Error} when event, identifiers or field names look like content: a mistake in the program
 */
export async function record(ctx: Ctx, event: string, subject: Subject, detail: Detail = {}): Promise<void> {
  await recordMany(ctx, event, [subject], detail)
}

/** The same for many subjects of one event: a line for each. */
export async function recordMany(
  ctx: Ctx,
  event: string,
  subjects: readonly Subject[],
  detail: Detail = {},
): Promise<void> {
  if (subjects.length === 0) return
  const fields = detail.fields ?? []
  if (!eventName.test(event)) throw new Error('the audit log takes events such as motion.registered')
  for (const subject of subjects) {
    if (!Object.entries(subject).every(([kind, id]) => fieldName.test(kind) && identifier.test(id))) {
      throw new Error(`the audit log takes identifiers only (${event})`)
    }
  }
  if (!fields.every((field) => fieldName.test(field))) {
    throw new Error(`the audit log takes names of fields only (${event})`)
  }
  const { actor } = ctx
  await ctx.tx
    .insertInto('audit.entry')
    .values(
      subjects.map((subject) => ({
        at: ctx.now,
        municipality: actor.municipality,
        actor_kind: actor.kind,
        actor_id: actor.kind === 'person' ? actor.personId : null,
        actor_name: actor.kind === 'system' ? actor.name : null,
        event,
        subject: JSON.stringify(subject),
        fields: [...fields],
      })),
    )
    .execute()
}
