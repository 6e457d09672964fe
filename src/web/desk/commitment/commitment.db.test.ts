/** The page of one commitment over a real database: each form, what was typed, and two people at once. */
import { beforeEach, describe, expect } from 'vitest'
import { test, testActor, testNow } from '../../../../test/database.ts'
import { deskSite, fieldsOf, type Got, withFields } from '../../../../test/desk-site.ts'
import { accounts, announcement, assignTo, registerSample } from '../../../../test/life.ts'
import type { Databases } from '../../../db/connect.ts'
import { transact } from '../../../db/transact.ts'

let today = '2024-09-12'
beforeEach(() => {
  today = '2024-09-12'
})

/** Another commitment for each test: what is committed stays until the end of the file. */
async function begin(databases: Databases) {
  const sample = await transact(databases.desk, testActor, (ctx) => registerSample(ctx), testNow)
  const desk = deskSite(databases, () => new Date(`${today}T10:00:00Z`))
  const path = `/testdorp/bureau/toezeggingen/${sample.commitment}`
  const form = async (
    anchor: string,
    change: Record<string, string>,
    who: 'clerk' | 'second-clerk' = 'clerk',
  ) => withFields(fieldsOf((await desk.get(who, path)).html, `value="${anchor}"`), change)
  const send = async (anchor: string, change: Record<string, string>) =>
    desk.post('clerk', path, await form(anchor, change))
  return { ...sample, desk, path, form, send }
}
const inputOf = (page: Got, id: string) => {
  const at = page.html.indexOf(`id="${id}"`)
  const start = page.html.lastIndexOf('<', at)
  return page.html.slice(start, page.html.indexOf('>', at) + 400)
}

describe('the page', () => {
  test('shows the words of the letter and our check date apart, and each form', async ({ databases }) => {
    const { desk, path, document } = await begin(databases)
    const page = await desk.get('clerk', path)
    expect(page.status).toBe(200)
    expect(page.text).toContain(announcement)
    expect(page.text).toContain('2 december 2024: van ons, niet uit de brief (test checkTermMonths)')
    expect(page.text).toContain('“na het zomerreces”')
    for (const id of ['controledatum', 'nagekomen', 'verlengen', 'vervallen', 'verband'])
      expect(page.html).toContain(`<form id="${id}"`)
    expect(page.html).not.toContain('<form id="ongedaan"')
    expect(page.html).toContain(`id="evidence-document-${document}"`)
    const english = await desk.get('clerk', `/en${path}`)
    expect(english.text).toContain('2 December 2024: ours, not the letter’s (test checkTermMonths)')
  })

  test('a councillor may not enter, a policy officer sees no check date form, nobody sees what is not there', async ({
    databases,
  }) => {
    const { desk, path, form, matters } = await begin(databases)
    expect((await desk.get('councillor', path)).status).toBe(403)
    const officer = await desk.get('policy-officer', path)
    expect(officer.html).not.toContain('<form id="controledatum"')
    expect(officer.html).toContain('<form id="nagekomen"')
    const extend = await form('verlengen', { '/extend/to': '1 mei 2025', '/extend/reason': 'Mijn reden' })
    await transact(databases.desk, testActor, (ctx) => assignTo(ctx, matters, accounts.clerk), testNow)
    const other = await desk.get('policy-officer', path)
    for (const one of ['nagekomen', 'verlengen', 'vervallen', 'verband'])
      expect(other.html).not.toContain(`<form id="${one}"`)
    expect(other.text).toContain('Dit is niet aan jou toegewezen.')
    const sent = await desk.post('policy-officer', path, extend)
    expect(sent.status).toBe(403)
    expect(sent.text).toContain('Dit is niet aan jou toegewezen.')
    expect(sent.text).toContain('Mijn reden')
    for (const wrong of ['999999', '0', 'x', '1234567890123'])
      expect((await desk.get('clerk', `/testdorp/bureau/toezeggingen/${wrong}`)).status, wrong).toBe(404)
  })
})

describe('the check date', () => {
  test('is chosen, or none is agreed; both can be undone', async ({ databases }) => {
    const { desk, path, send } = await begin(databases)
    const chosen = await send('controledatum', { '/check/choice': 'on', '/check/on': '3 maart 2025' })
    expect(chosen.location).toBe(`${path}?gedaan=check`)
    const page = await desk.get('clerk', chosen.location!)
    expect(page.text).toContain('Een controledatum gekozen. Ongedaan maken')
    expect(page.text).toContain('3 maart 2025: gekozen door de griffie, niet uit de brief')
    const undone = await desk.post('clerk', path, fieldsOf(page.html, 'value="ongedaan"'))
    expect(undone.status).toBe(303)
    expect((await desk.get('clerk', path)).text).toContain('2 december 2024: van ons')
    await send('controledatum', { '/check/choice': 'none' })
    expect((await desk.get('clerk', path)).text).toContain('Controledatum geen afgesproken')
  })

  test('half a date comes back as typed, with the error at its field and at the top', async ({
    databases,
  }) => {
    const { send } = await begin(databases)
    const again = await send('controledatum', { '/check/choice': 'on', '/check/on': '3 maa' })
    expect(again.status).toBe(422)
    expect(again.html).toContain('<title>Fout: Toezegging')
    expect(again.html).toContain('href="#v-check-on"')
    expect(inputOf(again, 'v-check-on')).toContain('value="3 maa"')
    expect(again.text).toContain('De dag: Dit is geen datum.')
    const early = await send('controledatum', { '/check/choice': 'on', '/check/on': '1-7-2024' })
    expect(early.text).toContain('De dag: Deze dag is te vroeg.')
  })
})

describe('keeping', () => {
  test('rests on a sentence of the letter, found without scripts', async ({ databases }) => {
    const { desk, path, form, document } = await begin(databases)
    const first = await form('nagekomen', {
      'evidence-document': String(document),
      'evidence-quote': announcement,
      action: 'evidence:find',
    })
    const found = await desk.post('clerk', path, first)
    expect(found.status).toBe(200)
    expect(found.text).toContain('Gekozen passages')
    const sent = await desk.post(
      'clerk',
      path,
      withFields(fieldsOf(found.html, 'value="nagekomen"'), { '/keep/how': 'kept' }),
    )
    expect(sent.location).toBe(`${path}?gedaan=keep`)
    const page = await desk.get('clerk', path)
    expect(page.text).toContain('Nagekomen op 12 september 2024')
    expect(page.html).not.toContain('<form id="nagekomen"')
  })

  test('without evidence, or with a sentence that is nowhere, keeps all that was typed', async ({
    databases,
  }) => {
    const { send, document } = await begin(databases)
    const none = await send('nagekomen', { '/keep/how': 'partly-kept', '/keep/reason': 'Alleen het hek' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Kies ten minste één passage')
    expect(none.html).toContain('>Alleen het hek</textarea>')
    const nowhere = await send('nagekomen', { '/keep/how': 'kept', 'evidence-quote': 'een brug van goud' })
    expect(nowhere.status).toBe(422)
    expect(nowhere.text).toContain('Deze zin staat niet in het gekozen stuk.')
    expect(nowhere.html).toContain('>een brug van goud</textarea>')
    const partly = await send('nagekomen', {
      '/keep/how': 'partly-kept',
      'evidence-document': String(document),
      'evidence-quote': announcement,
    })
    expect(partly.status).toBe(422)
    expect(partly.html).toContain('href="#v-keep-reason"')
    expect(partly.text).toContain('Toelichting: Vul dit in.')
  })
})

test('extending keeps the old day; lapsing needs a reason', async ({ databases }) => {
  const { desk, path, send } = await begin(databases)
  await send('verlengen', { '/extend/to': '1 mei 2025', '/extend/reason': 'De markt was leeg' })
  const page = await desk.get('clerk', path)
  expect(page.text).toContain('van 2 december 2024 naar 1 mei 2025, op 12 september 2024 De markt was leeg')
  expect(page.text).toContain('uiterlijk 1 mei 2025, na verlenging')
  const lapsed = await send('vervallen', { '/lapse/reason': '  ' })
  expect(lapsed.status).toBe(422)
  expect((await send('vervallen', { '/lapse/reason': 'Het park verdwijnt' })).status).toBe(303)
  expect((await desk.get('clerk', path)).text).toContain('Het park verdwijnt')
})

test('a relation is laid to another commitment of the same motion, or one that a search finds', async ({
  databases,
}) => {
  const { desk, path, form, send, commitment } = await begin(databases)
  const other = await begin(databases)
  const search = await desk.post(
    'clerk',
    path,
    await form('verband', { '/relate/search': 'plan banken', action: 'search', '/relate/kind': 'repeats' }),
  )
  expect(search.status).toBe(200)
  expect(search.html).toContain(`name="/relate/other" value="${other.commitment}"`)
  const nothing = await send('verband', { '/relate/kind': 'repeats' })
  expect(nothing.text).toContain('Welke toezegging? Vul dit in.')
  const done = await desk.post(
    'clerk',
    path,
    withFields(fieldsOf(search.html, 'value="verband"'), { '/relate/other': String(other.commitment) }),
  )
  expect(done.status).toBe(303)
  expect((await desk.get('clerk', path)).text).toContain('herhaalt een eerdere toezegging')
  const circle = await desk.post(
    'clerk',
    other.path,
    withFields(await other.form('verband', {}), {
      '/relate/kind': 'repeats',
      '/relate/other': String(commitment),
    }),
  )
  expect(circle.status).toBe(422)
  expect(circle.text).toContain('Kies een andere.')
})

describe('two people at once', () => {
  test('the second sees the step of the first, keeps what was typed, and sends it again', async ({
    databases,
  }) => {
    const { desk, path, form } = await begin(databases)
    const mine = await form('verlengen', { '/extend/to': '1 mei 2025', '/extend/reason': 'Gevraagd' })
    const theirs = await form('controledatum', { '/check/choice': 'on', '/check/on': '3 maart 2025' })
    expect((await desk.post('second-clerk', path, theirs)).status).toBe(303)
    const again = await desk.post('clerk', path, mine)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Intussen is er iets vastgelegd.')
    expect(again.text).toContain('Kanarie second-clerk, 12 september 2024: Een controledatum gekozen.')
    expect(again.html).toContain('>Gevraagd</textarea>')
    const sent = await desk.post('clerk', path, fieldsOf(again.html, 'value="verlengen"'))
    expect(sent.status).toBe(303)
    expect((await desk.get('clerk', path)).text).toContain('van 3 maart 2025 naar 1 mei 2025')
  })

  test('when the step is no longer possible, what was typed is still there to read', async ({
    databases,
  }) => {
    const { desk, path, form, send } = await begin(databases)
    const mine = await form('verlengen', { '/extend/to': '1 mei 2025', '/extend/reason': 'Mijn lange reden' })
    await send('vervallen', { '/lapse/reason': 'Het park verdwijnt' })
    const again = await desk.post('clerk', path, mine)
    expect(again.status).toBe(409)
    expect(again.text).toContain('Deze stap kan nu niet meer. Dit had je ingevuld:')
    expect(again.text).toContain('Mijn lange reden')
  })

  test('an official does not undo what somebody else did', async ({ databases }) => {
    const { desk, path, send } = await begin(databases)
    await send('verlengen', { '/extend/to': '1 mei 2025', '/extend/reason': 'Gevraagd' })
    expect((await desk.get('policy-officer', path)).html).not.toContain('<form id="ongedaan"')
    expect((await desk.get('second-clerk', path)).html).toContain('<form id="ongedaan"')
  })
})
