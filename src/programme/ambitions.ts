import type { At } from './evidence.ts'

/** A sentence of a framework document that seems to say what is to be reached; a person decides whether it does. */
export type AmbitionFound = { text: string; at: At; cue: AmbitionCue }
export type AmbitionCue = 'will' | 'ambition' | 'aim' | 'by-year'

const cues: readonly (readonly [AmbitionCue, RegExp])[] = [
  ['ambition', /\bambities?\b/iu],
  [
    'aim',
    /\b(?:(?:ons?|de|het) (?:hoofd)?doel(?:stelling)?(?:en)? (?:is|zijn|voor|in)\b|doel is\b|streven (?:we|wij)? ?(?:naar|ernaar)\b|streeft (?:naar|ernaar)\b|gestreefd naar\b)/iu,
  ],
  [
    'by-year',
    /\b(?:(?:in|eind|vóór|voor|tegen|uiterlijk(?: in| eind)?|medio|vanaf|vóór eind|over) 20\d\d\b[^.]{0,80}?\b(?:is|zijn|heeft|hebben|krijgt|krijgen|kan|kunnen|moet|moeten|wordt|worden|daalt|dalen|stijgt|stijgen|willen)\b|\b(?:is|zijn|heeft|hebben|krijgt|krijgen|wordt|worden|daalt|stijgt)\b[^.]{0,80}?\b(?:in|eind|vóór|uiterlijk(?: in| eind)?|tegen) 20\d\d\b)/iu,
  ],
  [
    'will',
    /\b[Ww](?:e|ij) (?:willen|zetten (?:in|ons in)|gaan|zorgen (?:ervoor|dat))\b|\b(?:[Ww]illen|[Gg]aan) (?:we|wij)\b|\b(?:[Hh]et college|[Dd]e gemeente|[Dd]e raad|[A-Z][\p{Ll}]+) (?:wil|zet in op|zorgt (?:ervoor|dat))\b/u,
  ],
]
/** Looking back or asking is no aim. */
const noAim = /\?\s*$|\b(?:destijds|afgelopen jaar|vorig jaar|wilden|ambtelijk)\b/iu

/**
 * Sentences that state an aim, each with its place: page numbers from 1, offsets in UTF-16 units of the page. Finds too much rather than
 * too little; nothing is an ambition until somebody marks it. Pure.
 */
export function readAmbitions(pages: readonly string[]): AmbitionFound[] {
  return pages.flatMap((page, index) =>
    sentencesOf(page).flatMap(({ start, end }) => {
      const text = page.slice(start, end).replace(/\s+/g, ' ')
      if (text.length < 25 || text.length > 600 || noAim.test(text)) return []
      const cue = cues.find(([, pattern]) => pattern.test(text))?.[0]
      return cue ? [{ text, at: [{ page: index + 1, start, end }], cue }] : []
    }),
  )
}

/** A sentence ends at its mark before white space and a capital, a bullet or a blank line; abbreviations and "1.2" end none. */
function sentencesOf(page: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const ends =
    /(?<![\p{Lu}]|\b(?:bijv|dhr|mevr|nr|art|blz|o\.a|d\.w\.z|t\.o\.v|m\.b\.t|e\.d|ca|resp|incl|excl|zgn|mw|drs|mr|dr|ing|ir))[.!?][”"’']?(?=\s+[\p{Lu}\p{N}“"‘'•\-–]|\s*$)|\n\s*\n|\n(?=\s*(?:[•▪◦‣–-]|\d{1,2}[.)]|[a-z]\))\s)/gu
  let from = 0
  const add = (to: number) => {
    const piece = page.slice(from, to)
    const lead = /^\s*(?:(?:[•▪◦‣–-]|\d{1,2}[.)]|[a-z]\))\s+)?/u.exec(piece)![0].length
    const start = from + lead
    const end = from + piece.trimEnd().length
    if (end > start) found.push({ start, end })
    from = to
  }
  for (const match of page.matchAll(ends)) add(match.index + match[0].length)
  add(page.length)
  return found
}
