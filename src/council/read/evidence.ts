import type { TextDocument } from './reading.ts'

/** What the whole paper says about its own signs: words that it prints with a hyphen, and the marks of its footnotes. */
export type Evidence = { hyphenated: ReadonlySet<string>; notes: ReadonlySet<string> }

const known = new WeakMap<readonly string[], Evidence>()

export function evidenceOf(document: TextDocument): Evidence {
  let evidence = known.get(document.pages)
  if (!evidence) {
    evidence = gather(document.pages)
    known.set(document.pages, evidence)
  }
  return evidence
}

const hyphenatedWord = /(?<![\p{L}-])(\p{L}{1,12}-\p{L}{2,30})(?![\p{L}-])/gu
const noteLine = /^[ \t]{0,8}(?:\[(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})\)?|([¹²³⁴-⁹]{1,2}))[ \t]+(?=\S)/gmu

function gather(pages: readonly string[]): Evidence {
  const hyphenated = new Set<string>()
  const notes = new Set<string>()
  for (const page of pages) {
    for (const [, word] of page.matchAll(hyphenatedWord)) hyphenated.add((word as string).toLowerCase())
    for (const [, a, b, c] of page.matchAll(noteLine)) notes.add((a ?? b ?? c ?? '') as string)
  }
  return { hyphenated, notes }
}
