import { isoDateIn } from './dates.ts'
import { fold } from './fold.ts'
import { registryNumberOf } from './numbers.ts'
import { outcomeOf } from './outcome.ts'
import type { At, Reading, TextDocument } from './reading.ts'
import { roleOf } from './signatures.ts'
import { numberOfVotes } from './votes.ts'

/**
 * From a passage to its value. Most values are their passage, folded; the rows below name the few that are read from it by a
 * function of its own. So every value of a reading can be checked against the document.
 */
const derived: readonly (readonly [RegExp, (folded: string, pointer: string) => unknown])[] = [
  [/^\/(?:letter|motions\/\d+)\/date$/, isoDateIn],
  [/\/registryNumber$/, registryNumberOf],
  [/^\/motions\/\d+\/outcome$/, outcomeOf],
  [/^\/motions\/\d+\/closingFormula$/, (folded) => folded !== ''],
  [/^\/motions\/\d+\/votes\/(?:for|against)$/, (folded, pointer) => numberOfVotes(folded, pointer)],
  [/^\/letter\/signatories\/\d+\/role$/, roleOf],
]

/** The value that a passage gives for a pointer of `Reading.passages`, or for the `text` of anything with its own `at`. */
export function valueAt(document: TextDocument, at: At, pointer: string): unknown {
  const folded = fold(document, at)
  const row = derived.find(([pattern]) => pattern.test(pointer))
  return row ? row[1](folded, pointer) : folded
}

/** The value that a JSON pointer names in a reading. */
export function resolve(reading: Reading, pointer: string): unknown {
  let value: unknown = reading
  for (const key of pointer.split('/').slice(1)) {
    if (value === null || typeof value !== 'object') return undefined
    value = (value as Record<string, unknown>)[key.replace(/~1/g, '/').replace(/~0/g, '~')]
  }
  return value
}

/** Everything in a reading that says where it stands: pointer of the text, and its spans. */
export function spansOf(reading: Reading): { pointer: string; at: At }[] {
  const found = Object.entries(reading.passages).map(([pointer, at]) => ({ pointer, at }))
  const walk = (value: unknown, pointer: string): void => {
    if (value === null || typeof value !== 'object') return
    const record = value as Record<string, unknown>
    if (Array.isArray(record.at) && typeof record.text === 'string')
      found.push({ pointer: `${pointer}/text`, at: record.at as At })
    for (const [key, inner] of Object.entries(record)) {
      if (key !== 'at' && key !== 'passages') walk(inner, `${pointer}/${key}`)
    }
  }
  walk(reading, '')
  return found
}
