import { describe, expect } from 'vitest'
import { test } from '../test/browser.ts'
import { emptyFile, encryptedPdf, pngNamedPdf, scannedPdf } from '../test/fixtures/bad-documents.ts'
import {
  asFile,
  badFile,
  field,
  findingsOnWholePage,
  newLetter,
  signInAsClerk,
  upload,
  uploadAndOpen,
} from './clerk.ts'

const request = '/motions/0/requests/0'

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
