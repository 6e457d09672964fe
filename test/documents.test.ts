/** What the documents about security name must exist, and their counts must be right. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/root.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Names of files of this repository between backticks, such as `src/web/app.ts`. */
const pathsIn = (text: string) => [
  ...new Set(
    [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+|[\w-]+\.(?:md|json|mjs|ts))`/g)]
      .map(([, path = '']) => path)
      .filter((path) => /^(?:src|test|docs|seed|scripts|rules|e2e|bench|\.ci)\/|^[\w-]+\.\w+$/.test(path)),
  ),
]

type Line = { id: string; verdict: string; shownBy: string; words: string }

const linesOf = (text: string): Line[] =>
  [...text.matchAll(/^\| (V[^|]*) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/gm)].map(
    ([, id = '', verdict = '', shownBy = '', words = '']) => ({
      id: id.trim(),
      verdict: verdict.trim(),
      shownBy: shownBy.trim(),
      words: words.trim(),
    }),
  )

test.for([
  ['docs/threat-model.md', 15],
  ['docs/asvs.md', 60],
] as const)('every file that %s names is there', ([document, atLeast]) => {
  const paths = pathsIn(read(document))
  expect(paths.length).toBeGreaterThan(atLeast)
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('a name of nothing is seen', () => {
  expect(pathsIn('see `src/web/nothing.ts`, `README.md` and `npm test`')).toEqual([
    'src/web/nothing.ts',
    'README.md',
  ])
})

test('each line of the security standard stands there once, with a verdict, and what is held is shown', () => {
  const lines = linesOf(read('docs/asvs.md'))
  expect(lines.filter(({ id }) => !/^V([1-9]|1[0-7])\.\d{1,2}\.\d{1,2}$/.test(id))).toEqual([])
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length)
  const verdicts = ['held', '**not held**', 'does not apply']
  expect(lines.filter(({ verdict }) => !verdicts.includes(verdict))).toEqual([])
  expect(lines.filter(({ verdict, shownBy }) => verdict === 'held' && shownBy === '')).toEqual([])
  expect(lines.filter(({ words }) => words === '')).toEqual([])
})

test('the counts at its head are those of its lines', () => {
  const text = read('docs/asvs.md')
  const lines = linesOf(text)
  const count = (wanted: string) => lines.filter(({ verdict }) => verdict === wanted).length
  expect(text).toContain(` ${lines.length} requirements:`)
  expect(text).toContain(
    `**${count('held')} held, ${count('**not held**')} not held, ${count('does not apply')} do not apply.**`,
  )
})
