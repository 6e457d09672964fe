import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { KekUnknown, kekId, secretKek } from './kek.ts'
import { commandKek, KekCommandFailed } from './kek-command.ts'
import { addKey, demonstrationKek, fileKek, KekError, parseKeys, readKek } from './read-kek.ts'
import { SealBroken } from './seal.ts'

const folder = mkdtempSync(join(tmpdir(), 'kek-'))
const data = join(folder, 'data')
mkdirSync(data)
afterAll(() => rmSync(folder, { recursive: true }))
const sample = fileURLToPath(new URL('../../docs/kek-command.mjs', import.meta.url))
const dek = () => ({ personId: randomUUID(), key: randomBytes(34) })

describe.each([
  [
    'a secret',
    () => {
      const key = randomBytes(32)
      return secretKek(() => [key])
    },
  ],
  ['a file', () => demonstrationKek(join(folder, `${randomUUID()}.kek`), data)],
  [
    'a command',
    () => {
      const file = join(folder, `${randomUUID()}.kek`)
      addKey(file, data)
      return commandKek([process.execPath, sample, file])
    },
  ],
])('%s', (_, make) => {
  test('wraps and unwraps, in order, and refuses what was swapped or changed', async () => {
    const kek = make()
    const items = [dek(), dek(), dek()]
    const wrapped = await kek.wrap(items)
    expect(new Set(wrapped.map((one) => one.kekId))).toEqual(new Set([await kek.current()]))
    const asked = items.map(({ personId }, index) => ({ personId, ...wrapped[index]! }))
    expect(await kek.unwrap(asked)).toEqual(items.map((item) => item.key))
    const [first, second] = asked as [(typeof asked)[0], (typeof asked)[0]]
    await expect(kek.unwrap([{ ...first, wrapped: second.wrapped }])).rejects.toThrow()
    for (const at of [0, 1, 13, first.wrapped.length - 1]) {
      const changed = Buffer.from(first.wrapped)
      changed[at]! ^= 4
      await expect(kek.unwrap([{ ...first, wrapped: changed }])).rejects.toThrow()
    }
    await expect(kek.unwrap([{ ...first, kekId: 'ffff' }])).rejects.toThrow(KekUnknown)
    expect(await kek.unwrap([])).toEqual([])
  })
})

test('the newest key wraps, the older ones unwrap, and a stranger none', async () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)]
  const item = dek()
  const [before] = await secretKek(() => [old]).wrap([item])
  const both = secretKek(() => [fresh, old])
  expect(await both.current()).toBe(kekId(fresh))
  expect(await both.unwrap([{ personId: item.personId, ...before! }])).toEqual([item.key])
  await expect(secretKek(() => [fresh]).unwrap([{ personId: item.personId, ...before! }])).rejects.toThrow(
    KekUnknown,
  )
  await expect(
    secretKek(() => [fresh]).unwrap([{ personId: item.personId, ...before!, kekId: kekId(fresh) }]),
  ).rejects.toThrow(SealBroken)
  expect(kekId(old)).toMatch(/^[0-9a-f]{16}$/)
})

test('a key that is added to a file counts at once', async () => {
  const file = join(folder, 'more.kek')
  addKey(file, data)
  const kek = fileKek(file, data)
  const item = dek()
  const [old] = await kek.wrap([item])
  const added = addKey(file, data)
  expect(await kek.current()).toBe(kekId(added))
  expect(await kek.unwrap([{ personId: item.personId, ...old! }])).toEqual([item.key])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(parseKeys(readFileSync(file, 'utf8'), 'it')).toHaveLength(2)
})

describe('what is set', () => {
  const key = randomBytes(32).toString('base64')
  test('is nothing, one secret, several, a file or a command', async () => {
    expect(readKek({}, data)).toBeNull()
    expect(readKek({ SCHAKEL_KEK: '  ' }, data)).toBeNull()
    const several = readKek({ SCHAKEL_KEK: `${key}, ${randomBytes(32).toString('hex')}` }, data)
    expect(await several?.current()).toBe(kekId(Buffer.from(key, 'base64')))
    const file = join(folder, 'set.kek')
    writeFileSync(file, `# from the safe\n${key} # 2026\n`)
    expect(await readKek({ SCHAKEL_KEK_FILE: file }, data)?.current()).toBe(kekId(Buffer.from(key, 'base64')))
    const command = readKek({ SCHAKEL_KEK_COMMAND: JSON.stringify([process.execPath, sample, file]) }, data)
    expect(await command?.current()).toMatch(/./)
  })
  test.each([
    [{ SCHAKEL_KEK: 'short' }, /not 32 bytes/],
    [{ SCHAKEL_KEK: '0'.repeat(64) }, /not 32 random/],
    [{ SCHAKEL_KEK: key, SCHAKEL_KEK_FILE: '/x' }, /both set/],
    [{ SCHAKEL_KEK_FILE: join(folder, 'nowhere') }, /cannot be read/],
    [{ SCHAKEL_KEK_COMMAND: '[1]' }, /must be a command/],
  ])('is refused: case %#', (env, sentence) => {
    expect(() => readKek(env, data)).toThrow(KekError)
    expect(() => readKek(env, data)).toThrow(sentence)
  })
  test('never stands in the data folder, also not by a link', () => {
    writeFileSync(join(data, 'kek'), key)
    const link = join(folder, 'link.kek')
    symlinkSync(join(data, 'kek'), link)
    for (const file of [join(data, 'kek'), link, join(data, '..', 'data', 'kek')])
      expect(() => readKek({ SCHAKEL_KEK_FILE: file }, data)).toThrow(/data folder/)
    expect(() => addKey(join(data, 'new'), data)).toThrow(/data folder/)
    expect(() => demonstrationKek(join(data, 'new'), data)).toThrow(/data folder/)
  })
})

describe('a command that does not do its work', () => {
  const node = (code: string, timeout = 5000) => commandKek([process.execPath, '-e', code], { timeout })
  test.each([
    ['ends badly', node('process.exit(3)'), /exit code 3/],
    ['is silent', node('setInterval(() => {}, 1000)', 300), /within 0.3 seconds/],
    ['speaks nonsense', node('console.log("hello")'), /JSON/],
    ['answers another shape', node('console.log("{}")'), /shape/],
    ['is not there', commandKek(['/nowhere/kms']), /cannot be started/],
  ])('%s', async (_, kek, sentence) => {
    await expect(kek.current()).rejects.toThrow(KekCommandFailed)
    await expect(kek.current()).rejects.toThrow(sentence)
  })
  test('answers another number of keys', async () => {
    await expect(node('console.log(\'{"items":[]}\')').wrap([dek()])).rejects.toThrow(/number/)
  })
  test('is given no word to a shell', async () => {
    const kek = commandKek([
      process.execPath,
      '-e',
      'console.log(JSON.stringify({ kekId: process.argv[1] }))',
      '$(id); `id`',
    ])
    expect(await kek.current()).toBe('$(id); `id`')
  })
  test('sees no secret of this program', async () => {
    const tell = `console.log(JSON.stringify({ kekId: Object.keys(process.env).filter((name) => /KEK|DATABASE/.test(name)).join() || 'none' }))`
    const command = JSON.stringify([process.execPath, '-e', tell])
    const kek = readKek(
      { SCHAKEL_KEK_COMMAND: command, DATABASE_URL: 'postgres://x', SCHAKEL_KEYS_URL: 'y' },
      data,
    )
    expect(await kek?.current()).toBe('none')
  })
})
