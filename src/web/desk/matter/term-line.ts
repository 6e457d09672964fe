import type { MatterTerm } from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'

/** A term in one line with where it comes from: "uiterlijk 4 juli 2024, de vaste termijn van de gemeente". */
export function termLine(term: MatterTerm, { life }: Words): string {
  const { term: words } = life
  const { source, text, notBefore, notAfter, basis } = term
  if (source === 'none-agreed') return text ? `${words.source[source]}: ${text}` : words.source[source]
  const said = source === 'agreed' ? text : basis
  const from = said ? `${words.source[source]}: ${said}` : words.source[source]
  if (notAfter) return `${words.until(notAfter)}, ${from}`
  if (notBefore) return `${words.from(notBefore)}, ${from}`
  if (source === 'text' && text) return `${words.undated(text)}, ${from}`
  return `${from}, ${words.noDate}`
}
