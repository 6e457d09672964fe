import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { read } from './index.ts'
import { resolve, spansOf, valueAt } from './passages.ts'
import type { Reading } from './reading.ts'

/** The letter from which the project began. Its people are real, so it stays outside the repository, and so do their names. */
const folder = fileURLToPath(new URL('../../../../shared/letters/', import.meta.url))
const present = existsSync(folder)
if (!present) console.warn('SKIPPED: the real letter (../shared/letters is not here)')

const load = (name: string) => readFileSync(folder + name, 'utf8')

type Described = { starts?: string; ends?: string; contains?: string } & Record<string, unknown>

/** `starts`, `ends` and `contains` describe the `text`; all other keys are the value itself. */
function differences(expected: unknown, got: unknown, path: string): string[] {
  if (expected === null || typeof expected !== 'object')
    return expected === got ? [] : [`${path}: ${JSON.stringify(got)}`]
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length)
      return [`${path}: not a list of ${expected.length}`]
    return expected.flatMap((item, i) => differences(item, got[i], `${path}/${i}`))
  }
  const { starts, ends, contains, ...rest } = expected as Described
  const record = got as Record<string, unknown>
  const text = String(record.text ?? '')
  return [
    ...(starts === undefined || text.startsWith(starts) ? [] : [`${path}: starts with ${text.slice(0, 40)}`]),
    ...(ends === undefined || text.endsWith(ends) ? [] : [`${path}: ends with ${text.slice(-40)}`]),
    ...(contains === undefined || text.includes(contains) ? [] : [`${path}: ${text}`]),
    ...Object.keys(rest).flatMap((key) => differences(rest[key], record[key], `${path}/${key}`)),
  ]
}

describe.skipIf(!present)('the real letter', () => {
  const document = present
    ? { pages: load('afdoening-motie-h4.txt').normalize('NFC').split('\f') }
    : { pages: [] }
  const reading: Reading = read(document)

  test('reads as expected, every field', () => {
    const { commitmentsMayAlsoContain, warningsInclude, commitments, ...expected } = JSON.parse(
      load('afdoening-motie-h4.expected.json'),
    ) as Record<string, unknown>
    const extra = commitmentsMayAlsoContain as string[]
    const wanted = commitments as Described[]
    const kept = reading.commitments.filter(
      ({ text }) =>
        wanted.some((one) => text.includes(one.contains ?? '')) || !extra.some((word) => text.includes(word)),
    )
    expect(differences(expected, reading, '')).toEqual([])
    expect(differences(wanted, kept, '/commitments')).toEqual([])
    expect(reading.warnings).toEqual(expect.arrayContaining(warningsInclude as string[]))
  })

  test('says where everything stands', () => {
    const spans = spansOf(reading)
    expect(spans.length).toBeGreaterThan(40)
    for (const { pointer, at } of spans)
      expect([pointer, valueAt(document, at, pointer)]).toEqual([pointer, resolve(reading, pointer)])
  })

  test('takes no title of a policy for a matter that the answer addresses', () => {
    expect(reading.domains).toEqual([])
  })
})
