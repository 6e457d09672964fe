import type { Ctx } from '../../ctx.ts'

/** `mine`: the actor's account is linked to this submitter. */
export type DeskSubmitter = { position: number; name: string; party: string | null; mine: boolean }

/** Who submitted a motion, in the order of the document. */
export async function submittersAtDesk(ctx: Ctx, input: { motion: number }): Promise<DeskSubmitter[]> {
  const { municipality } = ctx.actor
  const rows = await ctx.tx
    .selectFrom('council.motion_submitter as submitter')
    .leftJoin('council.person as person', (join) =>
      join
        .onRef('person.municipality', '=', 'submitter.municipality')
        .onRef('person.id', '=', 'submitter.person_id'),
    )
    .leftJoin('council.party as party', (join) =>
      join
        .onRef('party.municipality', '=', 'submitter.municipality')
        .onRef('party.id', '=', 'submitter.party_id'),
    )
    .select([
      'submitter.position',
      'submitter.printed_name',
      'submitter.person_id',
      'person.name',
      'party.name as party',
    ])
    .where('submitter.municipality', '=', municipality)
    .where('submitter.motion_id', '=', input.motion)
    .orderBy('submitter.position')
    .execute()
  const me = await personOfActor(ctx)
  return rows.map((row) => ({
    position: row.position,
    name: row.name ?? row.printed_name,
    party: row.party,
    mine: me !== null && row.person_id === me.id,
  }))
}

/** The councillor or member of the college that whoever acts is (`linkAccount`); null when nobody said so. */
export async function personOfActor({ tx, actor }: Ctx): Promise<{ id: number; name: string } | null> {
  if (actor.kind !== 'person') return null
  const found = await tx
    .selectFrom('council.person_account as account')
    .innerJoin('council.person as person', (join) =>
      join
        .onRef('person.municipality', '=', 'account.municipality')
        .onRef('person.id', '=', 'account.person_id'),
    )
    .select(['person.id', 'person.name'])
    .where('account.municipality', '=', actor.municipality)
    .where('account.account_id', '=', actor.personId)
    .executeTakeFirst()
  return found ?? null
}
