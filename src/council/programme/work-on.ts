import type { ActionState, DoneFacts, ProgrammeState } from '../../programme/index.ts'
import { doneIn } from '../../programme/index.ts'
import type { PublicDb } from '../public-register.ts'
import type { IsoDate } from '../read/reading.ts'
import { type ServedKey, servedKey } from './served-names.ts'

/** What works on something: an action of a programme, or (`action` null) a programme as a whole. */
export type ProgrammeWork = {
  programme: { slug: string; title: string; state: ProgrammeState }
  action: {
    id: number
    number: string
    title: string
    state: ActionState
    endsOn: IsoDate | null
    endedOn: IsoDate | null
    /** Of those that were not dropped. */
    milestones: { reached: number; of: number }
    lastReport: { on: IsoDate; text: string } | null
  } | null
}
/** What the action programme does about a motion. */
export type MotionProgramme = {
  /** A programme runs that this login may see: only then is it news that nothing works on something. */
  runs: boolean
  /** By `servedKey`; what nothing works on is absent. */
  works: Record<string, ProgrammeWork[]>
  /** Reached milestones of adopted programmes, oldest first; `serves`: for which of these they were reached. */
  reached: (DoneFacts & { serves: ServedKey[] })[]
}

export const noProgramme: MotionProgramme = { runs: false, works: {}, reached: [] }

/** What works on these matters and commitments, over either login: a visitor meets adopted programmes only. */
export async function programmeFor(
  db: PublicDb,
  { municipality, serves }: { municipality: string; serves: readonly ServedKey[] },
): Promise<MotionProgramme> {
  const running = await db
    .selectFrom('programme.programme')
    .select('id')
    .where('municipality', '=', municipality)
    .where('removed', '=', false)
    .where('state', '=', 'adopted')
    .limit(1)
    .executeTakeFirst()
  const links = await linksOf(db, municipality, serves)
  if (links.length === 0) return { ...noProgramme, runs: running !== undefined }
  const actions = [...new Set(links.flatMap((link) => link.action_id ?? []))]
  const milestones = await milestonesOf(db, municipality, actions)
  const done = await doneIn(db, { municipality, actions })
  const works: MotionProgramme['works'] = {}
  for (const link of links) {
    const key = servedKey(keyOf(link))
    works[key] = [...(works[key] ?? []), workOf(link, milestones, done)]
  }
  const reached = done
    .filter(({ kind, programme }) => kind === 'milestone' && programme.adopted)
    .map((one) => ({
      ...one,
      serves: links.filter((link) => link.action_id === one.action.id).map(keyOf),
    }))
    .reverse()
  return { runs: running !== undefined, works, reached }
}

type Link = Awaited<ReturnType<typeof linksOf>>[number]

async function linksOf(db: PublicDb, municipality: string, serves: readonly ServedKey[]) {
  const of = (kind: ServedKey['kind']) => serves.filter((one) => one.kind === kind).map((one) => one.of)
  const [matters, commitments] = [of('matter'), of('commitment')]
  if (matters.length + commitments.length === 0) return []
  const rows = await db
    .selectFrom('programme.served as served')
    .innerJoin('programme.programme as programme', (join) =>
      join
        .onRef('programme.municipality', '=', 'served.municipality')
        .onRef('programme.id', '=', 'served.programme_id'),
    )
    .leftJoin('programme.action as action', (join) =>
      join
        .onRef('action.municipality', '=', 'served.municipality')
        .onRef('action.id', '=', 'served.action_id'),
    )
    .select([
      'served.matter_id',
      'served.commitment_id',
      'served.action_id',
      'programme.slug',
      'programme.title as programme_title',
      'programme.state as programme_state',
      'action.number',
      'action.title',
      'action.state',
      'action.ends_on',
      'action.ended_on',
    ])
    .where('served.municipality', '=', municipality)
    .where('served.removed', '=', false)
    .where('programme.removed', '=', false)
    .where('programme.state', '<>', 'dropped')
    .where((on) =>
      on.or([
        ...(matters.length > 0 ? [on('served.matter_id', 'in', matters)] : []),
        ...(commitments.length > 0 ? [on('served.commitment_id', 'in', commitments)] : []),
      ]),
    )
    .where((on) => on.or([on('served.action_id', 'is', null), on('action.removed', '=', false)]))
    .orderBy('programme.starts_on', 'desc')
    .orderBy('served.id')
    .execute()
  return rows.sort(
    (a, b) =>
      Number(a.programme_state !== 'adopted') - Number(b.programme_state !== 'adopted') ||
      (a.number ?? '').localeCompare(b.number ?? '', 'nl', { numeric: true }),
  )
}

const keyOf = (link: Pick<Link, 'matter_id' | 'commitment_id'>): ServedKey =>
  link.matter_id === null
    ? { kind: 'commitment', of: link.commitment_id! }
    : { kind: 'matter', of: link.matter_id }

async function milestonesOf(db: PublicDb, municipality: string, actions: readonly number[]) {
  if (actions.length === 0) return []
  return db
    .selectFrom('programme.milestone')
    .select(['action_id', 'state'])
    .where('municipality', '=', municipality)
    .where('action_id', 'in', [...actions])
    .where('removed', '=', false)
    .where('state', '<>', 'dropped')
    .execute()
}

function workOf(
  link: Link,
  milestones: Awaited<ReturnType<typeof milestonesOf>>,
  done: readonly DoneFacts[],
): ProgrammeWork {
  const { slug, programme_title: title, programme_state: state } = link
  if (link.action_id === null) return { programme: { slug, title, state }, action: null }
  const own = milestones.filter((one) => one.action_id === link.action_id)
  const last = done.find((one) => one.kind === 'action-report' && one.action.id === link.action_id)
  return {
    programme: { slug, title, state },
    action: {
      id: link.action_id,
      number: link.number!,
      title: link.title!,
      state: link.state!,
      endsOn: link.ends_on,
      endedOn: link.ended_on,
      milestones: { reached: own.filter((one) => one.state === 'reached').length, of: own.length },
      lastReport: last ? { on: last.on, text: last.text } : null,
    },
  }
}
