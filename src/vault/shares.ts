/**
 * A key-encryption key split over people, so that no one of them has it and enough of them together do (Shamir). A share is written so
 * that it can be copied by hand: base32 without letters that look like digits, in groups of four, with a checksum of its own.
 *
 *   byte 0       format, 1
 *   byte 1       how many are needed
 *   bytes 2-9    name of the key
 *   bytes 10-42  the share
 *   then         the first four bytes of the SHA-256 of all that
 */
import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { kekId } from './kek.ts'
import { keyLength } from './seal.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const format = 1
const shareLength = keyLength + 1
const bodyLength = 10 + shareLength
const checkLength = 4

export type ShareProblem = 'unreadable' | 'mistyped' | 'other-key' | 'twice' | 'too-few' | 'wrong'

/** Shares that do not give the key; never says what was in them. */
export class SharesRefused extends Error {
  readonly problem: ShareProblem
  constructor(problem: ShareProblem) {
    super(`the shares do not give a key: ${problem}`)
    this.name = 'SharesRefused'
    this.problem = problem
  }
}

/**
 * @param people 2 to 20; with two, both are needed
 * @param needed 2 to `people`
 */
export async function splitKey(key: Uint8Array, people: number, needed = 2): Promise<string[]> {
  if (key.length !== keyLength) throw new Error('this is not a key of 32 bytes')
  if (!Number.isInteger(people) || !Number.isInteger(needed) || needed < 2 || people < needed || people > 20)
    throw new Error('a key is split over 2 to 20 people, of whom at least 2 are needed')
  const shares = await split(Uint8Array.from(key), people, needed)
  return shares.map((share) => {
    const body = Buffer.concat([Buffer.from([format, needed]), Buffer.from(kekId(key), 'hex'), share])
    return write(Buffer.concat([body, check(body)]))
  })
}

export type Share = { needed: number; kekId: string; share: Buffer }

/** Reads one share, however it was spaced; a mistyped one is told at once. @throws {SharesRefused} */
export function readShare(text: string): Share {
  const bytes = read(text)
  if (!bytes || bytes.length !== bodyLength + checkLength || bytes[0] !== format)
    throw new SharesRefused('unreadable')
  const body = bytes.subarray(0, bodyLength)
  if (!check(body).equals(bytes.subarray(bodyLength))) throw new SharesRefused('mistyped')
  return {
    needed: body[1]!,
    kekId: body.subarray(2, 10).toString('hex'),
    share: Buffer.from(body.subarray(10)),
  }
}

/** The key, when enough shares of one key are given. @throws {SharesRefused} */
export async function joinShares(shares: readonly Share[]): Promise<Buffer> {
  const [first] = shares
  if (!first || shares.length < first.needed) throw new SharesRefused('too-few')
  if (shares.some((one) => one.kekId !== first.kekId || one.needed !== first.needed))
    throw new SharesRefused('other-key')
  const places = new Set(shares.map(({ share }) => share.at(-1)))
  if (places.size !== shares.length) throw new SharesRefused('twice')
  const key = Buffer.from(await combine(shares.map(({ share }) => Uint8Array.from(share))))
  if (kekId(key) !== first.kekId) throw new SharesRefused('wrong')
  return key
}

function check(body: Uint8Array): Buffer {
  return createHash('sha256').update('schakel share').update(body).digest().subarray(0, checkLength)
}

function write(bytes: Uint8Array): string {
  let value = 0
  let bits = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += letters[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  if (bits > 0) text += letters[(value << (5 - bits)) & 31]
  return text.match(/.{1,4}/g)!.join('-')
}

function read(text: string): Buffer | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const bytes: number[] = []
  let value = 0
  let bits = 0
  for (const letter of plain) {
    const digit = letters.indexOf(letter)
    if (digit < 0) return null
    value = (value << 5) | digit
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push(value >> bits)
      value &= (1 << bits) - 1
    }
  }
  return value === 0 ? Buffer.from(bytes) : null
}
