import pg from 'pg'
import { expect } from 'vitest'
import { type CaseSite, caseSite, type Someone } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'

const test = base.extend<{ site: CaseSite }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
})
const canary = 'Kanariegeel'

async function begin(site: CaseSite, sara: Someone): Promise<string> {
  const answer = await site.post(sara, '/trajecten/nieuw', [
    ['called', `${canary} Lotte`],
    ['ground', 'wmo-2.3.2'],
    ['caution', `${canary}: niet bellen voor 18.00 uur`],
    ['title', 'Ik wil een eigen deur'],
    ['phase', 'crisis'],
    ['safetyReviewOn', ''],
  ])
  expect(answer.status).toBe(303)
  return /T-\d+/.exec(answer.location ?? '')?.[0] ?? ''
}

/** Events of the trail of a case, as the owner reads them. */
async function trail(owner: pg.ClientConfig, number: string): Promise<string[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query(
    `select body::json->>'event' as event from audit.line where stream = 'case/' || (select id from reintegration.trajectory where number = $1) order by seq`,
    [number],
  )
  await client.end()
  return rows.map(({ event }) => event)
}

test('three things begin a case; nothing of it is kept in plain', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const bad = await site.post(sara, '/trajecten/nieuw', [
    ['called', 'Lotte'],
    ['ground', ''],
  ])
  expect(bad.status).toBe(422)
  expect(bad.html).toContain('value="Lotte"')
  const number = await begin(site, sara)
  const page = await site.get(sara, `/trajecten/${number}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('“Ik wil een eigen deur”')
  expect(page.text).toContain('niet bellen voor 18.00 uur')
  expect(page.headers.get('cache-control')).toBe('no-store')
  const list = await site.get(sara, '/trajecten')
  expect(list.text).toContain(number)
  expect(list.text).not.toContain(canary)
  const client = new pg.Client(owner)
  await client.connect()
  const { rows: tables } = await client.query(
    `select format('%I.%I', schemaname, tablename) as place from pg_tables where schemaname in ('gate', 'reintegration', 'vault', 'audit')`,
  )
  for (const { place } of tables) {
    const { rows } = await client.query(`select t::text as row from ${place} t`)
    const found = rows.filter(
      ({ row }) => row.includes(canary) || row.includes(Buffer.from(canary).toString('hex')),
    )
    expect(found, place).toEqual([])
  }
  await client.end()
  expect(await trail(owner, number)).toEqual(
    expect.arrayContaining(['case.opened', 'case.begun', 'identity.set', 'case.changed']),
  )
})

test('what is missing and what is forbidden answer alike, and the refusal is written down', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const other = await site.staff(['care-worker'], 'Iris de Wit')
  const elsewhere = await site.staff(['care-coordinator'], 'Bo Smit', 'elders')
  const number = await begin(site, sara)
  const plain = (html: string) => html.replaceAll(number, 'T').replaceAll('T-9999', 'T')
  for (const who of [other, elsewhere]) {
    for (const path of ['', '/wie', '/plaatsen', '/team', '/gegevens', '/afsluiten', '/heropenen']) {
      const missing = await site.get(who, `/trajecten/T-9999${path}`)
      const forbidden = await site.get(who, `/trajecten/${number}${path}`)
      expect(forbidden.status).toBe(404)
      expect(plain(forbidden.html)).toBe(plain(missing.html))
    }
    expect((await site.post(who, `/trajecten/${number}/gegevens`, [['version', '1']])).status).toBe(404)
  }
  expect((await trail(owner, number)).filter((event) => event === 'case.refused').length).toBeGreaterThan(0)
  for (const roles of [['administrator'], ['privacy-officer']] as const) {
    const who = await site.staff(roles, 'Noor Kok')
    expect((await site.get(who, `/trajecten/${number}`)).status).toBe(404)
  }
  expect((await site.get(null, `/trajecten/${number}`)).location).toBe('/aanmelden')
  expect(JSON.stringify(site.logged)).not.toContain(number)
})

test('a colleague joins, it is handed over, and who left finds nothing any more', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const number = await begin(site, sara)
  const team = `/trajecten/${number}/team`
  const joined = await site.post(sara, team, [
    ['form', 'erbij'],
    ['account', iris.accountId],
    ['part', 'worker'],
  ])
  expect(joined.status).toBe(303)
  expect((await site.get(iris, `/trajecten/${number}`)).status).toBe(200)
  const twice = await site.post(sara, team, [
    ['form', 'erbij'],
    ['account', iris.accountId],
    ['part', 'worker'],
  ])
  expect(twice.status).toBe(422)
  const notHers = await site.post(iris, team, [
    ['form', 'over'],
    ['account', iris.accountId],
  ])
  expect(notHers.status).toBe(409)
  const over = await site.post(sara, team, [
    ['form', 'over'],
    ['account', iris.accountId],
  ])
  expect(over.location).toBe('/trajecten')
  expect((await site.get(sara, `/trajecten/${number}`)).status).toBe(404)
  expect((await site.get(iris, team)).text).toContain('Iris de Wit coördineert')
  expect(await trail(owner, number)).toEqual(expect.arrayContaining(['team.joined', 'team.left']))
})

test('two details that both fit find her, among one’s own', async ({ site }) => {
  const sara = await site.staff(['care-coordinator'])
  const number = await begin(site, sara)
  await site.post(sara, `/trajecten/${number}/wie`, [
    ['called', 'Lotte'],
    ['surname', 'van der Zee'],
    ['birth-date', '2 september 1999'],
    ['phone', '06 12 34 56 78'],
  ])
  const search = (who: Someone, fields: [string, string][]) => site.post(who, '/zoeken', fields)
  expect((await search(sara, [['surname', 'Van der Zee']])).status).toBe(422)
  const found = await search(sara, [
    ['surname', 'van  der zee'],
    ['birth-date', '2-9-1999'],
  ])
  expect(found.text).toContain(number)
  expect(
    (
      await search(sara, [
        ['surname', 'van der zee'],
        ['birth-date', '3-9-1999'],
      ])
    ).text,
  ).not.toContain(number)
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  expect(
    (
      await search(iris, [
        ['surname', 'van der zee'],
        ['birth-date', '2-9-1999'],
      ])
    ).text,
  ).not.toContain(number)
})

test('a place is shown one at a time, to whom it was granted, and each time written down', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const number = await begin(site, sara)
  const at = `/trajecten/${number}/plaatsen`
  await site.post(sara, `/trajecten/${number}/team`, [
    ['form', 'erbij'],
    ['account', iris.accountId],
    ['part', 'worker'],
  ])
  await site.post(sara, at, [
    ['kind', 'stay'],
    ['text', `${canary}laan 12`],
  ])
  const list = await site.get(sara, at)
  expect(list.text).not.toContain('laan 12')
  const one = /plaatsen\/(\d+)/.exec(list.html)?.[1] ?? ''
  expect((await site.get(sara, `${at}/${one}`)).text).toContain('laan 12')
  expect((await site.get(iris, at)).text).toContain('Er is geen plaats')
  expect((await site.get(iris, `${at}/${one}`)).status).toBe(404)
  await site.post(sara, `${at}/${one}`, [['account', iris.accountId]])
  expect((await site.get(iris, `${at}/${one}`)).text).toContain('laan 12')
  expect((await trail(owner, number)).filter((event) => event === 'location.opened')).toHaveLength(2)
})

test('emergency access: a reason, three hours, and a notice', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const admin = await site.staff(['administrator'], 'Noor Kok')
  const number = await begin(site, sara)
  const reason = 'Zij belt vanaf het station en niemand van het team neemt op.'
  expect(
    (
      await site.post(iris, '/noodtoegang', [
        ['number', number],
        ['reason', 'nodig'],
      ])
    ).status,
  ).toBe(422)
  const missing = await site.post(iris, '/noodtoegang', [
    ['number', 'T-9999'],
    ['reason', reason],
  ])
  expect(missing.status).toBe(422)
  expect(missing.html).toContain(reason)
  expect(
    (
      await site.post(admin, '/noodtoegang', [
        ['number', number],
        ['reason', reason],
      ])
    ).status,
  ).toBe(404)
  const entered = await site.post(iris, '/noodtoegang', [
    ['number', number.toLowerCase()],
    ['reason', reason],
  ])
  expect(entered.status).toBe(303)
  expect((await site.get(iris, `/trajecten/${number}`)).text).toContain('noodtoegang')
  // An emergency changes nobody's part.
  const own = await site.post(iris, `/trajecten/${number}/team`, [
    ['form', 'over'],
    ['account', iris.accountId],
  ])
  expect(own.status).toBe(409)
  expect(await trail(owner, number)).toContain('emergency.entered')
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(
    `update reintegration.emergency set from_at = from_at - interval '3 hours', until_at = until_at - interval '3 hours'`,
  )
  await client.end()
  expect((await site.get(iris, `/trajecten/${number}`)).status).toBe(404)
})

test('closing asks for safety first; a closed case is read, and opens again', async ({ site }) => {
  const sara = await site.staff(['care-coordinator'])
  const number = await begin(site, sara)
  const at = `/trajecten/${number}`
  const version = async (path: string) =>
    /name="version" value="(\d+)"/.exec((await site.get(sara, path)).html)?.[1] ?? ''
  const close = async () =>
    site.post(sara, `${at}/afsluiten`, [
      ['closure', 'moved'],
      ['version', await version(`${at}/afsluiten`)],
    ])
  expect((await close()).text).toContain('Bekijk eerst vandaag')
  const today = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam' }).format(new Date())
  const facts = (changed: [string, string][]) =>
    [['state', 'active'], ['phase', 'crisis'], ['residence', 'unknown'], ...changed] as [string, string][]
  const saved = await site.post(
    sara,
    `${at}/gegevens`,
    facts([
      ['version', await version(`${at}/gegevens`)],
      ['safetyReviewedOn', today],
    ]),
  )
  expect(saved.status).toBe(303)
  const stale = await site.post(
    sara,
    `${at}/gegevens`,
    facts([
      ['version', '1'],
      ['caution', 'Let op de hond'],
    ]),
  )
  expect(stale.status).toBe(422)
  expect(stale.html).toContain('Let op de hond')
  expect((await close()).status).toBe(303)
  expect((await site.get(sara, at)).text).toContain('Afgesloten op')
  expect((await site.post(sara, `${at}/wie`, [['called', 'Anders']])).status).toBe(404)
  expect((await site.post(sara, `${at}/heropenen`, [])).status).toBe(303)
  expect((await site.post(sara, `${at}/wie`, [['called', 'Anders']])).status).toBe(303)
})

test('a row of one case is not written into another, whatever the program asks', async ({
  site,
  owner,
  caseDbs,
}) => {
  const [sara, iris] = [
    await site.staff(['care-coordinator']),
    await site.staff(['care-worker'], 'Iris de Wit'),
  ]
  const { id } = await site.openCase(sara)
  const mine = await site.openCase(iris)
  expect(owner).toBeDefined()
  expect(caseDbs).toBeDefined()
  const note = (trajectory: number) =>
    site.as(iris, (ctx) =>
      ctx.tx
        .insertInto('reintegration.note')
        .values({
          trajectory_id: trajectory,
          kind: 'conversation',
          body: Buffer.from([0]),
          written_by: iris.accountId,
          written_at: new Date(),
          removed_at: null,
        })
        .execute(),
    )
  await note(mine.id)
  await expect(note(id)).rejects.toThrow(/row-level security/)
  await expect(
    site.as(iris, (ctx) =>
      ctx.tx
        .updateTable('reintegration.note')
        .set({ trajectory_id: id } as never)
        .execute(),
    ),
  ).rejects.toThrow()
})
