import { pdf, textStream } from '../src/council/open-document/samples/bytes.ts'
import { fixtures } from '../test/fixtures/fixtures.ts'

/** The invented papers of the tests, without the nearly empty ones: what the figures are measured on. */
export const papers = fixtures().filter(({ raw }) => raw.length > 300)

const inWinAnsi = (text: string) =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/[^\n\x20-\xff]/g, '*')

/** A text as a PDF of its lines, 52 to a page. The plainest kind there is, so the quickest to extract. */
export function plainPdf(pages: readonly string[]): Uint8Array {
  const contents = pages.flatMap((page) => {
    const lines = inWinAnsi(page)
      .split('\n')
      .flatMap((line) => line.match(/.{1,95}(?:\s|$)|.{95}/g) ?? [''])
    const sheets: string[][] = []
    for (let at = 0; at < lines.length; at += 52) sheets.push(lines.slice(at, at + 52))
    return sheets.map((sheet) => textStream(sheet.map((line, i) => [56, 790 - 14 * i, line] as const)))
  })
  return new Uint8Array(pdf(contents))
}

const letterHead =
  'Aan: de Gemeenteraad\nDatum: 2 juli 2019\nOnderwerp: Afdoening motie H.4\nGeachte raad,\n\n'

const words =
  'Overwegende dat het college; verzoekt het college om: constaterende, dat (op het gebied van wonen, werk en zorg) '

/** Texts that a reader built on patterns fears, of `length` UTF-16 units. */
export const adversaries: Record<string, (length: number) => string> = {
  'one word': (n) => 'a'.repeat(n),
  spaces: (n) => ' '.repeat(n),
  'empty lines': (n) => '\n'.repeat(n),
  'formulae on one line': (n) => words.repeat(Math.ceil(n / words.length)).slice(0, n),
  'formulae on short lines': (n) =>
    words
      .replaceAll(' ', '\n')
      .repeat(Math.ceil(n / words.length))
      .slice(0, n),
  'list marks': (n) => '- \n'.repeat(n / 3),
  'open brackets': (n) => '('.repeat(n),
  quotes: (n) => '"\'“'.repeat(n / 3),
  'hyphens at line ends': (n) => 'woord-\n'.repeat(n / 7),
  numbers: (n) => 'RIS 123456 '.repeat(n / 11),
  'dates without end': (n) => '4 april 2019, '.repeat(n / 14),
  names: (n) => 'de heer A. de Wit (Samen), '.repeat(n / 27),
  addresses: (n) => 'a.b@'.repeat(n / 4),
  'closing formulae': (n) => 'en gaat over tot de orde van de dag.\n'.repeat(n / 37),
  'openers without text': (n) => 'overwegende dat\n'.repeat(n / 16),
  requests: (n) => 'verzoekt het college:\n- te zorgen;\n'.repeat(n / 35),
  motions: (n) =>
    'MOTIE\nDe raad,\nverzoekt het college te zorgen,\nen gaat over tot de orde van de dag.\n'.repeat(n / 84),
  settlements: (n) => 'Het college beschouwt de motie hiermee als afgedaan. '.repeat(n / 53),
  // The most lines, paragraphs and motions that a letter of that length can hold.
  'a letter of dashes': (n) => letterHead + '-\n'.repeat(n / 2),
  'a letter of headings': (n) => letterHead + 'Motie 1\n'.repeat(n / 8),
  votes: (n) => 'Voor: VVD (3), CDA (2). Tegen: D66 (4). '.repeat(n / 40),
}
