/** Two people at one matter, and forms that come back: nothing typed is lost. */
import { describe, expect } from 'vitest'
import { test } from '../../../../test/database.ts'
import { formOn, hasForm, wordsOf } from '../../../../test/forms.ts'
import { announcement, words } from '../../../../test/life.ts'
import { fill, matterAddress, matterSite } from '../../../../test/matter-site.ts'
import { writePlace } from '../evidence/posted-evidence.ts'

describe('two clerks at one matter', () => {
  test('the second sees what the first did, keeps what they typed, and sends it again', async ({
    databases,
  }) => {
    const at = await matterSite(databases)
    const matter = at.matters[1]!
    at.today = '2024-07-25'
    const first = formOn((await at.get('clerk', matterAddress(matter))).html, 'tussenbericht')
    const second = formOn((await at.get('second-clerk', matterAddress(matter))).html, 'termijn')
    expect(
      (await at.send('clerk', matterAddress(matter), fill(first, { text: 'De banken zijn besteld.' })))
        .status,
    ).toBe(303)

    const late = await at.send(
      'second-clerk',
      matterAddress(matter),
      fill(second, { kind: 'day', notAfter: '1 oktober 2024', reason: 'Zo staat het in de brief.' }),
    )
    expect(late.status).toBe(409)
    const said = wordsOf(late.html, 'termijn')
    expect(said).toContain('Intussen veranderd')
    expect(said).toContain('25 juli 2024, Kanarie clerk: Tussenbericht.')
    expect(said).toContain('De banken zijn besteld.')
    const again = formOn(late.html, 'termijn')
    expect(again.get('notAfter')).toBe('1 oktober 2024')
    expect(again.get('reason')).toBe('Zo staat het in de brief.')
    expect((await at.send('second-clerk', matterAddress(matter), again)).status).toBe(303)
    expect(await at.matterNow(matter)).toMatchObject({ term_not_after: '2024-10-01', term_source: 'agreed' })
    expect(await at.stepsTaken(matter)).toEqual(['register', 'note-progress', 'agree-term'])
  })

  test('of two proposals at once one stands; what the other typed stays in view', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[1]!
    const [first, second] = await Promise.all(
      (['clerk', 'second-clerk'] as const).map(async (who) =>
        fill(formOn((await at.get(who, matterAddress(matter))).html, 'voorstellen'), {
          outcome: 'partly',
          explanation: `Uitleg van ${who}`,
        }),
      ),
    )
    const answers = await Promise.all([
      at.send('clerk', matterAddress(matter), first!),
      at.send('second-clerk', matterAddress(matter), second!),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const loser = answers.findIndex(({ status }) => status === 409)
    const { html } = answers[loser]!
    expect(wordsOf(html, 'voorstellen')).toContain('Intussen veranderd')
    expect(wordsOf(html, 'voorstellen')).toContain('Er wacht al een voorstel')
    expect(formOn(html, 'voorstellen').get('explanation')).toBe(
      `Uitleg van ${loser === 0 ? 'clerk' : 'second-clerk'}`,
    )
  })

  test('who made the proposal does not decide', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[1]!
    at.today = '2024-09-12'
    const pages = await Promise.all(
      (['clerk', 'second-clerk'] as const).map(
        async (who) => (await at.get(who, matterAddress(matter))).html,
      ),
    )
    const able = pages.filter((html) => hasForm(html, 'besluiten'))
    expect(able).toHaveLength(1)
    const other = pages.find((html) => !hasForm(html, 'besluiten'))!
    expect(wordsOf(other, 'besluiten')).toContain('Wie het voorstel deed, legt het besluit niet vast.')
  })
})

describe('nothing typed is lost', () => {
  test('a day that is none, and a sentence that stands nowhere', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    at.today = '2024-09-12'
    const typed = { outcome: 'partly', explanation: 'Twee van de drie.', on: 'gisteren' }
    const wrong = await at.take('clerk', matter, 'voorstellen', typed)
    expect(wrong.status).toBe(422)
    const back = formOn(wrong.html, 'voorstellen')
    expect(Object.fromEntries(Object.keys(typed).map((name) => [name, back.get(name)]))).toEqual(typed)
    expect(wordsOf(wrong.html, 'voorstellen')).toContain('Dag: Dit is geen datum.')

    const nowhere = await at.send(
      'clerk',
      matterAddress(matter),
      fill(back, { on: '', evidence: [], 'evidence-quote': 'Deze zin schreef niemand ooit.' }),
    )
    expect(nowhere.status).toBe(422)
    expect(formOn(nowhere.html, 'voorstellen').get('evidence-quote')).toBe('Deze zin schreef niemand ooit.')
    expect(formOn(nowhere.html, 'voorstellen').get('explanation')).toBe('Twee van de drie.')
    expect(wordsOf(nowhere.html, 'voorstellen')).toContain('Deze zin staat niet in het gekozen stuk.')
    expect(await at.matterNow(matter)).toMatchObject({ state: 'open' })
  })

  test('looking for a sentence keeps the rest of the form', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    const found = await at.take('clerk', matter, 'voorstellen', {
      explanation: 'Nog niet af.',
      evidence: [],
      'evidence-quote': 'Het college beschouwt de motie hiermee als afgedaan.',
      action: 'evidence:find',
    })
    expect(found.status).toBe(200)
    const form = formOn(found.html, 'voorstellen')
    expect(form.get('explanation')).toBe('Nog niet af.')
    expect(form.getAll('evidence')).toHaveLength(1)
  })

  test('an outcome that was not chosen is asked for', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    const answer = await at.take('clerk', matter, 'voorstellen', { outcome: [] })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.html, 'voorstellen')).toContain('Uitkomst: Vul dit in.')
  })
})

test('matters that share an answer are proposed in one go, or not at all', async ({ databases }) => {
  const at = await matterSite(databases)
  at.today = '2024-10-01'
  const [, second, third] = at.matters as [number, number, number]
  // The second waits: withdraw that one, so that it can go together with the third.
  expect((await at.take('clerk', second, 'intrekken', { reason: 'Samen met het hek.' })).status).toBe(303)
  const page = await at.get('clerk', matterAddress(third))
  const form = fill(formOn(page.html, 'voorstellen'), {
    outcome: 'partly',
    also: String(second),
    evidence: writePlace(words(at.document, announcement)),
  })
  expect(form.getAll('also')).toEqual([String(second)])
  // Meanwhile somebody else writes about the second.
  expect((await at.take('second-clerk', second, 'tussenbericht', { text: 'Er is geld.' })).status).toBe(303)
  const refused = await at.send('clerk', matterAddress(third), form)
  expect(refused.status).toBe(409)
  expect(await at.matterNow(third)).toMatchObject({ state: 'open' })
  expect(wordsOf(refused.html, 'voorstellen')).toContain('Er is geld.')
  const again = formOn(refused.html, 'voorstellen')
  expect(again.getAll('also')).toEqual([String(second)])
  expect((await at.send('clerk', matterAddress(third), again)).status).toBe(303)
  expect(await at.matterNow(second)).toMatchObject({ state: 'proposed' })
  expect(await at.matterNow(third)).toMatchObject({ state: 'proposed' })
})
