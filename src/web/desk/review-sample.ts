import type { At, Motion, Reading } from '../../council/index.ts'

/** Two pages of an invented letter, and what a reader would find in it; for tests. */
export const samplePages = [
  [
    'Havenmeer, 2 juli 2019',
    'Onderwerp: Afdoening motie Terug in de stad',
    'De raad nam op 4 april 2019 motie H.7 aan. De raad verzoekt het college na te gaan hoe bewoners geholpen worden bij wonen en werk; en daarover te berichten.',
  ].join('\n\n'),
  'Na de zomer ontvangt u het plan. Het college beschouwt de motie hiermee als afgedaan.',
]

export function place(text: string): At {
  for (const [index, page] of samplePages.entries()) {
    const start = page.indexOf(text)
    if (start >= 0) return [{ page: index + 1, start, end: start + text.length }]
  }
  throw new Error(`not in the sample: ${text}`)
}

const request = 'na te gaan hoe bewoners geholpen worden bij wonen en werk; en daarover te berichten'

export const sampleMotion: Motion = {
  number: 'H.7',
  title: 'Terug in de stad',
  registryNumber: null,
  date: '2019-04-04',
  outcome: 'adopted',
  proposal: null,
  submitters: [{ name: 'Van Rijn', party: null }],
  votes: null,
  clauses: [],
  requests: [
    {
      kind: 'request',
      act: 'investigate',
      addressee: 'het college',
      text: request,
      deadline: null,
      periodic: null,
      parts: [
        { text: 'wonen', domain: 'housing', at: place('wonen') },
        { text: 'werk', domain: 'work', at: place('werk') },
      ],
      at: place(request),
    },
  ],
  closingFormula: false,
}

export const sampleReading: Reading = {
  kind: 'settlement-letter',
  letter: {
    date: '2019-07-02',
    subject: 'Afdoening motie Terug in de stad',
    reference: null,
    registryNumber: null,
    addressee: null,
    place: 'Havenmeer',
    department: null,
    unit: null,
    contact: { name: null, phone: null, email: null },
    signatories: [],
  },
  motions: [sampleMotion],
  commitments: [
    {
      text: 'Na de zomer ontvangt u het plan',
      due: { text: 'Na de zomer', notBefore: null, notAfter: null, rule: 'named-moment' },
      at: place('Na de zomer ontvangt u het plan'),
    },
  ],
  pillars: [],
  domains: [],
  settlement: [
    {
      motion: 0,
      claim: 'settled',
      basis: 'announced',
      text: 'Het college beschouwt de motie hiermee als afgedaan',
      at: place('Het college beschouwt de motie hiermee als afgedaan'),
    },
  ],
  personalData: [],
  warnings: ['no-closing-formula', 'settled-on-announcement', 'submitter-without-party', 'term-without-date'],
  passages: {
    '/letter/date': place('2 juli 2019'),
    '/letter/subject': place('Afdoening motie Terug in de stad'),
    '/motions/0/title': place('Terug in de stad'),
    '/motions/0/number': place('H.7'),
    '/commitments/0/due': place('Na de zomer'),
  },
}
