import type { TextDocument } from './reading.ts'

/** What the whole paper says about its own signs: words that it prints with a hyphen, and the marks of its footnotes. */
export type Evidence = { hyphenated: ReadonlySet<string>; notes: ReadonlySet<string> }

export const evidenceIn = (document: TextDocument): Evidence => new LazyEvidence(document.pages)

const known = new WeakMap<readonly string[], Evidence>()

/** The same, remembered for as long as the document lives: for values that are folded one by one. */
export function evidenceOf(document: TextDocument): Evidence {
  let evidence = known.get(document.pages)
  if (!evidence) {
    evidence = evidenceIn(document)
    known.set(document.pages, evidence)
  }
  return evidence
}

/** Gathered when first asked for: most papers have neither hyphens at line ends nor notes. */
class LazyEvidence implements Evidence {
  private readonly pages: readonly string[]
  private words: Set<string> | null = null
  private marks: Set<string> | null = null

  constructor(pages: readonly string[]) {
    this.pages = pages
  }

  get hyphenated(): ReadonlySet<string> {
    if (!this.words) {
      this.words = new Set()
      for (const page of this.pages) {
        for (const [, word] of page.matchAll(hyphenatedWord)) this.words.add((word as string).toLowerCase())
      }
    }
    return this.words
  }

  get notes(): ReadonlySet<string> {
    if (!this.marks) {
      this.marks = new Set()
      for (const page of this.pages) {
        for (const [, a, b, c] of page.matchAll(noteLine)) this.marks.add(a ?? b ?? c ?? '')
      }
    }
    return this.marks
  }
}

const hyphenatedWord = /(?<![\p{L}-])(\p{L}{1,12}-\p{L}{2,30})(?![\p{L}-])/gu
const noteLine = /^[ \t]{0,8}(?:\[(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})\)?|([¹²³⁴-⁹]{1,2}))[ \t]+(?=\S)/gmu
