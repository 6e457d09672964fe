/** A policy officer sets up a programme from an adopted motion, as a browser without scripts would, and it is adopted. */
import { describe, expect } from 'vitest'
import { test, testActor } from '../../../../../test/database.ts'
import { deskSite } from '../../../../../test/desk-site.ts'
import { formOn, hasForm, wordsOf } from '../../../../../test/forms.ts'
import { registerSample } from '../../../../../test/life.ts'
import type { Databases } from '../../../../db/connect.ts'
import { transact } from '../../../../db/transact.ts'
import { addAction, loadTree, programmeReader } from '../../../../programme/index.ts'
import { wordsIn } from '../../../../words/index.ts'

const now = new Date('2024-09-12T10:00:00Z')
const base = '/testdorp/bureau/programma'
type Fill = Record<string, string | readonly string[]>

async function walk(databases: Databases) {
  const sample = await transact(databases.desk, testActor, (ctx) => registerSample(ctx), now)
  const desk = deskSite(databases, () => now)
  const get = (path: string) => desk.get('policy-officer', path)
  /** Opens a page, fills in one of its forms and sends it; `at` when it goes elsewhere. */
  const send = async (path: string, form: string, fill: Fill = {}, at = path) => {
    const page = await get(path)
    const fields = formOn(page.html, form)
    for (const [name, value] of Object.entries(fill)) {
      fields.delete(name)
      for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one)
    }
    return desk.post('policy-officer', at, [...fields.entries()])
  }
  const tree = (slug = 'veilig-buiten') =>
    transact(databases.desk, testActor, (ctx) =>
      loadTree(programmeReader(ctx), { municipality: 'testdorp', slug }),
    )
  return { ...sample, desk, get, send, tree }
}
let made: ReturnType<typeof walk> | undefined
const site = (databases: Databases) => {
  made ??= walk(databases)
  return made
}
const fields = {
  title: 'Veilig buiten',
  summary: 'Samen op straat.',
  starts_on: '1 januari 2024',
  ends_on: '31-12-2026',
}

test('it begins from a motion, with what the motion asks and the usual pillars', async ({ databases }) => {
  const at = await site(databases)
  expect((await at.get(base)).text).toContain('Er is nog geen programma.')
  const found = await at.get(`${base}/nieuw?zoek=banken`)
  expect(found.html).toContain(`/nieuw?motie=${at.motion.id}"`)
  const path = `${base}/nieuw?motie=${at.motion.id}`
  const wrong = await at.send(path, 'begin', { ...fields, ends_on: '2020-01-01', title: '' }, `${base}/nieuw`)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Het einde ligt vóór het begin.')
  expect(formOn(wrong.html, 'begin').get('starts_on')).toBe('1 januari 2024')
  expect(formOn(wrong.html, 'begin').getAll('matter_id')).toEqual(at.matters.map(String))
  const begun = await at.send(path, 'begin', fields, `${base}/nieuw`)
  expect(begun.location).toBe(`${base}/veilig-buiten?gedaan=begonnen`)
  const plan = await at.get(begun.location!)
  for (const text of [
    '1. Voorkomen',
    '4. Samenwerking in de keten',
    'Er zijn nog geen acties.',
    'de vijver',
    'Samen op straat.',
  ]) {
    expect(plan.text).toContain(text)
  }
})

test('actions are added one after another: the form for the next has the next number and what they had in common', async ({
  databases,
}) => {
  const at = await site(databases)
  const [pillar] = (await at.tree()).pillars
  const path = `${base}/veilig-buiten/nieuwe-actie?pijler=${pillar!.id}`
  expect((await at.get(path)).text).toContain('Nieuwe actie 1.1')
  const bad = await at.send(path, 'actie', {
    title: 'Banken plaatsen',
    ends_on: '2027-01-01',
    'budget_cents-2024': '12,500',
    description: 'Zo',
  })
  expect(bad.status).toBe(422)
  expect(bad.text).toContain('Dit is geen bedrag.')
  expect(formOn(bad.html, 'actie').get('budget_cents-2024')).toBe('12,500')
  expect((await at.tree()).actions).toEqual([])
  const late = await at.send(path, 'actie', { title: 'Banken plaatsen', ends_on: '2027-01-01' })
  expect(late.text).toContain('Deze dag ligt na het einde van het programma.')
  const added = await at.send(path, 'actie', {
    title: 'Banken plaatsen',
    starts_on: '1-2-2024',
    ends_on: '1-2-2025',
    milestone: 'De eerste bank staat',
    due_on: '1-11-2024',
    'budget_cents-2024': '12.500',
    served: [`matter-${at.matters[0]}`],
    partners: 'Het Baken\n\nWerf',
  })
  const next = await at.get(added.location!)
  expect(next.text).toContain('Actie 1.1 Banken plaatsen staat erin. Hieronder kan de volgende.')
  expect(next.text).toContain('Nieuwe actie 1.2')
  const form = formOn(next.html, 'actie')
  expect(Object.fromEntries(form)).toMatchObject({
    title: '',
    starts_on: '1 februari 2024',
    ends_on: '1 februari 2025',
  })
  await at.send(added.location!, 'actie', { title: 'Paden aanleggen' }, path)
  expect((await at.tree()).actions).toMatchObject([
    {
      number: '1.1',
      partners: ['Het Baken', 'Werf'],
      milestones: [{ title: 'De eerste bank staat', dueOn: '2024-11-01' }],
      money: [{ year: 2024, budget: 12_500_00 }],
      serves: [{ kind: 'matter', of: at.matters[0] }],
    },
    { number: '1.2', title: 'Paden aanleggen', endsOn: '2025-02-01' },
  ])
})

describe('an action', () => {
  const actions = async (databases: Databases) => {
    const at = await site(databases)
    const [one, two] = (await at.tree()).actions
    const path = (of: { id: number }) => `${base}/veilig-buiten/acties/${of.id}`
    return { ...at, one: one!, two: two!, path }
  }

  test('of whom two people change the same field shows what the other made of it; sent again it holds', async ({
    databases,
  }) => {
    const at = await actions(databases)
    const path = at.path(at.one)
    const stale = formOn((await at.get(path)).html, 'wijzigen')
    await at.send(path, 'wijzigen', { title: 'Banken neerzetten', description: 'Van hout.' })
    stale.set('title', 'Zitbanken')
    stale.set('partners', 'Het Baken')
    const clash = await at.desk.post('policy-officer', path, [...stale.entries()])
    expect(clash.status).toBe(422)
    expect(clash.text).toContain('Een ander maakte ervan: Banken neerzetten.')
    const again = await at.desk.post('policy-officer', path, [...formOn(clash.html, 'wijzigen').entries()])
    expect(again.status).toBe(303)
    expect((await at.tree()).actions[0]).toMatchObject({ title: 'Zitbanken', partners: ['Het Baken'] })
  })

  test('of whom two people change different fields keeps both, and says so', async ({ databases }) => {
    const at = await actions(databases)
    const path = at.path(at.two)
    const stale = formOn((await at.get(path)).html, 'wijzigen')
    await at.send(path, 'wijzigen', { ends_on: '1 maart 2025' })
    stale.set('title', 'Paden verharden')
    const done = await at.desk.post('policy-officer', path, [...stale.entries()])
    expect((await at.get(done.location!)).text).toContain(
      'Een ander veranderde intussen ook iets: laatste dag.',
    )
    expect((await at.tree()).actions[1]).toMatchObject({ title: 'Paden verharden', endsOn: '2025-03-01' })
  })

  test('waits for another, never in a circle: the circle is named', async ({ databases }) => {
    const at = await actions(databases)
    expect((await at.send(at.path(at.one), 'wacht', { needs_id: String(at.two.id) })).status).toBe(303)
    const circle = await at.send(at.path(at.two), 'wacht', { needs_id: String(at.one.id) })
    expect(circle.status).toBe(409)
    expect(circle.text).toContain('1.2 Paden verharden → 1.1 Zitbanken → 1.2 Paden verharden')
  })

  test('is not done while a milestone is open: the milestone is named', async ({ databases }) => {
    const at = await actions(databases)
    expect((await at.send(at.path(at.one), 'beginnen', { on: '1-9-2024' })).status).toBe(303)
    const open = await at.send(at.path(at.one), 'klaar', { reason: 'Alles staat' })
    expect(open.status).toBe(409)
    expect(open.text).toContain('Deze mijlpalen zijn nog open')
    expect(formOn(open.html, 'klaar').get('reason')).toBe('Alles staat')
  })

  test('has its money in a table, with each wrong amount at its own field', async ({ databases }) => {
    const at = await actions(databases)
    const money = { 'committed_cents-2024': '13.000', 'budget_cents-2025': '1.5' }
    const bad = await at.send(at.path(at.one), 'geld', money)
    expect(wordsOf(bad.html, 'geld')).toContain('Begroot in 2025: Dit is geen bedrag.')
    const over = await at.send(at.path(at.one), 'geld', { 'committed_cents-2024': '13.000' })
    expect(over.text).toContain('Er ligt meer vast dan is begroot.')
    await at.send(at.path(at.one), 'geld', { 'committed_cents-2024': '13.000', reason: 'Hout werd duurder' })
    const page = await at.get(at.path(at.one))
    expect(page.text).toContain('In 2024 ligt € 500 meer vast dan begroot.')
  })

  test('has a risk, an official who is named at the desk, and a history of which the last steps go back', async ({
    databases,
  }) => {
    const at = await actions(databases)
    const risk = { text: 'Het regent', chance: 'high', effect: 'low', measure: 'Wachten' }
    await at.send(at.path(at.one), 'risico-erbij', risk)
    const page = await at.get(at.path(at.one))
    expect(page.text).toContain('kans groot, gevolg klein')
    const undo = page.html.match(/<form[^>]*\/terug"[\s\S]*?<\/form>/g)!
    const posted = (html: string) =>
      [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!] as const)
    expect(undo[0]).toContain('Risico: toegevoegd')
    const back = await at.desk.post('policy-officer', `${base}/veilig-buiten/terug`, posted(undo[0]!))
    expect(back.location).toBe(`${at.path(at.one)}?gedaan=terug`)
    expect((await at.tree()).actions[0]!.risks).toEqual([])
  })

  test('has a history by the days that it is about, which says when a step was entered later', async ({
    databases,
  }) => {
    const at = await actions(databases)
    await at.send(at.path(at.one), 'stoppen', { on: '1 maart 2024', reason: 'Even niet' })
    await at.send(at.path(at.one), 'oppakken', { on: '2 maart 2024', reason: 'Toch wel' })
    const history = (await at.get(at.path(at.one))).text.split('Geschiedenis').at(-1)!
    expect(history).toContain('ingevoerd op 12 september 2024')
    expect(history.indexOf('Even niet')).toBeGreaterThan(history.indexOf('Actie: toegevoegd'))
  })

  test('that another moved meanwhile is not moved again unseen: the page says so', async ({ databases }) => {
    const at = await actions(databases)
    const path = at.path(at.one)
    const seen = formOn((await at.get(path)).html, 'klaar')
    await at.send(path, 'stoppen', { reason: 'Geen geld' })
    const late = await at.desk.post('policy-officer', path, [...seen.entries()])
    expect(late.status).toBe(409)
    expect(late.text).toContain(wordsIn('nl').errors['changed-by-other'])
    await at.send(path, 'oppakken', { reason: 'Toch wel' })
  })

  test('is taken out of the plan, and put back from there', async ({ databases }) => {
    const at = await actions(databases)
    const needed = await at.send(at.path(at.two), 'weghalen')
    expect(needed.text).toContain('Andere acties wachten op deze actie.')
    const third = await transact(databases.desk, testActor, async (ctx) => {
      const tree = await loadTree(programmeReader(ctx), { municipality: 'testdorp', slug: 'veilig-buiten' })
      return addAction(ctx, { programme: tree.id, pillar: tree.pillars[1]!.id, title: 'Los' })
    })
    const gone = await at.send(at.path(third), 'weghalen')
    const plan = await at.get(gone.location!)
    expect(plan.text).toContain('De actie is weg.')
    expect(plan.html).not.toContain(at.path(third))
    expect((await at.get(at.path(third))).status).toBe(404)
  })
})

test('a pillar with actions stays; an empty one moves, gets a name, and goes', async ({ databases }) => {
  const at = await site(databases)
  const { pillars } = await at.tree()
  const path = (index: number) => `${base}/veilig-buiten/pijlers/${pillars[index]!.id}`
  expect((await at.get(path(0))).text).toContain('Weghalen kan pas als die in een andere pijler staan.')
  const forced = await at.desk.post('policy-officer', path(0), [
    ['step', 'weghalen'],
    ['version', '1'],
  ])
  expect([forced.status, forced.text.includes('In deze pijler staan nog acties.')]).toEqual([409, true])
  await at.send(path(3), 'pijler', { name: 'Keten' })
  await at.desk.post('policy-officer', path(3), [
    ['step', 'eerder'],
    ['version', '2'],
  ])
  expect((await at.tree()).pillars.map(({ name }) => name)).toEqual([
    'Voorkomen',
    'Bestrijden',
    'Keten',
    'Bescherming van slachtoffers',
  ])
  for (const name of ['Keten', 'Bestrijden', 'Bescherming van slachtoffers']) {
    const one = (await at.tree()).pillars.find((pillar) => pillar.name === name)!
    const page = `${base}/veilig-buiten/pijlers/${one.id}`
    const gone = await at.desk.post('policy-officer', page, [
      ['step', 'weghalen'],
      ['version', String(one.version)],
    ])
    expect(gone.status).toBe(303)
  }
})

test('money beyond the frame keeps it from being adopted; with a frame and a reason it is, and stays readable', async ({
  databases,
}) => {
  const at = await site(databases)
  const details = `${base}/veilig-buiten/gegevens`
  await at.send(details, 'kader', { 'budget_cents-2024': '10.000' })
  const over = await at.get(`${base}/veilig-buiten/vaststellen`)
  expect(over.text).toContain('In 2024 is € 12.500 begroot en er is € 10.000: € 2.500 te veel.')
  expect(hasForm(over.html, 'besluit')).toBe(false)
  await at.send(details, 'kader', { 'budget_cents-2024': '15.000' })
  const tree = await at.tree()
  for (const { id } of tree.actions) {
    const page = `${base}/veilig-buiten/acties/${id}`
    const [account] = [...(await at.get(page)).html.matchAll(/<option value="([0-9a-f-]{36})"/g)].map(
      ([, value]) => value!,
    )
    if (account) await at.send(page, 'doen', { owner: account })
    else
      await at.desk.post('policy-officer', page, [
        ['step', 'doen'],
        ['owner', 'naam:Kanarie'],
        ['version', String((await at.tree()).actions.find((one) => one.id === id)!.version)],
      ])
  }
  const adopt = `${base}/veilig-buiten/vaststellen`
  const decision = { decided_on: '10 september 2024', body: 'council', document_id: String(at.document) }
  const gaps = await at.send(adopt, 'besluit', decision)
  expect(gaps.status).toBe(409)
  expect(gaps.text).toContain('Geen wethouder of burgemeester')
  expect(formOn(gaps.html, 'besluit').get('document_id')).toBe(String(at.document))
  const adopted = await at.send(adopt, 'besluit', { ...decision, reason: 'De rest volgt' })
  expect((await at.get(adopted.location!)).text).toContain('Het programma is vastgesteld en openbaar.')
  const edition = await at.get(`${base}/veilig-buiten/versies/1`)
  expect(edition.text).toContain('Vastgesteld op 10 september 2024 door de gemeenteraad.')
  expect(edition.text).toContain('1.1 Zitbanken')

  const action = `${base}/veilig-buiten/acties/${tree.actions[0]!.id}`
  const silent = await at.send(action, 'wijzigen', { ends_on: '1 juni 2026' })
  expect(silent.text).toContain('Schrijf erbij waarom. Het programma is vastgesteld.')
  expect((await at.send(action, 'wijzigen', { ends_on: '1 juni 2026', reason: 'Vertraging' })).status).toBe(
    303,
  )
  const changes = await at.get(adopt)
  expect(changes.text).toContain('1.1 Zitbanken: laatste dag veranderd')
  await at.send(adopt, 'besluit', { ...decision, decided_on: '12-9-2024', reason: 'Vertraging' })
  expect((await at.get(`${base}/veilig-buiten/versies/2`)).text).toContain(
    'Gewijzigd vastgesteld op 12 september 2024',
  )
  expect((await at.get(`${base}/veilig-buiten/versies/1`)).text).toContain(
    '1 februari 2024 tot en met 1 februari 2025',
  )
})

test('a successor takes chosen actions along', async ({ databases }) => {
  const at = await site(databases)
  const [first] = (await at.tree()).actions
  const begun = await at.send(`${base}/veilig-buiten/opvolgen`, 'opvolger', {
    title: 'Veilig verder',
    starts_on: '1-1-2027',
    ends_on: '31-12-2029',
    actions: String(first!.id),
  })
  expect((await at.get(begun.location!)).text).toContain('Volgt op Veilig buiten.')
  expect((await at.tree('veilig-verder')).actions.map(({ title }) => title)).toEqual(['Zitbanken'])
})

test('a framework document is uploaded, checked, published, and its aims become what an action serves', async ({
  databases,
}) => {
  const at = await site(databases)
  const form = new FormData()
  form.set('file', new File([plan], 'veiligheidsplan.txt', { type: 'text/plain' }))
  const sources = '/testdorp/bureau/bronnen'
  const check = await at.desk.upload('policy-officer', sources, form)
  const shown = await at.get(check.location!)
  expect(shown.text).not.toContain('proef@')
  expect(shown.text).toContain('Fenna Proef')
  const looked = await at.send(check.location!, 'kaderstuk', { names: 'Fenna Proef', action: 'look' })
  expect(looked.text).not.toContain('Opgesteld door Fenna')
  const blind = await at.send(check.location!, 'kaderstuk', {
    names: 'Fenna Proef',
    title: 'Veiligheidsplan',
    kind: 'safety-plan',
  })
  expect(blind.status).toBe(422)
  const made = await at.send(check.location!, 'kaderstuk', {
    names: 'Fenna Proef',
    title: 'Veiligheidsplan',
    kind: 'safety-plan',
    looked: 'ja',
  })
  const source = await at.get(made.location!)
  expect(source.text).toContain('We willen dat in 2027 geen jongere meer wordt geronseld.')
  expect((await at.send(made.location!, 'ambities-kiezen', {}, made.location!.split('?')[0]!)).status).toBe(
    422,
  )
  const [value] = [
    ...source.html.matchAll(/name="at"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="at"/g),
  ].map((found) => found[1] ?? found[2]!)
  const marked = await at.send(
    made.location!,
    'ambities-kiezen',
    { at: value! },
    made.location!.split('?')[0]!,
  )
  expect((await at.get(marked.location!)).text).toContain('Één ambitie erbij.')
  const hand = await at.send(
    marked.location!,
    'zelf',
    { 'evidence-quote': 'Dat kost geld' },
    marked.location!.split('?')[0]!,
  )
  expect((await at.get(hand.location!)).text).toContain('Dat kost geld')
  const [action] = (await at.tree()).actions
  const page = await at.get(`${base}/veilig-buiten/acties/${action!.id}`)
  expect(wordsOf(page.html, 'waarvoor')).toContain('geen jongere meer wordt geronseld')
})
const plan = `Veiligheidsplan
Opgesteld door Fenna Proef, f.proef@waterstad.example.

We willen dat in 2027 geen jongere meer wordt geronseld. Dat kost geld.
`

test('only officials and the college come here', async ({ databases }) => {
  const at = await site(databases)
  for (const who of ['clerk', 'councillor'] as const) {
    for (const path of [base, `${base}/veilig-buiten`, '/testdorp/bureau/bronnen']) {
      expect((await at.desk.get(who, path)).status, `${who} ${path}`).toBe(403)
    }
  }
  expect((await at.desk.get('portfolio-holder', `${base}/veilig-buiten`)).status).toBe(200)
  for (const path of [
    '/nergens',
    '/veilig-buiten/acties/999',
    '/veilig-buiten/versies/9',
    '/veilig-buiten/pijlers/999',
  ]) {
    expect((await at.get(base + path)).status, path).toBe(404)
  }
})
