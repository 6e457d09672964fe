/** The code on a card and the PIN that goes with it. Pure, but for chance. */
import { randomInt } from 'node:crypto'

/** Letters and figures that nobody takes for another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B. */
export const cardAlphabet = '34679ACDEFGHJKMNPQRTUVWXY'

/** Three groups of four, such as `K7MP-3WXA-9QHD`: 55 bits. */
export function newCardCode(): string {
  const letter = () => cardAlphabet[randomInt(cardAlphabet.length)] ?? ''
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, letter).join('')).join('-')
}

/** What somebody typed, as it stands on the card; null when it cannot be a code. Small letters and spaces do no harm. */
export function readCardCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-–—_]/g, '')
  if (plain.length !== 12 || [...plain].some((letter) => !cardAlphabet.includes(letter))) return null
  return plain.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
}

/** Six figures; null when it is something else. */
export function readPin(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(plain) ? plain : null
}

/** Among the first that somebody tries: one figure, one pair or one half again and again, or a row up or down. */
export function isEasyPin(pin: string): boolean {
  return (
    /^(\d{1,3})\1+$/.test(pin) || '01234567890123456789'.includes(pin) || '98765432109876543210'.includes(pin)
  )
}
