import { expect } from 'vitest'
import { type CaseSite, caseSite } from '../../../../../test/case-site.ts'
import { test as base } from '../../../../../test/database.ts'
import { addDays, dayOf } from '../../../../days.ts'
import { changeFacts, dayOfCare, openTrajectory } from '../../../../reintegration/index.ts'

const test = base.extend<{ site: CaseSite }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
})
const today = dayOf(new Date())

test('the day holds one’s own cases up to seven days ahead, and its statements do not grow with them', async ({
  site,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const statements = async () => {
    let count = 0
    await site.as(sara, async (ctx) => {
      const execute = ctx.tx.getExecutor().executeQuery
      ctx.tx.getExecutor().executeQuery = function counted(this: unknown, ...args: never[]) {
        count += 1
        return execute.apply(this as never, args as never)
      } as never
      await dayOfCare(ctx)
      ctx.tx.getExecutor().executeQuery = execute
    })
    return count
  }
  const reviewed = async (days: number) => {
    const { number } = await site.openCase(sara)
    await site.as(sara, async (ctx) => {
      const trajectory = await openTrajectory(ctx, number, 'care', 'write')
      await changeFacts(ctx, trajectory, {
        version: trajectory.version,
        safetyReviewOn: addDays(today, days),
      })
    })
    return number
  }
  const [late, near, far] = [await reviewed(-3), await reviewed(7), await reviewed(8)]
  const few = await statements()
  const page = await site.get(sara, '/vandaag')
  expect(page.text).toContain('3 dagen te laat')
  expect([late, near, far].map((number) => page.text.includes(number))).toEqual([true, true, false])
  expect(page.text.indexOf(late)).toBeLessThan(page.text.indexOf('Deze week'))
  expect(page.text.indexOf(near)).toBeGreaterThan(page.text.indexOf('Deze week'))
  for (let more = 0; more < 10; more += 1) await reviewed(2)
  expect(few).toBeGreaterThan(0)
  expect(await statements()).toBe(few)
  expect((await site.get(iris, '/vandaag')).text).toContain('Niets vraagt nu aandacht')
  const client = await site.staff(['administrator'], 'Noor Kok')
  expect((await site.get(client, '/vandaag')).status).toBe(404)
})
