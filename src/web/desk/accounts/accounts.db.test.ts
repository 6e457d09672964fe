/** The clerk says which councillor an account is; then "my motions" opens for whoever signs in with it. */
import { describe, expect } from 'vitest'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { deskSite, fieldsOf, withFields } from '../../../../test/desk-site.ts'
import { as, registerSample } from '../../../../test/life.ts'
import { councillorMotions, linkAccount, unlinkAccount } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import { addPerson } from '../../../identity/index.ts'

const page = '/testdorp/bureau/accounts'
const run = <T>(databases: Databases, work: (ctx: Ctx) => Promise<T>) =>
  transact(databases.desk, testActor, work, testNow)
const personNamed = async (ctx: Ctx, name: string) =>
  (
    await ctx.tx
      .selectFrom('council.person')
      .select('id')
      .where('municipality', '=', 'testdorp')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  ).id

let account: string
let other: string
let made = false
async function begin(databases: Databases) {
  if (!made) {
    await run(databases, async (ctx) => {
      await registerSample(ctx)
      account = await addPerson(ctx, { name: 'Bram  Lindeboom', roles: ['councillor'], demonstration: true })
      other = await addPerson(ctx, { name: 'Ada Bestuur', roles: ['portfolio-holder'], demonstration: true })
      await addPerson(ctx, { name: 'Kanarie Ambtenaar', roles: ['policy-officer'], demonstration: true })
    })
    made = true
  }
  return deskSite(databases, () => new Date('2024-09-12T10:00:00Z'))
}
/** As the councillor of this account. */
const mine = (databases: Databases) =>
  run(databases, async (ctx) => {
    const councillor = await as(ctx, 'councillor', '2024-09-12')
    return councillorMotions({
      ...councillor,
      actor: { ...councillor.actor, personId: account } as Ctx['actor'],
    })
  })

describe('who is who', () => {
  test('is for the clerk only, and shows accounts of councillors and aldermen, never of officials', async ({
    databases,
  }) => {
    const desk = await begin(databases)
    for (const role of ['councillor', 'portfolio-holder', 'policy-officer'] as const)
      expect((await desk.get(role, page)).status, role).toBe(403)
    const shown = await desk.get('clerk', page)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Ada Bestuur')
    expect(shown.text).not.toContain('Kanarie Ambtenaar')
    expect(shown.text).toContain('Hoort bij: nog niemand')
    expect((await desk.get('clerk', '/testdorp/bureau')).html).toContain(`href="${page}"`)
    expect((await desk.get('clerk', `/en${page}`)).text).toContain('Belongs to: nobody yet')
  })

  test('the same name is offered; linking opens "my motions"; taking it apart closes them; both are remembered', async ({
    databases,
  }) => {
    const desk = await begin(databases)
    expect(await mine(databases)).toMatchObject({ person: null, motions: [] })
    const form = fieldsOf((await desk.get('clerk', page)).html, `value="${account}"`)
    const person = await run(databases, (ctx) => personNamed(ctx, 'Bram Lindeboom'))
    const done = await desk.post('clerk', page, withFields(form, { person: String(person) }))
    expect(done.location).toBe(`${page}?gekoppeld=${account}`)
    const shown = await desk.get('clerk', done.location!)
    expect(shown.text).toMatch(/Het account van Bram\s+Lindeboom hoort nu bij Bram Lindeboom\./)
    expect(shown.text).toContain('1 motie ingediend')
    expect(await mine(databases)).toMatchObject({ whose: 'own', motions: [{ number: 'H.4' }] })

    const apart = await desk.post('clerk', page, [
      ...fieldsOf(shown.html, `value="${account}"`),
      ['action', 'unlink'],
    ])
    expect(apart.location).toBe(`${page}?los=${account}`)
    expect(await mine(databases)).toMatchObject({ person: null })
    const after = await desk.get('clerk', page)
    expect(after.text).toMatch(
      /losgemaakt van Bram Lindeboom Kanarie clerk, 12 september 2024.*gekoppeld aan/,
    )
  })

  test('nothing chosen, somebody who has an account, and an account of no such role come back', async ({
    databases,
  }) => {
    const desk = await begin(databases)
    const person = await run(databases, (ctx) => personNamed(ctx, 'Bram Lindeboom'))
    const send = (fields: Record<string, string>) =>
      desk.post('clerk', page, Object.entries({ account, seen: '', ...fields }))
    const none = await send({ person: '' })
    expect(none.status).toBe(422)
    expect(none.html).toContain(`href="#wie-${account}-person"`)
    expect(none.text).toContain('Vul dit in.')
    await run(databases, (ctx) => linkAccount(ctx, { account: other, person }))
    const taken = await send({ person: String(person) })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Deze persoon hoort al bij een ander account.')
    expect(taken.html).toMatch(new RegExp(`<option[^>]*value="${person}"[^>]*selected`))
    expect((await send({ account: 'nobody', person: String(person) })).status).toBe(422)
    expect((await send({ person: '999999' })).status).toBe(422)
    await run(databases, (ctx) => unlinkAccount(ctx, { account: other }))
  })

  test('whoever comes second sees what the first did', async ({ databases }) => {
    const desk = await begin(databases)
    const person = await run(databases, (ctx) => personNamed(ctx, 'Bram Lindeboom'))
    const form = fieldsOf((await desk.get('clerk', page)).html, `value="${account}"`)
    await run(databases, (ctx) => linkAccount(ctx, { account, person }))
    const late = await desk.post('second-clerk', page, withFields(form, { person: String(person) }))
    expect(late.status).toBe(409)
    expect(late.text).toContain('Iemand anders heeft dit intussen veranderd.')
    expect(late.text).toContain('Hoort bij: Bram Lindeboom')
    await run(databases, (ctx) => unlinkAccount(ctx, { account }))
    await expect(run(databases, (ctx) => unlinkAccount(ctx, { account }))).rejects.toMatchObject({
      code: 'changed-by-other',
    })
  })

  test('the command refuses everybody but the clerk and the program', async ({ databases }) => {
    await begin(databases)
    for (const role of ['councillor', 'portfolio-holder', 'policy-officer'] as const) {
      await expect(
        run(databases, async (ctx) => linkAccount(await as(ctx, role, '2024-09-12'), { account, person: 1 })),
        role,
      ).rejects.toMatchObject({ name: 'Denied' })
      await expect(
        run(databases, async (ctx) => unlinkAccount(await as(ctx, role, '2024-09-12'), { account })),
        role,
      ).rejects.toMatchObject({ name: 'Denied' })
    }
  })
})
