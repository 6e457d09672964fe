import {
  commitmentRelations,
  type DeskCommitment,
  extendCommitment,
  type IsoDate,
  keepCommitment,
  type LifeFieldCode,
  lapseCommitment,
  relateCommitments,
  setCheckDate,
  undoLastStep,
} from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import { Invalid } from '../../../errors.ts'
import { chosenEvidence, type EvidenceState, workEvidence } from '../evidence/work-evidence.ts'
import { parseTypedDate } from '../typed-date.ts'
import { fieldOf, type PostedStep } from './posted-step.ts'

/**
 * Takes the step that a form asks. @returns the evidence when something is still to be chosen, null when the step was taken
 * @throws Invalid with the names of the form's own fields; Refused; Denied
 */
export async function takeStep(
  ctx: Ctx,
  { id: commitment, motions, done }: Pick<DeskCommitment, 'id' | 'motions' | 'done'>,
  posted: PostedStep,
): Promise<EvidenceState | null> {
  const { version } = posted
  const text = (name: string) => fieldOf(posted, `/${posted.form}/${name}`)
  try {
    switch (posted.form) {
      case 'check': {
        const choice = text('choice')
        if (choice !== 'on' && choice !== 'none') throw wrong('choice', 'needed')
        await setCheckDate(ctx, { commitment, version, on: choice === 'none' ? null : day(text('on'), 'on') })
        return null
      }
      case 'keep': {
        const how = text('how')
        if (how !== 'kept' && how !== 'partly-kept') throw wrong('how', 'needed')
        const on = text('on') === '' ? {} : { on: day(text('on'), 'on') }
        const evidence = await workEvidence(ctx, posted.evidence, {
          motions: motions.map((motion) => motion.id),
          done,
          final: true,
        })
        if (evidence.errors.length > 0) return evidence
        await keepCommitment(ctx, {
          commitment,
          version,
          how,
          evidence: chosenEvidence(evidence),
          reason: text('reason'),
          ...on,
        })
        return null
      }
      case 'extend':
        await extendCommitment(ctx, {
          commitment,
          version,
          to: day(text('to'), 'to'),
          reason: text('reason'),
        })
        return null
      case 'lapse':
        await lapseCommitment(ctx, { commitment, version, reason: text('reason') })
        return null
      case 'relate':
        await relate(ctx, commitment, posted)
        return null
      case 'undo':
        await undoLastStep(ctx, { commitment, version })
        return null
    }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid(
      error.code,
      error.fields.map(({ field, code }) => ({
        field: field.startsWith('/') ? field : `/${posted.form}/${field}`,
        code,
      })),
    )
  }
}

async function relate(ctx: Ctx, commitment: number, posted: PostedStep): Promise<void> {
  const text = (name: string) => fieldOf(posted, `/relate/${name}`)
  const kind = commitmentRelations.find((one) => one === text('kind'))
  if (!kind) throw wrong('kind', 'needed')
  const chosen = (name: string) => {
    if (!/^[1-9]\d{0,8}$/.test(text(name))) throw wrong(name, 'needed')
    return Number(text(name))
  }
  const both = { commitment, version: posted.version, note: text('note') }
  await relateCommitments(
    ctx,
    kind === 'replaces-motion'
      ? { ...both, kind, motion: chosen('motion') }
      : { ...both, kind, other: chosen('other') },
  )
}

const wrong = (field: string, code: LifeFieldCode) => new Invalid('form-invalid', [{ field, code }])

function day(typed: string, field: string): IsoDate {
  if (typed === '') throw wrong(field, 'needed')
  const found = parseTypedDate(typed)
  if (found === undefined) throw wrong(field, 'date-invalid')
  return found
}
