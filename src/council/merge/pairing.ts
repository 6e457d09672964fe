import type { FieldError } from '../../errors.ts'
import { titleLikeness } from '../match-motion.ts'

/** A request of a motion, as far as pairing needs it. `begun`: something was done beyond registering it. */
export type AskedPart = { id: number; text: string; begun: boolean }
export type Asked = {
  id: number
  text: string
  /** Of the request as a whole, where it is followed without parts. */
  begun: boolean
  parts: AskedPart[]
}

/**
 * `verzoek/12` and `deel/31` (ids of the merged motion) → id of the same one in the motion that stays, or `apart`; and where both were
 * begun, `verloop/verzoek/12` and `verloop/deel/31` → whose course stands, `kept` or `gone`.
 */
export type PairChoices = Readonly<Record<string, string>>
export const apart = 'apart'
export const requestChoice = (id: number) => `verzoek/${id}`
export const partChoice = (id: number) => `deel/${id}`
/** Whose course stands, of a pair that both began. */
export const courseChoice = (pair: string) => `verloop/${pair}`

export const pairErrorCodes = [
  'choice-needed',
  'taken-twice',
  'other-request',
  'course-needed',
  'whole-begun',
] as const
/**
 * `other-request`: a part of a request that is not the one chosen; `course-needed`: both were begun, and nobody said whose course stands;
 * `whole-begun`: one side is followed as a whole, the other in parts.
 */
export type PairErrorCode = (typeof pairErrorCodes)[number]

type Place = { request: number; part: number | null }
/** `course`: whose course stands, where both were begun; the other is set aside. */
export type Same = { gone: Place; kept: Place; course?: 'kept' | 'gone' }
export type PairPlan = {
  /** Said twice: the same thing in the merged motion and in the one that stays. */
  same: Same[]
  /** Requests of the merged motion that the other does not have. */
  requests: number[]
  /** Parts of a request that both have, which only the merged motion names. */
  parts: { part: number; into: number }[]
  /** What was followed as a whole by one and in parts by the other, and was not begun. */
  wholes: Place[]
}

/** From this likeness on two texts are suggested to be the same. */
const alike = 0.5

/** What is probably the same, each at most once, the most alike first. Pure. */
export function suggestPairs(kept: readonly Asked[], gone: readonly Asked[]): Record<string, string> {
  const choices: Record<string, string> = {}
  const requests = best(kept, gone)
  for (const request of gone) {
    const twin = requests.get(request.id)
    choices[requestChoice(request.id)] = twin === undefined ? apart : String(twin)
    const parts = best(kept.find(({ id }) => id === twin)?.parts ?? [], request.parts)
    for (const part of request.parts) choices[partChoice(part.id)] = String(parts.get(part.id) ?? apart)
  }
  return choices
}

function best(
  kept: readonly { id: number; text: string }[],
  gone: readonly { id: number; text: string }[],
): Map<number, number> {
  const all = gone
    .flatMap((one) =>
      kept.map((other) => ({ one: one.id, other: other.id, likeness: likeness(one.text, other.text) })),
    )
    .filter((pair) => pair.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness || a.one - b.one || a.other - b.other)
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const { one, other } of all) {
    if (found.has(one) || taken.has(other)) continue
    found.set(one, other)
    taken.add(other)
  }
  return found
}

const likeness = (a: string, b: string) => (folded(a) === folded(b) ? 1 : titleLikeness(a, b))

/** The same words, whatever their capitals, spaces and marks. */
export const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * What the choices of the clerk come to, or what stands in their way. Where something was begun on both sides, the clerk says whose course
 * stands: two courses are no course. Pure.
 */
export function planPairs(
  kept: readonly Asked[],
  gone: readonly Asked[],
  choices: PairChoices,
): { plan: PairPlan; errors: FieldError[] } {
  const plan: PairPlan = { same: [], requests: [], parts: [], wholes: [] }
  const errors: FieldError[] = []
  const report = (field: string, code: PairErrorCode) => errors.push({ field, code })
  const taken = new Set<number>()
  for (const request of gone) {
    const field = requestChoice(request.id)
    const chosen = choices[field]
    if (chosen === apart) {
      plan.requests.push(request.id)
      continue
    }
    const twin = kept.find(({ id }) => String(id) === chosen)
    if (!twin) report(field, 'choice-needed')
    else if (taken.has(twin.id)) report(field, 'taken-twice')
    else {
      taken.add(twin.id)
      pairRequest(twin, request, choices, plan, report)
    }
  }
  return { plan, errors }
}

function pairRequest(
  twin: Asked,
  request: Asked,
  choices: PairChoices,
  plan: PairPlan,
  report: (field: string, code: PairErrorCode) => void,
): void {
  const field = requestChoice(request.id)
  const place = (of: Asked, part: number | null = null): Place => ({ request: of.id, part })
  const join = (at: string, same: Same, both: boolean) => {
    const course = choices[courseChoice(at)]
    if (!both) plan.same.push(same)
    else if (course === 'kept' || course === 'gone') plan.same.push({ ...same, course })
    else report(courseChoice(at), 'course-needed')
  }
  if (request.parts.length === 0 && twin.parts.length === 0) {
    join(field, { gone: place(request), kept: place(twin) }, request.begun && twin.begun)
    return
  }
  plan.same.push({ gone: place(request), kept: place(twin) })
  if (request.parts.length === 0 || twin.parts.length === 0) {
    const whole = request.parts.length === 0 ? request : twin
    if (whole.begun) report(field, 'whole-begun')
    plan.wholes.push(place(whole))
    plan.parts.push(...request.parts.map(({ id }) => ({ part: id, into: twin.id })))
    return
  }
  const taken = new Set<number>()
  for (const part of request.parts) {
    const at = partChoice(part.id)
    const chosen = choices[at]
    if (chosen === apart) {
      plan.parts.push({ part: part.id, into: twin.id })
      continue
    }
    const same = twin.parts.find(({ id }) => String(id) === chosen)
    if (!same) report(at, chosen === undefined ? 'choice-needed' : 'other-request')
    else if (taken.has(same.id)) report(at, 'taken-twice')
    else {
      taken.add(same.id)
      join(at, { gone: place(request, part.id), kept: place(twin, same.id) }, part.begun && same.begun)
    }
  }
}
