import { expect, test } from 'vitest'
import type { MailFacts, MailMotion } from '../council/index.ts'
import { type MailPlace, renderMail } from './render.ts'
import { messageIdOf, resultOf } from './transport.ts'

const motion: MailMotion = {
  id: 4,
  kind: 'motion',
  number: 'H.4',
  title: 'Banken & <b>bomen</b>',
  year: 2024,
  slug: 'banken',
}
const place: MailPlace = {
  municipality: { slug: 'testdorp', name: 'Testdorp' },
  baseUrl: 'https://schakel.example',
  demo: false,
  confirmWithinDays: 7,
}
const event = { on: '2024-12-03', text: 'de vijver', outcome: 'announced', until: null }
const every: MailFacts[] = [
  { kind: 'confirm', follow: 1, topic: { kind: 'motion', motion } },
  { kind: 'known', topic: { kind: 'domain', domain: 'housing' } },
  {
    kind: 'digest',
    from: '2024-12-02',
    until: '2024-12-08',
    name: null,
    motions: [{ motion, events: [{ what: 'matter.accept', ...event }] }],
  },
  {
    kind: 'digest',
    from: '2024-12-02',
    until: '2024-12-08',
    name: 'Bram Lindeboom',
    motions: [{ motion, events: [{ what: 'commitment.miss', ...event }] }],
  },
  {
    kind: 'reopened',
    on: '2024-12-03',
    commitment: { text: 'een plan', due: '2024-12-02' },
    motions: [{ motion, matters: ['de vijver'] }],
  },
  {
    kind: 'reminder',
    name: 'Łucja Çelik-Ñuñez',
    items: [
      {
        about: 'matter',
        id: 7,
        text: 'de vijver',
        motions: [motion],
        due: '2024-12-16',
        stage: 'before',
        owedOn: '2024-12-02',
      },
      {
        about: 'commitment',
        id: 9,
        text: 'een plan',
        motions: [motion],
        due: '2024-12-02',
        stage: 'passed',
        owedOn: '2024-12-03',
      },
      ...(['milestone', 'action'] as const).flatMap((about) =>
        (['before', 'passed'] as const).map((stage) => ({
          about,
          id: 3,
          text: 'lesbrief <b>bomen</b> af',
          programme: { slug: 'veilig-buiten', title: 'Veilig buiten' },
          action: { id: 2, number: '1.1', title: 'Lessen' },
          due: '2024-12-02',
          stage,
          owedOn: '2024-12-03',
        })),
      ),
    ],
  },
  {
    kind: 'fallen',
    name: 'Kanarie',
    commitment: {
      id: 3,
      text: 'een plan <b>bomen</b>',
      cause: 'own-evidence',
      on: '2024-12-02',
      reason: 'De cijfers klopten niet',
      motions: [motion],
    },
  },
]
const links = { confirm: 'C'.repeat(43), stop: 'S'.repeat(43) }

test.for(every.flatMap((facts) => (['nl', 'en'] as const).map((language) => [facts, language] as const)))(
  'text and HTML say the same, link to the site only, and track nobody: %#',
  ([facts, language]) => {
    const stop = facts.kind === 'reminder' ? null : links.stop
    const mail = renderMail({ facts, language, links: { ...links, stop } }, place)
    const addresses = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address)
    const linked = [...mail.html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])
    expect(linked).toEqual(addresses)
    expect(addresses.length).toBeGreaterThan(0)
    const base = `https://schakel.example${language === 'en' ? '/en' : ''}/testdorp/`
    for (const address of addresses) expect(address.startsWith(base), address).toBe(true)
    expect(mail.html).not.toMatch(/<(img|script|style|link|iframe)|src=|utm_/i)
    expect(mail.html).not.toContain('<b>bomen')
    expect(mail.subject).not.toMatch(/[\r\n]|undefined|null/)
    expect(mail.text).not.toMatch(/undefined|null|\[object/)
    expect(mail.text).not.toContain('!')
    expect(mail.unsubscribe).toBe(stop && `${base}volgen/afmelden/${stop}`)
  },
)

test('a title cannot add a header', () => {
  const facts: MailFacts = { kind: 'known', topic: { kind: 'domain', domain: 'work' } }
  const name = 'Testdorp\r\nBcc: ander@b.example\u2028X: y'
  const mail = renderMail(
    { facts, language: 'nl', links: { confirm: null, stop: null } },
    { ...place, municipality: { slug: 't', name } },
  )
  expect(mail.subject).toContain('Testdorp Bcc: ander@b.example X: y')
  expect(`${mail.subject}${mail.from}`).not.toMatch(/[\p{Cc}\u2028]/u)
})

test('a week with very much stays a mail that can be read', () => {
  const motions = Array.from({ length: 100 }, (_, id) => ({
    motion: { ...motion, id },
    events: Array.from({ length: 40 }, () => ({ what: 'matter.start' as const, ...event })),
  }))
  const facts: MailFacts = { kind: 'digest', from: '2024-12-02', until: '2024-12-08', name: null, motions }
  const { text } = renderMail({ facts, language: 'nl', links }, place)
  expect(text.length).toBeLessThan(60_000)
  expect(text).toContain('En nog 70 moties')
  expect(text).toContain('En nog 28 stappen')
})

test.for([
  [{ command: 'RCPT TO', responseCode: 550 }, 'refused', '550'],
  [{ command: 'DATA', responseCode: 554 }, 'refused', '554'],
  [{ command: 'DATA', responseCode: 503 }, 'undelivered', '503'],
  [{ command: 'RCPT TO', responseCode: 451 }, 'undelivered', '451'],
  [{ command: 'MAIL FROM', responseCode: 550 }, 'undelivered', '550'],
  [{ command: 'AUTH PLAIN', responseCode: 535, code: 'EAUTH' }, 'undelivered', '535'],
  [{ command: 'CONN', code: 'ECONNREFUSED' }, 'undelivered', 'ECONNREFUSED'],
  [new Error('a@b.example'), 'undelivered', 'unknown'],
] as const)('what an answer means: %j', ([error, kind, code]) => {
  expect(resultOf(error)).toEqual({ kind, code })
})

test('a mail has one Message-ID, and each its own', () => {
  const id = (key: string) => messageIdOf({ municipality: 'testdorp', key, from: 'a@b.example' })
  expect(id('digest 1')).toBe(id('digest 1'))
  expect(id('digest 1')).not.toBe(id('digest 2'))
  expect(id('digest 1')).toMatch(/^<[0-9a-f]{40}@b\.example>$/)
})
