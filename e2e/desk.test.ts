import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { root } from '../src/root.ts'
import { test } from '../test/browser.ts'
import { emptyFile, encryptedPdf, pngNamedPdf, scannedPdf } from '../test/fixtures/bad-documents.ts'
import {
  asFile,
  badFile,
  findingsOnWholePage,
  newLetter,
  signInAsClerk,
  signInTo,
  upload,
  uploadAndOpen,
} from './clerk.ts'

const field = (page: Page, pointer: string) => page.locator(`[name="${pointer}"]`).last()
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

describe('files', () => {
  test('the same one twice leads to the first', async ({ page }) => {
    const { paper, subject } = newLetter()
    const desk = await signInAsClerk(page)
    const file = await asFile(paper, 'txt')
    const review = await uploadAndOpen(page, desk, file, subject)
    await upload(page, desk, [{ ...file, name: 'andere-naam.txt' }])
    await page.getByText('was er al. Het is niet opnieuw opgeslagen.').waitFor()
    await page.getByRole('link', { name: 'Naar het stuk dat er al was' }).click()
    expect(new URL(page.url()).pathname).toBe(review)
  })

  for (const javaScriptEnabled of [true, false]) {
    test(`bad ones are explained, good ones kept, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      newPage,
    }) => {
      const page = await newPage({ javaScriptEnabled })
      const { paper, subject } = newLetter()
      const desk = await signInAsClerk(page)
      const bad = [encryptedPdf(), emptyFile(), pngNamedPdf()]
      const tag = javaScriptEnabled ? 'met' : 'zonder'
      await upload(page, desk, [
        ...bad.map((one) => badFile({ ...one, name: `${tag}-${one.name}` })),
        await asFile(paper, 'txt'),
      ])
      await page.waitForURL(/\?(nieuw|bekend)=/)
      await page.getByRole('link', { name: subject, exact: true }).waitFor()
      const text = await page.locator('main').innerText()
      expect(text).toContain('beveiligd met een wachtwoord')
      expect(text).toContain('Dit bestand is leeg.')
      expect(text).toContain('past niet bij de inhoud')
      if (javaScriptEnabled) expect(await findingsOnWholePage(page)).toEqual([])
    })
  }

  test('nothing chosen says so', async ({ newPage }) => {
    const page = await newPage({ javaScriptEnabled: false })
    const desk = await signInAsClerk(page)
    const answer = await page.request.post(`${desk}/post`, {
      data: '--x\r\ncontent-disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--x--\r\n',
      headers: { origin: new URL(page.url()).origin, 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(answer.status()).toBe(422)
    expect(await answer.text()).toContain('Er is geen bestand gekozen.')
  })

  test('a scan can be filled in by hand, and its original downloaded, but not run', async ({ page }) => {
    const desk = await signInAsClerk(page)
    await upload(page, desk, [badFile({ ...scannedPdf(), name: 'scan-met-de-hand.pdf' })])
    await page.waitForURL(/\?(nieuw|bekend)=/)
    await page.getByRole('link', { name: 'scan-met-de-hand.pdf', exact: true }).click()
    await page.getByText('Laat er eerst tekstherkenning (OCR) over gaan.').waitFor()
    expect(await findingsOnWholePage(page)).toEqual([])

    const link = await page.getByRole('link', { name: 'Origineel downloaden' }).getAttribute('href')
    const original = await page.request.get(link ?? '')
    expect(original.headers()['content-disposition']).toMatch(/^attachment; filename=/)
    expect(original.headers()['content-security-policy']).toContain('sandbox')
    expect(original.headers()['x-content-type-options']).toBe('nosniff')
    expect((await original.body()).subarray(0, 5).toString()).toBe('%PDF-')

    await page.getByRole('button', { name: 'Zelf invullen' }).click()
    await page.getByRole('heading', { name: 'Zelf invullen' }).waitFor()
    await field(page, '/kind').selectOption('motion')
    await page.getByRole('button', { name: 'Motie erbij' }).click()
    const title = `Met de hand ${Date.now()}`
    await field(page, '/motions/0/title').fill(title)
    await page.getByRole('button', { name: 'Verzoek erbij' }).click()
    await field(page, `${request}/text`).fill('een plan te maken')
    expect(await findingsOnWholePage(page)).toEqual([])
    await page.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByRole('link', { name: `Naar het dossier: ${title}` }).click()
    await page.getByText('een plan te maken').first().waitFor()
  })

  test('a file that does not belong here can go, after a question', async ({ page }) => {
    const { paper, subject } = newLetter()
    const desk = await signInAsClerk(page)
    const review = await uploadAndOpen(page, desk, await asFile(paper, 'txt'), subject)
    await page.getByRole('link', { name: 'Dit stuk weghalen' }).click()
    await page.getByRole('heading', { name: 'Dit stuk weghalen?' }).waitFor()
    expect(await findingsOnWholePage(page)).toEqual([])
    await page.getByRole('button', { name: 'Weghalen' }).click()
    await page.getByText('Het stuk is weggehaald.').waitFor()
    expect((await page.request.get(review)).status()).toBe(404)
    expect(await page.getByRole('link', { name: subject, exact: true }).count()).toBe(0)
  })
})

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
