import type { FieldError } from '../errors.ts'
import {
  bases,
  claims,
  clauseKinds,
  documentKinds,
  domains,
  type Letter,
  outcomes,
  personalDataKinds,
  requestActs,
  requestKinds,
  type Term,
  voteChoices,
} from './read/reading.ts'
import type { MotionMatch, Review } from './review.ts'

/** What a field may hold. `text`: blank is null; `words`: blank stays blank; `choice`: one of a list, `blank` when null is allowed. */
type Rule =
  | {
      type: 'text' | 'words' | 'flag' | 'count' | 'match' | 'keys' | 'keys-or-all' | 'key' | 'number-or-none'
    }
  | { type: 'choice'; of: readonly string[]; blank?: true }

const choice = (of: readonly string[]): Rule => ({ type: 'choice', of })
const domainOrNone: Rule = { type: 'choice', of: domains, blank: true }
const text: Rule = { type: 'text' }
const words: Rule = { type: 'words' }

/** Every field of a review that a form may set, by JSON pointer with `*` for an index. */
const rules: Readonly<Record<string, Rule>> = {
  '/kind': choice(documentKinds),
  '/letter/date': text,
  '/letter/subject': text,
  '/letter/reference': text,
  '/letter/registryNumber': text,
  '/letter/addressee': text,
  '/letter/place': text,
  '/letter/department': text,
  '/letter/unit': text,
  '/letter/contact/name': text,
  '/letter/contact/phone': text,
  '/letter/contact/email': text,
  '/letter/signatories/*/name': words,
  '/letter/signatories/*/role': text,
  '/letter/signatories/*/acting': { type: 'flag' },
  '/motions/*/match': { type: 'match' },
  '/motions/*/number': text,
  '/motions/*/title': text,
  '/motions/*/registryNumber': text,
  '/motions/*/date': text,
  '/motions/*/outcome': choice(outcomes),
  '/motions/*/closingFormula': { type: 'flag' },
  '/motions/*/proposal/title': text,
  '/motions/*/proposal/registryNumber': text,
  '/motions/*/votes/for': { type: 'count' },
  '/motions/*/votes/against': { type: 'count' },
  '/motions/*/votes/parties/*/party': words,
  '/motions/*/votes/parties/*/vote': choice(voteChoices),
  '/motions/*/submitters/*/name': words,
  '/motions/*/submitters/*/party': text,
  '/motions/*/clauses/*/kind': choice(clauseKinds),
  '/motions/*/clauses/*/text': words,
  '/motions/*/requests/*/kind': choice(requestKinds),
  '/motions/*/requests/*/act': choice(requestActs),
  '/motions/*/requests/*/addressee': text,
  '/motions/*/requests/*/text': words,
  '/motions/*/requests/*/domain': domainOrNone,
  '/motions/*/requests/*/deadline/text': words,
  '/motions/*/requests/*/deadline/notBefore': text,
  '/motions/*/requests/*/deadline/notAfter': text,
  '/motions/*/requests/*/periodic/text': words,
  '/motions/*/requests/*/periodic/months': { type: 'count' },
  '/motions/*/requests/*/parts/*/text': words,
  '/motions/*/requests/*/parts/*/domain': domainOrNone,
  '/commitments/*/text': words,
  '/commitments/*/motions': { type: 'keys' },
  '/commitments/*/check': text,
  '/commitments/*/repeats': { type: 'number-or-none' },
  '/commitments/*/due/text': words,
  '/commitments/*/due/notBefore': text,
  '/commitments/*/due/notAfter': text,
  '/claims/*/motion': { type: 'key' },
  '/claims/*/requests': { type: 'keys-or-all' },
  '/claims/*/claim': choice(claims),
  '/claims/*/basis': choice(bases),
  '/claims/*/text': text,
  '/personalData/*/kind': choice(personalDataKinds),
  '/personalData/*/text': words,
}

type Fields = Record<string, unknown>

/**
 * Applies the fields of a form: name = JSON pointer into the review (`/letter/date`, `/motions/0/requests/1/text`), value = what was
 * typed. White space is folded and a blank becomes null where null is allowed. Dates are kept as typed until `checkReview` looks.
 * Names that are no field of this review are ignored, so a form may send what it likes. A match is `undecided`, `new` or the number
 * of a motion; keys are joined by commas, and for claims a blank means the whole motion. Values that cannot be held are reported and
 * left as they were. Pure.
 */
export function editReview(
  review: Review,
  fields: Readonly<Record<string, string>>,
): { review: Review; errors: FieldError[] } {
  const draft = structuredClone(review)
  const errors: FieldError[] = []
  for (const [pointer, typed] of Object.entries(fields)) {
    const rule = rules[pointer.replace(/\/(0|[1-9]\d{0,5})(?=\/|$)/g, '/*')]
    if (!rule) continue
    const value = typed.replace(/\s+/g, ' ').trim()
    const holder = find(draft, pointer, value !== '')
    if (!holder) continue
    const held = hold(rule, value)
    if (held === undefined)
      errors.push({ field: pointer, code: rule.type === 'count' ? 'number-invalid' : 'not-a-choice' })
    else holder.object[holder.name] = held
  }
  tidy(draft, review)
  return { review: draft, errors }
}

/** `undefined`: cannot be held. */
function hold(rule: Rule, value: string): unknown {
  switch (rule.type) {
    case 'text':
      return value === '' ? null : value
    case 'words':
    case 'key':
      return value
    case 'flag':
      return !['', 'false', 'off', '0'].includes(value)
    case 'count':
      if (value === '') return null
      return /^\d{1,6}$/.test(value) ? Number(value) : undefined
    case 'keys':
      return value.split(',').filter((key) => key !== '')
    case 'keys-or-all':
      return value === '' ? null : value.split(',').filter((key) => key !== '')
    case 'number-or-none':
      if (value === '') return null
      return /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined
    case 'match':
      return matchFrom(value)
    case 'choice':
      if (value === '' && rule.blank) return null
      return rule.of.includes(value) ? value : undefined
  }
}

function matchFrom(value: string): MotionMatch | undefined {
  if (value === 'new' || value === 'undecided') return { choice: value }
  return /^\d{1,9}$/.test(value) ? { choice: 'existing', motion: Number(value) } : undefined
}

const emptyLetter = (): Letter => ({
  date: null,
  subject: null,
  reference: null,
  registryNumber: null,
  addressee: null,
  place: null,
  department: null,
  unit: null,
  contact: { name: null, phone: null, email: null },
  signatories: [],
})
/** Objects that a form may bring into being by filling a field of them. */
const emptyObjects: Readonly<Record<string, () => unknown>> = {
  letter: emptyLetter,
  proposal: () => ({ title: null, registryNumber: null }),
  votes: () => ({ parties: [], for: null, against: null }),
  deadline: (): Term => ({ text: '', notBefore: null, notAfter: null, rule: 'named-moment' }),
  due: (): Term => ({ text: '', notBefore: null, notAfter: null, rule: 'named-moment' }),
  periodic: () => ({ text: '', months: null }),
}

function find(draft: Review, pointer: string, create: boolean): { object: Fields; name: string } | null {
  const segments = pointer.split('/').slice(1)
  const name = segments.pop()!
  let node: unknown = draft
  for (const segment of segments) {
    if (typeof node !== 'object' || node === null) return null
    const fields = node as Fields
    if (fields[segment] == null && create && !Array.isArray(node)) {
      const empty = emptyObjects[segment]
      if (empty) fields[segment] = empty()
    }
    node = fields[segment]
  }
  return typeof node === 'object' && node !== null && !Array.isArray(node)
    ? { object: node as Fields, name }
    : null
}

/** Objects whose fields were all emptied become null again, and a term that a clerk dated says how. */
function tidy(draft: Review, before: Review): void {
  const terms = new Map(
    [...before.motions.flatMap((m) => m.requests), ...before.commitments].map((item) => [
      item.key,
      'due' in item ? item.due : item.deadline,
    ]),
  )
  for (const motion of draft.motions) {
    if (motion.proposal && !motion.proposal.title && !motion.proposal.registryNumber) motion.proposal = null
    const { votes } = motion
    if (votes && votes.for === null && votes.against === null && votes.parties.length === 0)
      motion.votes = null
    for (const request of motion.requests) {
      request.deadline = tidyTerm(request.deadline, terms.get(request.key) ?? null)
      if (request.periodic?.text === '' && request.periodic.months === null) request.periodic = null
    }
  }
  for (const commitment of draft.commitments) {
    commitment.due = tidyTerm(commitment.due, terms.get(commitment.key) ?? null)
  }
}

function tidyTerm(term: Term | null, before: Term | null): Term | null {
  if (!term || (term.text === '' && term.notBefore === null && term.notAfter === null)) return null
  if (before && before.notBefore === term.notBefore && before.notAfter === term.notAfter) return term
  const { notBefore, notAfter } = term
  if (notBefore === null && notAfter === null) return { ...term, rule: 'named-moment' }
  if (notBefore === notAfter) return { ...term, rule: 'exact-date' }
  return { ...term, rule: notAfter === null ? 'after-date' : 'before-date' }
}
