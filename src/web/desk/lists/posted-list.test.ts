import { expect, test } from 'vitest'
import { otherMarks, readList } from './posted-list.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a posted list gives its marks, with what no list knows left out', () => {
  const posted = readList(
    form({
      version: '7',
      do: 'decide',
      'line/1/choice': 'accept',
      'line/1/reason': '  Omdat het af is. ',
      'line/2/choice': '',
      'line/2/reason': '',
      'line/3/choice': 'delete',
      'line/x/choice': 'accept',
    }),
  )
  expect(posted).toEqual({
    version: 7,
    action: { does: 'decide' },
    marks: [
      { position: 1, choice: 'accept', reason: 'Omdat het af is.' },
      { position: 2, choice: null, reason: null },
      { position: 3, choice: null, reason: null },
    ],
  })
})

test.for([
  ['remove:3', { does: 'remove', position: 3 }],
  ['remove:0', { does: 'save' }],
  ['close', { does: 'close' }],
  ['reopen', { does: 'reopen' }],
  ['', { does: 'save' }],
  ['drop table', { does: 'save' }],
] as const)('the button %j', ([value, action]) => {
  expect(readList(form({ do: value })).action).toEqual(action)
})

test('what somebody else did to a line is told, what is the same is not', () => {
  const line = (position: number, choice: 'accept' | null, done: 'accept' | null = null) =>
    ({ position, choice, reason: null, done }) as never
  const marks = [1, 2, 3].map((position) => ({ position, choice: null, reason: null }))
  const lines = [line(1, null), line(2, 'accept'), line(3, null, 'accept'), line(4, 'accept')]
  expect(otherMarks({ lines }, marks).map((one) => one.position)).toEqual([2, 3])
})
