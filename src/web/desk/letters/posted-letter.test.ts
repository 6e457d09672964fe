import { expect, test } from 'vitest'
import type { LetterContent } from '../../../council/index.ts'
import { readLetterForm, typedOver } from './posted-letter.ts'

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.append(name, value)
  return data
}

test('a form becomes fields, texts and one action', () => {
  const posted = readLetterForm(
    form({
      version: '7',
      action: 'submit',
      'field:date': '2 juli 2026',
      'field:subject': 'Afdoening',
      'role:0': 'secretaris',
      'name:0': '',
      'text:opening': 'Geachte',
      'text:motion-1': '> Verzoekt',
      'leave:motion-1': 'on',
    }),
  )
  expect(posted).toMatchObject({
    action: 'submit',
    version: 7,
    texts: { opening: 'Geachte', 'motion-1': '' },
    fields: { date: '2026-07-02', subject: 'Afdoening', signatories: [{ role: 'secretaris', name: '' }] },
  })
})

test('what is no date stays as typed, and comes back so', () => {
  const posted = readLetterForm(form({ version: '1', 'field:date': '31 februari', 'text:opening': 'Dag' }))
  expect(posted.typedDate).toBe('31 februari')
  expect(posted.fields?.date).toBe('31 februari')
  const content = {
    fields: { date: null },
    sections: [{ key: 'opening', text: 'oud' }],
  } as unknown as LetterContent
  expect(typedOver(content, posted).sections[0]?.text).toBe('Dag')
})

test('a form without the letter changes nothing of it; an unknown action only saves', () => {
  expect(readLetterForm(form({ version: 'x', action: 'burn' }))).toMatchObject({
    action: 'save',
    version: 0,
    fields: null,
    texts: {},
  })
})
