/** A programme that is set up through its commands, for tests. */
import { setUpMunicipality } from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import {
  addAction,
  addMilestone,
  assignOwner,
  beginProgramme,
  changeAction,
  loadTree,
  type NewAction,
  programmeReader,
  serve,
} from '../src/programme/index.ts'

export const treeOf = (ctx: Ctx, slug = 'veilig') =>
  loadTree(programmeReader(ctx), { municipality: ctx.actor.municipality, slug })

/** A draft of 2026 to 2028 with two pillars and, in the first, two actions without anything. */
export async function draftProgramme(ctx: Ctx, { town = true } = {}) {
  if (town) await setUpMunicipality(ctx, { name: 'Testdorp', theme: 'schakel', bodies: [] })
  const programme = await beginProgramme(ctx, {
    title: 'Veilig samen',
    slug: 'veilig',
    startsOn: '2026-01-01',
    endsOn: '2028-12-31',
    pillars: [
      { kind: 'prevention', name: 'Voorkomen' },
      { kind: 'combating', name: 'Bestrijden' },
    ],
  })
  const pillar = programme.pillars[0]!
  const action = (title: string, more: Partial<NewAction> = {}) =>
    addAction(ctx, { programme: programme.id, pillar, title, ...more })
  const first = await action('Gastlessen')
  const second = await action('Meldpunt')
  return { programme, pillars: programme.pillars, action, first, second, tree: () => treeOf(ctx) }
}

/** Someone to answer for a thing. */
export async function member(ctx: Ctx, name = 'Ada Bestuur'): Promise<number> {
  const { id } = await ctx.tx
    .insertInto('council.person')
    .values({ municipality: ctx.actor.municipality, name, family_name: name.split(' ').at(-1)! })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The same draft with nothing missing but a document: both actions are carried, end, serve something and have a milestone. */
export async function readyProgramme(ctx: Ctx, matter: number, options = { town: false }) {
  const draft = await draftProgramme(ctx, options)
  const holder = await member(ctx)
  const { id, pillars } = draft.programme
  const third = await draft.action('Controles', { pillar: pillars[1]! })
  const actions = [draft.first, draft.second, third]
  for (const one of actions) {
    const { version } = await assignOwner(ctx, {
      action: one.id,
      version: one.version,
      owner: { account: null, name: 'Kanarie' },
    })
    await changeAction(ctx, { action: one.id, version, endsOn: '2027-12-31', portfolioHolder: holder })
    await addMilestone(ctx, { action: one.id, title: 'Begonnen', dueOn: '2026-09-01' })
    await serve(ctx, { programme: id, action: one.id, kind: 'matter', of: matter })
  }
  return { ...draft, third, holder }
}
