import { sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { type CaseSite, caseSite, type Someone } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { newCardCode } from '../../../gate/index.ts'

type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
const test = base.extend<{ site: CaseSite; ask: Ask }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
  ask: async ({ owner }, use) => {
    const client = new pg.Client(owner)
    await client.connect()
    await client.query('delete from gate.tally')
    await use(async (sql, values) => (await client.query(sql, values)).rows)
    await client.query(`update meta.installation set clock_ahead = '0'`)
    await client.end()
  },
})
const pin = '471902'

async function giveCard(site: CaseSite, sara: Someone, number: string): Promise<string> {
  const page = await site.post(sara, `/trajecten/${number}/kaart`, [['form', 'maak']])
  expect(page.status).toBe(200)
  const code = /[34679A-Y]{4}-[34679A-Y]{4}-[34679A-Y]{4}/.exec(page.text)?.[0] ?? ''
  expect(code).not.toBe('')
  return code
}
const choose = (site: CaseSite, code: string, first = pin, again = first) =>
  site.post(null, '/kaart/nieuw', [
    ['code', code],
    ['pin', first],
    ['again', again],
  ])
const signIn = (site: CaseSite, code: string, given = pin) =>
  site.post(null, '/kaart', [
    ['code', code],
    ['pin', given],
  ])
const tokenOf = (got: { headers: Headers }) =>
  /schakel-zorg=([\w-]+);/.exec(got.headers.get('set-cookie') ?? '')?.[1] ?? ''
const holder = (token: string) => ({ token }) as Someone

test('a card is given, a PIN chosen once, and she comes in with the two', async ({ site, ask }) => {
  const sara = await site.staff(['care-coordinator'])
  const { number, id } = await site.openCase(sara)
  expect((await site.get(sara, `/trajecten/${number}`)).text).toContain('Zij heeft geen kaart')
  const code = await giveCard(site, sara, number)
  expect((await site.get(sara, `/trajecten/${number}/kaart`)).text).not.toContain(code)

  for (const [first, again, says] of [
    ['12345', '12345', 'Kies zes cijfers'],
    ['123456', '123456', 'makkelijk te raden'],
    [pin, '471903', 'niet hetzelfde'],
  ] as const) {
    const bad = await choose(site, code, first, again)
    expect(bad.status).toBe(422)
    expect(bad.text).toContain(says)
    expect(bad.html).toContain(code)
    expect(bad.html).not.toContain(`value="${first}"`)
  }
  expect((await signIn(site, code)).status).toBe(422)
  const chosen = await choose(site, code.toLowerCase().replaceAll('-', ' '))
  expect(chosen.location).toBe('/mijn')
  expect((await choose(site, code, '300712')).status).toBe(422)

  const came = await signIn(site, code)
  expect(came.location).toBe('/mijn')
  const page = await site.get(holder(tokenOf(came)), '/sessies')
  expect(page.text).toContain('Waar je bent aangemeld')
  expect(page.html).not.toMatch(/schakel\.css|Schakel, begeleiding/)
  // Only what hides the page when she leaves; it works without.
  const scripts = [...page.html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts).toEqual(['<script type="module" src="/assets/leave.js">'])
  expect(page.html).not.toContain(tokenOf(came))

  const [account = {}] = await ask('select * from gate.account where trajectory_id = $1', [id])
  expect(account).toMatchObject({ kind: 'survivor', name: null, municipality: 'testdorp' })
  const kept = JSON.stringify(await ask('select * from gate.card'))
  expect(kept).not.toContain(code)
  expect(kept).not.toContain(pin)
  expect(JSON.stringify(site.logged)).not.toMatch(new RegExp(`${code}|${pin}`))
  const trail = await ask(`select event, outcome from audit.line where stream in ($1, $2)`, [
    `case/${id}`,
    `account/${account.id}`,
  ])
  expect(trail).toEqual(
    expect.arrayContaining([
      { event: 'card.given', outcome: 'done' },
      { event: 'card.chosen', outcome: 'done' },
      { event: 'session.opened', outcome: 'refused' },
      { event: 'session.opened', outcome: 'done' },
    ]),
  )
})

test('what is unknown, wrong, locked, lapsed or ended answers alike, with as many statements', async ({
  site,
  caseDbs,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const cases = await Promise.all([1, 2, 3].map(() => site.openCase(sara)))
  const [good, locked, ended] = await Promise.all(cases.map(({ number }) => giveCard(site, sara, number)))
  for (const code of [good, locked, ended]) expect((await choose(site, code ?? '')).status).toBe(303)
  for (let miss = 0; miss < 5; miss++) await signIn(site, locked ?? '', '300712')
  await site.post(sara, `/trajecten/${cases[2]?.number}/kaart`, [['form', 'stop']])
  const same = (html: string) => html.replace(/value="[^"]*"/g, '')
  const answers = []
  let statements = 0
  const counting = await caseSite(
    {
      ...caseDbs,
      gate: caseDbs.gate.withPlugin({
        transformQuery: ({ node }) => {
          statements++
          return node
        },
        transformResult: async ({ result }) => result,
      }),
    },
    { vault: site.vault, network: site.network },
  )
  for (const [code, given] of [
    [newCardCode(), pin],
    [good, '300712'],
    [locked, pin],
    [ended, pin],
    ['onzin', pin],
    [good, 'onzin'],
  ] as const) {
    statements = 0
    const got = await signIn(counting, code ?? '', given)
    answers.push({
      status: got.status,
      html: same(got.html),
      cookie: got.headers.get('set-cookie'),
      statements,
    })
  }
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]?.status).toBe(422)
  expect(answers[0]?.cookie).toBeNull()
  expect(answers[0]?.statements).toBeGreaterThan(3)
  const chosen = []
  for (const code of [newCardCode(), good, ended]) {
    const got = await choose(site, code ?? '', '300712')
    chosen.push({ status: got.status, html: same(got.html) })
  }
  for (const answer of chosen) expect(answer).toEqual(chosen[0])
  expect((await signIn(site, good ?? '')).status).toBe(303)
})

test('five misses lock a card until the coordinator unlocks it; another worker cannot', async ({
  site,
  ask,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const { number } = await site.openCase(sara)
  await site.post(sara, `/trajecten/${number}/team`, [
    ['form', 'erbij'],
    ['account', iris.accountId],
    ['part', 'worker'],
  ])
  const code = await giveCard(site, sara, number)
  await choose(site, code)
  // At the same moment, as a program would.
  await Promise.all(Array.from({ length: 8 }, () => signIn(site, code, '300712')))
  const [card] = await ask(
    'select misses from gate.card where ended_at is null and misses > 0 order by given_at desc',
  )
  expect(card?.misses).toBe(5)
  expect((await signIn(site, code)).status).toBe(422)
  const path = `/trajecten/${number}/kaart`
  expect((await site.get(sara, path)).text).toContain('geblokkeerd')
  expect((await site.post(iris, path, [['form', 'vrij']])).status).toBe(409)
  expect((await site.post(iris, path, [['form', 'maak']])).status).toBe(409)
  expect((await site.post(sara, path, [['form', 'vrij']])).status).toBe(303)
  expect((await signIn(site, code)).status).toBe(303)
  // Whoever works with her may shut the door.
  expect((await site.post(iris, path, [['form', 'stop']])).status).toBe(303)
  expect((await signIn(site, code)).status).toBe(422)
})

test('a new card, or one button, ends the old card and every session at once', async ({ site, ask }) => {
  const sara = await site.staff(['care-coordinator'])
  const { number } = await site.openCase(sara)
  const path = `/trajecten/${number}/kaart`
  const old = await giveCard(site, sara, number)
  const one = holder(tokenOf(await choose(site, old)))
  const two = holder(tokenOf(await signIn(site, old)))
  expect((await site.get(sara, path)).text).toContain('aangemeld op 2 apparaten')
  const fresh = await giveCard(site, sara, number)
  for (const who of [one, two]) expect((await site.get(who, '/sessies')).location).toBe('/aanmelden')
  expect((await signIn(site, old)).status).toBe(422)
  const three = holder(tokenOf(await choose(site, fresh)))
  expect((await site.get(three, '/sessies')).status).toBe(200)
  await site.post(sara, path, [['form', 'stop']])
  expect((await site.get(three, '/sessies')).status).toBe(303)
  expect((await site.get(sara, path)).text).toContain('Zij heeft geen kaart')
  expect(
    await ask(
      `select count(*)::int as n from gate.account a join reintegration.trajectory t on t.id = a.trajectory_id where t.number = $1`,
      [number],
    ),
  ).toEqual([{ n: 1 }])
})

test('nobody makes a card for a case that they do not reach, over the login itself', async ({
  site,
  ask,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const other = await site.staff(['care-coordinator'], 'Bo Smit')
  const { number, id } = await site.openCase(sara)
  expect((await site.get(other, `/trajecten/${number}/kaart`)).status).toBe(404)
  expect((await site.post(other, `/trajecten/${number}/kaart`, [['form', 'maak']])).status).toBe(404)
  for (const call of [
    sql`gate.give_card(${id}, sha256('x'))`,
    sql`gate.end_access(${id})`,
    sql`gate.unlock_card(${id})`,
    sql`(select given_at from gate.card_of(${id}))`,
  ]) {
    const { rows } = await site.as(other, ({ tx }) =>
      sql<{ got: unknown }>`select ${call} as got`.execute(tx),
    )
    expect(rows).toEqual([{ got: null }])
  }
  expect(
    await ask(
      'select count(*)::int as n from gate.card c join gate.account a on a.id = c.account_id where a.trajectory_id = $1',
      [id],
    ),
  ).toEqual([{ n: 0 }])
})

test('a new card waits for fourteen days and no longer', async ({ site, ask }) => {
  const sara = await site.staff(['care-coordinator'])
  const { number } = await site.openCase(sara)
  const early = await giveCard(site, sara, number)
  await ask(`update meta.installation set clock_ahead = '13 days 23 hours'`)
  expect((await choose(site, early)).status).toBe(303)
  await ask(`update meta.installation set clock_ahead = '0'`)
  const late = await giveCard(site, sara, number)
  await ask(`update meta.installation set clock_ahead = '14 days 1 minute'`)
  expect((await choose(site, late)).status).toBe(422)
})

test('one network tries thirty times in a quarter of an hour, also after a restart', async ({
  site,
  ask,
  caseDbs,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const { number } = await site.openCase(sara)
  const code = await giveCard(site, sara, number)
  await choose(site, code)
  for (let i = 0; i < 29; i++) await signIn(site, newCardCode())
  expect((await signIn(site, code)).status).toBe(422)
  const again = await caseSite(caseDbs, { vault: site.vault, network: site.network })
  expect((await signIn(again, code)).status).toBe(422)
  const [card] = await ask(
    `select misses from gate.card c join gate.account a on a.id = c.account_id join reintegration.trajectory t on t.id = a.trajectory_id where t.number = $1`,
    [number],
  )
  expect(card?.misses).toBe(0)
  await ask(`update meta.installation set clock_ahead = '16 minutes'`)
  expect((await signIn(site, code)).status).toBe(303)
})
