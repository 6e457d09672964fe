import { at, type Paper, type Range, textOf } from './paper.ts'
import type { PillarKey, Reading } from './reading.ts'
import { rangeOf, type Sentence } from './sentences.ts'

/** The pillars that a letter's own voice enumerates. */

const keys: readonly (readonly [PillarKey, RegExp])[] = [
  ['prevention', /^(?:prevent|voorkom)/iu],
  ['combating', /^(?:bestrijd|aanpak|opspor|vervolg)/iu],
  ['protection', /^(?:bescherm|opvang)/iu],
  ['chain', /^(?:keten|samenwerking)/iu],
]

/** By the first word that says it. */
function keyOf(text: string): PillarKey {
  for (const word of text.split(/[^\p{L}-]+/u)) {
    const hit = keys.find(([, pattern]) => pattern.test(word))
    if (hit) return hit[0]
  }
  return 'other'
}

const word = /(?<!\p{L})pijlers(?!\p{L})/iu
const longestPillar = 90

export function readPillars(paper: Paper, own: readonly Sentence[]): Reading['pillars'] {
  const pillars: Reading['pillars'] = []
  const add = (range: Range) => {
    const text = textOf(paper, range)
    if (text !== '' && text.length <= longestPillar)
      pillars.push({ key: keyOf(text), text, at: at(paper, range) })
  }
  own.forEach((sentence, i) => {
    const match = word.exec(sentence.text)
    if (!match || pillars.length > 0) return
    const behind = sentence.text.slice(match.index + match[0].length)
    if (/^[^:]{0,60}:\s*$/u.test(behind)) {
      for (let j = i + 1; own[j]?.item; j++) add((own[j] as Sentence).range)
      return
    }
    for (const piece of enumerated(behind)) {
      const from = match.index + match[0].length
      add(rangeOf(sentence, from + piece.start, from + piece.end))
    }
  })
  return pillars
}

/** *A, B, C en D* up to the end of the sentence; at least two. */
function enumerated(text: string): Range[] {
  const colon = text.indexOf(':')
  const from = colon >= 0 && colon < 80 ? colon + 1 : 0
  const stop = text.slice(from).search(/[.;]|, (?:die|dat|waarbij|waarin|zodat)(?!\p{L})/u)
  const end = stop < 0 ? text.length : from + stop
  const pieces: Range[] = []
  let start = from
  const list = text.slice(from, end)
  for (const match of list.matchAll(/, (?:en )?| en /gu)) {
    pieces.push({ start, end: from + match.index })
    start = from + match.index + match[0].length
  }
  pieces.push({ start, end })
  const trimmed = pieces
    .map((piece) => ({
      start: piece.start + (text.slice(piece.start, piece.end).match(/^\s*/)?.[0].length ?? 0),
      end: piece.end,
    }))
    .filter((piece) => piece.end > piece.start)
  return trimmed.length >= 2 && /(?: en |, en )/.test(list) ? trimmed : []
}
