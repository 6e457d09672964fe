import pg from 'pg'
import { expect, inject } from 'vitest'
import { type CaseSite, caseSite, type Someone } from '../../../../../test/case-site.ts'
import { test as base } from '../../../../../test/database.ts'
import { caseConnections } from '../../../../db/connect-case.ts'
import {
  addLocation,
  agreeToGoal,
  openTrajectory,
  planAppointment,
  proposeGoal,
  sendShare,
  writeNote,
} from '../../../../reintegration/index.ts'

const test = base.extend<{ site: CaseSite }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
})
type Partner = Someone & { organisationId: string }
const canary = 'Kanariegeel'

const form = (partner: Partner, more: [string, string][] = []): [string, string][] => [
  ['partner', partner.organisationId],
  ['purpose', 'training'],
  ['item/availability', 'maandag en dinsdag na tienen'],
  ['item/support-need', ''],
  ['ground', 'avg-6-1-a-share'],
  ['agreed', 'ja'],
  ['language', 'Pools'],
  ['interpreter', 'ja'],
  ['until', inDays(60)],
  ...more,
]
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

async function begin(site: CaseSite) {
  const sara = await site.staff(['care-coordinator'])
  const school = (await site.partner('school')) as Partner
  const { number, id } = await site.openCase(sara)
  return { sara, school, number, id, delen: `/trajecten/${number}/delen` }
}

/** Sends a share by its pages. @returns its reference */
async function share(site: CaseSite, sara: Someone, school: Partner, number: string): Promise<string> {
  const sent = await site.post(sara, `/trajecten/${number}/delen`, [...form(school), ['form', 'stuur']])
  expect(sent.location).toBe(`/trajecten/${number}?gedaan=gedeeld`)
  const page = await site.get(sara, `/trajecten/${number}`)
  return [...page.html.matchAll(/V-\d+/g)].at(0)?.[0] ?? ''
}

async function trail(owner: pg.ClientConfig, id: number) {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query(
    `select event, actor_kind as kind, purpose, body from audit.line where stream = $1 order by seq`,
    [`case/${id}`],
  )
  await client.end()
  return rows as { event: string; kind: string; purpose: string; body: string }[]
}

test('what is shared is previewed as the partner will see it, and the partner sees that and nothing else', async ({
  site,
  owner,
}) => {
  const { sara, school, number, id, delen } = await begin(site)
  expect((await site.get(sara, delen)).text).toContain('De Overkant (school)')
  expect((await site.get(sara, `${delen}?partner=${school.organisationId}`)).text).toContain(
    'dat zij slachtoffer is',
  )
  const preview = await site.post(sara, delen, [...form(school), ['form', 'bekijk']])
  expect(preview.text).toContain('Dit ziet De Overkant (school)')
  expect(preview.text).toContain('maandag en dinsdag na tienen')
  expect((await site.get(school, '/gedeeld')).text).toContain('niets met jullie gedeeld')
  const back = await site.post(sara, delen, [...form(school), ['form', 'aanpassen']])
  expect(back.html).toContain('maandag en dinsdag na tienen')
  const reference = await share(site, sara, school, number)
  const list = await site.get(school, '/gedeeld')
  expect(list.text).toContain(reference)
  const one = await site.get(school, `/gedeeld/${reference}`)
  expect(one.status).toBe(200)
  expect(one.text).toContain('maandag en dinsdag na tienen')
  expect(one.text).toContain('Gezien door Joost Bakker')
  for (const page of [list, one]) {
    expect(page.html).not.toContain(number)
    expect(page.text).not.toMatch(/slachtoffer|Sara|Pools/)
  }
  // The other school finds what a missing one finds.
  const other = (await site.partner('school', 'Ella Vos')) as Partner
  const plain = (html: string) => html.replaceAll(reference, 'V').replaceAll('V-999999', 'V')
  const [forbidden, missing] = [
    await site.get(other, `/gedeeld/${reference}`),
    await site.get(other, '/gedeeld/V-999999'),
  ]
  expect(forbidden.status).toBe(404)
  expect(plain(forbidden.html)).toBe(plain(missing.html))
  for (const path of [
    '/trajecten',
    `/trajecten/${number}`,
    '/verwijzingen',
    '/partners',
    '/mijn',
    '/zoeken',
  ]) {
    expect((await site.get(school, path)).status).toBe(404)
  }
  const lines = await trail(owner, id)
  expect(lines.filter(({ event, kind }) => event === 'share.opened' && kind === 'partner')).toHaveLength(1)
  const sent = lines.find(({ event }) => event === 'share.sent')
  expect(sent?.body).toContain('"fields": ["availability"]')
  expect(lines.map(({ body }) => body).join()).not.toMatch(/maandag|Pools/)
})

test('only what this kind of partner may get, on a ground that fits, for a year at most', async ({
  site,
}) => {
  const { sara, school, delen } = await begin(site)
  const wrong: [string, [string, string][], RegExp][] = [
    [
      'a victim',
      [['item/availability', 'Zij is slachtoffer']],
      /mag deze organisatie niet weten: “slachtoffer”/,
    ],
    ['an address', [['item/availability', 'Dorpsstraat 1, 1234 AB']], /lijkt een adres/],
    ['not for them', [['item/debts', '4.000 euro']], /mag deze organisatie niet krijgen/],
    ['nothing', [['item/availability', '']], /ten minste één ding/],
    ['too long', [['until', inDays(800)]], /hooguit een jaar/],
    ['over', [['until', '2020-01-01']], /deze dag is voorbij/i],
    ['another purpose', [['purpose', 'debt']], /Kies iets uit de lijst/],
    ['a law that is not for schools', [['ground', 'wmo-5.2.2']], /Kies iets uit de lijst/],
    ['no language', [['language', '']], /Vul dit in/],
    ['no yes', [['agreed', 'nee']], /Zonder haar ja/],
  ]
  for (const [what, fields, says] of wrong) {
    const answer = await site.post(sara, delen, [...form(school, fields), ['form', 'stuur']])
    expect(answer.status, what).toBe(422)
    expect(answer.text, what).toMatch(says)
  }
  expect((await site.get(school, '/gedeeld')).text).toContain('niets met jullie gedeeld')
  expect((await site.get(sara, '/partners')).text).toContain('beschikbaarheid')
})

test('a worker, somebody in an emergency and a stranger do not share', async ({ site }) => {
  const { sara, school, number, delen } = await begin(site)
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const other = await site.staff(['care-coordinator'], 'Bo Smit')
  await site.post(sara, `/trajecten/${number}/team`, [
    ['form', 'erbij'],
    ['account', iris.accountId],
    ['part', 'worker'],
  ])
  await site.post(other, '/noodtoegang', [
    ['number', number],
    ['reason', 'Zij is in gevaar en niemand neemt op, ik heb het team gebeld.'],
  ])
  const stranger = await site.staff(['care-coordinator'], 'Ans Kok')
  for (const [who, status] of [
    [iris, 409],
    [other, 409],
    [stranger, 404],
  ] as const) {
    expect((await site.post(who, delen, [...form(school), ['form', 'stuur']])).status).toBe(status)
  }
})

test('a partner begins, asks back, reads the answer, and finishes; staff checks it', async ({ site }) => {
  const { sara, school, number } = await begin(site)
  const reference = await share(site, sara, school, number)
  const [theirs, ours] = [`/gedeeld/${reference}`, `/trajecten/${number}/delen/${reference}`]
  await site.post(school, theirs, [['form', 'started']])
  expect(
    (
      await site.post(school, theirs, [
        ['form', 'vraag'],
        ['text', ' '],
      ])
    ).status,
  ).toBe(422)
  await site.post(school, theirs, [
    ['form', 'vraag'],
    ['text', 'Kan zij om half elf?'],
  ])
  const list = await site.get(sara, '/verwijzingen')
  expect(list.text).toContain('vraagt iets terug')
  expect(list.text).not.toContain('half elf')
  expect((await site.get(sara, ours)).text).toContain('Kan zij om half elf?')
  await site.post(sara, ours, [
    ['form', 'antwoord'],
    ['text', 'Ja, dat kan.'],
  ])
  expect(
    (
      await site.post(sara, ours, [
        ['form', 'antwoord'],
        ['text', 'nog eens'],
      ])
    ).status,
  ).toBe(409)
  expect((await site.get(school, theirs)).text).toContain('Ja, dat kan.')
  await site.post(school, theirs, [
    ['form', 'completed'],
    ['text', 'Zij heeft haar plek.'],
  ])
  expect((await site.post(school, theirs, [['form', 'started']])).status).toBe(409)
  expect((await site.get(sara, ours)).text).toContain('Zij heeft haar plek.')
  await site.post(sara, ours, [['form', 'nagekeken']])
  expect((await site.get(school, theirs)).status).toBe(404)
})

test('a stop, a withdrawal and declining end it in the next request; what is over waits for staff', async ({
  site,
  owner,
}) => {
  const { sara, school, number, id } = await begin(site)
  const ends: [string, (at: string) => Promise<unknown>, RegExp][] = [
    ['stop', (at) => site.post(sara, `/trajecten/${number}/delen/${at}`, [['form', 'stop']]), /gestopt/],
    [
      'withdrawal',
      (at) => site.post(sara, `/trajecten/${number}/delen/${at}`, [['form', 'intrekken']]),
      /toestemming ingetrokken/,
    ],
    [
      'declined',
      (at) =>
        site.post(school, `/gedeeld/${at}`, [
          ['form', 'declined'],
          ['text', 'Geen plek.'],
        ]),
      /afgewezen/,
    ],
  ]
  for (const [what, end, stand] of ends) {
    const reference = await share(site, sara, school, number)
    expect((await site.get(school, `/gedeeld/${reference}`)).status, what).toBe(200)
    await end(reference)
    expect((await site.get(school, `/gedeeld/${reference}`)).status, what).toBe(404)
    expect((await site.post(school, `/gedeeld/${reference}`, [['form', 'started']])).status, what).toBe(404)
    expect((await site.get(school, '/gedeeld')).text, what).not.toContain(reference)
    expect((await site.get(sara, `/trajecten/${number}/delen/${reference}`)).text, what).toMatch(stand)
    await site.post(sara, `/trajecten/${number}/delen/${reference}`, [['form', 'nagekeken']])
  }
  expect((await trail(owner, id)).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['share.stopped', 'basis.withdrawn', 'share.declined', 'share.reviewed']),
  )
})

test('over the login of partners nothing else can be selected, and nothing slipped under another share', async ({
  site,
  owner,
}) => {
  const { sara, school, number, id } = await begin(site)
  const first = Number((await share(site, sara, school, number)).slice(2))
  const bo = await site.staff(['care-coordinator'], 'Bo Smit')
  const other = await site.openCase(bo)
  const connections = caseConnections(owner, inject('testServer').secret)
  const client = new pg.Client(connections.schakel_partner)
  await client.connect()
  await client.query(`select set_config('schakel.token', $1, false)`, [school.token])
  const { rows: tables } = await client.query(
    `select format('%I.%I', table_schema, table_name) as place from information_schema.tables
     where table_schema in ('gate', 'reintegration', 'vault', 'audit')`,
  )
  const seen: Record<string, number> = {}
  for (const { place } of tables) {
    const count = await client.query(`select count(*)::int as count from ${place}`).catch(() => null)
    if (count?.rows[0].count) seen[place] = count.rows[0].count
  }
  expect(seen).toEqual({
    'gate.organisation': 1,
    'gate.account': 1,
    'gate.office': 2,
    'reintegration.share': 1,
    'reintegration.share_item': 1,
  })
  expect((await client.query('select * from reintegration.share_key($1)', [first])).rows).toHaveLength(1)
  const slip = (caseId: number) =>
    client.query(
      `insert into reintegration.share_message (trajectory_id, share_id, written_by, body, at) values ($1, $2, gate.actor(), '', now())`,
      [caseId, first],
    )
  await expect(slip(other.id)).rejects.toThrow(/belongs to its case/)
  await expect(slip(id)).resolves.toBeDefined()
  await client.query(`select set_config('schakel.token', '', false)`)
  expect((await client.query('select * from reintegration.share_key($1)', [first])).rows).toHaveLength(0)
  await client.end()
  // Staff slips nothing of an own case under the share of another case, and no share rests on the ground of another.
  const staff = new pg.Client(connections.schakel_casework)
  await staff.connect()
  await staff.query(`select set_config('schakel.token', $1, false)`, [bo.token])
  await expect(
    staff.query(
      `insert into reintegration.share_item (trajectory_id, share_id, category, body) values ($1, $2, 'name', '')`,
      [other.id, first],
    ),
  ).rejects.toThrow(/belongs to its case/)
  await expect(
    staff.query(
      `insert into reintegration.share (trajectory_id, organisation_id, basis_id, purpose, from_at, until_at, shared_by)
       select $1, $2, (select max(id) from reintegration.basis where false), 'training', now(), now() + interval '1 day', gate.actor()`,
      [other.id, school.organisationId],
    ),
  ).rejects.toThrow()
  await staff.end()
})

test('her page: her plan in her words, who knows what, who looked; a stop works at once and is in the trail', async ({
  site,
  owner,
}) => {
  const { sara, school, number, id } = await begin(site)
  await site.as(sara, async (ctx) => {
    const trajectory = await openTrajectory(ctx, number, 'care', 'write')
    await addLocation(ctx, trajectory, { kind: 'stay', text: `${canary}straat 1` })
    await writeNote(ctx, trajectory, { kind: 'conversation', body: `${canary} notitie over opvang De Linde` })
    await planAppointment(ctx, trajectory, {
      at: new Date(Date.now() + 2 * 86_400_000),
      kind: 'school',
      body: `${canary} gesprek`,
      place: `${canary} plek`,
      goesAlong: sara.accountId,
    })
    const goal = await proposeGoal(ctx, trajectory, { domain: 'training', words: 'Ik wil weer leren' })
    await agreeToGoal(ctx, trajectory, { id: goal, version: 1 })
    await proposeGoal(ctx, trajectory, { domain: 'housing', words: 'Ik wil een eigen deur', step: canary })
  })
  const reference = await share(site, sara, school, number)
  const she = await site.survivor(id)
  const page = await site.get(she, '/mijn')
  expect(page.status).toBe(200)
  expect(page.text).toContain('praat je met de school. Sara gaat met je mee.')
  expect(page.text).toContain('“Ik wil weer leren” Wij wachten op de school.')
  expect(page.text).toContain('De school wanneer je kunt komen tot en met')
  expect(page.text).toContain('Vandaag: Sara, omdat jullie samen aan je plan werken.')
  expect(page.html).toContain('<title>Mijn pagina</title>')
  expect(page.headers.get('cache-control')).toBe('no-store')

  const goal = /name="doel" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  await site.post(she, '/mijn', [
    ['doel', goal],
    ['version', '1'],
  ])
  expect((await site.get(she, '/mijn?gedaan=ja')).text).toContain(
    '“Ik wil een eigen deur” Hier werken we aan.',
  )
  expect(
    (
      await site.post(she, '/mijn', [
        ['doel', goal],
        ['version', '2'],
      ])
    ).status,
  ).toBe(409)

  expect((await site.get(school, `/gedeeld/${reference}`)).status).toBe(200)
  expect((await site.get(she, '/mijn')).text).toContain('Vandaag: de school, omdat wij dit met hen delen.')
  const wie = /name="wie" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  expect((await site.post(she, '/mijn/stop', [['wie', wie]])).location).toBe('/mijn?gedaan=gestopt')
  expect((await site.get(school, `/gedeeld/${reference}`)).status).toBe(404)
  expect((await site.post(she, '/mijn/stop', [['wie', wie]])).status).toBe(404)
  expect((await site.get(sara, '/verwijzingen')).text).toContain('zij stopte dit')
  expect((await site.get(sara, `/trajecten/${number}`)).text).toContain('zij stopte dit')
  expect((await site.get(sara, '/vandaag')).text).toContain('De Overkant (school): zij stopte dit')

  await site.post(she, '/mijn/bericht', [['text', 'Kunnen we later?']])
  await site.post(she, '/mijn/klopt-niet', [['text', 'Ik woon niet alleen']])
  expect((await site.post(she, '/mijn/bericht', [['text', '']])).status).toBe(422)
  const berichten = `/trajecten/${number}/berichten`
  expect((await site.get(sara, `/trajecten/${number}`)).text).toContain('2 nieuwe berichten van haar')
  expect((await site.get(sara, berichten)).text).toContain('zij zegt dat iets niet klopt')
  await site.post(sara, berichten, [
    ['form', 'bericht'],
    ['text', 'Ja, om drie uur.'],
  ])
  expect((await site.get(she, '/mijn')).text).toContain('Sara schreef je een bericht.')
  expect((await site.get(she, '/mijn/bericht')).text).toContain('Ja, om drie uur.')

  const lines = await trail(owner, id)
  const hers = lines.filter(({ kind }) => kind === 'survivor')
  expect(hers.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      'own.opened',
      'goal.agreed',
      'share.stopped',
      'message.written',
      'message.corrected',
    ]),
  )
  expect(hers.every(({ purpose }) => purpose === 'own')).toBe(true)

  // No byte of where she is, of notes, of the system, or of what happened.
  const paths = ['/mijn', '/mijn/gekeken', '/mijn/bericht', '/mijn/klopt-niet', '/sessies', '/kaart']
  for (const path of [...paths, ...paths.map((path) => `/en${path}`)]) {
    const { html } = await site.get(she, path)
    expect(html, path).not.toMatch(
      new RegExp(
        `${canary}|De Linde|Schakel,|Schakel<|slachtoffer|victim|mensenhandel|opvang|shelter|${number}`,
        'i',
      ),
    )
  }
  for (const path of ['/trajecten', `/trajecten/${number}`, '/gedeeld', '/vandaag', '/verwijzingen']) {
    expect((await site.get(she, path)).status, path).toBe(404)
  }
  const { headers } = await site.get(she, '/weg')
  expect(headers.get('location')).toBe('https://www.knmi.nl/')
  expect(headers.get('clear-site-data')).toBe('"cookies", "storage"')
  expect(headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await site.get(she, '/mijn')).location).toBe('/kaart')
  expect((await site.get(null, '/weg')).status).toBe(303)
})

test('she stops and agrees to nothing of another', async ({ site }) => {
  const { sara, school, number, id } = await begin(site)
  const reference = await share(site, sara, school, number)
  const bo = await site.staff(['care-coordinator'], 'Bo Smit')
  const other = await site.openCase(bo)
  const she = await site.survivor(other.id)
  expect((await site.post(she, '/mijn/stop', [['wie', reference.slice(2)]])).status).toBe(404)
  const goal = await site.as(sara, async (ctx) =>
    proposeGoal(ctx, await openTrajectory(ctx, number, 'care', 'write'), { domain: 'work', words: 'Werk' }),
  )
  expect(
    (
      await site.post(she, '/mijn', [
        ['doel', String(goal)],
        ['version', '1'],
      ])
    ).status,
  ).toBe(404)
  expect((await site.get(school, `/gedeeld/${reference}`)).status).toBe(200)
  // Into a case that is not reached nothing is shared, whatever command it is.
  await expect(
    site.as(bo, async (ctx) =>
      sendShare(
        ctx,
        { ...(await openTrajectory(ctx, other.number, 'share', 'write')), id },
        {
          organisationId: school.organisationId,
          purpose: 'training',
          ground: 'avg-6-1-a-share',
          language: 'Nederlands',
          agreed: true,
          until: inDays(30),
          items: [{ category: 'availability', text: 'altijd' }],
        },
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})
