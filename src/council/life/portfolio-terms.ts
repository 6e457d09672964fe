import type { Ctx } from '../../ctx.ts'
import { addDays, dayOf } from '../../days.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import type { AttentionReason, AttentionStep } from './attention.ts'
import { nearDays } from './attention.ts'
import { attention } from './desk-attention.ts'
import { type ListedCommitment, type ListedMatter, listCommitments, listMatters } from './desk-lists.ts'
import type { DecidingBody } from './settings.ts'
import { personOfActor } from './submitters.ts'
import type { MatterTerm } from './term.ts'

export const termGroups = ['late', 'near', 'later', 'none'] as const
/** `late`: its last day has passed; `near`: it comes within `nearDays`; `later`; `none`: nothing says when. */
export type TermGroup = (typeof termGroups)[number]

/** Pure. */
export function termGroup(term: Pick<MatterTerm, 'notAfter'>, today: IsoDate): TermGroup {
  if (!term.notAfter) return 'none'
  if (term.notAfter < today) return 'late'
  return term.notAfter <= addDays(today, nearDays) ? 'near' : 'later'
}

export type TermRow = ListedMatter & {
  /** Most urgent first; empty when nothing asks for attention. */
  reasons: AttentionReason[]
  next: AttentionStep
}
export type PortfolioTerms = {
  person: { id: number; name: string } | null
  decidingBody: DecidingBody | null
  /** Matters of theirs that are not settled; of one group the earliest term first. */
  terms: Record<TermGroup, TermRow[]>
  /** Waiting proposals whose decision is theirs to enter, now (`decide` null) or when `objectionUntil` has passed; never their own. */
  proposals: ListedMatter[]
  commitments: ListedCommitment[]
}

/** The terms of the member of the college who asks, what waits for their decision, and what was promised about it. */
export async function portfolioTerms(ctx: Ctx): Promise<PortfolioTerms> {
  const person = await personOfActor(ctx)
  const today = dayOf(ctx.now)
  const { decidingBody } = await lifeSettings(ctx, today)
  const proposals = (await listMatters(ctx, 'proposed')).filter(
    ({ proposal }) => proposal!.decide === null || proposal!.decide === 'objection-window-open',
  )
  const terms: PortfolioTerms['terms'] = { late: [], near: [], later: [], none: [] }
  if (!person) return { person, decidingBody, terms, proposals, commitments: [] }
  const own = await listMatters(ctx, { owner: person.id })
  const { items } = await attention(ctx, { today, portfolioHolder: person.id })
  const wants = new Map(items.map((item) => [item.matter?.id, item]))
  for (const matter of own) {
    if (matter.state === 'settled') continue
    const item = wants.get(matter.id)
    terms[termGroup(matter.term, today)].push({
      ...matter,
      reasons: item ? [item.reason, ...item.also] : [],
      next: item?.next ?? 'note-progress',
    })
  }
  for (const group of termGroups) {
    terms[group].sort((a, b) => (a.term.notAfter ?? '').localeCompare(b.term.notAfter ?? '') || a.id - b.id)
  }
  return {
    person,
    decidingBody,
    terms,
    proposals,
    commitments: await listCommitments(ctx, { motions: [...new Set(own.map((one) => one.motion.id))] }),
  }
}
