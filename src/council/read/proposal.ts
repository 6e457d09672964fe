import type { Flat } from './fold.ts'
import { findRegistryNumbers } from './numbers.ts'
import { type Range, rangeIn } from './paper.ts'

/** The paper that a motion was moved with: *ter bespreking van het raadsvoorstel …*, *bij de behandeling van de Kadernota 2023*. */
export type ProposalRanges = { title: Range | null; registryNumber: Range | null }

const intro =
  /(?<!\p{L})(?:ter bespreking van|besprekende|gehoord de behandeling van|gehoord hebbende de behandeling van|(?:tijdens|bij) de (?:behandeling|bespreking) van|behandelende|gelezen) (?:het |de |een )?/iu

export const namesProposal = (text: string): boolean => intro.test(text)

/** *Voorstel van het college inzake*, in its forms. */
const paperWord =
  /^(?:(?:initiatief|raads|college)?voorstel|ontwerpbesluit|besluit)(?: van (?:het college|burgemeester en wethouders|het college van burgemeester en wethouders|b&w))?(?: (?:inzake|over|tot|betreffende|voor|met betrekking tot))?:? (?:het |de |een )?/iu

/** Papers that are decided on without the word *voorstel*. */
const named =
  /^(?:\p{Lu}|(?:programma)?begroting|kadernota|voorjaarsnota|najaarsnota|perspectiefnota|nota|jaarrekening|jaarstukken|bestemmingsplan|visie|verordening)/u

const stop =
  / (?:op (?:\d|maan|dins|woens|donder|vrij|zater|zon)|(?:de |het |heeft |is |zijn |nam |hebben )?(?:door (?:het|de|uw|raadslid)|uw raad|motie|amendement)|heeft uw raad|de door|met \d|in (?:uw|de) (?:raads)?vergadering)/u

export function readProposal(flat: Flat): ProposalRanges | null {
  const { text } = flat
  const match = intro.exec(text)
  if (!match) return null
  let start = match.index + match[0].length
  const word = text.slice(start, start + 160).match(paperWord)
  if (word) start += word[0].length
  else if (!named.test(text.slice(start, start + 30))) return null
  const rest = text.slice(start, start + 400)
  const number = findRegistryNumbers(rest)[0]
  const bracket = rest.indexOf(' (')
  const numbered =
    bracket >= 0
      ? rest.slice(bracket).match(/^ \((?:zaaknummer|registratienummer|nr\.?|RIS|kenmerk)[^()]{2,30}\)/i)
      : null
  let end = rest.length
  for (const cut of [
    rest.search(stop),
    numbered ? bracket : -1,
    number ? bracketBefore(rest, number.start) : -1,
    closingOf(rest),
  ]) {
    if (cut >= 0 && cut < end) end = cut
  }
  const title = trim(text, start, start + end)
  if (title.end - title.start < 3) return null
  const other = numbered && !number ? numbered[0].match(/\d[\w./-]{3,20}/) : null
  const registry =
    number && number.start <= end + 12
      ? rangeIn(flat, start + number.start, start + number.end)
      : other && numbered
        ? rangeIn(
            flat,
            start + bracket + (other.index ?? 0),
            start + bracket + (other.index ?? 0) + other[0].length,
          )
        : null
  return { title: rangeIn(flat, title.start, title.end), registryNumber: registry }
}

const bracketBefore = (rest: string, at: number): number => (rest[at - 1] === '(' ? at - 1 : at)

/** The comma, full stop or next formula that closes the opening. */
function closingOf(rest: string): number {
  return rest.search(
    /;|\.(?: |$)|,? (?:constat|overweg|gelet|gehoord|verzoek|van mening)\p{Ll}*|,$|, (?:op|in) |:(?: |$)/iu,
  )
}

function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from
  let end = to
  while (start < end && ' "“„‘\'«'.includes(text[start] as string)) start++
  while (end > start && ' ,;.("”’\'»'.includes(text[end - 1] as string)) end--
  return { start, end }
}
