import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { root } from '../src/root.ts'
import { test } from '../test/browser.ts'
import { asFile, field, findingsOnWholePage, newLetter, signInAsClerk, uploadAndOpen } from './clerk.ts'

const request = '/motions/0/requests/0'
const passage = (page: Page, text: string) => page.locator('mark', { hasText: text }).last()

/** From a file to its public dossier: check, split a request in two, register, follow. */
async function walk(page: Page, format: 'txt' | 'pdf' | 'docx', look: (page: Page) => Promise<void>) {
  const { paper, title, subject } = newLetter()
  const desk = await signInAsClerk(page)
  await look(page)
  await uploadAndOpen(page, desk, await asFile(paper, format), subject)
  await look(page)

  expect(await field(page, '/letter/date').inputValue()).toBe('30 juni 2020')
  expect(await field(page, '/letter/subject').inputValue()).toBe(subject)
  expect(await field(page, '/motions/0/title').inputValue()).toBe(title)
  expect(await field(page, '/motions/0/date').inputValue()).toBe('14 mei 2020')
  const parts = ['huisvesting', '(om)scholing', 'schuldhulpverlening', 'werk']
  for (const [i, part] of parts.entries()) {
    expect(await field(page, `${request}/parts/${i}/text`).inputValue()).toBe(part)
  }
  await page.getByText('De afdoening steunt alleen op een aankondiging.').waitFor()

  await field(page, `${request}/text`).fill(
    'bij de uitwerking van de kadernota na te gaan hoe bewoners beter begeleid kunnen worden\n\n' +
      'op het gebied van huisvesting, (om)scholing, schuldhulpverlening en werk',
  )
  await field(page, '/letter/unit').evaluate((element) =>
    element.closest('details')?.setAttribute('open', ''),
  )
  await field(page, '/letter/unit').fill('Productgroep Herstel')
  await page.getByRole('button', { name: 'Splitsen' }).click()
  await page.getByRole('heading', { name: 'Verzoek 2, in vier delen' }).waitFor()
  expect(await field(page, '/letter/unit').inputValue()).toBe('Productgroep Herstel')
  expect(await field(page, '/motions/0/requests/1/text').inputValue()).toMatch(/^op het gebied van/)
  await page.getByLabel('Deze motie staat nog niet in het register').check()

  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor()
  await look(page)
  await page.getByRole('link', { name: /^Naar het dossier/ }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const dossier = await page.locator('main').innerText()
  expect(dossier).toContain('na te gaan hoe bewoners beter begeleid kunnen worden')
  expect(dossier).toContain('schuldhulpverlening')
  expect(await page.content()).not.toContain('Jorrit van der Plaats')
}

const accessible = async (page: Page) => expect(await findingsOnWholePage(page)).toEqual([])

describe('from a file to its public dossier', () => {
  test('PDF, and every page on the way is accessible', async ({ page }) => {
    await walk(page, 'pdf', accessible)
  })
  test('Word', async ({ page }) => walk(page, 'docx', async () => {}))
  test('text, on a small screen', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await walk(page, 'txt', async (now) => {
      const wide = await now.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, now.url()).toBeLessThanOrEqual(0)
    })
  })
  test('PDF without scripts', async ({ newPage }) => {
    await walk(await newPage({ javaScriptEnabled: false }), 'pdf', async () => {})
  })
})

describe('document and fields', () => {
  test('a click on either shows the other', async ({ page }) => {
    const { paper, subject } = newLetter()
    await uploadAndOpen(page, await signInAsClerk(page), await asFile(paper, 'txt'), subject)
    await field(page, '/letter/date').focus()
    await page.locator('mark[data-current]', { hasText: '30 juni 2020' }).waitFor()
    await passage(page, 'schuldhulpverlening').click()
    const focused = page.locator(':focus')
    expect(await focused.getAttribute('name')).toBe(`${request}/parts/2/text`)
    await passage(page, 'Maatschappelijke Ontwikkeling').click()
    expect(await focused.getAttribute('name')).toBe('/letter/department')
    expect(await focused.isVisible()).toBe(true)
  })

  test('also without scripts', async ({ newPage }) => {
    const page = await newPage({ javaScriptEnabled: false })
    const { paper, subject } = newLetter()
    await uploadAndOpen(page, await signInAsClerk(page), await asFile(paper, 'txt'), subject)
    await page
      .locator('.schakel-field', { has: field(page, '/letter/date') })
      .getByRole('link')
      .click()
    expect(await page.locator('mark:target').innerText()).toContain('30 juni 2020')
    await page.locator('mark:target a').click()
    expect(await page.locator(':target input').getAttribute('name')).toBe('/letter/date')
  })
})

describe('leaving and coming back', () => {
  test('keeps what was typed, half a date too', async ({ page, newPage, expected }) => {
    expected.push(/422/)
    const { paper, subject } = newLetter()
    const review = await uploadAndOpen(page, await signInAsClerk(page), await asFile(paper, 'txt'), subject)
    await field(page, '/letter/reference').fill('MOW/1')
    await field(page, '/letter/date').fill('30 jun')
    await page.getByText(/^Alles is bewaard, \d\d\.\d\d uur$/).waitFor()
    await field(page, '/letter/addressee').fill('de raad')
    await page.goto('about:blank')

    const later = await newPage()
    await signInAsClerk(later)
    await later.goto(review)
    expect(await field(later, '/letter/reference').inputValue()).toBe('MOW/1')
    expect(await field(later, '/letter/date').inputValue()).toBe('30 jun')
    expect(await field(later, '/letter/addressee').inputValue()).toBe('de raad')

    await later.getByRole('button', { name: 'Vastleggen' }).click()
    await later.getByRole('heading', { name: 'Dit moet nog anders' }).waitFor()
    expect(await later.title()).toMatch(/^Fout: /)
    expect(await later.locator(':focus').getAttribute('id')).toBe('fouten')
    expect(await findingsOnWholePage(later)).toEqual([])
    await later.getByRole('link', { name: /^Datum: Dit is geen datum/ }).click()
    expect(await later.locator(':focus').getAttribute('name')).toBe('/letter/date')
    expect(await later.locator(':focus').inputValue()).toBe('30 jun')
  })

  test('without scripts, with Later verder', async ({ newPage }) => {
    const page = await newPage({ javaScriptEnabled: false })
    const { paper, subject } = newLetter()
    const review = await uploadAndOpen(page, await signInAsClerk(page), await asFile(paper, 'txt'), subject)
    await field(page, '/letter/reference').fill('MOW/2')
    await page.getByRole('button', { name: 'Later verder' }).click()
    await page.getByRole('heading', { name: 'Post', exact: true }).waitFor()
    await page.getByRole('link', { name: `Verder nakijken: ${subject}` }).click()
    expect(new URL(page.url()).pathname).toBe(review)
    expect(await field(page, '/letter/reference').inputValue()).toBe('MOW/2')
  })
})

describe('two clerks at once', () => {
  test('lose nothing: changes are joined, differences shown', async ({ newPage }) => {
    const [one, other] = [
      await newPage({ javaScriptEnabled: false }),
      await newPage({ javaScriptEnabled: false }),
    ]
    const { paper, subject } = newLetter()
    const review = await uploadAndOpen(one, await signInAsClerk(one), await asFile(paper, 'txt'), subject)
    await signInAsClerk(other, 1)
    await other.goto(review)

    await field(one, '/letter/reference').fill('kenmerk van de een')
    await field(one, '/letter/place').evaluate((element) =>
      element.closest('details')?.setAttribute('open', ''),
    )
    await field(one, '/letter/place').fill('Oudehaven')
    await one.getByRole('button', { name: 'Later verder' }).click()

    await field(other, '/letter/reference').fill('kenmerk van de ander')
    await field(other, '/letter/addressee').fill('de raad')
    await other.getByRole('button', { name: 'Vastleggen' }).click()
    await other.getByText(/wijzigingen zijn samengevoegd/).waitFor()
    expect(await field(other, '/letter/place').inputValue()).toBe('Oudehaven')
    expect(await field(other, '/letter/addressee').inputValue()).toBe('de raad')
    expect(await field(other, '/letter/reference').inputValue()).toBe('kenmerk van de ander')
    await other.getByText('vulde in: kenmerk van de een').waitFor()
    await other.getByRole('button', { name: 'Neem dit over' }).click()
    expect(await field(other, '/letter/reference').inputValue()).toBe('kenmerk van de een')
    expect(await other.getByRole('button', { name: 'Neem dit over' }).count()).toBe(0)
  })

  test('who types while another saves hears of it', async ({ page, newPage }) => {
    const { paper, subject } = newLetter()
    const review = await uploadAndOpen(page, await signInAsClerk(page), await asFile(paper, 'txt'), subject)
    const other = await newPage()
    await signInAsClerk(other, 1)
    await other.goto(review)
    await field(other, '/letter/reference').fill('eerst')
    await other.getByText(/^Alles is bewaard/).waitFor()
    await field(page, '/letter/reference').fill('later')
    await page.getByRole('link', { name: 'Bekijk de verschillen' }).click()
    await page.getByText('vulde in: eerst').waitFor()
    expect(await field(page, '/letter/reference').inputValue()).toBe('later')
    expect(await findingsOnWholePage(page)).toEqual([])
  })
})

describe('who may come here', () => {
  test('nobody without signing in, neither to the post nor to an original', async ({ page }) => {
    const desk = await signInAsClerk(page)
    await page.getByRole('button', { name: 'Afmelden' }).click()
    for (const path of ['', '/post/1', '/post/1/origineel']) {
      await page.goto(desk + path)
      expect(new URL(page.url()).pathname, path).toBe('/aanmelden')
    }
  })
})

const realLetter = join(root, '../shared/letters/afdoening-motie-h4.txt')
const here = existsSync(realLetter)
describe(`the letter with which it began${here ? '' : ': skipped, ../shared is not beside this checkout'}`, () => {
  test.runIf(here)('goes the whole way, and its people stay private', async ({ page }) => {
    const expected = JSON.parse(readFileSync(realLetter.replace(/txt$/, 'expected.json'), 'utf8'))
    const desk = await signInAsClerk(page)
    const { subject } = expected.letter
    const file = { name: 'brief.txt', mimeType: 'text/plain', buffer: readFileSync(realLetter) }
    await uploadAndOpen(page, desk, file, subject)
    const [motion] = expected.motions
    expect(await field(page, '/letter/date').inputValue()).toBe('2 juli 2019')
    expect(await field(page, '/letter/reference').inputValue()).toBe(expected.letter.reference)
    expect(await field(page, '/motions/0/title').inputValue()).toBe(motion.title)
    expect(await field(page, '/motions/0/date').inputValue()).toBe('4 april 2019')
    expect(await field(page, '/motions/0/outcome').inputValue()).toBe('adopted')
    for (const [i, part] of motion.requests[0].parts.entries()) {
      expect(await field(page, `${request}/parts/${i}/text`).inputValue()).toBe(part.text)
      expect(await field(page, `${request}/parts/${i}/domain`).inputValue()).toBe(part.domain)
    }
    expect(await field(page, '/claims/0/claim').inputValue()).toBe('settled')
    expect(await field(page, '/claims/0/basis').inputValue()).toBe('announced')
    await page.getByText('Brief en motie dragen hetzelfde registernummer.').waitFor()
    expect(await findingsOnWholePage(page)).toEqual([])
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByRole('link', { name: /^Naar het dossier/ }).click()
    await page.getByRole('heading', { level: 1, name: motion.title }).waitFor()
    const pages = [await page.content()]
    await page.goBack()
    await page.getByRole('link', { name: 'Naar het openbare stuk' }).click()
    await page.getByText(motion.title).first().waitFor()
    pages.push(await page.content())
    for (const { text } of expected.personalData) for (const html of pages) expect(html).not.toContain(text)
  })
})
