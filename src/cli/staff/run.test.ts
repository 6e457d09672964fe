import { expect, test } from 'vitest'
import { readStaffCommand } from './run.ts'

const read = (line: string) => readStaffCommand(line.split(' '))

test('who is added, and where', () => {
  expect(read('staff add --name Ada --municipality waterstad')).toEqual({
    name: 'Ada',
    municipality: 'waterstad',
    town: 'Waterstad',
    lang: undefined,
  })
  expect(
    read('staff add --name Ada --municipality waterstad --town Waterstad-Noord --lang en'),
  ).toMatchObject({
    town: 'Waterstad-Noord',
    lang: 'en',
  })
})

test.for([
  'staff',
  'staff add',
  'staff add --name Ada',
  'staff add --municipality waterstad',
  'staff add --name Ada --municipality Waterstad!',
  'staff remove --name Ada --municipality waterstad',
  'staff add --name Ada --municipality waterstad --lang fr',
  'staff add --name Ada --municipality waterstad --role boss',
])('%s is no command', (line) => expect(read(line)).toBeNull())
