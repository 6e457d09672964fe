import { isNameLine } from './layout.ts'
import type { Line, Source } from './source.ts'

/** Lines that end a block of clauses or requests, whatever stands before them: signatures, outcome, explanation, own voice. */

/** Words with which such a line begins, lower case. */
const stopWords: readonly string[] = [
  'ondertekend',
  'ondertekening',
  'ondertekenaars',
  'ondergetekende',
  'toelichting',
  'indiener',
  'indieners',
  'ingediend door',
  'mede-indiener',
  'mede ingediend door',
  'medeondertekenaars',
  'was getekend',
  'w.g.',
  'namens de fractie',
  'namens de fracties',
  'namens fractie',
  'namens het college',
  'status:',
  'uitslag',
  'stemming:',
  'stemuitslag',
  'stemverhouding',
  'besluit: aangenomen',
  'besluit: verworpen',
  'de griffier',
  'de voorzitter',
  'met vriendelijke groet',
  'hoogachtend',
  'bijlage',
  'bijlagen',
  'handtekening',
  'aldus besloten',
  'aldus vastgesteld',
  'raadsvergadering d.d.',
  'dekking:',
  'betreurt',
  'keurt af',
  'zegt het vertrouwen',
  'financiële dekking',
  'portefeuillehouder:',
]

const stops = new RegExp(`^(?:${stopWords.join('|').replaceAll('.', '\\.')})(?!\\p{L})`, 'u')

const whole =
  /^(?:status|uitslag)?:?\s{0,3}(?:de motie is )?(?:aangenomen|verworpen|ingetrokken|aangehouden|overgenomen|ingediend|vervallen)[.!]?$/i

/** With these a letter speaks again after the motion that it quoted. */
const ownVoice =
  /^(?:hierbij|hiermee|met deze brief|het college (?:heeft|is|zal|beschouwt|kan|wil|ziet|informeert)|ons college|wij |uw raad|u heeft|geachte|naar aanleiding van|in antwoord op|reactie(?: |:|$)|reactie college|antwoord(?: |:|$)|beantwoording|stand van zaken|uitvoering(?::|$)|afdoening)/i

export function endsBlock(source: Source, line: Line, start: number): boolean {
  const head = source.text.slice(start, Math.min(line.to, start + 60)).replace(/^[*_]+/, '')
  if (stops.test(head.toLowerCase())) return true
  if (line.to - line.from < 60 && whole.test(head)) return true
  if (/^namens\s/i.test(head)) return true
  return ownVoice.test(head) && !isNameLine(source.text, line)
}
