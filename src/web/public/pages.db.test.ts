/** The public pages over a real database, as a visitor gets them. */
import { beforeAll, describe, expect } from 'vitest'
import {
  letterPages,
  letterReading,
  motionPaper,
  readDocument,
  setUpTestTown,
} from '../../../test/council.ts'
import { test, testActor, testNow } from '../../../test/database.ts'
import { registerDocument } from '../../council/index.ts'
import type { Databases } from '../../db/connect.ts'
import { transact } from '../../db/transact.ts'
import { createApp } from '../app.ts'
import { webDeps } from '../deps.ts'
import type { LogLine } from '../log.ts'

const host = 'http://schakel.example'
const lines: LogLine[] = []
let app: ReturnType<typeof createApp> | undefined
const dossier = '/testdorp/moties/2024/h-4-banken-in-het-park'
const letter = '/testdorp/stukken/2024/brief-afdoening-motie-banken-in-het-park'

const trees =
  'eik beuk berk els es iep linde wilg populier kastanje esdoorn acacia plataan spar den lariks taxus hulst meidoorn vlier hazelaar lijsterbes haagbeuk notelaar appel peer kers pruim kweepeer moerbei'.split(
    ' ',
  )

async function site(databases: Databases): Promise<NonNullable<typeof app>> {
  if (app) return app
  await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      await setUpTestTown(ctx)
      const document = await readDocument(ctx, { pages: letterPages, reading: letterReading() })
      await registerDocument(ctx, { document, version: 0 })
      for (const [index, tree] of trees.entries()) {
        const paper = motionPaper({
          number: `M.${index + 1}`,
          title: `${tree}laan`,
          date: new Date(Date.UTC(2025, 0, 1 + index * 11)).toISOString().slice(0, 10),
          outcome: index % 2 ? 'rejected' : 'adopted',
          request: `een ${tree} te planten`,
          submitters: [{ name: 'Lindeboom', party: 'Nieuw Dorp' }],
        })
        const id = await readDocument(ctx, paper)
        await registerDocument(ctx, { document: id, version: 0 })
      }
    },
    testNow,
  )
  app = createApp(
    webDeps({
      mode: 'demo',
      baseUrl: null,
      databases,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      clock: () => testNow,
      log: (line) => lines.push(line),
    }),
  )
  return app
}

async function text(
  databases: Databases,
  path: string,
): Promise<{ status: number; page: string; words: string }> {
  const answer = await (await site(databases)).request(host + path)
  const page = await answer.text()
  const words = page
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
  return { status: answer.status, page, words }
}

beforeAll(() => {
  app = undefined
})

describe('public pages', () => {
  test('the region names the town', async ({ databases }) => {
    const { status, page } = await text(databases, '/')
    expect(status).toBe(200)
    expect(page).toContain('href="/testdorp"')
  })

  test('the town begins with what it is, a search and what is newest', async ({ databases }) => {
    const { words, page } = await text(databases, '/testdorp')
    expect(words).toContain('Wat vroeg de raad van Testdorp?')
    expect(words).toContain('Bekijk alle 31 moties')
    expect(words).toContain('Het college stuurt na het zomerreces een plan voor de banken')
    expect(page).toContain('action="/testdorp/moties"')
  })

  test('the register shows 25 a page, and the rest behind it', async ({ databases }) => {
    const first = await text(databases, '/testdorp/moties')
    expect(first.words).toContain('31 moties gevonden.')
    expect(first.page.match(/<li><h3/g)).toHaveLength(25)
    expect(first.page).toContain('href="/testdorp/moties?bladzijde=2"')
    const second = await text(databases, '/testdorp/moties?bladzijde=2')
    expect(second.page.match(/<li><h3/g)).toHaveLength(6)
    expect((await text(databases, '/testdorp/moties?bladzijde=9')).words).toContain('bestaat niet meer')
  })

  test('a search finds other forms of a word; filters narrow; both are said', async ({ databases }) => {
    const found = await text(databases, '/testdorp/moties?zoek=bank')
    expect(found.words).toContain('1 motie gevonden voor “bank”')
    expect(found.page).toContain(`href="${dossier}"`)
    const narrowed = await text(databases, '/testdorp/moties?fractie=nieuw-dorp&status=not-adopted&jaar=2025')
    expect(narrowed.words).toContain('15 moties gevonden.')
    expect(narrowed.words).toContain('Alleen: niet aangenomen, Nieuw Dorp en 2025.')
    expect(narrowed.page).toMatch(/<option [^>]*value="2025"[^>]*selected/)
    const none = await text(databases, "/testdorp/moties?zoek=x'%22%3Cb%3E")
    expect(none.status).toBe(200)
    expect(none.words).toContain('Wat kun je doen?')
  })

  test('a motion: asked part by part, claimed and promised, each with its passage', async ({ databases }) => {
    const { status, words, page } = await text(databases, dossier)
    expect(status).toBe(200)
    for (const sentence of [
      'De raad vroeg op 4 april 2024 één ding, in drie delen: de vijver, de speeltuin en het hek',
      'Het college meldde na 89 dagen, op 2 juli 2024, dat deze motie is afgedaan.',
      'Dat steunt op een aankondiging',
      'Van wat was toegezegd, stond op onze controledatum, 2 december 2024, nog niets in dit register.',
      'controledatum 2 december 2024: nog niets bekend',
      'gemeld op 2 juli 2024, nog niet besloten',
      'uiterlijk 4 juli 2024',
      'de vaste termijn van de gemeente',
      'De raad verzoekt het college',
      'alleen aangekondigd',
      'Bram Lindeboom (Dorpsbelang)',
    ]) {
      expect(words).toContain(sentence)
    }
    expect(page).toMatch(new RegExp(`href="${letter}#p2-\\d+-\\d+"`))
  })

  test('each link to a passage leads to a marked place in the letter', async ({ databases }) => {
    const { page } = await text(databases, dossier)
    const anchors = [...page.matchAll(new RegExp(`href="${letter}#([^"]+)"`, 'g'))].map((match) => match[1])
    expect(anchors.length).toBeGreaterThan(3)
    const sheet = await text(databases, letter)
    for (const anchor of new Set(anchors)) expect(sheet.page).toContain(`id="${anchor}"`)
  })

  test('the letter leads back to its motion and hides who wrote it', async ({ databases }) => {
    const { words, page } = await text(databases, letter)
    expect(page).toContain(`href="${dossier}"`)
    expect(words).toContain('Afdoening motie Banken in het park')
    expect(words).toContain('Okke Vaandrig')
    expect(page).not.toMatch(/Goede-Proef|06-12345678|degoedeproef@/)
  })

  test('commitments with their dates', async ({ databases }) => {
    const { words, page } = await text(databases, '/testdorp/toezeggingen')
    expect(words).toContain('1 toezegging.')
    expect(words).toContain('na 2 september 2024')
    expect(page).toContain(`href="${dossier}"`)
    expect((await text(databases, '/testdorp/toezeggingen?stand=kept')).words).toContain('Geen toezeggingen')
  })

  test('English pages hold the same', async ({ databases }) => {
    const { words, page } = await text(databases, `/en${dossier}`)
    expect(words).toContain('The college reported after 89 days, on 2 July 2024')
    expect(page).toContain(`href="/en${letter}#`)
  })

  test('what does not exist is not found', async ({ databases }) => {
    for (const path of [
      '/testdorp/moties/2024/niets',
      '/testdorp/moties/1e3/h-4-banken-in-het-park',
      '/testdorp/stukken/2024/niets',
      '/testdorp/moties/99999999999999999999/x',
    ]) {
      expect((await text(databases, path)).status, path).toBe(404)
    }
  })

  test('no public page names an official, and no request failed', async ({ databases }) => {
    for (const path of ['/testdorp', '/testdorp/moties?zoek=Fenna', '/testdorp/toezeggingen', dossier]) {
      const { page } = await text(databases, path)
      expect(
        page.replaceAll('zoek=Fenna', '').replaceAll('“Fenna”', '').replaceAll('value="Fenna"', ''),
      ).not.toMatch(/Goede-Proef|Fenna|12345678/)
    }
    expect(lines.filter(({ status }) => status >= 500)).toEqual([])
  })
})
