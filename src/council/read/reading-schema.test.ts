import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { schemaFiles } from '../../../scripts/schemas.ts'
import { fixtures } from '../../../test/fixtures/fixtures.ts'
import { read } from './index.ts'

const files = schemaFiles()

test.each(Object.keys(files))(
  'docs/schemas/%s is what the source says; else run `node scripts/schemas.ts`',
  (name) => {
    expect(readFileSync(new URL(`../../../docs/schemas/${name}`, import.meta.url), 'utf8')).toBe(files[name])
  },
)

const ajv = new Ajv2020({ strict: true, allErrors: true })
const schema = JSON.parse(files['reading.schema.json']!)
const valid = ajv.compile(schema)

test('every object of the schema is closed and every key required', () => {
  const check = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, properties, required, additionalProperties } = node as Record<string, unknown>
    if (type === 'object' && properties) {
      expect(additionalProperties).toBe(false)
      expect(required).toEqual(Object.keys(properties as object))
    }
    for (const child of Object.values(node)) check(child)
  }
  check(schema)
})

test.each(fixtures().map(({ name, document, context }) => ({ name, document, context })))(
  'the reading of $name fits',
  ({ document, context }) => {
    const reading = read(document, context)
    expect(valid(reading), JSON.stringify(valid.errors?.slice(0, 5), null, 1)).toBe(true)
  },
)

test('what does not fit is refused', () => {
  const reading = read({ pages: ['Motie'] })
  expect(valid({ ...reading, extra: 1 })).toBe(false)
  expect(valid({ ...reading, kind: 'poem' })).toBe(false)
  const { warnings: _, ...less } = reading
  expect(valid(less)).toBe(false)
})
