import { afterAll, describe, expect, test } from 'vitest'
import { emptyAction, emptyTree } from '../../../test/programme-tree.ts'
import { blocksOfText, closeMaker } from '../../documents-out/index.ts'
import { reportPhrasesOf } from '../../words/report-phrases.ts'
import type { HistoryLine, Milestone } from '../tree.ts'
import { composeReport } from './compose-report.ts'
import type { ReportFacts } from './facts.ts'
import { periodOf } from './period.ts'

afterAll(closeMaker)

const scope = { kind: 'interim', language: 'nl', from: '2024-07-01', to: '2024-12-31' } as const
const names: ReportFacts['names'] = {
  municipality: 'Waterstad',
  address: 'https://schakel.example/waterstad/programma/veilig-buiten',
  documents: new Map([
    [7, { title: 'Brief over lessen', dated: '2024-09-02', address: 'https://schakel.example/stuk-7' }],
  ]),
  served: new Map(),
}
const milestone = (given: Partial<Milestone>): Milestone => ({
  id: 1,
  version: 1,
  title: 'Lesbrief gedrukt',
  dueOn: '2024-10-01',
  firstDueOn: null,
  state: 'open',
  reachedOn: null,
  evidence: [],
  ...given,
})
let lines = 0
const line = (given: Partial<HistoryLine>): HistoryLine => ({
  id: ++lines,
  subject: 'milestone',
  of: 1,
  action: 1,
  step: 'change',
  version: 2,
  on: '2024-09-01',
  at: new Date('2024-09-01T10:00:00Z'),
  role: 'policy-officer',
  name: null,
  reason: null,
  text: null,
  changes: [],
  undone: false,
  ...given,
})
const moved = (from: string | null, to: string | null, given: Partial<HistoryLine> = {}) =>
  line({ changes: [{ field: 'due_on', from, to }], reason: 'De drukker is dicht', ...given })

const promisedOf = (one: Milestone, history: HistoryLine[] = [], action = {}, today = '2025-01-15') =>
  periodOf(
    emptyTree({ actions: [emptyAction({ state: 'running', milestones: [one], ...action })] }),
    history,
    scope,
    1,
    today,
  ).promised

describe('what was promised for a period', () => {
  test.for<[string, Partial<Milestone>, HistoryLine[], object | null]>([
    ['late', {}, [], { day: '2024-10-01', earlier: false, outcome: { kind: 'late' } }],
    ['its last day counts', { dueOn: '2024-12-31' }, [], { day: '2024-12-31' }],
    ['a day after it is no promise for it', { dueOn: '2025-01-01' }, [], null],
    ['without a day nothing was promised', { dueOn: null }, [], null],
    [
      'reached in it',
      { state: 'reached', reachedOn: '2024-11-01' },
      [],
      { outcome: { kind: 'reached', on: '2024-11-01' } },
    ],
    ['reached before it', { state: 'reached', reachedOn: '2024-06-30' }, [], null],
    [
      'reached after it',
      { state: 'reached', reachedOn: '2025-02-01' },
      [],
      { outcome: { kind: 'reached-later', on: '2025-02-01' } },
    ],
    [
      'late already',
      { dueOn: '2024-03-01' },
      [],
      { day: '2024-03-01', earlier: true, outcome: { kind: 'late' } },
    ],
    [
      'moved out of it, with the reason',
      { dueOn: '2025-03-01' },
      [moved('2024-10-01', '2025-03-01')],
      {
        day: '2024-10-01',
        outcome: { kind: 'moved', to: '2025-03-01', moves: [{ reason: 'De drukker is dicht' }] },
      },
    ],
    [
      'moved before it began: then that is the promise',
      { dueOn: '2025-03-01' },
      [moved('2024-10-01', '2025-03-01', { on: '2024-06-01' })],
      null,
    ],
    [
      'a move that was taken back was none',
      { dueOn: '2025-03-01' },
      [moved('2024-10-01', '2025-03-01', { undone: true })],
      null,
    ],
    ['planned after it', {}, [line({ step: 'add', on: '2025-01-05' })], null],
    [
      'dropped, with the reason',
      { state: 'dropped' },
      [line({ step: 'drop', on: '2024-08-01', reason: 'Niet meer nodig' })],
      { outcome: { kind: 'dropped', on: '2024-08-01', reason: 'Niet meer nodig' } },
    ],
    [
      'dropped before it',
      { state: 'dropped' },
      [line({ step: 'drop', on: '2024-06-01', reason: 'Niet meer nodig' })],
      null,
    ],
  ])('%s', ([, given, history, wanted]) => {
    const [found, ...more] = promisedOf(milestone(given), history)
    expect(more).toEqual([])
    if (wanted === null) expect(found).toBeUndefined()
    else expect(found).toMatchObject(wanted)
  })

  test.for<[string, string]>([
    ['2024-09-30', 'open'],
    ['2024-10-01', 'open'],
    ['2024-10-02', 'late'],
  ])('on %s a day in the first of October is %s', ([today, kind]) => {
    expect(promisedOf(milestone({}), [], {}, today)).toMatchObject([{ outcome: { kind } }])
  })

  test('days before adoption were a draft, and no promise', () => {
    const tree = emptyTree({
      adoptedOn: '2024-08-01',
      actions: [emptyAction({ state: 'running', milestones: [milestone({ dueOn: '2025-03-01' })] })],
    })
    const history = [moved('2024-10-01', '2025-03-01', { on: '2024-07-15' })]
    expect(periodOf(tree, history, scope, 1, '2025-01-15').promised).toEqual([])
  })

  test('of a stopped action, with its reason; of one that stopped before, nothing', () => {
    const stopped = (on: string) =>
      promisedOf(milestone({}), [line({ subject: 'action', step: 'stop', on, reason: 'Geen geld' })], {
        state: 'stopped',
        endedOn: on,
      })
    expect(stopped('2024-09-09')).toMatchObject([
      { outcome: { kind: 'stopped', on: '2024-09-09', reason: 'Geen geld' } },
    ])
    expect(stopped('2024-06-09')).toEqual([])
  })
})

describe('the report', () => {
  const facts: ReportFacts = {
    scope,
    today: '2025-01-15',
    names,
    history: [],
    tree: emptyTree({
      actions: [
        emptyAction({
          state: 'running',
          milestones: [
            milestone({
              state: 'reached',
              reachedOn: '2024-09-03',
              evidence: [
                {
                  kind: 'passage',
                  document: 7,
                  at: [{ page: 2, start: 0, end: 4 }],
                  quotation: 'De lesbrief is gedrukt',
                },
                { kind: 'document', document: 99 },
              ],
            }),
          ],
          money: [{ id: 5, version: 1, year: 2024, budget: 1_000_00, committed: 1_500_00, spent: null }],
        }),
      ],
    }),
  }
  const textOf = (key: string, language: 'nl' | 'en' = 'nl') =>
    composeReport(facts, reportPhrasesOf(language)).sections.find((one) => one.key === key)!.text

  test('names below what was done the words, the document, the page and its address', () => {
    const text = textOf('done-1')
    expect(text).toContain('> “De lesbrief is gedrukt”')
    expect(text).toContain(
      '> Bron: Brief over lessen, 2 september 2024, bladzijde 2, https://schakel.example/stuk-7',
    )
    expect(text).toContain('Bron: niet (meer) openbaar.')
    expect(textOf('done-1', 'en')).toContain('> Source: Brief over lessen, 2 September 2024, page 2, ')
  })

  test('says what came out higher, that nobody said why, and what is not known', () => {
    const text = textOf('money')
    expect(text.replaceAll('\u00a0', ' ')).toContain(
      'begroot was € 1.000, het werd € 1.500, dus € 500 meer. Waarom, is niet vastgelegd.',
    )
    expect(text).toContain('Voor 2024 is geen kader vastgesteld.')
    expect(text).toContain('van één actie wat er is uitgegeven')
    expect(blocksOfText(text, 'Bron:').find(({ kind }) => kind === 'table')).toMatchObject({
      head: ['Pijler', 'Begroot', 'Vastgelegd', 'Uitgegeven'],
      rows: [
        ['Voorkomen', expect.stringContaining('1.000'), expect.stringContaining('1.500'), 'onbekend'],
        ['Alle acties samen', expect.anything(), expect.anything(), 'onbekend'],
      ],
    })
  })
})
