/** Taking a registration back, as a browser without scripts does it. */
import { expect } from 'vitest'
import { motionPaper, readDocument, setUpTestTown } from '../../../test/council.ts'
import { test, testActor } from '../../../test/database.ts'
import { deskSite } from '../../../test/desk-site.ts'
import { formOn } from '../../../test/forms.ts'
import { person } from '../../../test/life.ts'
import { noteProgress, registerDocument } from '../../council/index.ts'
import { transact } from '../../db/transact.ts'

const now = new Date('2024-08-20T10:00:00Z')

test('from the registered document to the inbox, unless work went on', async ({ databases }) => {
  const register = (title: string) =>
    transact(
      databases.desk,
      testActor,
      async (ctx) => {
        await setUpTestTown(ctx)
        const paper = motionPaper({
          number: title,
          title,
          date: '2024-04-04',
          outcome: 'adopted',
          request: `te zorgen voor ${title}`,
        })
        const document = await readDocument(ctx, paper, `${title}.txt`)
        const { motions } = await registerDocument(ctx, { document, version: 0 })
        return { document, motion: motions[0]! }
      },
      now,
    )
  const desk = deskSite(databases, () => now)
  const [one, other] = [await register('fietsen'), await register('bomen')]
  const page = `/testdorp/bureau/post/${one.document}`
  expect((await desk.get('clerk', page)).html).toContain(`href="${page}/terughalen"`)
  const ask = await desk.get('clerk', `${page}/terughalen`)
  expect(ask.text).toContain('Uit het register gaat:')
  expect(ask.text).toContain('fietsen')
  expect((await desk.get('policy-officer', `${page}/terughalen`)).status).toBe(403)
  const sent = [...formOn(ask.html, 'terughalen').entries()]
  const empty = await desk.post('clerk', `${page}/terughalen`, sent)
  expect([empty.status, empty.text.includes('Schrijf waarom')]).toEqual([422, true])
  const done = await desk.post('clerk', `${page}/terughalen`, [['reason', 'Verkeerde gemeente']])
  expect(done.location).toBe(`${page}?teruggehaald=1`)
  const back = await desk.get('clerk', done.location!)
  expect(back.text).toContain('Het vastleggen is ongedaan gemaakt.')
  expect((await desk.get('clerk', `/testdorp/moties/2024/${one.motion.slug}`)).status).toBe(404)
  expect((await desk.get('clerk', `${page}/terughalen`)).status).toBe(404)

  await transact(
    databases.desk,
    person('clerk'),
    async (ctx) => {
      const { id } = await ctx.tx
        .selectFrom('council.matter')
        .select('id')
        .where('motion_id', '=', other.motion.id)
        .executeTakeFirstOrThrow()
      await noteProgress(ctx, { matter: id, version: 1, text: 'Er is geplant' })
    },
    now,
  )
  const late = `/testdorp/bureau/post/${other.document}/terughalen`
  expect((await desk.get('clerk', late)).text).toContain('Maak die stappen eerst ongedaan.')
  expect((await desk.post('clerk', late, [['reason', 'x']])).status).toBe(409)
  expect((await desk.get('clerk', `/en${late}`)).text).toContain('Undo those steps first.')
})
