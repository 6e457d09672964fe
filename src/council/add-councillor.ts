import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { isIsoDate } from '../days.ts'
import { Invalid } from '../errors.ts'
import { partyNamed } from './people.ts'
import type { IsoDate } from './read/reading.ts'
import { familyName } from './redact.ts'

export type Membership = { party: string; from: IsoDate; to: IsoDate | null }

/**
 * Adds a councillor or member of the college, with the parties they sat for and when.
 * @throws Invalid when a day is none, or a membership ends before it begins
 * @returns the identifier of the person
 */
export async function addCouncillor(
  ctx: Ctx,
  input: { name: string; memberships: readonly Membership[] },
): Promise<number> {
  const { municipality } = ctx.actor
  input.memberships.forEach(({ from, to }, index) => {
    const field = `/memberships/${index}`
    if (!isIsoDate(from))
      throw new Invalid('form-invalid', [{ field: `${field}/from`, code: 'date-invalid' }])
    if (to !== null && !isIsoDate(to))
      throw new Invalid('form-invalid', [{ field: `${field}/to`, code: 'date-invalid' }])
    if (to !== null && to < from)
      throw new Invalid('form-invalid', [{ field: `${field}/to`, code: 'date-order' }])
  })
  const { id } = await ctx.tx
    .insertInto('council.person')
    .values({ municipality, name: input.name, family_name: familyName(input.name) ?? input.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { party, from, to } of input.memberships) {
    await ctx.tx
      .insertInto('council.party_membership')
      .values({
        municipality,
        person_id: id,
        party_id: await partyNamed(ctx, party),
        first_day: from,
        last_day: to,
      })
      .execute()
  }
  await record(ctx, 'councillor.added', { councillor: String(id) })
  return id
}
