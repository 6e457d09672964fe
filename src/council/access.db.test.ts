/** Who may read what, as rows: two logins, every table of the room; and marked words that no visitor may ever meet. */
import { sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { letterPages, letterReading, placeOf, readDocument, setUpTestTown } from '../../test/council.ts'
import { test, testActor, testNow } from '../../test/database.ts'
import type { Actor } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import { registerDocument } from './register-document.ts'

const confidential = [
  'change',
  'change_set',
  'commitment_history_detail',
  'council_list',
  'council_list_line',
  'document',
  'document_draft',
  'follow',
  'follow_merge',
  'follower',
  'import',
  'import_memory',
  'import_row',
  'imported_fields',
  'letter_contact',
  'letter_out',
  'letter_out_file',
  'letter_out_history',
  'letter_out_motion',
  'letter_withdrawal_detail',
  'mail',
  'matter_history_detail',
  'matter_official',
  'motion_correction_detail',
  'motion_merge_detail',
  'motion_parting_detail',
  'original',
  'person_account',
  'person_account_history',
  'setting',
  'told_fallen',
  'watch_day',
  'watcher',
]
/** Derived rows, and what nobody registered yet (a row policy guards the rest). */
const deletable = [
  'council_list_line',
  'document',
  'document_draft',
  'follow',
  'follow_merge',
  'follower',
  'mail',
  'motion_identifier',
  'original',
  'person_account',
  'register_entry',
  'register_search',
  'wish',
]
/** What a merged motion said twice: of no other motion a row can go, which their row policies see to. */
const ofMerged = [
  'clause',
  'commitment_motion',
  'document_motion',
  'imported_fields',
  'imported_motion',
  'letter_motion',
  'letter_out_motion',
  'matter',
  'matter_history',
  'matter_history_detail',
  'matter_official',
  'motion_proposal',
  'motion_submitter',
  'motion_vote',
  'request',
  'request_part',
  'settlement_claim_request',
]
/** What a registration or an import added: a row goes only while that is taken back. */
const ofTakenBack = [
  'commitment',
  'commitment_history',
  'commitment_history_detail',
  'commitment_letter',
  'letter',
  'letter_contact',
  'letter_topic',
  'motion',
  'motion_merge',
  'motion_merge_detail',
  'published_document',
  'settlement_claim',
  'settlement_decision',
  'settlement_evidence',
  'settlement_proposal',
]
const elsewhere: Actor = { ...testActor, municipality: 'ergens-anders' }

const tablesOf = async (owner: pg.ClientConfig): Promise<string[]> => {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query(
    "select tablename from pg_tables where schemaname = 'council' order by 1",
  )
  await client.end()
  return rows.map((row) => row.tablename)
}

test('each table is wholly public or wholly not, has forced row security, and its keys begin with the municipality', async ({
  owner,
}) => {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query(`
    select c.relname as table,
      has_table_privilege('schakel_public', c.oid, 'select') as visitor_reads,
      has_any_column_privilege('schakel_public', c.oid, 'select') as visitor_reads_some,
      has_table_privilege('schakel_public', c.oid, 'insert, update, delete, truncate') as visitor_writes,
      has_table_privilege('schakel_desk', c.oid, 'select') and has_table_privilege('schakel_desk', c.oid, 'insert') as desk,
      has_table_privilege('schakel_desk', c.oid, 'delete') as desk_deletes,
      exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = 'd'
        and pg_get_expr(p.polqual, p.polrelid) like '%is_merged%') as only_of_merged,
      exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = 'd'
        and pg_get_expr(p.polqual, p.polrelid) like 'council.taking_back%') as only_taken_back,
      c.relrowsecurity and c.relforcerowsecurity as secured,
      (select array_agg(a.attname::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid) as first_columns
    from pg_class c where c.relnamespace = 'council'::regnamespace and c.relkind = 'r' order by 1`)
  await client.end()
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    const open = !confidential.includes(row.table)
    expect(row, row.table).toMatchObject({
      visitor_reads: open,
      visitor_reads_some: open,
      visitor_writes: false,
      desk: true,
      desk_deletes: [...deletable, ...ofMerged, ...ofTakenBack].includes(row.table),
      only_of_merged: ofMerged.includes(row.table),
      only_taken_back: ofTakenBack.includes(row.table),
      secured: true,
    })
    expect(new Set(row.first_columns), row.table).toEqual(new Set(['municipality']))
  }
})

test('a visitor is refused every confidential table', async ({ databases }) => {
  for (const table of confidential) {
    await expect(
      sql`select 1 from ${sql.table(`council.${table}`)}`.execute(databases.public as never),
      table,
    ).rejects.toThrow(/permission denied/)
  }
})

/** Words that stand only where no visitor may look. */
const canary = {
  name: 'Kanarie Geheimpje',
  email: 'kanarie.een@testdorp.example',
  phone: '06-99887766',
  unmarkedEmail: 'kanarie.twee@testdorp.example',
  unmarkedMobile: '0699887755',
  fileName: 'kanarie-bestand.txt',
}

test('after registering, no visitor finds personal data anywhere, and everything else is there', async ({
  databases,
  owner,
}) => {
  const pages = [
    `${letterPages[0]!.replace('Fenna de Goede-Proef', canary.name).replace('f.degoedeproef@testdorp.example', canary.email).replace('06-12345678', canary.phone)}`,
    `${letterPages[1]!.replace('De Goede-Proef', 'Geheimpje').replace('banken. ', `banken (vraag het Kanarie Geheimpje). `)}
Ook ${canary.unmarkedEmail} en ${canary.unmarkedMobile}.`,
  ]
  const text = 'Het college stuurt na het zomerreces een plan voor de banken (vraag het Kanarie Geheimpje)'
  const reading = letterReading(letterPages)
  const letter = {
    ...reading,
    letter: {
      ...reading.letter!,
      subject: `Banken; bel ${canary.phone}`,
      contact: { name: canary.name, phone: canary.phone, email: canary.email },
    },
    motions: [
      {
        ...reading.motions[0]!,
        clauses: [{ kind: 'noting' as const, text: `volgens Geheimpje (${canary.unmarkedEmail})`, at: [] }],
      },
    ],
    commitments: [{ ...reading.commitments[0]!, text, at: placeOf(pages, text) }],
    personalData: [{ kind: 'name' as const, text: canary.name, at: placeOf(pages, canary.name) }],
  }
  await transact(databases.desk, testActor, (ctx) => setUpTestTown(ctx), testNow)
  await transact(
    databases.desk,
    testActor,
    async (ctx) =>
      registerDocument(ctx, {
        document: await readDocument(ctx, { pages, reading: letter }, canary.fileName),
        version: 0,
      }),
    testNow,
  )

  const seen: Record<string, string> = {}
  for (const table of await tablesOf(owner)) {
    if (confidential.includes(table)) continue
    const { rows } = await sql<{
      row: string
    }>`select to_jsonb(t)::text as row from ${sql.table(`council.${table}`)} t`.execute(
      databases.public as never,
    )
    seen[table] = rows.map((row) => row.row).join('\n')
  }
  const everything = Object.entries(seen)
    .map(([table, rows]) => `${table}: ${rows}`)
    .join('\n')
  for (const secret of [...Object.values(canary), 'kanarie', 'geheimpje', '99887766', '998877']) {
    expect(everything.toLowerCase()).not.toContain(secret.toLowerCase())
  }
  for (const open of [
    'Okke Vaandrig',
    'Bram Lindeboom',
    'RIS400099',
    'speeltuin',
    'een plan voor de banken',
  ]) {
    expect(everything).toContain(open)
  }
  for (const table of [
    'published_document',
    'letter',
    'motion',
    'request',
    'request_part',
    'commitment',
    'settlement_claim',
    'settlement_claim_request',
    'letter_motion',
    'register_search',
    'matter',
    'matter_history',
    'commitment_history',
  ]) {
    expect(seen[table], table).not.toBe('')
  }
})

test('a visitor sees no row of what is not published', async ({ databases }) => {
  await transact(databases.desk, testActor, async (ctx) => {
    for (const table of ['letter', 'motion', 'commitment', 'published_document']) {
      await sql`update ${sql.table(`council.${table}`)} set published_at = null`.execute(ctx.tx)
    }
  })
  const hidden = [
    'letter',
    'motion',
    'commitment',
    'published_document',
    'letter_topic',
    'letter_motion',
    'settlement_claim',
    'settlement_claim_request',
    'clause',
    'request',
    'request_part',
    'motion_identifier',
    'motion_submitter',
    'motion_proposal',
    'document_motion',
    'commitment_letter',
    'commitment_motion',
    'commitment_history',
    'matter',
    'matter_history',
  ]
  for (const table of hidden) {
    const { rows } = await sql`select 1 from ${sql.table(`council.${table}`)}`.execute(
      databases.public as never,
    )
    expect(rows, table).toEqual([])
  }
})

test('a desk sees and writes its own municipality only; without one it sees nothing', async ({
  databases,
  owner,
}) => {
  const tables = (await tablesOf(owner)).filter((table) => table !== 'register_search')
  for (const table of tables) {
    const count = (actor: Actor) =>
      transact(
        databases.desk,
        actor,
        async (ctx) =>
          (await sql`select 1 from ${sql.table(`council.${table}`)}`.execute(ctx.tx)).rows.length,
      )
    expect(await count(elsewhere), table).toBe(0)
    const { rows } = await sql`select 1 from ${sql.table(`council.${table}`)}`.execute(databases.desk)
    expect(rows, table).toEqual([])
  }
  const own = await transact(
    databases.desk,
    testActor,
    async (ctx) => (await sql`select 1 from council.document`.execute(ctx.tx)).rows.length,
  )
  expect(own).toBe(1)
  await expect(
    transact(databases.desk, elsewhere, (ctx) =>
      sql`insert into council.municipality (municipality, name, theme) values (${testActor.municipality}, 'X', 'ma')`.execute(
        ctx.tx,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
  await transact(databases.desk, elsewhere, (ctx) =>
    sql`update council.motion set title = 'gekaapt'`.execute(ctx.tx),
  )
  const titles = await transact(databases.desk, testActor, (ctx) =>
    ctx.tx.selectFrom('council.motion').select('title').execute(),
  )
  expect(titles.map((row) => row.title)).not.toContain('gekaapt')
})
