/** What a letter answers, and the check date on the review of a letter, over a real database. */
import { expect } from 'vitest'
import { letterPages, letterReading, readDocument, setUpTestTown } from '../../../../test/council.ts'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { deskSite, fieldsOf, type Got, withFields } from '../../../../test/desk-site.ts'
import { announcement, as, registerSample, words } from '../../../../test/life.ts'
import { proposeSettlement } from '../../../council/index.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'

const siteOf = (databases: Databases) => deskSite(databases, () => new Date('2024-09-12T10:00:00Z'))
const post = '/testdorp/bureau/post'

test('one sentence about three parts is shared, with what Schakel would propose and the way there', async ({
  databases,
}) => {
  const { document, matters } = await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      const sample = await registerSample(ctx)
      await proposeSettlement(await as(ctx, 'policy-officer', '2024-09-01'), {
        matter: sample.matters[2]!,
        version: 1,
        outcome: 'announced',
        evidence: [words(sample.document, announcement)],
      })
      return sample
    },
    testNow,
  )
  const desk = siteOf(databases)
  const path = `/testdorp/bureau/stukken/${document}/dekking`
  const page = await desk.get('clerk', path)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Drie onderdelen alleen een passage die over meer onderdelen gaat.')
  expect(page.text.match(/gedeelde passage/g)).toHaveLength(3)
  expect(page.text).toContain(
    'Schakel zou voorstellen: alleen aangekondigd. De brief rust op een aankondiging',
  )
  expect(page.text).toContain('Het college beschouwt de motie hiermee als afgedaan')
  expect(page.html).toContain(`href="/testdorp/bureau/onderdelen/${matters[0]}#voorstellen"`)
  expect(page.html).toContain(`href="/testdorp/bureau/onderdelen/${matters[2]}"`)
  expect((await desk.get('policy-officer', path)).status).toBe(200)
  expect((await desk.get('councillor', path)).status).toBe(403)
  expect((await desk.get('clerk', '/testdorp/bureau/stukken/99999/dekking')).status).toBe(404)
  expect((await desk.get('clerk', `/en${path}`)).text).toContain(
    'Three matters only a passage about several matters.',
  )
  for (const from of [post, `${post}/${document}`])
    expect((await desk.get('clerk', from)).html, from).toContain(`href="${path}"`)
})

/** A letter of its own, waiting for its review: the one of the sample under other numbers. */
async function waiting(databases: Databases, terms: Parameters<typeof setUpTestTown>[2] = {}) {
  return transact(
    databases.desk,
    testActor,
    async (ctx) => {
      await setUpTestTown(ctx, 'Testdorp', terms)
      return readDocument(ctx, { pages: letterPages, reading: letterReading() })
    },
    testNow,
  )
}
const reviewFields = (page: Got) => fieldsOf(page.html, 'name="/commitments/0/text"')
const commitmentOf = (databases: Databases, document: number) =>
  transact(
    databases.desk,
    testActor,
    (ctx) =>
      ctx.tx
        .selectFrom('council.commitment')
        .select(['check_on', 'check_source'])
        .where('document_id', '=', document)
        .executeTakeFirstOrThrow(),
    testNow,
  )

test('the review shows our check date as ours; a clerk picks another, or none', async ({ databases }) => {
  const desk = siteOf(databases)
  for (const [change, expected] of [
    [{}, { check_on: '2024-12-02', check_source: 'ours' }],
    [{ '/commitments/0/check': '3 maart 2025' }, { check_on: '2025-03-03', check_source: 'clerk' }],
    [{ '/commitments/0/check': 'none-agreed' }, { check_on: null, check_source: 'none-agreed' }],
  ] as const) {
    const document = await waiting(databases)
    const path = `${post}/${document}`
    const page = await desk.get('clerk', path)
    expect(page.text).toContain(
      'Leeg: 2 december 2024, met de termijn van de gemeente (test checkTermMonths).',
    )
    const sent = withFields(reviewFields(page), { ...change, action: 'register' })
    const done = await desk.post('clerk', path, sent)
    expect(done.location, done.text.slice(0, 2_000)).toBe(`${path}?klaar=1`)
    expect(await commitmentOf(databases, document)).toEqual(expected)
  }
})

test('half a check date, or one that is too early, comes back as typed', async ({ databases }) => {
  const desk = siteOf(databases)
  const path = `${post}/${await waiting(databases)}`
  const page = await desk.get('clerk', path)
  for (const [typed, sentence] of [
    ['3 maa', 'Dit is geen datum.'],
    ['1 augustus 2024', 'Deze dag ligt voor de eerste dag uit de brief.'],
  ] as const) {
    const fields = reviewFields(await desk.get('clerk', path))
    const again = await desk.post(
      'clerk',
      path,
      withFields(fields, { '/commitments/0/check': typed, action: 'register' }),
    )
    expect(again.status).toBe(422)
    expect(again.text).toContain(`Controledatum van ons: ${sentence}`)
    expect(reviewFields(again)).toContainEqual(['/commitments/0/check', typed])
  }
  expect(page.html).toContain('value="none-agreed"')
})
