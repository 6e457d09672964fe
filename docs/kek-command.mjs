#!/usr/bin/env node
// A sample for SCHAKEL_KEK_COMMAND: it answers from a file with a key a line, newest first, where yours would ask your key service.
//   SCHAKEL_KEK_COMMAND='node docs/kek-command.mjs /run/secrets/keys'
// One question on standard input, one answer on standard output, both JSON; bytes are base64. See docs/decisions/0009-keys.md.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

const keys = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => Buffer.from(line.trim(), 'base64'))
  .map((key) => ({ id: createHash('sha256').update('name').update(key).digest('hex').slice(0, 16), key }))

const question = JSON.parse(readFileSync(0, 'utf8'))
console.log(JSON.stringify(answer(question)))

function answer({ op, items }) {
  if (op === 'current') return { kekId: keys[0].id }
  if (op === 'wrap') return { items: items.map(wrap) }
  const missing = items.find(({ kekId }) => !keys.some(({ id }) => id === kekId))
  return missing ? { unknown: missing.kekId } : { items: items.map(unwrap) }
}

function wrap({ person, plaintext }) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys[0].key, nonce).setAAD(Buffer.from(person))
  const text = Buffer.concat([cipher.update(Buffer.from(plaintext, 'base64')), cipher.final()])
  return { kekId: keys[0].id, wrapped: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64') }
}

function unwrap({ person, kekId, wrapped }) {
  const { key } = keys.find(({ id }) => id === kekId)
  const bytes = Buffer.from(wrapped, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(person))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return { plaintext: Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('base64') }
}
