import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataKey, forget, makeRing, packRing, unpackRing } from './data-key.ts'
import { lengthPrefixed, openWith, overhead, SealBroken, sealWith } from './seal.ts'
import type { Place } from './vault.ts'

const place: fc.Arbitrary<Place> = fc.record({
  table: fc.constantFrom('vault.identity', 'reintegration.note'),
  row: fc.string(),
  column: fc.constantFrom('body', 'content'),
  version: fc.nat(),
})
const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
const bytes = fc.uint8Array({ maxLength: 300 })

describe('a sealed value', () => {
  test('opens in its place and nowhere else', () => {
    fc.assert(
      fc.property(key, place, place, bytes, (key, here, there, text) => {
        const sealed = sealWith(key, 1, here, text)
        expect(sealed.length).toBe(text.length + overhead)
        expect(openWith(key, here, sealed).equals(text)).toBe(true)
        const same = JSON.stringify(here) === JSON.stringify(there)
        if (!same) expect(() => openWith(key, there, sealed)).toThrow(SealBroken)
      }),
    )
  })

  test('does not open after one part of its place changed', () => {
    const here = { table: 'reintegration.note', row: '12', column: 'body', version: 3 }
    const sealed = sealWith(randomBytes(32), 1, here, 'text')
    const key = randomBytes(32)
    const own = sealWith(key, 1, here, 'text')
    for (const other of [
      { table: 'reintegration.goal' },
      { row: '13' },
      { column: 'title' },
      { version: 4 },
      { row: '1', column: '2body' },
    ])
      expect(() => openWith(key, { ...here, ...other }, own)).toThrow(SealBroken)
    expect(() => openWith(key, here, sealed)).toThrow(SealBroken)
  })

  test('does not open after any one bit changed', () => {
    const key = randomBytes(32)
    const here = { table: 'vault.location', row: '7', column: 'body', version: 1 }
    const sealed = sealWith(key, 1, here, 'Kade 12')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => openWith(key, here, changed)).toThrow(SealBroken)
    }
    for (let length = 0; length < sealed.length; length++)
      expect(() => openWith(key, here, sealed.subarray(0, length))).toThrow(SealBroken)
  })

  test('does not open with another key, and is never the same twice', () => {
    fc.assert(
      fc.property(key, key, place, bytes, (key, other, here, text) => {
        const sealed = sealWith(key, 1, here, text)
        expect(sealWith(key, 1, here, text).equals(sealed)).toBe(false)
        if (!Buffer.from(key).equals(other)) expect(() => openWith(other, here, sealed)).toThrow(SealBroken)
      }),
    )
  })

  test('tells nothing of itself in its error', () => {
    try {
      openWith(randomBytes(32), { table: 't', row: 'r', column: 'c', version: 1 }, randomBytes(60))
      expect.unreachable()
    } catch (error) {
      expect((error as Error).message).toMatch(/^a sealed value does not open$/)
    }
  })
})

test('two lists of parts are the same bytes only when they are the same', () => {
  const parts = fc.array(fc.string(), { maxLength: 4 })
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(lengthPrefixed(a).equals(lengthPrefixed(b))).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
  )
})

describe('a ring of data keys', () => {
  const here = { table: 'vault.identity', row: 'x/surname', column: 'body', version: 1 }

  test('opens what an earlier key sealed, and seals with the last', () => {
    const first = randomBytes(32)
    const old = dataKey(makeRing(new Map([[1, Buffer.from(first)]]))).seal(here, 'old')
    const packed = packRing({
      keys: new Map([
        [1, first],
        [2, randomBytes(32)],
      ]),
    })
    const key = dataKey(makeRing(unpackRing(packed)))
    expect(key.openText(here, old)).toBe('old')
    const fresh = key.seal(here, 'new')
    expect(fresh.readUInt16BE(1)).toBe(2)
    expect(key.openText(here, fresh)).toBe('new')
  })

  test('is overwritten when it is forgotten, for whoever still holds it too', () => {
    const bytes = randomBytes(32)
    const ring = makeRing(new Map([[1, bytes]]))
    const held = dataKey(ring)
    const sealed = held.seal(here, 'text')
    forget(ring)
    expect(bytes.every((byte) => byte === 0)).toBe(true)
    expect(() => held.open(here, sealed)).toThrow('destroyed')
    expect(() => held.seal(here, 'more')).toThrow('destroyed')
  })

  test.each([0, 33, 35])('is refused when it is %i bytes long', (length) => {
    expect(() => unpackRing(randomBytes(length))).toThrow(SealBroken)
  })
})
