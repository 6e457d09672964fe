/** The pages of a matter over a real database, as people of each role meet them: HTTP, forms, no scripts. */
import { beforeAll, describe, expect } from 'vitest'
import { test, testActor } from '../../../../test/database.ts'
import { formOn, hasForm, wordsOf } from '../../../../test/forms.ts'
import { accounts, announcement, person, registerSample, words } from '../../../../test/life.ts'
import { linkAccount } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import { createApp } from '../../app.ts'
import { webDeps } from '../../deps.ts'
import type { PersonActor } from '../../page.ts'
import { writePlace } from '../evidence/posted-evidence.ts'

const host = 'http://schakel.example'
type Someone = keyof typeof accounts
const tokenOf = (who: Someone) => `token-of-${who}`.padEnd(43, '0')
const people = new Map(
  (Object.keys(accounts) as Someone[]).map((who) => [tokenOf(who), person(who) as PersonActor]),
)

let today = '2024-07-08'
type Site = {
  app: ReturnType<typeof createApp>
  matters: number[]
  document: number
  commitment: number
  inDatabase<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
}
let built: Site | undefined
beforeAll(() => {
  built = undefined
})

async function site(databases: Databases): Promise<Site> {
  if (built) return built
  const inDatabase = <T>(work: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, testActor, work, new Date(`${today}T10:00:00Z`))
  const sample = await inDatabase(async (ctx) => {
    const registered = await registerSample(ctx)
    const { person_id } = await ctx.tx
      .selectFrom('council.motion_submitter')
      .select('person_id')
      .where('motion_id', '=', registered.motion.id)
      .executeTakeFirstOrThrow()
    await linkAccount(ctx, { account: accounts.councillor, person: person_id! })
    return registered
  })
  const deps = webDeps({
    mode: 'demo',
    baseUrl: null,
    databases,
    assets: { url: (name) => `/assets/${name}`, find: () => null },
    clock: () => new Date(`${today}T10:00:00Z`),
    log: () => {},
  })
  const app = createApp({
    ...deps,
    sessions: { ...deps.sessions, find: async (token) => people.get(token) ?? null },
  })
  built = { app, ...sample, inDatabase }
  return built
}

const path = (matter: number) => `/testdorp/bureau/onderdelen/${matter}`
async function get({ app }: Site, who: Someone, address: string) {
  const answer = await app.request(host + address, { headers: { cookie: `schakel=${tokenOf(who)}` } })
  return { status: answer.status, html: await answer.text() }
}
async function send({ app }: Site, who: Someone, address: string, fields: URLSearchParams) {
  const answer = await app.request(host + address, {
    method: 'POST',
    headers: {
      cookie: `schakel=${tokenOf(who)}`,
      origin: host,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: fields,
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
}
type Fill = Record<string, string | readonly string[]>
function fill(fields: URLSearchParams, values: Fill): URLSearchParams {
  for (const [name, value] of Object.entries(values)) {
    fields.delete(name)
    for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
  }
  return fields
}
/** Opens the page, fills in one of its forms and sends it. */
async function take(at: Site, who: Someone, matter: number, anchor: string, values: Fill = {}) {
  const { html } = await get(at, who, path(matter))
  return send(at, who, path(matter), fill(formOn(html, anchor), values))
}
const stateOf = (at: Site, matter: number) =>
  at.inDatabase((ctx) =>
    ctx.tx
      .selectFrom('council.matter')
      .selectAll()
      .where('municipality', '=', 'testdorp')
      .where('id', '=', matter)
      .executeTakeFirstOrThrow(),
  )
const stepsTaken = (at: Site, matter: number) =>
  at.inDatabase(async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('council.matter_history')
      .select('step')
      .where('municipality', '=', 'testdorp')
      .where('matter_id', '=', matter)
      .orderBy('id')
      .execute()
    return rows.map((row) => row.step)
  })

describe('from an open matter to a settled one, and back', () => {
  test('assigned, proposed, objected to, held, decided, reopened, undone', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[0]!
    const evidence = writePlace(words(at.document, announcement))

    const owner = await take(at, 'clerk', matter, 'eigenaar', { official: 'Kanarie Ambtenaar' })
    expect(owner.status).toBe(303)
    expect(owner.location).toBe(`${path(matter)}?gedaan=eigenaar#gedaan`)
    // Somebody who signs in, so that it is theirs to work on.
    await at.inDatabase((ctx) =>
      ctx.tx
        .updateTable('council.matter_official')
        .set({ account_id: accounts['policy-officer'] })
        .where('municipality', '=', 'testdorp')
        .where('matter_id', '=', matter)
        .execute(),
    )

    const open = await get(at, 'policy-officer', path(matter))
    expect(wordsOf(open.html)).toContain('Schakel stelt voor: alleen aangekondigd.')
    const offered = formOn(open.html, 'voorstellen')
    expect(offered.get('outcome'), 'what Schakel suggests is filled in').toBe('announced')
    expect(offered.getAll('evidence'), 'with the words of the announcement').toEqual([evidence])
    const proposed = await send(
      at,
      'policy-officer',
      path(matter),
      fill(offered, { explanation: 'Het plan komt na de zomer.' }),
    )
    expect(proposed.status).toBe(303)
    expect(await stateOf(at, matter)).toMatchObject({ state: 'proposed' })

    today = '2024-07-10'
    const councillor = await get(at, 'councillor', path(matter))
    expect(wordsOf(councillor.html)).toContain('bezwaar maken tot en met 22 juli 2024')
    expect(wordsOf(councillor.html)).not.toContain('Kanarie')
    const objected = await take(at, 'councillor', matter, 'bezwaar', { reason: 'Er staat nog geen bank.' })
    expect(objected.status).toBe(303)

    today = '2024-07-11'
    expect((await take(at, 'clerk', matter, 'aanhouden', { reason: 'Eerst een gesprek.' })).status).toBe(303)
    const early = await get(at, 'clerk', path(matter))
    expect(hasForm(early.html, 'besluiten')).toBe(false)
    expect(wordsOf(early.html, 'besluiten')).toContain('Indieners kunnen nog bezwaar maken')
    expect(wordsOf(early.html, 'besluiten')).toContain(
      'de raad besluit, op voorstel van het college'.slice(1),
    )

    today = '2024-07-23'
    const silent = await take(at, 'second-clerk', matter, 'besluiten', {
      verdict: 'accept',
      on: '22 juli 2024',
    })
    expect(silent.status, 'on the last day of the window nobody decides').toBe(409)
    const wrong = await take(at, 'second-clerk', matter, 'besluiten', { verdict: 'accept' })
    expect(wrong.status).toBe(422)
    expect(wordsOf(wrong.html, 'besluiten')).toContain('Openbare reden: Vul dit in.')
    expect(formOn(wrong.html, 'besluiten').get('verdict')).toBe('accept')
    const decided = await send(
      at,
      'second-clerk',
      path(matter),
      fill(formOn(wrong.html, 'besluiten'), { reason: 'De raad wacht het plan af.' }),
    )
    expect(decided.status).toBe(303)
    expect(await stateOf(at, matter)).toMatchObject({ state: 'settled', outcome: 'announced' })

    today = '2024-07-24'
    const settled = await get(at, 'clerk', path(matter))
    expect(wordsOf(settled.html, 'voorstellen')).toContain('Dit onderdeel is afgedaan. Heropen het eerst.')
    expect(wordsOf(settled.html, 'ongedaan')).toContain('Een besluit kun je niet ongedaan maken')
    const reopened = await take(at, 'clerk', matter, 'heropenen', {
      cause: 'by-hand',
      reason: 'De raad vroeg het opnieuw.',
    })
    expect(reopened.status).toBe(303)
    expect(await stateOf(at, matter)).toMatchObject({ state: 'reopened', outcome: null })

    const after = await get(at, 'clerk', `${path(matter)}?gedaan=heropenen`)
    expect(wordsOf(after.html, 'gedaan')).toContain('Het onderdeel is heropend.')
    expect(wordsOf(after.html, 'ongedaan')).toContain('Dit neemt terug: Heropend')
    expect((await take(at, 'clerk', matter, 'ongedaan')).status).toBe(303)
    expect(await stateOf(at, matter)).toMatchObject({ state: 'settled', outcome: 'announced' })
    expect(await stepsTaken(at, matter)).toEqual([
      'register',
      'assign',
      'propose',
      'object',
      'hold',
      'accept',
      'reopen',
      'undo',
    ])

    const corrected = await take(at, 'clerk', matter, 'verbeteren', {
      outcome: 'not',
      reason: 'Verkeerd overgenomen uit de besluitenlijst.',
    })
    expect(corrected.status).toBe(303)
    expect(await stateOf(at, matter)).toMatchObject({ state: 'settled', outcome: 'not' })
    const page = wordsOf((await get(at, 'clerk', path(matter))).html)
    expect(page).toContain('Dit besluit kwam in de plaats van een eerder besluit.')
    expect(page).toContain('Besloten: afgedaan als alleen aangekondigd.')
  })
})

describe('two clerks at one matter', () => {
  test('the second sees what the first did, keeps what they typed, and sends it again', async ({
    databases,
  }) => {
    const at = await site(databases)
    const matter = at.matters[1]!
    today = '2024-07-25'
    const first = formOn((await get(at, 'clerk', path(matter))).html, 'tussenbericht')
    const second = formOn((await get(at, 'second-clerk', path(matter))).html, 'termijn')
    expect(
      (await send(at, 'clerk', path(matter), fill(first, { text: 'De banken zijn besteld.' }))).status,
    ).toBe(303)

    const late = await send(
      at,
      'second-clerk',
      path(matter),
      fill(second, { kind: 'day', notAfter: '1 oktober 2024', reason: 'Zo staat het in de brief.' }),
    )
    expect(late.status).toBe(409)
    const said = wordsOf(late.html, 'termijn')
    expect(said).toContain('Intussen veranderd')
    expect(said).toContain('25 juli 2024, Kanarie clerk: Tussenbericht.')
    expect(said).toContain('De banken zijn besteld.')
    const again = formOn(late.html, 'termijn')
    expect(again.get('notAfter')).toBe('1 oktober 2024')
    expect(again.get('reason')).toBe('Zo staat het in de brief.')
    expect((await send(at, 'second-clerk', path(matter), again)).status).toBe(303)
    expect(await stateOf(at, matter)).toMatchObject({ term_not_after: '2024-10-01', term_source: 'agreed' })
    expect(await stepsTaken(at, matter)).toEqual(['register', 'note-progress', 'agree-term'])
  })

  test('of two proposals at once one stands; what the other typed stays in view', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[1]!
    const [first, second] = await Promise.all(
      (['clerk', 'second-clerk'] as const).map(async (who) =>
        fill(formOn((await get(at, who, path(matter))).html, 'voorstellen'), {
          outcome: 'partly',
          explanation: `Uitleg van ${who}`,
        }),
      ),
    )
    const answers = await Promise.all([
      send(at, 'clerk', path(matter), first!),
      send(at, 'second-clerk', path(matter), second!),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const loser = answers.findIndex(({ status }) => status === 409)
    const { html } = answers[loser]!
    expect(wordsOf(html, 'voorstellen')).toContain('Intussen veranderd')
    expect(wordsOf(html, 'voorstellen')).toContain('Er wacht al een voorstel')
    expect(formOn(html, 'voorstellen').get('explanation')).toBe(
      `Uitleg van ${loser === 0 ? 'clerk' : 'second-clerk'}`,
    )
  })

  test('who made the proposal does not decide', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[1]!
    today = '2024-09-12'
    const pages = await Promise.all(
      (['clerk', 'second-clerk'] as const).map(async (who) => (await get(at, who, path(matter))).html),
    )
    const able = pages.filter((html) => hasForm(html, 'besluiten'))
    expect(able).toHaveLength(1)
    const other = pages.find((html) => !hasForm(html, 'besluiten'))!
    expect(wordsOf(other, 'besluiten')).toContain('Wie het voorstel deed, legt het besluit niet vast.')
  })
})

describe('nothing typed is lost', () => {
  test('a day that is none, and a sentence that stands nowhere', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[2]!
    today = '2024-09-12'
    const typed = { outcome: 'partly', explanation: 'Twee van de drie.', on: 'gisteren' }
    const wrong = await take(at, 'clerk', matter, 'voorstellen', typed)
    expect(wrong.status).toBe(422)
    const back = formOn(wrong.html, 'voorstellen')
    expect(Object.fromEntries(Object.keys(typed).map((name) => [name, back.get(name)]))).toEqual(typed)
    expect(wordsOf(wrong.html, 'voorstellen')).toContain('Dag: Dit is geen datum.')

    const nowhere = await send(
      at,
      'clerk',
      path(matter),
      fill(back, { on: '', evidence: [], 'evidence-quote': 'Deze zin schreef niemand ooit.' }),
    )
    expect(nowhere.status).toBe(422)
    expect(formOn(nowhere.html, 'voorstellen').get('evidence-quote')).toBe('Deze zin schreef niemand ooit.')
    expect(formOn(nowhere.html, 'voorstellen').get('explanation')).toBe('Twee van de drie.')
    expect(wordsOf(nowhere.html, 'voorstellen')).toContain('Deze zin staat niet in het gekozen stuk.')
    expect(await stateOf(at, matter)).toMatchObject({ state: 'open' })
  })

  test('looking for a sentence keeps the rest of the form', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[2]!
    const found = await take(at, 'clerk', matter, 'voorstellen', {
      explanation: 'Nog niet af.',
      evidence: [],
      'evidence-quote': 'Het college beschouwt de motie hiermee als afgedaan.',
      action: 'evidence:find',
    })
    expect(found.status).toBe(200)
    const form = formOn(found.html, 'voorstellen')
    expect(form.get('explanation')).toBe('Nog niet af.')
    expect(form.getAll('evidence')).toHaveLength(1)
  })

  test('an outcome that was not chosen is asked for', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[2]!
    const answer = await take(at, 'clerk', matter, 'voorstellen', { outcome: [] })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.html, 'voorstellen')).toContain('Uitkomst: Vul dit in.')
  })
})

describe('who may see and do what', () => {
  type Row = [who: Someone, anchor: string, expected: number]
  const fields = (at: Site, matter: number, anchor: string): URLSearchParams =>
    new URLSearchParams({
      step: anchor,
      [`version/${matter}`]: '1',
      reason: 'Een reden.',
      text: 'Zo staat het.',
      kind: 'none',
      outcome: 'partly',
      evidence: writePlace(words(at.document, announcement)),
      cause: 'by-hand',
      verdict: 'accept',
      proposal: '1',
      submitter: '0',
    })
  const steps = ['starten', 'eigenaar', 'termijn', 'tussenbericht', 'voorstellen']
  const later = ['intrekken', 'aanhouden', 'heropenen']
  // Refused by the state (409) is not refused by the role (403): the first says that the step is theirs.
  const rows: Row[] = [
    ...steps.flatMap((step): Row[] => [
      ['councillor', step, 403],
      ['policy-officer', step, 403],
    ]),
    ...later.flatMap((step): Row[] => [
      ['councillor', step, 403],
      ['policy-officer', step, 403],
      ['portfolio-holder', step, 409],
      ['clerk', step, 409],
    ]),
    ['portfolio-holder', 'bezwaar', 403],
    ['policy-officer', 'bezwaar', 403],
    ['councillor', 'bezwaar', 409],
    ['clerk', 'bezwaar', 409],
    ['councillor', 'besluiten', 409],
    ['policy-officer', 'besluiten', 403],
    ['councillor', 'ongedaan', 409],
    ['clerk', 'ongedaan', 409],
    ['clerk', 'onbekend', 404],
  ]
  test.for(rows)('%s takes the step %s: %i', async ([who, anchor, expected], { databases }) => {
    const at = await site(databases)
    const matter = at.matters[2]!
    today = '2024-09-12'
    const answer = await send(at, who, path(matter), fields(at, matter, anchor))
    expect(answer.status).toBe(expected)
    expect(await stepsTaken(at, matter)).toEqual(['register'])
  })

  test('all roles read; only what is theirs is offered', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[2]!
    const motion = '/testdorp/bureau/moties/2024/h-4-banken-in-het-park'
    for (const who of ['clerk', 'councillor', 'portfolio-holder', 'policy-officer'] as const) {
      expect((await get(at, who, path(matter))).status, who).toBe(200)
      expect((await get(at, who, motion)).status, who).toBe(200)
      expect((await get(at, who, '/testdorp/bureau')).status, who).toBe(200)
    }
    const councillor = (await get(at, 'councillor', motion)).html
    expect(councillor).not.toContain('Kanarie')
    expect(hasForm((await get(at, 'policy-officer', path(matter))).html, 'voorstellen')).toBe(false)
    expect(wordsOf((await get(at, 'policy-officer', path(matter))).html)).toContain(
      'Dit onderdeel is niet aan jou toegewezen.',
    )
    expect(hasForm((await get(at, 'portfolio-holder', path(matter))).html, 'voorstellen')).toBe(true)
    expect((await get(at, 'clerk', path(999_999))).status).toBe(404)
    expect((await get(at, 'clerk', '/testdorp/bureau/onderdelen/x')).status).toBe(404)
  })

  test('a step for a matter of another motion is not smuggled in', async ({ databases }) => {
    const at = await site(databases)
    const matter = at.matters[2]!
    const form = fields(at, matter, 'voorstellen')
    form.append('also', '999999')
    expect((await send(at, 'clerk', path(matter), form)).status).toBe(404)
    expect(await stepsTaken(at, matter)).toEqual(['register'])
  })
})

test('matters that share an answer are proposed in one go, or not at all', async ({ databases }) => {
  const at = await site(databases)
  today = '2024-10-01'
  const [first, second, third] = at.matters as [number, number, number]
  // The first is settled, the second waits: withdraw that one, so that two can go together.
  expect((await take(at, 'clerk', second, 'intrekken', { reason: 'Samen met het hek.' })).status).toBe(303)
  const page = await get(at, 'clerk', path(third))
  const form = fill(formOn(page.html, 'voorstellen'), {
    outcome: 'partly',
    also: String(second),
    evidence: writePlace(words(at.document, announcement)),
  })
  expect(form.getAll('also')).toEqual([String(second)])
  expect(page.html).not.toContain(`name="also" value="${first}"`)
  // Meanwhile somebody else writes about the second.
  expect((await take(at, 'second-clerk', second, 'tussenbericht', { text: 'Er is geld.' })).status).toBe(303)
  const refused = await send(at, 'clerk', path(third), form)
  expect(refused.status).toBe(409)
  expect(await stateOf(at, third)).toMatchObject({ state: 'open' })
  expect(wordsOf(refused.html, 'voorstellen')).toContain('Er is geld.')
  const again = formOn(refused.html, 'voorstellen')
  expect(again.getAll('also')).toEqual([String(second)])
  expect((await send(at, 'clerk', path(third), again)).status).toBe(303)
  expect(await stateOf(at, second)).toMatchObject({ state: 'proposed' })
  expect(await stateOf(at, third)).toMatchObject({ state: 'proposed' })
})
