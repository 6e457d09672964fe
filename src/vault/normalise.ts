/** What makes two spellings of one name, day or number the same, before they are compared by blind index. */

/** Dutch particles of surnames. A name is found with and without them, whichever way somebody writes them. */
const particles = new Set(
  'van von vd vande vander vanden de den der des ter ten te het t op aan in onder over bij uit voor s d'.split(
    ' ',
  ),
)

/** Letters that Unicode does not take apart into a base letter and a mark. */
const lettersApart: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
}

/**
 * The form that is compared. Empty when nothing in it can be compared.
 * @param field as in `vault.identity`; a field without rules of its own is compared without case and marks
 */
export function normalise(field: string, value: string): string {
  switch (field) {
    case 'given-names':
    case 'called':
      return words(value).join('')
    case 'surname':
      return surname(value)
    case 'birth-date':
      return day(value)
    case 'phone':
      return phone(value)
    case 'email':
      return value.normalize('NFKC').trim().toLowerCase()
    case 'document-number':
      return value
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}]/gu, '')
    default:
      return words(value).join(' ')
  }
}

/** Lower case, without marks on letters, cut at everything that is neither a letter nor a digit. */
function words(value: string): string[] {
  return (
    value
      .normalize('NFKD')
      .toLowerCase()
      // Marks on Latin, Greek and Cyrillic letters; vowel signs and the lengthening stroke of Arabic. Other scripts need theirs.
      .replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, '')
      .replace(/[ßæœøđðħıłþ]/g, (letter) => lettersApart[letter] ?? letter)
      .normalize('NFC')
      .replace(/(?<=\p{L})['’ʼ`´](?=\p{L})/gu, ' ')
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .filter((word) => word !== '')
  )
}

/** Joined without spaces: one writes Al-Haddad, another Al Haddad or Alhaddad. */
function surname(value: string): string {
  const all = words(value)
  const own = all.filter((word) => !particles.has(word))
  // "v. d. Berg": loose initials of particles go with them when a name remains.
  const named = own.filter((word, index) => !(word === 'v' && index < own.length - 1))
  return (own.length === 0 ? all : named).join('')
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, from how days are written here; anything else as its words. */
function day(value: string): string {
  const text = value.normalize('NFKC').trim()
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text)
  if (iso) return dayOf(iso[1]!, iso[2], iso[3])
  const dutch = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text)
  if (dutch) return dayOf(dutch[3]!, dutch[2], dutch[1])
  const close = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (close) return dayOf(close[1]!, close[2], close[3])
  return words(text).join(' ')
}

/** Papers write 00 for a month or day that nobody knows. */
function dayOf(year: string, month?: string, date?: string): string {
  const known = [month, date].map((part) => (part && Number(part) > 0 ? part.padStart(2, '0') : null))
  if (!known[0]) return year
  return known[1] ? `${year}-${known[0]}-${known[1]}` : `${year}-${known[0]}`
}

/** `+` and digits; a Dutch number gets its country. */
function phone(value: string): string {
  const text = value.normalize('NFKC').replace(/\(0\)/g, '')
  const digits = text.replace(/\D/g, '')
  if (digits === '') return ''
  if (/^\s*\+/.test(text)) return `+${digits.replace(/^310/, '31')}`
  if (digits.startsWith('00')) return `+${digits.slice(2).replace(/^310/, '31')}`
  if (digits.startsWith('0')) return `+31${digits.slice(1)}`
  return digits.length === 11 && digits.startsWith('31') ? `+${digits}` : digits
}
