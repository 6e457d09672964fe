/** Titles between quotes, also when an apostrophe stands within: `'Zebra's bij elke school'`. */

export type Quoted = { start: number; end: number; outer: number }

const pairs: Record<string, string> = { "'": "'’", '‘': "’'", '"': '"”', '“': '”"', '„': '”“"', '«': '»' }
const longestTitle = 240

/** The quoted title that begins at `from` (a quote); `start` and `end` without quotes, `outer` behind the closing one. */
export function quotedAt(text: string, from: number): Quoted | null {
  const closers = pairs[text[from] ?? '']
  if (!closers) return null
  const limit = Math.min(text.length, from + longestTitle)
  for (let i = from + 2; i < limit; i++) {
    if (!closers.includes(text[i] as string)) continue
    const before = text[i - 1] ?? ''
    const after = text[i + 1] ?? ''
    if (/\p{L}/u.test(before) && /\p{L}/u.test(after)) continue
    if (/\s/.test(before)) continue
    return { start: from + 1, end: i, outer: i + 1 }
  }
  return null
}
