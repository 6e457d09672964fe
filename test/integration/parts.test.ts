/** Two processes, each with the credentials of its own part: what each is given, what neither can reach, and what happens when one ends. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Connection } from '../../src/db/connect.ts'
import { caseGroups, derive, groups, guard, loginFor, siteGroups } from '../../src/db/connect.ts'
import { keyGroup, keyLogin } from '../../src/db/connect-keys.ts'
import { superuser } from '../../src/db/embedded/make-cluster.ts'
import type { CaseParcel, Order, SiteParcel } from '../../src/process/messages.ts'
import { root } from '../../src/root.ts'
import { buildProgram, runToEnd, type Site, startSite, temporaryFolder } from '../site.ts'

const kek = Buffer.from('the key of this test, 32 bytes: x').subarray(0, 32).toString('base64')
const folder = temporaryFolder()
const data = join(folder, 'data')
const sites: Site[] = []

beforeAll(buildProgram)
afterAll(async () => {
  for (const site of sites) await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(env: Record<string, string>): Promise<Site> {
  const site = await startSite({ SCHAKEL_MODE: 'production', ...env })
  sites.push(site)
  return site
}

const answers = async (url: string | null) => (await fetch(`${url}/robots.txt`)).status === 200
const ask = async (connection: Connection, statement: string): Promise<pg.QueryResult> => {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The processes of a program, by the name of what they run. */
function childrenOf(pid: number | undefined): Record<'site' | 'casework', number> {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
  const named = children.map((child) => {
    const program = readFileSync(`/proc/${child}/cmdline`, 'utf8')
      .split('\0')
      .find((word) => /run-\w+\.js$/.test(word))
    return [basename(program ?? '').replace(/^run-|\.js$/g, ''), child]
  })
  return Object.fromEntries(named.filter(([name]) => name))
}

/** Which of some secrets stand anywhere in the memory of a process. */
function inMemory(pid: number, secrets: Record<string, string>): string[] {
  const found = new Set<string>()
  const wanted = Object.entries(secrets).map(([name, secret]) => [name, Buffer.from(secret)] as const)
  const memory = readMemory(pid)
  for (const part of memory) {
    for (const [name, secret] of wanted) if (part.includes(secret)) found.add(name)
  }
  return [...found].sort()
}

/** What it has written to, as far as it is in memory. */
function* readMemory(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const block = Buffer.alloc(8 * 2 ** 20)
  // A secret may lie across two blocks.
  const overlap = 256
  const regions = readFileSync(`/proc/${pid}/smaps`, 'utf8').matchAll(
    /^([0-9a-f]+)-([0-9a-f]+) rw[\s\S]*?^Rss: +(\d+) kB/gm,
  )
  try {
    for (const [, from, to, resident] of regions) {
      if (resident === '0') continue
      const end = Number.parseInt(to!, 16)
      for (let at = Number.parseInt(from!, 16); at < end; at += block.length - overlap) {
        try {
          yield block.subarray(0, readSync(memory, block, 0, Math.min(block.length, end - at), at))
        } catch {
          // Given back since.
        }
      }
    }
  } finally {
    closeSync(memory)
  }
}

describe.skipIf(process.env.DATABASE_URL)('on one machine', () => {
  let site: Site
  let secret: string
  let owner: Connection
  const report = join(folder, 'given')

  beforeAll(async () => {
    // Writes down whatever a process is sent, as it is sent.
    const preload = join(folder, 'listen-in.cjs')
    writeFileSync(
      preload,
      `if (process.send) process.prependListener('message', (said) => require('node:fs').appendFileSync(${JSON.stringify(report)} + '.' + require('node:path').basename(process.argv[1]), JSON.stringify(said) + '\\n'))`,
    )
    site = await start({ SCHAKEL_DATA: data, SCHAKEL_KEK: kek, NODE_OPTIONS: `--require=${preload}` })
    secret = readFileSync(join(data, 'secret'), 'utf8')
    const [, , , port, host] = readFileSync(join(data, 'db/postmaster.pid'), 'utf8').split('\n')
    owner = {
      host: host ?? '',
      port: Number(port),
      user: superuser,
      password: derive(secret, 'password of the owner'),
      database: 'schakel',
      ssl: undefined,
    }
  })

  const given = (part: 'site' | 'casework') => readFileSync(`${report}.run-${part}.js`, 'utf8')
  const parcelOf = <P>(part: 'site' | 'casework') =>
    given(part)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Order)
      .find((order) => order.do === 'open')?.parcel as P
  const passwordsOf = (names: readonly (typeof groups)[number][]) =>
    Object.fromEntries(names.map((name) => [name, loginFor(owner, secret, name).password ?? '']))
  const owned = () => ({ owner: owner.password ?? '', secret })
  const ofCases = () => ({ ...passwordsOf(caseGroups), keys: keyLogin(owner, secret).password ?? '', kek })

  test('each is sent its own logins, and nothing that leads to those of the other', () => {
    const forSite = parcelOf<SiteParcel>('site')
    const forCases = parcelOf<CaseParcel>('casework')
    expect(Object.keys(forSite.connections).sort()).toEqual([...siteGroups].sort())
    expect(Object.keys(forCases.connections).sort()).toEqual([...caseGroups].sort())
    expect(forCases.kek).toEqual({ name: 'SCHAKEL_KEK', value: kek })
    for (const [name, hidden] of Object.entries({ ...owned(), ...ofCases() }))
      expect(given('site').includes(hidden), name).toBe(false)
    for (const [name, hidden] of Object.entries({ ...owned(), ...passwordsOf(siteGroups) }))
      expect(given('casework').includes(hidden), name).toBe(false)
    for (const hidden of Object.values(forSite.follow)) expect(given('casework')).not.toContain(hidden)
  })

  test.skipIf(process.platform !== 'linux')('nothing of it is in an environment or on a command line', () => {
    const all = { ...owned(), ...ofCases(), ...passwordsOf(siteGroups), address: 'postgres://' }
    for (const [part, pid] of Object.entries(childrenOf(site.process.pid))) {
      const seen = readFileSync(`/proc/${pid}/environ`, 'utf8') + readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      expect(seen, part).not.toMatch(/SCHAKEL_|DATABASE_URL/)
      for (const [name, hidden] of Object.entries(all))
        expect(seen.includes(hidden), `${part} ${name}`).toBe(false)
    }
  })

  test('what the other holds is nowhere in the memory of the site', async ({ skip }) => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return skip('needs root on Linux')
    const pids = childrenOf(site.process.pid)
    expect(await answers(site.url)).toBe(true)
    const all = { ...owned(), ...ofCases() }
    expect(inMemory(pids.site, all)).toEqual([])
    // The search finds what is there.
    expect(inMemory(pids.casework, all)).toEqual(expect.arrayContaining(['kek', 'schakel_casework']))
    expect(inMemory(pids.casework, owned())).toEqual([])
  })

  test('its logins are refused every table of the confidential side, and the key store altogether', async () => {
    const schemas = ['gate', 'reintegration', 'vault']
    const { rows } = await ask(
      owner,
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as it from pg_tables where schemaname in ('${schemas.join("', '")}')`,
    )
    expect(rows.length).toBeGreaterThan(25)
    for (const group of siteGroups) {
      const login = parcelOf<SiteParcel>('site').connections[group]
      const client = new pg.Client(login)
      await client.connect()
      for (const { it } of rows) {
        await expect(client.query(`select from ${it}`), `${group} ${it}`).rejects.toMatchObject({
          code: '42501',
        })
      }
      for (const role of [...caseGroups, guard, keyGroup, superuser]) {
        await expect(client.query(`set role ${role}`), `${group} ${role}`).rejects.toMatchObject({
          code: '42501',
        })
      }
      const { rows: functions } = await client.query(
        `select p.oid::regprocedure::text as it from pg_proc p join pg_namespace n on n.oid = pronamespace
          where nspname in ('${schemas.join("', '")}') and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')`,
      )
      expect(functions, group).toEqual([])
      await client.end()
      const keys = new pg.Client({ ...login, database: 'schakel_keys' })
      await expect(keys.connect(), group).rejects.toThrow('permission denied for database')
    }
  })

  test('killed, the confidential side comes back at its address, while the site goes on', async () => {
    const before = childrenOf(site.process.pid)
    process.kill(before.casework, 'SIGKILL')
    while (
      !site
        .said()
        .includes(
          'The process of the confidential side has ended (signal SIGKILL); it is started again in 1 s.',
        )
    )
      await wait(20)
    expect(await answers(site.url)).toBe(true)
    while (!(await answers(site.caseUrl).catch(() => false))) await wait(50)
    const after = childrenOf(site.process.pid)
    expect(after.site).toBe(before.site)
    expect(after.casework).not.toBe(before.casework)
  })

  test('killed, the site takes everything with it, in order', async () => {
    process.kill(childrenOf(site.process.pid).site, 'SIGKILL')
    const { code, stderr } = await site.ended
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /The process of the site has ended \(signal SIGKILL\), so Schakel ends too; start it again\.\n$/,
    )
    await expect(answers(site.caseUrl)).rejects.toThrow()
    expect(readdirSync(join(data, 'db'))).not.toContain('postmaster.pid')
  })

  test('another key than the one that wrapped, or a key in the data folder, is refused in one sentence', async () => {
    const refuse = (env: Record<string, string>) =>
      runToEnd({ SCHAKEL_DATA: data, SCHAKEL_MODE: 'production', ...env })
    const other = await refuse({ SCHAKEL_KEK: Buffer.alloc(32, 'another key ').toString('base64') })
    expect(other).toMatchObject({ code: 1, stdout: '' })
    expect(other.stderr).toMatch(
      /^The data keys were wrapped by the key-encryption key [0-9a-f]{16}, which is not in SCHAKEL_KEK; put it back there\.\n$/,
    )
    writeFileSync(join(data, 'kek'), kek)
    const inside = await refuse({ SCHAKEL_KEK_FILE: join(data, 'kek') })
    expect(inside).toMatchObject({ code: 1, stdout: '' })
    expect(inside.stderr).toMatch(/^The key-encryption key is in the data folder .*\n$/)
    expect(inside.stderr.trimEnd().split('\n')).toHaveLength(1)
    rmSync(join(data, 'kek'))
  })

  test('without a key, production runs without its confidential side and says so', async () => {
    const alone = await start({ SCHAKEL_DATA: data })
    expect(alone.caseUrl).toBeNull()
    expect(alone.said()).toContain(
      'The confidential side does not run, because no key-encryption key is set.',
    )
    expect(await answers(alone.url)).toBe(true)
    expect(Object.keys(childrenOf(alone.process.pid))).toEqual(['site'])
    expect(await alone.stop()).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('on two machines', () => {
  const name = `schakel_parts_${process.pid}`
  const where = () => {
    const { owner } = inject('testServer')
    return `postgres://${owner.user}:${owner.password}@/${name}?host=${encodeURIComponent(owner.host)}&port=${owner.port}`
  }
  const holder = join(folder, 'holder')
  const file = (part: string) => join(folder, `${part}.json`)

  function writeLogins(part: string, env: Record<string, string> = {}) {
    const { PATH = '' } = process.env
    return spawnSync(process.execPath, ['src/cli/main.ts', 'logins', part], {
      cwd: root,
      encoding: 'utf8',
      env: {
        PATH,
        DATABASE_URL: where(),
        SCHAKEL_MODE: 'production',
        SCHAKEL_DATA: holder,
        NODE_NO_WARNINGS: '1',
        ...env,
      },
    })
  }

  beforeAll(async () => {
    await ask(inject('testServer').owner, `create database ${name} encoding 'UTF8' template template0`)
    for (const part of ['site', 'casework']) {
      const { status, stdout, stderr } = writeLogins(part)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      writeFileSync(file(part), stdout, { mode: 0o600 })
    }
  })

  afterAll(async () => {
    const { owner } = inject('testServer')
    const secret = readFileSync(join(holder, 'secret'), 'utf8')
    for (const site of sites) await site.stop()
    for (const one of [name, `${name}_keys`]) await ask(owner, `drop database if exists ${one} with (force)`)
    for (const group of groups) await ask(owner, `drop role if exists ${loginFor(owner, secret, group).user}`)
    await ask(owner, `drop role if exists ${keyLogin(owner, secret).user}`)
  })

  test('each file holds exactly the logins of its part', () => {
    const holds = (part: string) => {
      const text = readFileSync(file(part), 'utf8')
      const secret = readFileSync(join(holder, 'secret'), 'utf8')
      expect(text).not.toContain(secret)
      // As a whole value: a short password may be part of a name.
      expect(text).not.toContain(`"${inject('testServer').owner.password}"`)
      return [...text.matchAll(/"user": "(schakel_[a-z]+)_[0-9a-f]{8}"/g)].map(([, group]) => group).sort()
    }
    expect(holds('site')).toEqual([...siteGroups].sort())
    expect(holds('casework')).toEqual([...caseGroups, keyGroup].sort())
  })

  test('the two run from their files, and neither needs the other', async () => {
    const site = await start({ SCHAKEL_PART: 'site', SCHAKEL_LOGINS: file('site') })
    const casework = await start({
      SCHAKEL_PART: 'casework',
      SCHAKEL_LOGINS: file('casework'),
      SCHAKEL_KEK: kek,
      SCHAKEL_SIGNING_KEY: randomBytes(32).toString('base64'),
      SCHAKEL_CHECKPOINTS: join(folder, 'checkpoints'),
    })
    expect([site.caseUrl, casework.url]).toEqual([null, ''])
    expect(await answers(site.url)).toBe(true)
    expect(await answers(casework.caseUrl)).toBe(true)
    expect(await site.stop()).toMatchObject({ code: 0, stderr: '' })
    expect(await answers(casework.caseUrl)).toBe(true)
    expect(await casework.stop()).toMatchObject({ code: 0, stderr: '' })
  })

  test('a file that others may read, of the other part, of another version, or with a login too many', async () => {
    const copy = join(folder, 'copy.json')
    const refuse = async (change: (contents: Record<string, unknown>) => void, mode = 0o600) => {
      const contents = JSON.parse(readFileSync(file('site'), 'utf8'))
      change(contents)
      writeFileSync(copy, JSON.stringify(contents))
      chmodSync(copy, mode)
      const env = { SCHAKEL_MODE: 'production', SCHAKEL_PART: 'site', SCHAKEL_LOGINS: copy }
      const { code, stdout, stderr } = await runToEnd(env)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
      return stderr
    }
    expect(await refuse(() => {}, 0o644)).toMatch(/holds passwords, but others may read it/)
    expect(await refuse((it) => Object.assign(it, { part: 'casework' }))).toMatch(
      /holds the logins of "casework"/,
    )
    expect(await refuse((it) => Object.assign(it, { database: '1.1' }))).toMatch(/written by another version/)
    expect(await refuse((it) => Object.assign(it, { mode: 'demo' }))).toMatch(/was begun as a demonstration/)
    expect(await refuse((it) => Object.assign(it.connections as object, { schakel_casework: {} }))).toMatch(
      /does not hold exactly the logins of its part/,
    )
    expect(
      await refuse((it) => {
        for (const login of Object.values(it.connections as Record<string, { password: string }>))
          login.password = 'wrongword'
      }),
    ).toMatch(/refuses the user "schakel_\w+" of .*copy\.json or its password/)
  })

  test.for([
    ['in a demonstration', { SCHAKEL_MODE: 'demo' }, /^SCHAKEL_MODE must be "production"/],
    ['without a server', { DATABASE_URL: '' }, /^DATABASE_URL must be set/],
  ] as const)('no logins are given %s', ([, env, sentence]) => {
    const { status, stdout, stderr } = writeLogins('site', env)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
  })
})

test('a part does not run by itself', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'dist/run-casework.js')], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'This is a part of Schakel, and does not run by itself; use npm start.\n',
  })
})
