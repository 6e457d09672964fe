import { NotFound } from '../../../errors.ts'
import type { DeskRequest, MunicipalityRequest } from '../../page.ts'
import { hrefHere } from '../../page.ts'

export const lettersPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/brieven')
export const newLetterPath = (request: MunicipalityRequest) => hrefHere(request, '/bureau/brieven/nieuw')
export const letterPath = (request: MunicipalityRequest, letter: number) =>
  hrefHere(request, `/bureau/brieven/${letter}`)
export const letterFilePath = (request: MunicipalityRequest, letter: number, format: 'docx' | 'pdf') =>
  hrefHere(request, `/bureau/brieven/${letter}/brief.${format}`)

/** @throws NotFound when the address names no number */
export function letterIn({ params }: DeskRequest): number {
  if (!/^[1-9]\d{0,8}$/.test(params.letter ?? '')) throw new NotFound()
  return Number(params.letter)
}

export function letterCrumbs(request: DeskRequest, more: { label: string; path: string }[] = []) {
  const base = `/${request.municipality.slug}/bureau/brieven`
  return [{ label: request.words.letterOut.nav, path: base }, ...more]
}
