/** `scripts/prepare.mjs` on a small checkout of its own, with an npm that only notes what it was asked. */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canEnter } from '../src/db/embedded/runner.ts'
import { root } from '../src/root.ts'

let checkout: string

const npm = `
const fs = require('node:fs')
const path = require('node:path')
const folder = process.cwd()
fs.appendFileSync(process.env.NPM_LOG, JSON.stringify({ folder, args: process.argv.slice(2), node: process.execPath }) + '\\n')
console.log('chatter on stdout')
if (process.env.NPM_SAYS) { console.error(process.env.NPM_SAYS); process.exit(1) }
const wait = Number(process.env.NPM_TAKES ?? 0)
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
for (const [name, { version }] of Object.entries(lock.packages)) {
  if (!name) continue
  fs.mkdirSync(name, { recursive: true })
  fs.writeFileSync(path.join(name, 'package.json'), JSON.stringify({ version }))
}
fs.mkdirSync('node_modules', { recursive: true })
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: lock.packages }))
`

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'schakel-test-'))
  chmodSync(checkout, 0o755)
  mkdirSync(join(checkout, 'runtime'))
  mkdirSync(join(checkout, 'npm'))
  cpSync(join(root, 'scripts'), join(checkout, 'scripts'), { recursive: true })
  writeFileSync(join(checkout, 'npm/npm-cli.js'), npm)
  lockfile('package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  lockfile('runtime/package-lock.json', {})
})

afterEach(() => rmSync(checkout, { recursive: true, force: true }))

function lockfile(file: string, packages: Record<string, { version: string; optional?: boolean }>): void {
  writeFileSync(join(checkout, file), JSON.stringify({ packages: { '': {}, ...packages } }))
}

type Result = { code: number | null; stdout: string; stderr: string; kill(): void }

function prepare(env: Record<string, string> = {}, options: { uid?: number; gid?: number } = {}) {
  const child = spawn(process.execPath, [join(checkout, 'scripts/prepare.mjs')], {
    env: {
      PATH: process.env.PATH,
      npm_execpath: join(checkout, 'npm/npm-cli.js'),
      NPM_LOG: join(checkout, 'npm/log'),
      npm_config_omit: 'dev',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    ...options,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const ended = new Promise<Omit<Result, 'kill'>>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
  return Object.assign(ended, { kill: () => child.kill('SIGKILL') })
}

function calls(): { folder: string; args: string[]; node: string }[] {
  const log = join(checkout, 'npm/log')
  return existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
}

test('a fresh checkout is installed once, without scripts and with everything; afterwards nothing is said or done', async () => {
  const first = await prepare()
  expect(first).toMatchObject({ code: 0, stdout: '' })
  expect(first.stderr).toMatch(/^Installing what Schakel needs/)
  expect(calls().map(({ folder }) => realpathSync(folder))).toEqual(
    [join(checkout, 'runtime'), checkout].map((one) => realpathSync(one)),
  )
  for (const { args } of calls()) {
    expect(args).toEqual(
      expect.arrayContaining(['ci', '--ignore-scripts', '--include=dev', '--include=optional']),
    )
  }
  expect(realpathSync(join(checkout, 'node_modules/.bin/node'))).toBe(realpathSync(process.execPath))
  expect(existsSync(join(checkout, '.prepare/unfinished'))).toBe(false)
  expect(await prepare()).toMatchObject({ code: 0, stdout: '', stderr: '' })
  expect(calls()).toHaveLength(2)
})

test('a new lockfile is installed; one that was installed by hand is only linked', async () => {
  await prepare()
  lockfile('package-lock.json', { 'node_modules/a': { version: '1.0.1' } })
  await prepare()
  expect(calls()).toHaveLength(3)
  rmSync(join(checkout, 'node_modules/.schakel'))
  rmSync(join(checkout, 'node_modules/.bin'), { recursive: true })
  expect(await prepare()).toMatchObject({ code: 0, stderr: '' })
  expect(calls()).toHaveLength(3)
  expect(readlinkSync(join(checkout, 'node_modules/.bin/node'))).toContain('node')
})

test('an optional package for another machine is not missed, a needed one is', async () => {
  await prepare()
  lockfile('package-lock.json', {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/elsewhere': { version: '1.0.0', optional: true },
  })
  await prepare()
  expect(calls()).toHaveLength(2)
  rmSync(join(checkout, 'node_modules/a'), { recursive: true })
  rmSync(join(checkout, 'node_modules/.schakel'))
  await prepare()
  expect(calls()).toHaveLength(3)
})

test('two at once install once', async () => {
  const both = await Promise.all([prepare({ NPM_TAKES: '300' }), prepare({ NPM_TAKES: '300' })])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.map(({ stderr }) => stderr).join('')).toContain('Waiting for another start')
  expect(calls()).toHaveLength(2)
})

test('after an interrupted installation everything is installed again, even if it looks complete', async () => {
  const first = prepare({ NPM_TAKES: '5000' })
  while (calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
  first.kill()
  await first
  expect(existsSync(join(checkout, '.prepare/lock'))).toBe(true)
  expect(await prepare()).toMatchObject({ code: 0, stdout: '' })
  expect(calls()).toHaveLength(3)
  expect(existsSync(join(checkout, '.prepare/lock'))).toBe(false)
})

test('complete but not writable is good enough', async ({ skip }) => {
  const isRoot = process.getuid?.() === 0
  const other = isRoot ? { uid: 65534, gid: 65534 } : {}
  if (isRoot && !canEnter(other, join(process.execPath, '..')))
    skip('root, with a Node that no other user can reach')
  await prepare()
  rmSync(join(checkout, 'node_modules/.schakel'))
  const locked = ['.', 'node_modules', 'node_modules/.bin', '.prepare'].map((name) => join(checkout, name))
  for (const folder of locked) chmodSync(folder, 0o555)
  expect(await prepare({}, other)).toMatchObject({ code: 0, stdout: '', stderr: '' })
  rmWritable(locked)
  rmSync(join(checkout, 'node_modules/a'), { recursive: true })
  for (const folder of locked) chmodSync(folder, 0o555)
  const incomplete = await prepare({}, other)
  rmWritable(locked)
  expect(incomplete.code).toBe(1)
  expect(incomplete.stderr.trim().split('\n').at(-1)).toMatch(/^This user may not write in .*\.$/)
  expect(calls()).toHaveLength(2)
})

function rmWritable(folders: string[]): void {
  for (const folder of folders) chmodSync(folder, 0o755)
}

test.for([
  [
    'npm error code ENOTFOUND\nnpm error network request failed',
    /npm cannot reach its registry; check the network/,
  ],
  ['npm error code ENOSPC\nnpm error nospc no space left on device', /the disk is full/],
  ['npm error code EACCES\nnpm error syscall mkdir', /may not write in/],
  ['npm error code EUSAGE\nnpm error `npm ci` can only install', /differ; take both from the same version/],
  ['npm error code E404\nnpm error 404 Not Found: a@1.0.0', /npm says "404 Not Found: a@1\.0\.0"/],
] as const)('a failing installation is one sentence: %j', async ([says, sentence]) => {
  const { code, stdout, stderr } = await prepare({ NPM_SAYS: says })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  const [, last, ...more] = stderr.trim().split('\n')
  expect(last).toMatch(/^Schakel could not be installed: .*\.$/)
  expect(last).toMatch(sentence)
  expect(more).toEqual([])
})
