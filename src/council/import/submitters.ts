import { publicText } from '../../cover.ts'

export type Submitter = { name: string; party: string }

const initialsOnly = /^(?:\p{Lu}\.?\s?)+(?:\s?(?:van|de|der|den|ten|ter|het|'t)\b\s?)*$/u

/** `Jansen, P. de` gives two pieces; initials belong to the name before them. */
function names(cell: string): string[] {
  const whole = cell.replace(/\s*\n\s*/g, ';')
  const outside = whole.replace(/\([^)]*\)/g, (inside) => inside.replace(/[;,&/]/g, ' '))
  const pieces = outside
    .split(/\s*(?:;|,|\s&\s|\ben\b|\s\/\s)\s*/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const found: string[] = []
  for (const piece of pieces) {
    const last = found.at(-1)
    if (last !== undefined && initialsOnly.test(piece) && !initialsOnly.test(last)) {
      found[found.length - 1] = `${piece} ${last}`.replace(/\s+/g, ' ')
    } else found.push(piece)
  }
  return found
}

/**
 * Who submitted a motion, from one or two cells: `A. de Vries (Lokaal), P. Bos`, or names and parties apart. When there is one party,
 * or one for each name, they belong together; otherwise nobody says who belongs to which, so the parties stand for themselves. Pure.
 */
export function parseSubmitters(people: string, parties: string): Submitter[] {
  const named = names(people).map((piece): Submitter => {
    const match = /^(.*?)\s*\(([^)]+)\)\s*$/.exec(piece)
    return match?.[1] ? { name: clean(match[1]), party: clean(match[2]!) } : { name: clean(piece), party: '' }
  })
  const groups = parties
    .replace(/\s*\n\s*/g, ';')
    .split(/\s*[;,/]\s*|\s&\s|\s\ben\b\s/u)
    .map(clean)
    .filter((party) => party !== '')
  if (named.length === 0) return groups.map((party) => ({ name: asParty(party), party }))
  const open = named.filter((one) => one.party === '')
  if (groups.length === 0 || open.length === 0) return distinct(named)
  if (groups.length === 1 || groups.length === open.length) {
    open.forEach((one, index) => {
      one.party = groups.length === 1 ? groups[0]! : groups[index]!
    })
    return distinct(named)
  }
  return distinct([...named, ...groups.map((party) => ({ name: asParty(party), party }))])
}

const clean = (text: string) => (publicText(text) ?? '').replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim()
const asParty = (party: string) => (/^fractie\b/i.test(party) ? party : `Fractie ${party}`)

function distinct(list: readonly Submitter[]): Submitter[] {
  const seen = new Set<string>()
  return list.filter(({ name, party }) => {
    const key = `${name}|${party}`.toLowerCase()
    if (name === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** `A. de Vries (Lokaal); P. Bos`: how submitters are compared and shown. */
export const printSubmitters = (list: readonly Submitter[]) =>
  list.map(({ name, party }) => (party === '' ? name : `${name} (${party})`)).join('; ')

/** The other way. */
export function readSubmitters(printed: string): Submitter[] {
  if (printed === '') return []
  return printed.split('; ').map((one) => {
    const match = /^(.*) \(([^()]*)\)$/.exec(one)
    return match ? { name: match[1]!, party: match[2]! } : { name: one, party: '' }
  })
}
