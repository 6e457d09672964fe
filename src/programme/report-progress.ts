import { createHash } from 'node:crypto'
import type { Ctx } from '../ctx.ts'
import type { IsoDate } from '../days.ts'
import { type Attachment, mostAttachments, readAttachment } from './attachment.ts'
import { openAction } from './open-programme.ts'
import { type MilestoneReached, reachMilestone } from './reach-milestone.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'
import { type GivenEvidence, type PublishedWords, takeEvidence } from './take-evidence.ts'
import { checkProblems, happenedOn, mostText, type Problems, problem, publicLine } from './typed.ts'

export type ProgressReport = {
  action: number
  /** One line, which becomes public. */
  text: string
  /** Today when not given. */
  on?: IsoDate | null
  evidence?: readonly GivenEvidence[]
  /** Desk only. */
  attachments?: readonly { fileName: string; bytes: Uint8Array }[]
  /** A milestone that was reached with it, by the same evidence. */
  reached?: { milestone: number; version: number } | null
}
export type Reported = Step & { reached: Step | null }

/**
 * Tells how an action goes, in one line. Reports of several people at once stand beside each other; the same line that the same person
 * sends again within minutes, as a phone does on a bad line, is told once.
 * @param words of the council room
 * @throws Invalid (`text`, `moved_on`, `evidence/0`, `attachments/0`, …; with `reached` also `evidence`); Refused `programme-closed`,
 * `move-not-possible`; NotFound; Denied
 */
export async function reportProgress(
  ctx: Ctx,
  input: ProgressReport,
  words: PublishedWords,
): Promise<Reported> {
  checkProgrammeRole(ctx, 'report progress')
  const problems: Problems = []
  const text = publicLine(problems, input.text, { field: 'text', most: mostText.line, needed: 'needed' })
  const on = happenedOn(ctx, problems, 'moved_on', input.on)
  const attachments = takeAttachments(problems, input.attachments ?? [])
  const { programme, action } = await openAction(ctx, input.action)
  const given = input.evidence ?? []
  const evidence = await takeEvidence(ctx, problems, { programme: programme.id, given, words })
  if (input.reached && given.length === 0) problem(problems, 'evidence', 'evidence-needed')
  checkProblems(problems)
  const told = await toldAlready(ctx, action.id, { on, text: text! })
  const step = told
    ? { id: action.id, version: action.version, history: told, joined: [] }
    : await changeRow(ctx, 'action', action, {}, { step: 'report', on, text, evidence })
  if (!told) for (const one of attachments) await keepAttachment(ctx, programme.id, step.history, one)
  const reached = input.reached
    ? await reachMilestone(ctx, { ...reachedWith(input.reached), on, evidence: given }, words)
    : null
  return { ...step, reached }
}

/** For how long the same line counts as sent twice, in milliseconds. */
const sentTwice = 10 * 60_000
/** The report that this person made with the same words, if it was just now and still stands. */
async function toldAlready(
  ctx: Ctx,
  action: number,
  { on, text }: { on: IsoDate; text: string },
): Promise<number | null> {
  if (ctx.actor.kind !== 'person') return null
  const row = await ctx.tx
    .selectFrom('programme.history as report')
    .innerJoin('programme.history_detail as detail', (join) =>
      join
        .onRef('detail.municipality', '=', 'report.municipality')
        .onRef('detail.history_id', '=', 'report.id'),
    )
    .leftJoin('programme.history as undo', (join) =>
      join.onRef('undo.municipality', '=', 'report.municipality').onRef('undo.undoes', '=', 'report.id'),
    )
    .select('report.id')
    .where('report.municipality', '=', ctx.actor.municipality)
    .where('report.action_id', '=', action)
    .where('report.step', '=', 'report')
    .where('report.text', '=', text)
    .where('report.moved_on', '=', on)
    .where('report.moved_at', '>', new Date(ctx.now.getTime() - sentTwice))
    .where('detail.actor_id', '=', ctx.actor.personId)
    .where('undo.id', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

const reachedWith = ({ milestone, version }: NonNullable<ProgressReport['reached']>) =>
  ({ milestone, version }) satisfies Partial<MilestoneReached>

function takeAttachments(
  problems: Problems,
  given: readonly { fileName: string; bytes: Uint8Array }[],
): Attachment[] {
  if (given.length > mostAttachments) problem(problems, 'attachments', 'files-too-many')
  return given.slice(0, mostAttachments).flatMap((one, index) => {
    const read = readAttachment(one)
    if (typeof read !== 'string') return [read]
    problem(problems, `attachments/${index}`, read)
    return []
  })
}

async function keepAttachment(ctx: Ctx, programme: number, history: number, file: Attachment): Promise<void> {
  await ctx.tx
    .insertInto('programme.attachment')
    .values({
      municipality: ctx.actor.municipality,
      programme_id: programme,
      history_id: history,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      file_name: file.fileName,
      media_type: file.mediaType,
      bytes: Buffer.from(file.bytes),
    })
    .execute()
}
