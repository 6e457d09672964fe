import { expect } from 'vitest'
import {
  letterPages,
  letterReading,
  motionPaper,
  publicDb,
  readDocument,
  setUpTestTown,
} from '../../test/council.ts'
import { test } from '../../test/database.ts'
import type { Ctx } from '../ctx.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import { deskDocument, draftAt, inbox, possibleMatches } from './desk-documents.ts'
import { findMotions } from './desk-matches.ts'
import { editReview } from './form-review.ts'
import { mergeReviews } from './merge-reviews.ts'
import { motionDossier } from './public-motion.ts'
import { motionRegister } from './public-register.ts'
import { registerDocument } from './register-document.ts'
import { saveReview } from './save-review.ts'
import { storeDocument } from './store-document.ts'

const town = 'testdorp'
const letter = () => ({ pages: letterPages, reading: letterReading() })

async function registerLetter(ctx: Ctx) {
  const document = await readDocument(ctx, letter())
  return { document, registered: await registerDocument(ctx, { document, version: 0 }) }
}

test('a letter becomes a dossier with request, parts, claim, commitment and passages', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const { registered } = await registerLetter(ctx)
  expect(registered.motions).toMatchObject([{ year: 2024, slug: 'h-4-banken-in-het-park', created: true }])
  expect(registered.document).toMatchObject({ year: 2024, slug: 'brief-afdoening-motie-banken-in-het-park' })

  const dossier = await motionDossier(publicDb(ctx.tx), { municipality: town, ...registered.motions[0]! })
  expect(dossier).toMatchObject({
    motion: { number: 'H.4', registryNumbers: ['RIS400099'], outcome: 'adopted', closingFormula: false },
    meeting: { body: 'Gemeenteraad', heldOn: '2024-04-04' },
    proposals: [{ title: 'Groenplan', registryNumber: 'RIS400001' }],
    submitters: [{ name: 'Bram Lindeboom', printedName: 'Lindeboom', party: { slug: 'dorpsbelang' } }],
    requests: [
      {
        act: 'do',
        parts: [{ text: 'de vijver' }, { text: 'de speeltuin' }, { text: 'het hek' }],
        status: { status: 'claimed-settled', basis: 'announced', on: '2024-07-02' },
      },
    ],
    claims: [{ claim: 'settled', passage: { text: 'Het college beschouwt de motie hiermee als afgedaan' } }],
    commitments: [{ due: { notBefore: '2024-09-02', rule: 'after-recess' }, letters: [{ role: 'made' }] }],
    documents: [{ role: 'quoted', slug: 'brief-afdoening-motie-banken-in-het-park' }],
    status: { status: 'claimed-settled', basis: 'announced' },
  })
  expect(dossier.motion.passages.title?.text).toBe('Banken in het park')
  expect(dossier.clauses[0]?.passage?.text).toBe('er te weinig banken zijn')
})

test('without a printed party, the party is the one that the person sat for on that day', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const paper = (date: string, number: string) =>
    motionPaper({
      number,
      title: `Motie ${number}`,
      date,
      request: 'iets te doen',
      submitters: [{ name: 'Lindeboom', party: null }],
    })
  const parties: string[][] = []
  for (const [date, number] of [
    ['2021-05-06', 'A1'],
    ['2023-05-06', 'A2'],
  ] as const) {
    const document = await readDocument(ctx, paper(date, number))
    const { motions } = await registerDocument(ctx, { document, version: 0 })
    const dossier = await motionDossier(publicDb(ctx.tx), { municipality: town, ...motions[0]! })
    parties.push(dossier.submitters.map((submitter) => submitter.party!.name))
  }
  expect(parties).toEqual([['Dorpsbelang'], ['Nieuw Dorp']])
})

test('registering twice is refused, and so is saving afterwards', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const { document } = await registerLetter(ctx)
  await expect(registerDocument(ctx, { document, version: 0 })).rejects.toMatchObject({
    code: 'already-registered',
  })
  const { review } = await deskDocument(ctx, { document })
  await expect(saveReview(ctx, { document, version: 0, review: review! })).rejects.toBeInstanceOf(Refused)
})

test('what is missing or wrong is reported by JSON pointer, and nothing is written', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const document = await readDocument(ctx, letter())
  const { review } = await deskDocument(ctx, { document })
  const edited = editReview(review!, {
    '/letter/date': '31 juni',
    '/motions/0/title': '',
    '/commitments/0/due/notAfter': '2024-08-01',
    '/motions/0/requests/0/parts/1/text': '',
  })
  await saveReview(ctx, { document, version: 0, review: edited.review })
  const error = await registerDocument(ctx, { document, version: 1 }).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(Invalid)
  expect((error as Invalid).fields).toEqual([
    { field: '/letter/date', code: 'date-invalid' },
    { field: '/motions/0/title', code: 'needed' },
    { field: '/motions/0/requests/0/parts/1/text', code: 'needed' },
    { field: '/commitments/0/due/notAfter', code: 'date-order' },
  ])
  expect((await motionRegister(publicDb(ctx.tx), { municipality: town })).total).toBe(0)
})

test('a motion of the register is found again, gets a second letter, and keeps what it had', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  const paper = motionPaper({
    number: 'H.4',
    title: 'Banken in het park',
    date: '2024-04-04',
    outcome: 'unknown',
    request: 'te zorgen voor banken bij de vijver, de speeltuin en het hek',
  })
  const own = await readDocument(ctx, paper, 'motie.txt')
  const first = await registerDocument(ctx, { document: own, version: 0 })

  const document = await readDocument(ctx, letter())
  const { review } = await deskDocument(ctx, { document })
  expect(review!.motions[0]!.match).toEqual({ choice: 'existing', motion: first.motions[0]!.id })
  const second = await registerDocument(ctx, { document, version: 0 })
  expect(second.motions).toMatchObject([
    { id: first.motions[0]!.id, slug: 'h-4-banken-in-het-park', created: false },
  ])

  const dossier = await motionDossier(publicDb(ctx.tx), { municipality: town, ...first.motions[0]! })
  expect(dossier.motion).toMatchObject({ outcome: 'adopted', registryNumbers: ['RIS400099'] })
  expect(dossier.requests).toHaveLength(1)
  expect(dossier.requests[0]!.status.status).toBe('claimed-settled')
  expect(dossier.requests[0]!.passage!.document.kind).toBe('motion')
  expect(dossier.documents.map((d) => d.role)).toEqual(['text', 'quoted'])
})

test('a doubtful match must be chosen; "new" then makes a second motion with an address of its own', async ({
  ctx,
}) => {
  await setUpTestTown(ctx)
  await registerLetter(ctx)
  const paper = motionPaper({
    number: 'H.4',
    title: 'Banken in het park',
    date: '2024-05-30',
    registryNumber: 'RIS400099',
    request: 'iets anders te doen',
  })
  const document = await readDocument(ctx, paper)
  const { review, version } = await deskDocument(ctx, { document })
  expect(review!.motions[0]!.match.choice).toBe('undecided')
  const matches = await possibleMatches(ctx, { document })
  expect(matches[review!.motions[0]!.key]).toMatchObject([
    { certain: false, reasons: expect.arrayContaining(['registry-number', 'other-date']) },
  ])
  await expect(registerDocument(ctx, { document, version })).rejects.toMatchObject({
    fields: [{ field: '/motions/0/match', code: 'choice-needed' }],
  })
  const chosen = editReview(review!, { '/motions/0/match': 'new' }).review
  await saveReview(ctx, { document, version, review: chosen })
  const { motions } = await registerDocument(ctx, { document, version: version + 1 })
  expect(motions).toMatchObject([{ year: 2024, slug: 'h-4-banken-in-het-park-2', created: true }])
})

test('a second clerk on an older version is refused, and the two drafts merge', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const document = await readDocument(ctx, letter())
  const { review, version } = await deskDocument(ctx, { document })
  const theirs = editReview(review!, { '/letter/subject': 'Afdoening banken' }).review
  const mine = editReview(review!, { '/letter/place': 'Testdorp' }).review
  await saveReview(ctx, { document, version, review: theirs })
  await expect(saveReview(ctx, { document, version, review: mine })).rejects.toMatchObject({
    code: 'changed-by-other',
  })

  const now = await deskDocument(ctx, { document })
  const merged = mergeReviews(await draftAt(ctx, { document, version }), mine, now.review!)
  expect(merged.conflicts).toEqual([])
  expect(merged.review.letter).toMatchObject({ subject: 'Afdoening banken', place: 'Testdorp' })
  expect(await saveReview(ctx, { document, version: now.version, review: merged.review })).toMatchObject({
    version: 2,
  })
  expect((await draftAt(ctx, { document, version: 1 })).letter!.place).toBeNull()
  await expect(registerDocument(ctx, { document, version: 1 })).rejects.toMatchObject({
    code: 'changed-by-other',
  })
})

test('the same bytes twice are one document, whatever their name', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const first = await storeDocument(ctx, { bytes: Buffer.from('Motie'), fileName: 'C:\\post\\een.txt' })
  const again = await storeDocument(ctx, { bytes: Buffer.from('Motie'), fileName: 'twee.txt' })
  expect(first).toMatchObject({
    known: false,
    state: 'stored',
    recesses: [{ kind: 'summer', to: '2024-09-01' }],
  })
  expect(again).toMatchObject({ document: first.document, known: true })
  const { waiting } = await inbox(ctx)
  expect(waiting.map((item) => [item.fileName, item.nextStep])).toEqual([['een.txt', 'wait']])
})

test('the inbox says what to do next', async ({ ctx }) => {
  await setUpTestTown(ctx)
  const document = await readDocument(ctx, letter(), 'brief.pdf')
  await registerLetter(ctx)
  const { waiting, registered, registeredTotal } = await inbox(ctx)
  expect(waiting).toMatchObject([
    {
      document,
      title: 'Afdoening motie Banken in het park',
      dated: '2024-07-02',
      warnings: 2,
      nextStep: 'review',
    },
  ])
  expect(registered).toMatchObject([{ nextStep: 'view', published: { year: 2024 } }])
  expect(registeredTotal).toBe(1)
})

test('motions are found by number and by words, for choosing one by hand', async ({ ctx }) => {
  await setUpTestTown(ctx)
  await registerLetter(ctx)
  for (const search of ['h4', 'RIS 400099', 'banken', 'park lindeboom']) {
    expect(await findMotions(ctx, { search }), search).toHaveLength(1)
  }
  expect(await findMotions(ctx, { search: '  ' })).toEqual([])
})

test('a document of nobody is not found', async ({ ctx }) => {
  await expect(deskDocument(ctx, { document: 999 })).rejects.toBeInstanceOf(NotFound)
  await expect(registerDocument(ctx, { document: 999, version: 0 })).rejects.toBeInstanceOf(NotFound)
})
