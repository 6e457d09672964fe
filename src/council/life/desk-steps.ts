import type { Role } from '../../ctx.ts'
import type { Refusal } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import type { DossierMatter } from './facts.ts'
import { matterArrows } from './matter.ts'
import { takesStep } from './moving.ts'
import { mayObject } from './proposal.ts'
import type { MatterStep } from './undo.ts'

export type DeskStep<S> = { step: S; refused: Refusal | null }

/** What decides which steps someone is offered. */
export type DeskWho = {
  /** Null: the program. */
  role: Role | null
  /** Assigned to them, or asked by a motion that they submitted. */
  own: boolean
  /** `mayDecide` of the waiting proposal, and of the proposal that the settlement rests on. */
  decide: Refusal | null
  correct: Refusal | null
}

/**
 * Steps that the state of a matter and the role allow, in the order of a desk; `refused` says why one cannot be taken now. A policy
 * officer works on matters assigned to them, a councillor objects for motions of their own. Pure.
 */
export function deskSteps(
  matter: Pick<DossierMatter, 'state' | 'held' | 'proposal'>,
  who: DeskWho,
  today: IsoDate,
): DeskStep<MatterStep>[] {
  const drawn = matterArrows.filter(([from]) => from === matter.state).map(([, move]) => move)
  const within: MatterStep[] =
    matter.state === 'settled' ? ['assign', 'agree-term'] : ['assign', 'agree-term', 'note-progress']
  if (matter.proposal) within.push('object')
  return [...drawn, ...within].flatMap((step): DeskStep<MatterStep>[] => {
    if (step === 'hold' && matter.held) return []
    if (step === 'accept' || step === 'reject') return decision(step, who.decide)
    if (step === 'correct') return decision(step, who.correct)
    if (who.role !== null && !takesStep(step, who.role)) return []
    if ((who.role === 'policy-officer' || who.role === 'councillor') && !who.own) return []
    return [{ step, refused: step === 'object' ? mayObject(matter.proposal!, today) : null }]
  })
}

const decision = (step: MatterStep, refused: Refusal | null): DeskStep<MatterStep>[] =>
  refused === 'not-deciding-body' ? [] : [{ step, refused }]
