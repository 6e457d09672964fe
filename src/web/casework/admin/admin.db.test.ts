import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { authenticator } from '../../../../test/authenticator.ts'
import { caseBrowser } from '../../../../test/case-browser.ts'
import { type CaseSite, caseSite } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { addAdministrator } from '../../../gate/index.ts'

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
const test = base.extend<{ site: CaseSite; ask: Ask }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
  ask: async ({ owner }, use) => {
    const client = new pg.Client(owner)
    await client.connect()
    await client.query('delete from gate.tally')
    await use(async (sql, values) => (await client.query(sql, values)).rows)
    await client.end()
  },
})
const codeIn = (text: string) => /\b[34679A-Y]{4}(-[34679A-Y]{4}){4}\b/.exec(text)?.[0] ?? ''
const idOf = async (ask: Ask, name: string) =>
  String((await ask('select id from gate.account where name = $1 order by created_at desc', [name]))[0]?.id)

async function enrol(site: CaseSite, code: string) {
  const [key, browser] = [authenticator('http://zorg.example'), caseBrowser(site)]
  const page = await browser.post('/uitnodiging', { code })
  if (page.status !== 200) return null
  const options = JSON.parse((/data-options="([^"]*)"/.exec(page.html)?.[1] ?? '').replaceAll('&quot;', '"'))
  await browser.post('/uitnodiging/sleutel', { answer: key.create(options) })
  return browser
}

test('somebody is added, invited, and has a role when a second administrator approves it', async ({
  site,
  ask,
}) => {
  const ada = await site.staff(['administrator'], 'Ada Bos')
  const ben = await site.staff(['administrator'], 'Ben Vos')
  const empty = await site.post(ada, '/beheer', [
    ['form', 'iemand'],
    ['name', ' '],
    ['kind', 'staff'],
  ])
  expect(empty.status).toBe(422)
  const added = await site.post(ada, '/beheer', [
    ['form', 'iemand'],
    ['name', 'Noor Kok'],
    ['kind', 'staff'],
  ])
  const code = codeIn(added.text)
  expect(code).not.toBe('')
  expect((await site.get(ada, '/beheer')).text).toMatch(/Noor Kok.*nog geen rol.*uitgenodigd/)
  const id = await idOf(ask, 'Noor Kok')
  const at = `/beheer/${id}`
  const noor = await enrol(site, code)
  expect((await noor?.get('/vandaag'))?.status).toBe(404)

  await site.post(ada, at, [
    ['form', 'rol'],
    ['role', 'care-worker'],
  ])
  const roleId = String((await ask('select id from gate.role where account_id = $1', [id]))[0]?.id)
  expect((await noor?.get('/trajecten'))?.status).toBe(404)
  expect((await site.get(ada, at)).text).toContain('Je stelde dit zelf voor')
  expect(
    (
      await site.post(ada, at, [
        ['form', 'goedkeuren'],
        ['role', roleId],
      ])
    ).status,
  ).toBe(409)
  expect(
    (
      await site.post(ben, at, [
        ['form', 'goedkeuren'],
        ['role', roleId],
      ])
    ).status,
  ).toBe(303)
  expect((await noor?.get('/trajecten'))?.status).toBe(200)
  expect(
    (
      await site.post(ada, at, [
        ['form', 'intrekken'],
        ['role', roleId],
      ])
    ).status,
  ).toBe(303)
  expect((await noor?.get('/trajecten'))?.status).toBe(404)
  const trail = await ask(`select event from audit.line where stream = $1 order by seq`, [`account/${id}`])
  expect(trail.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      'account.added',
      'passkey.added',
      'role.proposed',
      'role.approved',
      'role.ended',
    ]),
  )
  expect(JSON.stringify(trail)).not.toContain('Noor')
})

test('nobody gives themselves a role, in the pages or in the database', async ({ site, ask }) => {
  const ada = await site.staff(['administrator'], 'Ada Bos')
  const ben = await site.staff(['administrator'], 'Ben Vos')
  const mine = `/beheer/${ada.accountId}`
  expect((await site.get(ada, mine)).text).toContain('Dit ben jij')
  expect(
    (
      await site.post(ada, mine, [
        ['form', 'rol'],
        ['role', 'care-coordinator'],
      ])
    ).status,
  ).toBe(404)
  expect((await site.post(ada, mine, [['form', 'stoppen']])).status).toBe(404)
  // Proposed by another, it is still not for oneself to approve.
  await site.post(ben, mine, [
    ['form', 'rol'],
    ['role', 'care-worker'],
  ])
  const roleId = String(
    (await ask(`select id from gate.role where account_id = $1 and role = 'care-worker'`, [ada.accountId]))[0]
      ?.id,
  )
  expect(
    (
      await site.post(ada, mine, [
        ['form', 'goedkeuren'],
        ['role', roleId],
      ])
    ).status,
  ).toBe(404)

  const asAda = (statement: RawBuilder<unknown>) =>
    site
      .as({ ...ada, actor: { kind: 'system', name: 'gate', municipality: '' } }, ({ tx }) =>
        statement.execute(tx),
      )
      .then(
        () => 'done',
        (error: Error) => error.message,
      )
  const now = sql`meta.clock()`
  const other = await site.staff([], 'Iris de Wit')
  for (const statement of [
    sql`insert into gate.role (account_id, role, proposed_by, proposed_at) values (${ada.accountId}, 'privacy-officer', ${ada.accountId}, ${now})`,
    sql`insert into gate.role (account_id, role, proposed_at, approved_at) values (${ada.accountId}, 'privacy-officer', ${now}, ${now})`,
    sql`insert into gate.role (account_id, role, proposed_at, approved_at) values (${other.accountId}, 'privacy-officer', ${now}, ${now})`,
    sql`insert into gate.role (account_id, role, proposed_by, proposed_at) values (${other.accountId}, 'privacy-officer', ${ben.accountId}, ${now})`,
    sql`update gate.role set approved_at = ${now}, approved_by = ${ben.accountId} where id = ${roleId}`,
    sql`update gate.role set approved_at = ${now}, approved_by = ${ada.accountId} where id = ${roleId}`,
  ]) {
    expect(await asAda(statement)).toMatch(/role is (proposed|approved)|roles are given|violates check/)
  }
  expect((await ask('select approved_at from gate.role where id = $1', [roleId]))[0]?.approved_at).toBeNull()
})

test('ending an account ends its sessions, passkeys and roles at once', async ({ site, ask }) => {
  const ada = await site.staff(['administrator'], 'Ada Bos')
  const added = await site.post(ada, '/beheer', [
    ['form', 'organisatie'],
    ['organisation', 'Stichting Overkant'],
    ['kind', 'school'],
  ])
  expect(added.status).toBe(303)
  const [{ id: organisation = '' } = {}] = await ask(
    `select id from gate.organisation where name = 'Stichting Overkant'`,
  )
  const without = await site.post(ada, '/beheer', [
    ['form', 'iemand'],
    ['name', 'Joost Bakker'],
    ['kind', 'partner'],
    ['organisation', ''],
  ])
  expect(without.status).toBe(422)
  expect(without.html).toContain('value="Joost Bakker"')
  const got = await site.post(ada, '/beheer', [
    ['form', 'iemand'],
    ['name', 'Joost Bakker'],
    ['kind', 'partner'],
    ['organisation', String(organisation)],
  ])
  const joost = await enrol(site, codeIn(got.text))
  expect((await joost?.get('/sessies'))?.status).toBe(200)
  const id = await idOf(ask, 'Joost Bakker')
  expect((await site.post(ada, `/beheer/${id}`, [['form', 'stoppen']])).location).toBe(
    '/beheer?gedaan=gestopt',
  )
  expect((await joost?.get('/sessies'))?.location).toBe('/aanmelden')
  expect(await ask('select from gate.passkey where account_id = $1 and ended_at is null', [id])).toHaveLength(
    0,
  )
  expect(await ask('select from gate.session where account_id = $1 and ended_at is null', [id])).toHaveLength(
    0,
  )
  expect((await site.get(ada, `/beheer/${id}`)).status).toBe(404)
  expect((await site.get(ada, '/beheer')).text).toContain('gestopt op')
})

test('two others recover access; not the person, and not one of them twice', async ({ site, ask }) => {
  const ada = await site.staff(['administrator'], 'Ada Bos')
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const got = await site.post(ada, '/beheer', [
    ['form', 'iemand'],
    ['name', 'Lost Bob'],
    ['kind', 'staff'],
  ])
  const bob = await enrol(site, codeIn(got.text))
  const id = await idOf(ask, 'Lost Bob')
  // An administrator alone cannot make another invitation once there was a passkey.
  expect((await site.post(ada, `/beheer/${id}`, [['form', 'uitnodigen']])).status).toBe(409)
  const path = '/beheer/herstel'
  expect((await site.get(iris, path)).status).toBe(404)
  expect(
    (
      await site.post(ada, path, [
        ['form', 'vraag'],
        ['account', ''],
      ])
    ).status,
  ).toBe(422)
  expect(
    (
      await site.post(ada, path, [
        ['form', 'vraag'],
        ['account', ada.accountId],
      ])
    ).status,
  ).toBe(404)
  expect(
    (
      await site.post(ada, path, [
        ['form', 'vraag'],
        ['account', id],
      ])
    ).status,
  ).toBe(303)
  expect(
    (
      await site.post(sara, path, [
        ['form', 'vraag'],
        ['account', id],
      ])
    ).status,
  ).toBe(409)
  const recovery = String((await ask('select id from gate.recovery where account_id = $1', [id]))[0]?.id)
  const confirm = [
    ['form', 'bevestig'],
    ['recovery', recovery],
  ] as const
  expect((await site.post(ada, path, confirm)).status).toBe(409)
  expect((await bob?.get('/sessies'))?.status).toBe(200)
  expect((await site.get(sara, path)).text).toContain('Lost Bob: gevraagd door Ada Bos')
  const done = await site.post(sara, path, confirm)
  expect(done.status).toBe(200)
  expect((await bob?.get('/sessies'))?.location).toBe('/aanmelden')
  expect((await site.post(sara, path, confirm)).status).toBe(404)
  expect((await (await enrol(site, codeIn(done.text)))?.get('/sessies'))?.status).toBe(200)
})

test('administrators reach no case, and nothing of another municipality', async ({ site, ask }) => {
  const ada = await site.staff(['administrator'], 'Ada Bos')
  const sara = await site.staff(['care-coordinator'])
  const elsewhere = await site.staff(['administrator'], 'Els Elders', 'elders')
  const { number } = await site.openCase(sara)
  for (const path of [
    '/trajecten',
    `/trajecten/${number}`,
    `/trajecten/${number}/kaart`,
    '/vandaag',
    '/zoeken',
  ]) {
    expect((await site.get(ada, path)).status, path).toBe(404)
  }
  for (const table of ['trajectory', 'note', 'goal', 'share', 'care_relation']) {
    const { rows } = await site.as(ada, ({ tx }) =>
      sql`select from reintegration.${sql.ref(table)}`.execute(tx),
    )
    expect(rows, table).toHaveLength(0)
    await expect(
      site.gate(({ tx }) => sql`select from reintegration.${sql.ref(table)}`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
  }
  expect((await site.get(elsewhere, '/beheer')).text).not.toContain('Sara Haddad')
  expect((await site.get(elsewhere, `/beheer/${sara.accountId}`)).status).toBe(404)
  expect((await site.post(elsewhere, `/beheer/${sara.accountId}`, [['form', 'stoppen']])).status).toBe(404)
  for (const who of [sara, await site.partner()]) expect((await site.get(who, '/beheer')).status).toBe(404)
  expect((await site.get(null, '/beheer')).location).toBe('/aanmelden')
  expect(
    await ask('select from gate.account where id = $1 and ended_at is null', [sara.accountId]),
  ).toHaveLength(1)
})

test('the command line makes the first administrators, who come in with an invitation', async ({
  site,
  ask,
}) => {
  const code = await site.gate((ctx) =>
    addAdministrator(ctx, { name: 'Eerste Beheer', municipality: 'testdorp', town: 'Testdorp' }),
  )
  const first = await enrol(site, code)
  expect((await first?.get('/beheer'))?.status).toBe(200)
  expect(await ask(`select from gate.account where name = 'Eerste Beheer' and demonstration`)).toHaveLength(0)
})
