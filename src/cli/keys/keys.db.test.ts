import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWith, writeCanaries } from '../../../test/vault-proof.ts'
import type { CaseActor } from '../../case-ctx.ts'
import { openDataFolder } from '../../data-folder.ts'
import { caseConnections, connectCase } from '../../db/connect-case.ts'
import { keyLogin, openKeyStore } from '../../db/connect-keys.ts'
import { type Embedded, startEmbedded } from '../../db/embedded/start.ts'
import { openDatabase } from '../../db/open-database.ts'
import { openKeyDatabase } from '../../db/open-key-store.ts'
import { transactCase } from '../../db/transact-case.ts'
import { erasePerson, fileKek, openVault } from '../../vault/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'schakel-keys-'))
// As root the database runs as another user.
chmodSync(folder, 0o755)
const data = join(folder, 'data')
const kekFile = join(folder, 'kek')
const program: CaseActor = { kind: 'system', name: 'test', municipality: 'testdorp' }
const env = {
  PATH: process.env.PATH,
  LANG: 'C',
  SCHAKEL_DATA: data,
  SCHAKEL_MODE: 'production',
  SCHAKEL_KEK_FILE: kekFile,
}
const main = join(import.meta.dirname, '..', 'main.ts')

async function schakel(
  args: string[],
  input = '',
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: folder,
    env,
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

let server: Embedded | null = null
const opened = () => {
  const place = openDataFolder({
    data: { folder: data, explicit: true },
    mode: 'production',
    databaseUrl: null,
  })
  return {
    secret: place.secret,
    owner: server!.owner,
    keyOwner: { ...server!.owner, database: `${server!.owner.database}_keys` },
  }
}

async function withVault<T>(
  use: (parts: {
    vault: Awaited<ReturnType<typeof openVault>>
    keeper: ReturnType<typeof connectCase>['keeper']
  }) => Promise<T>,
): Promise<T> {
  const { secret, owner, keyOwner } = opened()
  const keyStore = openKeyStore(keyLogin(keyOwner, secret))
  const databases = connectCase(caseConnections(owner, secret))
  try {
    const vault = await openVault({ keyStore, kek: fileKek(kekFile, data), clock: () => new Date() })
    return await use({ vault, keeper: databases.keeper })
  } finally {
    await databases.close()
    await keyStore.destroy()
  }
}

async function start(): Promise<void> {
  const { secret } = openDataFolder({
    data: { folder: data, explicit: true },
    mode: 'production',
    databaseUrl: null,
  })
  server = await startEmbedded(data, secret, { throwAway: true })
  const { databases } = await openDatabase(server.owner, secret, 'production')
  await databases.close()
  await openKeyDatabase(server.owner, secret, null)
}

async function stop(): Promise<void> {
  await server?.stop()
  server = null
}

beforeAll(async () => {
  expect((await schakel(['keys', 'make', '--file', kekFile])).code).toBe(0)
  await start()
}, 300_000)
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

test('the life of a key, from the command line: made, changed, split, lost and recovered; and copies that bring nobody back', async () => {
  const people = await withVault(({ vault }) => writeCanaries(server!.owner, vault, 4))
  const all = new Set(people.map(({ person }) => person))

  const backup = await schakel(['backup', '--to', 'copies', '--keys-to', 'key-copies'])
  expect(backup).toMatchObject({ code: 0, err: '' })
  const copy = (of: string) =>
    join(folder, of, readdirSync(join(folder, of)).find((name) => name.endsWith('.dump')) ?? '')
  expect(statSync(copy('key-copies')).mode & 0o777).toBe(0o600)

  const before = await schakel(['keys', 'status'])
  expect(before.out).toMatch(/^[0-9a-f]{16} {2}9 data keys {2}\(newest\)\n$/)
  await schakel(['keys', 'make', '--file', kekFile])
  expect((await schakel(['keys', 'rotate'])).out).toMatch(/^9 data keys are now wrapped/)
  expect((await schakel(['keys', 'status'])).out).toMatch(/^[0-9a-f]{16} {2}9 data keys {2}\(newest\)\n$/)

  const escrow = await schakel(['keys', 'escrow', '--people', '3', '--out', 'shares'])
  expect(escrow.code).toBe(0)
  const text = readFileSync(kekFile, 'utf8')
  const shares = readdirSync(join(folder, 'shares')).map((name) =>
    readFileSync(join(folder, 'shares', name), 'utf8'),
  )
  const onPaper = shares.map((share) => share.split('\n').slice(2).join(' ').trim())
  for (const one of [escrow.out, escrow.err, ...shares]) expect(one).not.toContain(text.split('\n')[0])
  rmSync(kekFile)
  expect(await schakel(['keys', 'status'])).toMatchObject({ code: 1, out: '' })
  const one = await schakel(['keys', 'recover', '--file', kekFile], `${onPaper[0]}\n`)
  expect(one).toMatchObject({ code: 1, err: 'Too few shares were given.\n' })
  expect(
    (await schakel(['keys', 'recover', '--file', kekFile], `${onPaper[0]}\n${onPaper[0]}\n`)).err,
  ).toMatch(/already/)
  expect(existsSync(kekFile)).toBe(false)
  expect(
    (await schakel(['keys', 'recover', '--file', join(data, 'kek')], `${onPaper[0]}\n${onPaper[1]}\n`)).err,
  ).toMatch(/data folder/)
  expect((await schakel(['keys', 'recover', '--file', kekFile], `${onPaper[2]}\n${onPaper[0]}\n`)).code).toBe(
    0,
  )
  expect(readFileSync(kekFile, 'utf8').trim()).toBe(text.split('\n')[0])
  expect(await withVault(({ vault }) => readWith(server!.owner, vault))).toEqual(all)

  const gone = people[0]!.person
  await withVault(({ vault, keeper }) =>
    transactCase(keeper, { actor: program, token: null, vault }, (ctx) =>
      erasePerson(ctx, { personId: gone, because: 'term', journal: `${data}.checkpoints/erasures.jsonl` }),
    ),
  )
  const args = ['restore', '--from', copy('copies'), '--keys-from', copy('key-copies')]
  expect(await schakel(args)).toMatchObject({ code: 1, err: 'Schakel is running. Stop it first.\n' })
  await stop()
  expect(await schakel(args)).toMatchObject({
    code: 0,
    out: 'Put back. Erased again: 2 data keys and 1 cases.\n',
  })
  await start()
  // The old copy of the keys was wrapped by the key before this one, which is still in its file.
  writeFileSync(kekFile, text)
  const left = await withVault(({ vault }) => readWith(server!.owner, vault))
  expect(left).toEqual(new Set([...all].filter((person) => person !== gone)))
}, 300_000)

test.each([
  [['keys', 'nonsense'], 2],
  [['keys', 'rotate', '--file', 'x'], 2],
  [['keys', 'escrow', '--people', '1'], 2],
  [['keys', 'escrow'], 2],
  [['keys', 'make', '--file', join(data, 'kek')], 1],
  [['backup', '--to', 'same', '--keys-to', 'same/keys'], 1],
  [['backup', '--to', 'same'], 2],
  [['restore'], 2],
  [['restore', '--keys-from', 'nowhere'], 1],
  [['keys', 'help'], 0],
])('%j ends with %i and in a sentence', async (args, code) => {
  const ended = await schakel(args)
  expect(ended.code).toBe(code)
  expect(ended.out + ended.err).not.toMatch(/^\s+at /m)
})
