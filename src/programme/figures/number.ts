/** How a file or a person writes decimals: `,` as in 1.234,5 or `.` as in 1,234.5. Null: nobody said. */
export type DecimalSign = ',' | '.' | null
export type ReadNumber =
  | { value: number; decimals: number }
  | { code: 'number-missing' | 'number-invalid' | 'number-ambiguous' }

/** What statistics write where no figure is: not there, unknown or secret. */
const nothing = /^(?:|\.{1,3}|[-–—xX*?]|n\.?v\.?t\.?|n\.?b\.?|n\/a|onbekend|geheim)$/

/**
 * A number as it was written. Nothing is guessed: "1.234" may be one thousand or one and a bit, so without a decimal sign that was agreed
 * it is `number-ambiguous`. White space, also unbreakable, may part thousands; € before and % after are left out. Pure.
 */
export function readNumber(written: string, sign: DecimalSign = null): ReadNumber {
  const text = written.replace(/[\u00a0\u202f\u2009]/g, ' ').trim()
  if (nothing.test(text)) return { code: 'number-missing' }
  const match = /^(?<minus>[-−])?\s?(?:€\s?)?(?<minus2>[-−])?(?<figures>\d[\d., ]*?)(?:\s?%|,-)?$/u.exec(text)
  const figures = match?.groups?.figures
  if (!figures || (match.groups?.minus && match.groups.minus2)) return { code: 'number-invalid' }
  const joined = withoutSpaces(figures)
  if (joined === null) return { code: 'number-invalid' }
  const minus = (match.groups?.minus ?? match.groups?.minus2) ? -1 : 1
  const signs = joined.replace(/\d/g, '')
  const decimal = signs === '' ? '' : decimalOf(joined, signs, sign)
  if (decimal === 'ambiguous') return { code: 'number-ambiguous' }
  if (decimal === null) return { code: 'number-invalid' }
  const [whole = '', fraction = ''] = decimal === '' ? [joined] : splitAtLast(joined, decimal)
  const grouped = whole.replace(/\d/g, '')
  if (grouped !== '' && !/^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(whole)) return { code: 'number-invalid' }
  if (grouped.includes(decimal === '' ? '\0' : decimal)) return { code: 'number-invalid' }
  const digits = whole.replace(/\D/g, '')
  if (digits.length > 15 || fraction.length > 6 || !/^\d*$/.test(fraction)) return { code: 'number-invalid' }
  const value = Number(`${digits}.${fraction || '0'}`) * minus
  return { value: value === 0 ? 0 : value, decimals: fraction.length }
}

/** Spaces part thousands only where each group has three figures. */
function withoutSpaces(figures: string): string | null {
  if (!figures.includes(' ')) return figures
  return /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(figures) ? figures.replaceAll(' ', '') : null
}

/** The sign before the decimals; `''` when there are none, null when it cannot be a number, `ambiguous` when it may be either. */
function decimalOf(text: string, signs: string, agreed: DecimalSign): ',' | '.' | '' | 'ambiguous' | null {
  const kinds = new Set(signs)
  const last = signs.at(-1) as ',' | '.'
  if (agreed) {
    const others = [...signs].filter((one) => one === agreed).length
    return others === 0 ? '' : others === 1 && last === agreed ? agreed : null
  }
  if (kinds.size === 2) return [...signs].filter((one) => one === last).length === 1 ? last : null
  if (signs.length > 1) return ''
  const [before = '', after = ''] = text.split(last)
  if (after.length !== 3 || before.length > 3 || before === '0' || before === '') return last
  return 'ambiguous'
}

function splitAtLast(text: string, sign: string): [string, string] {
  const at = text.lastIndexOf(sign)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Of a number that was typed or given; Dutch signs for text. Pure. */
export const readAmount = (given: number | string): ReadNumber =>
  typeof given === 'string'
    ? readNumber(given)
    : Number.isFinite(given)
      ? { value: given, decimals: decimalsOf(given) }
      : { code: 'number-invalid' }

export function decimalsOf(value: number): number {
  const text = String(value)
  if (/e/i.test(text)) return 20
  return text.split('.')[1]?.length ?? 0
}
