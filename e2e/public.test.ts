/** The public pages in a browser: every page, both languages, both themes, a small and a large screen. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { findings, test } from '../test/browser.ts'

const town = '/waterstad'
/** A town with the theme of the community. */
const other = '/duinrode'
const narrow = { width: 360, height: 740 }
const wide = { width: 1280, height: 800 }

/** Addresses of every kind of public page of a town, from its own links, and of pages that say that there is nothing. */
async function pagesOf(page: Page, at: string): Promise<string[]> {
  const first = async (from: string, pattern: RegExp) => {
    await page.goto(from)
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    const link = links.find((href) => pattern.test(href))
    expect(link, `${from} has no link like ${pattern}`).toBeDefined()
    return (link as string).split('#')[0] as string
  }
  const motion = await first(`${at}/moties`, /\/moties\/\d{4}\//)
  const document = await first(motion, /\/stukken\/\d{4}\//)
  const kinds = [at, `${at}/moties`, motion, document, `${at}/toezeggingen`, `${at}/wensen`]
  // Another theme changes colours; what a page can hold is looked at in one.
  if (at === other) return kinds
  return [
    ...kinds,
    '/',
    `${at}/moties?zoek=zzzzzz`,
    `${at}/toezeggingen?stand=late`,
    `${at}/wensen?jaar=1999&onderwerp=legal`,
    `${at}/uitleg`,
    `${at}/toegankelijkheid`,
    `${at}/privacy`,
    '/aanmelden',
    `${at}/bestaat-niet`,
  ]
}
const inEnglish = (path: string) => (path === '/' ? '/en' : `/en${path}`)

async function overflow(page: Page, size: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(size)
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

const inDutch = (path: string) => path

// The other theme has other colours; what the other language and screen change is looked at in the first.
describe.each([
  [
    'schakel',
    town,
    [
      ['Dutch on a small screen', inDutch, narrow],
      ['English on a large one', inEnglish, wide],
    ],
  ],
  ['ma', other, [['English on a large one', inEnglish, wide]]],
] as const)('theme %s', (theme, at, looks) => {
  test.for([...looks])(
    'axe finds nothing on any page in %s, and nothing runs off either',
    { timeout: 300_000 },
    async ([, to, size], { page, expected }) => {
      expected.push(/404/)
      for (const path of await pagesOf(page, at)) {
        await page.goto(to(path))
        for (const one of [narrow, wide]) {
          expect(await overflow(page, one), `${to(path)} at ${one.width}`).toBeLessThanOrEqual(0)
        }
        await page.setViewportSize(size)
        expect(await findings(page), `${to(path)} at ${size.width}`).toEqual([])
      }
      await page.goto(at)
      expect(await page.locator('body').getAttribute('class')).toBe(`${theme}-theme`)
    },
  )
})

test('public pages load no script, nothing from elsewhere, and are light', async ({ newPage }) => {
  const page = await newPage()
  const requests: { type: string; url: string; bytes: number }[] = []
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes()
    requests.push({ type: request.resourceType(), url: request.url(), bytes: sizes.responseBodySize })
  })
  const [, , motion = ''] = await pagesOf(page, town)
  requests.length = 0
  const fresh = await newPage()
  fresh.on('requestfinished', async (request) => {
    const sizes = await request.sizes()
    requests.push({ type: request.resourceType(), url: request.url(), bytes: sizes.responseBodySize })
  })
  await fresh.goto(motion, { waitUntil: 'networkidle' })
  const here = new URL(fresh.url()).host
  expect(requests.map(({ url }) => new URL(url).host).filter((host) => host !== here)).toEqual([])
  expect(requests.filter(({ type }) => type === 'script')).toEqual([])
  const weighed = requests.filter(({ type }) => type === 'document' || type === 'stylesheet')
  expect(weighed.map(({ type }) => type).sort()).toEqual(['document', 'stylesheet'])
  const bytes = weighed.reduce((sum, request) => sum + request.bytes, 0)
  console.log(`a motion page weighs ${bytes} bytes without its font`)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(60_000)
  expect(await fresh.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next"'))).toBe(true)
})

test('the security policy holds: an inline style and an inline script do nothing', async ({
  page,
  expected,
}) => {
  expected.push(/Content Security Policy|Content-Security-Policy/)
  await page.goto(town)
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    const paragraph = document.createElement('p')
    paragraph.setAttribute('style', 'position: fixed')
    document.body.append(paragraph)
    return { script: 'ran' in window, position: getComputedStyle(paragraph).position }
  })
  expect(ran).toEqual({ script: false, position: 'static' })
})

test('a keyboard reaches everything, in order, and one sees where one is', async ({ page }) => {
  await page.goto(`${town}/moties`)
  await page.keyboard.press('Tab')
  const skip = page.locator(':focus')
  expect(await skip.innerText()).toBe('Naar de inhoud')
  const box = await skip.boundingBox()
  expect(box && box.y >= 0 && box.height > 20).toBe(true)
  const reachable = await page
    .locator('a[href], button, input:not([type=hidden]), select, summary')
    .evaluateAll((all) => all.filter((element) => element.getClientRects().length > 0).length)
  const seen = new Set<string>()
  for (let n = 1; n <= reachable; n++) {
    const now = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const style = getComputedStyle(element)
      const all = [...document.querySelectorAll('a[href], button, input, select, summary')]
      return {
        key: String(all.indexOf(element)),
        ring: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        what: element.outerHTML.slice(0, 90),
      }
    })
    expect(now.ring, `no ring on ${now.what}`).toBe(true)
    seen.add(now.key)
    await page.keyboard.press('Tab')
  }
  expect(seen.size).toBe(reachable)
  await page.goto(`${town}/moties`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud')
})

test('from the town to the passage on which a claim rests, and back', async ({ newPage }) => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.goto(town)
  await page
    .getByRole('link', { name: /^Bekijk alle/ })
    .first()
    .click()
  await page.getByLabel('Stand').selectOption('settled-announced')
  await page.getByRole('button', { name: 'Keuzes toepassen' }).click()
  expect(await page.getByRole('heading', { level: 2 }).innerText()).toMatch(/^\d+ moties? gevonden\.$/)
  const title = await page.locator('.schakel-list h3').first().innerText()
  await page.locator('.schakel-list h3 a').first().click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  await page
    .locator('section[aria-labelledby=verloop] li', { hasText: 'Gemeld als' })
    .getByRole('link', { name: /lees de passage/ })
    .first()
    .click()
  const passage = page.locator('mark:target')
  expect(await passage.count()).toBe(1)
  expect((await passage.innerText()).length).toBeGreaterThan(10)
  await page.locator('aside a', { hasText: title }).first().click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
})

test('a search in Dutch finds other forms, and its page can be shared', async ({ page }) => {
  await page.goto(town)
  const titles = async (search: string) => {
    await page.goto(`${town}/moties`)
    await page.getByLabel('Zoekwoorden').fill(search)
    await page.getByRole('button', { name: 'Zoeken' }).click()
    await page.waitForURL(/zoek=/)
    return page.locator('.schakel-list h3').allInnerTexts()
  }
  const one = await titles('motie')
  expect(one.length).toBeGreaterThan(0)
  expect(await titles('moties')).toEqual(one)
  const address = page.url()
  await page.goto('/')
  await page.goto(address)
  expect(await page.locator('.schakel-list h3').allInnerTexts()).toEqual(one)
})

test('the language switch shows the same page in the other language', async ({ page }) => {
  const [, , motion = ''] = await pagesOf(page, town)
  await page.goto(motion)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('link', { name: 'English' }).click()
  expect(new URL(page.url()).pathname).toBe(`/en${motion}`)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('In short')
  expect(await page.locator('h1 [lang=nl]').count()).toBe(1)
  await page.getByRole('link', { name: 'Nederlands' }).click()
  expect(new URL(page.url()).pathname).toBe(motion)
})

test('on paper: black on white, no menu, links spelled out, the chain whole', async ({ page }) => {
  const [, , motion = ''] = await pagesOf(page, town)
  await page.goto(motion)
  await page.emulateMedia({ media: 'print' })
  const paper = await page.evaluate(() => {
    const style = (selector: string, pseudo?: string) => {
      const element = document.querySelector(selector)
      if (!element) throw new Error(`no ${selector}`)
      return getComputedStyle(element, pseudo)
    }
    return {
      ground: style('.utrecht-surface').backgroundColor,
      ink: style('main').color,
      menu: style('.schakel-menu').display,
      link: style('aside a[href^="/"]', '::after').content,
      passage: style('.schakel-passage-link', '::after').content,
      passageIn: style('.schakel-passage-link > .schakel-hidden').position,
      address: style('.schakel-print-only').display,
      ring: style('.schakel-chain li', '::before').borderTopColor,
      rings: document.querySelectorAll('.schakel-chain li').length,
    }
  })
  expect(paper).toMatchObject({ ground: 'rgb(255, 255, 255)', menu: 'none', ring: 'rgb(0, 0, 0)' })
  expect(paper).toMatchObject({ passage: 'none', passageIn: 'static', address: 'block' })
  expect(paper.link).toContain('/waterstad/')
  expect(paper.rings).toBeGreaterThan(1)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.byteLength).toBeGreaterThan(5_000)
})
