import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNames, startingFolder } from './file-names.ts'

const collect = async (files: string[], chunks: Buffer[]) => {
  const names: string[] = []
  for await (const name of fileNames(files, Readable.from(chunks))) names.push(name)
  return names
}

test('names given first, then those of the list, without empty lines, mark or carriage returns', async () => {
  const list = Buffer.from('\ufeffa.pdf\r\n\n één naam.pdf\nlast')
  expect(await collect(['x'], [list])).toEqual(['x', 'a.pdf', ' één naam.pdf', 'last'])
})

test('a list gives the same names however it is cut into pieces', async () => {
  const list = Buffer.from('reïntegratie.pdf\n€.txt\n\na b\n')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(list.length)), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), list.length]
      const chunks = at.slice(1).map((to, i) => list.subarray(at[i], to))
      expect(await collect([], chunks)).toEqual(['reïntegratie.pdf', '€.txt', 'a b'])
    }),
    { numRuns: 50 },
  )
})

test('names start from where the user stands, also through npm', () => {
  expect(startingFolder({}, '/here')).toBe('/here')
  expect(startingFolder({ npm_lifecycle_event: 'schakel', INIT_CWD: '/there' }, '/here')).toBe('/there')
  expect(startingFolder({ npm_lifecycle_event: 'other', INIT_CWD: '/there' }, '/here')).toBe('/here')
})
