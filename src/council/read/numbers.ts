import { matchesOf } from './matches.ts'

/** Numbers by which papers are known. */

const registry = /(?<![\p{L}\p{N}])RIS[ -]?(?:nummer:? ?)?(\d{1,3}(?:[. ]\d{3})+|\d{5,7})(?!\d)/giu

export type FoundNumber = { text: string; start: number; end: number }

/** Registry numbers of the council's information system, as printed. */
export function findRegistryNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const match of matchesOf(text, registry)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** "RIS 302.261" → "RIS302261"; another number keeps its signs, without spaces, in capitals. */
export function registryNumberOf(printed: string): string {
  const match = printed.match(/RIS[^\d]{0,12}([\d. ]+)/i)
  if (match) return `RIS${(match[1] as string).replace(/\D/g, '')}`
  return printed
    .replace(/\s+/g, '')
    .replace(/[;,.:]+$/, '')
    .toUpperCase()
}

/** The number of a motion or amendment, at the head of what follows that word: `H.4`, `M12`, `2020-14`, `524'`. */
const motionNumber =
  /^(?:(?:nr|nrs|no|nummer|nummers)\.?:?\s{0,3}(?=[\dA-Z]))?((?:[A-Z]{1,4}[.-]?)?\d{1,4}(?:[-./]\d{1,5}){0,2}['’]?[a-z]?(?![\p{L}\p{N}])|[A-Z]{1,4}-\d{2}-\d{2}(?!\p{N}))/iu

export function motionNumberAt(text: string, from: number): FoundNumber | null {
  const match = text.slice(from, from + 40).match(motionNumber)
  const number = match?.[1]
  if (!match || !number) return null
  const start = from + match[0].length - number.length
  const clean = number.replace(/[.,]$/, '')
  return { text: clean, start, end: start + clean.length }
}
