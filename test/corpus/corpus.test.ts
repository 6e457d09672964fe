import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { read } from '../../src/council/read/index.ts'
import { resolve, spansOf, valueAt } from '../../src/council/read/passages.ts'
import { corpusFile, evaluate, loadAnnotations, loadCorpus, readMotion } from './evaluate.ts'

/** Real motions and a real decision list, outside this repository. What is asserted of them here is counts and shapes. */
const folder = fileURLToPath(new URL('../../../shared/corpus/council/', import.meta.url))
const present = existsSync(corpusFile)
if (!present) console.warn('SKIPPED: the corpus of real motions (../shared/corpus/council is not here)')

/** Motions that a scan left without a readable request, by the name of their document. */
const unreadable = new Set(
  (
    JSON.parse(readFileSync(fileURLToPath(new URL('unreadable.json', import.meta.url)), 'utf8')) as {
      motions: { file: string }[]
    }
  ).motions.map((one) => one.file),
)

describe.skipIf(!present)('the corpus of national motions', () => {
  const corpus = present ? loadCorpus() : []
  const annotations = loadAnnotations()
  const readings = corpus.map((motion) => ({ motion, reading: readMotion(motion) }))

  test('holds 323 motions, of which 60 are annotated, half of them held back', () => {
    expect(corpus.length).toBe(323)
    expect(annotations.filter((one) => one.half === 'open').length).toBe(30)
    expect(annotations.filter((one) => one.half === 'held').length).toBe(30)
  })

  test('gives one motion with at least one request each, but for the scans listed by name', () => {
    const without = readings.filter(
      ({ reading }) => reading.motions.flatMap((motion) => motion.requests).length === 0,
    )
    expect(new Set(without.map(({ motion }) => motion.id))).toEqual(unreadable)
    expect(
      readings.filter(({ reading }) => reading.kind !== 'motion' || reading.motions.length !== 1),
    ).toEqual([])
    for (const id of unreadable) expect(corpus.find((motion) => motion.id === id)?.scan).toBe(true)
  })

  test('invents no outcome and no votes: these papers state none', () => {
    const outcomes = readings.flatMap(({ reading }) => reading.motions.map((motion) => motion.outcome))
    expect(new Set(outcomes)).toEqual(new Set(['unknown']))
    expect(
      readings.flatMap(({ reading }) => reading.motions.filter((motion) => motion.votes !== null)),
    ).toEqual([])
  })

  test('says of every value where it stands', () => {
    for (const { motion, reading } of readings) {
      const document = { pages: [motion.text.normalize('NFC')] }
      const wrong = spansOf(reading).filter(
        ({ pointer, at }) => valueAt(document, at, pointer) !== resolve(reading, pointer),
      )
      expect([motion.id, wrong.map(({ pointer }) => pointer)]).toEqual([motion.id, []])
    }
  })

  test('has exact counts and kinds of clauses and requests on at least 57 of the 60 annotated motions', () => {
    const both = evaluate(annotations, corpus)
    expect(both.motions).toBe(60)
    expect(both.exactKinds).toBeGreaterThanOrEqual(57)
  })

  test('finds of each frequent kind at least 95 in 100, and invents no more than 5', () => {
    const { perKind } = evaluate(annotations, corpus)
    for (const kind of ['noting', 'considering', 'request']) {
      const score = perKind[kind]
      expect([kind, (score?.matched ?? 0) / (score?.expected ?? 1) >= 0.95]).toEqual([kind, true])
      expect([kind, (score?.matched ?? 0) / (score?.found ?? 1) >= 0.95]).toEqual([kind, true])
    }
  })
})

describe.skipIf(!present)('the decision list', () => {
  const file = `${folder}open-raadsinformatie/Besluitenlijst-raadsvergadering-29-juni-2015.txt`
  const document = { pages: present ? readFileSync(file, 'utf8').normalize('NFC').split('\f') : [] }
  const reading = read(document)

  test('names two amendments and a motion, with what became of them', () => {
    expect(reading.kind).toBe('decision-list')
    expect(reading.motions.map(({ number, outcome, date }) => ({ number, outcome, date }))).toEqual([
      { number: 'A8.1', outcome: 'adopted', date: '2015-06-29' },
      { number: 'A9.1', outcome: 'held', date: '2015-06-29' },
      { number: null, outcome: 'adopted', date: '2015-06-29' },
    ])
  })

  test('gives the votes as far as they are printed', () => {
    const [amendment, held, motion] = reading.motions
    expect(amendment?.votes?.parties.map(({ vote }) => vote)).toEqual([
      'against',
      'against',
      'against',
      'against',
    ])
    expect([amendment?.votes?.for, amendment?.votes?.against]).toEqual([null, null])
    expect(held?.votes).toBe(null)
    expect([motion?.votes?.for, motion?.votes?.against]).toEqual([16, 14])
    expect(motion?.votes?.parties.map(({ vote }) => vote)).toEqual([
      ...Array(6).fill('for'),
      ...Array(5).fill('against'),
    ])
  })

  test('holds two commitments, without a term that could be dated', () => {
    expect(reading.commitments.map(({ text }) => /zegt toe/.test(text))).toEqual([true, true])
    expect(reading.commitments.map(({ due }) => due)).toEqual([null, null])
  })

  test('says where every value stands', () => {
    for (const { pointer, at } of spansOf(reading))
      expect([pointer, valueAt(document, at, pointer)]).toEqual([pointer, resolve(reading, pointer)])
  })
})
