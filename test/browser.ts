/**
 * Tests in a real browser on the running program, in `e2e/*.test.ts`:
 *
 *   import { expect } from 'vitest'
 *   import { findings, test } from '../test/browser.ts'
 *
 *   test('the register', async ({ page }) => {
 *     await page.goto('/waterstad/moties')            // relative to the site
 *     expect(await findings(page)).toEqual([])        // axe, WCAG 2.2 AA
 *   })
 *
 *   page      in a context of its own (no cookies), 1280 × 800; another size: `page.setViewportSize({ width: 360, height: 740 })`
 *   newPage   more pages, each in its own context: `await newPage({ javaScriptEnabled: false })`
 *   expected  what the console may say: `expected.push(/404/)`; anything else that it complains of fails the test
 *   site      `{ url }` of the program: a fresh demonstration that all files of the run share, so leave what you did not make
 *   data      a data folder with that demonstration as it was made, for a test that starts the program itself and stops it
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { copyData, temporaryFolder } from './site.ts'

type Fixtures = {
  browser: Browser
  site: { url: string }
  data: string
  expected: RegExp[]
  newPage(options?: BrowserContextOptions): Promise<Page>
  page: Page
}

export const test = base.extend<Fixtures>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
    async ({}, use) => {
      const { executablePath, env } = inject('chromium')
      const browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-dev-shm-usage'],
        env: { ...(process.env as Record<string, string>), ...env },
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
  site: async ({}, use) => use(inject('site')),
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
  data: async ({}, use) => {
    const folder = temporaryFolder()
    try {
      const data = join(folder, 'data')
      copyData(inject('demonstration'), data)
      await use(data)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern
  expected: async ({}, use) => use([]),
  newPage: async ({ browser, site, expected }, use) => {
    const complaints: string[] = []
    const contexts: { close(): Promise<void> }[] = []
    await use(async (options) => {
      const context = await browser.newContext({
        baseURL: site.url,
        viewport: { width: 1280, height: 800 },
        locale: 'nl-NL',
        ...options,
      })
      // Two cores may be shared with other work.
      context.setDefaultTimeout(60_000)
      contexts.push(context)
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') {
          complaints.push(`${message.text()} ${message.location().url}`)
        }
      })
      context.on('weberror', (error) => complaints.push(String(error.error())))
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))
    if (unexpected.length) throw new Error(`the browser complained:\n${unexpected.join('\n')}`)
  },
  page: async ({ newPage }, use) => use(await newPage()),
})

/** What axe finds against WCAG 2.2 AA on the page as it is now: one line a rule and element, none when all is well. */
export async function findings(page: Page): Promise<string[]> {
  // Our pages have no frames, so the page itself can finish; and only violations are asked for: both save most of the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}
