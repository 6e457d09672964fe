import type { Ctx } from '../ctx.ts'
import { type IsoDate, isIsoDate } from '../days.ts'
import { Refused } from '../errors.ts'
import { follow } from '../machine.ts'
import { holdProgramme, type ProgrammeRow } from './hold.ts'
import { programmeArrows } from './programme.ts'
import { publicProse } from './prose.ts'
import { changeRow, checkProgrammeRole, type Step } from './step.ts'
import { checkProblems, happenedOn, mostText, type Problems, problem, publicLine } from './typed.ts'

/** What is not given stays. */
export type ProgrammeChange = {
  programme: number
  /** As the page showed it; what others changed since is joined. */
  version: number
  title?: string
  summary?: string | null
  startsOn?: IsoDate
  endsOn?: IsoDate
  /** Needed when a day moves after adoption. */
  reason?: string | null
}

/**
 * Changes the words and days of a programme.
 * @throws Invalid (`title`, `summary`, `starts_on`, `ends_on` also with `before-actions`, `reason`, or `changed-by-other` per field);
 * Refused `programme-closed`; NotFound; Denied
 */
export async function changeProgramme(ctx: Ctx, input: ProgrammeChange): Promise<Step> {
  checkProgrammeRole(ctx, 'change a programme')
  const problems: Problems = []
  const wanted: Record<string, unknown> = {}
  if (input.title !== undefined) {
    wanted.title = publicLine(problems, input.title, {
      field: 'title',
      most: mostText.title,
      needed: 'needed',
    })
  }
  if (input.summary !== undefined) {
    const summary = publicProse(input.summary)
    if (summary !== null && summary.length > mostText.text) problem(problems, 'summary', 'too-long')
    wanted.summary = summary
  }
  for (const [field, day] of [
    ['starts_on', input.startsOn],
    ['ends_on', input.endsOn],
  ] as const) {
    if (day === undefined) continue
    if (!isIsoDate(day)) problem(problems, field, day === '' ? 'needed' : 'date-invalid')
    wanted[field] = day
  }
  const reason = publicLine(problems, input.reason, { field: 'reason', most: mostText.reason })
  checkProblems(problems)
  const held = await holdProgramme(ctx, input.programme)
  return changeRow(
    ctx,
    'programme',
    { id: input.programme, version: input.version },
    wanted,
    { reason },
    async (row, next) => {
      const [was, now] = [row as ProgrammeRow, next as ProgrammeRow]
      if (now.ends_on < now.starts_on) problem(problems, 'ends_on', 'end-before-start')
      else if (now.ends_on < was.ends_on && (await lastDay(ctx, held.id)) > now.ends_on) {
        problem(problems, 'ends_on', 'before-actions')
      }
      const moved = now.starts_on !== was.starts_on || now.ends_on !== was.ends_on
      if (was.adopted_on !== null && moved && reason === null) problem(problems, 'reason', 'reason-needed')
      checkProblems(problems)
    },
  )
}

/** The last day of any action; an empty text when none has one. */
async function lastDay(ctx: Ctx, programme: number): Promise<IsoDate> {
  const { last } = await ctx.tx
    .selectFrom('programme.action')
    .select((eb) => eb.fn.max('ends_on').as('last'))
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .executeTakeFirstOrThrow()
  return last ?? ''
}

/** A draft that will not be adopted. @throws Invalid `reason`; Refused `move-not-possible`, `programme-closed`; NotFound; Denied */
export async function dropProgramme(
  ctx: Ctx,
  input: { programme: number; version: number; reason: string },
): Promise<Step> {
  return close(ctx, input, 'drop')
}

/**
 * An adopted programme whose time is over and that nothing comes after.
 * @throws Invalid (`reason`, `on`); Refused `move-not-possible`, `programme-closed`; NotFound; Denied
 */
export async function endProgramme(
  ctx: Ctx,
  input: { programme: number; version: number; reason: string; on?: IsoDate },
): Promise<Step> {
  return close(ctx, input, 'end')
}

async function close(
  ctx: Ctx,
  input: { programme: number; version: number; reason: string; on?: IsoDate },
  move: 'drop' | 'end',
): Promise<Step> {
  checkProgrammeRole(ctx, `${move} a programme`)
  const problems: Problems = []
  const reason = publicLine(problems, input.reason, {
    field: 'reason',
    most: mostText.reason,
    needed: 'needed',
  })
  const on = happenedOn(ctx, problems, 'on', input.on)
  checkProblems(problems)
  await holdProgramme(ctx, input.programme)
  const state = move === 'drop' ? 'dropped' : 'ended'
  return changeRow(
    ctx,
    'programme',
    { id: input.programme, version: input.version },
    { state },
    { step: move, on, reason },
    (row) => {
      if (!follow(programmeArrows, (row as ProgrammeRow).state, move)) throw new Refused('move-not-possible')
    },
  )
}
