/** An adopted action programme with two pillars and three actions, for tests of working with it. */
import { publishedWords } from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'
import { loadTree, programmeReader } from '../src/programme/index.ts'
import { addRow, changeRow } from '../src/programme/step.ts'
import { accounts, as, registerSample } from './life.ts'

export type SampleProgramme = Awaited<ReturnType<typeof registerProgramme>>

/** From 2024 to 2026, adopted on 1 July 2024. Action 1.1 belongs to the policy officer, who is `Kanarie policy-officer`. */
export async function registerProgramme(ctx: Ctx, options: { adopted?: boolean } = {}) {
  return { ...(await registerSample(ctx)), ...(await addProgramme(ctx, options)) }
}

/** The programme alone, for a town that is there. */
export async function addProgramme(ctx: Ctx, { adopted = true }: { adopted?: boolean } = {}) {
  const at = await as(ctx, 'policy-officer', '2024-07-08')
  const programme = await addRow(at, 'programme', {
    slug: 'veilig-buiten',
    title: 'Veilig buiten',
    starts_on: '2024-01-01',
    ends_on: '2026-12-31',
  })
  if (adopted) {
    await changeRow(
      at,
      'programme',
      programme,
      { state: 'adopted', adopted_on: '2024-07-01' },
      { step: 'adopt' },
    )
  }
  const pillar = async (position: number, kind: string, name: string) =>
    (await addRow(at, 'pillar', { programme_id: programme.id, position, kind, name })).id
  const prevention = await pillar(1, 'prevention', 'Voorkomen')
  const combating = await pillar(2, 'combating', 'Aanpakken')
  const action = async (pillar_id: number, number: string, title: string, state: string) =>
    (
      await addRow(at, 'action', {
        programme_id: programme.id,
        pillar_id,
        number,
        title,
        state,
        starts_on: '2024-02-01',
        ends_on: '2024-12-31',
      })
    ).id
  const lessons = await action(prevention, '1.1', 'Lessen op school', 'running')
  const benches = await action(prevention, '1.2', 'Banken bij de vijver', 'planned')
  const rounds = await action(combating, '2.1', 'Rondes in het park', 'running')
  await ctx.tx
    .insertInto('programme.action_owner')
    .values({
      municipality: 'testdorp',
      action_id: lessons,
      account_id: accounts['policy-officer'],
      name: 'Kanarie policy-officer',
    })
    .execute()
  return { programme: programme.id, prevention, combating, lessons, benches, rounds }
}

export const sampleTree = (ctx: Ctx) =>
  loadTree(programmeReader(ctx), { municipality: 'testdorp', slug: 'veilig-buiten' })

/** The words of the council's documents. */
export { publishedWords }
