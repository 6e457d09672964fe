import type { Ctx } from '../../ctx.ts'
import type { Place } from '../life/take-evidence.ts'
import type { At } from '../read/reading.ts'

/**
 * Where a document says that a programme is there: sentences that name it come first, then those that speak of an "actieprogramma", then
 * lines that stand alone. Never a line of the letterhead, such as whom it is to. Pure.
 */
export function adoptionWords(title: string, pages: readonly string[]): At[] {
  const name = folded(title)
  const found = pages.flatMap((text, index) =>
    piecesOf(text).flatMap(({ start, end, sentence }) => {
      const words = folded(text.slice(start, end))
      const named = name !== '' && words.includes(name)
      if (!named && !/actieprogramma(?!\p{L}{4})/u.test(words)) return []
      return [{ rank: (sentence ? 0 : 2) + (named ? 0 : 1), at: [{ page: index + 1, start, end }] }]
    }),
  )
  return found.sort((a, b) => a.rank - b.rank).map(({ at }) => at)
}

/** At most three such places in a document for whoever adopts this programme; none while it is not published. */
export async function adoptionPlaces(
  ctx: Ctx,
  { programme, document }: { programme: number; document: number },
): Promise<Place[]> {
  const { municipality } = ctx.actor
  const found = await ctx.tx
    .selectFrom('council.published_document')
    .select('pages')
    .where('municipality', '=', municipality)
    .where('document_id', '=', document)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  if (!found) return []
  const { title } = await ctx.tx
    .selectFrom('programme.programme')
    .select('title')
    .where('municipality', '=', municipality)
    .where('id', '=', programme)
    .executeTakeFirstOrThrow()
  return adoptionWords(title, found.pages)
    .slice(0, 3)
    .map((at) => ({ document, at }))
}

const folded = (text: string) =>
  text.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim().toLowerCase()

/** Most characters of a piece that can stand as a quotation. */
const longest = 600
type Piece = { start: number; end: number; sentence: boolean }
/** Sentences, and lines that stand alone, by their offsets. */
function piecesOf(text: string): Piece[] {
  return blocksOf(text).flatMap(({ start, end }) => {
    const pieces: Piece[] = []
    let from = start
    for (const stop of text.slice(start, end).matchAll(/[.!?]["”’')]*(?=\s|$)/gu)) {
      const to = start + stop.index + stop[0].length
      if (shortForm.test(text.slice(from, to)) && to < end) continue
      pieces.push({ ...trimmed(text, from, to), sentence: true })
      from = to
    }
    const rest = trimmed(text, from, end)
    if (rest.end > rest.start) pieces.push({ ...rest, sentence: false })
    return pieces.filter((one) => one.end - one.start <= longest)
  })
}
/** What ends with a full stop without ending a sentence. */
const shortForm =
  /(?:^|\s)(?:\p{L}|nr|dhr|mw|mevr|mr|dr|drs|ir|prof|art|blz|jl|ca|incl|excl|resp|o\.a|d\.d|m\.b\.t|i\.v\.m)\.$/iu

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  return { start, end: Math.max(start, from + words.trimEnd().length) }
}

/** Runs of lines without those of the letterhead; an empty line parts them. */
function blocksOf(text: string): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = []
  let open: { start: number; end: number } | null = null
  for (const line of text.matchAll(/[^\n]+|\n(?=\n)/gu)) {
    if (line[0].trim() === '' || isHead(line[0])) {
      open = null
      continue
    }
    const end = line.index + line[0].length
    if (open) open.end = end
    else {
      open = { start: line.index, end }
      blocks.push(open)
    }
  }
  return blocks
}
/** A label with what belongs to it, or the beginning of a letter. A line that ends a sentence is none. */
const isHead = (line: string): boolean =>
  /^\s*(?:(?:aan|van|datum|onderwerp|betreft|kenmerk|bijlagen?|portefeuillehouder|contactpersoon|telefoon\p{L}*|e-?mail\p{L}*)\s*:|geachte\b|aan (?:de|het|uw) (?:\p{L}+ ){0,2}?(?:gemeenteraad|raad|college|leden)\b|(?:datum|onderwerp|betreft|(?:ons|uw) kenmerk|contactpersoon|telefoonnummer|e-mailadres) )/iu.test(
    line,
  ) && !/[.!?]\s*$/u.test(line)
