/**
 * Pictures without metadata, piece by piece, the picture itself untouched. What is not built like a JPEG (ITU-T T.81, annex B) or a PNG
 * (W3C PNG, chapter 5) gives null. The turn of a photograph (EXIF tag 0x0112) stays, since it would lie on its side without it.
 */

const read16 = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!

/**
 * Pure. Keeps the Adobe colour transform (APP14) and, unless told otherwise, the ICC colour profile (APP2), which may name a device;
 * drops EXIF, XMP, IPTC, comments, small second pictures, and what follows the picture.
 */
export function stripJpeg(bytes: Uint8Array, { profile = true } = {}): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let turn = 1
  let at = 2
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + read16(bytes, at + 2)
    if (end > bytes.length || end < at + 4) return null
    const segment = bytes.subarray(at, end)
    if (marker === 0xda) {
      const rest = scans(bytes, end, profile)
      if (rest === null) return null
      const turned = turn === 1 ? [] : [turnSegment(turn)]
      return join([kept[0]!, ...turned, ...kept.slice(1), segment, ...rest])
    }
    if (marker === 0xe1) turn = turnOf(segment) ?? turn
    else if (!isMetadata(marker, segment, profile))
      kept.push(marker === 0xe0 ? withoutThumbnail(segment) : segment)
    at = end
  }
}

const startsWith = (segment: Uint8Array, text: string) =>
  [...text].every((character, i) => segment[4 + i] === character.charCodeAt(0))
const isMetadata = (marker: number, segment: Uint8Array, profile: boolean): boolean =>
  marker === 0xfe ||
  (marker >= 0xe0 &&
    marker <= 0xef &&
    !(marker === 0xe0 && startsWith(segment, 'JFIF\0')) &&
    !(profile && marker === 0xe2 && startsWith(segment, 'ICC_PROFILE\0')) &&
    !(marker === 0xee && startsWith(segment, 'Adobe')))

/** A JFIF segment may hold a small picture of what the large one was before it was cut. */
function withoutThumbnail(segment: Uint8Array): Uint8Array {
  if (segment.length <= 18) return segment
  return Uint8Array.from([0xff, 0xe0, 0, 16, ...segment.subarray(4, 16), 0, 0])
}

/** From the first scan up to the end of the picture; later tables and scans come along, metadata between them does not. */
function scans(bytes: Uint8Array, from: number, profile: boolean): Uint8Array[] | null {
  const kept: Uint8Array[] = []
  let begin = from
  let at = from
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0 || isRestart(bytes[at + 1]!) || bytes[at + 1] === 0xff) {
      at += 1
      continue
    }
    const marker = bytes[at + 1]!
    if (marker === 0xd9) {
      kept.push(bytes.subarray(begin, at + 2))
      return kept
    }
    if (at + 4 > bytes.length) return null
    const end = at + 2 + read16(bytes, at + 2)
    if (end > bytes.length || end < at + 4) return null
    if (marker === 0xe1 || isMetadata(marker, bytes.subarray(at, end), profile)) {
      kept.push(bytes.subarray(begin, at))
      begin = end
    }
    at = end
  }
  return null
}
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

/** The turn that an EXIF segment tells, 1 to 8. */
function turnOf(segment: Uint8Array): number | null {
  if (!startsWith(segment, 'Exif\0\0')) return null
  const tiff = segment.subarray(10)
  const little = tiff[0] === 0x49 && tiff[1] === 0x49
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const read = (at: number, size: 2 | 4) =>
    at + size > tiff.length ? 0 : size === 2 ? view.getUint16(at, little) : view.getUint32(at, little)
  const table = read(4, 4)
  const entries = read(table, 2)
  for (let i = 0; i < Math.min(entries, 64); i++) {
    const entry = table + 2 + i * 12
    if (read(entry, 2) === 0x0112) {
      const turn = read(entry + 8, 2)
      return turn >= 1 && turn <= 8 ? turn : null
    }
  }
  return null
}

/** An EXIF segment that holds the turn and nothing else. */
const turnSegment = (turn: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0],
    ...[0, 0, 0, 0],
  ])

/** Chunks that draw the picture; all others tell about it. */
const drawing = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs'.split(' '))
/** Pure. */
export function stripPng(bytes: Uint8Array, { profile = true } = {}): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (drawing.has(type) && (profile || type !== 'iCCP')) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return join(kept)
    at = end
  }
  return null
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
