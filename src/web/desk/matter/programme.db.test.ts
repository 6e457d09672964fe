/** What the action programme does, on the pages of the council: seen, used as evidence with one click, and flagged when it is taken back. */
import { describe, expect } from 'vitest'
import { test, testActor } from '../../../../test/database.ts'
import { decode, deskSite, fieldsOf, withFields } from '../../../../test/desk-site.ts'
import { announcement, as, assignTo, matterNow, words } from '../../../../test/life.ts'
import { publishedWords, registerProgramme } from '../../../../test/programme.ts'
import { decide } from '../../../../test/settle-with.ts'
import { tellFallen } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'
import { addPerson, setAddress } from '../../../identity/index.ts'
import { addMilestone, reportProgress, serve, undoMilestone } from '../../../programme/index.ts'

const day = '2024-09-12'

let begun: ReturnType<typeof make> | undefined
/** The town of this file, once: its tests follow one another. */
const begin = (databases: Databases) => {
  begun ??= make(databases)
  return begun
}

async function make(databases: Databases) {
  const now = () => new Date(`${day}T10:00:00Z`)
  const run = <T>(work: (ctx: Ctx) => Promise<T>) => transact(databases.desk, testActor, work, now())
  const made = await run(async (ctx) => {
    const sample = await registerProgramme(ctx)
    await assignTo(ctx, sample.matters)
    const officer = await as(ctx, 'policy-officer', day)
    const of = { programme: sample.programme, action: sample.benches }
    await serve(officer, { ...of, kind: 'matter', of: sample.matters[0]! })
    await serve(officer, { ...of, kind: 'commitment', of: sample.commitment })
    const milestone = await addMilestone(officer, {
      action: sample.benches,
      title: 'Banken geplaatst',
      dueOn: null,
    })
    await reportProgress(
      officer,
      { action: sample.benches, text: 'De banken zijn besteld', on: day },
      publishedWords,
    )
    return { ...sample, milestone: milestone.id, quoted: words(sample.document, announcement) }
  })
  const desk = deskSite(databases, now)
  const at = {
    ...made,
    desk,
    run,
    matter: `/testdorp/bureau/onderdelen/${made.matters[0]}`,
    other: `/testdorp/bureau/onderdelen/${made.matters[1]}`,
    motionPage: `/testdorp/moties/${made.motion.year}/${made.motion.slug}`,
    milestonePage: `/testdorp/bureau/programma/veilig-buiten/mijlpalen/${made.milestone}`,
    commitmentDesk: `/testdorp/bureau/toezeggingen/${made.commitment}`,
  }
  return at
}
type At = Awaited<ReturnType<typeof begin>>

/** Says on the page of the milestone that it was reached, and that the commitment was kept by it. */
async function reachAndKeep(at: At) {
  const page = await at.desk.get('policy-officer', at.milestonePage)
  const tick = /name="nakomen" value="([\d.]+)"/.exec(page.html)?.[1]
  const place = `${at.document}~${at.quoted.at.map((one) => `${one.page}-${one.start}-${one.end}`).join('_')}`
  const fields = fieldsOf(page.html, 'value="gehaald"')
  const picker = /name="([\w-]+)-quote"/.exec(page.html)![1]!
  const sent = await at.desk.post('policy-officer', at.milestonePage, [
    ...fields.filter(([name]) => name !== 'nakomen'),
    [picker, place],
    [`${picker}-known`, place],
    ['nakomen', tick!],
  ])
  expect(sent.status, sent.text.slice(0, 400)).toBe(303)
}

describe('the pages of the council, one after another', () => {
  test('show what works on a part, and that nothing works on the others', async ({ databases }) => {
    const at = await begin(databases)
    const served = await at.desk.get('policy-officer', at.matter)
    expect(served.text).toContain('Actie 1.2: Banken bij de vijver')
    expect(served.text).toContain('0 van 1 mijlpaal gehaald')
    expect(served.text).toContain('Laatste bericht, 12 september 2024: De banken zijn besteld')
    expect((await at.desk.get('policy-officer', at.other)).text).toContain(
      'Niets werkt hieraan: geen actie noemt dit.',
    )
    const motion = await at.desk.get('councillor', at.motionPage)
    expect(motion.text).toContain('Actie 1.2: Banken bij de vijver')
    expect(motion.text.match(/Geen actie van het actieprogramma noemt dit\./g)).toHaveLength(2)
    const english = await at.desk.get('councillor', `/en${at.motionPage}`)
    expect(english.text).toContain('No action of the action programme names this.')
    const commitment = await at.desk.get('councillor', `/testdorp/toezeggingen/${at.commitment}`)
    expect(commitment.text).toContain('Actie 1.2: Banken bij de vijver')
  })

  test('whoever does not work on programmes is led to the public page, where they may come', async ({
    databases,
  }) => {
    const at = await begin(databases)
    const way = /href="([^"]*\/acties\/\d+)"/
    expect(way.exec((await at.desk.get('policy-officer', at.matter)).html)?.[1]).toContain(
      '/bureau/programma/',
    )
    for (const [who, page] of [
      ['clerk', at.matter],
      ['councillor', at.matter],
      ['clerk', at.commitmentDesk],
    ] as const) {
      const there = way.exec((await at.desk.get(who, page)).html)?.[1]
      expect(there, `${who} ${page}`).toMatch(/^\/testdorp\/programma\//)
      expect((await at.desk.get(who, there!)).status).toBe(200)
    }
  })

  test('a milestone keeps the commitment with one tick, and is used as evidence with one click', async ({
    databases,
  }) => {
    const at = await begin(databases)
    await reachAndKeep(at)
    const kept = await at.desk.get('policy-officer', at.commitmentDesk)
    expect(kept.text).toContain('Nagekomen op 12 september 2024')
    expect(kept.text).toContain('Mijlpaal gehaald op 12 september 2024: Banken geplaatst')
    const before = await at.desk.get('policy-officer', at.matter)
    const use = decode(/href="([^"]*bewijs=mijlpaal[^"]*)"/.exec(before.html)![1]!)
    expect(use).toContain(`?bewijs=mijlpaal-${at.milestone}#voorstellen`)
    const page = await at.desk.get('policy-officer', use.split('#')[0]!)
    expect(/<input[^>]*name="evidence-done" checked="" value="([^"]*)"/.exec(page.html)?.[1]).toBe(
      `mijlpaal-${at.milestone}`,
    )
    const sent = await at.desk.post(
      'policy-officer',
      at.matter,
      withFields(fieldsOf(page.html, 'value="voorstellen"'), { outcome: 'carried-out' }),
    )
    expect(sent.status, sent.text.slice(0, 600)).toBe(303)
    const motion = await at.desk.get('councillor', at.motionPage)
    expect(motion.text).toContain('Mijlpaal gehaald op 12 september 2024: Banken geplaatst')
    expect(motion.html).toContain('/testdorp/programma/veilig-buiten/acties/')
    expect(motion.text).not.toContain('kanarie')
  })

  test('taken back: the motion says so, the clerk sees who decided, and that person hears it once', async ({
    databases,
  }) => {
    const at = await begin(databases)
    const proposal = (await at.run((ctx) => matterNow(ctx, at.matters[0]!))).proposal_id!
    const clerk = await at.run(async (ctx) => {
      const account = await addPerson(ctx, {
        name: 'Kanarie Griffier',
        roles: ['clerk'],
        demonstration: true,
      })
      await setAddress(ctx, { personId: account, address: 'griffie@testdorp.example' })
      return account
    })
    await at.run((ctx) => decide(ctx, clerk, at.matters[0]!, proposal))
    await at.run(async (ctx) => {
      const { version } = await ctx.tx
        .selectFrom('programme.milestone')
        .select('version')
        .where('id', '=', at.milestone)
        .executeTakeFirstOrThrow()
      await undoMilestone(await as(ctx, 'policy-officer', '2024-10-20'), { id: at.milestone, version })
    })
    const motion = await at.desk.get('councillor', at.motionPage)
    expect(motion.text).toContain('Het bewijs onder deze afdoening staat niet meer.')
    expect(motion.text).toContain('Dit is teruggenomen op 20 oktober 2024.')
    expect(motion.text).toContain('teruggenomen op 20 oktober 2024')
    const today = await at.desk.get('clerk', '/testdorp/bureau')
    expect(today.text).toContain('besluit van de raad, vastgelegd door Kanarie Griffier')
    expect(await at.run((ctx) => tellFallen(ctx))).toBe(1)
    expect(await at.run((ctx) => tellFallen(ctx))).toBe(0)
    const mail = await at.run((ctx) =>
      ctx.tx
        .selectFrom('council.mail')
        .select(['account_id', 'facts'])
        .where('kind', '=', 'fallen')
        .executeTakeFirstOrThrow(),
    )
    expect(mail).toMatchObject({
      account_id: clerk,
      facts: { body: 'council', matters: [{ cause: 'taken-back', on: '2024-10-20' }] },
    })
  })
})
