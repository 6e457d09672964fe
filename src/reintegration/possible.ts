/** What her residence opens and closes, as dated data: `rules/casework/possible.json`. Where nothing is written, it is unknown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { IsoDate } from '../days.ts'
import { root } from '../root.ts'
import type { Residence } from './tables.ts'

export const services = ['welfare', 'debt-help', 'work'] as const
export type Service = (typeof services)[number]

const shape = z.array(
  z.strictObject({
    service: z.enum(services),
    residence: z.enum(['unknown', 'dutch', 'eu', 'reflection-period', 'b8-3', 'b9', 'asylum', 'none']),
    verdict: z.enum(['open', 'closed', 'unknown']),
    article: z.string().min(1),
    validFrom: z.iso.date().nullable(),
    validUntil: z.iso.date().nullable(),
    checked: z.boolean(),
    /** What comes first, or instead. */
    first: z.enum(['address-secret', 'rvb-allowance']).nullable(),
    source: z.string().min(1),
  }),
)
type Rule = z.infer<typeof shape>[number]
export type Possible = Pick<Rule, 'service' | 'verdict' | 'checked' | 'first'> & { article: string | null }

let kept: readonly Rule[] | undefined

/** Of each service whether it is open to who has this residence on a day, by which article, and whether that was looked up. */
export function possibleFor(residence: Residence, day: IsoDate): Possible[] {
  kept ??= shape.parse(JSON.parse(readFileSync(join(root, 'rules', 'casework', 'possible.json'), 'utf8')))
  const rules = kept
  return services.map((service) => {
    const rule = rules.find(
      (one) =>
        one.service === service &&
        one.residence === residence &&
        (one.validFrom === null || one.validFrom <= day) &&
        (one.validUntil === null || day <= one.validUntil),
    )
    if (!rule) return { service, verdict: 'unknown', article: null, checked: false, first: null }
    const { verdict, article, checked, first } = rule
    return { service, verdict, article, checked, first }
  })
}
