/** What an action serves, when two motions are merged and when that is taken back. */
import { expect } from 'vitest'
import { motionPaper, readDocument, setUpTestTown } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { as } from '../../../test/life.ts'
import { addProgramme } from '../../../test/programme.ts'
import type { Ctx } from '../../ctx.ts'
import { serve } from '../../programme/index.ts'
import { unservedRequests } from '../programme/index.ts'
import { registerDocument } from '../register-document.ts'
import { mergeMotions, partMotions, requestChoice } from './index.ts'

const day = '2024-07-08'

async function registered(ctx: Ctx, number: string, parts: string[]) {
  const request = `te zorgen voor banken bij ${parts.length > 0 ? parts.join(', ') : 'de vijver'}`
  const paper = motionPaper({
    number,
    title: `Banken ${number}`,
    date: '2024-04-04',
    outcome: 'adopted',
    request,
  })
  const [asked] = paper.reading.motions[0]!.requests
  asked!.parts = parts.map((text) => {
    const start = paper.pages[0]!.indexOf(text)
    return { text, domain: null, at: [{ page: 1, start, end: start + text.length }] }
  })
  const document = await readDocument(ctx, paper)
  const done = await registerDocument(ctx, { document, version: 0 })
  const [motion] = done.motions
  const matters = await ctx.tx
    .selectFrom('council.matter')
    .select(['id', 'request_id'])
    .where('motion_id', '=', motion!.id)
    .orderBy('id')
    .execute()
  return { motion: motion!, request: matters[0]!.request_id, matters: matters.map(({ id }) => id) }
}
type Registered = Awaited<ReturnType<typeof registered>>

async function merge(clerk: Ctx, kept: Registered, gone: Registered) {
  const version = async ({ motion }: Registered) =>
    (
      await clerk.tx
        .selectFrom('council.motion')
        .select('version')
        .where('id', '=', motion.id)
        .executeTakeFirstOrThrow()
    ).version
  await mergeMotions(clerk, {
    kept: kept.motion.id,
    keptVersion: await version(kept),
    gone: gone.motion.id,
    goneVersion: await version(gone),
    fields: {},
    pairs: { [requestChoice(gone.request)]: String(kept.request) },
  })
  return version(kept)
}

const servedNow = async (ctx: Ctx) =>
  (
    await ctx.tx
      .selectFrom('programme.served')
      .select(['id', 'action_id', 'matter_id', 'removed'])
      .orderBy('id')
      .execute()
  ).map(({ id, action_id, matter_id, removed }) => ({ id, action_id, matter_id, removed }))

test.for([
  { what: 'only the one that goes', kept: [] as string[], gone: [] as string[], serves: ['gone'], stand: 1 },
  { what: 'both, by one action: said once', kept: [], gone: [], serves: ['gone', 'kept'], stand: 1 },
  {
    what: 'a whole that is followed in parts since: each part',
    kept: ['de vijver', 'het hek'],
    gone: [],
    serves: ['gone'],
    stand: 2,
  },
])(
  '$what; taken back, it is as it was',
  async ({ kept: keptParts, gone: goneParts, serves, stand }, { ctx }) => {
    await setUpTestTown(ctx)
    const kept = await registered(ctx, '12', keptParts)
    const gone = await registered(ctx, '13', goneParts)
    const { programme, benches } = await addProgramme(ctx)
    const officer = await as(ctx, 'policy-officer', day)
    for (const of of serves) {
      const [matter] = (of === 'gone' ? gone : kept).matters
      await serve(officer, { programme, action: benches, kind: 'matter', of: matter! })
    }
    const before = await servedNow(ctx)
    const clerk = await as(ctx, 'clerk', day)
    const version = await merge(clerk, kept, gone)
    const after = await servedNow(ctx)
    expect(after.filter(({ removed }) => !removed).map(({ matter_id }) => matter_id)).toEqual(
      kept.matters.slice(0, stand),
    )
    expect(await unservedRequests(clerk)).toEqual([])
    await partMotions(await as(ctx, 'clerk', '2024-07-09'), {
      motion: gone.motion.id,
      version,
      reason: 'Toch twee moties',
    })
    expect(await servedNow(ctx)).toEqual(before)
  },
)
