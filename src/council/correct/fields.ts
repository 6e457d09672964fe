import { isIsoDate } from '../../days.ts'
import type { FieldError } from '../../errors.ts'
import { domains, outcomes } from '../read/reading.ts'

/** What can be corrected of a registered motion. */
export const correctionFields = [
  'title',
  'number',
  'registryNumber',
  'date',
  'outcome',
  'submitterName',
  'submitterParty',
  'requestText',
  'requestDomain',
  'requestTermText',
  'requestTermNotBefore',
  'requestTermNotAfter',
  'partText',
  'partDomain',
] as const
export type CorrectionField = (typeof correctionFields)[number]

/**
 * A registered motion as flat text, blank for "none": `title`, `number`, `registryNumber`, `date` and `outcome`; of each submitter
 * `submitters/0/name` and `…/party` by position; of each request `requests/12/text`, `…/domain`, `…/termText`, `…/termNotBefore` and
 * `…/termNotAfter` by its id; of each part `parts/31/text` and `…/domain`. Days are `2019-07-02`.
 */
export type MotionFields = Readonly<Record<string, string>>

const kinds: ReadonlyMap<string, CorrectionField> = new Map(
  Object.entries({
    title: 'title',
    number: 'number',
    registryNumber: 'registryNumber',
    date: 'date',
    outcome: 'outcome',
    'submitters/name': 'submitterName',
    'submitters/party': 'submitterParty',
    'requests/text': 'requestText',
    'requests/domain': 'requestDomain',
    'requests/termText': 'requestTermText',
    'requests/termNotBefore': 'requestTermNotBefore',
    'requests/termNotAfter': 'requestTermNotAfter',
    'parts/text': 'partText',
    'parts/domain': 'partDomain',
  } as const),
)

/** Which field a path is, and of which submitter, request or part; null for a path that is none. */
export function fieldOf(path: string): { field: CorrectionField; of: number | null } | null {
  const match = /^(submitters|requests|parts)\/(\d{1,9})\/(\w+)$/.exec(path)
  const field = match
    ? kinds.get(`${match[1]}/${match[3]}`)
    : path.includes('/')
      ? undefined
      : kinds.get(path)
  return field ? { field, of: match ? Number(match[2]) : null } : null
}

/** The path of what a correction is about; the opposite of `fieldOf`. */
export function pathOf(one: {
  field: CorrectionField
  requestId: number | null
  partId: number | null
  submitter: number | null
}): string {
  const name = [...kinds].find(([, field]) => field === one.field)![0]
  const [of, rest] = name.split('/')
  return rest === undefined ? name : `${of}/${one.requestId ?? one.partId ?? one.submitter}/${rest}`
}

export const correctionErrorCodes = ['needed', 'date-invalid', 'date-order', 'not-a-choice'] as const
export type CorrectionErrorCode = (typeof correctionErrorCodes)[number]

const needed: readonly CorrectionField[] = ['title', 'submitterName', 'requestText', 'partText']
const days: readonly CorrectionField[] = ['date', 'requestTermNotBefore', 'requestTermNotAfter']

/** Everything that stands in the way of these values, with their paths as fields. Pure. */
export function checkFields(values: MotionFields): FieldError[] {
  const errors: FieldError[] = []
  const report = (field: string, code: CorrectionErrorCode) => errors.push({ field, code })
  for (const [path, value] of Object.entries(values)) {
    const found = fieldOf(path)
    if (!found) continue
    if (needed.includes(found.field) && value === '') report(path, 'needed')
    if (days.includes(found.field) && value !== '' && !isIsoDate(value)) report(path, 'date-invalid')
    if (found.field === 'outcome' && !(outcomes as readonly string[]).includes(value))
      report(path, 'not-a-choice')
    const isDomain = found.field === 'requestDomain' || found.field === 'partDomain'
    if (isDomain && value !== '' && !(domains as readonly string[]).includes(value))
      report(path, 'not-a-choice')
    if (found.field === 'requestTermNotAfter') {
      const from = values[path.replace('NotAfter', 'NotBefore')] ?? ''
      if (isIsoDate(from) && isIsoDate(value) && from > value) report(path, 'date-order')
    }
  }
  return errors
}

export const tidy = (value: string) => value.normalize('NFC').replace(/\s+/g, ' ').trim()

export type FieldConflict = { path: string; base: string; mine: string; theirs: string }

/**
 * Joins two people's changes of the same motion, field by field. What only one of them changed stands; what both changed to different
 * values is a conflict, for which `merged` holds mine. Paths that are not in `theirs` are gone and left out. Pure.
 */
export function mergeFields(
  base: MotionFields,
  mine: MotionFields,
  theirs: MotionFields,
): { merged: MotionFields; conflicts: FieldConflict[]; others: string[] } {
  const merged: Record<string, string> = {}
  const conflicts: FieldConflict[] = []
  const others: string[] = []
  for (const [path, now] of Object.entries(theirs)) {
    const before = base[path] ?? now
    const wanted = mine[path] ?? before
    const changedByMe = wanted !== before
    const changedByThem = now !== before
    merged[path] = changedByMe ? wanted : now
    if (changedByThem) others.push(path)
    if (changedByMe && changedByThem && wanted !== now) {
      conflicts.push({ path, base: before, mine: wanted, theirs: now })
    }
  }
  return { merged, conflicts, others }
}

/** The paths whose value is another one than now. */
export function changesOf(now: MotionFields, wanted: MotionFields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([path, value]) => now[path] !== undefined && now[path] !== value),
  )
}
