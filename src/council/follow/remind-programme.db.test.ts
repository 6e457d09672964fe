import { expect } from 'vitest'
import { actAs, test, testActor } from '../../../test/database.ts'
import { watchedSample } from '../../../test/follow.ts'
import { as, on } from '../../../test/life.ts'
import { addProgramme, publishedWords } from '../../../test/programme.ts'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { addMilestone, reachMilestone } from '../../programme/index.ts'
import { remindOwners } from './remind-owners.ts'
import { watchSettings } from './settings.ts'

/** Action 1.1 is the official's, 2.1 the portfolio holder's; both end on 31 December, a milestone of 1.1 is due on 2 December. */
async function scene(ctx: Ctx, options: { adopted?: boolean } = {}) {
  const sample = { ...(await watchedSample(ctx)), ...(await addProgramme(ctx, options)) }
  const { official, holder, lessons, rounds } = sample
  await ctx.tx
    .updateTable('programme.action_owner')
    .set({ account_id: official })
    .where('action_id', '=', lessons)
    .execute()
  const { person_id } = await ctx.tx
    .selectFrom('council.person_account')
    .select('person_id')
    .where('account_id', '=', holder)
    .executeTakeFirstOrThrow()
  await ctx.tx
    .updateTable('programme.action')
    .set({ portfolio_holder_id: person_id })
    .where('id', '=', rounds)
    .execute()
  const me = await as(ctx, 'policy-officer', '2024-07-08')
  const milestone = await addMilestone(me, { action: lessons, title: 'Lesbrief af', dueOn: '2024-12-02' })
  return { ...sample, milestone }
}

async function run(ctx: Ctx, today: string): Promise<number> {
  const at = await actAs(on(ctx, today), testActor)
  return remindOwners(at, { today, settings: watchSettings('testdorp', today) })
}

/** What was told of the programme, to whom, on which day it was owed. */
async function told(ctx: Ctx, names: Record<string, string>): Promise<string[]> {
  const mails = await ctx.tx
    .selectFrom('council.mail')
    .select(['account_id', 'facts', 'natural_key'])
    .where('kind', '=', 'reminder')
    .orderBy('id')
    .execute()
  return mails.flatMap(({ account_id, facts }) =>
    facts.kind !== 'reminder'
      ? []
      : facts.items.flatMap((item) =>
          item.about === 'milestone' || item.about === 'action'
            ? [`${names[account_id!]} ${item.about} ${item.action.number} ${item.stage} ${item.owedOn}`]
            : [],
        ),
  )
}

const days = (from: string, count: number) => Array.from({ length: count }, (_, n) => addDays(from, n))
const expected = [
  'ambtenaar milestone 1.1 before 2024-11-18',
  'ambtenaar milestone 1.1 passed 2024-12-03',
  'ambtenaar action 1.1 before 2024-12-17',
  'wethouder action 2.1 before 2024-12-17',
  'ambtenaar milestone 1.1 passed 2024-12-31',
  'ambtenaar action 1.1 passed 2025-01-01',
  'wethouder action 2.1 passed 2025-01-01',
].sort()

test('before the day, on the day after, and every four weeks; each once, also when asked twice', async ({
  ctx,
}) => {
  const { official, holder } = await scene(ctx)
  for (const day of days('2024-11-16', 48)) {
    await run(ctx, day)
    expect(await run(ctx, day)).toBe(0)
  }
  expect((await told(ctx, { [official]: 'ambtenaar', [holder]: 'wethouder' })).sort()).toEqual(expected)
})

test('down for weeks: of each thing the newest, in one mail for each', async ({ ctx }) => {
  const { official, holder } = await scene(ctx)
  await run(ctx, '2024-11-10')
  expect(await run(ctx, '2025-01-05')).toBe(2)
  expect((await told(ctx, { [official]: 'ambtenaar', [holder]: 'wethouder' })).sort()).toEqual(
    expected.filter((line) => /2024-12-31|2025/.test(line)),
  )
})

test('what was reached, and what is a draft, is not reminded of', async ({ ctx }) => {
  const { official, milestone, document } = await scene(ctx)
  await run(ctx, '2024-11-10')
  const reached = { milestone: milestone.id, version: 1, evidence: [{ kind: 'document' as const, document }] }
  await reachMilestone(await as(ctx, 'policy-officer', '2024-11-11'), reached, publishedWords)
  for (const day of days('2024-11-12', 30)) await run(ctx, day)
  expect(await told(ctx, { [official]: 'ambtenaar' })).toEqual([])
})

test('a draft promises nobody anything', async ({ ctx }) => {
  await scene(ctx, { adopted: false })
  await run(ctx, '2024-11-10')
  await run(ctx, '2025-01-05')
  expect(await told(ctx, {})).toEqual([])
})
