/** What somebody asks about her own data, and the clock that runs from then. Rules are dated data: `rules/casework/requests.json`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addMonths, type IsoDate } from '../days.ts'
import { root } from '../root.ts'

export const requestKinds = ['access', 'correction', 'erasure', 'restriction'] as const
export type RequestKind = (typeof requestKinds)[number]
export const requestWays = ['own-page', 'in-person', 'letter', 'e-mail', 'phone', 'representative'] as const
export type RequestWay = (typeof requestWays)[number]
/** How it was seen who she is. */
export const verifications = ['known-in-person', 'document-seen', 'own-page', 'authorisation-seen'] as const
export type Verification = (typeof verifications)[number]
export const requestDecisions = ['granted', 'partly', 'refused', 'nothing-here', 'not-identified'] as const
export type RequestDecision = (typeof requestDecisions)[number]
/** The two reasons that the law knows for more time. */
export const extensions = ['complex', 'many'] as const
export type Extension = (typeof extensions)[number]

const shape = z.object({
  terms: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9.-]+$/),
      validFrom: z.iso.date(),
      months: z.int().min(1),
      extensionMonths: z.int().min(0),
      article: z.string().min(1),
    }),
  ),
  kinds: z.array(
    z.object({ kind: z.enum(requestKinds), article: z.string().min(1), validFrom: z.iso.date() }),
  ),
  grounds: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9.-]+$/),
      decisions: z.array(z.enum(requestDecisions)).min(1),
      kinds: z.array(z.enum(requestKinds)).min(1),
      article: z.string().min(1),
      validFrom: z.iso.date(),
      name: z.object({ nl: z.string().min(1), en: z.string().min(1) }),
    }),
  ),
})
type Rules = z.infer<typeof shape>
export type RequestTerm = Rules['terms'][number]
export type RequestGround = Rules['grounds'][number]

let kept: Rules | undefined
function rules(): Rules {
  kept ??= shape.parse(JSON.parse(readFileSync(join(root, 'rules', 'casework', 'requests.json'), 'utf8')))
  return kept
}

/** The term that runs for a request received on a day; null when none held. */
export function requestTermOn(day: IsoDate): RequestTerm | null {
  return (
    rules()
      .terms.filter(({ validFrom }) => validFrom <= day)
      .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0] ?? null
  )
}

/** @throws {Error} when the rules have no such term */
export function requestTermNamed(id: string): RequestTerm {
  const found = rules().terms.find((term) => term.id === id)
  if (!found) throw new Error(`rules/casework/requests.json has no term ${id}`)
  return found
}

/** The article that a kind of request rests on. */
export function articleOf(kind: RequestKind, day: IsoDate): string | null {
  return rules().kinds.find((one) => one.kind === kind && one.validFrom <= day)?.article ?? null
}

/** Grounds for a decision on a kind of request that hold on a day. */
export function requestGroundsOn(day: IsoDate, kind: RequestKind): RequestGround[] {
  return rules().grounds.filter(({ kinds, validFrom }) => kinds.includes(kind) && validFrom <= day)
}

export const requestGroundNamed = (id: string): RequestGround | null =>
  rules().grounds.find((ground) => ground.id === id) ?? null

/** The last day to answer: of the first term, and of the longest that it can be extended to. Months end on the same day of the month. */
export function daysOfTerm(receivedOn: IsoDate, term: RequestTerm): { dueOn: IsoDate; longestOn: IsoDate } {
  return {
    dueOn: addMonths(receivedOn, term.months),
    longestOn: addMonths(receivedOn, term.months + term.extensionMonths),
  }
}

/** How far a request is. */
export type RequestStage = 'identity' | 'decision' | 'doing' | 'done'

export function stageOf(request: {
  verifiedAt: Date | null
  decision: RequestDecision | null
  doneOn: IsoDate | null
}): RequestStage {
  if (request.doneOn) return 'done'
  if (request.decision) return 'doing'
  return request.verifiedAt ? 'decision' : 'identity'
}
