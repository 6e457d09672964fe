/** Many actions at once at the desk, as a browser without scripts would: pasted, mended, looked at, added. */
import { describe, expect } from 'vitest'
import { test, testActor } from '../../../../../test/database.ts'
import { deskSite } from '../../../../../test/desk-site.ts'
import { formOn } from '../../../../../test/forms.ts'
import { registerSample } from '../../../../../test/life.ts'
import type { Databases } from '../../../../db/connect.ts'
import { transact } from '../../../../db/transact.ts'
import { beginProgramme, loadTree, programmeReader } from '../../../../programme/index.ts'

const now = new Date('2024-09-12T10:00:00Z')
const base = '/testdorp/bureau/programma'
const path = `${base}/veilig-buiten/veel-acties`

async function begin(databases: Databases) {
  const sample = await transact(databases.desk, testActor, (ctx) => registerSample(ctx), now)
  for (const [title, slug] of [
    ['Veilig buiten', 'veilig-buiten'],
    ['Vroeger', 'vroeger'],
  ] as const) {
    await transact(
      databases.desk,
      testActor,
      (ctx) =>
        beginProgramme(ctx, {
          title,
          slug,
          startsOn: '2024-01-01',
          endsOn: '2025-12-31',
          pillars: [
            { kind: 'prevention', name: 'Voorkomen' },
            { kind: 'combating', name: 'Bestrijden' },
          ],
          matters: sample.matters,
        }),
      now,
    )
  }
  const desk = deskSite(databases, () => now)
  const get = (at = path) => desk.get('policy-officer', at)
  const send = (fields: URLSearchParams, step: string, at = path) =>
    desk.post('policy-officer', at, [...fields.entries(), ['step', step]])
  const paste = async (lines: string, step = 'kijk', at = path) => {
    const fields = formOn((await get(at)).html, 'regels')
    fields.set('lines', lines)
    return send(fields, step, at)
  }
  const tree = (slug = 'veilig-buiten') =>
    transact(databases.desk, testActor, (ctx) =>
      loadTree(programmeReader(ctx), { municipality: 'testdorp', slug }),
    )
  return { ...sample, desk, get, send, paste, tree }
}
let begun: ReturnType<typeof begin> | undefined
const site = (databases: Databases) => {
  begun ??= begin(databases)
  return begun
}
const head = 'Actie\tPijler\tEerste dag\tLaatste dag\tBegroting 2024\tVerzoek\tEerste mijlpaal'

describe('many actions', () => {
  test('of which some cells are not clear come back, each cell with what was typed; nothing is added', async ({
    databases,
  }) => {
    const at = await site(databases)
    const lines = `${head}\nBanken plaatsen\t1\tooit\t1-2-2026\t12,500\t1\tDe bank staat\nPaden\tBestrijden\t\t\t\t\t\n`
    const back = await at.paste(lines)
    expect(back.status).toBe(422)
    for (const text of [
      '1 regel vraagt nog een antwoord.',
      'Regel 2, Eerste dag: Dit is geen datum.',
      'Regel 2, Begroting 2024: Dit is geen bedrag.',
    ]) {
      expect(back.text).toContain(text)
    }
    const fields = formOn(back.html, 'regels')
    expect(fields.get('lines')).toBe(lines)
    expect(fields.get('cel-2-starts_on')).toBe('ooit')

    fields.set('cel-2-starts_on', '1-2-2024')
    fields.set('cel-2-budget_cents-2024', '12.500')
    const late = await at.send(fields, 'kijk')
    expect(late.text).toContain('Regel 2, Laatste dag: Deze dag ligt na het einde van het programma.')
    expect((await at.tree()).actions).toEqual([])
    const again = formOn(late.html, 'regels')
    again.set('cel-2-ends_on', '1 februari 2025')

    const looked = await at.send(again, 'kijk')
    expect(looked.status).toBe(200)
    for (const text of [
      'Twee acties kunnen erin. Er is nog niets veranderd.',
      '1 februari 2024 tot en met 1 februari 2025',
      '2024: € 12.500',
      'de vijver',
      'onbekend: wie doet het, verantwoordelijk, samen met',
    ]) {
      expect(looked.text.replaceAll('\u00a0', ' ')).toContain(text)
    }
    expect((await at.tree()).actions).toEqual([])

    const added = await at.send(formOn(looked.html, 'regels'), 'zet')
    expect(added.location).toBe(`${base}/veilig-buiten?gedaan=veel&aantal=2`)
    expect((await at.get(added.location!)).text).toContain('Twee acties staan erin.')
    expect((await at.tree()).actions).toMatchObject([
      {
        number: '1.1',
        title: 'Banken plaatsen',
        startsOn: '2024-02-01',
        endsOn: '2025-02-01',
        money: [{ year: 2024, budget: 12_500_00 }],
        milestones: [{ title: 'De bank staat', dueOn: null }],
        serves: [{ kind: 'matter', of: at.matters[0] }],
      },
      { number: '2.1', title: 'Paden', startsOn: null, money: [], milestones: [], serves: [] },
    ])
    const twice = await at.send(formOn(looked.html, 'regels'), 'zet')
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Alle acties staan al in het programma.')
  })

  test('that are there already are named, and only the new ones go in', async ({ databases }) => {
    const at = await site(databases)
    const looked = await at.paste('Actie;Pijler\nPaden;2\nHekken;2')
    expect(looked.text).toContain('Één actie staat al in het programma.')
    expect(looked.text).toContain('staat er al, als 2.1')
    await at.send(formOn(looked.html, 'regels'), 'zet')
    expect((await at.tree()).actions.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1.1 Banken plaatsen',
      '2.1 Paden',
      '2.2 Hekken',
    ])
  })

  test('begin with those of another programme, without its days and its money', async ({ databases }) => {
    const at = await site(databases)
    const other = `${base}/vroeger/veel-acties`
    expect((await at.get(other)).html).toContain(`${other}?van=veilig-buiten`)
    const page = await at.get(`${other}?van=veilig-buiten`)
    const added = await at.send(formOn(page.html, 'regels'), 'zet', other)
    expect(added.status).toBe(303)
    expect((await at.tree('vroeger')).actions).toMatchObject([
      {
        number: '1.1',
        title: 'Banken plaatsen',
        startsOn: null,
        endsOn: null,
        money: [],
        milestones: [{ title: 'De bank staat', dueOn: null }],
        serves: [],
      },
      { number: '2.1', title: 'Paden' },
      { number: '2.2', title: 'Hekken' },
    ])
  })

  test('have a sheet with the names of their columns, which the page reads back', async ({ databases }) => {
    const at = await site(databases)
    const sheet = await at.get(`${path}/rekenblad.csv`)
    expect(sheet.html.trim().split(';')).toContain('Begroting 2025')
    const looked = await at.paste(`${sheet.html.trim()}\nLampen;Voorkomen`)
    expect(looked.text).toContain('Één actie kan erin.')
    const english = await at.desk.get('policy-officer', `/en${path}/rekenblad.csv`)
    expect((await at.paste(`${english.html.trim()}\nLampen;Voorkomen`)).text).toContain('Één actie kan erin.')
  })

  test('can be begun one by one for a request that nothing works on', async ({ databases }) => {
    const at = await site(databases)
    const plan = await at.get(`${base}/veilig-buiten`)
    const key = `matter-${at.matters[1]}`
    const way = `${base}/veilig-buiten/nieuwe-actie?voor=${key}`
    expect(plan.html).toContain(`href="${way}"`)
    expect(formOn((await at.get(way)).html, 'actie').getAll('served')).toEqual([key])
  })
})
