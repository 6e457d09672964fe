/** Making a report through the pages, as a browser without scripts would. */
import { expect } from 'vitest'
import { test, testActor } from '../../../../../test/database.ts'
import { formOn, wordsOf } from '../../../../../test/forms.ts'
import { fill, matterSite } from '../../../../../test/matter-site.ts'
import { addProgramme } from '../../../../../test/programme.ts'
import type { Ctx } from '../../../../ctx.ts'
import type { Databases } from '../../../../db/connect.ts'
import { transact } from '../../../../db/transact.ts'
import { addMilestone } from '../../../../programme/index.ts'

const list = '/testdorp/bureau/programma/veilig-buiten/verslagen'
const officer = 'policy-officer'
let made: ReturnType<typeof begin> | undefined
const site = (databases: Databases) => {
  made ??= begin(databases)
  return made
}
async function begin(databases: Databases) {
  const desk = await matterSite(databases)
  desk.today = '2025-02-03'
  const programme = await desk.inDatabase((ctx) => addProgramme(ctx))
  await transact(
    databases.desk,
    testActor,
    (ctx: Ctx) => addMilestone(ctx, { action: programme.rounds, title: 'Eerste ronde', dueOn: '2024-09-01' }),
    new Date('2024-07-08T10:00:00Z'),
  )
  return { desk, programme }
}

/** The fields of the report's own form, with the button that is pressed. */
const reportForm = (html: string) => formOn(html, 'verslag')

test('a period is chosen, a draft is edited and kept, and two editors are joined', async ({ databases }) => {
  const { desk, programme } = await site(databases)
  expect(wordsOf((await desk.get(officer, list)).html)).toContain('Er zijn nog geen verslagen.')
  const choose = await desk.get(officer, `${list}/nieuw`)
  expect(choose.html).toMatch(/value="2024" checked=""|checked="" value="2024"/)
  expect(wordsOf(choose.html)).toContain('Heel 2025 (jaarverslag), loopt nog')
  const wrong = await desk.send(
    officer,
    `${list}/nieuw`,
    fill(formOn(choose.html, 'nieuw'), { periode: 'anders', period_start: 'gisteren', period_end: '' }),
  )
  expect(wrong.status).toBe(422)
  expect(formOn(wrong.html, 'nieuw').get('period_start')).toBe('gisteren')
  expect(wordsOf(wrong.html)).toContain('Dit is geen datum.')
  const begun = await desk.send(officer, `${list}/nieuw`, formOn(choose.html, 'nieuw'))
  expect(begun.status).toBe(303)
  const page = begun.location!
  const mine = await desk.get(officer, page)
  expect(wordsOf(mine.html)).toContain('Jaarverslag over 2024, Veilig buiten')
  expect(wordsOf(mine.html)).toContain('Eerste ronde. Beloofd voor 1 september 2024.')
  const key = `text:not-done-${programme.combating}`
  const about = reportForm(mine.html).get('text:about') as string
  // Another saves first, in another part and in the same paragraph.
  const theirs = fill(reportForm(mine.html), {
    action: 'save',
    'text:about': about.replace('In dit verslag', 'In dit eerste verslag'),
    'text:closing': 'Tot zover.',
  })
  expect((await desk.send('portfolio-holder', page, theirs)).location).toBe(`${page}?bewaard=1`)
  const stale = await desk.send(
    officer,
    page,
    fill(reportForm(mine.html), {
      action: 'save',
      'text:about': about.replace('In dit verslag', 'In dit korte verslag'),
      [key]: `${reportForm(mine.html).get(key)}\n\nWij lopen in het voorjaar.`,
    }),
  )
  expect(stale.status).toBe(409)
  const again = reportForm(stale.html)
  expect(again.get('text:closing')).toBe('Tot zover.')
  expect(again.get(key)).toContain('Wij lopen in het voorjaar.')
  expect(again.get('text:about')).toContain('In dit korte verslag')
  expect(wordsOf(stale.html)).toContain('De ander schreef hier:In dit eerste verslag')
  expect((await desk.send(officer, page, fill(again, { action: 'save' }))).status).toBe(303)
  const empty = await desk.send(
    officer,
    page,
    fill(reportForm((await desk.get(officer, page)).html), {
      action: 'save',
      'field:title': '',
      'text:closing': 'Getypt.',
    }),
  )
  expect(empty.status).toBe(422)
  expect(reportForm(empty.html).get('text:closing')).toBe('Getypt.')
})

test('what changed in the programme is shown and taken in; the college agrees; it is sent and made public', {
  timeout: 120_000,
}, async ({ databases }) => {
  const { desk, programme } = await site(databases)
  const begun = await desk.send(
    officer,
    `${list}/nieuw`,
    fill(formOn((await desk.get(officer, `${list}/nieuw`)).html, 'nieuw'), { periode: '2024-2' }),
  )
  const page = begun.location!
  await desk.inDatabase((ctx) =>
    addMilestone(ctx, { action: programme.lessons, title: 'Les gegeven', dueOn: '2024-12-01' }),
  )
  const changed = await desk.get(officer, page)
  expect(wordsOf(changed.html)).not.toContain('Het programma is veranderd')
  await desk.inDatabase((ctx) =>
    addMilestone(ctx, { action: programme.benches, title: 'Plek gekozen', dueOn: null }),
  )
  const more = await desk.get(officer, page)
  expect(wordsOf(more.html)).toContain('Het programma is veranderd sinds dit verslag begon')
  const take = (who: 'policy-officer' | 'portfolio-holder', html: string, action: string, values = {}) =>
    desk.send(who, page, fill(reportForm(html), { action, ...values }))
  expect((await take(officer, more.html, 'renew')).status).toBe(303)
  const renewed = await desk.get(officer, page)
  expect(wordsOf(renewed.html)).toContain('Voor 1 mijlpaal is nog geen dag afgesproken.')
  expect(wordsOf(renewed.html)).toContain('Een portefeuillehouder legt vast dat het college akkoord is.')
  expect((await take('portfolio-holder', renewed.html, 'agree')).status).toBe(303)
  const agreed = await desk.get(officer, page)
  expect(agreed.html).not.toContain('name="text:about"')
  const unexplained = await take(officer, agreed.html, 'return')
  expect(unexplained.status).toBe(422)
  expect((await take(officer, agreed.html, 'send')).status).toBe(303)
  const sent = await desk.get(officer, page)
  expect(wordsOf(sent.html)).toContain('Verstuurd op 3 februari 2025')
  expect((await take(officer, sent.html, 'register')).status).toBe(303)
  const open = await desk.get(officer, page)
  expect(wordsOf(open.html)).toContain('Dit verslag is openbaar.')
  expect(wordsOf((await desk.get(officer, list)).html)).toContain('openbaar')
  expect((await desk.get('clerk', list)).status).toBe(403)
})
