import type { Ctx } from '../ctx.ts'
import { isIsoDate } from '../days.ts'
import type { FieldError } from '../errors.ts'
import { dueOn } from './life/commitment.ts'
import { commitmentOfRow } from './life/step-commitment.ts'
import type { IsoDate } from './read/reading.ts'
import type { Key, Review, ReviewCommitment } from './review.ts'

/** A commitment that runs, which a letter may say again. */
export type Repeatable = {
  id: number
  text: string
  madeOn: IsoDate
  /** The day by which it counts now. */
  on: IsoDate | null
  notBefore: IsoDate | null
  motions: number[]
}
/** For a commitment of a review: what it may repeat, and which one it seems to; the clerk confirms it. */
export type RepeatChoice = { of: Repeatable[]; likely: number | null }

/** The day that a commitment of a review names: the letter's own, or that on which the clerk wants to look. */
const dayOfReview = ({ due, check }: Pick<ReviewCommitment, 'due' | 'check'>): IsoDate | null => {
  const day = due?.notAfter ?? check ?? null
  return day !== null && isIsoDate(day) ? day : null
}

/**
 * Whether a letter says again what this commitment says: for the same day, or, where it names no last day, after the same one. Words need
 * not be the same. Pure.
 */
export function sameDays(
  commitment: Pick<ReviewCommitment, 'due' | 'check'>,
  known: Pick<Repeatable, 'on' | 'notBefore'>,
): boolean {
  const day = dayOfReview(commitment)
  if (day !== null) return day === known.on
  const notBefore = commitment.due?.notBefore ?? null
  return notBefore !== null && notBefore === known.notBefore
}

/** The only one of these, about one of these motions, that is for the same day; null when there is none, or more than one. Pure. */
export function likelyRepeat(
  commitment: Pick<ReviewCommitment, 'due' | 'check'>,
  motions: readonly number[],
  known: readonly Repeatable[],
): number | null {
  const same = known.filter(
    (one) => one.motions.some((motion) => motions.includes(motion)) && sameDays(commitment, one),
  )
  return same.length === 1 ? same[0]!.id : null
}

/** Motions of the register that a commitment of a review is tied to. */
export function registerMotions(
  { motions }: Pick<Review, 'motions'>,
  commitment: ReviewCommitment,
): number[] {
  return motions.flatMap(({ key, match }) =>
    commitment.motions.includes(key) && match.choice === 'existing' ? [match.motion] : [],
  )
}

/** By key of each commitment of the review: what it may repeat. */
export async function repeatsFor(ctx: Ctx, review: Review): Promise<Record<Key, RepeatChoice>> {
  const motions = review.commitments.flatMap((one) => registerMotions(review, one))
  const known = await runningCommitments(ctx, motions)
  return Object.fromEntries(
    review.commitments.map((one): [Key, RepeatChoice] => {
      const own = registerMotions(review, one)
      const of = known.filter((other) => other.motions.some((motion) => own.includes(motion)))
      return [one.key, { of, likely: likelyRepeat(one, own, of) }]
    }),
  )
}

/** Commitments about these motions that are neither kept nor lapsed, oldest first. */
async function runningCommitments(ctx: Ctx, motions: readonly number[]): Promise<Repeatable[]> {
  if (motions.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('council.commitment_motion as link')
    .innerJoin('council.commitment as commitment', (join) =>
      join
        .onRef('commitment.municipality', '=', 'link.municipality')
        .onRef('commitment.id', '=', 'link.commitment_id'),
    )
    .selectAll('commitment')
    .select('link.motion_id')
    .where('link.municipality', '=', ctx.actor.municipality)
    .where('link.motion_id', 'in', [...new Set(motions)])
    .where('commitment.state', 'in', ['open', 'late'])
    .orderBy('commitment.id')
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((own) => repeatableOf(own[0]!, own))
}

function repeatableOf(
  row: Parameters<typeof commitmentOfRow>[0] & {
    id: number
    text: string
    made_on: IsoDate
    due_not_before: IsoDate | null
  },
  links: readonly { motion_id: number }[],
): Repeatable {
  return {
    id: row.id,
    text: row.text,
    madeOn: row.made_on,
    on: dueOn(commitmentOfRow(row))?.on ?? null,
    notBefore: row.due_not_before,
    motions: links.map((link) => link.motion_id),
  }
}

/** Commitments that the clerk chose to be repeated, by id; and an error for each that is not there or no longer runs. */
export async function chooseRepeats(
  ctx: Ctx,
  { commitments }: Pick<Review, 'commitments'>,
): Promise<{ repeated: Map<number, Repeatable>; errors: FieldError[] }> {
  const ids = commitments.flatMap(({ repeats }) => repeats ?? [])
  const rows =
    ids.length === 0
      ? []
      : await ctx.tx
          .selectFrom('council.commitment')
          .selectAll()
          .where('municipality', '=', ctx.actor.municipality)
          .where('id', 'in', ids)
          .where('state', 'in', ['open', 'late'])
          .execute()
  const repeated = new Map(rows.map((row) => [row.id, repeatableOf(row, [])]))
  const errors = commitments.flatMap(({ repeats }, index) =>
    repeats == null || repeated.has(repeats)
      ? []
      : [{ field: `/commitments/${index}/repeats`, code: 'not-a-choice' }],
  )
  return { repeated, errors }
}
