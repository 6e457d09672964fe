import { expect, test } from 'vitest'
import { openDocument } from '../open-document/index.ts'
import { read } from './read.ts'
import { mostLines } from './reading.ts'

const motion = 'Motie 4\nEen bank in het park\n\nVerzoekt het college een bank te plaatsen.\n'
const ofLines = (lines: number) => motion + 'a\n'.repeat(lines - motion.split('\n').length)

test('a paper of as many lines as are read is read to its end', () => {
  const { motions, warnings } = read({ pages: [ofLines(mostLines)] })
  expect(motions).toHaveLength(1)
  expect(warnings).not.toContain('only-beginning-read')
})

test('of a longer one the beginning is read, and the reading says so', () => {
  const { motions, warnings } = read({
    pages: [ofLines(mostLines + 2), `${motion}En een naam: a.b@c.example`],
  })
  expect(motions[0]?.number).toBe('4')
  expect(warnings).toContain('only-beginning-read')
})

test('nothing that is not read whole gets in: opening it is refused', async () => {
  const bytes = (lines: number) => Buffer.from(ofLines(lines))
  await expect(openDocument(bytes(mostLines + 2), 'a.txt')).rejects.toMatchObject({ code: 'text-too-long' })
  expect((await openDocument(bytes(mostLines - 1000), 'a.txt')).pages.length).toBeGreaterThan(0)
})
