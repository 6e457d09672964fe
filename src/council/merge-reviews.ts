import { isDeepStrictEqual } from 'node:util'
import { indexPointer, type Key, keyedArrays, keyedPointer, type Review } from './review.ts'

export type MergeConflict = {
  /** JSON pointer into the merged review. */
  pointer: string
  /** What the other one made of it; null when they removed it. */
  theirs: unknown
}

/**
 * Merges two drafts that started from the same one. Where only one of them changed a value, that change is kept; where both changed
 * it differently, `mine` is kept and the other value is reported. An item that one removed and the other changed stays. Pure.
 */
export function mergeReviews(
  base: Review,
  mine: Review,
  theirs: Review,
): { review: Review; conflicts: MergeConflict[] } {
  const [b, m, t] = [
    withKeyedPassages(base),
    withKeyedPassages(renamed(base, mine, theirs)),
    withKeyedPassages(theirs),
  ]
  const found: { pointer: string; theirs: unknown }[] = []
  const merged = mergeObjects(b, m, t, '', found) as Review
  merged.lastKey = Math.max(m.lastKey, t.lastKey)

  const keyed = merged.passages
  merged.passages = {}
  for (const [pointer, at] of Object.entries(keyed)) {
    const index = indexPointer(merged, pointer)
    if (index !== null) merged.passages[index] = at
  }
  dropDangling(merged)
  const conflicts = found
    .filter(({ pointer }) => !pointer.startsWith('/passages/') && pointer !== '/lastKey')
    .flatMap(({ pointer, theirs: value }) => {
      const index = indexPointer(merged, pointer)
      return index === null ? [] : [{ pointer: index, theirs: value ?? null }]
    })
  return { review: merged, conflicts }
}

function withKeyedPassages(review: Review): Review {
  const copy = structuredClone(review)
  copy.passages = Object.fromEntries(
    Object.entries(review.passages).map(([pointer, at]) => [keyedPointer(review, pointer), at]),
  )
  return copy
}

/** Gives items that are new in `mine` keys of their own: both drafts count on from the same last key. */
function renamed(base: Review, mine: Review, theirs: Review): Review {
  const known = keysOf(base)
  const taken = keysOf(theirs)
  let last = Math.max(mine.lastKey, theirs.lastKey)
  const names = new Map<Key, Key>()
  for (const key of keysOf(mine)) {
    if (known.has(key) || !taken.has(key)) continue
    last += 1
    names.set(key, `${key[0]}${last}`)
  }
  if (names.size === 0) return mine
  const to = (key: Key) => names.get(key) ?? key
  const copy = structuredClone(mine)
  visitItems(copy, (item) => {
    item.key = to(item.key)
  })
  for (const claim of copy.claims) {
    claim.motion = to(claim.motion)
    claim.requests = claim.requests?.map(to) ?? null
  }
  for (const commitment of copy.commitments) commitment.motions = commitment.motions.map(to)
  copy.lastKey = last
  return copy
}

function keysOf(review: Review): Set<Key> {
  const keys = new Set<Key>()
  visitItems(review, (item) => keys.add(item.key))
  return keys
}

function visitItems(review: Review, visit: (item: { key: Key }) => void): void {
  for (const motion of review.motions) {
    visit(motion)
    for (const item of [...motion.submitters, ...motion.clauses, ...motion.requests]) visit(item)
    for (const request of motion.requests) request.parts.forEach(visit)
  }
  for (const item of [...review.commitments, ...review.claims, ...review.personalData]) visit(item)
}

type Fields = Record<string, unknown>
type Found = { pointer: string; theirs: unknown }[]
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const same = isDeepStrictEqual

function mergeValue(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  pointer: string,
  name: string,
  found: Found,
): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (isFields(mine) && isFields(theirs)) {
    return mergeObjects(isFields(base) ? base : {}, mine, theirs, pointer, found)
  }
  if (keyedArrays.has(name) && isItems(mine) && isItems(theirs)) {
    return mergeItems(isItems(base) ? base : [], mine, theirs, pointer, found)
  }
  found.push({ pointer, theirs })
  return mine
}

function mergeObjects(base: object, mine: object, theirs: object, pointer: string, found: Found): Fields {
  const [b, m, t] = [base as Fields, mine as Fields, theirs as Fields]
  const merged: Fields = {}
  for (const name of new Set([...Object.keys(t), ...Object.keys(m)])) {
    const value = mergeValue(b[name], m[name], t[name], `${pointer}/${name}`, name, found)
    if (value !== undefined) merged[name] = value
  }
  return merged
}

type Items = ({ key: Key } & Fields)[]
const isItems = (value: unknown): value is Items =>
  Array.isArray(value) && value.every((item) => isFields(item) && typeof item.key === 'string')

function mergeItems(base: Items, mine: Items, theirs: Items, pointer: string, found: Found): Items {
  const byKey = (items: Items) => new Map(items.map((item) => [item.key, item]))
  const [b, m, t] = [byKey(base), byKey(mine), byKey(theirs)]
  const merged = (key: Key): Items[number] | null => {
    const [inBase, inMine, inTheirs] = [b.get(key), m.get(key), t.get(key)]
    const at = `${pointer}/@${key}`
    if (inMine && inTheirs) return mergeObjects(inBase ?? {}, inMine, inTheirs, at, found) as Items[number]
    const left = inMine ?? inTheirs
    if (!left || !inBase) return left ?? null
    if (same(left, inBase)) return null
    found.push({ pointer: at, theirs: inTheirs ?? null })
    return left
  }
  const order = theirs.map((item) => item.key)
  mine.forEach((item, index) => {
    if (order.includes(item.key)) return
    const before = mine[index - 1]?.key
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, item.key)
  })
  return order.map(merged).filter((item) => item !== null)
}

/** References to items that the merge removed. */
function dropDangling(review: Review): void {
  const motions = new Set(review.motions.map((motion) => motion.key))
  const requests = new Set(review.motions.flatMap((motion) => motion.requests.map((request) => request.key)))
  review.claims = review.claims.filter((claim) => motions.has(claim.motion))
  for (const claim of review.claims)
    claim.requests = claim.requests?.filter((key) => requests.has(key)) ?? null
  for (const commitment of review.commitments) {
    commitment.motions = commitment.motions.filter((key) => motions.has(key))
  }
}
