/** "Mijn moties" and "Mijn termijnen": what someone finds first at their desk. */
import { describe, expect } from 'vitest'
import { test } from '../../../../test/database.ts'
import { wordsOf } from '../../../../test/forms.ts'
import { accounts, announcement, words } from '../../../../test/life.ts'
import { matterAddress, matterSite } from '../../../../test/matter-site.ts'
import { addCouncillor, linkAccount } from '../../../council/index.ts'
import { wordsIn } from '../../../words/index.ts'
import { writePlace } from '../evidence/posted-evidence.ts'

const { life } = wordsIn('nl')
const home = '/testdorp/bureau'

describe('a councillor', () => {
  test('sees their own motions, what may be objected to and until when', async ({ databases }) => {
    const at = await matterSite(databases)
    at.today = '2024-07-08'
    const quiet = wordsOf((await at.get('councillor', home)).html)
    expect(quiet).toContain('1 motie van Bram Lindeboom.')
    expect(quiet).toContain('Er wacht nu niets op jou.')
    expect(quiet).toContain(`3 ${life.state.open}`)
    expect(quiet).toContain('Controledatum 2 december 2024, van ons, niet uit de brief.')

    const matter = at.matters[0]!
    const evidence = writePlace(words(at.document, announcement))
    expect((await at.take('clerk', matter, 'voorstellen', { outcome: 'announced', evidence })).status).toBe(
      303,
    )
    const waiting = await at.get('councillor', home)
    expect(wordsOf(waiting.html)).toContain('Je kunt bezwaar maken tot en met 22 juli 2024.')
    expect(waiting.html).toContain(`${matterAddress(matter)}#bezwaar`)
    expect(wordsOf(waiting.html)).toContain(`1 ${life.state.proposed} en 2 ${life.state.open}`)

    at.today = '2024-07-23'
    expect(wordsOf((await at.get('councillor', home)).html)).toContain('Er wacht nu niets op jou.')
  })

  test('who submitted nothing sees the motions of their party, and is told so', async ({ databases }) => {
    const at = await matterSite(databases)
    at.today = '2024-07-10'
    await at.inDatabase(async (ctx) => {
      const person = await addCouncillor(ctx, {
        name: 'Mirjam Proeve',
        memberships: [{ party: 'Dorpsbelang', from: '2022-03-30', to: null }],
      })
      await linkAccount(ctx, { account: accounts.councillor, person })
    })
    const page = wordsOf((await at.get('councillor', home)).html)
    expect(page).toContain('Daarom zie je hier 1 motie van Dorpsbelang.')
    expect(page).toContain('Banken in het park')
    expect(page, 'only a submitter objects').toContain('Er wacht nu niets op jou.')
  })
})

describe('a portfolio holder', () => {
  test('sees their terms: late, near, later, and without', async ({ databases }) => {
    const at = await matterSite(databases)
    at.today = '2024-06-20'
    expect(wordsOf((await at.get('portfolio-holder', home)).html), 'nobody linked them yet').toContain(
      'Schakel weet nog niet welk lid van het college je bent.',
    )
    const [first, second, third] = at.matters as [number, number, number]
    const person = await at.inDatabase(async (ctx) => {
      const id = await addCouncillor(ctx, { name: 'Ada Bestuur', memberships: [] })
      await linkAccount(ctx, { account: accounts['portfolio-holder'], person: id })
      return id
    })
    expect(wordsOf((await at.get('portfolio-holder', home)).html)).toContain(
      'Er staan geen open onderdelen op jouw naam.',
    )
    for (const matter of [first, second, third]) {
      await at.take('clerk', matter, 'eigenaar', { portfolioHolder: String(person) })
    }
    await at.take('clerk', third, 'termijn', { kind: 'none', reason: 'Zo afgesproken.' })
    await at.take('clerk', second, 'termijn', {
      kind: 'day',
      notAfter: '1 december 2024',
      reason: 'Na de zomer.',
    })
    const near = wordsOf((await at.get('portfolio-holder', home)).html)
    expect(near).toContain('3 open onderdelen op jouw naam.')
    const order = ['Binnen vier weken', 'De vijver', 'Later', 'De speeltuin', 'Zonder termijn', 'Het hek']
    expect(order.map((word) => near.indexOf(word))).toEqual(
      order.map((word) => near.indexOf(word)).sort((a, b) => a - b),
    )
    expect(order.every((word) => near.includes(word))).toBe(true)
    at.today = '2024-09-12'
    const late = wordsOf((await at.get('portfolio-holder', home)).html)
    expect(late).toContain('Over de termijn')
    expect(late).toContain('70 dagen te laat')
    expect(late).toContain('In deze gemeente besluit het college niet over een afdoening')
  })
})
