/** What may be shared with which kind of partner, as dated data: `rules/casework/shares.json`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { IsoDate } from '../days.ts'
import type { OrganisationKind } from '../gate/index.ts'
import { root } from '../root.ts'
import type { SharePurpose } from './tables.ts'

const both = z.object({ nl: z.string().min(1), en: z.string().min(1) })
const kinds = [
  'shelter',
  'housing-corporation',
  'school',
  'employer',
  'debt-counsellor',
  'police',
  'care',
  'legal',
  'other',
] as const satisfies readonly OrganisationKind[]
const shape = z.object({
  note: z.string(),
  categories: z.array(
    z.object({ id: z.string().regex(/^[a-z]+(-[a-z]+)*$/), label: both, hint: both, hers: both }),
  ),
  never: z.record(z.string(), both),
  words: z.array(z.string().min(3)),
  kinds: z.array(
    z.object({
      kind: z.enum(kinds),
      purposes: z.array(z.enum(['housing', 'training', 'work', 'debt', 'safety', 'care', 'legal'])).min(1),
      may: z.array(z.string()).min(1),
      never: z.array(z.string()),
      words: z.enum(['refused', 'allowed']),
      grounds: z.array(z.string()).min(1),
      validFrom: z.iso.date(),
      validUntil: z.iso.date().nullable(),
    }),
  ),
})

type Both = { nl: string; en: string }
/** One kind of data; `label` for staff and partner, `hint` beside its field, `hers` on her own page. */
export type ShareCategory = { id: string; label: Both; hint: Both; hers: Both }
export type ShareRule = {
  kind: OrganisationKind
  purposes: readonly SharePurpose[]
  may: readonly ShareCategory[]
  never: readonly Both[]
  /** Identifiers of grounds. */
  grounds: readonly string[]
  /** Beginnings of words that must not stand in any field for this kind of partner. */
  refusedWords: readonly string[]
}

let kept: z.infer<typeof shape> | undefined
const rules = () =>
  (kept ??= shape.parse(JSON.parse(readFileSync(join(root, 'rules', 'casework', 'shares.json'), 'utf8'))))

/** What a kind of partner may get on a day; null when nothing is laid down for it. */
export function shareRuleOn(day: IsoDate, kind: OrganisationKind): ShareRule | null {
  const { kinds, categories, never, words } = rules()
  const rule = kinds.find(
    (one) => one.kind === kind && one.validFrom <= day && (one.validUntil === null || day <= one.validUntil),
  )
  if (!rule) return null
  return {
    kind,
    purposes: rule.purposes,
    may: rule.may.flatMap((id) => categories.find((one) => one.id === id) ?? []),
    never: rule.never.flatMap((id) => never[id] ?? []),
    grounds: rule.grounds,
    refusedWords: rule.words === 'refused' ? words : [],
  }
}

/** A category by its name, whenever it was shared. */
export function shareCategory(id: string): ShareCategory | null {
  return rules().categories.find((one) => one.id === id) ?? null
}

const postcode = /\b[1-9]\d{3}\s?[A-Z]{2}\b/

/** Why a text may not go into a category for a partner; null when nothing speaks against it. Pure. */
export function objectionTo(
  rule: ShareRule,
  category: string,
  text: string,
): { code: 'never-word' | 'address-in-text'; word: string } | null {
  const low = text.toLowerCase()
  const word = rule.refusedWords.find((one) => low.includes(one))
  if (word) {
    const found = low.split(/[^\p{L}]+/u).find((one) => one.includes(word))
    return { code: 'never-word', word: found ?? word }
  }
  const address = category === 'post-address' ? null : postcode.exec(text)
  return address ? { code: 'address-in-text', word: address[0] } : null
}
