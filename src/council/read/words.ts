import { isSpace } from './source.ts'

/** A printed word or a single sign, with its place in the text that was scanned. `key` is how it is compared. */
export type Token = { key: string; start: number; end: number; word: boolean }

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000)
const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** Signs that stay within a word: `b&w`, `minister-president`, `A8.1`. */
const isInner = (code: number): boolean =>
  code === 45 || code === 38 || code === 0x2019 || code === 39 || code === 46

/** White space, an asterisk or an underscore. */
export function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || isEmphasis(code)
  return /\s/.test(text.charAt(at))
}

/** Emphasis marks: as if they were not there. */
const isEmphasis = (code: number): boolean => code === 42 || code === 95

const longestWord = 60

/** The tokens from an offset on, across line breaks: made when first asked for, as most formulae look at one or two. */
export class Tokens {
  private readonly most: number
  private text = ''
  private start = 0
  private limit = 0
  private made: Token[] = []
  private next = 0

  /** A window of at most `most` tokens. */
  constructor(most: number) {
    this.most = most
  }

  /** Moves the window: to the tokens from `start`, before `limit`. */
  moveTo(text: string, start: number, limit: number): void {
    this.text = text
    this.start = start
    this.next = start
    this.limit = limit
    this.made = []
  }

  /** The token at `index`, or undefined behind the last. */
  get(index: number): Token | undefined {
    while (this.made.length <= index && this.make());
    return this.made[index]
  }

  /** Its key, or `''`. */
  key(index: number): string {
    return this.get(index)?.key ?? ''
  }

  find(wanted: (token: Token) => boolean): Token | undefined {
    this.last()
    return this.made.find(wanted)
  }

  /** The last token; undefined when there is none. */
  last(): Token | undefined {
    while (this.make());
    return this.made.at(-1)
  }

  private make(): boolean {
    const { text, limit, made } = this
    while (made.length < this.most && this.next < limit) {
      const code = text.charCodeAt(this.next)
      if (isSpace(code)) {
        if (this.next - this.start > 4000) return false
        this.next++
      } else if (isEmphasis(code)) this.next++
      else {
        const token = tokenAt(text, this.next, limit)
        made.push(token)
        this.next = token.end
        return true
      }
    }
    return false
  }
}

/** The word or sign at `at`. `joins`: whether a hyphen at the end of a line may carry it on, which happens once. */
export function tokenAt(text: string, at: number, limit: number, joins = true): Token {
  let i = at
  let lower = true
  const stop = Math.min(limit, at + longestWord)
  while (i < stop) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) i++
    else if (isLetter(code)) {
      lower = false
      i++
    } else if (isDigit(code) || (i > at && isInner(code) && isLetterOrDigitAt(text, i + 1, stop))) i++
    else break
  }
  const word = i > at
  const end = word ? i : at + 1
  const printed = text.slice(at, end)
  const key = word && lower ? printed : printed.toLowerCase()
  const onward = joins && word && text[end] === '-' ? afterBreak(text, end + 1, limit) : -1
  if (onward < 0) return { key, start: at, end, word }
  const rest = tokenAt(text, onward, Math.min(limit, onward + longestWord), false)
  return { key: key + rest.key, start: at, end: rest.end, word }
}

/** Where a word goes on that a hyphen parts at the end of a line; else -1. */
function afterBreak(text: string, from: number, limit: number): number {
  const stop = Math.min(limit, from + 200)
  let at = from
  while (at < stop && text[at] !== '\n' && isSpace(text.charCodeAt(at))) at++
  if (text[at] !== '\n') return -1
  while (at < stop && isSpace(text.charCodeAt(at))) at++
  const code = at < stop ? text.charCodeAt(at) : 0
  return isLetter(code) && text[at] === text.charAt(at).toLowerCase() ? at : -1
}

function isLetterOrDigitAt(text: string, at: number, limit: number): boolean {
  const code = at < limit ? text.charCodeAt(at) : 0
  return isLetter(code) || isDigit(code)
}

/** Whether two words differ by at most `most` letters put in, left out or changed. */
export function near(a: string, b: string, most: number): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > most) return false
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const cost = Math.min(change, (previous[j] as number) + 1, (row[j - 1] as number) + 1)
      row.push(cost)
      if (cost < best) best = cost
    }
    if (best > most) return false
    previous = row
  }
  return (previous[b.length] as number) <= most
}

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/0/g, 'o')
    .replace(/1/g, 'l')

/** How many letters a scan or a hand may have changed in a word of a formula. */
const tolerance = (word: string): number => (word.length >= 10 ? 2 : word.length >= 7 ? 1 : 0)

/** A scan rarely spoils both ends of a word. */
const sharesEnd = (a: string, b: string): boolean => a[0] === b[0] || a.slice(-3) === b.slice(-3)

/** Finds the word of a formula that a printed word stands for: exact, or changed by a scan or a hand. */
export class WordFinder {
  private readonly words: Set<string>
  private readonly long: string[]
  private readonly others: ReadonlySet<string>
  private readonly found = new Map<string, string | null>()

  /** `others`: good words that look like one of `words`, and never stand for it. */
  constructor(words: Iterable<string>, others: ReadonlySet<string>) {
    this.words = new Set(words)
    this.long = [...this.words].filter((word) => word.length >= 7)
    this.others = others
  }

  find(printed: string): string | null {
    if (this.words.has(printed)) return printed
    if (printed.length < 6 || printed.length > 20 || this.others.has(printed)) return null
    const known = this.found.get(printed)
    if (known !== undefined) return known
    const clean = plain(printed)
    const hit = this.words.has(clean)
      ? clean
      : (this.long.find((word) => sharesEnd(clean, word) && near(clean, word, tolerance(word))) ?? null)
    if (this.found.size > 2000) this.found.clear()
    this.found.set(printed, hit)
    return hit
  }
}
