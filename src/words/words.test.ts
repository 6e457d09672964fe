import { describe, expect, test } from 'vitest'
import { wordsIn } from './index.ts'

/** Every text of a dictionary with its path; sentences with a blank are called with stand-ins. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}
const nl = texts(wordsIn('nl'), 'nl')
const en = texts(wordsIn('en'), 'en')

describe('the words', () => {
  test('there are many, and none is empty', () => {
    expect(nl.length).toBeGreaterThan(150)
    for (const [path, text] of [...nl, ...en]) expect(text.trim(), path).not.toBe('')
  })
  test('English has the sentences that Dutch has', () => {
    const keys = (list: [string, string][]) => list.map(([path]) => path.slice(3)).sort()
    expect(keys(en)).toEqual(keys(nl))
  })
  test('are calm: no exclamation marks, no shouting', () => {
    for (const [path, text] of [...nl, ...en]) {
      expect(text, path).not.toContain('!')
      expect(text, path).not.toMatch(
        /\b(?!PDF|DOCX|HTML|CSV|RIS|UTF|OCR|WCAG|JSON|JPEG|PNG|IND|AVG|GDPR|PIN)[A-Z]{3,}\b/,
      )
    }
  })
  test('sentences of English are not left in Dutch', () => {
    // Of a program and of a law, the same in every language.
    const names = ['Samsung Internet', 'Wmo 2015']
    const same = en.filter(([path, text]) => {
      const dutch = nl.find(([other]) => other.slice(3) === path.slice(3))?.[1]
      return text === dutch && text.includes(' ') && !names.includes(text)
    })
    expect(same).toEqual([])
  })
})
