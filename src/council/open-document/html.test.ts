import { expect, test } from 'vitest'
import { pagesOfHtml } from './html.ts'

const page = (html: string) => pagesOfHtml(Buffer.from(html))[0] ?? ''

test('blocks, lists, tables, line breaks, raised figures', () => {
  expect(
    page(`<title>weg</title><h1>Motie  H.4</h1><p>Overwegende
      dat<sup>1</sup>:<br>ja&shy;wel</p>
      <ul><li>een<ul><li>genest</li></ul></li><li><p>twee</p></li></ul>
      <ol type=a start=3><li>drie<li>vier</ol>
      <table><tr><th>Datum<td>2 juli 2019<tr><td><td>vervolg</table><dl><dt>Dienst<dd>Zorg</dl>
      los <b>stuk</b><pre>  zoals
  het staat</pre>`),
  ).toBe(
    'Motie H.4\n\nOverwegende dat¹:\njawel\n\n- een\n  - genest\n- twee\nc. drie\nd. vier\n\nDatum\t2 juli 2019\n\tvervolg\n\n' +
      'Dienst\n\nZorg\n\nlos stuk\n\n  zoals\n  het staat',
  )
})

test('nothing of scripts, styles, templates and what is hidden', () => {
  const noise =
    '<script>"<p>nee</p>"</script><style>p{}</style><noscript><p>nee</noscript><template><p>nee</template>'
  expect(
    page(
      `${noise.repeat(50)}<p>Motie</p><p hidden>nee</p><p style="display: none">nee</p><svg><text>nee</text></svg>`,
    ),
  ).toBe('Motie')
  expect(pagesOfHtml(Buffer.from(`<html>${noise}`))).toEqual([])
})

test.each([
  ['meta charset', Buffer.from('<meta charset="windows-1252"><p>re\xefntegratie', 'latin1')],
  [
    'http-equiv',
    Buffer.from(
      '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>re\xefntegratie',
      'latin1',
    ),
  ],
  ['no charset, UTF-8', Buffer.from('<p>reïntegratie')],
  ['no charset, Windows-1252', Buffer.from('<p>re\xefntegratie', 'latin1')],
  ['a charset that lies', Buffer.from('<meta charset=utf-8><p>re\xefntegratie', 'latin1')],
  ['an unknown charset', Buffer.from('<meta charset=klingon><p>reïntegratie')],
  ['UTF-16', Buffer.from('\ufeff<p>reïntegratie', 'utf16le')],
])('character set: %s', (_, bytes) => {
  expect(pagesOfHtml(bytes)).toEqual(['reïntegratie'])
})

test('nests deeper than calls can', () => {
  expect(page(`${'<div>'.repeat(100_000)}diep`)).toBe('diep')
})
