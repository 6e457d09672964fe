/** Who may read what of a programme, as rows: two logins, every table of the room; and marked words that no visitor may ever meet. */
import { sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { announcement, as, words } from '../../test/life.ts'
import { publishedWords, registerProgramme } from '../../test/programme.ts'
import type { Actor, Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import { reportPhrasesOf } from '../words/report-phrases.ts'
import * as p from './index.ts'

const confidential = [
  'action_owner',
  'attachment',
  'history_detail',
  'meeting',
  'report_out',
  'report_out_file',
  'report_out_history',
  'series',
]
/** Of the municipality: public before any programme is adopted. */
const ofTown = ['ambition', 'source']
/** What goes with what it serves when motions are merged, while the merge is taken back. */
const deletable = ['served']
const elsewhere: Actor = { ...testActor, municipality: 'ergens-anders' }

async function asOwner<T>(owner: pg.ClientConfig, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await ask(client)
  } finally {
    await client.end()
  }
}
const tablesOf = (owner: pg.ClientConfig): Promise<string[]> =>
  asOwner(owner, async (client) => {
    const { rows } = await client.query(
      "select tablename from pg_tables where schemaname = 'programme' order by 1",
    )
    return rows.map((row) => row.tablename)
  })

test('each table is wholly public or wholly not, has forced row security, and its keys begin with the municipality', async ({
  owner,
}) => {
  const rows = await asOwner(owner, async (client) => {
    const found = await client.query(`
      select c.relname as table,
        has_table_privilege('schakel_public', c.oid, 'select') as visitor_reads,
        has_any_column_privilege('schakel_public', c.oid, 'select') as visitor_reads_some,
        has_table_privilege('schakel_public', c.oid, 'insert, update, delete, truncate') as visitor_writes,
        has_table_privilege('schakel_desk', c.oid, 'select') and has_table_privilege('schakel_desk', c.oid, 'insert') as desk,
        has_table_privilege('schakel_desk', c.oid, 'delete') as desk_deletes,
        c.relrowsecurity and c.relforcerowsecurity as secured,
        (select array_agg(a.attname::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid) as first_columns
      from pg_class c where c.relnamespace = 'programme'::regnamespace and c.relkind = 'r' order by 1`)
    return found.rows
  })
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map((row) => row.table)).toEqual(expect.arrayContaining([...confidential, ...ofTown]))
  for (const row of rows) {
    const open = !confidential.includes(row.table)
    expect(row, row.table).toMatchObject({
      visitor_reads: open,
      visitor_reads_some: open,
      visitor_writes: false,
      desk: true,
      desk_deletes: deletable.includes(row.table),
      secured: true,
    })
    expect(new Set(row.first_columns), row.table).toEqual(new Set(['municipality']))
  }
})

test('a visitor is refused every confidential table', async ({ databases }) => {
  for (const table of confidential) {
    await expect(
      sql`select 1 from ${sql.table(`programme.${table}`)}`.execute(databases.public as never),
      table,
    ).rejects.toThrow(/permission denied/)
  }
})

const bytes = (text: string) => new TextEncoder().encode(text)
const names = async () => ({
  municipality: 'Testdorp',
  address: 'https://schakel.example',
  documents: new Map(),
  served: new Map(),
})

/** Figures from a file of which only two columns are taken. */
async function bringFigures(ctx: Ctx, indicator: number) {
  const file = bytes('Jaar;Signalen;Wie\r\n2023;7341;kanarie in het bestand\r\n')
  const { series } = await p.storeSeries(ctx, { bytes: file, fileName: 'kanariecijfers.csv' })
  const mapping = { format: 'csv', period: 0, until: null, value: 1, decimal: null, only: [] } as const
  await p.importSeries(ctx, {
    indicator,
    series,
    mapping,
    certainty: 'counted',
    name: 'Cijfers van het meldpunt',
  })
}
const indicatorOf = (programme: number, name: string) =>
  ({
    programme,
    name,
    definition: 'Signalen die bij het meldpunt binnenkomen, dubbele één keer.',
    unit: 'signalen',
    counts: 'events',
    eventKind: 'signals',
    direction: 'up',
    source: 'Meldpunt',
    certainty: 'counted',
  }) as const

/** Work on the adopted programme with a marked word in everything that only the desk may see. */
async function work(ctx: Ctx) {
  const { programme, lessons, document } = await registerProgramme(ctx)
  const officer = await as(ctx, 'policy-officer', '2025-01-15')
  const meeting = await p.addMeeting(officer, {
    programme,
    heldOn: '2025-01-10',
    name: 'Kanarieoverleg',
    notes: 'Volgens kanarie liep het stroef',
  })
  await p.changeMeeting(officer, { meeting: meeting.id, version: 1, notes: 'Kanarie was er niet' })
  await p.decide(officer, {
    meeting: meeting.id,
    text: 'De rondes gaan door',
    action: lessons,
    dueOn: null,
  })
  await p.reportProgress(
    officer,
    {
      action: lessons,
      text: 'De lesbrief is af',
      evidence: [words(document, announcement)],
      attachments: [{ fileName: 'kanariefoto.pdf', bytes: bytes('%PDF-1.7 kanarie') }],
    },
    publishedWords,
  )
  const { id: indicator } = await p.addIndicator(officer, indicatorOf(programme, 'Signalen'))
  await bringFigures(officer, indicator)
  const { report } = await p.beginReport(officer, {
    programme,
    scope: { kind: 'interim', language: 'nl', from: '2024-07-01', to: '2024-12-31' },
    names,
    phrases: reportPhrasesOf,
  })
  const { content } = await p.reportAtDesk(officer, {
    report,
    names,
    phrases: reportPhrasesOf,
    register: { town: async () => 'Testdorp', published: async () => null },
  })
  const fields = { ...content.fields, title: 'Kanarieverslag', reference: 'kanarie 1' }
  await p.editReport(officer, { report, version: 1, fields })
  const holder = await as(ctx, 'portfolio-holder', '2025-01-15')
  await p.passReport(holder, { report, version: 2, move: 'agree' })
  await p.passReport(holder, {
    report,
    version: 3,
    move: 'return',
    reason: 'Kanarie moet er nog naar kijken',
  })
  await ctx.tx
    .insertInto('programme.report_out_file')
    .values({
      municipality: 'testdorp',
      report_id: report,
      format: 'pdf',
      sha256: 'a'.repeat(64),
      bytes: Buffer.from('%PDF-1.7 kanarie'),
      size: 16,
      made_at: ctx.now,
    })
    .execute()
  return { document }
}

/** A draft of which every word is marked. */
async function draft(ctx: Ctx, document: number, matter: number) {
  const officer = await as(ctx, 'policy-officer', '2025-01-15')
  const { id, pillars } = await p.beginProgramme(officer, {
    title: 'Kanarieconcept',
    slug: 'kanarieconcept',
    summary: 'Kanarie wil dit',
    startsOn: '2027-01-01',
    endsOn: '2029-12-31',
    pillars: [{ kind: 'prevention', name: 'Kanariepijler', aim: 'Meer kanaries' }],
  })
  const add = (title: string) =>
    p.addAction(officer, {
      programme: id,
      pillar: pillars[0]!,
      title,
      description: 'Kanarie legt uit',
      partners: ['Kanarievereniging'],
      owner: { account: null, name: 'Kanarie Eigenaar' },
    })
  const one = await add('Kanarieactie')
  const other = await add('Kanarievervolg')
  await p.addDependency(officer, { action: other.id, needs: one.id })
  await p.setMoney(officer, { programme: id, action: one.id, year: 2027, version: null, budget: 734_177 })
  await p.addRisk(officer, {
    action: one.id,
    text: 'Kanarierisico',
    chance: 'low',
    effect: 'low',
    measure: 'Kanarie belt',
  })
  await p.serve(officer, { programme: id, action: one.id, kind: 'matter', of: matter })
  await p.addMilestone(officer, { action: one.id, title: 'Kanariemijlpaal', dueOn: '2027-05-01' })
  const meeting = await p.addMeeting(officer, { programme: id, heldOn: '2025-01-10', name: 'Overleg' })
  await p.decide(officer, { meeting: meeting.id, text: 'Kanariebesluit', action: one.id, dueOn: null })
  await p.reportProgress(
    officer,
    { action: one.id, text: 'Kanariebericht', evidence: [words(document, announcement)] },
    publishedWords,
  )
  const { id: indicator } = await p.addIndicator(officer, indicatorOf(id, 'Kanariecijfer'))
  await bringFigures(officer, indicator)
  return id
}

/** Columns of text that hold no words that somebody wrote. */
const noWords = [
  'municipality',
  'sha256',
  'media_type',
  'format',
  'kind',
  'language',
  'state',
  'from_state',
  'to_state',
  'step',
  'by_role',
  'actor_id',
  'account_id',
  'sections',
]
/** Tables that hold nothing of a draft. */
const notOfDraft = [
  'attachment',
  'edition',
  'report_out',
  'report_out_file',
  'report_out_history',
  'report_published',
]

test('nothing that is for the desk, and nothing of a draft, is in any row that a visitor can read', async ({
  databases,
  owner,
}) => {
  const made = await transact(databases.desk, testActor, async (ctx) => {
    const { document } = await work(ctx)
    const { id: matter } = await ctx.tx.selectFrom('council.matter').select('id').executeTakeFirstOrThrow()
    return draft(ctx, document, matter)
  })

  const tables = await tablesOf(owner)
  await asOwner(owner, async (client) => {
    const { rows } = await client.query(
      `
      select table_name as table, column_name as column, data_type as type from information_schema.columns
      where table_schema = 'programme' and table_name = any ($1) and data_type in ('text', 'jsonb', 'bytea', 'ARRAY')`,
      [confidential],
    )
    for (const { table, column, type } of rows.filter((row) => !noWords.includes(row.column))) {
      const text = type === 'bytea' ? `encode(${column}, 'escape')` : `${column}::text`
      const marked = await client.query(`select from programme.${table} where ${text} ~* 'kanarie'`)
      expect(marked.rowCount, `a marked word in ${table}.${column}`).toBeGreaterThan(0)
    }
    const ofProgramme = await client.query(
      "select table_name as table from information_schema.columns where table_schema = 'programme' and column_name = 'programme_id'",
    )
    for (const { table } of ofProgramme.rows.filter((row) => !notOfDraft.includes(row.table))) {
      const rowsOf = await client.query(`select from programme.${table} where programme_id = $1`, [made])
      expect(rowsOf.rowCount, `a row of the draft in ${table}`).toBeGreaterThan(0)
    }
  })

  const readable = await asOwner(owner, async (client) => {
    const { rows } = await client.query(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm') and n.nspname !~ '^(pg_|information_schema)'
        and has_schema_privilege('schakel_public', n.oid, 'usage') and has_table_privilege('schakel_public', c.oid, 'select')
      order by 1`)
    return rows.map((row): string => row.name)
  })
  expect(readable).toEqual(
    expect.arrayContaining(['council.motion', 'programme.history', 'programme.action']),
  )
  const seen = new Map<string, string>()
  for (const name of readable) {
    const { rows } = await sql<{
      row: string
    }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(databases.public as never)
    const text = rows.map(({ row }) => row).join('\n')
    seen.set(name, text)
    for (const secret of ['kanarie', '734177']) expect(text.toLowerCase(), name).not.toContain(secret)
    if (!name.startsWith('programme.') || ofTown.includes(name.slice(10))) continue
    for (const { row } of rows) expect(JSON.parse(row).programme_id, name).not.toBe(made)
  }
  for (const [name, said] of [
    ['programme.history', 'De lesbrief is af'],
    ['programme.decision', 'De rondes gaan door'],
    ['programme.evidence', announcement],
    ['programme.value', '7341'],
  ] as const)
    expect(seen.get(name), name).toContain(said)
  expect(tables.length).toBeGreaterThan(readable.filter((name) => name.startsWith('programme.')).length)
})

test('a desk sees and writes its own municipality only; without one it sees nothing', async ({
  databases,
  owner,
}) => {
  for (const table of await tablesOf(owner)) {
    const all = sql`select 1 from ${sql.table(`programme.${table}`)}`
    const seen = await transact(databases.desk, elsewhere, async (ctx) => (await all.execute(ctx.tx)).rows)
    expect(seen, table).toEqual([])
    expect((await all.execute(databases.desk)).rows, table).toEqual([])
  }
  await transact(databases.desk, elsewhere, (ctx) =>
    sql`update programme.action set title = 'gekaapt'`.execute(ctx.tx),
  )
  const titles = await transact(databases.desk, testActor, (ctx) =>
    ctx.tx.selectFrom('programme.action').select('title').execute(),
  )
  expect(titles.length).toBeGreaterThan(3)
  expect(titles.map(({ title }) => title)).not.toContain('gekaapt')
})
