/** Invented papers for tests of the council room: pages, and a reading whose passages are found by their words. */

import type { At, LifeSettingKey, Motion, PublicDb, Request } from '../src/council/index.ts'
import {
  addCouncillor,
  addRecesses,
  type Reading,
  saveReading,
  setUpMunicipality,
  storeDocument,
} from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'

/** A transaction as public pages would read it, for tests that keep nothing. What a visitor may read is tested with the visitor's own login. */
export const publicDb = (tx: Ctx['tx']): PublicDb => tx as unknown as PublicDb

/** Where these words stand on the pages; throws when they do not. The `nth` time, from 1. */
export function placeOf(pages: readonly string[], words: string, nth = 1): At {
  let seen = 0
  for (const [index, page] of pages.entries()) {
    for (let start = page.indexOf(words); start >= 0; start = page.indexOf(words, start + 1)) {
      seen += 1
      if (seen === nth) return [{ page: index + 1, start, end: start + words.length }]
    }
  }
  throw new Error(`not on these pages: ${words}`)
}

export const letterPages = [
  `Aan: de gemeenteraad
Datum 2 juli 2024
Onderwerp Afdoening motie Banken in het park
Ons kenmerk GR/2024.12
RIS400100
Contactpersoon Fenna de Goede-Proef
Telefoonnummer 06-12345678
E-mailadres f.degoedeproef@testdorp.example

Uw raad nam op 4 april 2024 de motie H.4 'Banken in het park' (RIS400099) van de heer Lindeboom (Dorpsbelang) aan.
De motie luidt:
Constaterende dat: er te weinig banken zijn;
Verzoekt het college: te zorgen voor banken bij de vijver, de speeltuin en het hek.`,
  `Het college stuurt na het zomerreces een plan voor de banken. Vragen? Bel mevrouw De Goede-Proef of 06 8765 4321.
Stuur anders een bericht naar info.tweede@testdorp.example.
Het college beschouwt de motie hiermee als afgedaan.
De secretaris, Okke Vaandrig`,
]

export function letterReading(pages: readonly string[] = letterPages): Reading {
  const at = (words: string, nth?: number) => placeOf(pages, words, nth)
  return {
    kind: 'settlement-letter',
    letter: {
      date: '2024-07-02',
      subject: 'Afdoening motie Banken in het park',
      reference: 'GR/2024.12',
      registryNumber: 'RIS400100',
      addressee: 'de gemeenteraad',
      place: null,
      department: null,
      unit: null,
      contact: {
        name: 'Fenna de Goede-Proef',
        phone: '06-12345678',
        email: 'f.degoedeproef@testdorp.example',
      },
      signatories: [{ name: 'Okke Vaandrig', role: 'secretaris', acting: false }],
    },
    motions: [
      {
        ...emptyMotion,
        number: 'H.4',
        title: 'Banken in het park',
        registryNumber: 'RIS400099',
        date: '2024-04-04',
        outcome: 'adopted',
        proposal: { title: 'Groenplan', registryNumber: 'RIS400001' },
        submitters: [{ name: 'Lindeboom', party: 'Dorpsbelang' }],
        clauses: [{ kind: 'noting', text: 'er te weinig banken zijn', at: at('er te weinig banken zijn') }],
        requests: [
          {
            ...emptyRequest,
            addressee: 'het college',
            act: 'do',
            text: 'te zorgen voor banken bij de vijver, de speeltuin en het hek',
            at: at('te zorgen voor banken bij de vijver, de speeltuin en het hek'),
            parts: ['de vijver', 'de speeltuin', 'het hek'].map((text) => ({
              text,
              domain: null,
              at: at(text),
            })),
          },
        ],
      },
    ],
    commitments: [
      {
        text: 'Het college stuurt na het zomerreces een plan voor de banken',
        due: { text: 'na het zomerreces', notBefore: '2024-09-02', notAfter: null, rule: 'after-recess' },
        at: at('Het college stuurt na het zomerreces een plan voor de banken'),
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
        at: at('Het college beschouwt de motie hiermee als afgedaan'),
      },
    ],
    personalData: [
      { kind: 'name', text: 'Fenna de Goede-Proef', at: at('Fenna de Goede-Proef') },
      { kind: 'email', text: 'f.degoedeproef@testdorp.example', at: at('f.degoedeproef@testdorp.example') },
    ],
    warnings: ['no-closing-formula', 'settled-on-announcement'],
    passages: {
      '/letter/date': at('2 juli 2024'),
      '/letter/subject': at('Afdoening motie Banken in het park'),
      '/motions/0/number': at('H.4'),
      '/motions/0/title': at('Banken in het park', 2),
      '/motions/0/date': at('4 april 2024'),
      '/motions/0/submitters/0/name': at('Lindeboom'),
    },
  }
}

export const emptyMotion: Motion = {
  number: null,
  title: null,
  registryNumber: null,
  date: null,
  outcome: 'unknown',
  proposal: null,
  submitters: [],
  votes: null,
  clauses: [],
  requests: [],
  closingFormula: false,
}
export const emptyRequest: Request = {
  kind: 'request',
  act: 'other',
  addressee: null,
  text: '',
  deadline: null,
  periodic: null,
  parts: [],
  at: [],
}
export const emptyReading: Reading = {
  kind: 'motion',
  letter: null,
  motions: [],
  commitments: [],
  pillars: [],
  domains: [],
  settlement: [],
  personalData: [],
  warnings: [],
  passages: {},
}

/** A motion as a document of its own, with one request. */
export function motionPaper(input: Partial<Motion> & { request: string }): {
  pages: string[]
  reading: Reading
} {
  const { request, ...motion } = input
  const pages = [`Motie ${motion.number ?? ''} ${motion.title ?? ''}\nVerzoekt het college ${request}.`]
  const requests = [{ ...emptyRequest, addressee: 'het college', text: request, at: placeOf(pages, request) }]
  return { pages, reading: { ...emptyReading, motions: [{ ...emptyMotion, requests, ...motion }] } }
}

const testTerms = {
  standardTermWeeks: 13,
  checkTermMonths: 3,
  objectionDays: 14,
  decidingBody: 'council-on-proposal',
}

/** The municipality of the actor, with a few councillors, as far as tests need one. */
export async function setUpTestTown(
  ctx: Ctx,
  name = 'Testdorp',
  terms: Partial<Record<LifeSettingKey, unknown>> = {},
): Promise<void> {
  await setUpMunicipality(ctx, {
    name,
    theme: 'schakel',
    bodies: [{ kind: 'council', name: 'Gemeenteraad' }],
    settings: Object.entries({ ...testTerms, ...terms }).map(([key, value]) => ({
      key,
      validFrom: '2018-01-01',
      value,
      source: `test ${key}`,
    })),
  })
  await addRecesses(ctx, {
    recesses: [{ kind: 'summer', from: '2024-07-13', to: '2024-09-01', source: 'test' }],
  })
  await addCouncillor(ctx, {
    name: 'Bram Lindeboom',
    memberships: [
      { party: 'Dorpsbelang', from: '2018-03-29', to: '2022-03-29' },
      { party: 'Nieuw Dorp', from: '2022-03-30', to: null },
    ],
  })
}

let stored = 0
/** A document that was read: what an upload leaves behind, without opening a file. */
export async function readDocument(
  ctx: Ctx,
  paper: { pages: readonly string[]; reading: Reading },
  fileName = 'brief.txt',
): Promise<number> {
  stored += 1
  const bytes = Buffer.from(`${paper.pages.join('\f')}\n${stored}`)
  const { document } = await storeDocument(ctx, { bytes, fileName })
  await saveReading(ctx, { document, outcome: { ok: true, format: 'text', ...paper } })
  return document
}
