import { keyNumber, openWith, SealBroken, sealWith } from './seal.ts'
import type { DataKey } from './vault.ts'

/** The data keys that one person ever had, in memory: the last seals, the earlier ones open what was not sealed anew yet. */
export type Ring = { keys: Map<number, Buffer>; newest: number; gone: boolean }

export class KeyGone extends Error {
  constructor() {
    super('the data key was destroyed')
    this.name = 'KeyGone'
  }
}

/** When nobody holds a ring any more its keys are overwritten, as far as JavaScript lets a program do that. */
const forgotten = new FinalizationRegistry<Buffer[]>((keys) => {
  for (const key of keys) key.fill(0)
})

export function makeRing(keys: ReadonlyMap<number, Buffer>): Ring {
  const ring = { keys: new Map(keys), newest: Math.max(...keys.keys()), gone: false }
  forgotten.register(ring, [...keys.values()])
  return ring
}

/** Whoever still holds a data key made of it can do nothing with it from here on. */
export function forget(ring: Ring): void {
  ring.gone = true
  for (const key of ring.keys.values()) key.fill(0)
  ring.keys.clear()
}

export function dataKey(ring: Ring): DataKey {
  const open: DataKey['open'] = (place, sealed) => {
    if (ring.gone) throw new KeyGone()
    const key = ring.keys.get(keyNumber(sealed))
    if (!key) throw new SealBroken()
    return openWith(key, place, sealed)
  }
  return {
    seal: (place, text) => {
      const key = ring.keys.get(ring.newest)
      if (ring.gone || !key) throw new KeyGone()
      return sealWith(key, ring.newest, place, text)
    },
    open,
    openText: (place, sealed) => {
      const bytes = open(place, sealed)
      const text = bytes.toString('utf8')
      bytes.fill(0)
      return text
    },
  }
}

/** A ring as bytes, for wrapping: each key preceded by its number. Overwrite it after use. */
export function packRing({ keys }: Pick<Ring, 'keys'>): Buffer {
  return Buffer.concat(
    [...keys].map(([number, key]) => {
      const head = Buffer.alloc(2)
      head.writeUInt16BE(number)
      return Buffer.concat([head, key])
    }),
  )
}

/** @throws {SealBroken} when it cannot be a ring */
export function unpackRing(bytes: Uint8Array): Map<number, Buffer> {
  const length = 34
  if (bytes.length === 0 || bytes.length % length !== 0) throw new SealBroken()
  const keys = new Map<number, Buffer>()
  for (let at = 0; at < bytes.length; at += length) {
    const part = Buffer.from(bytes.subarray(at, at + length))
    keys.set(part.readUInt16BE(0), part.subarray(2))
  }
  return keys
}
