/** The course of a matter over HTTP, from open to settled and back, without scripts. */
import { describe, expect } from 'vitest'
import { test } from '../../../../test/database.ts'
import { formOn, hasForm, wordsOf } from '../../../../test/forms.ts'
import { accounts, announcement, words } from '../../../../test/life.ts'
import { fill, matterAddress, matterSite } from '../../../../test/matter-site.ts'
import { wordsIn } from '../../../words/index.ts'
import { writePlace } from '../evidence/posted-evidence.ts'

const { life } = wordsIn('nl')

describe('from an open matter to a settled one, and back', () => {
  test('assigned, proposed, objected to, held, decided, reopened, undone', async ({ databases }) => {
    const at = await matterSite(databases)
    const matter = at.matters[0]!
    const evidence = writePlace(words(at.document, announcement))

    const owner = await at.take('clerk', matter, 'eigenaar', { official: 'Kanarie Ambtenaar' })
    expect(owner.status).toBe(303)
    expect(owner.location).toBe(`${matterAddress(matter)}?gedaan=eigenaar#gedaan`)
    // Somebody who signs in, so that it is theirs to work on.
    await at.inDatabase((ctx) =>
      ctx.tx
        .updateTable('council.matter_official')
        .set({ account_id: accounts['policy-officer'] })
        .where('municipality', '=', 'testdorp')
        .where('matter_id', '=', matter)
        .execute(),
    )

    const open = await at.get('policy-officer', matterAddress(matter))
    expect(wordsOf(open.html)).toContain(`Schakel stelt voor: ${life.outcome.announced}.`)
    const offered = formOn(open.html, 'voorstellen')
    expect(offered.get('outcome'), 'what Schakel suggests is filled in').toBe('announced')
    expect(offered.getAll('evidence'), 'with the words of the announcement').toEqual([evidence])
    const proposed = await at.send(
      'policy-officer',
      matterAddress(matter),
      fill(offered, { explanation: 'Het plan komt na de zomer.' }),
    )
    expect(proposed.status).toBe(303)
    expect(await at.matterNow(matter)).toMatchObject({ state: 'proposed' })

    at.today = '2024-07-10'
    const councillor = await at.get('councillor', matterAddress(matter))
    expect(wordsOf(councillor.html)).toContain('bezwaar maken tot en met 22 juli 2024')
    expect(wordsOf(councillor.html)).not.toContain('Kanarie')
    const objected = await at.take('councillor', matter, 'bezwaar', { reason: 'Er staat nog geen bank.' })
    expect(objected.status).toBe(303)

    at.today = '2024-07-11'
    expect((await at.take('clerk', matter, 'aanhouden', { reason: 'Eerst een gesprek.' })).status).toBe(303)
    const early = await at.get('clerk', matterAddress(matter))
    expect(hasForm(early.html, 'besluiten')).toBe(false)
    expect(wordsOf(early.html, 'besluiten')).toContain('kunnen tot en met 22 juli 2024 bezwaar maken')
    expect(wordsOf(early.html, 'besluiten')).toContain(
      'de raad besluit, op voorstel van het college'.slice(1),
    )

    at.today = '2024-07-23'
    const silent = await at.take('second-clerk', matter, 'besluiten', {
      verdict: 'accept',
      on: '22 juli 2024',
    })
    expect(silent.status, 'on the last day of the window nobody decides').toBe(409)
    const wrong = await at.take('second-clerk', matter, 'besluiten', { verdict: 'accept' })
    expect(wrong.status).toBe(422)
    expect(wordsOf(wrong.html, 'besluiten')).toContain('Openbare reden: Vul dit in.')
    expect(formOn(wrong.html, 'besluiten').get('verdict')).toBe('accept')
    const decided = await at.send(
      'second-clerk',
      matterAddress(matter),
      fill(formOn(wrong.html, 'besluiten'), { reason: 'De raad wacht het plan af.' }),
    )
    expect(decided.status).toBe(303)
    expect(await at.matterNow(matter)).toMatchObject({ state: 'settled', outcome: 'announced' })

    at.today = '2024-07-24'
    const settled = await at.get('clerk', matterAddress(matter))
    expect(wordsOf(settled.html, 'nog-niet-lijst')).toContain('Dit onderdeel is afgedaan. Heropen het eerst.')
    expect(wordsOf(settled.html, 'nog-niet-lijst')).toContain('Een besluit kun je niet ongedaan maken')
    const reopened = await at.take('clerk', matter, 'heropenen', {
      cause: 'by-hand',
      reason: 'De raad vroeg het opnieuw.',
    })
    expect(reopened.status).toBe(303)
    expect(await at.matterNow(matter)).toMatchObject({ state: 'reopened', outcome: null })

    const after = await at.get('clerk', `${matterAddress(matter)}?gedaan=heropenen`)
    expect(wordsOf(after.html, 'gedaan')).toContain('Het onderdeel is heropend.')
    expect(wordsOf(after.html, 'ongedaan')).toContain('Dit neemt terug:')
    expect((await at.take('clerk', matter, 'ongedaan')).status).toBe(303)
    expect(await at.matterNow(matter)).toMatchObject({ state: 'settled', outcome: 'announced' })
    expect(await at.stepsTaken(matter)).toEqual([
      'register',
      'assign',
      'propose',
      'object',
      'hold',
      'accept',
      'reopen',
      'undo',
    ])

    const corrected = await at.take('clerk', matter, 'verbeteren', {
      outcome: 'not',
      reason: 'Verkeerd overgenomen uit de besluitenlijst.',
    })
    expect(corrected.status).toBe(303)
    expect(await at.matterNow(matter)).toMatchObject({ state: 'settled', outcome: 'not' })
    const page = wordsOf((await at.get('clerk', matterAddress(matter))).html)
    expect(page).toContain('Dit besluit kwam in de plaats van een eerder besluit.')
    expect(page).toContain(life.matterStep.accept('announced', null))
  })
})
