/** Words for a public address: lower-case ASCII letters, digits and hyphens, at most `length` long, cut between words. */
export function slugOf(words: readonly (string | null | undefined)[], length = 70): string {
  const whole = words
    .filter((word) => word != null && word !== '')
    .join(' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’'`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (whole.length <= length) return whole || 'zonder-naam'
  const cut = whole.slice(0, length + 1)
  const end = cut.lastIndexOf('-')
  return cut.slice(0, end > length / 2 ? end : length)
}

/** `base`, `base-2`, `base-3` …: what to try, in order, until one is free. */
export function* slugCandidates(base: string): Generator<string> {
  yield base
  for (let n = 2; ; n += 1) yield `${base}-${n}`
}

/** A number as compared: `H.4`, `h 4` and `H-4` are one. */
export function foldNumber(printed: string): string {
  return printed
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9']/g, '')
}
