/**
 * One motion from its paper to its settlement letter, over a year: asked, called settled on an announcement, settled so by the
 * council, reopened when the check date passed, answered part by part, decided, and told to the council. The clock of the program is
 * set at each start; in between it is stopped, as a server may be.
 */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openDocument } from '../src/council/open-document/index.ts'
import { read } from '../src/council/read/index.ts'
import { test } from '../test/browser.ts'
import { type Site, startSite } from '../test/site.ts'
import { findingsOnWholePage, type Upload, upload } from './clerk.ts'
import { announced, announcementLetter, answers, motionPaper, programmeLetter, sent } from './walk-papers.ts'

const accessible = async (page: Page) => expect(await findingsOnWholePage(page)).toEqual([])
const desk = '/waterstad/bureau'
const dossier = '/waterstad/moties/2027/c-9-een-nieuw-begin'
const clerk = 'N. de Wildt'
const official = 'Milan Kerkdijk'
const holder = 'Olivier Kampstra'

test('a motion is followed from its paper to the settlement letter', { timeout: 600_000 }, async ({
  newPage,
  data,
}) => {
  let site: Site | null = null
  /** Starts the program on a day, with nobody signed in. */
  const on = async (day: string): Promise<(person: string) => Promise<Page>> => {
    await site?.stop()
    site = await startSite({
      SCHAKEL_DATA: data,
      SCHAKEL_TEST: '1',
      SCHAKEL_CLOCK: `${day}T09:00:00Z`,
    })
    const { url } = site
    return async (person) => {
      const page = await newPage({ baseURL: url })
      page.setDefaultTimeout(20_000)
      if (person !== 'visitor') {
        await page.goto('/aanmelden')
        await page.getByRole('button', { name: person }).click()
        await page.waitForURL(/\/bureau$/)
      }
      return page
    }
  }
  try {
    let as = await on('2027-04-12')
    await registers(await as(clerk), motionPaper, 'Een nieuw begin')
    let told = await publicly(await as('visitor'))
    expect(told).toMatch(/8 april 2027\s+Aangenomen/)
    expect(told).toContain('schuldhulpverlening')

    as = await on('2027-07-05')
    await registers(await as(clerk), announcementLetter, 'Afdoening motie Een nieuw begin')
    const milan = await as(official)
    await assign(await as(clerk))
    await proposeAnnounced(milan)

    as = await on('2027-07-26')
    await decideByKeyboard(await as(clerk), '22 juli 2027', 'De raad wacht op het actieplan.')
    told = await publicly(await as('visitor'))
    expect(told).toContain('alleen aangekondigd')
    expect(told).toContain('Op 30 november 2027 kijken wij of dit er is.')

    as = await on('2027-12-06')
    await until(site, 'weer open sinds 1 december 2027')
    told = await publicly(await as('visitor'))
    expect(told).toContain('De stand nu: alle drie de onderdelen weer open.')
    const day = await as(clerk)
    await day.goto(desk)
    expect(await day.locator('main').innerText()).toContain('Een nieuw begin')

    as = await on('2028-03-20')
    await registers(await as(clerk), programmeLetter, 'Aanbieding actieplan Na de opvang')
    await keepPromise(await as(clerk))
    await proposeInParts(await as(official))
    as = await on('2028-03-28')
    await letterOut(as)

    as = await on('2028-04-10')
    await decideByKeyboard(await as(clerk), '10 april 2028', null)
    told = await publicly(await as('visitor'), accessible)
    expect(told).toContain('deels uitgevoerd')
    expect(told).toContain('niet uitgevoerd')
  } finally {
    await (site as Site | null)?.stop()
  }
})

/** Waits until the program has noticed, by itself, what its clock makes true. */
async function until(site: Site | null, words: string): Promise<void> {
  const dossierSays = async () => (await fetch(`${site?.url}${dossier}`)).text()
  await expect.poll(dossierSays, { timeout: 60_000, interval: 500 }).toContain(words)
}

/** The dossier as a visitor reads it, no wider than an old phone; `look` at it further. */
async function publicly(page: Page, look?: (page: Page) => Promise<void>): Promise<string> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(dossier)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide).toBeLessThanOrEqual(0)
  await look?.(page)
  const text = await page.locator('main').innerText()
  await page.context().close()
  return text
}

async function registers(page: Page, paper: Upload, title: string): Promise<void> {
  await upload(page, desk, [paper])
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor()
}

const parts = ['wonen', 'omscholing', 'schuldhulpverlening'] as const

/** Goes to the page of one part of the motion at the desk, and opens one of its forms. */
async function form(page: Page, part: (typeof parts)[number], name: string) {
  await page.goto(`${desk}/moties/2027/c-9-een-nieuw-begin`)
  await page
    .getByRole('link', { name: new RegExp(part, 'i') })
    .first()
    .click()
  await page.waitForURL(/\/onderdelen\//)
  return opened(page, name)
}

async function opened(page: Page, name: string) {
  const found = page.getByRole('form', { name, exact: true })
  const step = page.locator('details', { has: page.locator(`form[aria-label="${name}"]`) })
  if (!(await step.evaluate((one: HTMLDetailsElement) => one.open))) await step.locator('summary').click()
  return found
}

async function assign(page: Page): Promise<void> {
  for (const part of parts) {
    const owner = await form(page, part, 'Vastleggen wie het doet')
    await owner.getByLabel('Portefeuillehouder').selectOption({ label: holder })
    await owner.getByLabel('Ambtenaar', { exact: true }).selectOption({ label: official })
    await owner.getByRole('button', { name: 'Vastleggen' }).click()
    await page.getByText('Vastgelegd wie het doet.').first().waitFor()
  }
}

/** Schakel proposes the outcome itself, and says why; the passage is found in the letter. */
async function proposeAnnounced(page: Page): Promise<void> {
  const propose = await form(page, 'wonen', 'Afdoening voorstellen')
  expect(await propose.innerText()).toContain('Schakel stelt voor: alleen aangekondigd.')
  expect(await propose.getByLabel('alleen aangekondigd').isChecked()).toBe(true)
  await accessible(page)
  for (const part of ['omscholing', 'schuldhulpverlening']) await propose.getByLabel(part).check()
  expect(await propose.getByRole('checkbox', { name: announced.slice(0, -1), checked: true }).count()).toBe(1)
  await page.getByRole('button', { name: 'Voorstel doen' }).click()
  await page.getByText('Het voorstel is gedaan.').waitFor()
}

/** Finds a sentence in a registered paper, as evidence of a form. */
async function quote(page: Page, name: string, sentence: string): Promise<void> {
  const step = page.getByRole('form', { name, exact: true })
  await step.getByLabel('De zin uit het stuk').fill(sentence)
  await step.getByRole('button', { name: 'Zoek de zin' }).click()
  await step.getByRole('checkbox', { name: sentence, checked: true }).waitFor()
}

async function keepPromise(page: Page): Promise<void> {
  await page.goto(`${desk}/moties/2027/c-9-een-nieuw-begin`)
  await page
    .getByRole('link', { name: announced.slice(0, -1) })
    .first()
    .click()
  await page.waitForURL(/\/toezeggingen\//)
  const keep = await opened(page, 'Nagekomen')
  await keep.getByLabel('Ja, het is nagekomen').check()
  await quote(page, 'Nagekomen', sent)
  await (await opened(page, 'Nagekomen')).getByRole('button', { name: 'Vastleggen' }).click()
  await page.getByText('Vastgelegd als nagekomen.').first().waitFor()
}

async function proposeInParts(page: Page): Promise<void> {
  const outcomes = { wonen: 'carried-out', omscholing: 'partly', schuldhulpverlening: 'not' }
  for (const part of parts) {
    const propose = await form(page, part, 'Afdoening voorstellen')
    await propose.locator(`input[name="outcome"][value="${outcomes[part]}"]`).check()
    await quote(page, 'Afdoening voorstellen', answers[part])
    await propose.getByRole('button', { name: 'Voorstel doen' }).click()
    await page.getByText('Het voorstel is gedaan.').waitFor()
  }
}

/** One sitting, without a mouse: the list is made, each line decided with a letter, and the decisions are entered. */
async function decideByKeyboard(page: Page, meeting: string, reason: string | null): Promise<void> {
  await page.goto(`${desk}/lijsten`)
  await page.getByLabel('Dag van de vergadering').fill(meeting)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: `Lijst voor ${meeting}` }).waitFor()
  if (reason) await accessible(page)
  const ours = page.locator('li.schakel-line', { hasText: 'Een nieuw begin' })
  const count = await ours.count()
  expect(count).toBe(3)
  await ours.first().locator('input[type=radio]').first().focus()
  for (let line = 0; line < count; line++) {
    await page.keyboard.press('v')
    if (reason) await ours.nth(line).getByLabel('Reden').fill(reason)
    if (reason) await ours.nth(line).locator('input:checked').focus()
    if (line < count - 1) await page.keyboard.press('j')
  }
  await page.getByRole('button', { name: 'Leg de besluiten vast' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('drie regels zijn vastgelegd').waitFor()
}

/** The settlement letter: drafted from the proposals, edited, past four desks, sent, read back by our own reader, registered. */
async function letterOut(as: (person: string) => Promise<Page>): Promise<void> {
  const milan = await as(official)
  await milan.goto(`${desk}/brieven`)
  await milan.getByRole('link', { name: 'Nieuwe brief' }).click()
  await milan.getByLabel(/Een nieuw begin/).check()
  await milan.getByRole('button', { name: 'Maak een eerste versie' }).click()
  await milan.getByLabel('Datum van de brief').fill('28 maart 2028')
  await milan.getByLabel('Onderwerp').fill('Afdoening motie Een nieuw begin, per onderdeel')
  await milan.getByLabel('Ons kenmerk').fill('ZO/2028.15')
  await milan.getByRole('button', { name: 'Bewaren' }).click()
  await milan.getByRole('heading', { name: 'Bewaard.' }).waitFor()
  await accessible(milan)
  const path = new URL(milan.url()).pathname
  await milan.getByRole('button', { name: 'Naar ambtelijke controle' }).click()
  await milan.getByRole('button', { name: 'Akkoord, naar de portefeuillehouder' }).waitFor()

  const steps = [
    [clerk, 'Akkoord, naar de portefeuillehouder'],
    [holder, 'Akkoord, naar het college'],
    [holder, 'Het college heeft besloten: verstuur'],
  ] as const
  for (const [person, step] of steps) {
    const page = await as(person)
    await page.goto(path)
    await page.getByRole('button', { name: step }).click()
    await page.getByRole('button', { name: step }).waitFor({ state: 'detached' })
  }

  const page = await as(clerk)
  await page.goto(path)
  for (const [name, format] of [
    ['Haal de brief op als Word (DOCX)', 'docx'],
    ['Haal de brief op als PDF', 'pdf'],
  ] as const) {
    const href = await page.getByRole('link', { name }).getAttribute('href')
    const file = await page.request.get(href ?? '')
    expect(file.status()).toBe(200)
    const opened = await openDocument(await file.body(), `brief.${format}`)
    const { letter, motions } = read(opened)
    expect(letter).toMatchObject({
      date: '2028-03-28',
      subject: 'Afdoening motie Een nieuw begin, per onderdeel',
      reference: 'ZO/2028.15',
    })
    expect(motions.map(({ number, title }) => [number, title])).toEqual([['C.9', 'Een nieuw begin']])
  }
  await page.getByRole('button', { name: 'Leg de brief vast in het register' }).click()
  await page.getByText('Deze brief staat in het register.').waitFor()
}
