import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOfText } from '../../documents-out/index.ts'
import { renewSections, sectionChanges } from '../../kept-sections.ts'
import { changedParagraphs, mergeText } from '../../merge-text.ts'
import { newSection } from './letter.ts'

const paragraph = fc.constantFrom('een', 'twee', 'drie', 'vier', 'vijf')
const text = fc.array(paragraph, { maxLength: 6 }).map((all) => all.join('\n\n'))

describe('two changes of one text', () => {
  test('one side unchanged gives the other; twice the same gives that', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeText(base, base, other)).toEqual({ text: other, conflicts: [] })
        expect(mergeText(base, other, base)).toEqual({ text: other, conflicts: [] })
        expect(mergeText(base, other, other)).toEqual({ text: other, conflicts: [] })
      }),
    )
  })
  test('nothing that either wrote is lost: it is in the text or in a conflict', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const { text: merged, conflicts } = mergeText(base, mine, theirs)
        const kept = [merged, ...conflicts.map((one) => one.theirs)].join('\n\n').split('\n\n')
        for (const added of changedParagraphs(base, mine).added) expect(kept).toContain(added)
        for (const added of changedParagraphs(base, theirs).added) expect(kept).toContain(added)
      }),
    )
  })
  test('different paragraphs are joined, the same ones are a conflict with mine in place', () => {
    expect(mergeText('a\n\nb\n\nc', 'a1\n\nb\n\nc', 'a\n\nb\n\nc1').text).toBe('a1\n\nb\n\nc1')
    expect(mergeText('a\n\nb', 'a1\n\nb', 'a2\n\nb')).toEqual({
      text: 'a1\n\nb',
      conflicts: [{ mine: 'a1', theirs: 'a2' }],
    })
  })
})

describe('a letter whose proposals changed', () => {
  const composed = (key: string, words: string) => ({
    key,
    kind: key === 'closing' ? ('closing' as const) : ('answer' as const),
    motion: 1,
    matter: null,
    level: 2 as const,
    heading: null,
    text: words,
  })
  const sections = [
    composed('a', 'een\n\nmidden\n\ntwee'),
    composed('gone', 'weg'),
    composed('closing', 'groet'),
  ].map(newSection)
  const edited = sections.map((one) =>
    one.key === 'a' ? { ...one, text: 'eigen woorden\n\nmidden\n\ntwee' } : one,
  )
  const fresh = [
    composed('a', 'een\n\nmidden\n\nanders'),
    composed('new', 'nieuw'),
    composed('closing', 'groet'),
  ]

  test('shows what changed, is new and is gone', () => {
    expect([...sectionChanges(edited, fresh)]).toEqual([
      ['a', { kind: 'changed', fresh: 'een\n\nmidden\n\nanders' }],
      ['gone', { kind: 'gone' }],
      ['new', { kind: 'new', fresh: 'nieuw' }],
    ])
  })
  test('takes the change and keeps the edit', () => {
    const { sections: renewed, conflicts } = renewSections(edited, fresh, 'all')
    expect(renewed.map(({ key, text }) => [key, text])).toEqual([
      ['a', 'eigen woorden\n\nmidden\n\nanders'],
      ['new', 'nieuw'],
      ['closing', 'groet'],
    ])
    expect(conflicts).toEqual([])
    expect([...sectionChanges(renewed, fresh)]).toEqual([])
  })
  test('only what was asked; an edited section that is gone stays', () => {
    const mine = edited.map((one) => (one.key === 'gone' ? { ...one, text: 'mijn woorden' } : one))
    expect(renewSections(mine, fresh, new Set(['new'])).sections.map(({ key }) => key)).toEqual([
      'a',
      'new',
      'gone',
      'closing',
    ])
    expect(renewSections(mine, fresh, 'all').sections.map(({ key }) => key)).toContain('gone')
  })
})

test('the writing of a section: paragraphs, lists, quotations with their source', () => {
  expect(
    blocksOfText(
      'Een\nregel.\n\n- a\n- b\n  gaat door\n\n1. eerst\n\n> “Zo staat\n> het er.”\n> Bron: brief\n\nSlot',
      'Bron:',
    ),
  ).toEqual([
    { kind: 'paragraph', text: 'Een regel.' },
    { kind: 'list', ordered: false, items: ['a', 'b gaat door'] },
    { kind: 'list', ordered: true, items: ['eerst'] },
    { kind: 'quotation', blocks: [{ kind: 'paragraph', text: '“Zo staat het er.”' }], source: 'Bron: brief' },
    { kind: 'paragraph', text: 'Slot' },
  ])
})
