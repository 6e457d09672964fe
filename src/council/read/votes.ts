import { matchesOf } from './matches.ts'
import { partyLead } from './parties.ts'
import type { VoteChoice } from './reading.ts'

/** How a vote went, as printed: parties, and totals only where they are printed. Offsets are those of the text read. */

export type FoundParty = { party: string; start: number; end: number; vote: VoteChoice; seats: number | null }
export type FoundTotal = { count: number; start: number; end: number }
export type FoundVotes = { parties: FoundParty[]; for: FoundTotal | null; against: FoundTotal | null }

const forAgainst =
  /(?<!\p{N})(\d{1,3})\s(?:stem(?:men)?\s)?(?:voor|vóór)(?:\s?(?:,|en|en met|\/|-)\s?|\s)(\d{1,3})\s(?:stem(?:men)?\s)?tegen/iu
const labelledTotals = /voor:?\s(\d{1,3})(?:\sstemmen)?[,;]?\s(?:en\s)?tegen:?\s(\d{1,3})(?!\s?\p{L})/iu
const unanimous = /(?:met algemene stemmen|unaniem|eenstemmig)\s?\((\d{1,3})(?:\sstemmen)?(?:\svoor)?\)/iu

/** *Stadspartij: 2 voor, 5 tegen*: no total, unless a word such as *Uitslag* stands before the colon. */
const ofParty = /(?<!stemming|uitslag|stemuitslag|stemverhouding|motie|amendement): ?$/iu

/** Printed totals: *16 stemmen voor en 14 stemmen tegen*, *met algemene stemmen (29)*. */
export function findTotals(text: string): Pick<FoundVotes, 'for' | 'against'> {
  if (!/tegen|algemene|unaniem|eenstemmig/iu.test(text)) return { for: null, against: null }
  const pairOfTotals = forAgainst.exec(text)
  const both =
    (pairOfTotals && !ofParty.test(text.slice(0, pairOfTotals.index)) ? pairOfTotals : null) ??
    labelledTotals.exec(text)
  if (both) {
    const first = both.index + both[0].indexOf(both[1] as string)
    const second = both.index + both[0].lastIndexOf(both[2] as string)
    return {
      for: { count: Number(both[1]), start: first, end: first + (both[1] as string).length },
      against: { count: Number(both[2]), start: second, end: second + (both[2] as string).length },
    }
  }
  const all = unanimous.exec(text)
  if (!all) return { for: null, against: null }
  const start = all.index + all[0].indexOf(all[1] as string)
  const end = start + (all[1] as string).length
  return {
    for: { count: Number(all[1]), start, end },
    against: { count: 0, start: all.index, end: all.index + all[0].length },
  }
}

/** What the passage of a total reads as: the number, or nobody against where the vote was unanimous. */
export function numberOfVotes(text: string, pointer: string): number {
  return pointer.endsWith('against') && unanimous.test(text) ? 0 : Number(text)
}

/** Without one of these words no party voted: spares the patterns below. */
const namesSide = /voor|vóór|tegen|verdeeld/iu

const side =
  /(?<!\p{L})(voor|vóór|tegen)(?:\s(?:de motie|het amendement|het voorstel|de moties|dit amendement|deze motie))?(?:\sstemden(?:\s(?:de\s)?(?:fracties?|leden)(?:\svan)?)?|\sstemmen|\sgestemd|:)\s?(?:de\sfracties?\svan\s)?/giu

/** *Tegen de motie stemden de fracties van A, B en C*; *Voor: A (4), B (6). Tegen: C (9)*. */
export function findSides(text: string): FoundParty[] {
  const found: FoundParty[] = []
  if (!namesSide.test(text)) return found
  for (const match of matchesOf(text, side)) {
    if (text.lastIndexOf('(', match.index) > text.lastIndexOf(')', match.index)) continue
    const from = match.index + match[0].length
    const vote: VoteChoice = /^t/i.test(match[1] as string) ? 'against' : 'for'
    const rest = text.slice(from, from + 800)
    const stop = rest.search(
      /\.(?:\s|$)|;|(?<!\p{L})(?:voor|tegen)(?::|\s(?:de motie|het amendement|stemden))/iu,
    )
    found.push(...partyList(rest.slice(0, stop < 0 ? rest.length : stop), from, vote))
  }
  return found
}

function partyList(text: string, offset: number, vote: VoteChoice): FoundParty[] {
  const found: FoundParty[] = []
  const piece = /[^,;]+?(?=,|;|$|\sen\s(?:de\s)?(?:\p{Lu}|fractie))/gu
  for (const match of matchesOf(text, piece)) {
    let start = match.index
    let name = match[0]
    const link = name.match(/^\s*(?:en\s+)?(?:de\s+|het\s+)?(?=fractie\s+van|\p{Lu}|fractie\s)/iu)
    if (link) {
      start += link[0].length
      name = name.slice(link[0].length)
    }
    const lead = name.match(partyLead)
    if (lead) {
      start += lead[0].length
      name = name.slice(lead[0].length)
    }
    const article = name.match(/^(?:de|het)\s/i)
    if (article) {
      start += article[0].length
      name = name.slice(article[0].length)
    }
    const seats = name.match(/\s\((\d{1,2})(?:\sstemmen|\szetels)?\)\s*$/)
    if (seats) name = name.slice(0, seats.index)
    name = name.trimEnd()
    if (!/^\p{Lu}|^\d/u.test(name) || name.length > 60) continue
    found.push({
      party: name,
      start: offset + start,
      end: offset + start + name.length,
      vote,
      seats: seats ? Number(seats[1]) : null,
    })
  }
  return found
}

const pair =
  /(?:^|[;:]\s|\.\s)\s*((?:\p{Lu}|\d)[^:;.]{1,50}?)(?::\s|\s{2,}|\t)((?:\d{1,2}\s)?(?:voor|tegen|verdeeld)(?:,\s(?:\d{1,2}\s)?(?:voor|tegen))?)(?=[;.,\s(]|$)/giu

/** *Stadspartij: 2 voor, 5 tegen; Groen Verbond: tegen*; a table with one party a line. */
export function findPairs(text: string): FoundParty[] {
  const found: FoundParty[] = []
  if (!namesSide.test(text)) return found
  for (const match of matchesOf(text, pair)) {
    const printed = match[1] as string
    const lead = printed.match(partyLead)
    const party = printed.slice(lead?.[0].length ?? 0).trimEnd()
    const start = match.index + match[0].indexOf(printed) + (lead?.[0].length ?? 0)
    const words = (match[2] as string).toLowerCase()
    const both = /verdeeld/.test(words) || (/voor/.test(words) && /tegen/.test(words))
    const counts = (words.match(/\d{1,2}/g) ?? []).map(Number)
    const vote: VoteChoice = both ? 'divided' : /voor/.test(words) ? 'for' : 'against'
    found.push({
      party,
      start,
      end: start + party.length,
      vote,
      seats: counts.length ? counts.reduce((a, b) => a + b, 0) : null,
    })
  }
  return found
}

/** One entry per party: on both sides is divided. */
export function mergeParties(found: readonly FoundParty[]): FoundParty[] {
  const merged: FoundParty[] = []
  for (const one of found) {
    const known = merged.find((other) => other.party === one.party)
    if (!known) merged.push({ ...one })
    else if (known.vote !== one.vote) known.vote = 'divided'
  }
  return merged
}
