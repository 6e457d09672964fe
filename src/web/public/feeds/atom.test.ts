import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AtomEntry, type AtomFeed, atomOf } from './atom.ts'

const entry: AtomEntry = {
  id: 'tag:schakel.example,2026:waterstad/nl/matter-step/1',
  title: 'Motie H.4: besloten <b> & "af"',
  published: new Date('2026-11-01T10:00:00.123Z'),
  updated: new Date('2026-11-02T10:00:00Z'),
  link: 'https://schakel.example/waterstad/moties/2024/h-4?a=1&b=2',
  paragraphs: ['Eerste < tweede', 'Derde & vierde'],
}
const feed: AtomFeed = {
  id: 'tag:schakel.example,2026:waterstad/nl/feed',
  language: 'nl',
  title: 'Moties',
  subtitle: 'Feiten',
  self: 'https://schakel.example/waterstad/feed.atom',
  page: 'https://schakel.example/waterstad',
  author: { name: 'Gemeente Waterstad', uri: 'https://schakel.example/waterstad' },
  entries: [entry],
}
function parsed(text: string) {
  const problems: string[] = []
  const note = (problem: string) => problems.push(problem)
  const document = new DOMParser({
    errorHandler: { warning: note, error: note, fatalError: note },
  }).parseFromString(text, 'application/xml')
  expect(problems).toEqual([])
  return document
}
const textsOf = (text: string, name: string) =>
  Array.from(
    parsed(text).getElementsByTagNameNS('http://www.w3.org/2005/Atom', name),
    (one) => one.textContent,
  )

describe('an Atom feed', () => {
  test('has what the standard asks for, of the feed and of each entry', () => {
    const text = atomOf(feed)
    const root = parsed(text).documentElement
    expect(root.getAttribute('xml:lang')).toBe('nl')
    expect(textsOf(text, 'id')).toEqual([feed.id, entry.id])
    expect(textsOf(text, 'title')).toEqual(['Moties', entry.title])
    expect(textsOf(text, 'updated')).toEqual(['2026-11-02T10:00:00Z', '2026-11-02T10:00:00Z'])
    expect(textsOf(text, 'published')).toEqual(['2026-11-01T10:00:00Z'])
    expect(textsOf(text, 'name')).toEqual(['Gemeente Waterstad'])
    expect(textsOf(text, 'content')).toEqual(['<p>Eerste &lt; tweede</p><p>Derde &amp; vierde</p>'])
    const links = Array.from(root.getElementsByTagName('link'), (link) => [
      link.getAttribute('rel'),
      link.getAttribute('href'),
    ])
    expect(links).toEqual([
      ['self', feed.self],
      ['alternate', feed.page],
      ['alternate', entry.link],
    ])
  })

  test('without entries it never was updated', () => {
    expect(textsOf(atomOf({ ...feed, entries: [] }), 'updated')).toEqual(['1970-01-01T00:00:00Z'])
  })

  test('any words come back, and words are never markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
        const [, title] = textsOf(atomOf({ ...feed, entries: [{ ...entry, title: `a${words}z` }] }), 'title')
        const allowed = [...`a${words}z`.toWellFormed()].filter(
          (c) => /[\t\n\r]/.test(c) || (c >= ' ' && c !== '\ufffe' && c !== '\uffff'),
        )
        expect(title).toBe(allowed.join(''))
      }),
    )
  })
})
