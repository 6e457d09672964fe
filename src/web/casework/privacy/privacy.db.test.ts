import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect } from 'vitest'
import { type CaseSite, caseSite, type Someone } from '../../../../test/case-site.ts'
import { test as base } from '../../../../test/database.ts'
import { raiseAlerts } from '../../../audit/index.ts'
import { addDays, addMonths, dayOf } from '../../../days.ts'
import { transactCase } from '../../../db/transact-case.ts'
import {
  addLocation,
  eraseOnRequest,
  judgeEmergency,
  openTrajectory,
  setIdentity,
  writeNote,
} from '../../../reintegration/index.ts'
import { formatDate } from '../../../words/format.ts'

const test = base.extend<{ site: CaseSite }>({
  site: [async ({ caseDbs }, use) => use(await caseSite(caseDbs)), { scope: 'file' }],
})
const canary = 'Kanariegeel'
/** Received some days ago, so that the clock runs and is not over. */
const received = addDays(dayOf(new Date()), -12)
const due = addMonths(received, 1)
const typed = (day: string) => formatDate(day, 'nl')
const folder = mkdtempSync(join(tmpdir(), 'privacy-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function query<T extends object = Record<string, unknown>>(
  owner: pg.ClientConfig,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Lines about a case: event and purpose. */
const trail = async (owner: pg.ClientConfig, id: number) =>
  (
    await query<{ line: string }>(
      owner,
      `select event || ' ' || purpose as line from audit.line where stream = 'case/' || $1::bigint order by seq`,
      [id],
    )
  ).map(({ line }) => line)

const reason = `${canary}: zij belt vanaf het station en niemand neemt op.`
const enter = (site: CaseSite, who: Someone, number: string) =>
  site.post(who, '/noodtoegang', [
    ['number', number],
    ['reason', reason],
  ])
const version = (html: string, form: string) =>
  new RegExp(`name="form" value="${form}-\\d+"/?>.*?name="version" value="(\\d+)"`, 's').exec(html)?.[1] ?? ''

test('an emergency waits for a verdict of another; the verdict stands, and reading it is written down', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker', 'privacy-officer'], 'Iris de Wit')
  const officer = await site.staff(['privacy-officer'], 'Pim Vonk')
  const elsewhere = await site.staff(['privacy-officer'], 'Bo Smit', 'elders')
  const { id, number } = await site.openCase(sara)
  await enter(site, iris, number)
  const page = await site.get(officer, '/toezicht')
  expect(page.text).toContain(`${number}, door Iris de Wit`)
  expect(page.text).toContain(reason)
  expect(page.text).toContain('Eén collega ziet dit bij Vandaag. Niemand van het team opende')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await trail(owner, id)).toContain('emergency.read review')
  expect((await site.get(elsewhere, '/toezicht')).text).not.toContain(number)
  for (const who of [sara, await site.staff(['administrator'], 'Noor Kok')]) {
    expect((await site.get(who, '/toezicht')).status).toBe(404)
  }
  const entry = /name="emergency" value="(\d+)"/.exec(page.html)?.[1] ?? ''
  const judge = (who: Someone, verdict: string, remark = '') =>
    site.post(who, '/toezicht', [
      ['form', `nood-${entry}`],
      ['emergency', entry],
      ['verdict', verdict],
      ['remark', remark],
    ])
  const own = await site.get(iris, '/toezicht')
  expect(own.text).toContain('Dit deed je zelf')
  expect((await judge(iris, 'justified')).status).toBe(409)
  // The database refuses it too, whatever the program asks.
  await expect(
    site.as(iris, (ctx) =>
      ctx.tx
        .updateTable('reintegration.emergency')
        .set({ verdict: 'justified', reviewed_by: iris.accountId, reviewed_at: new Date() })
        .where('id', '=', Number(entry))
        .execute(),
    ),
  ).rejects.toThrow()
  expect((await judge(officer, '')).status).toBe(422)
  const bare = await judge(officer, 'not-justified')
  expect(bare.status).toBe(422)
  expect((await judge(officer, 'justified', `${canary} nagevraagd`)).status).toBe(303)
  const after = await site.get(officer, '/toezicht')
  expect(after.text).toContain('Er wacht geen noodtoegang op een oordeel')
  expect(after.text).toContain(`${canary} nagevraagd`)
  await expect(
    site.as(officer, (ctx) =>
      judgeEmergency(ctx, { id: Number(entry), verdict: 'not-justified', remark: 'x' }),
    ),
  ).rejects.toThrow()
  expect(await trail(owner, id)).toContain('emergency.judged review')
  const bodies = await query<{ body: string }>(owner, 'select body from audit.line')
  expect(bodies.filter(({ body }) => body.includes(canary))).toEqual([])
  expect(JSON.stringify(site.logged)).not.toContain(canary)
})

test('alerts and the sample get a verdict each; an officer judges no line of their own', async ({
  site,
  owner,
  caseDbs,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const jan = await site.staff(['care-worker'], 'Jan Kroon')
  const officer = await site.staff(['privacy-officer'], 'Pim Vonk')
  const { id, number } = await site.openCase(sara)
  await enter(site, jan, number)
  await site.get(jan, `/trajecten/${number}`)
  const program = { kind: 'system' as const, name: 'keeper', municipality: 'testdorp' }
  await transactCase(caseDbs.keeper, { actor: program, token: null, vault: site.vault }, (ctx) =>
    raiseAlerts(ctx, async () => []),
  )
  const page = await site.get(officer, '/toezicht')
  expect(page.text).toContain('werkte niet met haar')
  const form = new RegExp(
    `name="form" value="(alert-case-${id}-[^"]+)".*?name="seq" value="(\\d+)"`,
    's',
  ).exec(page.html)
  const judge = (who: Someone, verdict: string) =>
    site.post(who, '/toezicht', [
      ['form', form?.[1] ?? ''],
      ['stream', `case/${id}`],
      ['seq', form?.[2] ?? ''],
      ['because', 'alert'],
      ['verdict', verdict],
      ['remark', 'asked-reader'],
    ])
  expect((await judge(officer, '')).status).toBe(422)
  expect((await judge(officer, 'in-order')).status).toBe(303)
  expect((await site.get(officer, '/toezicht')).text).toContain('de lezer is gevraagd')
  expect(await trail(owner, id)).toContain('reading.judged review')
  const [line] = await query<{ seq: string }>(
    owner,
    `select seq from audit.line where stream = 'case/' || $1::bigint and event = 'reading.judged'`,
    [id],
  )
  const own = await site.post(officer, '/toezicht', [
    ['form', 'sample-x'],
    ['stream', `case/${id}`],
    ['seq', line?.seq ?? ''],
    ['verdict', 'in-order'],
  ])
  expect(own.status).toBe(404)
})

test('the register says what is done with data, to the officer in words and to others as data', async ({
  site,
}) => {
  const officer = await site.staff(['privacy-officer'], 'Pim Vonk')
  const page = await site.get(officer, '/toezicht/register')
  expect(page.text).toContain('Noodtoegang tot een dossier')
  expect(page.text).toContain('levensbelang')
  const list = JSON.parse((await site.get(null, '/verwerkingen/v1')).html)
  expect(list.activities.length).toBeGreaterThan(5)
  const one = await site.get(null, new URL(list.activities[0].url).pathname)
  expect(JSON.parse(one.html)).toMatchObject({ id: list.activities[0].id, version: 1 })
  expect((await site.get(null, '/verwerkingen/v1/coordinate-care/99')).status).toBe(404)
})

test('a request: identity first, its clock, a decision with its ground, carried out by who coordinates', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const officer = await site.staff(['privacy-officer'], 'Pim Vonk')
  const other = await site.staff(['care-coordinator'], 'Bo Smit')
  const { id, number } = await site.openCase(sara)
  await site.as(sara, async (ctx) => {
    const trajectory = await openTrajectory(ctx, number, 'care', 'write')
    await setIdentity(ctx, trajectory, { called: `${canary} Lotte` })
    await addLocation(ctx, trajectory, { kind: 'stay', text: 'Geheimlaan 12' })
    await writeNote(ctx, trajectory, { kind: 'conversation', body: 'Zij wil naar school.' })
  })
  const asked = (fields: [string, string][]) => site.post(officer, '/toezicht/verzoeken/nieuw', fields)
  const given: [string, string][] = [
    ['kind', 'access'],
    ['way', 'letter'],
    ['receivedOn', typed(received)],
    ['words', `${canary}: wat staat er over mij?`],
  ]
  const without = await asked([...given, ['number', '']])
  expect(without.status).toBe(422)
  expect(without.html).toContain(`${canary}: wat staat er over mij?`)
  expect((await asked([...given, ['number', 'T-9999']])).status).toBe(422)
  const registered = await asked([...given, ['number', number]])
  expect(registered.status).toBe(303)
  const path = (registered.location ?? '').split('?')[0] ?? ''
  const request = path.split('/').at(-1) ?? ''
  expect((await site.get(officer, path)).text).toContain(`${typed(due)} (AVG, art. 12 lid 3)`)
  expect((await site.get(officer, path)).text).toContain(`${canary}: wat staat er over mij?`)
  const inCase = `/trajecten/${number}/verzoeken`
  const printout = `/trajecten/${number}/uitdraai`
  expect((await site.get(other, inCase)).status).toBe(404)
  expect((await site.get(officer, inCase)).status).toBe(404)
  // Nothing is given before it was seen who she is.
  expect((await site.get(sara, printout)).text).toContain(
    'Dit kan als er een verzoek om inzage is toegewezen',
  )
  expect((await site.post(sara, printout, [])).status).toBe(404)
  const step = async (who: Someone, at: string, form: string, fields: [string, string][]) =>
    site.post(who, at, [
      ['form', `${form}-${request}`],
      ['request', request],
      ['version', version((await site.get(who, at)).html, form)],
      ...fields,
    ])
  const early = await step(officer, path, 'besluit', [
    ['decision', 'granted'],
    ['ground', 'avg-right'],
  ])
  expect(early.status).toBe(422)
  await expect(
    site.as(officer, (ctx) =>
      ctx.tx
        .updateTable('reintegration.subject_request')
        .set({ decision: 'granted', ground: 'x', decided_by: officer.accountId, decided_at: new Date() })
        .where('id', '=', Number(request))
        .execute(),
    ),
  ).rejects.toThrow(/identity_first/)
  expect((await step(sara, inCase, 'wie', [['how', 'known-in-person']])).status).toBe(303)
  const late = await step(officer, path, 'langer', [
    ['because', 'complex'],
    ['toldOn', typed(addDays(due, 1))],
  ])
  expect(late.text).toContain('binnen de eerste termijn')
  const longer: [string, string][] = [
    ['because', 'complex'],
    ['toldOn', typed(addDays(received, 1))],
  ]
  expect((await step(officer, path, 'langer', longer)).status).toBe(303)
  expect((await site.get(officer, path)).text).toContain(`tot en met ${typed(addMonths(received, 3))}`)
  const wrong = await step(officer, path, 'besluit', [
    ['decision', 'granted'],
    ['ground', 'avg-12-5'],
  ])
  expect(wrong.text).toContain('hoort bij een ander besluit')
  const granted: [string, string][] = [
    ['decision', 'granted'],
    ['ground', 'avg-right'],
  ]
  expect((await step(officer, path, 'besluit', granted)).status).toBe(303)
  expect((await site.get(officer, path)).text).toContain('Wie coördineert voert dit uit')
  const plain = await site.post(sara, printout, [])
  expect(plain.status).toBe(200)
  expect(plain.text).toContain(`${canary} Lotte`)
  expect(plain.text).toContain('Zij wil naar school.')
  expect(plain.text).not.toContain('Geheimlaan')
  expect(plain.text).toContain('Plaatsen, want daar is niet om gevraagd.')
  const withPlaces = await site.post(sara, printout, [['places', 'ja']])
  expect(withPlaces.text).toContain('Geheimlaan 12')
  const lines = await trail(owner, id)
  expect(lines.filter((line) => line === 'case.exported data-subject-request')).toHaveLength(2)
  const [exported] = await query<{ body: string }>(
    owner,
    `select body from audit.line where stream = 'case/' || $1::bigint and event = 'case.exported' order by seq limit 1`,
    [id],
  )
  expect(JSON.parse(exported?.body ?? '').fields).toEqual(expect.arrayContaining(['identity', 'notes']))
  expect(JSON.parse(exported?.body ?? '').fields).not.toContain('places')
  const today = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam' }).format(new Date())
  expect((await step(sara, inCase, 'klaar', [['doneOn', today]])).status).toBe(303)
  expect((await site.post(sara, printout, [])).status).toBe(404)
  const bodies = await query<{ body: string }>(owner, 'select body from audit.line')
  expect(bodies.filter(({ body }) => body.includes(canary) || body.includes('Geheimlaan'))).toEqual([])
})

test('what she wrote is not right becomes a request with one button, once', async ({ site, owner }) => {
  const sara = await site.staff(['care-coordinator'])
  const { id, number } = await site.openCase(sara)
  const she = await site.survivor(id)
  const person = await query<{ person_id: string }>(
    owner,
    'select person_id from reintegration.trajectory where id = $1',
    [id],
  )
  const key = await site.vault.keyOf(person[0]?.person_id ?? '')
  const place = { table: 'reintegration.message', row: '7001', column: 'body', version: 1 }
  await query(
    owner,
    `insert into reintegration.message (id, trajectory_id, written_by, kind, body, at)
     values (7001, $1, $2, 'correction', $3, now() - interval '2 days')`,
    [id, she.accountId, key?.seal(place, 'Mijn school klopt niet')],
  )
  const path = `/trajecten/${number}/verzoeken`
  expect((await site.get(sara, path)).text).toContain('Mijn school klopt niet')
  const begin = () =>
    site.post(sara, path, [
      ['form', 'bericht'],
      ['message', '7001'],
    ])
  expect((await begin()).status).toBe(303)
  expect((await begin()).status).toBe(422)
  expect((await site.get(sara, path)).text).toContain('zij was aangemeld op haar eigen pagina')
  const officer = await site.staff(['privacy-officer'], 'Pim Vonk')
  const [row] = await query<{ id: string }>(
    owner,
    'select id from reintegration.subject_request where message_id = 7001',
  )
  const followed = await site.get(officer, `/toezicht/verzoeken/${row?.id}`)
  expect(followed.text).toContain('Zij schreef dit op haar eigen pagina')
  expect(followed.text).not.toContain('Mijn school')
})

test('erasing what was granted needs a closed case; her words go with her key, and the day stays', async ({
  site,
  owner,
}) => {
  const sara = await site.staff(['care-coordinator'])
  const officer = await site.staff(['privacy-officer'], 'Pim Vonk')
  const { id, number } = await site.openCase(sara)
  await site.post(officer, '/toezicht/verzoeken/nieuw', [
    ['kind', 'erasure'],
    ['way', 'letter'],
    ['receivedOn', typed(received)],
    ['number', number],
    ['words', 'Alles weg'],
  ])
  const [row] = await query<{ id: string }>(
    owner,
    `update reintegration.subject_request set verified_how = 'document-seen', verified_by = $2, verified_at = now(),
       decision = 'granted', ground = 'avg-right', decided_by = $2, decided_at = now()
     where trajectory_id = $1 returning id`,
    [id, officer.accountId],
  )
  const journal = join(folder, 'journal')
  const erase = () =>
    site.as(officer, (ctx) => eraseOnRequest(ctx, { id: Number(row?.id), version: 1, journal }))
  await expect(erase()).rejects.toThrow()
  await query(
    owner,
    `update reintegration.trajectory set state = 'closed', closure = 'own-choice', closed_at = now() where id = $1`,
    [id],
  )
  const kept = await site.get(officer, '/toezicht/bewaren')
  expect(kept.text).toContain(number)
  expect(kept.text).toContain('Wmo 2015: 15 jaar')
  await erase()
  expect(readFileSync(journal, 'utf8').trim().split('\n').length).toBeGreaterThan(0)
  const [left] = await query(
    owner,
    'select words, done_on is not null as done from reintegration.subject_request where id = $1',
    [row?.id],
  )
  expect(left).toEqual({ words: null, done: true })
  expect((await site.get(officer, '/toezicht/bewaren')).text).toContain('op haar verzoek')
  expect(await trail(owner, id)).toContain('case.erased data-subject-request')
})

test('the page of a trajectory says who looked', async ({ site }) => {
  const sara = await site.staff(['care-coordinator'])
  const iris = await site.staff(['care-worker'], 'Iris de Wit')
  const { number } = await site.openCase(sara)
  await site.get(sara, `/trajecten/${number}`)
  await enter(site, iris, number)
  const page = await site.get(sara, `/trajecten/${number}`)
  expect(page.text).toMatch(/Jij vandaag/)
  expect(page.text).toMatch(/Iris de Wit vandaag/)
  expect(page.text).toContain('met noodtoegang')
})
