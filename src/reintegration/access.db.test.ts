/**
 * The ladder and the database say the same of everyone, every case and every table that hangs on a case. Each policy is then made to
 * let everything through: the comparison must see it, or it would see nothing.
 */
import fc from 'fast-check'
import pg from 'pg'
import { expect, inject } from 'vitest'
import type { Placed, World } from '../../test/case-world.ts'
import { children, place, shareOpen, standingIn, world } from '../../test/case-world.ts'
import { test } from '../../test/database.ts'
import type { Connection } from '../db/connect.ts'
import { caseConnections } from '../db/connect-case.ts'
import { mayOpen } from './access.ts'

/** Tables of which staff sees all rows of a case that they may open; the column that names the case. */
const staffTables: Record<string, string> = {
  'reintegration.trajectory': 'id',
  'reintegration.care_relation': 'trajectory_id',
  'reintegration.basis': 'trajectory_id',
  'reintegration.share': 'trajectory_id',
  'reintegration.share_item': 'trajectory_id',
  'reintegration.share_message': 'trajectory_id',
  'vault.location_grant': 'trajectory_id',
  ...Object.fromEntries(Object.keys(children).map((table) => [table, 'trajectory_id'])),
}
const herTables: Record<string, string> = {
  'reintegration.trajectory': 'id',
  'reintegration.care_relation': 'trajectory_id',
  'reintegration.appointment': 'trajectory_id',
  'reintegration.goal': 'trajectory_id',
  'reintegration.contact': 'trajectory_id',
  'reintegration.message': 'trajectory_id',
  'reintegration.share': 'trajectory_id',
  'reintegration.share_item': 'trajectory_id',
  'reintegration.subject_request': 'trajectory_id',
}
const partnerTables: Record<string, string> = {
  'reintegration.share': 'id',
  'reintegration.share_item': 'share_id',
  'reintegration.share_message': 'share_id',
}

type Logins = { casework: pg.Client; partner: pg.Client; survivor: pg.Client }

async function withLogins<T>(owner: Connection, use: (logins: Logins) => Promise<T>): Promise<T> {
  const connections = caseConnections(owner, inject('testServer').secret)
  const logins = {
    casework: new pg.Client(connections.schakel_casework),
    partner: new pg.Client(connections.schakel_partner),
    survivor: new pg.Client(connections.schakel_survivor),
  }
  await Promise.all(Object.values(logins).map((client) => client.connect()))
  try {
    return await use(logins)
  } finally {
    await Promise.all(Object.values(logins).map((client) => client.end()))
  }
}

/** What is seen of a table with a token: the distinct values of a column, in order. */
async function seen(client: pg.Client, token: string, tables: Record<string, string>) {
  await client.query(`select set_config('schakel.token', $1, false)`, [token])
  const found: Record<string, number[]> = {}
  for (const [table, column] of Object.entries(tables)) {
    const { rows } = await client.query(`select distinct ${column}::int as id from ${table} order by 1`)
    found[table] = rows.map(({ id }) => id)
  }
  return found
}

const sorted = (ids: number[]) => [...new Set(ids)].sort((one, other) => one - other)

/** Where the two differ, in words; empty when they agree. */
async function differences(it: World, placed: Placed, logins: Logins): Promise<string[]> {
  const told: string[] = []
  const compare = (who: string, found: Record<string, number[]>, expected: (table: string) => number[]) => {
    for (const [table, ids] of Object.entries(found)) {
      const should = sorted(expected(table))
      if (String(ids) !== String(should)) told.push(`${who}: ${table} shows ${ids}, should ${should}`)
    }
  }
  const withShares = (table: string, at: number) =>
    !table.includes('.share') || (it.cases[at]?.shares.length ?? 0) > 0
  const idsOf = (filter: (at: number) => boolean) => placed.caseIds.filter((_, at) => filter(at))
  for (const [who, token] of placed.staffTokens.entries()) {
    const open = (at: number) => mayOpen(standingIn(it, who, at)).may
    compare(`staff ${who}`, await seen(logins.casework, token, staffTables), (table) =>
      idsOf(
        (at) =>
          open(at) &&
          withShares(table, at) &&
          (table !== 'reintegration.care_relation' || (it.cases[at]?.relations.length ?? 0) > 0) &&
          (table !== 'vault.location_grant' || (it.cases[at]?.granted.length ?? 0) > 0),
      ),
    )
    compare(`staff ${who}`, await seen(logins.casework, token, { 'vault.location': 'trajectory_id' }), () =>
      idsOf((at) => open(at) && (it.cases[at]?.granted.includes(who) ?? false)),
    )
    const officer =
      it.staff[who]?.session === 'live' &&
      !it.staff[who]?.ended &&
      it.staff[who]?.roles.some(({ role, stand }) => role === 'privacy-officer' && stand === 'approved')
    compare(
      `staff ${who}`,
      await seen(logins.casework, token, { 'reintegration.emergency': 'trajectory_id' }),
      () =>
        idsOf((at) =>
          (it.cases[at]?.emergencies ?? []).some(
            ({ staff }) => open(at) || (officer && it.staff[staff]?.here === it.staff[who]?.here),
          ),
        ),
    )
    compare(
      `staff ${who}`,
      await seen(logins.casework, token, { 'reintegration.subject_request': 'trajectory_id' }),
      () => idsOf((at) => open(at) || (officer && it.cases[at]?.here === it.staff[who]?.here)),
    )
    // The token of staff opens nothing over the logins of others.
    compare(`staff ${who} as partner`, await seen(logins.partner, token, partnerTables), () => [])
    compare(`staff ${who} as survivor`, await seen(logins.survivor, token, herTables), () => [])
    for (const [at, number] of placed.numbers.entries()) {
      const { rows } = await logins.casework.query('select * from reintegration.standing($1)', [number])
      const { emergency_until: emergencyUntil, ...row } = rows[0]
      const access = mayOpen({ ...row, emergencyUntil })
      const should = mayOpen(standingIn(it, who, at))
      const say = (one: typeof access) => (one.may ? one.by : one.reason)
      if (say(access) !== say(should))
        told.push(`standing of ${who} to ${at}: ${say(access)}, should ${say(should)}`)
    }
  }
  for (const [who, token] of placed.partnerTokens.entries()) {
    compare(`partner ${who}`, await seen(logins.partner, token, partnerTables), () =>
      placed.shareIds.flatMap((shares, at) => shares.filter((_, share) => shareOpen(it, who, at, share))),
    )
    compare(`partner ${who} as staff`, await seen(logins.casework, token, staffTables), () => [])
  }
  for (const [own, token] of placed.herTokens.entries()) {
    if (!token) continue
    compare(`she of ${own}`, await seen(logins.survivor, token, herTables), (table) =>
      idsOf(
        (at) =>
          at === own &&
          withShares(table, at) &&
          (table !== 'reintegration.care_relation' || (it.cases[at]?.relations.length ?? 0) > 0),
      ),
    )
    compare(`she of ${own} as staff`, await seen(logins.casework, token, staffTables), () => [])
  }
  for (const nobody of ['', 'x', 'undefined']) {
    compare(
      'nobody',
      await seen(logins.casework, nobody, {
        ...staffTables,
        'vault.location': 'id',
        'reintegration.subject_request': 'id',
      }),
      () => [],
    )
    compare('nobody', await seen(logins.partner, nobody, partnerTables), () => [])
    compare('nobody', await seen(logins.survivor, nobody, herTables), () => [])
  }
  return told
}

test('the ladder and the rows agree, whoever asks', { timeout: 120_000 }, async ({ owner }) => {
  await withLogins(owner, (logins) =>
    fc.assert(
      fc.asyncProperty(world, async (it) => {
        expect(await differences(it, await place(owner, it), logins)).toEqual([])
      }),
      { numRuns: 12 },
    ),
  )
})

test('a policy that lets everything through is seen, each of them', { timeout: 120_000 }, async ({
  owner,
}) => {
  const admin = new pg.Client(owner)
  await admin.connect()
  const { rows: policies } = await admin.query<{ place: string; name: string; qual: string }>(
    `select format('%I.%I', schemaname, tablename) as place, policyname as name, qual from pg_policies
     where schemaname in ('reintegration', 'vault') and cmd in ('SELECT', 'ALL')
       and roles && array['schakel_casework', 'schakel_partner', 'schakel_survivor']::name[]`,
  )
  expect(policies.length).toBeGreaterThan(25)
  const it = sample()
  const placed = await place(owner, it)
  await withLogins(owner, async (logins) => {
    expect(await differences(it, placed, logins)).toEqual([])
    for (const { place: table, name, qual } of policies) {
      await admin.query(`alter policy ${name} on ${table} using (true)`)
      const told = await differences(it, placed, logins)
      await admin.query(`alter policy ${name} on ${table} using (${qual})`)
      expect(told.filter((one) => one.includes(table)).length, `${table} ${name}`).toBeGreaterThan(0)
    }
    expect(await differences(it, placed, logins)).toEqual([])
  })
  await admin.end()
})

/** Two cases of which each sees one, with everything in both. */
function sample(): World {
  const now = { from: -2, until: null }
  const care = { ...now, withdrawn: false, purpose: 'care' as const }
  const one = (staff: number, partner: number) => ({
    here: true,
    erased: false,
    closed: false,
    bases: [care],
    relations: [{ ...now, staff, part: 'coordinator' as const }],
    emergencies: [{ staff: 3, from: -5 }],
    shares: [{ from: -2, until: 90, partner, stopped: false, basis: 0 }],
    granted: [staff],
    ownAccount: true,
  })
  const who = (role: CaseRoleName) => ({
    here: true,
    ended: false,
    session: 'live' as const,
    roles: [{ role, stand: 'approved' as const }],
  })
  return {
    staff: [who('care-worker'), who('care-coordinator'), who('administrator'), who('care-worker')],
    cases: [one(0, 0), one(1, 1), one(1, 1)],
    partners: [
      { here: true, ended: false, organisationEnded: false },
      { here: true, ended: false, organisationEnded: false },
    ],
  }
}
type CaseRoleName = World['staff'][number]['roles'][number]['role']

test('no login owns a table, and row-level security binds whoever does', async ({ owner }) => {
  const admin = new pg.Client(owner)
  await admin.connect()
  const { rows } = await admin.query(
    `select format('%I.%I', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('reintegration', 'vault') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  expect(rows).toEqual([])
  const { rows: logins } = await admin.query(
    `select rolname from pg_roles where rolname ~ '^schakel_(gate|casework|partner|survivor|counts|keeper|guard|desk|public|worker)'
       and (rolsuper or rolbypassrls or rolcreaterole or exists (select from pg_class where relowner = pg_roles.oid and relkind = 'r'
            and relnamespace::regnamespace::text in ('gate', 'reintegration', 'vault', 'audit')))`,
  )
  expect(logins).toEqual([])
  const { rows: desk } = await admin.query(
    `select g.grantee, g.table_schema || '.' || g.table_name as place from information_schema.role_table_grants g
     where g.grantee in ('schakel_desk', 'schakel_public', 'schakel_worker') and g.table_schema in ('gate', 'reintegration', 'vault')`,
  )
  expect(desk).toEqual([])
  await admin.end()
})
