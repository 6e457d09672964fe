import {
  documentsNamed,
  type EvidenceDocument,
  motionsOfMatters,
  recentDocuments,
} from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { addDays, dayOf } from '../../../../days.ts'
import { Invalid } from '../../../../errors.ts'
import type { Action, Decision, GivenEvidence, ProgrammeTree } from '../../../../programme/index.ts'
import { noEvidence, type PostedEvidence, readEvidence } from '../../evidence/posted-evidence.ts'
import { type EvidenceState, workEvidence } from '../../evidence/work-evidence.ts'

/** Whole documents, decisions of the steering group and passages that were chosen in a form. */
export type PostedChoice = { documents: number[]; decisions: number[]; passages: PostedEvidence }
export type ChoiceState = {
  /** Of the last weeks, and those that were chosen. */
  documents: EvidenceDocument[]
  decisions: Decision[]
  on: { documents: ReadonlySet<number>; decisions: ReadonlySet<number> }
  passages: EvidenceState
}

/** How long a document counts as recent, in days. */
const recent = 56
const mostDecisions = 6

export const noChoice = (): PostedChoice => ({ documents: [], decisions: [], passages: noEvidence() })

export function readChoice(form: FormData): PostedChoice {
  const ids = (name: string) =>
    form.getAll(name).flatMap((value) => (/^[1-9]\d{0,8}$/.test(String(value)) ? [Number(value)] : []))
  return { documents: ids('document'), decisions: ids('decision'), passages: readEvidence(form) }
}

type Of = { tree: ProgrammeTree; action: Action; final: boolean }
/** Finds what may be chosen, and does what the buttons of the picker ask. */
export async function workChoice(
  ctx: Ctx,
  posted: PostedChoice,
  { tree, action, final }: Of,
): Promise<ChoiceState> {
  const newest = await recentDocuments(ctx, { since: addDays(dayOf(ctx.now), -recent) })
  const more = posted.documents.filter((id) => !newest.some((one) => one.id === id))
  const matters = action.serves.filter(({ kind }) => kind === 'matter').map(({ of }) => of)
  const motions = await motionsOfMatters(ctx, matters)
  const passages = await workEvidence(ctx, posted.passages, { motions, final })
  const own = tree.decisions.filter((one) => one.action === null || one.action === action.id)
  return {
    documents: [...newest, ...(await documentsNamed(ctx, more))],
    decisions: own
      .sort((a, b) => b.on.localeCompare(a.on) || b.id - a.id)
      .filter(({ id }, index) => index < mostDecisions || posted.decisions.includes(id)),
    on: { documents: new Set(posted.documents), decisions: new Set(posted.decisions) },
    // Something else may have been chosen instead of a passage.
    passages: { ...passages, errors: passages.errors.filter(({ code }) => code !== 'evidence-missing') },
  }
}

/** What the form hands to a command. @throws Invalid `evidence` when a sentence was typed that is in no document yet */
export function chosenIn(posted: PostedChoice, { passages }: ChoiceState): GivenEvidence[] {
  if (passages.errors.length > 0) {
    throw new Invalid('form-invalid', [{ field: 'evidence', code: 'passage-missing' }])
  }
  return [
    ...passages.passages
      .filter(({ on }) => on)
      .map(({ place: { document, at } }) => ({ kind: 'passage' as const, document, at })),
    ...posted.documents.map((document) => ({ kind: 'document' as const, document })),
    ...posted.decisions.map((decision) => ({ kind: 'decision' as const, decision })),
  ]
}
