import pg from 'pg'
import { expect } from 'vitest'
import { actAs, test, testActor, testNow } from '../../test/database.ts'
import type { Ctx } from '../ctx.ts'
import { Denied } from '../errors.ts'
import {
  addPerson,
  demoPeople,
  endRole,
  findSession,
  grantRole,
  sessionHours,
  signInDemo,
  signOut,
} from './index.ts'

const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000)

async function clerk(ctx: Ctx, demonstration = true): Promise<string> {
  return addPerson(ctx, { name: 'Sanne Verweij', demonstration, roles: ['clerk'] })
}

test('somebody signs in, is known, and signs out', async ({ ctx }) => {
  const personId = await clerk(ctx)
  const { token, expiresAt } = await signInDemo(ctx, { personId, role: 'clerk' })
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(expiresAt).toEqual(later(sessionHours))
  const actor = { kind: 'person', personId, name: 'Sanne Verweij', role: 'clerk', municipality: 'testdorp' }
  expect(await findSession(ctx.tx, token, testNow)).toEqual(actor)
  await signOut(ctx, token)
  expect(await findSession(ctx.tx, token, testNow)).toBeNull()
  const events = await ctx.tx.selectFrom('audit.entry').select(['event', 'subject']).orderBy('id').execute()
  expect(events.map(({ event }) => event)).toEqual([
    'person.added',
    'role.granted',
    'session.opened',
    'session.ended',
  ])
  expect(JSON.stringify(events)).not.toContain('Sanne')
  expect(JSON.stringify(events)).not.toContain(token)
})

test('a session ends with its hours, and with the role it was opened in', async ({ ctx }) => {
  const personId = await clerk(ctx)
  const { token } = await signInDemo(ctx, { personId, role: 'clerk' })
  expect(await findSession(ctx.tx, token, later(sessionHours - 0.01))).not.toBeNull()
  expect(await findSession(ctx.tx, token, later(sessionHours))).toBeNull()
  await endRole(ctx, { personId, role: 'clerk' })
  expect(await findSession(ctx.tx, token, testNow)).toBeNull()
})

test('the database keeps no token that would let somebody in', async ({ ctx }) => {
  const { token } = await signInDemo(ctx, { personId: await clerk(ctx), role: 'clerk' })
  const rows = await ctx.tx.selectFrom('identity.session').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]?.token_hash).toHaveLength(32)
  expect(rows[0]?.token_hash.toString('base64url')).not.toBe(token)
  expect(await findSession(ctx.tx, rows[0]?.token_hash.toString('base64url') ?? '', testNow)).toBeNull()
})

test('refused: a real person, a role not held, another municipality, an ended role', async ({ ctx }) => {
  const real = await clerk(ctx, false)
  const invented = await clerk(ctx)
  const elsewhere = await actAs(ctx, { ...testActor, municipality: 'elders' })
  await expect(signInDemo(ctx, { personId: real, role: 'clerk' })).rejects.toThrow(Denied)
  await expect(signInDemo(ctx, { personId: invented, role: 'councillor' })).rejects.toThrow(Denied)
  await expect(signInDemo(elsewhere, { personId: invented, role: 'clerk' })).rejects.toThrow(Denied)
  await endRole(ctx, { personId: invented, role: 'clerk' })
  await expect(signInDemo(ctx, { personId: invented, role: 'clerk' })).rejects.toThrow(Denied)
})

test('a role can be given again after it ended, and is held once', async ({ ctx }) => {
  const personId = await clerk(ctx)
  await grantRole(ctx, { personId, role: 'clerk' })
  await endRole(ctx, { personId, role: 'clerk' })
  expect(await demoPeople(ctx.tx)).toEqual([])
  await grantRole(ctx, { personId, role: 'clerk' })
  expect(await demoPeople(ctx.tx)).toEqual([
    { personId, name: 'Sanne Verweij', role: 'clerk', municipality: 'testdorp' },
  ])
})

// Last: it changes the database of this file.
test('refused in a database begun in production, whatever the caller believes', async ({ ctx, owner }) => {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`update meta.installation set mode = 'production'`)
  await client.end()
  await expect(signInDemo(ctx, { personId: await clerk(ctx), role: 'clerk' })).rejects.toThrow(Denied)
})
