import { expect } from 'vitest'
import { findings, test } from '../test/browser.ts'

test('the harness sees what is wrong with a page', async ({ page, expected }) => {
  expected.push(/bad news/)
  await page.setContent(
    '<!doctype html><html><body><img src="data:,"><script>console.error("bad news")</script></body></html>',
  )
  const found = await findings(page)
  expect(found.some((line) => line.startsWith('image-alt:'))).toBe(true)
  expect(found.some((line) => line.startsWith('html-has-lang:'))).toBe(true)
})
