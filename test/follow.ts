/** Followers and people with an address, for tests of watching. */
import {
  askToFollow,
  assignOwner,
  confirmFollow,
  decideSettlement,
  type FollowKeys,
  followKeys,
  linkAccount,
  proposeSettlement,
  startMatter,
  type Topic,
} from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import { addPerson, setAddress } from '../src/identity/index.ts'
import { announcement, as, matterNow, on, registerSample, words } from './life.ts'

export const followSecret = 'a secret of the tests'
export const keys: FollowKeys = followKeys(followSecret)

/** Follows and confirms, as a visitor who opens the mail would. @returns the follower */
export async function follow(ctx: Ctx, address: string, topic: Topic, language: 'nl' | 'en' = 'nl') {
  await askToFollow(ctx, { address, topic, language }, keys)
  const row = await ctx.tx
    .selectFrom('council.follow')
    .innerJoin('council.follower', 'council.follower.id', 'council.follow.follower_id')
    .select(['council.follow.id as follow', 'council.follower.id as follower'])
    .where('council.follower.address_key', '=', keys.fingerprint(address))
    .orderBy('council.follow.id', 'desc')
    .executeTakeFirstOrThrow()
  const token = keys.token('follow', `${ctx.actor.municipality} ${row.follow} ${row.follower}`)
  await confirmFollow(ctx, { token })
  return { ...row, token, stop: keys.token('follower', row.follower) }
}

/** The sample, with a councillor who submitted it, an official and a portfolio holder who answer for its matters; all have an address. */
export async function watchedSample(ctx: Ctx, terms: Parameters<typeof registerSample>[1] = {}) {
  const sample = await registerSample(ctx, terms)
  const people = await ctx.tx.selectFrom('council.person').select(['id', 'name']).execute()
  const lindeboom = people.find(({ name }) => name === 'Bram Lindeboom')!.id
  const add = async (name: string, role: 'councillor' | 'policy-officer' | 'portfolio-holder') => {
    const account = await addPerson(ctx, { name, roles: [role], demonstration: true })
    await setAddress(ctx, { personId: account, address: `${role}@testdorp.example` })
    return account
  }
  const councillor = await add('Bram Lindeboom', 'councillor')
  const official = await add('Kanarie Ambtenaar', 'policy-officer')
  const holder = await add('Ada Bestuur', 'portfolio-holder')
  await linkAccount(ctx, { account: councillor, person: lindeboom })
  const alderman = await ctx.tx
    .insertInto('council.person')
    .values({ municipality: ctx.actor.municipality, name: 'Ada Bestuur', family_name: 'Bestuur' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await linkAccount(ctx, { account: holder, person: alderman.id })
  for (const matter of sample.matters) {
    const { version } = await matterNow(ctx, matter)
    await assignOwner(on(ctx, '2024-07-05'), {
      matter,
      version,
      official: { account: official, name: 'Kanarie Ambtenaar' },
      portfolioHolder: alderman.id,
    })
  }
  return { ...sample, councillor, official, holder }
}

/** Settles a matter on the announcement alone, so that missing the commitment reopens it. */
export async function settleOnAnnouncement(
  ctx: Ctx,
  sample: { document: number; commitment: number },
  matter: number,
): Promise<void> {
  let version = (await matterNow(ctx, matter)).version
  ;({ version } = await startMatter(await as(ctx, 'clerk', '2024-07-08'), { matter, version }))
  const proposed = await proposeSettlement(await as(ctx, 'portfolio-holder', '2024-07-09'), {
    matter,
    version,
    outcome: 'announced',
    evidence: [words(sample.document, announcement)],
    commitments: [sample.commitment],
  })
  await decideSettlement(await as(ctx, 'clerk', '2024-08-20'), {
    matter,
    version: proposed.version,
    proposal: proposed.proposal,
    verdict: 'accept',
    reason: 'Het plan komt na het zomerreces.',
  })
}
