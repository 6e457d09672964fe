import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../src/root.ts'
import { findings } from '../test/browser.ts'
import { type Fixture, fixture } from '../test/fixtures/fixtures.ts'
import { docx, pdf } from '../test/fixtures/make-documents.ts'

export type Upload = { name: string; mimeType: string; buffer: Buffer }

let papers = 0
const run = `${Date.now().toString(36)}-${process.pid}`

/** Where the numbers of letters of this file of tests begin: the files share one site. */
function series(): number {
  const file = basename(expect.getState().testPath ?? '')
  return 100 + 300 * readdirSync(join(root, 'e2e')).sort().indexOf(file)
}

/** An invented letter that no other test uploads: its motion has a title and a number of its own. */
export function newLetter(): { paper: Fixture; title: string; subject: string } {
  papers += 1
  const number = series() + papers
  const title = `Een tweede start na de opvang ${run}-${papers}`
  const paper = fixture('letter-labels-below')
  const raw = paper.raw
    .replaceAll('Een tweede start na de opvang', title)
    .replaceAll('K.7', `K.${number}`)
    .replace(/RIS ?412345/g, `RIS ${500_000 + number}`)
  return {
    paper: { ...paper, raw, document: { pages: raw.split('\f') } },
    title,
    subject: `Afdoening motie ${title}`,
  }
}

export async function asFile(paper: Fixture, format: 'txt' | 'pdf' | 'docx'): Promise<Upload> {
  const name = `${paper.name}-${papers}.${format}`
  if (format === 'txt') return { name, mimeType: 'text/plain', buffer: Buffer.from(paper.raw) }
  if (format === 'pdf') return { name, mimeType: 'application/pdf', buffer: Buffer.from(await pdf(paper)) }
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { name, mimeType, buffer: Buffer.from(await docx(paper)) }
}

export const badFile = (bad: { name: string; bytes: Uint8Array }): Upload => ({
  name: bad.name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bad.bytes),
})

/** Signs in as a clerk of the first municipality that has one; as its only one when it has no second. @returns the address of its desk */
export async function signInAsClerk(page: Page, which = 0): Promise<string> {
  await page.goto('/aanmelden')
  const town = page.locator('section', { has: page.locator('form', { hasText: 'griffie' }) }).first()
  const people = town.locator('form', { hasText: 'griffie' })
  await people
    .nth(Math.min(which, (await people.count()) - 1))
    .getByRole('button')
    .click()
  await page.waitForURL(/\/bureau$/)
  return new URL(page.url()).pathname
}

/** Signs in to a town as the first of its people with this role, as the page names it. */
export async function signInTo(page: Page, town: string, role: string): Promise<void> {
  await page.goto('/aanmelden')
  const people = page.locator('section', { hasText: town }).locator('form', { hasText: role })
  await people.first().getByRole('button').click()
  await page.waitForURL(/\/bureau$/)
}

export async function upload(page: Page, desk: string, files: Upload[]): Promise<void> {
  await page.goto(`${desk}/post`)
  await page.getByLabel('Kies een of meer bestanden').setInputFiles(files)
  await page.getByRole('button', { name: 'Inlezen' }).click()
}

/** Uploads one file and opens its review. @returns the address of the review */
export async function uploadAndOpen(page: Page, desk: string, file: Upload, title: string): Promise<string> {
  await upload(page, desk, [file])
  await page.waitForURL(/\?nieuw=\d+$/)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor()
  return new URL(page.url()).pathname
}

/** What axe finds on the whole page. The window is as high as the page: axe calls a link that the bar at the bottom half covers too small. */
export async function findingsOnWholePage(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: before?.width ?? 1280, height: height + 200 })
  const found = await findings(page)
  if (before) await page.setViewportSize(before)
  return found
}

/** The newest field with this name, which is its pointer into the review. */
export const field = (page: Page, pointer: string) => page.locator(`[name="${pointer}"]`).last()
