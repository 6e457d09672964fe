import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixtures } from '../../../test/fixtures/fixtures.ts'
import { read } from './index.ts'
import { resolve, spansOf, valueAt } from './passages.ts'
import type { TextDocument } from './reading.ts'

const papers = fixtures()

/** Pieces of real formulae, broken in every way: what a reader trips over sooner than over noise. */
const shards = [
  'Constaterende dat',
  'overwegende',
  'dat ',
  'verzoekt het college',
  'om ',
  ':',
  ';',
  ',',
  '.',
  '\n',
  '\n\n',
  '- ',
  '• ',
  '1. ',
  'a. ',
  'en gaat over tot de orde van de dag',
  'Motie 12',
  'motie H.4 ',
  "'Titel'",
  '(RIS 302261)',
  'RIS302.261',
  'Datum: 2 juli 2019',
  '4-4-2019',
  'Aan: de Gemeenteraad',
  'Onderwerp: Afdoening motie',
  'Geachte raad,',
  'Hoogachtend,',
  'de wnd. secretaris, de burgemeester,',
  'Jan de Vries',
  'Het college beschouwt de motie hiermee als afgedaan',
  'Wij zullen ',
  'na het zomerreces ',
  'binnen drie maanden ',
  'op het gebied van huisvesting, zorg en werk',
  'pijlers preventie, aanpak en zorg',
  'aangenomen',
  '[x] verworpen',
  '16 stemmen voor en 14 stemmen tegen',
  'Voor: A (4), B (6)',
  'soci-\nale',
  're-\nintegratie',
  'beleid[1]',
  'beleid¹',
  '*',
  '"',
  '“',
  '”',
  '’',
  '(',
  ')',
  '\t',
  '      ',
  '\u00ad',
  '\u00a0',
  '\u0000',
  '\ud83d',
  '\udca9',
  '\u0301',
  'é',
  'Pagina 2 van 3',
  'j.jansen@stad.example',
  '(0199) 45 67 12',
  'Besluitenlijst',
  'Amendement A1',
  'Besluit:',
  'draagt het college op',
  'spreekt uit dat',
  'Toelichting',
]
const shard = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...shards) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)
const page = fc.array(shard, { maxLength: 80 }).map((parts) => parts.join(' '))
const loose = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 400,
})
const invented = fc
  .record({ paper: fc.constantFrom(...papers), cut: fc.nat(), noise: shard })
  .map(({ paper, cut, noise }) =>
    paper.document.pages.map(
      (text) => text.slice(0, cut % (text.length + 1)) + noise + text.slice(cut % (text.length + 1)),
    ),
  )
const document: fc.Arbitrary<TextDocument> = fc
  .oneof(fc.array(page, { maxLength: 4 }), fc.array(loose, { maxLength: 3 }), invented)
  .map((pages) => ({ pages: pages.map((text) => text.normalize('NFC')) }))

const recesses = [{ kind: 'summer' as const, from: '2019-07-13', to: '2019-08-25' }]
const runs = { numRuns: 150 }

describe('any document', () => {
  test('is read without throwing, twice alike, and not changed', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(document, fc.boolean(), (doc, known) => {
        const before = JSON.stringify(doc)
        const context = { recesses: known ? recesses : null }
        expect(read(doc, context)).toEqual(read({ pages: [...doc.pages] }, context))
        expect(JSON.stringify(doc)).toBe(before)
      }),
      runs,
    )
  })

  test('gives spans that lie in their page, in order and never empty', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(document, (doc) => {
        for (const { pointer, at } of spansOf(read(doc))) {
          expect([pointer, at.length > 0]).toEqual([pointer, true])
          at.forEach((span, i) => {
            const length = doc.pages[span.page - 1]?.length ?? -1
            const previous = at[i - 1]
            const ordered =
              !previous ||
              previous.page < span.page ||
              (previous.page === span.page && previous.end <= span.start)
            expect([
              pointer,
              span.start >= 0 && span.start < span.end && span.end <= length && ordered,
            ]).toEqual([pointer, true])
          })
        }
      }),
      runs,
    )
  })

  test('gives every value that its passage gives', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(document, (doc) => {
        const reading = read(doc, { recesses })
        for (const { pointer, at } of spansOf(reading)) {
          expect([pointer, valueAt(doc, at, pointer)]).toEqual([pointer, resolve(reading, pointer)])
        }
      }),
      runs,
    )
  })

  test('is unknown and empty when it is no council paper', () => {
    for (const pages of [[], [''], ['\n\n'], ['Boodschappen: melk, brood, kaas.']]) {
      const reading = read({ pages })
      expect(reading.kind).toBe('unknown')
      expect(reading.motions.length + reading.commitments.length + reading.warnings.length).toBe(0)
    }
  })
})

const heads = {
  bare: '',
  letter: 'Aan: de Gemeenteraad\nDatum: 2 juli 2019\nOnderwerp: Afdoening motie H.4\nGeachte raad,\n\n',
  motion: 'MOTIE 4\n\nDe raad, bijeen op 3 mei 2021,\n\n',
  list: 'Besluitenlijst raadsvergadering 29 juni 2015\n\n',
}
const hostile = [
  'verzoekt het college om ',
  'verzoekt het college om;\n',
  '- ',
  '- a\n',
  '1',
  'a-\n',
  '(',
  '"',
  '”',
  '"\n',
  'RIS ',
  '\n',
  'overwegende dat ',
  'overwegende dat a;\n',
  'gaat over tot de orde van de dag\n',
  'motie 1, ',
  "motie 'a' ",
  'Motie 1\nverzoekt het college a;\n',
  ' ',
  '*',
  '_',
  'a@b.',
  'contact met Jan ',
  'Voor: A (4), ',
  'op het gebied van a, b en ',
  'Constaterende dat      a\n',
  '\u00ad\n',
  '\ud800',
  'A. ',
  '06 12 ',
  'voor 1 mei 2021 ',
]
const cpu = (run: () => unknown): number => {
  const before = process.cpuUsage()
  run()
  return process.cpuUsage(before).user / 1000
}

describe('time', () => {
  test.each(hostile)(
    'stays linear for %j',
    (unit) => {
      for (const head of Object.values(heads)) {
        const of = (size: number) => ({ pages: [head + unit.repeat(Math.ceil(size / unit.length))] })
        const small = Math.min(...[1, 2].map(() => cpu(() => read(of(60_000)))))
        const large = Math.min(...[1, 2].map(() => cpu(() => read(of(240_000)))))
        // Four times the text: sixteen times the work would be quadratic. The constant forgives the noise of a busy machine.
        expect(large).toBeLessThan(8 * small + 250)
      }
    },
    60_000,
  )
})
