import { afterAll, expect } from 'vitest'
import { emptyReading, setUpTestTown } from '../../test/council.ts'
import { test, testActor, testNow } from '../../test/database.ts'
import { transact } from '../db/transact.ts'
import { deskDocument, originalOf } from './desk-documents.ts'
import { closeOpeners } from './open-document/index.ts'
import { type InTransaction, receiveDocument } from './receive-document.ts'
import { saveReading } from './save-reading.ts'
import { storeDocument } from './store-document.ts'

afterAll(closeOpeners)

const letter = `Gemeente Testdorp

Aan de gemeenteraad

Datum: 2 juli 2024
Onderwerp: Afdoening motie 3 Banken in het park

Geachte leden van de raad,

Op 4 april 2024 nam uw raad motie 3 'Banken in het park' aan. Na het zomerreces sturen wij u een plan. Wij beschouwen de motie hiermee als afgedaan.

Met vriendelijke groet,

namens het college van burgemeester en wethouders,

Okke Vaandrig
wethouder Groen
`

test('an upload is stored, read with the recess calendar, and recognised the second time', async ({
  databases,
}) => {
  const asClerk: InTransaction = (command) => transact(databases.desk, testActor, command, testNow)
  await asClerk((ctx) => setUpTestTown(ctx))
  const first = await receiveDocument(asClerk, { bytes: Buffer.from(letter), fileName: 'brief.txt' })
  expect(first).toMatchObject({ known: false, state: 'read', code: null })
  expect(await receiveDocument(asClerk, { bytes: Buffer.from(letter), fileName: 'anders.txt' })).toEqual({
    ...first,
    known: true,
  })
  const found = await asClerk((ctx) => deskDocument(ctx, first))
  expect(found.reading!.commitments[0]!.due).toMatchObject({ notBefore: '2024-09-02', rule: 'after-recess' })
  expect(found).toMatchObject({ format: 'text', size: Buffer.byteLength(letter), version: 0 })
})

test('what cannot be read stays stored, byte for byte, and is tried again when it comes again', async ({
  databases,
}) => {
  const asClerk: InTransaction = (command) => transact(databases.desk, testActor, command, testNow)
  const bytes = Buffer.from('%PDF-1.7\n\0\xff kapot', 'latin1')
  const first = await receiveDocument(asClerk, { bytes, fileName: 'kapot.pdf' })
  expect(first).toMatchObject({ state: 'unreadable', code: 'pdf-damaged' })
  const kept = await asClerk((ctx) => originalOf(ctx, first))
  expect([kept.bytes.equals(bytes), kept.mediaType, kept.fileName]).toEqual([
    true,
    'application/pdf',
    'kapot.pdf',
  ])
  const again = await receiveDocument(asClerk, { bytes, fileName: 'kapot.pdf' })
  expect(again).toEqual({ ...first, known: true })
})

test('a file whose reading was interrupted is read when it comes again', async ({ databases }) => {
  const asClerk: InTransaction = (command) => transact(databases.desk, testActor, command, testNow)
  const file = { bytes: Buffer.from(`${letter} `), fileName: 'onderbroken.txt' }
  const stored = await asClerk((ctx) => storeDocument(ctx, file))
  expect(await receiveDocument(asClerk, file)).toEqual({
    document: stored.document,
    known: true,
    state: 'read',
    code: null,
  })
})

test('a page with U+0000 or half a character is kept, and offsets stay', async ({ databases }) => {
  const asClerk: InTransaction = (command) => transact(databases.desk, testActor, command, testNow)
  const { document } = await asClerk((ctx) =>
    storeDocument(ctx, { bytes: Buffer.from('x\0y'), fileName: '\0../x\n.txt' }),
  )
  await asClerk((ctx) =>
    saveReading(ctx, {
      document,
      outcome: { ok: true, format: 'text', pages: ['x\0y\ud800z'], reading: emptyReading },
    }),
  )
  const found = await asClerk((ctx) => deskDocument(ctx, { document }))
  expect(found.pages).toEqual(['x y z'])
  expect(found.fileName).toBe('x.txt')
})
