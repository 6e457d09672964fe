import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { folded, type IcalEvent, icalOf } from './ical.ts'

const event: IcalEvent = {
  uid: 'matter-12.waterstad.nl@schakel.example',
  on: '2026-12-01',
  summary: 'Termijn: banken, bij de vijver; en het hek',
  description: 'Eerste regel\nTweede \\ regel',
  url: 'https://schakel.example/waterstad/moties/2024/h-4',
  cancelled: false,
  sequence: 3,
  changed: new Date('2026-11-02T09:08:07.654Z'),
}
const calendar = (events: readonly IcalEvent[]) =>
  icalOf({ language: 'nl', name: 'Dagen: Waterstad', description: 'Termijnen, en dagen.', events })
const read = (text: string) => {
  const component = new ICAL.Component(ICAL.parse(text))
  return component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

describe('a calendar of whole days', () => {
  test('as the standard writes it', () => {
    const lines = calendar([event]).split('\r\n')
    expect(lines.slice(0, 4)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Schakel//Schakel//NL',
      'CALSCALE:GREGORIAN',
    ])
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:matter-12.waterstad.nl@schakel.example',
        'DTSTAMP:20261102T090807Z',
        'LAST-MODIFIED:20261102T090807Z',
        'SEQUENCE:3',
        'DTSTART;VALUE=DATE:20261201',
        'SUMMARY:Termijn: banken\\, bij de vijver\\; en het hek',
        'DESCRIPTION:Eerste regel\\nTweede \\\\ regel',
        'STATUS:CONFIRMED',
      ]),
    )
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', ''])
    expect(calendar([{ ...event, cancelled: true }])).toContain('STATUS:CANCELLED\r\n')
  })

  test('a reader of calendars gets back what was put in', () => {
    const [found] = read(calendar([event]))
    expect(found?.uid).toBe(event.uid)
    expect(found?.summary).toBe(event.summary)
    expect(found?.description).toBe(event.description)
    expect(found?.startDate.isDate).toBe(true)
    expect(found?.startDate.toString()).toBe('2026-12-01')
    expect(found?.sequence).toBe(3)
    expect(found?.component.getFirstPropertyValue('url')).toBe(event.url)
  })

  test('any words come back, and no line is longer than 75 octets or breaks a character', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) =>
      // Line breaks are folded to one kind, and control characters cannot be in a calendar.
      [...text.replace(/\r\n?/g, '\n')]
        .filter((c) => c === '\n' || c === '\t' || (c >= ' ' && c !== '\u007f'))
        .join(''),
    )
    fc.assert(
      fc.property(words, words, (summary, description) => {
        const text = calendar([{ ...event, summary, description }])
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        const [found] = read(text)
        expect(found?.summary ?? '').toBe(summary)
        expect(found?.description ?? '').toBe(description)
      }),
    )
  })

  test('folding alone: nothing is lost, a character of four octets stays whole', () => {
    expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
    expect(folded(`${'a'.repeat(73)}🙂b`)).toBe(`${'a'.repeat(73)}\r\n 🙂b`)
    expect(folded('é'.repeat(100)).replaceAll('\r\n ', '')).toBe('é'.repeat(100))
  })
})
