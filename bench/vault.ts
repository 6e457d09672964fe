/** What sealing costs: microseconds for one operation, of one core. */
import { randomBytes, randomUUID } from 'node:crypto'
import { blindIndex } from '../src/vault/blind.ts'
import { dataKey, makeRing, packRing, unpackRing } from '../src/vault/data-key.ts'
import { secretKek } from '../src/vault/kek.ts'
import { type Runs, shown, timed } from './measure.ts'

const each = 2000

export async function vault(): Promise<void> {
  const key = dataKey(makeRing(new Map([[1, randomBytes(32)]])))
  const place = { table: 'reintegration.note', row: '4711', column: 'body', version: 1 }
  for (const size of [100, 1000, 10_000]) {
    const text = randomBytes(size)
    const sealed = key.seal(place, text)
    console.log(`  seal ${size} bytes: ${await one(() => key.seal(place, text))}`)
    console.log(`  open ${size} bytes: ${await one(() => key.open(place, sealed))}`)
  }
  const kekKey = randomBytes(32)
  const kek = secretKek(() => [kekKey])
  const personId = randomUUID()
  const [wrapped] = await kek.wrap([{ personId, key: packRing({ keys: new Map([[1, randomBytes(32)]]) }) }])
  if (!wrapped) throw new Error('nothing was wrapped')
  const asked = [{ personId, ...wrapped }]
  console.log(
    `  unwrap a data key: ${await one(async () => {
      const [bytes] = await kek.unwrap(asked)
      if (bytes) makeRing(unpackRing(bytes))
    })}`,
  )
  const blind = blindIndex(randomBytes(32))
  console.log(`  blind index of a surname: ${await one(() => blind('surname', 'Van der Berg-Nuñez'))}`)
  console.log(`  blind index of a phone number: ${await one(() => blind('phone', '06 12 34 56 78'))}`)
}

async function one(work: () => unknown): Promise<string> {
  const runs = await timed(9, async () => {
    for (let i = 0; i < each; i++) await work()
  })
  const perPiece = (ms: number) => (ms * 1000) / each
  const figures: Runs = {
    min: perPiece(runs.min),
    median: perPiece(runs.median),
    max: perPiece(runs.max),
    runs: runs.runs,
  }
  return shown(figures, 'µs')
}
