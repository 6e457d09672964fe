import { contactDetails, findAll, paint } from '../cover.ts'
import type { At, PersonalDataKind } from './read/reading.ts'

/** `at` may be empty: then only the text is known, and every place where it stands is covered. */
export type PersonalData = { kind: PersonalDataKind; text: string; at: At }
export type Redaction = {
  /** The pages with personal data covered; each as long as the original. */
  pages: string[]
  /** The same covering for a single value taken from the document. */
  text: (value: string) => string
}

const letter = String.raw`[\p{L}\p{N}]`
const notAfterLetter = `(?<!${letter})`
const notBeforeLetter = `(?!${letter})`
const particles = new Set([
  'van',
  'de',
  'der',
  'den',
  'ten',
  'ter',
  'te',
  'het',
  "'t",
  '’t',
  'in',
  'op',
  'el',
  'al',
  'von',
  'du',
])

/**
 * Covers personal data of civil servants with `█` of equal UTF-16 length, so that the offsets of all passages stay valid: the
 * given places, every other place with the same name (or its family name), address or number, and any e-mail address or mobile
 * number at all. White space stays. Pure.
 * @param keep names that are public: signatories, councillors. A place inside one of them is covered only when it was given.
 */
export function redact(
  pages: readonly string[],
  personalData: readonly PersonalData[],
  keep: readonly string[] = [],
): Redaction {
  const patterns = personalData.flatMap(({ kind, text }) => patternsFor(kind, text, keep))
  const kept = keep.map(namePattern).filter((pattern) => pattern !== null)

  const coverAll = (value: string, places: readonly { start: number; end: number }[] = []): string => {
    const protectedPlaces = kept.flatMap((pattern) => findAll(pattern, value))
    const found = [
      ...patterns.flatMap((pattern) => findAll(pattern, value)),
      ...contactDetails(value),
    ].filter((place) => !protectedPlaces.some((p) => place.start >= p.start && place.end <= p.end))
    return paint(value, [...places, ...found])
  }

  return {
    pages: pages.map((page, index) =>
      coverAll(
        page,
        personalData.flatMap(({ at }) => at.filter((span) => span.page === index + 1)),
      ),
    ),
    text: (value) => coverAll(value),
  }
}

function patternsFor(kind: PersonalDataKind, text: string, keep: readonly string[]): RegExp[] {
  const clean = text.normalize('NFC').trim()
  if (clean === '') return []
  if (kind === 'phone') return phonePatterns(clean)
  if (kind === 'email') return [new RegExp(`${notAfterLetter}${spelled(clean)}${notBeforeLetter}`, 'giu')]
  if (keep.some((name) => sameName(name, clean))) return []
  const full = namePattern(clean)
  const family = familyName(clean)
  const alone =
    family && !keep.some((name) => sameName(familyName(name) ?? name, family)) ? familyPattern(family) : null
  return [full, alone].filter((pattern) => pattern !== null)
}

const sameName = (a: string, b: string) =>
  a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase()

function namePattern(name: string): RegExp | null {
  const words = name.normalize('NFC').trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  return new RegExp(`${notAfterLetter}${words.map(spelled).join('\\s+')}${notBeforeLetter}`, 'giu')
}

/** `Hugo van der Meer` → `van der Meer`; `H. Meer` → `Meer`. Null for a single word, which is matched as it is. */
export function familyName(name: string): string | null {
  const words = name.normalize('NFC').trim().split(/\s+/)
  if (words.length < 2) return null
  const particle = words.findIndex((word) => particles.has(word.toLowerCase()))
  if (particle >= 0 && particle < words.length - 1) return words.slice(particle).join(' ')
  return words.at(-1)!
}

/** A family name alone counts only when written as a name: with its capital, or all in capitals. */
function familyPattern(family: string): RegExp | null {
  const words = family.split(' ')
  if (words.at(-1)!.length < 3) return null
  const written = words.map((word) => {
    const lower = word.toLowerCase()
    if (particles.has(lower))
      return either([lower, lower[0]!.toUpperCase() + lower.slice(1), lower.toUpperCase()])
    return either([word, word.toUpperCase()])
  })
  return new RegExp(`${notAfterLetter}${written.join('\\s+')}${notBeforeLetter}`, 'gu')
}

const either = (spellings: string[]) => `(?:${spellings.map(spelled).join('|')})`

/** A word as a page may print it: also broken with a hyphen at a line end. */
function spelled(word: string): string {
  return [...word].map((c) => (/\s/.test(c) ? '\\s+' : escaped(c))).join('(?:-\\n)?')
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function phonePatterns(phone: string): RegExp[] {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 8 || isOrganisationNumber(phone)) return []
  const own = digits.replace(/^(?:0031|31(?=\d{9}$)|0)/, '')
  const gap = '[\\s().-]*'
  return [
    new RegExp(`(?<!\\d)(?:(?:\\(?\\+\\s?31|0031)${gap}|\\(?0${gap})*${[...own].join(gap)}(?!\\d)`, 'g'),
  ]
}

/** A 14-number (`14070`, `14 0123`) reaches an organisation, not a person. */
export function isOrganisationNumber(phone: string): boolean {
  return /^140\d{2,4}$/.test(phone.replace(/\D/g, ''))
}
