import { foldNumber } from '../slug.ts'
import type { Difference, DifferenceKind, ReadRow, RowField, RowFields, Verdict } from './fields.ts'
import { readSubmitters } from './submitters.ts'

/** A motion of the register as far as a list can speak of it. */
export type RegisterMotion = {
  id: number
  version: number
  fields: RowFields
  /** Every number under which it is known; folded. */
  numbers: readonly string[]
  registryNumbers: readonly string[]
  /** What the list said when it was last imported; null when it never was. */
  base: RowFields | null
  /** Texts of its requests, in order. */
  requests: readonly { id: number; text: string }[]
  /** What is followed of it. */
  matters: readonly { id: number; state: string }[]
}
export type Plan = { verdict: Verdict; differences: Difference[] }

const settlementFields: readonly RowField[] = ['status', 'settlement', 'settledOn', 'settlementText']
const comparable = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What a row means for the motion that it is about: nothing, a change, or something that a person must choose. Pure. */
export function planRow(row: ReadRow, register: RegisterMotion): Plan {
  const differences: Difference[] = []
  for (const field of row.said) {
    if (field === 'request' && row.requestIsTitle) continue
    const difference = differenceOf(field, row, register)
    if (difference) differences.push(difference)
  }
  const stuck = differences.some((one) => one.kind !== 'change')
  return { verdict: stuck ? 'conflict' : differences.length > 0 ? 'changed' : 'same', differences }
}

function differenceOf(field: RowField, row: ReadRow, register: RegisterMotion): Difference | null {
  const file = row.fields[field]
  const now = register.fields[field]
  const before = register.base?.[field] ?? null
  if (isSame(field, file, now, register)) return null
  // A cell that says nothing takes nothing away, unless the same list said something before.
  const saysNothing = file === '' || (field === 'outcome' && file === 'unknown')
  if (saysNothing && (before === null || before === file || !canBeBlank(field))) return null
  const kind = kindOf(field, row, register, now, before)
  return kind === null ? null : { field, kind, register: now, file }
}

function isSame(field: RowField, file: string, now: string, register: RegisterMotion): boolean {
  if (file === now) return true
  if (field === 'number') return file !== '' && register.numbers.includes(foldNumber(file))
  if (field === 'registryNumber') return file !== '' && register.registryNumbers.includes(foldNumber(file))
  if (field === 'request') {
    const wanted = comparable(file)
    return register.requests.some((one) => comparable(one.text) === wanted)
  }
  return false
}

const canBeBlank = (field: RowField) => field === 'number' || field === 'registryNumber' || field === 'date'

function kindOf(
  field: RowField,
  row: ReadRow,
  register: RegisterMotion,
  now: string,
  before: string | null,
): DifferenceKind | null {
  const isLife = settlementFields.includes(field) || field === 'term' || field === 'portfolioHolder'
  if (isLife && register.matters.length === 0) return null
  if (settlementFields.includes(field)) return settlementKind(field, row, register)
  const settled = register.matters.every((one) => one.state === 'settled')
  if (field === 'term' && settled) return null
  if (field === 'request' && register.requests.length > 1) return 'by-hand'
  if (field === 'submitters') {
    const fewer = readSubmitters(row.fields.submitters).length < readSubmitters(now).length
    if (fewer) return 'by-hand'
  }
  const unknown = now === '' || (field === 'outcome' && now === 'unknown')
  return unknown || now === before ? 'change' : 'conflict'
}

/** A list may settle what nobody has settled or proposed yet, or say that work began; what went further is for a person. */
function settlementKind(field: RowField, row: ReadRow, register: RegisterMotion): DifferenceKind | null {
  const [matter, ...others] = register.matters
  const untouched = others.length === 0 && (matter?.state === 'open' || matter?.state === 'in-progress')
  const { status } = row.fields
  if (untouched) {
    if (status === 'settled') return 'change'
    return field === 'status' && status === 'in-progress' ? 'change' : null
  }
  return status === 'settled' ? 'by-hand' : null
}

/** The values of the register once the changes and the choices for the file are made. */
export function chosenChanges(plan: Plan, choices: Readonly<Record<string, 'file'>>): Difference[] {
  return plan.differences.filter(
    ({ kind, field }) => kind === 'change' || (kind === 'conflict' && choices[field] === 'file'),
  )
}
