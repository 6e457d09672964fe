/** The bad days of a start, with the program as built. Each refusal is one sentence, an exit code, and data that still opens. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect as connectTo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { derive, groups, guard } from '../../src/db/connect.ts'
import { keyGroup } from '../../src/db/connect-keys.ts'
import { superuser } from '../../src/db/embedded/make-cluster.ts'
import { canEnter } from '../../src/db/embedded/runner.ts'
import { startEmbedded } from '../../src/db/embedded/start.ts'
import { root } from '../../src/root.ts'
import type { Ended, Site } from '../site.ts'
import { buildProgram, copyData, runToEnd, spawnProgram, startSite, temporaryFolder } from '../site.ts'

/** With a key, so that the confidential side runs in all of these. */
const production = {
  SCHAKEL_MODE: 'production',
  SCHAKEL_KEK: Buffer.from('a key for tests, of 32 bytes: ok').toString('base64'),
}
const isRoot = process.getuid?.() === 0
const nobody = 65534
const folders: string[] = []
const sites: Site[] = []
/** A production folder (nothing to seed), stopped in order; tests work on copies. */
let base: string

beforeAll(buildProgram)

afterAll(async () => {
  for (const site of sites) await site.stop('SIGTERM')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = temporaryFolder()
  folders.push(folder)
  return join(folder, 'data')
}

function copyOfBase(): string {
  const folder = newFolder()
  copyData(base, folder)
  return folder
}

async function startOn(folder: string, env: Record<string, string> = {}, options = {}): Promise<Site> {
  const site = await startSite({ SCHAKEL_DATA: folder, ...production, ...env }, options)
  sites.push(site)
  return site
}

function refuseOn(folder: string, env: Record<string, string> = {}, options = {}): Promise<Ended> {
  return runToEnd({ SCHAKEL_DATA: folder, ...production, ...env }, options)
}

/** One sentence and nothing else, on stderr, with an exit code that is not 0. */
function expectSentence(ended: Ended, pattern: RegExp): void {
  expect(ended.stderr).toMatch(pattern)
  expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(ended.stderr).toMatch(/\.\n$/)
  expect(ended.stdout).toBe('')
  expect(ended.code).toBe(1)
}

async function expectOpens(folder: string): Promise<void> {
  const site = await startOn(folder)
  for (const url of [site.url, site.caseUrl]) expect((await fetch(`${url}/robots.txt`)).status).toBe(200)
  expect(await site.stop()).toMatchObject({ code: 0, stderr: '' })
  expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false)
}

const postmasterOf = (folder: string) =>
  Number(readFileSync(join(folder, 'db/postmaster.pid'), 'utf8').split('\n')[0])

describe.skipIf(process.env.DATABASE_URL)('with the PostgreSQL that comes along', () => {
  beforeAll(async () => {
    base = newFolder()
    const site = await startSite({ SCHAKEL_DATA: base, ...production })
    expect(await site.stop()).toMatchObject({ code: 0, stderr: '' })
  })

  test('a second start beside a running one, on the same or another port, and the first goes on', async () => {
    const folder = copyOfBase()
    const first = await startOn(folder)
    const { port } = new URL(first.url)
    expectSentence(await refuseOn(folder), /^Schakel is already running on this data folder/)
    expectSentence(await refuseOn(folder, { PORT: port }), /^Schakel is already running on this data folder/)
    expect((await fetch(`${first.url}/robots.txt`)).status).toBe(200)
    expect(await first.stop()).toMatchObject({ code: 0, stderr: '' })
  })

  test.for(['PORT', 'CASEWORK_PORT'])('a taken %s: nothing is made', async (setting) => {
    const folder = newFolder()
    const other = await startOn(copyOfBase())
    const { port } = new URL(other.url)
    const free = setting === 'PORT' ? { CASEWORK_PORT: '0' } : {}
    expectSentence(
      await refuseOn(folder, { [setting]: port, ...free }),
      new RegExp(`^Port ${port} is already used by another program; .* ${setting}=\\d+ npm start`),
    )
    expect(existsSync(join(folder, 'db'))).toBe(false)
    await other.stop()
  })

  test('two first starts at once: one runs, the other says so', async () => {
    const folder = newFolder()
    const env = { SCHAKEL_DATA: folder, ...production }
    const results = await Promise.allSettled([startSite(env), startSite(env)])
    const running = results.filter((result) => result.status === 'fulfilled')
    expect(running).toHaveLength(1)
    expect(results.find((result) => result.status === 'rejected')?.reason.message).toMatch(/already running/)
    await running[0]?.value.stop()
    expect(readdirSync(folder).filter((name) => name.includes('new-'))).toEqual([])
    await expectOpens(folder)
  })

  test('a first start killed while it makes the database: the next one begins anew', async () => {
    const folder = newFolder()
    const program = spawnProgram({ SCHAKEL_DATA: folder, ...production })
    while (!existsSync(folder) || !readdirSync(folder).some((name) => /^db\.new-\d+$/.test(name))) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await program.stop('SIGKILL')
    expect(existsSync(join(folder, 'db'))).toBe(false)
    await expectOpens(folder)
    expect(readdirSync(folder).filter((name) => name.includes('new-'))).toEqual([])
  })

  test('after kill -9 the database lives on, and the next start takes it over', async () => {
    const folder = copyOfBase()
    const first = await startOn(folder)
    const postmaster = postmasterOf(folder)
    await first.stop('SIGKILL')
    expect(() => process.kill(postmaster, 0)).not.toThrow()
    const second = await startOn(folder)
    expect(postmasterOf(folder)).toBe(postmaster)
    expect((await fetch(`${second.url}/robots.txt`)).status).toBe(200)
    expect(await second.stop()).toMatchObject({ code: 0, stderr: '' })
    expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false)
  })

  test('after a power cut a leftover postmaster.pid that names another program does not stop the start', async () => {
    const folder = copyOfBase()
    const file = join(folder, 'db/postmaster.pid')
    writeFileSync(file, `${process.pid}\n${folder}/db\n1700000000\n5432\n${folder}/socket\n\n0 0\nready\n`)
    const { uid, gid } = statSync(join(folder, 'db'))
    chownSync(file, uid, gid)
    await expectOpens(folder)
  })

  test.for(['SIGTERM', 'SIGINT'] as const)(
    '%s lets running requests finish, then stops the database',
    async (signal) => {
      const folder = copyOfBase()
      const site = await startOn(folder)
      // One waits in the database, for a lock; the other for the rest of its form.
      const lock = await lockTable(folder, 'council.municipality')
      const page = fetch(site.url)
      await until(async () => (await lock.waiting()) > 0)
      const slow = await openSlowRequest(site.url)
      const ended = site.stop(signal)
      await until(() => isClosed(site.url))
      expect(slow.answer()).toBe('')
      await lock.release()
      const answer = await page
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('</html>')
      slow.finish()
      expect(await slow.closed).toMatch(/^HTTP\/1\.1 \d{3} [\s\S]*x-request-id/i)
      expect(await ended).toMatchObject({ code: 0, stderr: '' })
      expect(existsSync(join(folder, 'db/postmaster.pid'))).toBe(false)
    },
  )

  test('Ctrl-C, told to all processes at once and again by npm, waits for a request; once more later, it does not', async () => {
    const site = await startOn(copyOfBase(), {}, { detached: true })
    const pid = site.process.pid as number
    const slow = await openSlowRequest(site.url)
    process.kill(-pid, 'SIGINT')
    process.kill(pid, 'SIGINT')
    await until(() => isClosed(site.url))
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(site.process.exitCode).toBeNull()
    process.kill(-pid, 'SIGINT')
    expect(await site.ended).toMatchObject({ code: 0, stderr: '' })
    expect(await slow.closed).toBe('')
  })

  test('a database that ends by itself ends the program, with a sentence', async () => {
    const folder = copyOfBase()
    const site = await startOn(folder)
    process.kill(postmasterOf(folder), 'SIGINT')
    const { code, stderr } = await site.ended
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'The database has ended, so Schakel ends too; start it again.\n',
    })
    await expectOpens(folder)
  })

  test('data begun in one mode does not open in the other', async () => {
    const folder = copyOfBase()
    expectSentence(
      await refuseOn(folder, { SCHAKEL_MODE: 'demo' }),
      /was begun in production and cannot be opened/,
    )
    const demo = newFolder()
    mkdirSync(demo)
    writeFileSync(join(demo, 'schakel.json'), '{"layout":1,"mode":"demo"}')
    expectSentence(await refuseOn(demo), /was begun as a demonstration and cannot be opened in production/)
    // Nor when somebody changes the marker: the database knows too.
    writeFileSync(join(folder, 'schakel.json'), '{"layout":1,"mode":"demo"}')
    expectSentence(await refuseOn(folder, { SCHAKEL_MODE: 'demo' }), /^This database was begun in production/)
    writeFileSync(join(folder, 'schakel.json'), '{"layout":1,"mode":"production"}')
    await expectOpens(folder)
  })

  test('data of a newer version: of the folder, of the database, of PostgreSQL', async () => {
    const folder = copyOfBase()
    writeFileSync(join(folder, 'schakel.json'), '{"layout":99,"mode":"production"}')
    expectSentence(await refuseOn(folder), /made by a newer version of Schakel/)
    writeFileSync(join(folder, 'schakel.json'), '{"layout":1,"mode":"production"}')
    const change = async (statement: string) => {
      const server = await startEmbedded(folder, readFileSync(join(folder, 'secret'), 'utf8'))
      await query(server.owner, statement)
      await server.stop()
    }
    await change(`insert into meta.migration (number, name, checksum) values (9999, 'later', '')`)
    expectSentence(await refuseOn(folder), /made by a newer version of Schakel/)
    await change('delete from meta.migration where number = 9999')
    const version = join(folder, 'db/PG_VERSION')
    const before = readFileSync(version)
    writeFileSync(version, '99\n')
    expectSentence(await refuseOn(folder), /made by PostgreSQL 99/)
    writeFileSync(version, before)
    await expectOpens(folder)
  })

  test('a folder with other files in it, or a file in its place', async () => {
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'holiday.txt'), 'sun')
    expectSentence(await refuseOn(folder), /already holds other files, such as "holiday\.txt"/)
    expect(readdirSync(folder)).toEqual(['holiday.txt'])
    expectSentence(await refuseOn(join(folder, 'holiday.txt')), /is not a folder/)
  })

  test('a read-only data folder', async ({ skip }) => {
    const options = isRoot ? { uid: nobody, gid: nobody } : {}
    if (isRoot && !canEnter({ uid: nobody, gid: nobody }, root))
      skip('root, below a folder that no other user may enter')
    const folder = copyOfBase()
    expect(spawnSync('chmod', ['-R', 'a-w,a+rX', folder]).status).toBe(0)
    expectSentence(await refuseOn(folder, {}, options), /^The data folder .* cannot be written by this user/)
    expectSentence(
      await refuseOn(join(folder, 'deeper'), {}, options),
      /^The data folder .* cannot be written by this user/,
    )
  })

  test('a read-only disk', async ({ skip }) => {
    const disk = mountDisk('200m')
    if (!disk) return skip('needs root and a machine that allows mounting')
    try {
      const folder = join(disk, 'data')
      copyData(base, folder)
      mount(['-o', 'remount,ro', disk])
      expectSentence(await refuseOn(folder), /^The data folder .* cannot be written/)
      mount(['-o', 'remount,rw', disk])
      await expectOpens(folder)
    } finally {
      spawnSync('umount', ['-l', disk])
    }
  })

  test('a full disk, before and after the first start', async ({ skip }) => {
    const disk = mountDisk('130m')
    if (!disk) return skip('needs root and a machine that allows mounting')
    try {
      const folder = join(disk, 'data')
      fill(disk, 20_000_000)
      expectSentence(await refuseOn(folder), /disk.* is full/)
      expect(existsSync(join(folder, 'db'))).toBe(false)
      rmSync(join(disk, 'filler'))
      await expectOpens(folder)
      fill(disk, 0)
      expectSentence(await refuseOn(folder), /disk.* is full/)
      rmSync(join(disk, 'filler'))
      await expectOpens(folder)
    } finally {
      spawnSync('umount', ['-l', disk])
    }
  })

  test('a path too long for a socket', async () => {
    const temporary = () => readdirSync(tmpdir()).filter((name) => /^schakel-[0-9a-f]{12}$/.test(name))
    const before = temporary()
    await expectOpens(join(newFolder(), 'a'.repeat(60), 'b'.repeat(60)))
    expect(temporary().filter((name) => !before.includes(name))).toEqual([])
  })

  test.skipIf(!isRoot)('as root, a data folder that PostgreSQL cannot reach is refused', async () => {
    const closed = newFolder()
    mkdirSync(closed)
    chmodSync(closed, 0o700)
    expectSentence(
      await refuseOn(join(closed, 'data')),
      /^PostgreSQL does not run as root, and its own user cannot enter/,
    )
    expect(readdirSync(closed)).toEqual([])
  })

  test('a setting that cannot be is named', async () => {
    expectSentence(await refuseOn(newFolder(), { PORT: 'many' }), /^PORT is "many"/)
    expectSentence(await refuseOn(newFolder(), { HOST: '192.0.2.1' }), /^HOST is "192\.0\.2\.1"/)
  })

  test('React is loaded in its fast form, whatever NODE_ENV was', async () => {
    const folder = copyOfBase()
    const report = join(newFolder(), '..', 'loaded')
    const preload = `${report}.cjs`
    writeFileSync(
      preload,
      `process.on('exit', () => require('node:fs').appendFileSync(${JSON.stringify(report)}, '\\n' + Object.values(require.cache).filter((one) => one.loaded).map((one) => one.filename).join('\\n')))`,
    )
    const site = await startOn(folder, { NODE_ENV: 'development', NODE_OPTIONS: `--require=${preload}` })
    await site.stop()
    const loaded = readFileSync(report, 'utf8')
    expect(loaded).toMatch(/react\.production\.js/)
    expect(loaded).not.toMatch(/development/)
  })
})

describe('with DATABASE_URL', () => {
  test('a server takes the place of the own database; a refusal names no password', async () => {
    const { owner } = inject('testServer')
    const name = `schakel_own_${process.pid}`
    await query(owner, `create role ${name} login createrole password 'hush'`)
    // On a server where another Schakel made the groups, as here.
    await query(owner, `grant ${[...groups, guard, keyGroup].join(', ')} to ${name} with admin option`)
    await query(owner, `create database ${name} owner ${name} encoding 'UTF8' template template0`)
    const url = (password: string) =>
      `postgres://${name}:${password}@/${name}?host=${encodeURIComponent(owner.host)}&port=${owner.port}`
    const folder = newFolder()
    try {
      expectSentence(
        await refuseOn(folder, { DATABASE_URL: url('hush') }),
        /may not make the database "\w+_keys", in which data keys are kept; .* SCHAKEL_KEYS_URL/,
      )
      expectSentence(
        await refuseOn(folder, {
          DATABASE_URL: url('hush'),
          SCHAKEL_KEYS_URL: url('hush').replace(`/${name}?`, '/none?'),
        }),
        /^There is no database "none" on the PostgreSQL server/,
      )
      await query(owner, `alter role ${name} createdb`)
      const site = await startOn(folder, { DATABASE_URL: url('hush') })
      expect((await fetch(`${site.url}/robots.txt`)).status).toBe(200)
      expect(existsSync(join(folder, 'db'))).toBe(false)
      expectSentence(
        await refuseOn(newFolder(), { DATABASE_URL: url('hush') }),
        /^Another Schakel is already running/,
      )
      expect(await site.stop()).toMatchObject({ code: 0, stderr: '' })
      const wrong = await refuseOn(folder, { DATABASE_URL: url('wrongword') })
      expectSentence(wrong, /refuses the user/)
      expect(wrong.stderr).not.toContain('wrongword')
      expectSentence(
        await refuseOn(newFolder(), { DATABASE_URL: url('hush'), SCHAKEL_MODE: 'demo' }),
        /^This database was begun in production/,
      )
      await query(owner, `alter role ${name} nocreaterole`)
      expectSentence(await refuseOn(newFolder(), { DATABASE_URL: url('hush') }), /may not make the roles/)
    } finally {
      for (const one of [name, `${name}_keys`])
        await query(owner, `drop database if exists ${one} with (force)`)
      await dropRolesMadeBy(owner, name)
    }
  })

  test.for([
    ['postgres://someone@127.0.0.1:1/x', /^No PostgreSQL server answers at 127\.0\.0\.1:1/],
    ['mysql://localhost/x', /^DATABASE_URL must begin with/],
    ['postgres://someone@nowhere.invalid/x', /^The machine "nowhere\.invalid" in DATABASE_URL is not known/],
  ] as const)('%s', async ([url, sentence]) => {
    expectSentence(await refuseOn(newFolder(), { DATABASE_URL: url }), sentence)
  })
})

async function query(connection: pg.ClientConfig, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

async function dropRolesMadeBy(owner: pg.ClientConfig, name: string): Promise<void> {
  const { rows } = await query(
    owner,
    `select member.rolname from pg_auth_members join pg_roles member on member.oid = member
      join pg_roles grantor on grantor.oid = grantor where grantor.rolname = '${name}' and member.rolname ~ '^schakel_'`,
  )
  await query(owner, `drop owned by ${name}`)
  for (const { rolname } of rows) await query(owner, `drop role if exists ${rolname}`)
  await query(owner, `drop role ${name}`)
}

/** Keeps everyone from reading a table, over a connection of the owner. */
async function lockTable(folder: string, table: string) {
  const [, , , port, host] = readFileSync(join(folder, 'db/postmaster.pid'), 'utf8').split('\n')
  const password = derive(readFileSync(join(folder, 'secret'), 'utf8'), 'password of the owner')
  const client = new pg.Client({
    host: host ?? '',
    port: Number(port),
    user: superuser,
    database: 'schakel',
    password,
  })
  client.on('error', () => {})
  await client.connect()
  await client.query(`begin; lock table ${table} in access exclusive mode`)
  return {
    waiting: async () => (await client.query('select from pg_locks where not granted')).rowCount ?? 0,
    release: () => client.end(),
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20))
}

function isClosed(url: string): Promise<boolean> {
  const socket = connectTo(Number(new URL(url).port), '127.0.0.1')
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true))
  }).finally(() => socket.destroy()) as Promise<boolean>
}

/** A request whose second half is held back: it runs until `finish`. */
async function openSlowRequest(
  url: string,
): Promise<{ answer(): string; finish(): void; closed: Promise<string> }> {
  const { port, host, origin } = new URL(url)
  const socket = connectTo(Number(port), '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => {
    answer += text
  })
  const closed = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(answer))
  })
  const head = ['POST /aanmelden HTTP/1.1', `Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 8']
  const type = 'Content-Type: application/x-www-form-urlencoded'
  socket.write(`${[...head, type].join('\r\n')}\r\n\r\nkey=`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  return { answer: () => answer, finish: () => socket.write('none'), closed }
}

function mountDisk(size: string): string | null {
  const folder = temporaryFolder()
  folders.push(folder)
  const made =
    isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=711`, 'tmpfs', folder]).status === 0
  return made ? folder : null
}

function mount(args: string[]): void {
  expect(spawnSync('mount', args).status).toBe(0)
}

/** Leaves `free` bytes on the disk. */
function fill(disk: string, free: number): void {
  const file = join(disk, 'filler')
  spawnSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=1M'])
  if (free) spawnSync('truncate', ['-s', `-${free}`, file])
}
