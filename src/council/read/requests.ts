import { actOf } from './acts.ts'
import type { Block } from './block.ts'
import { domainOf } from './domains.ts'
import type { Opener } from './openers.ts'
import { at, flatOf, note, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { findParts } from './parts.ts'
import type { IsoDate, Part, Request, Term } from './reading.ts'
import type { FoundTerm } from './terms.ts'
import { findPeriod, findTerm } from './terms.ts'

type RequestOpener = Opener & { opens: 'request' }

/** The requests of one block. `pointer` is that of the list, `offset` how many it already holds. */
export function buildRequests(
  paper: Paper,
  opener: RequestOpener,
  block: Block,
  reference: IsoDate | null,
  pointer: string,
  offset: number,
): Request[] {
  const context = { reference, recesses: paper.context.recesses }
  const lead = block.lead ? termIn(paper, block.lead, context) : null
  return block.items.map((item, i) => {
    const here = `${pointer}/${offset + i}`
    const flat = flatOf(paper, item)
    const text = textOf(paper, item)
    if (opener.addressee) note(paper, `${here}/addressee`, opener.addressee)
    const own = findTerm(opener.kind === 'decide' ? withoutQuotes(text) : text, context)
    const deadline = lead ? lead.term : own ? termOf(own) : null
    if (lead) note(paper, `${here}/deadline/text`, lead.range)
    else if (own) note(paper, `${here}/deadline/text`, rangeIn(flat, own.start, own.end))
    const period = findPeriod(text)
    if (period) note(paper, `${here}/periodic/text`, rangeIn(flat, period.start, period.end))
    return {
      kind: opener.kind,
      act: actOf(opener.kind, text),
      addressee: opener.addressee ? textOf(paper, opener.addressee) : null,
      text,
      deadline,
      periodic: period ? { text: period.text, months: period.months } : null,
      parts: partsOf(paper, item, text, flat),
      at: at(paper, item),
    }
  })
}

/** Words that a decision puts into another paper are no term of the decision itself. */
const withoutQuotes = (text: string): string =>
  text.replace(/["“„][^"”“]{1,2000}["”“]/gu, (quoted) => ' '.repeat(quoted.length))

function termIn(
  paper: Paper,
  range: Range,
  context: Parameters<typeof findTerm>[1],
): { term: Term; range: Range } | null {
  const flat = flatOf(paper, range)
  const found = findTerm(flat.text, context)
  return found ? { term: termOf(found), range: rangeIn(flat, found.start, found.end) } : null
}

export const termOf = ({ text, notBefore, notAfter, rule }: FoundTerm): Term => ({
  text,
  notBefore,
  notAfter,
  rule,
})

function partsOf(
  paper: Paper,
  item: Block['items'][number],
  text: string,
  flat: ReturnType<typeof flatOf>,
): Part[] {
  const nested = item.nested ?? []
  const ranges =
    nested.length >= 2 ? nested : findParts(text).map((piece) => rangeIn(flat, piece.start, piece.end))
  return ranges.map((range) => {
    const words = textOf(paper, range)
    return { text: words, domain: domainOf(words), at: at(paper, range) }
  })
}
