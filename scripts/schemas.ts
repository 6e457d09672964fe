/** Writes `docs/schemas/*.schema.json` from `src/council/read/reading-schema.ts`: `node scripts/schemas.ts`. */
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { lineParts, readingSchema } from '../src/council/read/reading-schema.ts'

/** The published schemas by file name, as text. */
export function schemaFiles(): Record<string, string> {
  const { $schema, ...reading } = z.toJSONSchema(readingSchema)
  const line = z.toJSONSchema(z.strictObject(lineParts)).properties!
  const shape = (keys: Record<string, unknown>) => ({
    type: 'object',
    properties: keys,
    required: Object.keys(keys),
    additionalProperties: false,
  })
  const readingRef = { $ref: 'reading.schema.json' }
  return {
    'reading.schema.json': json({ $schema, $id: 'reading.schema.json', ...reading }),
    'read-line.schema.json': json({
      $schema,
      $id: 'read-line.schema.json',
      title: 'One line of `schakel read --json`: one file',
      oneOf: [
        shape({ file: line.file, reading: readingRef }),
        shape({ file: line.file, reading: readingRef, text: line.text }),
        shape({ file: line.file, error: line.error }),
      ],
    }),
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

if (import.meta.main)
  for (const [name, text] of Object.entries(schemaFiles()))
    writeFileSync(new URL(`../docs/schemas/${name}`, import.meta.url), text)
