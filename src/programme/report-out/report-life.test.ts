import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../root.ts'
import {
  lastReportStep,
  type ReportMove,
  type ReportStep,
  reportArrows,
  reportMoves,
  reportMovesFor,
  reportStates,
} from './report-life.ts'

test('the diagram shows the arrows of the table, which reach every state with every move', () => {
  const text = readFileSync(join(root, 'docs/states/report-out.md'), 'utf8')
  const drawn = [...text.matchAll(/^ {2}(\w+) --> (\w+): ([\w-]+)$/gm)].map(([, from, to, move]) => [
    from,
    move,
    to,
  ])
  expect(drawn.sort()).toEqual([...reportArrows].map((one) => [...one]).sort())
  expect(new Set(reportArrows.map(([, move]) => move))).toEqual(new Set(reportMoves))
  expect(new Set(['draft', ...reportArrows.map(([, , to]) => to)])).toEqual(new Set(reportStates))
})

test('only a member of the college agrees', () => {
  const moves = (role: 'policy-officer' | 'portfolio-holder' | 'clerk'): ReportMove[] =>
    reportStates.flatMap((state) => reportMovesFor(state, role))
  expect(moves('policy-officer')).toEqual(['drop', 'return', 'send'])
  expect(moves('portfolio-holder')).toEqual(['agree', 'drop', 'return', 'send'])
  expect(moves('clerk')).toEqual([])
})

test.for<[string, [ReportStep, number | null][], number | string]>([
  ['nothing after its beginning', [['begin', null]], 'nothing-to-undo'],
  [
    'the last step',
    [
      ['begin', null],
      ['edit', null],
      ['agree', null],
    ],
    3,
  ],
  [
    'the one before what was taken back',
    [
      ['begin', null],
      ['edit', null],
      ['agree', null],
      ['undo', 3],
    ],
    2,
  ],
  [
    'not what was sent',
    [
      ['begin', null],
      ['agree', null],
      ['send', null],
    ],
    'report-sent',
  ],
])('what can be taken back: %s', ([, steps, wanted]) => {
  const found = lastReportStep(steps.map(([step, undoes], at) => ({ id: at + 1, step, undoes })))
  expect('step' in found ? found.step.id : found.refused).toBe(wanted)
})
