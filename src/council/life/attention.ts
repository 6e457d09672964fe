import { addDays } from '../../days.ts'
import type { IsoDate } from '../read/reading.ts'
import { type CommitmentFacts, dueOn } from './commitment.ts'
import type { MatterState, ReopenCause } from './matter.ts'
import type { ProposalState } from './proposal.ts'
import type { Suggestion } from './propose-outcome.ts'
import type { LifeSettings } from './settings.ts'
import type { MatterTerm } from './term.ts'

/** What may want attention, most urgent first. */
export const attentionReasons = [
  'commitment-late',
  'reopened',
  'evidence-withdrawn',
  'objected',
  'decision-due',
  'term-passed',
  'claim-waits',
  'evidence-offered',
  'milestone-reached',
  'check-date-needed',
  'commitment-near',
  'term-near',
  'term-undated',
  'owner-needed',
  'proposal-held',
  'text-needed',
] as const
export type AttentionReason = (typeof attentionReasons)[number]

/** The step that the row offers. */
export const attentionSteps = [
  'ask-how-it-stands',
  'start',
  'answer-objection',
  'decide',
  'propose',
  'note-progress',
  'reopen',
  'set-check-date',
  'agree-term',
  'assign-owner',
  'add-text',
] as const
export type AttentionStep = (typeof attentionSteps)[number]

/** `on`: the day that it turns on, past or coming; `source`: the article, decision or words behind it. */
export type Attention = {
  reason: AttentionReason
  on: IsoDate | null
  source: string | null
  next: AttentionStep
}

/** Days before a term or check date at which it comes into view. */
export const nearDays = 28

export type MatterToWatch = {
  state: MatterState
  term: MatterTerm
  hasOwner: boolean
  proposal: { state: ProposalState; on: IsoDate; objectionUntil: IsoDate | null } | null
  /** From claims newer than what was last decided, withdrawn or reopened. */
  suggestion: Suggestion
  claimedOn: IsoDate | null
  /** Day on which a commitment was kept, whose evidence no proposal has taken up yet. */
  offeredOn: IsoDate | null
  /** Day on which an action for it reached a milestone, after the newest proposal. */
  reachedOn?: IsoDate | null
  reopened: { cause: ReopenCause; on: IsoDate; reason: string | null } | null
  /** It was settled, or proposed, on something that was taken back since: a letter, a milestone, a report. */
  withdrawn?: { on: IsoDate; reason: string | null } | null
}

/** Everything about a matter that wants attention on this day, most urgent first. Pure. */
export function matterAttention(
  matter: MatterToWatch,
  settings: Pick<LifeSettings, 'sources'>,
  today: IsoDate,
): Attention[] {
  const found: Attention[] = []
  const add = (reason: AttentionReason, on: IsoDate | null, source: string | null, next: AttentionStep) =>
    found.push({ reason, on, source, next })
  const { term, state, proposal, suggestion, reopened } = matter
  const { sources } = settings
  if (state === 'settled') {
    if (matter.withdrawn) add('evidence-withdrawn', matter.withdrawn.on, matter.withdrawn.reason, 'reopen')
    if (matter.offeredOn) add('evidence-offered', matter.offeredOn, null, 'reopen')
    if (matter.reachedOn) add('milestone-reached', matter.reachedOn, null, 'reopen')
    return found
  }
  if (state === 'reopened' && reopened) {
    const rule = reopened.cause === 'commitment-missed' ? sources.reopenOnMissed : reopened.reason
    add('reopened', reopened.on, rule ?? null, 'start')
  }
  if (proposal) {
    if (matter.withdrawn) add('evidence-withdrawn', matter.withdrawn.on, matter.withdrawn.reason, 'decide')
    if (proposal.state === 'objected')
      add('objected', proposal.on, sources.objectionDays ?? null, 'answer-objection')
    if (proposal.state === 'held') add('proposal-held', proposal.on, sources.decidingBody ?? null, 'decide')
    else if (proposal.objectionUntil === null || proposal.objectionUntil < today) {
      add(
        'decision-due',
        proposal.objectionUntil ? addDays(proposal.objectionUntil, 1) : proposal.on,
        sources.decidingBody ?? null,
        'decide',
      )
    }
  }
  const words = term.basis ?? term.text
  const answer = proposal ? 'decide' : suggestion.outcome ? 'propose' : 'note-progress'
  if (term.notAfter && term.notAfter < today) add('term-passed', term.notAfter, words, answer)
  else if (term.notAfter && term.notAfter <= addDays(today, nearDays))
    add('term-near', term.notAfter, words, answer)
  if (!proposal && suggestion.outcome) add('claim-waits', matter.claimedOn, null, 'propose')
  if (!proposal && matter.offeredOn) add('evidence-offered', matter.offeredOn, null, 'propose')
  if (!proposal && matter.reachedOn) add('milestone-reached', matter.reachedOn, null, 'propose')
  if (term.source === 'text' && !term.notAfter && !term.notBefore) {
    add('term-undated', null, term.text, 'agree-term')
  }
  if (!matter.hasOwner) add('owner-needed', null, null, 'assign-owner')
  return byUrgency(found)
}

export type CommitmentToWatch = CommitmentFacts & {
  checkSource: string | null
  dueText: string | null
  /** The first day on which something by which it was kept was taken back. */
  fallenOn?: IsoDate | null
}

/** Everything about a commitment that wants attention on this day. Pure. */
export function commitmentAttention(
  commitment: CommitmentToWatch,
  settings: Pick<LifeSettings, 'sources'>,
  today: IsoDate,
): Attention[] {
  const due = dueOn(commitment)
  const source =
    due?.source === 'check' && commitment.checkSource === 'ours'
      ? (settings.sources.checkTermMonths ?? null)
      : commitment.dueText
  if (commitment.state === 'late' || (commitment.state === 'open' && due && due.on < today)) {
    return [
      { reason: 'commitment-late', on: due?.on ?? commitment.missedOn, source, next: 'ask-how-it-stands' },
    ]
  }
  if (commitment.state !== 'open') {
    const kept = commitment.state === 'kept' || commitment.state === 'partly-kept'
    return kept && commitment.fallenOn
      ? [{ reason: 'evidence-withdrawn', on: commitment.fallenOn, source: null, next: 'ask-how-it-stands' }]
      : []
  }
  if (!due) {
    return commitment.checkSource === 'none-agreed'
      ? []
      : [
          {
            reason: 'check-date-needed',
            on: null,
            source: settings.sources.checkTermMonths ?? null,
            next: 'set-check-date',
          },
        ]
  }
  return due.on <= addDays(today, nearDays)
    ? [{ reason: 'commitment-near', on: due.on, source, next: 'ask-how-it-stands' }]
    : []
}

export const urgency = (reason: AttentionReason) => attentionReasons.indexOf(reason)

/** Most urgent first; of one reason the longest ago, and what has no day last. */
export function byUrgency<T extends Pick<Attention, 'reason' | 'on'>>(items: T[]): T[] {
  return items.sort(
    (a, b) => urgency(a.reason) - urgency(b.reason) || (a.on ?? '9999').localeCompare(b.on ?? '9999'),
  )
}
