import { NotFound } from '../../../errors.ts'
import type { DeskRequest, MunicipalityRequest } from '../../page.ts'
import { hrefHere } from '../../page.ts'

type Request = MunicipalityRequest

/** Addresses of the action programme at the desk. A programme has its slug, all else its id. */
export const programmesPath = (request: Request) => hrefHere(request, '/bureau/programma')
/** Where a programme is begun; no programme has this slug. */
export const beginPath = (request: Request) => `${programmesPath(request)}/nieuw`
export const programmePath = (request: Request, programme: string) =>
  `${programmesPath(request)}/${programme}`
const below =
  (folder: string) =>
  (request: Request, programme: string, of?: number): string =>
    `${programmePath(request, programme)}/${folder}${of === undefined ? '' : `/${of}`}`
export const actionPath = below('acties')
export const milestonePath = below('mijlpalen')
export const indicatorPath = below('indicatoren')
export const boardPath = below('bord')
export const calendarPath = below('kalender')
export const steeringPath = below('stuurgroep')
export const reportPath = below('verslagen')
export const editionPath = below('versies')
export const pillarPath = below('pijlers')
/** Title, summary, days, frame and what the programme itself serves. */
export const detailsPath = below('gegevens')
export const newActionPath = (request: Request, programme: string, pillar?: number) =>
  `${programmePath(request, programme)}/nieuwe-actie${pillar === undefined ? '' : `?pijler=${pillar}`}`
/** Adopting a draft, or amending what is adopted. */
export const adoptPath = below('vaststellen')
export const succeedPath = below('opvolgen')
export const sourcesPath = (request: Request, source?: number) =>
  `${hrefHere(request, '/bureau/bronnen')}${source === undefined ? '' : `/${source}`}`

/** The programme that the address names. @throws NotFound when it is no slug */
export function programmeIn({ params }: Pick<DeskRequest, 'params'>): string {
  const { programme } = params
  if (!programme || programme.length > 100 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(programme)) {
    throw new NotFound()
  }
  return programme
}

/** A number of the address, such as `action`. @throws NotFound when it is none */
export function idIn({ params }: Pick<DeskRequest, 'params'>, name: string): number {
  const value = params[name]
  if (!value || !/^[1-9]\d{0,8}$/.test(value)) throw new NotFound()
  return Number(value)
}
