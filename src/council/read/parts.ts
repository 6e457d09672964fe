import { matchesOf } from './matches.ts'

/** Splits a request that names several matters in one enumeration into those matters; at least two, or none. */

/** `loose`: the words also introduce what is no enumeration, so the elements must look like one. */
const intros: readonly { words: RegExp; loose: boolean }[] = [
  { words: /(?<!\p{L})op het (?:gebied|terrein|vlak) van:? /giu, loose: false },
  { words: /(?<!\p{L})(?:ten aanzien van|met betrekking tot|(?:voor )?wat betreft):? /giu, loose: false },
  { words: /(?<!\p{L})(?:namelijk|te weten)[:,]? /giu, loose: false },
  { words: /(?<!\p{L})(?:bij|door):? /giu, loose: true },
]

export type Piece = { start: number; end: number }

const mostWords = 8
const mostLooseWords = 3

/** `text` is folded. Offsets into it. */
export function findParts(text: string): Piece[] {
  for (const { words, loose } of intros) {
    words.lastIndex = 0
    for (const match of matchesOf(text, words)) {
      const pieces = splitEnumeration(text, match.index + match[0].length, loose)
      if (pieces.length >= 2) return pieces
    }
  }
  return []
}

const separator = /, (?:en |of |alsmede )?| (?:en|of|alsmede|alsook) |; (?:en )?/gu
const ending =
  /[.:?!]|(?:, | )(?:te \p{L}|zodat|waarbij|waardoor|door|met|en (?:daarbij|hierover|de raad|dit|deze|daarover|hiervoor)|om |opdat|teneinde|in te|daarbij|hierbij)(?!\p{L})/u

function splitEnumeration(text: string, from: number, loose: boolean): Piece[] {
  const rest = text.slice(from, from + 600)
  const stop = ending.exec(rest)
  const enumeration = stop ? rest.slice(0, stop.index) : rest
  const pieces: Piece[] = []
  let start = 0
  let marks = ''
  for (const match of matchesOf(enumeration, separator)) {
    pieces.push({ start: from + start, end: from + match.index })
    marks += match[0]
    start = match.index + match[0].length
  }
  pieces.push({ start: from + start, end: from + enumeration.length })
  const trimmed = pieces.map((piece) => trim(text, piece)).filter((piece) => piece.end > piece.start)
  if (trimmed.length < 2 || !/en|of|als/.test(marks)) return []
  const most = loose ? mostLooseWords : mostWords
  if (trimmed.some((piece) => text.slice(piece.start, piece.end).split(' ').length > most)) return []
  if (loose && stop && !/^[.:?!]/.test(stop[0])) return []
  return trimmed
}

function trim(text: string, piece: Piece): Piece {
  let { start, end } = piece
  while (start < end && ' ,;'.includes(text[start] as string)) start++
  while (end > start && ' ,;.'.includes(text[end - 1] as string)) end--
  return { start, end }
}
