/** Every public screen, in both languages: what must hold for the HTML itself. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleCommitment, sampleDocument, sampleDossier } from '../../../test/sample-dossier.ts'
import { livelyDossier } from '../../../test/sample-lives.ts'
import type {
  CommitmentItem,
  CommitmentList,
  MotionDossier,
  Register,
  RegisterItem,
} from '../../council/index.ts'
import { languages } from '../../words/format.ts'
import { wordsIn } from '../../words/index.ts'
import { buildAssets } from '../build-assets.ts'
import { errorScreen } from '../error-screen.ts'
import type { PublicMunicipalityRequest, Screen, SignInRequest } from '../page.ts'
import { routes } from '../routes.ts'
import { renderScreen } from '../shell/render.tsx'
import { commitmentsScreen } from './commitments.tsx'
import { documentScreen } from './document.tsx'
import { motionScreen } from './motion/motion.tsx'
import { regionPage } from './region.tsx'
import { registerScreen } from './register.tsx'
import { readRegisterQuery } from './register-query.ts'
import { signInPage } from './sign-in.tsx'
import { startScreen } from './start.tsx'
import { aboutPage, accessibilityPage, privacyPage } from './texts.tsx'

const municipality = { slug: 'waterstad', name: 'Waterstad', theme: 'schakel' } as const

function requestIn(language: 'nl' | 'en', query = ''): PublicMunicipalityRequest & SignInRequest {
  return {
    id: '0000',
    mode: 'demo',
    language,
    words: wordsIn(language),
    path: '/waterstad/moties',
    origin: 'http://schakel.example',
    params: {},
    query: new URLSearchParams(query),
    now: new Date('2026-11-24T09:00:00Z'),
    municipalities: [municipality],
    municipality,
    asset: (name) => `/assets/${name}`,
    publicDb: {} as PublicMunicipalityRequest['publicDb'],
    form: async () => new FormData(),
    actor: null,
    token: null,
    sessions: {
      demoPeople: async () => [
        { key: 'a', name: 'N. de Wit', role: 'clerk', municipality: 'waterstad' },
        { key: 'b', name: 'F. Jansma', role: 'councillor', municipality: 'waterstad' },
      ],
      open: async () => null,
      find: async () => null,
      close: async () => {},
    },
  }
}

const item: RegisterItem = {
  ...sampleDossier.motion,
  status: 'claimed-settled',
  basis: 'announced',
  statusOn: '2019-07-02',
  matters: 3,
  settled: 1,
  evidenceUnknown: true,
  termDue: '2019-07-04',
  commitmentDue: '2019-12-02',
  parties: [{ slug: 'stadspartij', name: 'Stadspartij' }],
  domains: ['housing', 'debt'],
  requests: 1,
  parts: 3,
  answeredOn: '2019-07-02',
}
const register: Register = {
  items: [item, { ...item, id: 2, slug: 'm-2', number: null, dated: null, status: 'open', basis: null }],
  total: 60,
  page: 2,
  pages: 3,
  perPage: 25,
  facets: {
    status: [
      { value: 'open', count: 2 },
      { value: 'settled', count: 1 },
    ],
    party: [{ value: 'stadspartij', name: 'Stadspartij', count: 2 }],
    domain: [{ value: 'housing', count: 2 }],
    year: [{ value: 2019, count: 2 }],
  },
}
const noResults: Register = {
  ...register,
  items: [],
  total: 0,
  page: 1,
  pages: 0,
  facets: { status: [], party: [], domain: [], year: [] },
}
const commitment: CommitmentItem = {
  ...sampleCommitment,
  motions: [sampleDossier.motion],
  standing: 'late',
  daysLate: 9,
}
const commitments: CommitmentList = {
  items: [commitment, { ...commitment, id: 6, due: null, standing: 'undated', daysLate: null }],
  total: 2,
  page: 1,
  pages: 1,
  perPage: 25,
  facets: { standing: [{ value: 'late', count: 1 }], year: [{ value: 2019, count: 2 }] },
}
/** A dossier with as little as there can be. */
const bare: MotionDossier = {
  ...sampleDossier,
  motion: {
    ...sampleDossier.motion,
    number: null,
    dated: null,
    outcome: 'unknown',
    numbers: [],
    registryNumbers: [],
  },
  meeting: null,
  proposals: [],
  submitters: [],
  votes: null,
  clauses: [],
  claims: [],
  matters: [],
  commitments: [],
  letters: [],
  documents: [],
  requests: [
    {
      id: 1,
      kind: 'declare',
      act: 'other',
      addressee: null,
      text: 'dat het water van ons allen is',
      domain: null,
      deadline: { text: 'voor de begroting', notBefore: null, notAfter: null, rule: 'named-moment' },
      periodic: { text: 'jaarlijks', months: 12 },
      passage: null,
      parts: [],
      status: { status: 'unknown', basis: null, on: null },
    },
  ],
  status: { status: 'unknown', basis: null, on: null },
}

type Case = [
  name: string,
  make: (request: ReturnType<typeof requestIn>) => Screen | Promise<Screen>,
  query?: string,
]
const none = readRegisterQuery(new URLSearchParams())
const cases: Case[] = [
  ['region', async (r) => (await regionPage({ ...r, municipality: null })) as Screen],
  ['start', (r) => startScreen(r, { motions: [item], total: 9, commitments: [commitment] })],
  ['start, empty', (r) => startScreen(r, { motions: [], total: 0, commitments: [] })],
  ['register', (r) => registerScreen(r, none, register), 'bladzijde=2'],
  ['register, nothing found', (r) => registerScreen(r, { ...none, search: '<b>' }, noResults), 'zoek=<b>'],
  ['register, empty', (r) => registerScreen(r, none, noResults)],
  ['motion', (r) => motionScreen(r, sampleDossier)],
  ['motion, every state', (r) => motionScreen(r, livelyDossier)],
  ['motion, bare', (r) => motionScreen(r, bare)],
  ['commitments', (r) => commitmentsScreen(r, { standing: null, year: null, page: 1 }, commitments)],
  ['document', (r) => documentScreen(r, sampleDocument)],
  ['about', async (r) => (await aboutPage(r)) as Screen],
  ['accessibility', async (r) => (await accessibilityPage(r)) as Screen],
  ['privacy', async (r) => (await privacyPage(r)) as Screen],
  ['sign-in', async (r) => (await signInPage({ ...r, municipality: null })) as Screen],
  ['sign-in, production', async (r) => (await signInPage({ ...r, mode: 'production' })) as Screen],
  ['error', (r) => errorScreen(r, new Error('the secret'))],
]
const all = cases.flatMap(([name, make, query]) =>
  languages.map((language) => [`${name} (${language})`, language, make, query] as const),
)
async function html(language: 'nl' | 'en', make: Case[1], query?: string): Promise<string> {
  const request = requestIn(language, query)
  return renderScreen(request, await make(request), null)
}

/** The text of the body, without what says that it is Dutch. */
function wordsOutsideDutch(page: string): string {
  const read = (node: DefaultTreeAdapterMap['node']): string => {
    if ('value' in node) return node.value
    if (!('childNodes' in node)) return ''
    if ('attrs' in node && node.attrs.some(({ name, value }) => name === 'lang' && value === 'nl')) return ' '
    if (node.nodeName === 'head') return ''
    return node.childNodes.map(read).join(' ')
  }
  return read(parse(page))
}

describe.each(all)('%s', (_, language, make, query) => {
  test('carries nothing inline and no script', async () => {
    const page = await html(language, make, query)
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i)
    expect(page).not.toContain('undefined')
    expect(page).not.toContain('[object')
    expect(page).not.toMatch(/=&gt;|=> `/)
  })

  test('has its language, one heading, the banner, a title and unique ids', async () => {
    const page = await html(language, make, query)
    expect(page).toContain(`<html lang="${language}"`)
    expect(page.match(/<h1/g)).toHaveLength(1)
    expect(page).toContain(wordsIn(language).shell.demo)
    expect(page).toMatch(/<title>.{8,}<\/title>/)
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('links only to what exists, in its own language', async () => {
    const page = await html(language, make, query)
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))
    const patterns = routes.map(
      (route) => new RegExp(`^${route.path.replace(/\/:\w+/g, '/[^/]+').replace(/^\/$/, '')}/?$`),
    )
    const links = [...page.matchAll(/<(?:a|form) [^>]*>/g)].map(([tag]) => tag)
    expect(links.length).toBeGreaterThan(1)
    for (const tag of links) {
      const address = (/ (?:href|action)="([^"]+)"/.exec(tag)?.[1] ?? '').replaceAll('&amp;', '&')
      if (address.startsWith('#')) {
        expect(ids, address).toContain(address.slice(1))
        continue
      }
      const [path = ''] = address.split(/[?#]/)
      const otherLanguage = tag.includes('hreflang') || tag.includes('hrefLang')
      expect(/^\/en(\/|$)/.test(path), address).toBe((language === 'en') !== otherLanguage)
      const bare = path.replace(/^\/en(?=\/|$)/, '') || '/'
      expect(
        patterns.some((pattern) => pattern.test(bare === '/' ? '' : bare)),
        address,
      ).toBe(true)
    }
  })

  test('marks its Dutch as Dutch on an English page', async () => {
    if (language !== 'en') return
    const page = await html(language, make, query)
    expect(wordsOutsideDutch(page)).not.toMatch(
      /huisvesting|actieprogramma|slachtoffers|gemeenteraad|college van|\bhet\b|zomerreces/i,
    )
  })
})

test('what people type is text, not markup', async () => {
  const page = await html('nl', (r) => registerScreen(r, { ...none, search: '"><b>x' }, noResults))
  expect(page).not.toContain('<b>x')
  expect(page).toContain('&quot;&gt;&lt;b&gt;x')
})

test('an unexpected error shows a reference and nothing else', async () => {
  const page = await html('nl', (r) => errorScreen(r, new Error('the secret')))
  expect(page).toContain('0000')
  expect(page).not.toContain('the secret')
})

describe('weight', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-assets-'))
  beforeAll(() => buildAssets(folder))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(['schakel', 'ma'])(
    'a motion page with theme %s stays under 60 kB, without the font',
    async (theme) => {
      const page = gzipSync(await html('nl', (r) => motionScreen(r, sampleDossier))).length
      const file = readdirSync(folder).find((name) => name.startsWith(`${theme}-`) && name.endsWith('.css'))
      const css = gzipSync(readFileSync(join(folder, file ?? ''))).length
      console.log(`${theme}: ${page} bytes of HTML and ${css} of CSS, gzipped`)
      expect(page).toBeGreaterThan(1000)
      expect(css).toBeGreaterThan(5000)
      expect(page + css).toBeLessThan(60_000)
    },
  )
})
