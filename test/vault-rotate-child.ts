/** A program that rotates keys and is killed in the middle of it. Gets what it needs as a message; says how far it is. */
import type { Connection } from '../src/db/connect.ts'
import { openKeyStore } from '../src/db/connect-keys.ts'
import { secretKek } from '../src/vault/kek.ts'
import { rotateKeys } from '../src/vault/rotate.ts'

process.once('message', async ({ connection, keys }: { connection: Connection; keys: string[] }) => {
  const kek = secretKek(() => keys.map((key) => Buffer.from(key, 'hex')))
  const keyStore = openKeyStore(connection)
  await rotateKeys({ keyStore, kek }, { batch: 5, onBatch: (done) => process.send?.({ done }) })
  process.exit(0)
})
