import type { DecidingBody, DeskMatter, MatterState } from '../../../council/index.ts'
import type { Role } from '../../../ctx.ts'
import type { Refusal } from '../../../errors.ts'

/** The forms of a matter, in the order of its page; each value is the anchor and what the form sends as `step`. */
export const anchors = {
  decide: 'besluiten',
  object: 'bezwaar',
  propose: 'voorstellen',
  start: 'starten',
  progress: 'tussenbericht',
  term: 'termijn',
  owner: 'eigenaar',
  hold: 'aanhouden',
  withdraw: 'intrekken',
  reopen: 'heropenen',
  correct: 'verbeteren',
  undo: 'ongedaan',
} as const
export type FormKey = keyof typeof anchors
export const formKeys = Object.keys(anchors) as FormKey[]

export const formNamed = (anchor: string): FormKey | null =>
  formKeys.find((key) => anchors[key] === anchor) ?? null

/** What a history calls the step that a form takes. */
const stepOf = {
  start: 'start',
  owner: 'assign',
  term: 'agree-term',
  progress: 'note-progress',
  propose: 'propose',
  withdraw: 'withdraw-proposal',
  object: 'object',
  hold: 'hold',
  decide: 'accept',
  reopen: 'reopen',
  correct: 'correct',
} as const

/** Why a form is not there: a refusal of the rules, or what comes first. */
export type WhyNot =
  | Refusal
  | 'settled-first-reopen'
  | 'proposal-waits'
  | 'no-proposal'
  | 'held-already'
  | 'not-settled'
  | 'not-submitter'
  | 'not-assigned'
  | 'undo-of-other'
export type FormState = { key: FormKey; why: WhyNot | null }

export type Viewer = { role: Role; assigned: boolean; submitter: boolean }

/** Who takes which forms at all; what is for others only is not spoken of, but for the decision. */
const forRole: Record<Role, readonly FormKey[]> = {
  clerk: formKeys,
  'portfolio-holder': formKeys.filter((key) => key !== 'object'),
  'policy-officer': formKeys.filter((key) => key !== 'object' && key !== 'hold' && key !== 'correct'),
  councillor: ['object', 'decide', 'undo'],
}

/**
 * Which forms the page of a matter has for someone, and of the others why not. The machines said what is possible (`matter.steps`,
 * `matter.undo`); this says why the rest is not. Pure.
 */
export function formsOf(
  matter: Pick<DeskMatter, 'state' | 'held' | 'proposal' | 'steps' | 'undo'>,
  viewer: Viewer,
): FormState[] {
  const states = forRole[viewer.role].map((key): FormState => ({ key, why: whyNot(key, matter, viewer) }))
  return states.filter(({ key, why }) => isWorthSaying(key, why, viewer.role, matter.state))
}

function whyNot(
  key: FormKey,
  matter: Pick<DeskMatter, 'state' | 'held' | 'proposal' | 'steps' | 'undo'>,
  viewer: Viewer,
): WhyNot | null {
  if (key === 'undo') return whyNoUndo(matter.undo, viewer)
  const offered = matter.steps.find(({ step }) => step === stepOf[key])
  if (offered) return offered.refused
  const readOnly = viewer.role === 'policy-officer' && !viewer.assigned
  if (readOnly && key !== 'decide') return 'not-assigned'
  return whyStateForbids(key, matter, viewer)
}

function whyStateForbids(
  key: FormKey,
  { state, held }: Pick<DeskMatter, 'state' | 'held'>,
  viewer: Viewer,
): WhyNot {
  switch (key) {
    case 'start':
    case 'progress':
      return state === 'settled' ? 'settled-first-reopen' : 'move-not-possible'
    case 'propose':
      return state === 'settled' ? 'settled-first-reopen' : 'proposal-waits'
    case 'object':
      return state !== 'proposed'
        ? 'no-proposal'
        : viewer.role === 'councillor' && !viewer.submitter
          ? 'not-submitter'
          : 'nobody-may-object'
    case 'decide':
      return state === 'proposed' ? 'not-deciding-body' : 'no-proposal'
    case 'hold':
      return state === 'proposed' && held ? 'held-already' : 'no-proposal'
    case 'withdraw':
      return 'no-proposal'
    case 'correct':
      return state === 'settled' ? 'not-deciding-body' : 'not-settled'
    case 'reopen':
      return 'not-settled'
    default:
      return 'move-not-possible'
  }
}

function whyNoUndo(undo: DeskMatter['undo'], viewer: Viewer): WhyNot | null {
  if ('refused' in undo) return undo.refused
  if (viewer.role === 'policy-officer' && !viewer.assigned) return 'not-assigned'
  return undo.own || viewer.role === 'clerk' ? null : 'undo-of-other'
}

/** Nobody is told that what is begun cannot begin; a councillor only about objecting and the decision on a proposal that waits. */
function isWorthSaying(key: FormKey, why: WhyNot | null, role: Role, state: MatterState): boolean {
  if (why === null) return true
  if (role === 'councillor' && (key === 'undo' || state !== 'proposed')) return false
  if (key === 'start') return state === 'settled'
  return why !== 'not-assigned'
}

/** Who enters the decisions of this body. */
export const entersFor = (body: DecidingBody): Role => (body === 'college' ? 'portfolio-holder' : 'clerk')

/** The form that is open when the page comes: what the matter waits for. `waits`: a letter or new evidence asks for an answer. */
export function firstForm(
  forms: readonly FormState[],
  { role, state, waits }: { role: Role; state: MatterState; waits: boolean },
): FormKey | null {
  const can = (key: FormKey) => forms.some((one) => one.key === key && one.why === null)
  const wanted: readonly FormKey[] =
    state === 'proposed'
      ? role === 'councillor'
        ? ['object']
        : ['decide']
      : state === 'settled'
        ? waits
          ? ['reopen']
          : []
        : waits
          ? ['propose']
          : state === 'in-progress'
            ? ['propose', 'progress']
            : ['start']
  return wanted.find(can) ?? null
}
