import type { Ctx } from '../ctx.ts'
import { type IsoDate, isIsoDate } from '../days.ts'
import { naming } from './hold.ts'
import { type PillarKind, pillarKinds } from './programme.ts'
import { publicProse } from './prose.ts'
import { addRow, checkProgrammeRole } from './step.ts'
import { checkProblems, mostText, type Problems, problem, publicLine } from './typed.ts'

export type NewPillar = { kind: PillarKind; name: string; aim?: string | null }
export type NewProgramme = {
  title: string
  /** Its place in addresses; made unique with a number when another programme has it. */
  slug: string
  summary?: string | null
  startsOn: IsoDate
  endsOn: IsoDate
  /** In order. */
  pillars?: readonly NewPillar[]
  /** Requests of the council that it is begun for: the programme itself serves them. */
  matters?: readonly number[]
}

/**
 * Begins a draft. @throws Invalid (`title`, `starts_on`, `ends_on`, `pillars`, `matter_id`); Denied
 * @returns the slug that it got, and the ids of its pillars in order
 */
export async function beginProgramme(
  ctx: Ctx,
  input: NewProgramme,
): Promise<{ id: number; version: number; slug: string; pillars: number[] }> {
  checkProgrammeRole(ctx, 'begin a programme')
  const problems: Problems = []
  const title = publicLine(problems, input.title, { field: 'title', most: mostText.title, needed: 'needed' })
  const summary = publicProse(input.summary)
  if (summary !== null && summary.length > mostText.text) problem(problems, 'summary', 'too-long')
  checkSpan(problems, input)
  const pillars = (input.pillars ?? []).map((one) => pillarFields(problems, one, 'pillars'))
  checkProblems(problems)
  const slug = await freeSlug(ctx, input.slug)
  const programme = await addRow(ctx, 'programme', {
    slug,
    title,
    summary,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
  })
  const ids: number[] = []
  for (const [index, pillar] of pillars.entries()) {
    const { id } = await addRow(ctx, 'pillar', {
      programme_id: programme.id,
      position: index + 1,
      ...pillar,
    })
    ids.push(id)
  }
  await naming('matter_id', async () => {
    for (const matter of new Set(input.matters)) {
      await addRow(ctx, 'served', {
        programme_id: programme.id,
        action_id: null,
        kind: 'matter',
        matter_id: matter,
      })
    }
  })
  return { id: programme.id, version: programme.version, slug, pillars: ids }
}

function checkSpan(problems: Problems, { startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate }): void {
  const before = problems.length
  if (!isIsoDate(startsOn)) problem(problems, 'starts_on', startsOn === '' ? 'needed' : 'date-invalid')
  if (!isIsoDate(endsOn)) problem(problems, 'ends_on', endsOn === '' ? 'needed' : 'date-invalid')
  if (problems.length === before && endsOn < startsOn) problem(problems, 'ends_on', 'end-before-start')
}

export function pillarFields(problems: Problems, { kind, name, aim }: NewPillar, field = 'name') {
  if (!pillarKinds.includes(kind)) problem(problems, field === 'name' ? 'kind' : field, 'not-a-choice')
  return {
    kind,
    name: publicLine(problems, name, { field, most: mostText.title, needed: 'needed' }),
    aim: publicLine(problems, aim, { field: field === 'name' ? 'aim' : field, most: mostText.reason }),
  }
}

/** Words of addresses below a programme; no programme has one of these. */
const reserved: readonly string[] = ['nieuw', 'versies']
/** The wanted slug, or the first of `slug-2`, `slug-3` … that no programme of this municipality has. */
async function freeSlug(ctx: Ctx, wanted: string): Promise<string> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(wanted)) throw new Error(`${wanted} is no slug`)
  const taken = await ctx.tx
    .selectFrom('programme.programme')
    .select('slug')
    .where('municipality', '=', ctx.actor.municipality)
    .where('slug', 'like', `${wanted}%`)
    .execute()
  const used = new Set([...reserved, ...taken.map(({ slug }) => slug)])
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    if (!used.has(slug)) return slug
  }
}
