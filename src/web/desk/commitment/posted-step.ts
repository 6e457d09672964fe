import { NotFound } from '../../../errors.ts'
import { type PostedEvidence, readEvidence } from '../evidence/posted-evidence.ts'

/** The forms of a commitment, in the order of its page; each value is its anchor and what it sends as `step`. */
export const anchors = {
  check: 'controledatum',
  keep: 'nagekomen',
  extend: 'verlengen',
  lapse: 'vervallen',
  relate: 'verband',
  undo: 'ongedaan',
} as const
export type FormKey = keyof typeof anchors
export const formKeys = Object.keys(anchors) as FormKey[]

/** A form as it was sent: the version that it showed, and its fields as typed, by name (`/extend/to`). */
export type PostedStep = {
  form: FormKey
  version: number
  fields: Readonly<Record<string, string>>
  evidence: PostedEvidence
  /** A button that only looks something up was pressed. */
  looks: boolean
}

/** @throws NotFound when it is none of these forms */
export function readStep(form: FormData): PostedStep {
  const key = formKeys.find((one) => anchors[one] === form.get('step'))
  if (!key) throw new NotFound()
  const fields: Record<string, string> = {}
  for (const [name, value] of form) {
    if (name.startsWith('/') && typeof value === 'string') fields[name] = value
  }
  const version = String(form.get('version') ?? '')
  const evidence = readEvidence(form)
  return {
    form: key,
    version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    fields,
    evidence,
    looks: evidence.act !== null || form.get('action') === 'search',
  }
}

export const fieldOf = (posted: PostedStep, name: string): string => posted.fields[name]?.trim() ?? ''
