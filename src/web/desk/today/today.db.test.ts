/** The clerk's day over a real database: rows, filters, steps in the row, and two clerks at once. */
import { beforeEach, describe, expect } from 'vitest'
import { motionPaper, readDocument, setUpTestTown } from '../../../../test/council.ts'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { deskSite, fieldsOf, withFields } from '../../../../test/desk-site.ts'
import { accounts, announcement, as, matterNow, registerSample, words } from '../../../../test/life.ts'
import {
  assignOwner,
  decideSettlement,
  noteMissed,
  proposeSettlement,
  registerDocument,
} from '../../../council/index.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'

const trees =
  'eik beuk berk els es iep linde wilg populier kastanje esdoorn acacia plataan spar den lariks taxus hulst meidoorn vlier hazelaar lijsterbes haagbeuk notelaar appel peer kers pruim kweepeer moerbei'.split(
    ' ',
  )
const bureau = '/testdorp/bureau'
let today = '2024-09-12'
beforeEach(() => {
  today = '2024-09-12'
})
const siteOf = (databases: Databases) => deskSite(databases, () => new Date(`${today}T10:00:00Z`))
let sample: Awaited<ReturnType<typeof registerSample>>

test('an empty town has a calm day', async ({ databases }) => {
  await transact(databases.desk, testActor, (ctx) => setUpTestTown(ctx), testNow)
  const page = await siteOf(databases).get('clerk', bureau)
  expect(page.status).toBe(200)
  expect(page.text).toContain('donderdag 12 september 2024')
  expect(page.text).toContain('Alles is bijgewerkt.')
  expect(page.html).not.toContain('schakel-work')
})

describe('the rows', () => {
  test('say what, why, since when and by which rule, and lead to the form of the next step', async ({
    databases,
  }) => {
    sample = await transact(
      databases.desk,
      testActor,
      (ctx) => registerSample(ctx, {}, { assigned: false }),
      testNow,
    )
    const page = await siteOf(databases).get('clerk', bureau)
    expect(page.text).toContain('3 dingen vragen aandacht.')
    expect(page.text).toContain(
      '70 dagen te laat De vijver De termijn was 4 juli 2024 · test standardTermWeeks',
    )
    expect(page.text).toContain('H.4 Banken in het park')
    const [first] = sample.matters
    expect(page.html).toContain(`href="/testdorp/bureau/onderdelen/${first}#voorstellen"`)
    expect(page.text).toContain('Ook: brief zegt iets, zonder portefeuillehouder')
    const english = await siteOf(databases).get('clerk', `/en${bureau}`)
    expect(english.text).toContain('70 days late')
    expect(english.text).toContain('Thursday 12 September 2024')
  })

  test('of a commitment say whose day it is', async ({ databases }) => {
    today = '2024-12-23'
    const page = await siteOf(databases).get('clerk', bureau)
    expect(page.text).toContain(
      '21 dagen te laat Het college stuurt na het zomerreces een plan voor de banken',
    )
    expect(page.text).toContain('controledatum van ons, niet uit de brief: test checkTermMonths')
    expect(page.html).toContain(`/testdorp/bureau/toezeggingen/${sample.commitment}?stap=nagekomen#nagekomen`)
    expect(page.text.indexOf('21 dagen te laat')).toBeLessThan(page.text.indexOf('De vijver'))
  })

  test('what came in by post stands above them', async ({ databases }) => {
    await transact(
      databases.desk,
      testActor,
      (ctx) => readDocument(ctx, motionPaper({ title: 'Een fontein', request: 'een fontein te bouwen' })),
      testNow,
    )
    const page = await siteOf(databases).get('clerk', bureau)
    expect(page.text).toContain('Eén stuk in de post wacht nog. Naar de post')
  })
})

describe('a step in the row', () => {
  test('is taken there, can be undone there, and whoever comes second is told', async ({ databases }) => {
    const [matter] = sample.matters
    await transact(
      databases.desk,
      testActor,
      async (ctx) => {
        const officer = await as(ctx, 'portfolio-holder', '2024-09-01')
        const { proposal } = await proposeSettlement(officer, {
          matter: matter!,
          version: 1,
          outcome: 'announced',
          evidence: [words(sample.document, announcement)],
        })
        await decideSettlement(await as(ctx, 'clerk', '2024-09-20'), {
          matter: matter!,
          version: 2,
          proposal,
          verdict: 'accept',
          reason: 'De raad wacht af',
        })
        await noteMissed(
          { ...ctx, actor: testActor, now: new Date('2024-12-10T10:00:00Z') },
          {
            commitment: sample.commitment,
            today: '2024-12-10',
          },
        )
      },
      testNow,
    )
    today = '2024-12-23'
    const desk = siteOf(databases)
    const page = await desk.get('clerk', `${bureau}?reden=reopened`)
    expect(page.text).toContain('Heropend op')
    const form = fieldsOf(page.html, 'value="start"')
    const done = await desk.post('clerk', `${bureau}/vandaag`, form)
    expect(done.status).toBe(303)
    expect(done.location).toMatch(new RegExp(`^/testdorp/bureau\\?reden=reopened&gestart=${matter}\\.\\d+$`))
    const second = await desk.post('second-clerk', `${bureau}/vandaag`, form)
    expect(second.status).toBe(409)
    expect(second.text).toContain('Iemand anders heeft dit intussen aangepast.')
    const after = await desk.get('clerk', done.location!)
    expect(after.text).toContain('In behandeling genomen.')
    const undo = await desk.post('clerk', `${bureau}/vandaag`, fieldsOf(after.html, 'value="undo"'))
    expect(undo.location).toBe('/testdorp/bureau?reden=reopened&ongedaan=1')
    expect((await desk.get('clerk', undo.location!)).text).toContain('Heropend op')
    for (const wrong of [{ step: 'propose' }, { matter: 'x' }, { matter: '999999' }])
      expect((await desk.post('clerk', `${bureau}/vandaag`, withFields(form, wrong))).status).toBe(404)
  })

  test('is the clerk’s alone', async ({ databases }) => {
    expect(
      (await siteOf(databases).post('councillor', `${bureau}/vandaag`, [['step', 'start']])).status,
    ).toBe(403)
  })
})

describe('a town with much to do', () => {
  test('shows 25 rows a page, counts per reason, and filters by reason and portfolio holder', async ({
    databases,
  }) => {
    const holder = await transact(
      databases.desk,
      testActor,
      async (ctx) => {
        for (const [n, tree] of trees.entries()) {
          const paper = motionPaper({
            number: `V.${n + 100}`,
            title: `${tree}laan`,
            date: new Date(Date.UTC(2024, 7, 2 + n)).toISOString().slice(0, 10),
            outcome: 'adopted',
            request: `een ${tree} te planten`,
          })
          await registerDocument(ctx, { document: await readDocument(ctx, paper), version: 0 })
        }
        const { id } = await ctx.tx
          .insertInto('council.person')
          .values({ municipality: 'testdorp', name: 'Ada Bestuur', family_name: 'Bestuur' })
          .returning('id')
          .executeTakeFirstOrThrow()
        await assignOwner(ctx, { matter: sample.matters[1]!, version: 1, portfolioHolder: id })
        return id
      },
      testNow,
    )
    const desk = siteOf(databases)
    const rows = (html: string) => html.match(/class="schakel-work__row"/g)?.length ?? 0
    const page = await desk.get('clerk', bureau)
    expect(rows(page.html)).toBe(25)
    expect(page.text).toContain('Zonder portefeuillehouder 30')
    expect(page.html).toContain('aria-label="Bladzijde 2"')
    const owners = await desk.get('clerk', `${bureau}?reden=owner-needed&bladzijde=2`)
    expect(rows(owners.html)).toBe(5)
    expect(owners.text).not.toContain('De vijver')
    const hers = await desk.get('clerk', `${bureau}?wethouder=${holder}`)
    expect(rows(hers.html)).toBe(1)
    expect(hers.text).toContain('portefeuillehouder Ada Bestuur')
    const nothing = await desk.get('clerk', `${bureau}?wethouder=${holder}&reden=objected`)
    expect(nothing.text).toContain('Met deze keuze is er niets.')
    for (const wrong of ['?reden=x&wethouder=y&bladzijde=z', '?bladzijde=999'])
      expect((await desk.get('clerk', bureau + wrong)).status, wrong).toBe(200)
  })
})

describe('a policy officer', () => {
  test('sees what is assigned to them, with the steps that are theirs', async ({ databases }) => {
    today = '2024-12-23'
    const desk = siteOf(databases)
    const nothing = await desk.get('policy-officer', bureau)
    expect(nothing.text).toContain('Er zijn nog geen onderdelen aan jou toegewezen.')
    const [, second, third] = sample.matters
    await transact(
      databases.desk,
      testActor,
      async (ctx) => {
        const official = { account: accounts['policy-officer'], name: 'Kanarie Ambtenaar' }
        for (const matter of [second!, third!]) {
          const { version } = await matterNow(ctx, matter)
          await assignOwner(ctx, { matter, version, official })
        }
        const { version } = await matterNow(ctx, third!)
        await proposeSettlement(await as(ctx, 'portfolio-holder', '2024-12-01'), {
          matter: third!,
          version,
          outcome: 'partly',
          evidence: [words(sample.document, announcement)],
          explanation: 'Het plan komt',
        })
      },
      testNow,
    )
    const page = await desk.get('policy-officer', bureau)
    expect(page.status).toBe(200)
    expect(page.text).toContain('2 onderdelen zijn aan jou toegewezen.')
    expect(page.text).toContain('De speeltuin')
    expect(page.text).toContain('Het hek')
    expect(page.text).not.toContain('De vijver')
    expect(page.html).toContain(`href="/testdorp/bureau/onderdelen/${second}#voorstellen"`)
    expect(page.html).not.toContain('#besluiten')
    expect((await desk.get('policy-officer', `/en${bureau}`)).text).toContain(
      '2 matters are assigned to you.',
    )
  })
})
