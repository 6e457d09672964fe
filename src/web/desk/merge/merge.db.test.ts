/** Merging over a real database as a browser without scripts does it: choosing, comparing, what was chosen, and what it leads to. */
import { beforeEach, expect } from 'vitest'
import { motionPaper, readDocument, setUpTestTown } from '../../../../test/council.ts'
import { test, testActor } from '../../../../test/database.ts'
import { deskSite } from '../../../../test/desk-site.ts'
import { formOn } from '../../../../test/forms.ts'
import { person } from '../../../../test/life.ts'
import {
  correctMotion,
  editableMotion,
  noteProgress,
  registerDocument,
  reviewOf,
  saveReview,
} from '../../../council/index.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'

let nth = 0
beforeEach(() => {
  nth += 1
})
const now = new Date('2024-08-20T10:00:00Z')

async function begin(databases: Databases) {
  const { kept, gone } = await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      await setUpTestTown(ctx)
      const register = async (number: string, title: string, registryNumber: string) => {
        const request = 'te zorgen voor banken bij de vijver, de speeltuin en het hek'
        const date = '2024-04-04'
        const paper = motionPaper({ number, title, registryNumber, date, outcome: 'adopted', request })
        const document = await readDocument(ctx, paper, `${number}.txt`)
        const review = reviewOf(paper.reading)
        review.motions[0]!.match = { choice: 'new' }
        await saveReview(ctx, { document, version: 0, review })
        return (await registerDocument(ctx, { document, version: 1 })).motions[0]!
      }
      return {
        kept: await register(`H.${nth}`, 'Banken in het park', `RIS77${nth}`),
        gone: await register(`K.${nth}`, `Banken in het park, herdruk ${nth}`, `RIS88${nth}`),
      }
    },
    now,
  )
  const desk = deskSite(databases, () => now)
  const path = `/testdorp/bureau/moties/${kept.year}/${kept.slug}/samenvoegen`
  const page = `${path}?met=${gone.id}`
  const form = async (who: 'clerk' | 'second-clerk' = 'clerk') =>
    formOn((await desk.get(who, page)).html, 'samenvoegen')
  return { desk, kept, gone, path, page, form }
}
const fields = (form: URLSearchParams) => [...form.entries()]

test('choose, compare, merge; addresses of the page and its feeds lead to the one that stays', async ({
  databases,
}) => {
  const { desk, kept, gone, path, page, form } = await begin(databases)
  const motion = await desk.get('clerk', `/testdorp/bureau/moties/${kept.year}/${kept.slug}`)
  expect(motion.html).toContain(`href="${path}"`)
  const choose = await desk.get('clerk', path)
  expect(choose.status).toBe(200)
  expect(choose.html).toContain(`href="${page}"`)
  const searched = await desk.get('clerk', `${path}?zoek=RIS88${nth}`)
  expect(searched.text).toContain(`herdruk ${nth}`)
  expect((await desk.get('clerk', `${path}?zoek=bestaatniet`)).text).toContain('Niets gevonden')

  const compare = await desk.get('clerk', page)
  expect(compare.text).toContain('Deze blijft')
  expect(compare.text).toContain('Je kunt het ongedaan maken')
  const sent = await form()
  expect([...sent.keys()].filter((name) => name.startsWith('/'))).toEqual([
    '/veld/title',
    '/veld/number',
    expect.stringMatching(/^\/verzoek\/\d+$/),
  ])
  sent.set('/veld/title', 'gone')
  sent.set('sure', 'on')
  const done = await desk.post('clerk', page, fields(sent))
  expect(done.location).toBe(`/testdorp/bureau/moties/${kept.year}/${kept.slug}?samengevoegd=1`)
  expect((await desk.get('clerk', done.location!)).text).toContain('De moties zijn samengevoegd.')

  const address = (one: { year: number; slug: string }, rest = '') =>
    `/testdorp/moties/${one.year}/${one.slug}${rest}`
  for (const rest of ['', '/feed.atom', '/agenda.ics']) {
    for (const prefix of ['', '/en']) {
      const moved = await desk.get('clerk', prefix + address(gone, rest))
      expect([moved.status, moved.location]).toEqual([301, prefix + address(kept, rest)])
    }
    expect((await desk.get('clerk', address(kept, rest))).status).toBe(200)
  }
  expect((await desk.get('clerk', address({ year: gone.year, slug: 'nergens' }))).status).toBe(404)
  const dossier = await desk.get('clerk', address(kept))
  expect(dossier.text).toContain('Twee keer vastgelegd, en op deze dag samengevoegd')
  expect(dossier.text).toContain(`Banken in het park, herdruk ${nth}`)
  expect((await desk.get('clerk', `/testdorp/bureau/moties/${gone.year}/${gone.slug}`)).location).toBe(
    `/testdorp/bureau/moties/${kept.year}/${kept.slug}`,
  )
  expect((await desk.post('clerk', page, fields(sent))).status).toBe(409)
})

test('taken back: from where it was done or beside the motion, with a reason that both pages tell', async ({
  databases,
}) => {
  const { desk, kept, gone, page, form } = await begin(databases)
  const sent = await form()
  sent.set('sure', 'on')
  const done = await desk.post('clerk', page, fields(sent))
  const motion = `/testdorp/bureau/moties/${kept.year}/${kept.slug}`
  const undo = `${motion}/losmaken?van=${gone.id}`
  for (const path of [done.location!, motion])
    expect((await desk.get('clerk', path)).html).toContain(`href="${undo}"`)
  expect((await desk.get('policy-officer', motion)).html).not.toContain(undo)
  const ask = await desk.get('clerk', undo)
  expect(ask.text).toContain('Deze komt terug')
  const sure = formOn(ask.html, 'losmaken')
  const empty = await desk.post('clerk', undo, fields(sure))
  expect([empty.status, empty.text.includes('Schrijf waarom')]).toEqual([422, true])
  sure.set('reason', 'Het waren twee moties')
  sure.set('version', '1')
  const old = await desk.post('clerk', undo, fields(sure))
  expect([old.status, old.text.includes('Iemand anders veranderde de motie')]).toEqual([409, true])
  expect(formOn(old.html, 'losmaken').get('reason')).toBe('Het waren twee moties')
  const parted = await desk.post('clerk', undo, fields(formOn(old.html, 'losmaken')))
  expect(parted.location).toBe(`${motion}?losgemaakt=${gone.slug}`)
  const back = await desk.get('clerk', parted.location!)
  expect(back.text).toContain('De moties staan weer los van elkaar.')
  expect(back.html).toContain(`/bureau/moties/${gone.year}/${gone.slug}`)
  for (const one of [kept, gone]) {
    const dossier = await desk.get('clerk', `/testdorp/moties/${one.year}/${one.slug}`)
    expect(dossier.status).toBe(200)
    expect(dossier.text).toContain('Het samenvoegen is ongedaan gemaakt')
    expect(dossier.text).toContain('Het waren twee moties')
  }
  expect((await desk.get('clerk', undo)).status).toBe(404)
})

test('what is in the way is named, with the way to it; both courses can be chosen between', async ({
  databases,
}) => {
  const { desk, kept, gone, page, form } = await begin(databases)
  const matters = await transact(
    databases.desk,
    person('clerk'),
    async (ctx) => {
      const rows = await ctx.tx
        .selectFrom('council.matter')
        .select('id')
        .where('motion_id', 'in', [kept.id, gone.id])
        .orderBy('id')
        .execute()
      for (const { id } of rows)
        await noteProgress(ctx, { matter: id, version: 1, text: `Tussenstand ${id}` })
      return rows.map(({ id }) => id)
    },
    now,
  )
  const sent = await form()
  sent.set('sure', 'on')
  const course = [...sent.keys()].find((name) => name.startsWith('/verzoek/'))!.replace('/', '/verloop/')
  const unsaid = await desk.post('clerk', page, fields(sent))
  expect([unsaid.status, unsaid.text.includes('Kies welk verloop geldt.')]).toEqual([422, true])
  sent.set(course, 'gone')
  sent.set('/veld/title', 'gone')
  expect((await desk.post('clerk', page, fields(sent))).status).toBe(303)
  const dossier = await desk.get('clerk', `/testdorp/moties/${kept.year}/${kept.slug}`)
  expect(dossier.text).toContain('Een ander verloop, dat niet meer geldt')
  for (const id of matters) expect(dossier.text).toContain(`Tussenstand ${id}`)
  const motion = `/testdorp/bureau/moties/${kept.year}/${kept.slug}`
  expect((await desk.get('clerk', motion)).text).toContain('Een ander verloop, dat niet meer geldt')

  const undo = `${motion}/losmaken?van=${gone.id}`
  expect((await desk.get('clerk', undo)).html).toContain('id="losmaken"')
  await transact(
    databases.desk,
    person('second-clerk'),
    async (ctx) => {
      const { version } = await editableMotion(ctx, { motion: kept.id })
      await correctMotion(ctx, { motion: kept.id, version, values: { title: 'Nog anders' } })
    },
    now,
  )
  const blocked = await desk.get('clerk', undo)
  expect(blocked.html).not.toContain('id="losmaken"')
  expect(blocked.text).toContain('Zet dit eerst terug zoals het na het samenvoegen was')
  expect(blocked.html).toContain(`href="${motion}/verbeteren"`)
  expect(
    (
      await desk.post('clerk', undo, [
        ['version', '9'],
        ['reason', 'x'],
      ])
    ).status,
  ).toBe(409)
})

test('nothing that was chosen is lost: not sure, a wrong choice, and somebody else at once', async ({
  databases,
}) => {
  const { desk, kept, gone, page, form } = await begin(databases)
  const sent = await form()
  sent.set('/veld/title', 'gone')
  const unsure = await desk.post('clerk', page, fields(sent))
  expect(unsure.status).toBe(422)
  expect(unsure.text).toContain('Zet hier een vinkje')
  expect(formOn(unsure.html, 'samenvoegen').get('/veld/title')).toBe('gone')

  const request = [...sent.keys()].find((name) => name.startsWith('/verzoek/'))!
  sent.set('sure', 'on')
  sent.set(request, '999999')
  const wrong = await desk.post('clerk', page, fields(sent))
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Verzoek 1: Kies wat dit is.')

  sent.set(request, 'apart')
  await transact(
    databases.desk,
    person('second-clerk'),
    (ctx) => correctMotion(ctx, { motion: gone.id, version: 1, values: { number: `K.${nth}b` } }),
    now,
  )
  const changed = await desk.post('clerk', page, fields(sent))
  expect(changed.status).toBe(409)
  expect(changed.text).toContain('Iemand anders veranderde intussen een van beide')
  expect(changed.text).toContain(`K.${nth}b`)
  const again = formOn(changed.html, 'samenvoegen')
  expect([again.get('/veld/title'), again.get(request), again.get('sure')]).toEqual(['gone', 'apart', 'on'])
  expect((await desk.post('clerk', page, fields(again))).status).toBe(303)
  expect((await desk.get('clerk', `/testdorp/moties/${kept.year}/${kept.slug}`)).text).toContain(
    `herdruk ${nth}`,
  )
})

test('only the clerk, only motions that are there', async ({ databases }) => {
  const { desk, kept, path, page } = await begin(databases)
  for (const who of ['councillor', 'portfolio-holder', 'policy-officer'] as const)
    expect((await desk.get(who, page)).status).toBe(403)
  for (const other of ['999999', '0', 'x', String(kept.id)])
    expect([other, (await desk.get('clerk', `${path}?met=${other}`)).status]).toEqual([other, 404])
  expect((await desk.post('clerk', path, [['sure', 'on']])).status).toBe(404)
  expect((await desk.get('clerk', `/en${page}`)).text).toContain('You can undo it')
})
