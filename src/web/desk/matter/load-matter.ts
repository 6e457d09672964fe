import {
  type DeskMatter,
  type DeskMotion,
  type DeskPeople,
  dayOf,
  type IsoDate,
  type LifeSettings,
  lifeSettings,
  motionAtDesk,
  motionOfMatter,
  type Place,
  peopleAtDesk,
} from '../../../council/index.ts'
import type { Ctx, Role } from '../../../ctx.ts'
import { type Denied, type Invalid, NotFound, type Refused } from '../../../errors.ts'
import { type DoneKey, noEvidence, readEvidence } from '../evidence/posted-evidence.ts'
import { type EvidenceState, workEvidence } from '../evidence/work-evidence.ts'
import { type FormKey, type FormState, formsOf } from './steps.ts'
import type { Typed } from './typed.ts'

/** A form that came back: what it sent, and what stands in the way; null when only its picker was used. */
export type Sent = { key: FormKey; form: FormData; typed: Typed; problem: Invalid | Refused | Denied | null }

/** The forms in which passages are chosen, with the name of their picker. */
export const pickers = { propose: 'evidence', progress: 'bericht', reopen: 'aanleiding' } as const
export type PickerKey = keyof typeof pickers
export const isPicker = (key: FormKey): key is PickerKey => key in pickers

/** Everything that the page of one matter shows. */
export type MatterView = DeskMotion & {
  matter: DeskMatter
  role: Role
  today: IsoDate
  forms: FormState[]
  settings: LifeSettings
  /** The rules on the day of the waiting proposal, or of the one that it is settled by. */
  earlier: { on: IsoDate; settings: LifeSettings } | null
  people: DeskPeople
  pickers: Partial<Record<PickerKey, EvidenceState>>
}

/** @throws NotFound */
export async function loadMatter(
  ctx: Ctx,
  id: number,
  sent: Sent | null,
  use: DoneKey | null = null,
): Promise<MatterView> {
  const { actor } = ctx
  if (actor.kind !== 'person') throw new NotFound()
  const { year, slug } = await motionOfMatter(ctx, { matter: id })
  const motion = await motionAtDesk(ctx, { year, slug })
  const matter = motion.matters.find((one) => one.id === id)
  if (!matter) throw new NotFound()
  const today = dayOf(ctx.now)
  const forms = formsOf(matter, {
    role: actor.role,
    assigned: matter.official?.account === actor.personId,
    submitter: motion.submitters.some((one) => one.mine),
  })
  const proposal =
    matter.proposal ?? matter.proposals.find((one) => one.id === matter.decision?.proposal) ?? null
  const view: MatterView = {
    ...motion,
    matter,
    role: actor.role,
    today,
    forms,
    settings: await lifeSettings(ctx, today),
    earlier: proposal ? { on: proposal.on, settings: await lifeSettings(ctx, proposal.on) } : null,
    people: await peopleAtDesk(ctx),
    pickers: {},
  }
  const shown = new Set(forms.filter(({ why }) => why === null).map(({ key }) => key))
  if (sent) shown.add(sent.key)
  for (const key of Object.keys(pickers) as PickerKey[]) {
    if (shown.has(key)) view.pickers[key] = await pickerOf(ctx, view, key, { sent, use })
  }
  return view
}

async function pickerOf(
  ctx: Ctx,
  view: MatterView,
  key: PickerKey,
  { sent, use }: { sent: Sent | null; use: DoneKey | null },
): Promise<EvidenceState> {
  const own = sent?.key === key ? sent : null
  const { ticked, offers } = key === 'propose' ? likelyPassages(view) : { ticked: [], offers: [] }
  const posted = own ? readEvidence(own.form, pickers[key]) : noEvidence(use ? [] : ticked, use)
  return workEvidence(ctx, key === 'propose' ? posted : { ...posted, done: [] }, {
    motions: [view.dossier.motion.id],
    offers: use ? [...ticked, ...offers] : offers,
    done: key === 'propose' ? view.matter.done : [],
    final: own?.problem != null && key === 'propose',
  })
}

/** Passages that a proposal may rest on: what Schakel's suggestion rests on is ticked, the rest is offered. */
export function likelyPassages({ dossier, matter }: Pick<MatterView, 'dossier' | 'matter'>): {
  ticked: Place[]
  offers: Place[]
} {
  const claim = dossier.claims.find((one) => one.id === matter.suggestion.claim)
  const promised = dossier.commitments.filter(({ life }) => life.state === 'open')
  const ofLetter = promised.filter((one) => one.passage?.document.id === claim?.passage?.document.id)
  const place = (passage: { document: { id: number }; at: Place['at'] } | null | undefined): Place[] =>
    passage && passage.at.length > 0 ? [{ document: passage.document.id, at: passage.at }] : []
  const words = ofLetter.flatMap((one) => place(one.passage))
  const ticked = matter.suggestion.outcome === 'announced' && words.length > 0 ? words : place(claim?.passage)
  return {
    ticked: matter.suggestion.outcome === null ? [] : ticked,
    offers: [
      ...matter.offered.flatMap((one) =>
        one.evidence.flatMap((piece) => (piece.kind === 'passage' ? place(piece.passage) : [])),
      ),
      ...place(claim?.passage),
      ...promised.flatMap((one) => place(one.passage)),
    ],
  }
}

/** Matters of the same motion that may be proposed in one go. */
export const alsoProposable = ({ matters, matter }: Pick<MatterView, 'matters' | 'matter'>): DeskMatter[] =>
  matters.filter(
    (one) => one.id !== matter.id && one.steps.some(({ step, refused }) => step === 'propose' && !refused),
  )
