/** What two people, or a person and newer facts, made of the same text. `theirs` is shown beside `mine`, which stays in place. */
export type TextConflict = { mine: string; theirs: string }

/**
 * Joins two changes of one text, paragraph by paragraph. Where both changed the same paragraphs differently, `mine` stays and the
 * other is a conflict: nothing that somebody wrote is dropped. Pure.
 */
export function mergeText(
  base: string,
  mine: string,
  theirs: string,
): { text: string; conflicts: TextConflict[] } {
  if (mine === theirs || theirs === base) return { text: mine, conflicts: [] }
  if (mine === base) return { text: theirs, conflicts: [] }
  const [b, m, t] = [paragraphs(base), paragraphs(mine), paragraphs(theirs)]
  const inMine = matches(b, m)
  const inTheirs = matches(b, t)
  const merged: string[] = []
  const conflicts: TextConflict[] = []
  let from = { b: 0, m: 0, t: 0 }
  for (let k = 0; k <= b.length; k++) {
    const to = k === b.length ? { b: k, m: m.length, t: t.length } : { b: k, m: inMine[k]!, t: inTheirs[k]! }
    if (to.m < 0 || to.t < 0) continue
    const [was, my, their] = [b.slice(from.b, to.b), m.slice(from.m, to.m), t.slice(from.t, to.t)]
    if (same(my, was)) merged.push(...their)
    else {
      merged.push(...my)
      if (!same(their, was) && !same(their, my))
        conflicts.push({ mine: my.join('\n\n'), theirs: their.join('\n\n') })
    }
    if (k < b.length) merged.push(b[k]!)
    from = { b: to.b + 1, m: to.m + 1, t: to.t + 1 }
  }
  return { text: merged.join('\n\n'), conflicts }
}

/** Paragraphs that stand in one text and not in the other: what to show of a change. */
export function changedParagraphs(from: string, to: string): { gone: string[]; added: string[] } {
  const [a, b] = [paragraphs(from), paragraphs(to)]
  const kept = matches(a, b)
  const there = new Set(kept)
  return { gone: a.filter((_, i) => kept[i] === -1), added: b.filter((_, i) => !there.has(i)) }
}

export const paragraphs = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, i) => one === b[i])

/** For each of `a` where it stands in `b`, in order (a longest common subsequence), or -1. */
function matches(a: readonly string[], b: readonly string[]): number[] {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] =
        a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
    }
  }
  const found = new Array<number>(a.length).fill(-1)
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found[i++] = j++
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return found
}

/** A run of a text: in both, only in the old one, or only in the new one. */
export type TextRun = { kind: 'same' | 'gone' | 'added'; text: string }

/**
 * Two texts as one, word by word: the runs that are not `added` are the old text, those that are not `gone` the new one. Texts too
 * long to compare in a moment are one run gone and one added. Pure.
 */
export function changedWords(from: string, to: string): TextRun[] {
  const words = (text: string): string[] => text.match(/\s+|\S+/g) ?? []
  const [a, b] = [words(from), words(to)]
  const kept = a.length * b.length > 4_000_000 ? a.map(() => -1) : matches(a, b)
  const runs: TextRun[] = []
  const put = (kind: TextRun['kind'], text: string) => {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  let next = 0
  for (const [index, word] of a.entries()) {
    const at = kept[index]!
    if (at < 0) {
      put('gone', word)
      continue
    }
    while (next < at) put('added', b[next++]!)
    put('same', word)
    next = at + 1
  }
  while (next < b.length) put('added', b[next++]!)
  return runs
}
