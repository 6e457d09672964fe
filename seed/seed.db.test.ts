import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import {
  accountsAtDesk,
  chainOf,
  commitmentList,
  inbox,
  motionDossier,
  motionRegister,
  municipalities,
  outcomes,
  outgoingMail,
  publicDocument,
  requestStatuses,
  summaryOf,
  timelineOf,
} from '../src/council/index.ts'
import { transact } from '../src/db/transact.ts'
import { demoPeople } from '../src/identity/index.ts'
import { root } from '../src/root.ts'
import { seededAt as now, test, seededOn as today } from '../test/seeded.ts'
import { towns } from './towns.ts'

test('three towns, one without any paper', async ({ seeded }) => {
  expect(await municipalities(seeded.public)).toEqual([
    { slug: 'duinrode', name: 'Duinrode', theme: 'ma', motions: 8, commitments: 1 },
    { slug: 'lindewoude', name: 'Lindewoude', theme: 'schakel', motions: 0, commitments: 0 },
    { slug: 'waterstad', name: 'Waterstad', theme: 'schakel', motions: 35, commitments: 9 },
  ])
})

test('every outcome and nearly every status occurs', async ({ seeded }) => {
  const db = seeded.public
  const pages = await Promise.all(
    [1, 2].map((page) => motionRegister(db, { municipality: 'waterstad', page })),
  )
  const items = pages.flatMap((page) => page.items)
  expect(new Set(items.map((item) => item.outcome))).toEqual(new Set(outcomes))
  const statuses = new Set(items.map((item) => item.status))
  expect(requestStatuses.filter((status) => !statuses.has(status))).toEqual(['settled-overtaken'])
  const one = (slug: string) => items.find((item) => item.slug === slug)?.status
  expect(one('25-een-speeltuin-waar-iedereen-kan-spelen'), 'nobody proposed on its letter').toBe(
    'claimed-settled',
  )
  expect(one('4-brieven-die-iedereen-begrijpt')).toBe('claimed-partly')
  expect(one('9-sportclubs-de-zomer-door-helpen')).toBe('claimed-not')
  expect(one('41-warm-de-winter-door'), 'one of its decisions was changed').toBe('settled-mixed')
  expect(pages[0]!.facets.domain.length).toBeGreaterThan(4)
})

test('the main case: asked in April, claimed settled in July on an announcement, sent a year late', async ({
  seeded,
}) => {
  const dossier = await motionDossier(seeded.public, {
    municipality: 'waterstad',
    year: 2024,
    slug: 'b-6-na-de-opvang-verder',
  })
  expect(dossier.claims.map(({ claim, basis, on }) => [claim, basis, on])).toEqual([
    ['settled', 'announced', '2024-07-02'],
    ['partly', 'carried-out', '2025-10-14'],
  ])
  expect(dossier.commitments.map(({ due }) => [due!.rule, due!.notBefore, due!.notAfter])).toEqual([
    ['after-recess', '2024-09-02', null],
    ['before-date', null, '2026-06-01'],
  ])
  expect(dossier.submitters).toMatchObject([
    { name: 'Gijs van Ommeren', party: { name: 'Christelijk Verbond' } },
  ])
  expect(summaryOf(dossier, today)).toMatchObject({
    requests: 1,
    matters: 3,
    partsNamed: ['wonen', 'omscholing', 'schuldhulpverlening'],
    claim: { claim: 'partly', daysAfterDecision: 551 },
    letters: 2,
  })
  expect(timelineOf(dossier).map((fact) => [fact.on, fact.kind])).toEqual([
    ['2024-04-11', 'outcome'],
    ['2024-07-02', 'letter'],
    ['2024-07-02', 'commitment'],
    ['2024-07-02', 'claim'],
    ['2024-07-09', 'proposal'],
    ['2024-07-16', 'objection'],
    ['2024-09-02', 'commitment-not-before'],
    ['2024-09-12', 'decision'],
    ['2024-12-03', 'commitment-missed'],
    ['2025-03-04', 'progress'],
    ['2025-06-17', 'milestone'],
    ['2025-10-14', 'letter'],
    ['2025-10-14', 'commitment'],
    ['2025-10-14', 'claim'],
    ['2025-10-14', 'commitment-kept'],
    ['2025-10-28', 'proposal'],
    ['2025-10-28', 'proposal'],
    ['2025-10-28', 'proposal'],
    ['2025-11-27', 'decision'],
    ['2025-11-27', 'decision'],
    ['2025-11-27', 'decision'],
    ['2026-03-17', 'milestone'],
    ['2026-04-21', 'milestone'],
    ['2026-06-02', 'commitment-missed'],
    ['2026-09-10', 'milestone'],
    ['2026-09-15', 'milestone'],
    ['2026-10-13', 'milestone'],
  ])
  expect(chainOf(dossier, today).map((ring) => `${ring.ring} ${ring.state} ${ring.why}`)).toEqual([
    'asked done asked',
    'decided done outcome',
    'promised done promised',
    'evidence broken late',
    'settled waiting settled',
  ])
})

test('the main case is reopened when the programme does not come, then answered and decided part by part', async ({
  seeded,
}) => {
  const { matters, commitments } = await motionDossier(seeded.public, {
    municipality: 'waterstad',
    year: 2024,
    slug: 'b-6-na-de-opvang-verder',
  })
  expect(matters.map(({ text, state, outcome }) => [text, state, outcome])).toEqual([
    ['wonen', 'settled', 'carried-out'],
    ['omscholing', 'settled', 'partly'],
    ['schuldhulpverlening', 'in-progress', null],
  ])
  expect(matters[2]!.history.map(({ on, step, to }) => [on, step, to])).toEqual([
    ['2024-04-11', 'register', 'open'],
    ['2024-04-22', 'assign', 'open'],
    ['2024-05-06', 'start', 'in-progress'],
    ['2024-07-09', 'propose', 'proposed'],
    ['2024-07-16', 'object', 'proposed'],
    ['2024-09-12', 'accept', 'settled'],
    ['2024-12-03', 'reopen', 'reopened'],
    ['2024-12-17', 'start', 'in-progress'],
    ['2025-03-04', 'note-progress', 'in-progress'],
    ['2025-10-28', 'propose', 'proposed'],
    ['2025-11-27', 'reject', 'in-progress'],
  ])
  expect(commitments.map(({ life }) => [life.state, life.due, life.missedOn])).toEqual([
    ['kept', { on: '2024-12-02', source: 'check' }, '2024-12-02'],
    ['late', { on: '2026-06-01', source: 'text' }, '2026-06-01'],
  ])
  expect(matters[0]!.evidence).toMatchObject([
    {
      kind: 'passage',
      quotation: 'Voor wonen zijn vanaf januari 2026 elk jaar acht woningen beschikbaar na de opvang.',
    },
  ])
})

test('every state of a matter, and most outcomes, occur', async ({ seeded }) => {
  const found = new Set<string>()
  for (const { municipality } of towns) {
    const rows = await transact(seeded.desk, { kind: 'system', name: 'test', municipality }, (ctx) =>
      ctx.tx.selectFrom('council.matter').select(['state', 'outcome', 'held']).execute(),
    )
    for (const { state, outcome, held } of rows) found.add(held ? 'held' : (outcome ?? state))
  }
  expect([...found].sort()).toEqual([
    'absorbed',
    'announced',
    'carried-out',
    'held',
    'in-progress',
    'not',
    'open',
    'partly',
    'proposed',
    'reopened',
    'transferred',
  ])
})

test('every public value shows its passage, and the passage is on the page', async ({ seeded }) => {
  const db = seeded.public
  const dossier = await motionDossier(db, {
    municipality: 'waterstad',
    year: 2024,
    slug: 'b-6-na-de-opvang-verder',
  })
  const passages = [
    ...Object.values(dossier.motion.passages),
    ...dossier.clauses.map((clause) => clause.passage),
    ...dossier.requests.flatMap((request) => [request.passage, ...request.parts.map((part) => part.passage)]),
    ...dossier.claims.map((claim) => claim.passage),
    ...dossier.commitments.map((commitment) => commitment.passage),
    ...dossier.submitters.map((submitter) => submitter.passage),
    ...dossier.proposals.map((proposal) => proposal.passage),
  ]
  expect(passages.length).toBeGreaterThan(15)
  for (const passage of passages) {
    expect(passage).not.toBeNull()
    const { pages, marks } = await publicDocument(db, { municipality: 'waterstad', ...passage!.document })
    const [first] = passage!.at
    expect(passage!.text).toContain(pages[first!.page - 1]!.slice(first!.start, first!.end).split(/\s+/)[0])
    expect(marks.length).toBeGreaterThan(3)
  }
})

test('no civil servant of any seeded paper is public', async ({ seeded }) => {
  const names: string[] = []
  for (const { municipality } of towns) {
    const rows = await transact(seeded.desk, { kind: 'system', name: 'test', municipality }, (ctx) =>
      ctx.tx.selectFrom('council.letter_contact').select(['name', 'email', 'phone']).execute(),
    )
    for (const { name, email, phone } of rows) {
      names.push(
        ...[name, email, phone?.startsWith('14 ') ? null : phone].filter(
          (value) => value !== null && value !== undefined,
        ),
      )
    }
  }
  expect(new Set(names).size).toBeGreaterThan(8)
  const { rows } = await sql<{ text: string }>`
    select jsonb_agg(d)::text || (select jsonb_agg(l)::text from council.letter l) || (select jsonb_agg(c)::text from council.commitment c)
      || (select string_agg(words::text, ' ') from council.register_search) as text
    from council.published_document d`.execute(seeded.public as never)
  for (const name of [...names, 'Wouter Abbink', 'Abbink', '06-00098712'])
    expect(rows[0]!.text.toLowerCase()).not.toContain(name.toLowerCase())
  expect(rows[0]!.text).toContain('Olivier Kampstra')
  expect(rows[0]!.text).toContain('14 0177')
})

test('three papers wait in the inbox, one of them unreadable', async ({ seeded }) => {
  const found = await transact(
    seeded.desk,
    { kind: 'system', name: 'test', municipality: 'waterstad' },
    inbox,
  )
  expect(found.waiting.map((item) => [item.kind, item.nextStep])).toEqual([
    ['motion', 'review'],
    ['settlement-letter', 'review'],
  ])
  expect(found.unreadable.map((item) => [item.fileName, item.errorCode])).toEqual([
    ['scan-oude-brief.pdf', 'pdf-needs-ocr'],
  ])
  expect(found.registered[0]).toMatchObject({ uploadedBy: 'N. de Wildt' })
})

test('commitments late, running, kept and undated', async ({ seeded }) => {
  const db = seeded.public
  const list = (more: object) => commitmentList(db, { municipality: 'waterstad', today, ...more })
  const all = await list({})
  expect(all.facets.standing).toEqual([
    { value: 'late', count: 5 },
    { value: 'open', count: 1 },
    { value: 'undated', count: 2 },
    { value: 'partly-kept', count: 0 },
    { value: 'kept', count: 1 },
    { value: 'lapsed', count: 0 },
  ])
  expect(all.items.map((item) => item.standing)).toEqual([
    ...Array(5).fill('late'),
    'open',
    'undated',
    'undated',
    'kept',
  ])
  expect((await list({ standing: 'undated', year: 2023 })).total).toBe(1)
  expect((await list({ page: 2 })).items).toEqual([])
})

test('a councillor is somebody in the register, and has weekly mail in the box', async ({ seeded }) => {
  const program = { kind: 'system', name: 'test', municipality: 'waterstad' } as const
  const { links, box, facts } = await transact(seeded.desk, program, async (ctx) => ({
    links: await accountsAtDesk(ctx),
    box: await outgoingMail(ctx),
    facts: await ctx.tx.selectFrom('council.mail').select(['kind', 'facts']).execute(),
  }))
  expect(links.accounts.filter(({ person }) => person === null)).toEqual([])
  expect(links.history.map(({ step, account }) => [step, account])).toContainEqual([
    'link',
    'Gijs van Ommeren',
  ])
  const digests = box.mails.filter(({ kind }) => kind === 'digest')
  expect(digests.length).toBeGreaterThan(0)
  for (const { to, state, madeAt } of digests)
    expect([to, state, madeAt]).toEqual(['account', 'waiting', now])
  for (const mail of facts) {
    if (mail.facts.kind !== 'digest') continue
    expect(mail.facts.name).toBeTruthy()
    expect(mail.facts.until).toBe('2026-11-22')
    expect(mail.facts.motions.flatMap(({ events }) => events).length).toBeGreaterThan(0)
  }
})

test('someone of each role may sign in', async ({ seeded }) => {
  const people = await demoPeople(seeded.desk)
  expect(new Set(people.map((person) => person.role))).toEqual(
    new Set(['clerk', 'councillor', 'portfolio-holder', 'policy-officer']),
  )
  expect(
    people
      .filter((person) => person.role === 'clerk')
      .map((person) => person.municipality)
      .sort(),
  ).toEqual(['duinrode', 'lindewoude', 'waterstad', 'waterstad'])
})

describe('recess calendars', () => {
  const folder = join(root, 'rules', 'recess')
  test.for(readdirSync(folder))('%s is dated, in order and without overlap', (file) => {
    const calendar = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    expect(calendar.source).toBeTruthy()
    let before = ''
    for (const { kind, from, to } of calendar.recesses) {
      expect(['summer', 'autumn', 'christmas', 'spring', 'may']).toContain(kind)
      expect(from > before && to >= from, `${file} ${from}`).toBe(true)
      before = to
    }
  })
})
