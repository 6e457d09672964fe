/** Pages of the desk in other languages and themes, and what wants attention there. */
import { describe, expect } from 'vitest'
import { test } from '../test/browser.ts'
import { asFile, findingsOnWholePage, newLetter, signInAsClerk, signInTo, uploadAndOpen } from './clerk.ts'

describe('in English, and in the colours of each town', () => {
  test('inbox, review, removal and a registered document are accessible', async ({ newPage }) => {
    const counting = await newPage()
    await counting.goto('/aanmelden')
    const clerks = counting.locator('form', { hasText: 'griffie' })
    const themes = new Set<string | null>()
    for (let which = 0; which < (await clerks.count()); which++) {
      const page = await newPage()
      await page.goto('/aanmelden')
      await page.locator('form', { hasText: 'griffie' }).nth(which).getByRole('button').click()
      await page.waitForURL(/\/bureau$/)
      const theme = await page.locator('body').getAttribute('class')
      if (themes.has(theme)) continue
      themes.add(theme)
      const desk = `/en${new URL(page.url()).pathname}`
      const { paper, subject } = newLetter()
      await page.goto(`${desk}/post`)
      await page.getByLabel('Choose one or more files').setInputFiles([await asFile(paper, 'txt')])
      await page.getByRole('button', { name: 'Read', exact: true }).click()
      await page.waitForURL(/\?nieuw=/)
      const first = themes.size === 1
      if (first) expect(await findingsOnWholePage(page), `${theme} inbox`).toEqual([])
      await page.getByRole('link', { name: subject, exact: true }).click()
      await page.getByRole('heading', { name: 'Is this right?' }).waitFor()
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      expect(await findingsOnWholePage(page), `${theme} review`).toEqual([])
      if (!first) continue
      await page.getByRole('link', { name: 'Remove this document' }).click()
      await page.getByRole('heading', { name: 'Remove this document?' }).waitFor()
      expect(await findingsOnWholePage(page), `${theme} removal`).toEqual([])
      await page.goto(`${desk}/post`)
      const registered = page.getByRole('link', { name: /^View/ })
      // A town that begins has nothing registered yet.
      if ((await registered.count()) === 0) continue
      await registered.first().click()
      await page.getByRole('link', { name: 'To the public document' }).waitFor()
      expect(await findingsOnWholePage(page), `${theme} registered`).toEqual([])
    }
    expect(themes.size).toBeGreaterThan(1)
  })
})

describe('what wants attention', () => {
  for (const [town, theme, language] of [
    ['Waterstad', 'schakel-theme', ''],
    ['Duinrode', 'ma-theme', '/en'],
  ] as const) {
    test(`the day, a commitment and a letter’s coverage are accessible, ${theme}`, {
      timeout: 240_000,
    }, async ({ page }) => {
      await signInTo(page, town, 'griffie')
      expect(await page.locator('body').getAttribute('class')).toBe(theme)
      const here = new URL(page.url()).pathname
      const link = async (from: string, part: string) => {
        await page.goto(from)
        const found = await page.locator(`main a[href*="${part}"]`).first().getAttribute('href')
        expect(found, `${from} has no link with ${part}`).not.toBe(null)
        return found as string
      }
      const commitment = await link(here, '/bureau/toezeggingen/')
      const coverage = await link(`${here}/post`, '/dekking')
      for (const path of [here, commitment, coverage]) {
        const address = `${language}${path}`
        await page.goto(address)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(wide, `${address} at ${width}`).toBeLessThanOrEqual(0)
        }
        expect(await findingsOnWholePage(page), address).toEqual([])
      }
    })
  }

  test('an official’s matters are accessible', async ({ page }) => {
    await signInTo(page, 'Waterstad', 'beleidsmedewerker')
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await findingsOnWholePage(page)).toEqual([])
    }
  })

  test('from the day to a kept commitment and back, without scripts', async ({ newPage }) => {
    const page = await newPage({ javaScriptEnabled: false })
    const { paper, subject } = newLetter()
    const desk = await signInAsClerk(page)
    await uploadAndOpen(page, desk, await asFile(paper, 'txt'), subject)
    await page.getByLabel('Deze motie staat nog niet in het register').check()
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByRole('link', { name: 'Bekijk wat de brief beantwoordt' }).click()
    await page.getByRole('heading', { name: 'Wat de brief beantwoordt' }).waitFor()
    const promised = await page.locator('main q').first().innerText()
    expect(promised.length).toBeGreaterThan(10)
    await page.locator('main h2 a').first().click()
    await page.locator('main a[href*="/bureau/toezeggingen/"]').first().click()
    const commitment = page.url()
    await page.getByRole('radio', { name: 'Ja, het is nagekomen' }).check()
    await page.getByLabel('De zin uit het stuk').fill('dit staat nergens in de brief')
    await page.getByRole('button', { name: 'Zoek de zin' }).click()
    await page.getByRole('link', { name: /Deze zin staat niet in het gekozen stuk/ }).waitFor()
    expect(await page.getByLabel('De zin uit het stuk').inputValue()).toBe('dit staat nergens in de brief')
    await page.getByLabel('De zin uit het stuk').fill(promised.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    await page.getByRole('button', { name: 'Zoek de zin' }).click()
    expect(await page.getByRole('radio', { name: 'Ja, het is nagekomen' }).isChecked()).toBe(true)
    await page.locator('#nagekomen').getByRole('button', { name: 'Vastleggen' }).click()
    const done = page.getByRole('status')
    await done.getByText('Vastgelegd als nagekomen.').waitFor()
    await done.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('De vorige stap ongedaan gemaakt.').first().waitFor()
    expect(page.url().split('?')[0]).toBe(commitment.split('?')[0])
  })
})
