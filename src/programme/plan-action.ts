/** What adding and changing an action share: its fields, its days, its number. */
import type { Ctx } from '../ctx.ts'
import { type IsoDate, isIsoDate } from '../days.ts'
import { Invalid } from '../errors.ts'
import { pillarsOf } from './change-pillars.ts'
import type { ProgrammeRow } from './hold.ts'
import { nextNumber } from './numbering.ts'
import { publicProse } from './prose.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from './typed.ts'

export type ActionFields = {
  title: string
  description?: string | null
  startsOn?: IsoDate | null
  endsOn?: IsoDate | null
  /** Id of a person of the council's register. */
  portfolioHolder?: number | null
  /** Organisations, never persons. */
  partners?: readonly string[]
}

/** Columns of what was given. */
export function actionColumns(problems: Problems, input: Partial<ActionFields>): Record<string, unknown> {
  const columns: Record<string, unknown> = {}
  if (input.title !== undefined) {
    columns.title = publicLine(problems, input.title, {
      field: 'title',
      most: mostText.title,
      needed: 'needed',
    })
  }
  if (input.description !== undefined) {
    const description = publicProse(input.description)
    if (description !== null && description.length > mostText.text)
      problem(problems, 'description', 'too-long')
    columns.description = description
  }
  for (const [field, day] of [
    ['starts_on', input.startsOn],
    ['ends_on', input.endsOn],
  ] as const) {
    if (day === undefined) continue
    if (day !== null && !isIsoDate(day)) problem(problems, field, 'date-invalid')
    columns[field] = day
  }
  if (input.portfolioHolder !== undefined) columns.portfolio_holder_id = input.portfolioHolder
  if (input.partners !== undefined) {
    const partners = input.partners.flatMap(
      (one) => publicLine(problems, one, { field: 'partners', most: mostText.title }) ?? [],
    )
    columns.partners = [...new Set(partners)]
  }
  return columns
}

/** An action ends after it begins and within its programme. */
export function checkDays(
  problems: Problems,
  { starts_on, ends_on }: { starts_on: IsoDate | null; ends_on: IsoDate | null },
  programme: Pick<ProgrammeRow, 'ends_on'>,
): void {
  if (ends_on !== null && ends_on > programme.ends_on) problem(problems, 'ends_on', 'after-programme')
  if (starts_on !== null && starts_on > programme.ends_on) problem(problems, 'starts_on', 'after-programme')
  if (starts_on !== null && ends_on !== null && ends_on < starts_on) {
    problem(problems, 'ends_on', 'end-before-start')
  }
}

/** The number that was asked for, when no other action has it; else the next one of the pillar. @throws Invalid (`pillar_id`, `number`) */
export async function numberFor(
  ctx: Ctx,
  {
    programme,
    pillar,
    action,
    wanted,
  }: { programme: number; pillar: number; action?: number; wanted?: string | null },
): Promise<string> {
  const pillars = await pillarsOf(ctx, programme)
  const place = pillars.findIndex(({ id }) => id === pillar)
  if (place === -1) throw new Invalid('form-invalid', [{ field: 'pillar_id', code: 'not-a-choice' }])
  const rows = await ctx.tx
    .selectFrom('programme.action')
    .select(['id', 'number'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('programme_id', '=', programme)
    .where('removed', '=', false)
    .execute()
  const taken = rows.filter(({ id }) => id !== action).map(({ number }) => number)
  const problems: Problems = []
  const number = publicLine(problems, wanted, { field: 'number', most: 20 })
  if (number !== null && taken.includes(number)) problem(problems, 'number', 'number-taken')
  checkProblems(problems)
  return number ?? nextNumber(place + 1, taken)
}
