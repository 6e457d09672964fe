/** Whether a hyphen at the end of a line belongs to the word (`re-⏎integratie`) or only to the line (`huis-⏎vesting`). */

/** Prefixes that keep their hyphen where the letters on both sides would otherwise be read as one sound. */
const prefixes = new Set([
  're',
  'co',
  'pre',
  'ex',
  'niet',
  'oud',
  'non',
  'semi',
  'anti',
  'e',
  'ge',
  'pro',
  'bio',
  'de',
  'be',
])
/** Prefixes that always keep it. */
const standing = new Set(['ex', 'niet', 'oud', 'non', 'vice', 'e'])
/** A shared part: `zorg- en welzijn`. */
const joining = new Set(['en', 'of', 'tot', 'dan', 'als', 'noch', 'respectievelijk'])
const clashes = new Set(
  'aa ae ai au ee ei eu ie ij oe oi oo ou ui uu ëe eë iï aï oö éé'.split(' ').concat('io', 'ea', 'eo', 'oa'),
)
const vowelClash = new Set([
  'aa',
  'ae',
  'ai',
  'au',
  'ee',
  'ei',
  'eu',
  'ie',
  'oe',
  'oi',
  'oo',
  'ou',
  'ui',
  'uu',
])

export type HyphenFate = 'joins' | 'stays' | 'stays-with-space'

const letter = /\p{L}/u
const lower = /\p{Ll}/u

/** `before`: the letters up to the hyphen; `after`: the word on the next line; `printed`: hyphenated words elsewhere. */
export function fateOfHyphen(before: string, after: string, printed: ReadonlySet<string>): HyphenFate {
  const last = before.at(-1) ?? ''
  const next = after.at(0) ?? ''
  if (joining.has(after.toLowerCase())) return 'stays-with-space'
  if (!letter.test(last) || !lower.test(next)) return 'stays'
  const left = before.toLowerCase()
  const right = after.toLowerCase()
  if (printed.has(`${left}-${right}`)) return 'stays'
  if (left.length > 1 && before === before.toUpperCase()) return 'stays'
  if (standing.has(left) && right.length > 4) return 'stays'
  if (prefixes.has(left) && vowelClash.has(`${left.at(-1)}${right.at(0)}`)) return 'stays'
  if (left.length === 1 && clashes.has(`${left}${next}`)) return 'stays'
  return 'joins'
}
