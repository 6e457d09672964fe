/** Who may see a matter, and take which step. */
import { describe, expect } from 'vitest'
import { test } from '../../../../test/database.ts'
import { hasForm, wordsOf } from '../../../../test/forms.ts'
import { announcement, words } from '../../../../test/life.ts'
import { type MatterSite, matterAddress, matterSite, type Someone } from '../../../../test/matter-site.ts'
import { writePlace } from '../evidence/posted-evidence.ts'

describe('who may see and do what', () => {
  type Row = [who: Someone, anchor: string, expected: number]
  const fields = (at: MatterSite, matter: number, anchor: string): URLSearchParams =>
    new URLSearchParams({
      step: anchor,
      [`version/${matter}`]: '1',
      reason: 'Een reden.',
      text: 'Zo staat het.',
      kind: 'none',
      outcome: 'partly',
      evidence: writePlace(words(at.document, announcement)),
      cause: 'by-hand',
      verdict: 'accept',
      proposal: '1',
      submitter: '0',
    })
  const steps = ['starten', 'eigenaar', 'termijn', 'tussenbericht', 'voorstellen']
  const later = ['intrekken', 'aanhouden', 'heropenen']
  // Refused by the state (409) is not refused by the role (403): the first says that the step is theirs.
  const rows: Row[] = [
    ...steps.flatMap((step): Row[] => [
      ['councillor', step, 403],
      ['policy-officer', step, 403],
    ]),
    ...later.flatMap((step): Row[] => [
      ['councillor', step, 403],
      ['policy-officer', step, 403],
      ['portfolio-holder', step, 409],
      ['clerk', step, 409],
    ]),
    ['portfolio-holder', 'bezwaar', 403],
    ['policy-officer', 'bezwaar', 403],
    ['councillor', 'bezwaar', 409],
    ['clerk', 'bezwaar', 409],
    ['councillor', 'besluiten', 409],
    ['policy-officer', 'besluiten', 403],
    ['councillor', 'ongedaan', 409],
    ['clerk', 'ongedaan', 409],
    ['clerk', 'onbekend', 404],
  ]
  test.for(rows)('%s takes the step %s: %i', async ([who, anchor, expected], { databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    at.today = '2024-09-12'
    const answer = await at.send(who, matterAddress(matter), fields(at, matter, anchor))
    expect(answer.status).toBe(expected)
    expect(await at.stepsTaken(matter)).toEqual(['register'])
  })

  test('all roles read; only what is theirs is offered', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    const motion = '/testdorp/bureau/moties/2024/h-4-banken-in-het-park'
    for (const who of ['clerk', 'councillor', 'portfolio-holder', 'policy-officer'] as const) {
      expect((await at.get(who, matterAddress(matter))).status, who).toBe(200)
      expect((await at.get(who, motion)).status, who).toBe(200)
      expect((await at.get(who, '/testdorp/bureau')).status, who).toBe(200)
    }
    const councillor = (await at.get('councillor', motion)).html
    expect(councillor).not.toContain('Kanarie')
    expect(hasForm((await at.get('policy-officer', matterAddress(matter))).html, 'voorstellen')).toBe(false)
    expect(wordsOf((await at.get('policy-officer', matterAddress(matter))).html)).toContain(
      'Dit onderdeel is niet aan jou toegewezen.',
    )
    expect(hasForm((await at.get('portfolio-holder', matterAddress(matter))).html, 'voorstellen')).toBe(true)
    expect((await at.get('clerk', matterAddress(999_999))).status).toBe(404)
    expect((await at.get('clerk', '/testdorp/bureau/onderdelen/x')).status).toBe(404)
  })

  test('what an official typed is still there when the matter was given to another meanwhile', async ({
    databases,
  }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    const form = fields(at, matter, 'tussenbericht')
    form.set('text', 'Een lang bericht dat niemand wil overtikken.')
    const answer = await at.send('policy-officer', matterAddress(matter), form)
    expect(answer.status).toBe(403)
    expect(wordsOf(answer.html)).toContain('Dit is niet aan jou toegewezen.')
    expect(answer.html).toContain('>Een lang bericht dat niemand wil overtikken.</textarea>')
    expect(await at.stepsTaken(matter)).toEqual(['register'])
  })

  test('a step for a matter of another motion is not smuggled in', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[2]!
    const form = fields(at, matter, 'voorstellen')
    form.append('also', '999999')
    expect((await at.send('clerk', matterAddress(matter), form)).status).toBe(404)
    expect(await at.stepsTaken(matter)).toEqual(['register'])
  })
})
