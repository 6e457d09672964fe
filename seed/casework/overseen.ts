/** What waits for the privacy officer: an entry in an emergency, somebody who read at night, and a request with its clock. */
import type { CaseCtx } from '../../src/case-ctx.ts'
import { addDays, dayOf } from '../../src/days.ts'
import { breakGlass, openTrajectory, registerRequest, verifyIdentity } from '../../src/reintegration/index.ts'

export type Overseeing = {
  as<T>(name: string, then: Date, work: (ctx: CaseCtx) => Promise<T>): Promise<T>
  numbers: ReadonlyMap<number, string>
  now: Date
  moveClock(to: Date): Promise<void>
}

const minute = 60_000

export async function overseen({ as, numbers, now, moveClock }: Overseeing): Promise<void> {
  const number = (index: number) => numbers.get(index) ?? ''
  const on = async <T>(then: Date, name: string, work: (ctx: CaseCtx) => Promise<T>) => {
    await moveClock(then)
    return as(name, then, work)
  }
  const night = hour(now, 2, 40)
  await on(night < now ? night : new Date(now.getTime() - 3 * minute), 'M. Oudekerk', (ctx) =>
    openTrajectory(ctx, number(7)),
  )
  const entered = new Date(now.getTime() - 2 * minute)
  await on(entered, 'J. Kroon', async (ctx) => {
    await breakGlass(ctx, {
      number: number(2),
      reason: 'Zij belde huilend vanaf het station. S. Haddad neemt niet op, ook niet na drie keer bellen.',
    })
    await openTrajectory(ctx, number(2))
  })
  const asked = await on(now, 'P. Vonk', (ctx) =>
    registerRequest(ctx, {
      number: number(4),
      kind: 'access',
      way: 'letter',
      receivedOn: addDays(dayOf(now), -19),
      words: 'Ik wil weten wat jullie over mij opschrijven en wie het leest.',
    }),
  )
  await as('P. Vonk', now, (ctx) => verifyIdentity(ctx, { id: asked, version: 1, how: 'document-seen' }))
}

/** A time of the day of a moment, in the Netherlands. */
function hour(of: Date, hours: number, minutes: number): Date {
  const midnight = Date.parse(`${dayOf(of)}T00:00:00Z`)
  const at = new Date(midnight + (hours * 60 + minutes) * minute)
  const offset = new Date(at.toLocaleString('en-US', { timeZone: 'Europe/Amsterdam' })).getTime()
  const utc = new Date(at.toLocaleString('en-US', { timeZone: 'UTC' })).getTime()
  return new Date(at.getTime() - (offset - utc))
}
