/** What no type and no import rule can hold: read from the text of the sources. Each guard is also shown a text that it must refuse. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMigrations } from '../src/db/migrate.ts'
import { root } from '../src/root.ts'

type Source = { file: string; text: string }

const sources: Source[] = ['src', 'seed'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { file: path.slice(root.length + 1), text: withoutComments(readFileSync(path, 'utf8')) }
    }),
)

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

test('the guards see the sources', () => {
  expect(sources.length).toBeGreaterThan(50)
})

describe('only transact.ts opens transactions', () => {
  const calls = /\.\s*(transaction|startTransaction)\s*\(/
  const statement = /['"`]\s*(begin|start transaction|commit|rollback|savepoint)\b/i
  const speaksSql = /from '(kysely|pg)/
  /** Besides the two that all work goes through: a copy of the whole database in one snapshot, and the change of all indexes at once. */
  const transactors = [
    'src/db/transact.ts',
    'src/db/transact-case.ts',
    'src/db/dump.ts',
    'src/vault/erasure/renew-indexes.ts',
  ]
  const openers = (from: Source[]) =>
    from
      .filter(({ file }) => !transactors.includes(file))
      .filter(({ text }) => calls.test(text) || (speaksSql.test(text) && statement.test(text)))
      .map(({ file }) => file)

  test('in the program', () => expect(openers(sources)).toEqual([]))
  test.for([
    'db.transaction().execute()',
    'await db\n  .startTransaction()',
    "import pg from 'pg'\nclient.query('BEGIN')",
    "import { sql } from 'kysely'\nsql`commit`",
  ])('refuses %j', (text) =>
    expect(openers([{ file: 'src/council/x.ts', text }])).toEqual(['src/council/x.ts']),
  )
})

/**
 * What joins rows of the council with rows of the programme cannot be asked in two rooms. It may stand in one folder, where the council
 * reads the room to its right; nowhere else, and nothing there names a third schema.
 */
const doors = [
  { folder: 'src/council/programme/', schema: 'programme' },
  // Who works with her, and who she is, are joined with her case where row-level security looks at all three at once.
  ...['gate', 'vault', 'audit'].map((schema) => ({ folder: 'src/reintegration/', schema })),
  // Erasing empties her rows wherever they are.
  { folder: 'src/vault/erasure/', schema: 'reintegration' },
  // The types of sealed rows name the functions of erasing.
  { folder: 'src/vault/tables.ts', schema: 'reintegration' },
  // Accounts come from the command line or a provider; the demonstration has neither.
  { folder: 'seed/casework/', schema: 'gate' },
]

describe('a room names no schema but its own', () => {
  const schemas = [
    ...new Set(
      readMigrations().flatMap(({ sql }) => [...sql.matchAll(/^create schema (\w+)/gm)].map((m) => m[1])),
    ),
  ]
  /** Tables and functions of each schema: `programme.title` in a sentence is a property, `programme.action` may be a table. */
  const things = new Map(
    schemas.map((schema) => [
      schema,
      readMigrations().flatMap(({ sql }) =>
        [...sql.matchAll(new RegExp(`^create (?:table|view|function) ${schema}\\.(\\w+)`, 'gm'))].map(
          (m) => m[1],
        ),
      ),
    ]),
  )
  const strangers = (from: Source[]) =>
    from.flatMap(({ file, text }) =>
      schemas
        .filter((schema) => !file.startsWith(`src/${schema}/`) && !file.startsWith('src/db/'))
        .filter((schema) => !doors.some((door) => door.schema === schema && file.startsWith(door.folder)))
        .filter((schema) =>
          new RegExp(`['"\`\\s(,]${schema}\\.(?:${things.get(schema)?.join('|')})\\b(?!\\.ts|\\()`).test(
            inQuotes(text),
          ),
        )
        .map((schema) => `${file} names ${schema}`),
    )

  test('there are schemas', () =>
    expect(schemas).toEqual(expect.arrayContaining(['audit', 'identity', 'council'])))
  test('in the program', () => expect(strangers(sources)).toEqual([]))
  test.for(["selectFrom('council.motion as m')", 'sql`select 1 from council.motion`'])('refuses %s', (text) =>
    expect(strangers([{ file: 'src/web/x.ts', text }])).toEqual(['src/web/x.ts names council']),
  )
  test('lets the council name the programme in one folder alone', () => {
    const served = "selectFrom('programme.served as served')"
    const person = "innerJoin('identity.person as person')"
    const inFile = (file: string) => strangers([{ file, text: `${served}.${person}` }])
    expect(inFile('src/council/programme/x.ts')).toEqual(['src/council/programme/x.ts names identity'])
    for (const file of [
      'src/council/x.ts',
      'src/council/life/x.ts',
      'src/council/programmes.ts',
      'src/web/programme/x.ts',
      'seed/programme/x.ts',
    ])
      expect(inFile(file)).toEqual([`${file} names identity`, `${file} names programme`])
    const back = { file: 'src/programme/x.ts', text: "leftJoin('council.published_document as published')" }
    expect(strangers([back])).toEqual(['src/programme/x.ts names council'])
  })
})

describe('browsers keep nothing of a page', () => {
  const kept = /\b(?:localStorage|sessionStorage|indexedDB|caches|document\s*\.\s*cookie|serviceWorker)\b/
  const keepers = (from: Source[]) => from.filter(({ text }) => kept.test(text)).map(({ file }) => file)
  const islands = sources.filter(({ file }) => file.startsWith('src/web/islands/'))

  test('in the scripts of pages', () => {
    expect(islands.length).toBeGreaterThan(3)
    expect(keepers(islands)).toEqual([])
  })
  test.for(["localStorage.setItem('a', 'b')", 'document.cookie = name', 'navigator.serviceWorker'])(
    'refuses %s',
    (text) => expect(keepers([{ file: 'src/web/islands/x.ts', text }])).toEqual(['src/web/islands/x.ts']),
  )
})

/** What stands in quotes, since `council.motion` outside them is a property of a value. */
function inQuotes(text: string): string {
  return (text.match(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g) ?? []).join('\n')
}

describe('migrations', () => {
  const migrations = readMigrations()

  test('each touches one schema', () => {
    const touched = migrations.map(({ sql, name }) => {
      const statements = sql.replace(/--.*$/gm, '')
      const found = [
        ...statements.matchAll(
          /\b(?:create|alter|drop)\s+(?:table|schema|view|function)\s+(?:if\s+(?:not\s+)?exists\s+)?(\w+)/gi,
        ),
      ]
      return { name, schemas: [...new Set(found.map((match) => match[1]))] }
    })
    // Erasing is one function over the rows of a person in two schemas.
    for (const { name, schemas } of touched) expect(schemas, name).toHaveLength(name === 'erasure' ? 2 : 1)
  })

  test('none opens or ends a transaction: the runner does', () => {
    for (const { sql, name } of migrations) {
      expect(sql.replace(/--.*$/gm, ''), name).not.toMatch(/^\s*(begin|commit|rollback)\s*;/im)
    }
  })

  test('every table has a comment that says what it is', () => {
    for (const { sql } of migrations) {
      for (const [, table] of sql.matchAll(/^create table ([\w.]+)/gim)) {
        expect(sql.toLowerCase()).toContain(`comment on table ${table} is`)
      }
    }
  })

  test('they are only ever added: each stands in test/migrations.json with its checksum', () => {
    const known = JSON.parse(readFileSync(join(root, 'test/migrations.json'), 'utf8'))
    const now = Object.fromEntries(migrations.map((one) => [`${one.number} ${one.name}`, one.checksum]))
    // Add a line for a new one. A line that must change after a release is a mistake: write a new migration.
    expect(now).toEqual(known)
  })
})

describe('optional packages', () => {
  test.for(['package-lock.json', 'runtime/package-lock.json'])(
    'every one that %s names is in it, or npm ci refuses elsewhere',
    (file) => {
      const missing = missingSiblings(JSON.parse(readFileSync(join(root, file), 'utf8')).packages)
      expect(missing).toEqual([])
    },
  )

  test('a missing one is seen', () => {
    const packages = {
      '': { optionalDependencies: { a: '1' } },
      'node_modules/a': { optionalDependencies: { b: '1' } },
      'node_modules/c': {},
    }
    expect(missingSiblings(packages)).toEqual(['b, needed by node_modules/a'])
  })
})

type Packages = Record<string, { optionalDependencies?: Record<string, string> }>

/** As npm looks: below the package itself, then beside each folder above it. */
function missingSiblings(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !candidates(from).some((above) => `${above}node_modules/${name}` in packages))
      .map((name) => `${name}, needed by ${from || 'package.json'}`),
  )
}

function candidates(from: string): string[] {
  const parts = from ? from.split('/node_modules/') : []
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/node_modules/')}/`)]
}
