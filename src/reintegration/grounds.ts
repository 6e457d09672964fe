/** On what grounds her data may be used, as dated data: `rules/casework/grounds.json`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { IsoDate } from '../days.ts'
import { root } from '../root.ts'

const shape = z.array(
  z.object({
    id: z.string().regex(/^[a-z0-9.-]+$/),
    kind: z.enum(['consent', 'public-task', 'legal-obligation', 'vital-interest']),
    purpose: z.enum(['care', 'share']),
    article: z.string().min(1),
    validFrom: z.iso.date(),
    validUntil: z.iso.date().nullable(),
    source: z.string().min(1),
  }),
)
export type LegalGround = z.infer<typeof shape>[number]

let kept: readonly LegalGround[] | undefined

/** The grounds that hold on a day. */
export function groundsOn(day: IsoDate, purpose: 'care' | 'share'): LegalGround[] {
  kept ??= shape.parse(JSON.parse(readFileSync(join(root, 'rules', 'casework', 'grounds.json'), 'utf8')))
  return kept.filter(
    (ground) =>
      ground.purpose === purpose &&
      ground.validFrom <= day &&
      (ground.validUntil === null || day <= ground.validUntil),
  )
}

/** The ground of this name, whenever it held. */
export function groundNamed(id: string): LegalGround | null {
  groundsOn('2026-01-01', 'care')
  return kept?.find((ground) => ground.id === id) ?? null
}
