/** How long the data of a closed case are kept, as dated data: `rules/retention/laws.json`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addMonths, type IsoDate } from '../../days.ts'
import { root } from '../../root.ts'

const shape = z.object({
  laws: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      grounds: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
      terms: z
        .array(
          z.object({
            validFrom: z.iso.date(),
            years: z.int().min(1).max(115).nullable(),
            from: z.literal('closing'),
            source: z.string().min(1),
          }),
        )
        .min(1),
    }),
  ),
})
export type RetentionLaw = z.infer<typeof shape>['laws'][number]

let kept: readonly RetentionLaw[] | undefined

export function retentionLaws(): readonly RetentionLaw[] {
  kept ??= shape.parse(JSON.parse(readFileSync(join(root, 'rules', 'retention', 'laws.json'), 'utf8'))).laws
  return kept
}

/**
 * Until which day a case is kept that was closed on a day and rested on these grounds: the longest term that then held. Null, which
 * means that nobody erases it unasked, when any ground has no known term.
 * @param grounds identifiers of `rules/casework/grounds.json`
 */
export function keepUntil(
  grounds: readonly string[],
  closedOn: IsoDate,
  laws: readonly RetentionLaw[] = retentionLaws(),
): IsoDate | null {
  const days = grounds.map((ground) => {
    const law = laws.find((one) => one.grounds.includes(ground))
    const term = law?.terms
      .filter(({ validFrom }) => validFrom <= closedOn)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
    return term?.years ? addMonths(closedOn, term.years * 12) : null
  })
  if (days.length === 0 || days.includes(null)) return null
  return (days as IsoDate[]).reduce((latest, day) => (day > latest ? day : latest))
}
