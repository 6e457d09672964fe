/** Working with a programme through the pages, as a browser without scripts would. */
import { expect } from 'vitest'
import { test, testActor } from '../../../../../test/database.ts'
import { formOn, hasForm, wordsOf } from '../../../../../test/forms.ts'
import { type Fill, fill, matterSite } from '../../../../../test/matter-site.ts'
import { addProgramme, sampleTree } from '../../../../../test/programme.ts'
import type { Ctx } from '../../../../ctx.ts'
import type { Databases } from '../../../../db/connect.ts'
import { transact } from '../../../../db/transact.ts'
import { type Action, addMeeting, addMilestone, attachmentsOf } from '../../../../programme/index.ts'

const me = 'policy-officer'
const at = '/testdorp/bureau'
let made: ReturnType<typeof begin> | undefined
/** The sample of `matter-site` with a programme, on 8 July 2024; once for the file. */
const site = (databases: Databases) => {
  made ??= begin(databases)
  return made
}
async function begin(databases: Databases) {
  const desk = await matterSite(databases)
  desk.today = '2024-07-08'
  const programme = await desk.inDatabase((ctx) => addProgramme(ctx))
  const inDatabase = <T>(work: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, testActor, work, new Date('2024-07-08T10:00:00Z'))
  const action = async (id: number): Promise<Action> =>
    (await inDatabase(sampleTree)).actions.find((one) => one.id === id)!
  const send = async (path: string, form: string, values: Fill, from = path) =>
    desk.send(me, path, fill(formOn((await desk.get(me, from)).html, form), values))
  return { ...programme, desk, inDatabase, action, send, programmePath: `${at}/programma/veilig-buiten` }
}

test('a milestone is planned, moved with a reason, and reached by a document', async ({ databases }) => {
  const { send, desk, action, lessons, programmePath } = await site(databases)
  const { document } = desk
  const plan = `${programmePath}/acties/${lessons}/nieuwe-mijlpaal`
  const refused = await send(plan, 'erbij', { title: 'Lesbrief gedrukt', due_on: '1 februari 2025' })
  expect(refused.status).toBe(422)
  expect(wordsOf(refused.html, 'erbij')).toContain('na het einde van de actie')
  expect(formOn(refused.html, 'erbij').get('title')).toBe('Lesbrief gedrukt')
  const sent = await send(plan, 'erbij', { title: 'Lesbrief gedrukt', due_on: '1 september 2024' })
  expect(sent.location).toBe(`${programmePath}/acties/${lessons}#mijlpalen`)
  const milestone = (await action(lessons)).milestones[0]!
  const page = `${programmePath}/mijlpalen/${milestone.id}`
  const unexplained = await send(page, 'veranderen', { due_on: '1 oktober 2024' })
  expect(wordsOf(unexplained.html, 'veranderen')).toContain('Schrijf erbij waarom')
  const moved = await send(page, 'veranderen', { due_on: '1 oktober 2024', reason: 'De drukker is dicht' })
  expect(moved.status).toBe(303)
  expect(wordsOf((await desk.get(me, page)).html)).toContain('Eerst was het 1 september 2024.')
  const empty = await send(page, 'gehaald', {})
  expect(empty.status).toBe(422)
  expect(wordsOf(empty.html, 'gehaald')).toContain('Kies waaruit blijkt')
  const reached = await send(page, 'gehaald', { document: String(document) })
  expect(reached.status).toBe(303)
  expect((await action(lessons)).milestones[0]).toMatchObject({
    state: 'reached',
    reachedOn: '2024-07-08',
    evidence: [{ kind: 'document', document }],
  })
  const back = await desk.send(me, page, formOn((await desk.get(me, page)).html, 'terug'))
  expect(back.status).toBe(303)
  expect((await action(lessons)).milestones[0]!.state).toBe('open')
})

test('a milestone that is taken back altogether leads to its action, which says where it ends again', async ({
  databases,
}) => {
  const { desk, action, inDatabase, lessons, programmePath } = await site(databases)
  const { endsOn } = await action(lessons)
  const late = { dueOn: '2025-02-01', extendAction: true, reason: 'De school begint later' }
  const { id } = await inDatabase((ctx) => addMilestone(ctx, { action: lessons, title: 'Herdruk', ...late }))
  const page = `${programmePath}/mijlpalen/${id}`
  const back = await desk.send(me, page, formOn((await desk.get(me, page)).html, 'terug'))
  const here = `${programmePath}/acties/${lessons}`
  expect(back.location).toBe(`${here}?gedaan=terug&einde=${lessons}.terug#mijlpalen`)
  expect((await action(lessons)).endsOn).toBe(endsOn)
  expect(wordsOf((await desk.get(me, back.location!)).html)).toContain('zoals eerder')
})

test('two change the same day: the page shows what the other made of it, and a second send counts', async ({
  databases,
}) => {
  const { send, desk, action, inDatabase, rounds, programmePath } = await site(databases)
  const { id } = await inDatabase((ctx) =>
    addMilestone(ctx, { action: rounds, title: 'Eerste ronde', dueOn: '2024-09-01' }),
  )
  const page = `${programmePath}/mijlpalen/${id}`
  const mine = formOn((await desk.get(me, page)).html, 'veranderen')
  await send(page, 'veranderen', { due_on: '2 september 2024', reason: 'Eerst dit' })
  const clash = await desk.send(me, page, fill(mine, { due_on: '3 september 2024', reason: 'Toch dit' }))
  expect(clash.status).toBe(422)
  expect(wordsOf(clash.html, 'veranderen')).toContain('Een ander maakte ervan: 2 september 2024')
  const again = await desk.send(me, page, formOn(clash.html, 'veranderen'))
  expect(again.status).toBe(303)
  expect((await action(rounds)).milestones[0]!.dueOn).toBe('2024-09-03')
})

test('from the phone: choose the action, one line, a picture, and the milestone in the same go', async ({
  databases,
}) => {
  const { desk, action, inDatabase, lessons, programmePath } = await site(databases)
  const { document } = desk
  const chosen = await desk.get(me, `${at}/voortgang`)
  expect(wordsOf(chosen.html)).toMatch(/Mijn acties1\.1 Lessen op schoolAndere acties/)
  const { id } = await inDatabase((ctx) =>
    addMilestone(ctx, { action: lessons, title: 'Eerste les gegeven' }),
  )
  const path = `${at}/voortgang/${lessons}`
  const fields = formOn((await desk.get(me, path)).html, 'melden')
  const refused = await desk.send(
    me,
    path,
    fill(fields, { text: 'Gegeven aan groep 8', reached: String(id) }),
  )
  expect(wordsOf(refused.html, 'melden')).toContain('Kies waaruit blijkt')
  expect(formOn(refused.html, 'melden').get('text')).toBe('Gegeven aan groep 8')
  const sent = await desk.send(me, path, fill(formOn(refused.html, 'melden'), { document: String(document) }))
  expect(sent.location).toBe(`${path}?gedaan=gehaald#gedaan`)
  const now = await action(lessons)
  expect(now.reports[0]).toMatchObject({ text: 'Gegeven aan groep 8', evidence: [{ document }] })
  expect(now.milestones.find((one) => one.id === id)!.state).toBe('reached')
  await desk.send(
    me,
    `${programmePath}/acties/${lessons}/melding-terug`,
    new URLSearchParams({ history: String(now.reports[0]!.history) }),
  )
  expect((await action(lessons)).reports).toEqual([])
})

test('a photograph comes along without where it was taken, for the desk only', async ({ databases }) => {
  const { desk, inDatabase, rounds, programmePath } = await site(databases)
  const path = `${at}/voortgang/${rounds}`
  const photo = (...segments: string[]) =>
    Buffer.from(`\xff\xd8${segments.join('')}\xff\xda\x00\x02beeld\xff\xd9`, 'latin1')
  const place = '\xff\xe1\x00\x0dExif\0\0GPS52'
  const form = new FormData()
  for (const [name, value] of formOn((await desk.get(me, path)).html, 'melden')) {
    if (name !== 'attachments') form.append(name, value)
  }
  form.set('text', 'Het hek is gemaakt')
  form.append('attachments', new File([photo(place)], 'hek.jpg', { type: 'image/jpeg' }))
  expect((await desk.send(me, path, form)).location).toBe(`${path}?gedaan=gemeld#gedaan`)
  const files = await inDatabase((ctx) => attachmentsOf(ctx, { action: rounds }))
  expect(files).toMatchObject([{ fileName: 'hek.jpg', mediaType: 'image/jpeg' }])
  const file = `${programmePath}/bijlagen/${files[0]!.id}`
  const kept = (await desk.get(me, file)).html
  expect(kept).toContain('beeld')
  expect(kept).not.toContain('GPS')
  for (const who of ['clerk', 'councillor'] as const)
    expect((await desk.get(who, file)).status, who).not.toBe(200)
  const action = `${programmePath}/acties/${rounds}`
  const sent = (path: string, values: Record<string, string>) =>
    desk.send(me, `${action}/${path}`, new URLSearchParams(values))
  const shown = async () => (await desk.get(me, action)).html
  expect(await shown()).toContain('Bestand vernietigen: hek.jpg')
  const destroy = { attachment: String(files[0]!.id) }
  for (const _ of [1, 2])
    expect((await sent('bestand-vernietigen', destroy)).location).toBe(`${action}#meldingen`)
  expect((await desk.get(me, file)).status).toBe(404)
  expect(await shown()).toContain('Bijlage hek.jpg: vernietigd op 8 juli 2024 door Kanarie')
  expect(await shown()).not.toContain('Bestand vernietigen')
  form.set('text', 'Nog een foto')
  expect((await desk.send(me, path, form)).location).toContain('gemeld')
  const { history } = (await inDatabase((ctx) => attachmentsOf(ctx, { action: rounds })))[1]!
  expect(await shown()).toContain('Bij deze melding hoort een bestand. Moet dat ook weg?')
  await sent('melding-terug', { history: String(history), files: 'bewaren' })
  expect(await shown()).toContain('Bestanden bij meldingen die zijn teruggezet')
  expect((await inDatabase((ctx) => attachmentsOf(ctx, { action: rounds })))[1]).toMatchObject({
    destroyed: null,
  })
  form.set('attachments', new File(['MZ'], 'hek.jpg', { type: 'image/jpeg' }))
  const refused = await desk.send(me, path, form)
  expect(refused.status).toBe(422)
  expect(wordsOf(refused.html, 'melden')).toContain('Dit bestand is geen foto')
})

test('the board moves an action by its buttons, asks a reason where one is needed, and takes a move back', async ({
  databases,
}) => {
  const { desk, action, benches, rounds, programmePath } = await site(databases)
  const board = `${programmePath}/bord`
  const move = async (id: number, name: string, reason?: string) =>
    desk.send(
      me,
      board,
      new URLSearchParams({
        action: String(id),
        version: String((await action(id)).version),
        move: name,
        ...(reason && { reason }),
      }),
    )
  const started = await move(benches, 'start')
  expect(started.location).toMatch(/\?verplaatst=/)
  const page = (await desk.get(me, started.location!)).html
  expect(wordsOf(page)).toContain('Actie 1.2 Banken bij de vijver staat nu bij Bezig.')
  expect((await action(benches)).state).toBe('running')
  await move(benches, 'undo')
  expect((await action(benches)).state).toBe('planned')
  const stopped = await move(rounds, 'stop')
  expect(stopped.status).toBe(422)
  expect(wordsOf(stopped.html, `a${rounds}`)).toContain('Vul dit in')
  const finished = await move(rounds, 'finish')
  expect(finished.status).toBe(409)
  expect(wordsOf(finished.html, `a${rounds}`)).toContain('Deze mijlpalen staan nog open')
  const only = await desk.get(me, `${board}?pijler=${(await action(rounds)).pillar}`)
  expect(wordsOf(only.html)).not.toContain('Banken bij de vijver')
})

test('a meeting: planned, decided in, written in, closed, printed', async ({ databases }) => {
  const { desk, send, action, inDatabase, lessons, programmePath } = await site(databases)
  const list = `${programmePath}/stuurgroep`
  const planned = await send(list, 'plannen', { held_on: '8 juli 2024', name: 'Stuurgroep juli' })
  const page = planned.location!
  expect(wordsOf((await desk.get(me, page)).html)).toContain('Wat aandacht vraagt')
  const needed = await send(page, 'besluit', { text: 'Druk de lesbrief bij', due_on: '1 augustus 2024' })
  expect(needed.status).toBe(422)
  await send(page, 'besluit', {
    text: 'Druk de lesbrief bij',
    due_on: '1 augustus 2024',
    action_id: String(lessons),
  })
  expect((await action(lessons)).milestones.some(({ title }) => title === 'Druk de lesbrief bij')).toBe(true)
  await send(page, 'verslag', { notes: 'Opening.\n\nRondvraag.' })
  expect(wordsOf((await desk.get(me, page)).html, 'besluiten')).toBe('Besluiten')
  await send(page, 'afsluiten', {})
  const closed = (await desk.get(me, page)).html
  expect(hasForm(closed, 'besluit')).toBe(false)
  const minutes = wordsOf((await desk.get(me, `${page}/verslag`)).html)
  expect(minutes).toContain('Werd een mijlpaal: Druk de lesbrief bij, 1 augustus 2024')
  expect(minutes).toContain('Rondvraag.')
  const late = await inDatabase((ctx) =>
    sampleTree(ctx).then(({ id }) =>
      addMeeting(ctx, { programme: id, heldOn: '2024-08-01', name: 'Augustus' }),
    ),
  )
  expect(wordsOf((await desk.get(me, `${list}/${late.id}`)).html)).toContain(
    'Deze vergadering moet nog komen',
  )
})

test('the calendar has what comes and what was, also as a file for one’s own', async ({ databases }) => {
  const { desk, programmePath } = await site(databases)
  const page = wordsOf((await desk.get(me, `${programmePath}/kalender`)).html)
  expect(page).toContain('31 december 2024Einde van actie 1.1 Lessen op school')
  const file = (await desk.get(me, `${programmePath}/kalender/agenda.ics`)).html
  expect(file).toContain('DTSTART;VALUE=DATE:20241231')
})

test('my week is on the first page too; a clerk has none of it', async ({ databases }) => {
  const { desk } = await site(databases)
  desk.today = '2024-10-01'
  const week = wordsOf((await desk.get(me, `${at}/mijn-week`)).html)
  expect(week).toContain('Nu eerst')
  expect(week).toMatch(/61 dagen te laatDruk de lesbrief bijMijlpaal niet gehaald/)
  expect(wordsOf((await desk.get(me, at)).html)).toContain('Mijn hele week')
  expect(wordsOf((await desk.get('clerk', at)).html)).not.toContain('Mijn hele week')
  for (const path of ['/mijn-week', '/voortgang', '/programma/veilig-buiten/bord']) {
    expect((await desk.get('clerk', at + path)).status, path).not.toBe(200)
  }
  desk.today = '2024-07-08'
})
