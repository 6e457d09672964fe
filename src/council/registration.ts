import { sql } from 'kysely'
import type { Ctx } from '../ctx.ts'
import { byWhom } from './by-whom.ts'
import { isLetter } from './check-review.ts'
import type { At, IsoDate, Term } from './read/reading.ts'
import { isOrganisationNumber, type PersonalData, redact } from './redact.ts'
import type { Review } from './review.ts'
import { toJson } from './save-reading.ts'
import { slugCandidates, slugOf } from './slug.ts'
import type { Source } from './tables.ts'

/** What all steps of one registration share: the checked review, its document, and how to take values from it. */
export type Registration = {
  ctx: Ctx
  municipality: string
  document: number
  review: Review
  /** Redacted pages. */
  pages: string[]
  /** The value without personal data. */
  clean(value: string): string
  cleanOrNull(value: string | null | undefined): string | null
  /** Where the value at a JSON pointer stands; the first of several pointers that is known. */
  at(...pointers: string[]): At
  source(...pointers: string[]): Source | null
  /** Day of the letter, or else of the first motion that has one. */
  dated: IsoDate | null
}

export async function beginRegistration(
  ctx: Ctx,
  document: number,
  review: Review,
  pages: readonly string[],
): Promise<Registration> {
  const redaction = redact(pages, personalDataOf(review), await publicNames(ctx, review))
  const at = (...pointers: string[]): At => {
    for (const pointer of pointers) {
      const found = review.passages[pointer]
      if (found && found.length > 0) return found
    }
    return []
  }
  return {
    ctx,
    municipality: ctx.actor.municipality,
    document,
    review,
    pages: redaction.pages,
    clean: redaction.text,
    cleanOrNull: (value) => (value == null || value.trim() === '' ? null : redaction.text(value)),
    at,
    source: (...pointers) => {
      const place = at(...pointers)
      return place.length > 0 ? { document, at: place } : null
    },
    dated:
      (isLetter(review) ? review.letter?.date : null) ?? review.motions.find((m) => m.date)?.date ?? null,
  }
}

/** What the reading and the clerk marked, and the contact person of the letter. */
export function personalDataOf(review: Review): PersonalData[] {
  const contact = review.letter?.contact
  const pointer = (field: string) => review.passages[`/letter/contact/${field}`] ?? []
  const found: PersonalData[] = [...review.personalData]
  if (contact?.name) found.push({ kind: 'name', text: contact.name, at: pointer('name') })
  if (contact?.email) found.push({ kind: 'email', text: contact.email, at: pointer('email') })
  if (contact?.phone && !isOrganisationNumber(contact.phone)) {
    found.push({ kind: 'phone', text: contact.phone, at: pointer('phone') })
  }
  return found
}

/** Signatories, submitters, and all councillors and members of the college that are known. */
async function publicNames(ctx: Ctx, review: Review): Promise<string[]> {
  const people = await ctx.tx
    .selectFrom('council.person')
    .select('name')
    .where('municipality', '=', ctx.actor.municipality)
    .execute()
  return [
    ...(review.letter?.signatories.map((s) => s.name) ?? []),
    ...review.motions.flatMap((motion) => motion.submitters.map((s) => s.name)),
    ...people.map((person) => person.name),
  ].filter((name) => name.trim() !== '')
}

export function dueColumns(term: Term | null, clean: (value: string) => string) {
  return {
    due_text: term ? clean(term.text) : null,
    due_not_before: term?.notBefore ?? null,
    due_not_after: term?.notAfter ?? null,
    due_rule: term?.rule ?? null,
  }
}

const kindWords: Readonly<Record<Review['kind'], string>> = {
  'settlement-letter': 'brief',
  'information-letter': 'brief',
  motion: 'motie',
  amendment: 'amendement',
  'decision-list': 'besluitenlijst',
  unknown: 'stuk',
}

/** Publishes the redacted pages under an address of their own. @param called its title, when the document itself does not give one */
export async function publishDocument(
  registration: Registration,
  called: string | null = null,
): Promise<{ id: number; year: number; slug: string }> {
  const { ctx, municipality, document, review, dated, pages } = registration
  const motion = review.motions[0]
  const title =
    registration.cleanOrNull(called) ??
    registration.cleanOrNull(isLetter(review) ? review.letter?.subject : motion?.title) ??
    (await titleOfExisting(registration)) ??
    kindWords[review.kind]
  const number = isLetter(review) || review.motions.length > 1 ? null : (motion?.number ?? null)
  const year = Number(dated?.slice(0, 4) ?? ctx.now.getUTCFullYear())
  for (const slug of slugCandidates(slugOf([kindWords[review.kind], number, title]))) {
    const added = await ctx.tx
      .insertInto('council.published_document')
      .values({
        municipality,
        document_id: document,
        year,
        slug,
        kind: review.kind,
        title,
        dated,
        pages: toJson(pages),
        published_at: ctx.now,
      })
      .onConflict((conflict) => conflict.columns(['municipality', 'year', 'slug']).doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (added) return { id: document, year, slug }
  }
  throw new Error('no address left')
}

async function titleOfExisting({ ctx, municipality, review }: Registration): Promise<string | null> {
  const match = review.motions[0]?.match
  if (match?.choice !== 'existing') return null
  const found = await ctx.tx
    .selectFrom('council.motion')
    .select('title')
    .where('municipality', '=', municipality)
    .where('id', '=', match.motion)
    .executeTakeFirst()
  return found?.title ?? null
}

/** The document leaves the inbox: who registered it, and when. */
export async function markRegistered(ctx: Ctx, document: number): Promise<void> {
  const who = byWhom(ctx)
  await ctx.tx
    .updateTable('council.document')
    .set({
      state: 'registered',
      registered_by: who.id,
      registered_by_name: who.name,
      registered_at: ctx.now,
    })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', document)
    .execute()
}

/** Lets registrations within one municipality take turns, so that two of them do not both make the same motion. */
export async function takeTurn(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`council:${ctx.actor.municipality}`}, 0))`.execute(
    ctx.tx,
  )
}
