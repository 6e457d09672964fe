import {
  holderNames,
  type ProgrammePapers,
  programmePapers,
  type ServedName,
  servedNames,
} from '../../../council/index.ts'
import type { IsoDate } from '../../../days.ts'
import { NotFound } from '../../../errors.ts'
import { type Indicator, loadTree, type ProgrammeTree, programmes } from '../../../programme/index.ts'
import { dateOf } from '../../../words/format.ts'
import type { PublicMunicipalityRequest } from '../../page.ts'

export type ProgrammeEntry = Awaited<ReturnType<typeof programmes>>[number]
/** A programme with the names of what and whom it refers to, as far as they are public. */
export type ProgrammeView = {
  tree: ProgrammeTree
  /** By `servedKey`. */
  names: ReadonlyMap<string, ServedName>
  /** Members of the college who answer for actions, by their ids. */
  holders: ReadonlyMap<number, string>
  papers: ProgrammePapers
  /** Indicators of the programme before this one, to compare over the years. */
  before: readonly Indicator[]
  today: IsoDate
}

/** Adopted programmes of the municipality, the newest first. */
export const publicProgrammes = (request: PublicMunicipalityRequest): Promise<ProgrammeEntry[]> =>
  programmes(request.publicDb, request.municipality.slug)

/** @throws NotFound for one that is not adopted, or not there */
export async function loadProgramme(
  request: PublicMunicipalityRequest,
  slug: string,
): Promise<ProgrammeView> {
  const { publicDb, municipality } = request
  const of = { municipality: municipality.slug }
  const tree = await loadTree(publicDb, { ...of, slug })
  const [names, holders, papers, before] = await Promise.all([
    servedNames(publicDb, { ...of, serves: servedBy(tree) }),
    holderNames(publicDb, {
      ...of,
      persons: tree.actions.flatMap(({ portfolioHolder }) => portfolioHolder ?? []),
    }),
    programmePapers(publicDb, { ...of, tree }),
    tree.succeeds && tree.indicators.length > 0
      ? loadTree(publicDb, { ...of, slug: tree.succeeds.slug }).then(({ indicators }) => indicators)
      : [],
  ])
  return { tree, names, holders, papers, before, today: dateOf(request.now) }
}

const servedBy = (tree: ProgrammeTree) => [...tree.serves, ...tree.actions.flatMap(({ serves }) => serves)]

/** The programme that the address names. @throws NotFound when it is no slug */
export function slugIn({ params }: PublicMunicipalityRequest): string {
  const { programme } = params
  if (!programme || programme.length > 100 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(programme)) {
    throw new NotFound()
  }
  return programme
}

/** A number of the address. @throws NotFound when it is none */
export function numberIn({ params }: PublicMunicipalityRequest, name: string): number {
  const value = params[name]
  if (!value || !/^[1-9]\d{0,8}$/.test(value)) throw new NotFound()
  return Number(value)
}
