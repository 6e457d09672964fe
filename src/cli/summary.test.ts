import { expect, test } from 'vitest'
import type { Reading } from '../council/read/reading.ts'
import { Progress } from './progress.ts'
import { printable, summarise, summaryWords } from './summary.ts'

const reading: Reading = {
  kind: 'settlement-letter',
  letter: {
    date: '2021-06-08',
    subject: 'Afdoening motie wonen',
    reference: 'AB/12',
    registryNumber: null,
    addressee: null,
    place: null,
    department: null,
    unit: null,
    contact: { name: null, phone: null, email: null },
    signatories: [],
  },
  motions: [
    {
      number: 'M.3',
      title: 'Een dak',
      registryNumber: null,
      date: '2021-04-01',
      outcome: 'adopted',
      proposal: null,
      submitters: [
        { name: 'Bakker', party: 'Samen' },
        { name: 'De Wit', party: null },
      ],
      votes: null,
      clauses: [{ kind: 'noting', text: 'iets', at: [] }],
      requests: [
        {
          kind: 'request',
          act: 'do',
          addressee: 'het college',
          text: 'te zorgen voor wonen en werk',
          deadline: { text: 'voor 1 mei 2021', notBefore: null, notAfter: '2021-04-30', rule: 'before-date' },
          periodic: null,
          parts: [
            { text: 'wonen', domain: 'housing', at: [] },
            { text: 'werk', domain: null, at: [] },
          ],
          at: [],
        },
      ],
      closingFormula: true,
    },
  ],
  commitments: [
    {
      text: 'wij sturen een plan\u001b[2J',
      due: { text: 'na de zomer', notBefore: null, notAfter: null, rule: 'no-recess-calendar' },
      at: [],
    },
  ],
  pillars: [],
  domains: [],
  settlement: [{ motion: 0, claim: 'settled', basis: 'announced', text: 'afgedaan', at: [] }],
  personalData: [],
  warnings: ['settled-on-announcement'],
  passages: {},
}

test.each(['nl', 'en'] as const)('a reading as lines for people: %s', async (language) => {
  const text = summarise('brief.pdf', reading, await summaryWords(language))
  expect(text).toMatchSnapshot()
  expect(text).not.toContain('\u001b')
})

test('nothing that a terminal would obey', () => {
  expect(printable('a\u001b[2Jb\u202ec\td\n')).toBe('a\ufffd[2Jb\ufffdc\td\n')
})

test('the bar fills as files are done', () => {
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
  const bar = new Progress(stream, 4)
  for (let i = 0; i < 4; i++) bar.step()
  expect(bar.text()).toBe(`[${'#'.repeat(30)}] 4/4`)
  bar.clear()
  expect(written.at(-1)).toBe('\r\x1b[K')
  expect(new Progress(stream, null).text()).toBe('0')
})
