/**
 * An action programme from an adopted motion to what came of it a year later: begun, filled, adopted and told about by an official, of
 * which the last on a phone; then the clock moves a year, and the page of the motion shows it to everybody.
 */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../test/browser.ts'
import { type Site, startSite } from '../test/site.ts'
import { findingsOnWholePage } from './clerk.ts'

const accessible = async (page: Page) => expect(await findingsOnWholePage(page)).toEqual([])
const desk = '/waterstad/bureau'
const title = 'Zorg dichtbij 2027-2028'
const slug = 'zorg-dichtbij-2027-2028'
const milestone = 'Ruimte voor een praktijk gereserveerd'
const sentence = 'In het gebouw aan de Helling is 180 vierkante meter voor een praktijk gereserveerd.'
const motion = '/waterstad/moties/2026/15-een-huisarts-in-de-scheepswerf'

test('a programme is begun from a motion, kept for a year, and seen on the page of the motion', {
  timeout: 300_000,
}, async ({ newPage, data }) => {
  let site: Site | null = null
  const on = async (day: string) => {
    await site?.stop()
    site = await startSite({
      SCHAKEL_DATA: data,
      SCHAKEL_TEST: '1',
      SCHAKEL_CLOCK: `${day}T09:00:00Z`,
    })
    const { url } = site
    return async (person: string | null): Promise<Page> => {
      const page = await newPage({ baseURL: url })
      if (person === null) return page
      await page.goto('/aanmelden')
      await page.getByRole('button', { name: person }).click()
      await page.waitForURL(/\/bureau$/)
      return page
    }
  }
  try {
    let as = await on('2026-11-30')
    await registers(await as('N. de Wildt'))
    const milan = await as('Milan Kerkdijk')
    await begins(milan)
    await plans(milan)
    await adopts(milan)
    await tells(milan)

    as = await on('2028-01-10')
    const week = await as('Milan Kerkdijk')
    await week.goto(`${desk}/mijn-week`)
    expect(await week.locator('main').innerText()).toContain('Overleg met de verzekeraar afgerond')
    const report = await reports(week)
    await agrees(await as('Hanna Ostinga'), report)
    await sends(week, report)
    await saysWhatCameOfIt(await as(null))
  } finally {
    await (site as Site | null)?.stop()
  }
})

/** The letter that waits in the box becomes public, so that a milestone can rest on it. */
async function registers(page: Page): Promise<void> {
  await page.goto(`${desk}/post`)
  await page.getByRole('link', { name: 'Afdoening motie 15' }).first().click()
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
  await page.getByRole('button', { name: 'Vastleggen' }).click()
  await page.getByRole('heading', { name: 'Vastgelegd' }).waitFor()
  await page.context().close()
}

async function begins(page: Page): Promise<void> {
  await page.goto(`${desk}/programma/nieuw`)
  await page.getByLabel('Zoek een aangenomen motie').fill('huisarts')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Kies de motie Een huisarts in de Scheepswerf' }).click()
  await page.getByLabel('Hoe heet het programma?').fill(title)
  await page.getByLabel('Waar gaat het over?').fill('Een huisarts op loopafstand, ook in nieuwe wijken.')
  await page.getByLabel('Eerste dag').fill('1 december 2026')
  await page.getByLabel('Laatste dag').fill('31 december 2028')
  for (const name of ['Bestrijden', 'Bescherming van slachtoffers']) await page.getByLabel(name).uncheck()
  await accessible(page)
  await page.getByRole('button', { name: 'Begin dit programma' }).click()
  await page.waitForURL(new RegExp(`/programma/${slug}`))
  await page.goto(`${desk}/programma/${slug}/gegevens`)
  for (const year of [2026, 2027, 2028]) await page.getByLabel(`Kader ${year}`).fill('100.000')
  const frame = page.locator('form', { has: page.getByLabel('Kader 2027') })
  await frame.getByRole('button', { name: 'Bewaar' }).click()
  await page.waitForURL(/gedaan=/)
}

/** Three actions in two pillars, each with its money and its first milestone. */
async function plans(page: Page): Promise<void> {
  await page.goto(`${desk}/programma/${slug}`)
  await page
    .getByRole('link', { name: /^Actie erbij/ })
    .first()
    .click()
  const actions = [
    ['Een praktijk in het gebouw aan de Helling', milestone, '1 februari 2027', '40.000'],
    ['Een tijdelijke praktijk', 'Overleg met de verzekeraar afgerond', '1 juni 2027', '25.000'],
    ['Huisartsen werven', 'Eerste huisarts gevonden', '1 maart 2028', '12.500'],
  ] as const
  for (const [index, [name, first, due, budget]] of actions.entries()) {
    if (index === 2) await page.getByLabel('In welke pijler?').selectOption({ index: 1 })
    await page.getByLabel('Wat gaan we doen?').fill(name)
    await page.getByLabel('Eerste dag').fill('1 december 2026')
    await page.getByLabel('Laatste dag').fill('1 juli 2028')
    await page.getByLabel('Wie is verantwoordelijk?').selectOption({ label: 'Hanna Ostinga' })
    await page.getByLabel('Wie doet het?').selectOption({ label: 'Milan Kerkdijk' })
    await page.getByLabel('Eerste mijlpaal').fill(first)
    await page.getByLabel('Op welke dag?').fill(due)
    await page
      .getByRole('checkbox', { name: index === 0 ? /ruimte voor een huisartsenpraktijk/ : /zorgverzekeraar/ })
      .check()
    await page.getByText('Nog meer invullen').click()
    await page.getByLabel('2027', { exact: true }).fill(budget)
    if (index === 0) await accessible(page)
    await page.getByRole('button', { name: 'Voeg toe en ga door' }).click()
    await page.getByText(`${name} staat erin`).waitFor()
  }
  await page.getByRole('link', { name: 'Klaar, naar het plan' }).click()
  await page.getByText('Drie acties in twee pijlers').waitFor()
  await accessible(page)
}

async function adopts(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Naar vaststellen' }).click()
  await page.getByRole('radio', { name: /Afdoening motie 15/ }).check()
  await page.getByLabel('Op welke dag besloten?').fill('24 november 2026')
  await page.getByLabel('Het college').check()
  await accessible(page)
  await page.getByRole('button', { name: 'Stel het programma vast' }).click()
  await page.getByText('Het programma is vastgesteld en openbaar.').waitFor()
}

/** From the phone: one line, the milestone that came with it, and the sentence that shows it. */
async function tells(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${desk}/voortgang`)
  await page.getByRole('link', { name: /Een praktijk in het gebouw aan de Helling/ }).click()
  await page.getByLabel('Hoe gaat het?').fill('De ruimte is gereserveerd.')
  await page.getByRole('radio', { name: new RegExp(milestone) }).check()
  await page.getByText('Een zin uit een stuk aanwijzen').first().click()
  await page.getByLabel('De zin uit het stuk').fill(sentence)
  await page.getByRole('button', { name: 'Zoek de zin' }).click()
  await page.getByRole('checkbox', { name: sentence, checked: true }).waitFor()
  expect(await page.getByLabel('Hoe gaat het?').inputValue()).toBe('De ruimte is gereserveerd.')
  await accessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Meld dit' }).click()
  await page.getByText('Je melding staat erbij, en de mijlpaal is gehaald.').waitFor()
  await page.context().close()
}

/** The report of the year writes itself from what was kept. @returns its address */
async function reports(page: Page): Promise<string> {
  await page.goto(`${desk}/programma/${slug}/verslagen/nieuw`)
  await page.getByLabel('Heel 2027 (jaarverslag)').check()
  await page.getByRole('button', { name: 'Maak een eerste versie' }).click()
  await page.waitForURL(/\/verslagen\/\d+/)
  const texts = await page.locator('textarea').evaluateAll((all) => all.map((one) => one.textContent))
  expect(texts.join('\n')).toContain('Overleg met de verzekeraar afgerond')
  await accessible(page)
  return new URL(page.url()).pathname
}

async function agrees(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.getByRole('button', { name: 'Het college is akkoord' }).click()
  await page.getByText('Akkoord van het college').first().waitFor()
  await page.context().close()
}

async function sends(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.getByRole('button', { name: 'Verstuur aan de raad' }).click()
  await page.getByText('Verstuurd op 10 januari 2028').first().waitFor()
  await page.getByRole('button', { name: 'Maak het verslag openbaar' }).click()
  await page.getByText('Dit verslag is openbaar.').waitFor()
  await accessible(page)
  await page.context().close()
}

/** A visitor reads on the page of the motion what works on it and what was reached, and follows it to the programme. */
async function saysWhatCameOfIt(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(motion)
  const told = await page.locator('main').innerText()
  expect(told).toContain('Een praktijk in het gebouw aan de Helling')
  expect(told).toContain(milestone)
  expect(told).not.toContain('Kerkdijk')
  await accessible(page)
  await page
    .getByRole('link', { name: /Een tijdelijke praktijk/ })
    .first()
    .click()
  await page.waitForURL(new RegExp(`/programma/${slug}/acties/`))
  expect(await page.locator('main').innerText()).toContain('Overleg met de verzekeraar afgerond')
  await accessible(page)
  await page.goto(`/waterstad/programma/${slug}`)
  const programme = await page.locator('main').innerText()
  expect(programme).toContain('te laat')
  expect(programme).toMatch(/€\s77\.500/)
  expect(programme).not.toContain('Kerkdijk')
  await accessible(page)
}
