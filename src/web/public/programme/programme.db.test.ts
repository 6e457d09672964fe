/** The public pages of an action programme over a real database, as a visitor gets them. */
import { parse } from 'csv-parse/sync'
import { describe, expect } from 'vitest'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { textOf } from '../../../../test/desk-site.ts'
import { as, registerSample, words } from '../../../../test/life.ts'
import { member } from '../../../../test/planned.ts'
import { publishedWords, setUpMunicipality } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import * as p from '../../../programme/index.ts'
import { createApp } from '../../app.ts'
import { webDeps } from '../../deps.ts'

const evidence = 'Het college beschouwt de motie hiermee als afgedaan'
const start = '2024-07-08'

/** A programme of 2024 to 2026 with four actions that went four ways, its successor, and a draft that nobody may see. */
async function build(ctx: Ctx) {
  const sample = await registerSample(ctx)
  const holder = await member(ctx)
  const at = (day: string) => as(ctx, 'policy-officer', day)
  const first = await at(start)
  const begun = await p.beginProgramme(first, {
    title: 'Veilig buiten',
    slug: 'veilig-buiten',
    summary: 'Rust op straat.',
    startsOn: '2024-01-01',
    endsOn: '2026-12-31',
    pillars: [
      { kind: 'prevention', name: 'Voorkomen', aim: 'Minder schade' },
      { kind: 'combating', name: 'Aanpakken' },
    ],
    matters: sample.matters,
  })
  const action = (pillar: number, title: string, startsOn: string, endsOn: string) =>
    p.addAction(first, {
      programme: begun.id,
      pillar: begun.pillars[pillar]!,
      title,
      startsOn,
      endsOn,
      portfolioHolder: holder,
      partners: ['Wijkraad'],
      owner: { account: null, name: 'Kanarie Doener' },
    })
  const lessons = await action(0, 'Lessen op school', '2024-07-01', '2025-06-30')
  const benches = await action(0, 'Banken bij de vijver', '2024-09-01', '2024-12-31')
  const rounds = await action(1, 'Rondes in het park', '2024-07-01', '2026-06-30')
  const lamps = await action(1, 'Lampen langs het pad', '2026-01-01', '2026-12-31')
  for (const [index, one] of [lessons, benches, rounds].entries()) {
    await p.serve(first, {
      programme: begun.id,
      action: one.id,
      kind: 'matter',
      of: sample.matters[index % 2]!,
    })
  }
  const milestone = async (one: { id: number }, title: string, dueOn: string) =>
    (await p.addMilestone(first, { action: one.id, title, dueOn })).id
  const brochure = await milestone(lessons, 'De lesbrief is gedrukt', '2024-09-01')
  const schools = await milestone(lessons, 'Tien scholen doen mee', '2025-06-01')
  await milestone(benches, 'De eerste bank staat er', '2024-11-01')
  await milestone(rounds, 'Het rooster is klaar', '2024-10-01')
  await p.setMoney(first, { programme: begun.id, action: null, year: 2025, version: null, budget: 20_000_00 })
  await p.setMoney(first, {
    programme: begun.id,
    action: lessons.id,
    year: 2025,
    version: null,
    budget: 12_500_00,
    committed: 9_000_50,
  })
  const version = async (table: 'action' | 'milestone' | 'programme', id: number) =>
    (
      await ctx.tx
        .selectFrom(`programme.${table}` as 'programme.action')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version
  for (const one of [lessons, rounds]) {
    await p.stepAction(first, { action: one.id, version: await version('action', one.id), move: 'start' })
  }
  await p.adoptProgramme(await at('2024-07-10'), {
    programme: begun.id,
    version: await version('programme', begun.id),
    decidedOn: '2024-07-10',
    body: 'college',
    document: sample.document,
    reason: 'De lampen volgen nog',
  })
  const later = await at('2024-09-05')
  await p.reportProgress(
    later,
    {
      action: lessons.id,
      text: 'De lesbrief ligt bij alle scholen',
      attachments: [{ fileName: 'kanariebijlage.pdf', bytes: new TextEncoder().encode('%PDF-1.7 kanarie') }],
    },
    publishedWords,
  )
  await p.reachMilestone(
    later,
    {
      milestone: brochure,
      version: await version('milestone', brochure),
      on: '2024-09-03',
      evidence: [words(sample.document, evidence)],
    },
    publishedWords,
  )
  await p.changeAction(later, {
    action: lessons.id,
    version: await version('action', lessons.id),
    endsOn: '2025-09-30',
    reason: 'De scholen begonnen later',
  })
  await p.changeMilestone(later, {
    milestone: schools,
    version: await version('milestone', schools),
    dueOn: '2025-09-01',
    reason: 'De zomer zit ertussen',
  })
  await p.stepAction(later, {
    action: benches.id,
    version: await version('action', benches.id),
    move: 'stop',
    reason: 'De grond is vervuild',
  })
  await p.addRisk(later, { action: rounds.id, text: 'Te weinig mensen', chance: 'high', effect: 'middle' })
  const meeting = await p.addMeeting(later, {
    programme: begun.id,
    heldOn: '2024-09-04',
    name: 'Kanarieoverleg',
    notes: 'Kanarienotitie',
  })
  await p.decide(later, {
    meeting: meeting.id,
    text: 'De rondes gaan ook in het weekend door',
    action: rounds.id,
  })
  const indicator = await p.addIndicator(later, {
    programme: begun.id,
    action: lessons.id,
    name: 'Gegeven lessen',
    definition: 'Lessen van een uur.',
    unit: 'lessen',
    counts: 'events',
    eventKind: 'sessions',
    direction: 'up',
    source: 'Scholen',
    certainty: 'counted',
    target: 60,
    targetOn: '2026-12-31',
  })
  await p.addValue(
    later,
    {
      indicator: indicator.id,
      from: '2023-01-01',
      to: '2023-12-31',
      value: 25,
      document: sample.document,
      certainty: 'counted',
    },
    publishedWords,
  )
  await p.amendProgramme(await at('2024-10-01'), {
    programme: begun.id,
    version: await version('programme', begun.id),
    decidedOn: '2024-10-01',
    body: 'council',
    document: sample.document,
    reason: 'Het bleek anders',
  })
  await putReport(ctx, begun.id, sample.document)
  await p.beginProgramme(later, {
    title: 'Kanarieconcept',
    slug: 'kanarieconcept',
    startsOn: '2027-01-01',
    endsOn: '2028-12-31',
  })
  return { programme: begun.id, lessons, benches, rounds, lamps }
}

/** A yearly report that was sent and became the sample document. */
async function putReport(ctx: Ctx, programme: number, document: number) {
  const shared = {
    municipality: 'testdorp',
    programme_id: programme,
    document_id: document,
    kind: 'yearly' as const,
    period_start: '2024-01-01',
    period_end: '2024-12-31',
    sent_on: '2025-02-03',
  }
  const { id } = await ctx.tx
    .insertInto('programme.report_out')
    .values({ ...shared, state: 'sent', content: '{}', begun_at: testNow, changed_at: testNow } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('programme.report_published')
    .values({ ...shared, report_id: id })
    .execute()
}

let made: Promise<Awaited<ReturnType<typeof build>>> | undefined
const clock = { today: '2025-03-01' }
/** Beside it a town without any programme. */
async function begin(databases: Databases) {
  await transact(
    databases.desk,
    { ...testActor, municipality: 'kaalstad' },
    (ctx) => setUpMunicipality(ctx, { name: 'Kaalstad', theme: 'schakel', bodies: [] }),
    testNow,
  )
  return transact(databases.desk, testActor, build, testNow)
}
async function site(databases: Databases) {
  made ??= begin(databases)
  const built = await made
  const app = createApp(
    webDeps({
      mode: 'demo',
      baseUrl: null,
      databases,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      clock: () => new Date(`${clock.today}T10:00:00Z`),
      log: () => {},
    }),
  )
  const get = async (path: string) => {
    const answer = await app.request(`http://schakel.example${path}`)
    const html = await answer.text()
    return { status: answer.status, html, text: textOf(html), headers: answer.headers }
  }
  return { ...built, get }
}
const base = '/testdorp/programma'
const own = `${base}/veilig-buiten`

describe('the programme in one look', () => {
  test('answers first: actions by how they stand, milestones, and what comes next', async ({ databases }) => {
    const { get } = await site(databases)
    for (const path of [base, own]) {
      const { status, text } = await get(path)
      expect(status).toBe(200)
      expect(text).toContain(
        'Vier acties in twee pijlers: 1 loopt, 1 loopt achter, 1 begint later en 1 is gestopt.',
      )
      expect(text).toContain('1 van 4 mijlpalen is gehaald, 1 is te laat.')
      expect(text).toContain('Eerst komt, op 1 september 2025: Tien scholen doen mee (actie 1.1).')
    }
  })

  test('each pillar is a chain, and each ring says in a word what its shape shows', async ({ databases }) => {
    const { get, lessons } = await site(databases)
    const { html } = await get(own)
    const rings = [
      ...html.matchAll(/<li class="schakel-chain__ring schakel-chain__ring--(\w+)[^"]*">(.*?)<\/li>/g),
    ]
    expect(rings.map(([, state, inside]) => `${state} ${textOf(inside!).trim()}`)).toEqual([
      'running 1.1 Lessen op school loopt',
      'stopped 1.2 Banken bij de vijver gestopt',
      'broken 2.1 Rondes in het park loopt achter',
      'future 2.2 Lampen langs het pad gepland',
    ])
    expect(rings[0]![2]).toContain(`href="${own}/acties/${lessons.id}"`)
  })

  test('says what the council asked and which action works on it, and what nothing works on', async ({
    databases,
  }) => {
    const { get } = await site(databases)
    const { html, text } = await get(own)
    expect(text).toMatch(/Motie H\.4: Banken in het park/)
    expect(html).toContain('/testdorp/moties/2024/h-4-banken-in-het-park#')
    const asked = text.slice(text.indexOf('Wat de raad vroeg'))
    expect(asked).toMatch(/Actie 1\.1: Lessen op school loopt Actie 2\.1: Rondes in het park loopt achter/)
    expect(asked).toContain('geen actie werkt hieraan')
  })

  test('money, figures, decisions and versions stand in tables and lists', async ({ databases }) => {
    const { get } = await site(databases)
    const { text, html } = await get(own)
    for (const said of [
      '€ 12.500',
      'Gegeven lessen',
      'De rondes gaan ook in het weekend door',
      'Versie 2, gewijzigd vastgesteld op 1 oktober 2024 door de gemeenteraad',
      'Versie 1, vastgesteld op 10 juli 2024 door het college',
      'Had er moeten zijn op 1 oktober 2024: Het rooster is klaar.',
      'Jaarverslag over 1 januari 2024 tot en met 31 december 2024, verstuurd op 3 februari 2025',
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(said)
    const figures = await get(`${own}/cijfers`)
    for (const page of [html, figures.html]) {
      expect(page.match(/<svg[^>]*role="img"/g)).toHaveLength(1)
      expect(page.match(/<table/g)).toHaveLength(1)
      expect(page).not.toContain('<script')
    }
  })

  test('names first what is late or stopped, and why; the rest is closed until somebody wants it', async ({
    databases,
  }) => {
    const { get } = await site(databases)
    const { html, text } = await get(own)
    const astray = text.slice(text.indexOf('Wat niet gaat zoals gepland'), text.indexOf('Minder schade'))
    expect(astray).toMatch(/1\.2 Banken bij de vijver gestopt Gestopt op 5 september 2024\./)
    expect(astray).toMatch(
      /2\.1 Rondes in het park loopt achter Had er moeten zijn op 1 oktober 2024: Het rooster is klaar\./,
    )
    expect(astray).not.toContain('Lessen op school')
    expect(html.match(/<details[^>]*>/g)!.every((one) => !one.includes(' open'))).toBe(true)
    const all = (await get(`${own}?alles=ja`)).html
    expect(all.match(/<details[^>]*>/g)!.every((one) => one.includes(' open'))).toBe(true)
    expect(all.match(/<details/g)).toHaveLength(html.match(/<details/g)!.length)
  })

  test('an indicator is found where an old link and where a new one leads', async ({ databases }) => {
    const { get } = await site(databases)
    const { html } = await get(own)
    const [, address, anchor] = /href="([^"#]+\/cijfers)#(indicator-\d+)"/.exec(html)!
    expect(html).toContain(`<li id="${anchor}"`)
    expect((await get(address!)).html).toContain(`id="${anchor}"`)
  })

  test('money with cents is not rounded', async ({ databases }) => {
    const { get, lessons } = await site(databases)
    const { text } = await get(`${own}/acties/${lessons.id}`)
    expect(text.replaceAll('\u00a0', ' ')).toContain('€ 9.000,50')
  })

  test('on an English page only what comes from the programme is marked as Dutch', async ({ databases }) => {
    const { get } = await site(databases)
    const { html } = await get(`/en${own}`)
    expect(html).toContain(
      'It should have been there on 1 October 2024: <span lang="nl">Het rooster is klaar</span>',
    )
    expect(html).toMatch(/Action 1\.1: <span lang="nl">Lessen op school<\/span>/)
    expect(html).not.toMatch(/[\uE000\uE001]/)
    expect((await get(own)).html).not.toMatch(/[\uE000\uE001]/)
  })

  test('is in the menu, and the first page of the town names it', async ({ databases }) => {
    const { get } = await site(databases)
    const { html, text } = await get('/testdorp')
    expect(html).toMatch(/<nav aria-label="Hoofdmenu">.*href="\/testdorp\/programma"/s)
    expect(text).toContain(
      'In “Veilig buiten” staan 4 acties: 2 lopen, 1 is nog niet begonnen en 1 is gestopt. Van de 4 mijlpalen is er 1 gehaald.',
    )
    expect((await get(base)).html).toMatch(
      /aria-current="page"[^>]*href="\/testdorp\/programma"|href="\/testdorp\/programma"[^>]*aria-current="page"/,
    )
  })
})

describe('one action', () => {
  test('what it is for, who answers for it, its days that moved and why', async ({ databases }) => {
    const { get, lessons } = await site(databases)
    const { text, html } = await get(`${own}/acties/${lessons.id}`)
    for (const said of [
      'Deze actie loopt, tot en met 30 september 2025. 1 van 2 mijlpalen is gehaald.',
      'Het einde verschoof van 30 juni 2025 naar 30 september 2025. Reden: De scholen begonnen later',
      'Dag verschoven van 1 juni 2025 naar 1 september 2025. Reden: De zomer zit ertussen',
      'Ada Bestuur',
      'Wijkraad',
      'De lesbrief ligt bij alle scholen',
      'Motie H.4: Banken in het park',
    ])
      expect(text).toContain(said)
    expect(html).toMatch(/href="\/testdorp\/moties\/2024\/h-4-banken-in-het-park#(verzoek|deel)-\d+"/)
  })

  test('a milestone shows its words, and the link leads to their mark in the document', async ({
    databases,
  }) => {
    const { get, lessons } = await site(databases)
    const { html, text } = await get(`${own}/acties/${lessons.id}`)
    expect(text).toContain('Gehaald op 3 september 2024')
    expect(text).toContain(evidence)
    const link = /href="(\/testdorp\/stukken\/2024\/[^"#]+)#(p\d[^"]*)"/.exec(html)!
    const paper = await get(link[1]!)
    expect(paper.html).toContain(`id="${link[2]}"`)
    expect(paper.text).toContain('bewijs van wat het actieprogramma deed')
  })

  test('its history is told in plain sentences, from the adoption on', async ({ databases }) => {
    const { get, lessons, benches } = await site(databases)
    const historyOf = async (id: number) => {
      const { text } = await get(`${own}/acties/${id}`)
      return text.slice(text.lastIndexOf('Hoe het ging'))
    }
    expect(await historyOf(lessons.id)).toMatch(
      /8 juli 2024 De actie is begonnen\. 10 juli 2024 Het programma is vastgesteld door het college\. .*Mijlpaal gehaald: De lesbrief is gedrukt\..*De mijlpaal Tien scholen doen mee verschoof van 1 juni 2025 naar 1 september 2025\. Reden: De zomer zit ertussen/,
    )
    const stopped = await historyOf(benches.id)
    expect(stopped).toContain('De actie is gestopt. Reden: De grond is vervuild')
    expect(stopped).not.toContain('toegevoegd')
  })

  test('a stopped action says why, and its milestones were not reached', async ({ databases }) => {
    const { get, benches } = await site(databases)
    const { text } = await get(`${own}/acties/${benches.id}`)
    expect(text).toContain('Deze actie is gestopt op 5 september 2024.')
    expect(text).toContain('Reden: De grond is vervuild')
    expect(text).toContain('niet gehaald')
    expect(text).not.toContain('te laat')
  })
})

describe('versions and files', () => {
  test('the first version is as it was adopted; the second says what changed', async ({ databases }) => {
    const { get } = await site(databases)
    const first = (await get(`${own}/versies/1`)).text
    expect(first).toContain('Vastgesteld op 10 juli 2024 door het college')
    expect(first).toContain('1 juli 2024 tot en met 30 juni 2025')
    expect(first).toContain('Er is een nieuwere versie: versie 2.')
    const second = (await get(`${own}/versies/2`)).text
    expect(second).toContain('Wat er veranderde sinds versie 1')
    const changed = second.slice(second.indexOf('Wat er veranderde'), second.indexOf('Het plan'))
    expect(changed).toContain('1.1 Lessen op school')
    expect(changed).toContain('Laatste dag: van 30 juni 2025 naar 30 september 2025.')
    expect(changed).toContain(
      'Dag van de mijlpaal “Tien scholen doen mee”: van 1 juni 2025 naar 1 september 2025.',
    )
    expect(changed).toContain('Risico’s, erbij: Te weinig mensen.')
    expect((await get(`/en${own}/versies/2`)).html).toContain(
      'Day of the milestone “<span lang="nl">Tien scholen doen mee</span>”: from 1 June 2025 to 1 September 2025.',
    )
    expect(second).toContain('Het bleek anders')
    expect((await get(`${own}/versies/3`)).status).toBe(404)
  })

  test('the feed tells what changed, leads to where it stands, and is found from the page', async ({
    databases,
  }) => {
    const { get, benches } = await site(databases)
    expect((await get(own)).html).toContain(`href="${own}/feed.atom"`)
    const { html, headers } = await get(`${own}/feed.atom`)
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const titles = [...html.matchAll(/<entry>.*?<title>(.*?)<\/title>/gs)].map(([, title]) => title)
    expect(titles).toEqual(
      expect.arrayContaining([
        'Mijlpaal gehaald: De lesbrief is gedrukt',
        'Mijlpaal verschoven van 1 juni 2025 naar 1 september 2025: Tien scholen doen mee',
        'Actie 1.2 is gestopt: Banken bij de vijver',
        'Het programma is vastgesteld',
        'Het programma is gewijzigd vastgesteld',
      ]),
    )
    expect(titles.filter((title) => title!.startsWith('Verslag aan de raad: '))).toHaveLength(1)
    expect(html).toContain(`${own}/acties/${benches.id}`)
    expect(html).toContain(`${own}/versies/2`)
    expect(html).not.toMatch(/kanarie/i)
    expect((await get(`${base}/kanarieconcept/feed.atom`)).status).toBe(404)
  })

  test('actions, milestones and money are rows of one file', async ({ databases }) => {
    const { get } = await site(databases)
    const { html, headers } = await get(`${own}/acties.csv`)
    expect(headers.get('content-type')).toContain('text/csv')
    const rows = parse(html, { columns: true }) as Record<string, string>[]
    expect(rows.filter(({ soort }) => soort === 'actie')).toHaveLength(4)
    expect(rows.find(({ mijlpaal }) => mijlpaal === 'Tien scholen doen mee')).toMatchObject({
      stand: 'komt nog',
      dag: '2025-09-01',
      'eerst gepland op': '2025-06-01',
    })
    expect(rows.find(({ jaar }) => jaar === '2025')).toMatchObject({
      actienummer: '1.1',
      'begroot (euro)': '12500',
      'vastgelegd (euro)': '9000.5',
      'uitgegeven (euro)': '',
    })
    const figures = parse((await get(`${own}/cijfers.csv`)).html, { columns: true }) as Record<
      string,
      string
    >[]
    expect(figures).toMatchObject([{ indicator: 'Gegeven lessen', waarde: '25', van: '2023-01-01' }])
    expect(figures[0]!.stuk).toContain('Banken in het park')
  })
})

describe('who sees what', () => {
  test('no page names an official, a file from the field, a meeting or its notes', async ({ databases }) => {
    const { get, lessons, benches, rounds, lamps } = await site(databases)
    const paths = [
      '/testdorp',
      base,
      own,
      ...[lessons, benches, rounds, lamps].map(({ id }) => `${own}/acties/${id}`),
      `${own}/versies/1`,
      `${own}/versies/2`,
      `${own}/acties.csv`,
      `${own}/cijfers.csv`,
    ]
    for (const path of paths.flatMap((one) => [one, `/en${one}`])) {
      const { status, html } = await get(path)
      expect(status, path).toBe(200)
      expect(html, path).not.toMatch(/kanarie/i)
    }
  })

  test('a draft is nowhere, whatever is asked for', async ({ databases }) => {
    const { get, lessons } = await site(databases)
    for (const path of ['', '/versies/1', '/acties.csv', '/cijfers.csv', `/acties/${lessons.id}`])
      expect((await get(`${base}/kanarieconcept${path}`)).status, path).toBe(404)
  })

  test.for([
    `${base}/is-er-niet`,
    `${base}/Veilig`,
    `${own}/acties/999999`,
    `${own}/acties/1e3`,
    `${own}/acties/0`,
    `${own}/versies/0`,
  ])('%s is not found', async (path, { databases }) => {
    const { get } = await site(databases)
    expect((await get(path)).status).toBe(404)
  })

  test('a town without a programme says so calmly', async ({ databases }) => {
    const { get } = await site(databases)
    const { status, text } = await get('/kaalstad/programma')
    expect(status).toBe(200)
    expect(text).toContain('Er is nog geen actieprogramma vastgesteld.')
  })
})

/** Last: it ends the programme that the others look at. */
test('a programme that was succeeded says so, leads to the next, and is whole', async ({ databases }) => {
  const { get, programme, lessons } = await site(databases)
  const next = await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      const officer = await as(ctx, 'policy-officer', '2025-02-01')
      const begun = await p.succeedProgramme(officer, {
        programme,
        title: 'Veilig verder',
        slug: 'veilig-verder',
        startsOn: '2025-01-01',
        endsOn: '2028-12-31',
        actions: [lessons.id],
      })
      const row = await officer.tx
        .selectFrom('programme.programme')
        .select('version')
        .where('id', '=', begun.id)
        .executeTakeFirstOrThrow()
      await p.adoptProgramme(officer, {
        programme: begun.id,
        version: row.version,
        decidedOn: '2025-02-01',
        body: 'council',
        document: null,
        reason: 'De rest volgt',
      })
      return begun
    },
    testNow,
  )
  const old = await get(own)
  expect(old.text).toContain('Dit programma is voorbij. Het is opgevolgd door Veilig verder')
  expect(old.html).toContain(`href="${base}/${next.slug}"`)
  expect(old.text).toContain('1 is gestopt en 3 waren niet af.')
  expect(old.text).not.toMatch(/te laat|achter/)
  expect(old.text).not.toContain('Eerst komt')
  const now = await get(base)
  expect(now.text).toContain('Het volgt op Veilig buiten')
  expect(now.html).toContain(`href="${own}"`)
  expect((await get(`${own}/acties/${lessons.id}`)).text).toContain(
    'Deze actie was niet af toen het programma eindigde.',
  )
  const goesOn = `${base}/${next.slug}/acties/${next.actions.get(lessons.id)}`
  expect((await get(`${own}/acties/${lessons.id}`)).html).toContain(`href="${goesOn}"`)
  expect((await get(goesOn)).html).toContain(`href="${own}/acties/${lessons.id}"`)
})
