import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '../../ctx.ts'
import { root } from '../../root.ts'
import { lastLetterStep, letterArrows, letterStates, mayEdit, moveLetter, movesFor } from './letter-life.ts'

test('the diagram of a letter shows the arrows of its table, no more and no fewer', () => {
  const text = readFileSync(join(root, 'docs/states/letter-out.md'), 'utf8')
  const drawn = [...text.matchAll(/^ {2}(\w+) --> (\w+): ([\w-]+)$/gm)].map(
    ([, from, to, move]) => `${from!.replaceAll('_', '-')} --${move}--> ${to!.replaceAll('_', '-')}`,
  )
  expect(drawn.sort()).toEqual(letterArrows.map(([from, move, to]) => `${from} --${move}--> ${to}`).sort())
})

test.for([
  ['draft', 'clerk', ['submit', 'drop'], true],
  ['draft', 'policy-officer', ['submit', 'drop'], true],
  ['draft', 'portfolio-holder', [], false],
  ['official', 'policy-officer', ['clear', 'return'], true],
  ['portfolio-holder', 'clerk', [], false],
  ['portfolio-holder', 'portfolio-holder', ['agree', 'return'], true],
  ['college', 'portfolio-holder', ['send', 'return'], false],
  ['college', 'clerk', [], false],
  ['sent', 'clerk', [], false],
  ['dropped', 'clerk', [], false],
] as const)('at %s a %s may %j', ([state, role, moves, edits]) => {
  expect(movesFor(state, role)).toEqual(moves)
  expect(mayEdit(state, role)).toBe(edits)
})

test('a councillor works at no desk, and every move is somebody’s', () => {
  for (const state of letterStates) expect(movesFor(state, 'councillor')).toEqual([])
  for (const [from, move] of letterArrows)
    expect(roles.some((role) => movesFor(from, role).includes(move))).toBe(true)
})

test('no move leads from where the diagram has none', () => {
  expect(moveLetter('sent', 'return')).toEqual({ refused: 'move-not-possible' })
  expect(moveLetter('draft', 'send')).toEqual({ refused: 'move-not-possible' })
})

test.for([
  [['begin'], { refused: 'nothing-to-undo' }],
  [['begin', 'edit', 'submit'], { step: { id: 2, step: 'submit', undoes: null } }],
  [['begin', 'edit', 'submit', 'clear', 'agree', 'send'], { refused: 'letter-sent' }],
  [['begin', 'send', 'register'], { refused: 'letter-sent' }],
] as const)('after %j undo takes %j', ([steps, wanted]) => {
  expect(lastLetterStep(steps.map((step, id) => ({ id, step, undoes: null })))).toEqual(wanted)
})
test('an undone step is not undone twice: the one before it is next', () => {
  const history = [
    { id: 1, step: 'begin' as const, undoes: null },
    { id: 2, step: 'edit' as const, undoes: null },
    { id: 3, step: 'submit' as const, undoes: null },
    { id: 4, step: 'undo' as const, undoes: 3 },
  ]
  expect(lastLetterStep(history)).toEqual({ step: history[1] })
})
