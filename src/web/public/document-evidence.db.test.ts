/** Words that people picked are marked in their document, and every quotation leads to its mark. */
import { describe, expect } from 'vitest'
import { letterPages, placeOf } from '../../../test/council.ts'
import { test, testActor, testNow } from '../../../test/database.ts'
import { textOf } from '../../../test/desk-site.ts'
import { as, commitmentNow, matterNow, registerSample, words } from '../../../test/life.ts'
import {
  extendCommitment,
  keepCommitment,
  noteProgress,
  passageId,
  proposeSettlement,
} from '../../council/index.ts'
import type { Databases } from '../../db/connect.ts'
import { transact } from '../../db/transact.ts'
import { createApp } from '../app.ts'
import { webDeps } from '../deps.ts'

const motion = '/testdorp/moties/2024/h-4-banken-in-het-park'
const letter = '/testdorp/stukken/2024/brief-afdoening-motie-banken-in-het-park'
/** None of these is what the reader marked; one crosses a line end, one lies across two things that were read. */
const picked = {
  settlement: 'het zomerreces een plan voor de banken. Vragen',
  commitment: 'Stuur anders een bericht',
  extension: 'Vragen? Bel',
  message: 'Het college beschouwt de motie',
}
let sample: Awaited<ReturnType<typeof registerSample>> | undefined

async function site(databases: Databases) {
  sample ??= await transact(
    databases.desk,
    testActor,
    async (ctx) => {
      const registered = await registerSample(ctx)
      const { document, commitment, matters } = registered
      const matter = matters[0]!
      const clerk = await as(ctx, 'clerk', '2024-09-12')
      const version = async () => (await matterNow(ctx, matter)).version
      await noteProgress(clerk, {
        matter,
        version: await version(),
        text: 'Zie de brief',
        place: words(document, picked.message),
      })
      await proposeSettlement(clerk, {
        matter,
        version: await version(),
        outcome: 'partly',
        evidence: [words(document, picked.settlement)],
      })
      await extendCommitment(clerk, {
        commitment,
        version: (await commitmentNow(ctx, commitment)).version,
        to: '2025-06-01',
        reason: 'Later',
        place: words(document, picked.extension),
      })
      await keepCommitment(clerk, {
        commitment,
        version: (await commitmentNow(ctx, commitment)).version,
        how: 'kept',
        evidence: [words(document, picked.commitment)],
      })
      return registered
    },
    testNow,
  )
  const app = createApp(
    webDeps({
      mode: 'demo',
      baseUrl: null,
      databases,
      assets: { url: (name) => `/assets/${name}`, find: () => null },
      clock: () => testNow,
      log: () => {},
    }),
  )
  return async (path: string) => (await app.request(`http://schakel.example${path}`)).text()
}

describe('picked words in their document', () => {
  test.for(Object.entries(picked))(
    '%s: “%s” has a mark and says what rests on it',
    async ([, text], { databases }) => {
      const html = await (await site(databases))(letter)
      const id = passageId(placeOf(letterPages, text))
      const at = html.indexOf(`id="${id}"`)
      expect(at, id).toBeGreaterThan(0)
      const marked = textOf(html.slice(html.indexOf('>', at) + 1))
      expect(marked.replace(/\W+/g, ' ').trim().startsWith(text.split(/\W+/)[0]!)).toBe(true)
    },
  )

  test('the list beside the text names them', async ({ databases }) => {
    const text = textOf(await (await site(databases))(letter))
    for (const said of [
      'bewijs bij een afdoening',
      'bewijs bij een toezegging',
      'reden om een toezegging te verlengen',
      'aangehaald in een bericht over een verzoek',
    ])
      expect(text).toContain(said)
    expect(textOf(await (await site(databases))(`/en${letter}`))).toContain('evidence for a settlement')
  })

  test('each link to a passage leads to a mark', async ({ databases }) => {
    const get = await site(databases)
    const ids = new Set([...(await get(letter)).matchAll(/ id="(p\d[^"]*)"/g)].map(([, id]) => id))
    for (const page of [motion, `/testdorp/toezeggingen/${sample!.commitment}`]) {
      const links = [...(await get(page)).matchAll(/\/stukken\/2024\/[^"#]+#(p\d[^"]*)"/g)].map(
        ([, id]) => id,
      )
      expect(links.length, page).toBeGreaterThan(3)
      for (const id of links) expect(ids.has(id), `${page} ${id}`).toBe(true)
    }
  })

  test('words of a motion that is not public are not marked', async ({ databases }) => {
    const get = await site(databases)
    const hide = (published: Date | null) =>
      transact(
        databases.desk,
        testActor,
        (ctx) =>
          ctx.tx
            .updateTable('council.motion')
            .set({ published_at: published })
            .where('id', '=', sample!.motion.id)
            .execute(),
        testNow,
      )
    await hide(null)
    try {
      const html = await get(letter)
      expect(html).not.toContain(passageId(placeOf(letterPages, picked.settlement)))
      expect(html).not.toContain(passageId(placeOf(letterPages, picked.message)))
    } finally {
      await hide(testNow)
    }
  })
})
