import { NotFound } from '../../errors.ts'
import type { DeskRequest, MunicipalityRequest } from '../page.ts'
import { hrefHere } from '../page.ts'

/** Addresses of the desk, in the language of the page. */
export const homePath = (request: MunicipalityRequest) => hrefHere(request, '/bureau')
/** Where a step in a row of the day is sent. */
export const dayStepPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/vandaag')
/** Which councillor each account is. */
export const accountsPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/accounts')
export const inboxPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/post')
export const uploadPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/post')
export const reviewPath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/post/${document}`)
export const originalPath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/post/${document}/origineel`)
export const removePath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/post/${document}/weghalen`)
export const unregisterPath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/post/${document}/terughalen`)
export const byHandPath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/post/${document}/zelf-invullen`)
export const documentPath = (request: MunicipalityRequest, published: { year: number; slug: string }) =>
  hrefHere(request, `/stukken/${published.year}/${published.slug}`)
export const motionPath = (request: MunicipalityRequest, motion: { year: number; slug: string }) =>
  hrefHere(request, `/moties/${motion.year}/${motion.slug}`)
/** One matter; `anchor` is a form of its page, such as `voorstellen`. */
export const matterPath = (request: MunicipalityRequest, matter: number, anchor?: string) =>
  hrefHere(request, `/bureau/onderdelen/${matter}`) + (anchor ? `#${anchor}` : '')
export const deskMotionPath = (request: MunicipalityRequest, motion: { year: number; slug: string }) =>
  hrefHere(request, `/bureau/moties/${motion.year}/${motion.slug}`)
export const commitmentPath = (request: MunicipalityRequest, commitment: number) =>
  hrefHere(request, `/bureau/toezeggingen/${commitment}`)
export const coveragePath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/stukken/${document}/dekking`)
export const withdrawPath = (request: MunicipalityRequest, document: number) =>
  hrefHere(request, `/bureau/stukken/${document}/intrekken`)

/** The document that the address names. @throws NotFound when it is no number */
export function documentIn(request: DeskRequest): number {
  const { document } = request.params
  if (!document || !/^[1-9]\d{0,8}$/.test(document)) throw new NotFound()
  return Number(document)
}

/** The way to a page of one document. */
export function deskCrumbs(request: DeskRequest, document?: { document: number; fileName: string }) {
  const path = `/${request.municipality.slug}/bureau/post`
  const inbox = { label: request.words.desk.title, path }
  return document ? [inbox, { label: document.fileName, path: `${path}/${document.document}` }] : [inbox]
}
