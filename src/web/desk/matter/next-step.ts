import type { AttentionStep, DeskMatter } from '../../../council/index.ts'
import type { Role } from '../../../ctx.ts'
import type { FormKey } from './steps.ts'

/** `says`: the words of its button; `form`: where it leads. Null: there is nothing for this person to do but look. */
export type NextStep = { says: AttentionStep; form: FormKey } | null

/** Where each step that asks for attention is taken; null: on another page. */
export const formOfStep: Record<AttentionStep, FormKey | null> = {
  start: 'start',
  'answer-objection': 'decide',
  decide: 'decide',
  propose: 'propose',
  'note-progress': 'progress',
  reopen: 'reopen',
  'agree-term': 'term',
  'assign-owner': 'owner',
  'ask-how-it-stands': null,
  'set-check-date': null,
  'add-text': null,
}
const stepsOfForm: Partial<Record<FormKey, DeskMatter['steps'][number]['step']>> = {
  start: 'start',
  decide: 'accept',
  propose: 'propose',
  progress: 'note-progress',
  reopen: 'reopen',
  term: 'agree-term',
  owner: 'assign',
}

/** The step that wants to be taken, when this person may take it. Looking at an objection is for everyone who works on it. */
export function nextStep(
  matter: Pick<DeskMatter, 'steps'>,
  wanted: AttentionStep | null,
  role: Role,
): NextStep {
  const form = wanted && formOfStep[wanted]
  if (!wanted || !form) return null
  if (wanted === 'answer-objection') return role === 'councillor' ? null : { says: wanted, form }
  const step = stepsOfForm[form]
  return matter.steps.some((one) => one.step === step && one.refused === null) ? { says: wanted, form } : null
}
