import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Inline, layOut, numberPassages, numbersByKey, type Value } from './marks.ts'

const page1 = [
  'Aan de gemeenteraad',
  '',
  'Onderwerp',
  'Afdoening motie',
  '',
  'De motie verzoekt het college na te gaan of en hoe inwoners geholpen kunnen wor-',
  'den bij huisvesting, (om)scholing en schuldhulpverlening, en dit voor het einde van',
  'het jaar te melden.',
  '',
  '- eerste punt dat over',
  '  de regel loopt;',
  '• *tweede punt;*',
].join('\n')

function find(page: string, text: string, number = 1) {
  const start = page.indexOf(text)
  if (start < 0) throw new Error(`not on the page: ${text}`)
  return [{ page: number, start, end: start + text.length }]
}

/** Nested marks as text: `[n:…]`, a break as `/`. */
function show(content: readonly Inline[]): string {
  return content
    .map((n) =>
      n.kind === 'text'
        ? n.text
        : n.kind === 'break'
          ? '/'
          : `[${n.number}${n.first ? '<' : ''}${n.last ? '>' : ''}:${show(n.children)}]`,
    )
    .join('')
}
function showPages(pages: readonly string[], values: Value[]) {
  return layOut(pages, numberPassages(values)).map((page) =>
    page.blocks.map((b) =>
      b.kind === 'paragraph' ? show(b.content) : b.items.map((i) => `${i.marker} ${show(i.content)}`),
    ),
  )
}

describe('numbers', () => {
  test('follow the document, share a place, skip what has none', () => {
    const passages = numberPassages([
      { key: '/b', at: [{ page: 1, start: 10, end: 20 }] },
      { key: '/a', at: [{ page: 1, start: 0, end: 5 }] },
      { key: '/none', at: [] },
      { key: '/again', at: [{ page: 1, start: 10, end: 20 }] },
      { key: '/inside', at: [{ page: 1, start: 10, end: 12 }] },
    ])
    expect(Object.fromEntries(numbersByKey(passages))).toEqual({
      '/a': 1,
      '/b': 2,
      '/again': 2,
      '/inside': 3,
    })
  })
})

describe('laying out', () => {
  test('folds full lines, keeps short ones, undoes hyphens, keeps list markers, drops emphasis', () => {
    expect(showPages([page1], [])).toEqual([
      [
        'Aan de gemeenteraad',
        'Onderwerp/Afdoening motie',
        'De motie verzoekt het college na te gaan of en hoe inwoners geholpen kunnen worden bij huisvesting, ' +
          '(om)scholing en schuldhulpverlening, en dit voor het einde van het jaar te melden.',
        ['- eerste punt dat over de regel loopt;', '• tweede punt;'],
      ],
    ])
  })

  test('keeps rows of a table apart, however long they are', () => {
    const rows = ['Actie\tDag', `${'lange naam '.repeat(9).trim()}\t31 maart`, 'kort\t1 mei']
    expect(showPages([rows.join('\n')], [])).toEqual([[rows.join('/')]])
  })

  test('nests a part in its request across a line end', () => {
    const request = find(page1, page1.slice(page1.indexOf('na te gaan'), page1.indexOf(', en dit')))
    const [sheet] = showPages(
      [page1],
      [
        { key: '/request', at: request },
        { key: '/part', at: find(page1, 'huisvesting') },
        { key: '/last', at: find(page1, 'schuldhulpverlening') },
      ],
    )
    expect(sheet?.[2]).toBe(
      'De motie verzoekt het college [1<>:na te gaan of en hoe inwoners geholpen kunnen worden bij ' +
        '[2<>:huisvesting], (om)scholing en [3<>:schuldhulpverlening]], en dit voor het einde van het jaar te melden.',
    )
  })

  test('opens a crossing passage again and marks only its ends', () => {
    expect(
      showPages(
        ['abcdef'],
        [
          { key: 'x', at: [{ page: 1, start: 0, end: 4 }] },
          { key: 'y', at: [{ page: 1, start: 2, end: 6 }] },
        ],
      ),
    ).toEqual([['[1<>:ab[2<:cd]][2>:ef]']])
  })

  test('follows a passage over a page break', () => {
    expect(
      showPages(
        ['een zin die', 'hier eindigt. Meer.'],
        [
          {
            key: 'x',
            at: [
              { page: 1, start: 4, end: 11 },
              { page: 2, start: 0, end: 13 },
            ],
          },
        ],
      ),
    ).toEqual([['een [1<:zin die]'], ['[1>:hier eindigt.] Meer.']])
  })

  test('says that a page is empty by having no blocks', () => {
    expect(layOut(['', ' \n '], [])).toEqual([
      { number: 1, blocks: [] },
      { number: 2, blocks: [] },
    ])
  })

  test('never throws, loses no letter, opens and closes every visible passage exactly once', () => {
    const letter = fc.constantFrom('a', 'B', ' ', '\n', '-', '*', '•', '.', '1', ')', 'é', '😀')
    const anyPage = fc.array(letter, { maxLength: 80 }).map((parts) => parts.join(''))
    const span = fc.record({
      page: fc.integer({ min: 1, max: 3 }),
      start: fc.integer({ min: 0, max: 70 }),
      end: fc.integer({ min: 0, max: 90 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyPage, { minLength: 1, maxLength: 2 }),
        fc.array(fc.array(span, { maxLength: 3 }), { maxLength: 6 }),
        (pages, ats) => {
          const sheet = layOut(pages, numberPassages(ats.map((at, i) => ({ key: `${i}`, at }))))
          const seen = { text: '', first: new Map<number, number>(), last: new Map<number, number>() }
          const walk = (content: readonly Inline[]) => {
            for (const node of content) {
              if (node.kind === 'text') seen.text += node.text
              if (node.kind !== 'mark') continue
              if (node.first) seen.first.set(node.number, (seen.first.get(node.number) ?? 0) + 1)
              walk(node.children)
              if (node.last) seen.last.set(node.number, (seen.last.get(node.number) ?? 0) + 1)
            }
          }
          for (const page of sheet)
            for (const block of page.blocks)
              if (block.kind === 'paragraph') walk(block.content)
              else
                for (const item of block.items) {
                  seen.text += item.marker
                  walk(item.content)
                }
          const letters = (s: string) => s.replace(/[^\p{L}\p{N}\p{So}]/gu, '')
          expect(letters(seen.text)).toBe(letters(pages.join('')))
          expect([...seen.first.values(), ...seen.last.values()].every((n) => n === 1)).toBe(true)
          expect([...seen.first.keys()].sort()).toEqual([...seen.last.keys()].sort())
        },
      ),
      { numRuns: 500 },
    )
  })
})
