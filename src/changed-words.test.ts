import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedWords } from './merge-text.ts'

test('runs of two texts give both back, whatever they are', () => {
  const text = fc
    .array(fc.constantFrom('de', 'bank', 'staat', '\n\n', 'hek'), { maxLength: 12 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const runs = changedWords(from, to)
      const without = (kind: string) => runs.flatMap((run) => (run.kind === kind ? [] : run.text)).join('')
      expect(without('added')).toBe(from)
      expect(without('gone')).toBe(to)
      if (from === to) expect(runs.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
  expect(changedWords('Tien banken erbij', 'Acht banken erbij')).toEqual([
    { kind: 'gone', text: 'Tien' },
    { kind: 'added', text: 'Acht' },
    { kind: 'same', text: ' banken erbij' },
  ])
})
