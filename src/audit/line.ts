/** A line of the trail: what it may hold, and that it holds nothing else. Pure. Source: NEN 7513; AVG art. 5(2) and 32. */

/** NEN 7513 EventActionCode: create, read, update, delete, execute (such as a search, an export or a print). */
export const actions = ['C', 'R', 'U', 'D', 'E'] as const
export type Action = (typeof actions)[number]

export const outcomes = ['done', 'refused', 'failed'] as const
export type Outcome = (typeof outcomes)[number]

/** What for. `operation` is signing in and managing access; `own` is she herself; `review` is reading this trail. */
export const purposes = [
  'care',
  'share',
  'emergency',
  'review',
  'own',
  'data-subject-request',
  'operation',
] as const
export type Purpose = (typeof purposes)[number]

/** Legal grounds, as in `reintegration.basis.kind`. */
export const grounds = ['consent', 'public-task', 'legal-obligation', 'vital-interest'] as const
export type Ground = (typeof grounds)[number]

export const verdicts = ['in-order', 'asked', 'not-in-order'] as const
export type Verdict = (typeof verdicts)[number]

export type TrailLine = {
  /** What happened, in the past tense: `case.opened`, `note.written`, `case.searched`, `case.exported`, `case.printed`, `case.refused`. */
  event: string
  action: Action
  /** Default: `refused` when there is a reason, else `done`. */
  outcome?: Outcome
  /** Whose case. A number that no case has goes to the stream of who acts. */
  trajectory?: number
  /** Whose account it is about, when no case: a session, a role. Without either the line is about who acts. */
  account?: string
  /** Only where no session acts and neither case nor account says it. */
  municipality?: string
  /** Rows by part: `{ note: 12 }`, `{ share: [3, 4] }`. */
  parts?: Readonly<Record<string, string | number | readonly (string | number)[]>>
  /** Names of fields, never what is in them. */
  fields?: readonly string[]
  purpose: Purpose
  basis?: Ground
  /** Whether who acts works with her now. */
  relation?: boolean
  /** Whether they came in by break-glass. */
  emergency?: boolean
  /** Code of a refusal, such as a reason of the ladder. */
  reason?: string
  /** Span that this one belongs to, 16 hexadecimal characters. */
  parent?: string
}

const eventName = /^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/
const identifier = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/
const fieldName = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/
const code = /^[a-z]+(-[a-z0-9]+)*$/
const span = /^[0-9a-f]{16}$/
const account = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The line as PostgreSQL takes it.
 * @param trace of the request, 32 hexadecimal characters
 * @param activity entry and version of the processing register, such as `coordinate-care/1`
 * @throws {Error} when anything in it could be content: a mistake in the program. The message names the key and not the value.
 */
export function written(line: TrailLine, trace: string, activity: string): Record<string, unknown> {
  const wrong = (key: string) =>
    new Error(`the trail takes codes, identifiers and names of fields only: ${key}`)
  const unknown = Object.keys(line).find((key) => !(key in checks))
  if (unknown) throw wrong('an unknown key')
  for (const [key, check] of Object.entries(checks)) {
    const value = line[key as keyof TrailLine]
    if (value === undefined ? key in needed : !check(value)) throw wrong(key)
  }
  return { ...line, outcome: line.outcome ?? (line.reason ? 'refused' : 'done'), trace, activity }
}

const oneOf = (list: readonly string[]) => (value: unknown) => list.includes(value as string)
const like = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)
const isBoolean = (value: unknown) => typeof value === 'boolean'
const isRow = (value: unknown) => Number.isSafeInteger(value) || like(identifier)(value)

const needed = { event: true, action: true, purpose: true }
const checks: Readonly<Record<keyof TrailLine, (value: unknown) => boolean>> = {
  event: like(eventName),
  action: oneOf(actions),
  outcome: oneOf(outcomes),
  trajectory: (value) => Number.isSafeInteger(value),
  account: like(account),
  municipality: like(identifier),
  parts: (value) =>
    Object.entries(value as object).every(
      ([part, rows]) => fieldName.test(part) && (Array.isArray(rows) ? rows.every(isRow) : isRow(rows)),
    ),
  fields: (value) => Array.isArray(value) && value.every(like(fieldName)),
  purpose: oneOf(purposes),
  basis: oneOf(grounds),
  relation: isBoolean,
  emergency: isBoolean,
  reason: like(code),
  parent: like(span),
}
