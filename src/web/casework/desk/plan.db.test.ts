import pg from 'pg'
import { expect } from 'vitest'
import { type CaseSite, caseSite, type Someone } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { addDays, dayOf } from '../../../days.ts'
import { agreeToGoal, goalsOf, openTrajectory } from '../../../reintegration/index.ts'

const test = base.extend<{ site: CaseSite }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
})
const canary = 'Kanariegroen'
const today = dayOf(new Date())
const asTyped = (day: string) => day.split('-').reverse().join('-')

type Line = { event: string; fields?: string[]; parts?: Record<string, unknown> }
/** The trail of a case, as the owner reads it. */
async function trail(owner: pg.ClientConfig, id: number): Promise<Line[]> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query('select body from audit.line where stream = $1 order by seq', [
    `case/${id}`,
  ])
  await client.end()
  return rows.map(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body))
}
const events = async (owner: pg.ClientConfig, id: number) =>
  (await trail(owner, id)).map(({ event }) => event)
const version = async (site: CaseSite, who: Someone, path: string) =>
  /name="version" value="(\d+)"/.exec((await site.get(who, path)).html)?.[1] ?? ''

test('a goal waits for her agreement; other words wait again; what stood there is kept', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const { number, id } = await site.openCase(sara)
  const at = `/trajecten/${number}/plan`
  const bad = await site.post(sara, at, [
    ['domain', 'housing'],
    ['words', ' '],
    ['step', `${canary} bellen`],
    ['dueOn', ''],
  ])
  expect(bad.status).toBe(422)
  expect(bad.html).toContain(`${canary} bellen`)
  const made = await site.post(sara, at, [
    ['domain', 'housing'],
    ['words', `${canary} een eigen deur`],
    ['step', 'Urgentie aangevraagd.'],
    ['dueOn', asTyped(addDays(today, 10))],
  ])
  expect(made.status).toBe(303)
  const goal = made.location?.split('?')[0] ?? ''
  expect((await site.get(sara, `/trajecten/${number}`)).text).toContain('Wacht op haar akkoord')
  const late = await site.post(sara, goal, [
    ['form', 'akkoord'],
    ['version', '1'],
    ['on', asTyped(addDays(today, 1))],
  ])
  expect(late.status).toBe(422)
  await site.post(sara, goal, [
    ['form', 'akkoord'],
    ['version', '1'],
    ['on', asTyped(addDays(today, -1))],
    ['agreedWith', sara.accountId],
  ])
  expect((await site.get(sara, goal)).text).toContain('in gesprek met Sara Haddad')
  const again = await site.post(sara, goal, [
    ['form', 'akkoord'],
    ['version', '2'],
  ])
  expect(again.status).toBe(409)
  const changed = (words: string, v: string) =>
    site.post(sara, goal, [
      ['form', 'wijzigen'],
      ['version', v],
      ['words', words],
      ['step', 'Corporatie antwoordt.'],
      ['dueOn', ''],
      ['achievement', 'partial'],
    ])
  expect((await changed(`${canary} een eigen deur`, '2')).status).toBe(303)
  const page = await site.get(sara, `/trajecten/${number}`)
  expect(page.text).toContain('deels gelukt')
  expect(page.html).toContain('aria-label="3 van 4"')
  const stale = await changed('Iets anders', '2')
  expect(stale.status).toBe(422)
  expect(stale.html).toContain('Iets anders')
  expect(stale.text).toContain(`Een collega schreef: ${canary} een eigen deur`)
  // The form that came back bears the version of now: sending it again keeps what was typed.
  expect((await changed('Iets anders', await version(site, sara, goal))).status).toBe(303)
  const after = await site.get(sara, goal)
  expect(after.text).toContain('Wacht op haar akkoord')
  expect(after.text).toContain(`“${canary} een eigen deur”`)
  await site.post(sara, goal, [
    ['form', 'eindigen'],
    ['version', await version(site, sara, goal)],
    ['achievement', 'full'],
  ])
  expect((await site.get(sara, goal)).text).toContain('Beëindigd op')
  const lines = await trail(owner, id)
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['goal.proposed', 'goal.agreed', 'goal.changed', 'goal.ended']),
  )
  expect(JSON.stringify(lines)).not.toContain(canary)
})

test('she agrees herself, with nothing but that', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const { number, id } = await site.openCase(sara)
  const made = await site.post(sara, `/trajecten/${number}/plan`, [
    ['domain', 'training'],
    ['words', 'Weer naar school'],
    ['step', 'Aanmelden'],
    ['dueOn', ''],
  ])
  const goal = Number(/plan\/(\d+)/.exec(made.location ?? '')?.[1])
  const her = await site.survivor(id)
  await site.as(her, (ctx) => agreeToGoal(ctx, { id }, { id: goal, version: 1 }))
  const page = await site.get(sara, `/trajecten/${number}/plan/${goal}`)
  expect(page.text).toContain('op haar eigen pagina')
  expect(page.text).toContain('“Weer naar school”')
  expect(await events(owner, id)).toContain('goal.agreed')
  const other = await site.openCase(sara)
  await expect(
    site.as(her, (ctx) => agreeToGoal(ctx, { id: other.id }, { id: goal, version: 2 })),
  ).rejects.toThrow()
  await expect(
    site.as(her, (ctx) => ctx.tx.updateTable('reintegration.goal').set({ achievement: 'full' }).execute()),
  ).rejects.toThrow(/permission denied/)
})

/** A picture of one pixel that says where it was taken. */
function photo(): File {
  const exif = Buffer.from(`\xff\xe1\x00\x20Exif\0\0${canary}52.37,4.89`, 'latin1')
  exif.writeUInt16BE(exif.length - 2, 2)
  const frame = Buffer.from([
    0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x3f, 0xff, 0xd9,
  ])
  return new File([Buffer.from([0xff, 0xd8]), exif, frame], `${canary} thuis.jpg`, { type: 'image/jpeg' })
}
function noteForm(fields: Record<string, string>, ...files: File[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('files', file)
  return form
}

test('a note and its file: sealed, clean, only to save, and each download written down', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const { number, id } = await site.openCase(sara)
  const at = `/trajecten/${number}/notities`
  const fields = { form: 'notitie', kind: 'conversation', body: `${canary} zei dat het beter gaat` }
  const refused = await site.upload(
    sara,
    at,
    noteForm(fields, new File(['MZ program'], 'foto.jpg', { type: 'image/jpeg' })),
  )
  expect(refused.status).toBe(422)
  expect(refused.html).toContain(fields.body)
  expect(refused.text).toContain('Dit is geen PDF')
  const large = await site.upload(sara, at, noteForm(fields, new File([Buffer.alloc(11_000_000)], 'a.pdf')))
  expect([large.status, large.html.includes(fields.body)]).toEqual([422, true])
  expect((await site.get(sara, at)).text).toContain('Er zijn nog geen notities')
  expect((await site.upload(sara, at, noteForm(fields, photo()))).status).toBe(303)
  const list = await site.get(sara, at)
  expect(list.text).toContain(`${canary} thuis.jpg`)
  const file = /bijlagen\/\d+/.exec(list.html)?.[0] ?? ''
  const got = await site.app.request(`http://zorg.example/trajecten/${number}/${file}`, {
    headers: { cookie: `schakel-zorg=${sara.token}` },
  })
  const bytes = Buffer.from(await got.arrayBuffer())
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  expect(bytes.includes(canary)).toBe(false)
  expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="bijlage-\d+\.jpg"$/)
  expect(got.headers.get('x-content-type-options')).toBe('nosniff')
  expect(got.headers.get('content-security-policy')).toContain('sandbox')
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect((await site.get(iris, `/trajecten/${number}/${file}`)).status).toBe(404)
  const note = `${at}/${/notities\/(\d+)/.exec(list.html)?.[1]}`
  await site.post(sara, note, [
    ['form', 'wijzigen'],
    ['version', '1'],
    ['kind', 'safety'],
    ['body', 'Het gaat beter'],
  ])
  expect((await site.get(sara, note)).text).toContain(fields.body)
  await site.post(sara, note, [
    ['form', 'verwijderen'],
    ['version', '2'],
  ])
  expect((await site.get(sara, note)).status).toBe(404)
  expect((await site.get(sara, `/trajecten/${number}/${file}`)).status).toBe(404)
  const client = new pg.Client(owner)
  await client.connect()
  for (const table of ['note', 'attachment', 'history']) {
    const { rows } = await client.query(
      `select t::text as row from reintegration.${table} t where trajectory_id = $1`,
      [id],
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { row } of rows) {
      expect(row.includes(canary) || row.includes(Buffer.from(canary).toString('hex'))).toBe(false)
    }
  }
  await client.end()
  const lines = await trail(owner, id)
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining([
      'note.written',
      'attachment.added',
      'attachment.downloaded',
      'note.changed',
      'note.removed',
    ]),
  )
  expect(JSON.stringify(lines) + JSON.stringify(site.logged)).not.toContain(canary)
})

test('an appointment: moved, then kept; where it is only when asked', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const { number, id } = await site.openCase(sara)
  const at = `/trajecten/${number}/afspraken`
  const fields = (day: string, time: string): [string, string][] => [
    ['day', asTyped(day)],
    ['time', time],
    ['kind', 'school'],
    ['body', 'Kennismaken'],
    ['goesAlong', sara.accountId],
    ['place', `${canary}plein 4`],
  ]
  const bad = await site.post(sara, at, fields(today, 'straks'))
  expect([bad.status, bad.html.includes(`${canary}plein 4`)]).toEqual([422, true])
  expect((await site.post(sara, at, fields(addDays(today, 3), '14.00'))).status).toBe(303)
  const list = await site.get(sara, at)
  expect(list.text).toContain('14.00')
  expect(list.html).not.toContain(canary)
  const one = `${at}/${/afspraken\/(\d+)/.exec(list.html)?.[1]}`
  expect((await site.get(sara, one)).html).not.toContain(canary)
  expect((await site.get(sara, `${one}/plek`)).text).toContain(`${canary}plein 4`)
  const early = await site.post(sara, one, [
    ['form', 'hoe'],
    ['version', '1'],
    ['state', 'kept'],
  ])
  expect(early.status).toBe(422)
  const moved = fields(addDays(today, -1), '9.30').map(
    ([name, value]) => [name, name === 'place' ? '' : value] as [string, string],
  )
  expect((await site.post(sara, one, [['form', 'wijzigen'], ['version', '1'], ...moved])).status).toBe(303)
  expect((await site.get(sara, `${one}/plek`)).text).toContain(`${canary}plein 4`)
  expect(
    (
      await site.post(sara, one, [
        ['form', 'hoe'],
        ['version', '2'],
        ['state', 'kept'],
      ])
    ).status,
  ).toBe(303)
  expect((await site.get(sara, one)).text).toContain('verzet door Sara Haddad')
  expect(await events(owner, id)).toEqual(
    expect.arrayContaining(['appointment.made', 'appointment.moved', 'appointment.kept', 'location.opened']),
  )
})

test('the network: her own verdict, a map with its table, and what changed', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const { number, id } = await site.openCase(sara)
  const at = `/trajecten/${number}/netwerk`
  const add = (who: string, kind: string, verdict: string) =>
    site.post(sara, at, [
      ['who', who],
      ['kind', kind],
      ['verdict', verdict],
      ['closeness', '1'],
    ])
  await add('buurvrouw', 'informal', 'safe')
  await add('oom', 'informal', 'unsafe')
  await add('mentor school', 'professional', 'safe')
  const page = await site.get(sara, `/trajecten/${number}`)
  expect(page.html).toContain('Netwerk: één mens die zij veilig noemt, één onveilig contact')
  expect(page.text).toContain('Eén mens die zij veilig noemt.')
  expect(page.html).toMatch(/<table[\s\S]*buurvrouw[\s\S]*veilig/)
  const one = `${at}/${/netwerk\/(\d+)/.exec((await site.get(sara, at)).html)?.[1]}`
  await site.post(sara, one, [
    ['form', 'wijzigen'],
    ['version', '1'],
    ['who', 'buurvrouw'],
    ['kind', 'informal'],
    ['verdict', 'unknown'],
    ['closeness', '2'],
  ])
  expect((await site.get(sara, one)).text).toContain('buurvrouw, uit haar leven, veilig, dichtbij')
  await site.post(sara, one, [
    ['form', 'eindigen'],
    ['version', '2'],
  ])
  expect((await site.get(sara, at)).text).toContain('Eerder om haar heen')
  expect(await events(owner, id)).toEqual(
    expect.arrayContaining(['contact.added', 'contact.changed', 'contact.ended']),
  )
})

test('a term runs from its rule, stands still, goes on later, and is met from Today', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const { number, id } = await site.openCase(sara)
  const at = `/trajecten/${number}/termijnen`
  const bad = await site.post(sara, at, [
    ['rule', ''],
    ['startedOn', asTyped(addDays(today, 1))],
  ])
  expect(bad.status).toBe(422)
  expect(
    (
      await site.post(sara, at, [
        ['rule', 'debt-first-talk'],
        ['startedOn', asTyped(addDays(today, -30))],
      ])
    ).status,
  ).toBe(303)
  const day = await site.get(sara, '/vandaag')
  expect(day.text).toContain('2 dagen te laat')
  expect(day.text).toContain('Termijn 4 weken na aanmelding · Wgs art. 4')
  expect((await site.get(iris, '/vandaag')).text).not.toContain(number)
  const term = `${at}/${/termijnen\/(\d+)/.exec(day.html)?.[1]}`
  const step = (name: string, v: string, more: [string, string][] = []) =>
    site.post(sara, term, [['form', 'stap'], ['step', name], ['version', v], ...more])
  await step('stil', '1', [['on', asTyped(addDays(today, -10))]])
  expect((await site.get(sara, '/vandaag')).text).not.toContain('dagen te laat')
  await step('verder', '2')
  expect((await site.get(sara, '/vandaag')).text).not.toContain('2 dagen te laat')
  expect((await site.get(sara, at)).text).toContain('loopt')
  expect((await step('gehaald', '2')).status).toBe(422)
  expect((await step('gehaald', '3', [['terug', 'vandaag']])).location).toBe('/vandaag?gedaan=gedaan')
  expect((await site.get(sara, at)).text).toContain('gehaald op')
  expect(await events(owner, id)).toEqual(
    expect.arrayContaining(['term.started', 'term.suspended', 'term.resumed', 'term.met']),
  )
})

test('whoever has nothing to do with her finds none of these pages, and writes nothing', async ({ site }) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const { number } = await site.openCase(sara)
  const paths = [
    'plan',
    'notities',
    'afspraken',
    'netwerk',
    'termijnen',
    'wat-kan',
    'bijlagen/1',
    'plan/1',
    'notities/1',
  ]
  for (const path of paths) {
    const [forbidden, missing] = [
      await site.get(iris, `/trajecten/${number}/${path}`),
      await site.get(iris, `/trajecten/T-9999/${path}`),
    ]
    expect(forbidden.status, path).toBe(404)
    expect(forbidden.html.replaceAll(number, 'T')).toBe(missing.html.replaceAll('T-9999', 'T'))
  }
  const writes: [string, [string, string][]][] = [
    [
      'plan',
      [
        ['domain', 'work'],
        ['words', 'x'],
        ['step', ''],
        ['dueOn', ''],
      ],
    ],
    [
      'notities',
      [
        ['form', 'notitie'],
        ['kind', 'conversation'],
        ['body', 'x'],
      ],
    ],
    [
      'netwerk',
      [
        ['who', 'x'],
        ['kind', 'informal'],
        ['verdict', 'safe'],
        ['closeness', '1'],
      ],
    ],
    [
      'termijnen',
      [
        ['rule', 'brp-move'],
        ['startedOn', asTyped(today)],
      ],
    ],
    [
      'afspraken',
      [
        ['day', asTyped(today)],
        ['time', '9.00'],
        ['kind', 'care'],
        ['body', ''],
        ['place', ''],
        ['goesAlong', ''],
      ],
    ],
  ]
  for (const [path, fields] of writes) {
    expect((await site.post(iris, `/trajecten/${number}/${path}`, fields)).status, path).toBe(404)
    expect((await site.post(sara, `/trajecten/${number}/${path}`, fields)).status, path).toBe(303)
  }
  // A row of another case is not reached through one's own.
  const own = await site.openCase(iris)
  const goal = await site.as(sara, async (ctx) => (await goalsOf(ctx, await openTrajectory(ctx, number)))[0])
  expect((await site.get(iris, `/trajecten/${own.number}/plan/${goal?.id}`)).status).toBe(404)
  const her = await site.as(iris, (ctx) =>
    ctx.tx
      .updateTable('reintegration.goal')
      .set({ state: 'ended' })
      .where('id', '=', goal?.id ?? 0)
      .executeTakeFirst(),
  )
  expect(Number(her.numUpdatedRows)).toBe(0)
})
