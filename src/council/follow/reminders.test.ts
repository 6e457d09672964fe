import { expect, test } from 'vitest'
import { addDays } from '../../days.ts'
import { reminderDays } from './remind-owners.ts'
import { digestDay } from './send-digests.ts'
import { parseWatchRules, watchSettings, watchSettingsOn } from './settings.ts'

const rules = { reminderDaysBefore: 14, reminderRepeatDays: 28 }
const term = '2026-03-16'

test('before, on the day after, and each four weeks from then', () => {
  expect(reminderDays(term, { after: '2026-01-01', until: '2026-06-01' }, rules)).toEqual([
    { on: '2026-03-02', stage: 'before' },
    { on: '2026-03-17', stage: 'passed' },
    { on: '2026-04-14', stage: 'passed' },
    { on: '2026-05-12', stage: 'passed' },
  ])
})

test('day by day gives the same as any way of skipping days, each once', () => {
  const whole = reminderDays(term, { after: '2026-02-01', until: '2026-12-31' }, rules)
  for (const step of [1, 3, 10, 45]) {
    const parts = []
    for (let day = '2026-02-01'; day < '2026-12-31'; day = addDays(day, step)) {
      const until = addDays(day, step) > '2026-12-31' ? '2026-12-31' : addDays(day, step)
      parts.push(...reminderDays(term, { after: day, until }, rules))
    }
    expect(parts, `each ${step} days`).toEqual(whole)
  }
})

test('a term of years ago owes what falls on these days and no more', () => {
  const found = reminderDays('2019-01-01', { after: '2026-01-01', until: '2026-01-31' }, rules)
  expect(found.length).toBeLessThanOrEqual(2)
  expect(found.every(({ on }) => on > '2026-01-01' && on <= '2026-01-31')).toBe(true)
})

test.for([
  ['2026-03-02', '2026-03-02'],
  ['2026-03-03', '2026-03-02'],
  ['2026-03-08', '2026-03-02'],
  ['2026-03-09', '2026-03-09'],
  ['2026-03-01', '2026-02-23'],
])('weekly mail on %s tells up to %s', ([today, day]) => {
  expect(digestDay(today!, 1)).toBe(day)
})

const row = (validFrom: string, value: number) => ({ validFrom, value, source: 'test' })

test('a setting holds from its day; a municipality may have its own', () => {
  const everyone = parseWatchRules(
    JSON.stringify({
      settings: Object.fromEntries(
        [
          'reminderDaysBefore',
          'reminderRepeatDays',
          'confirmWithinDays',
          'mailKeptDays',
          'draftsKeptDays',
        ].map((key) => [key, [row('2018-01-01', 14), row('2026-01-01', 7)]]),
      ),
    }),
  )
  everyone.settings.digestWeekday = [row('2018-01-01', 1)]
  const own = { settings: { digestWeekday: [row('2026-02-01', 5)] } }
  expect(watchSettingsOn({ own, everyone }, '2025-12-31')).toMatchObject({
    reminderDaysBefore: 14,
    digestWeekday: 1,
  })
  expect(watchSettingsOn({ own, everyone }, '2026-02-01')).toMatchObject({
    reminderDaysBefore: 7,
    digestWeekday: 5,
  })
  expect(() => watchSettingsOn({ own, everyone }, '2017-12-31')).toThrow('gives no')
})

test('the rules that come along hold today', () => {
  expect(watchSettings('waterstad', '2026-11-24')).toEqual({
    reminderDaysBefore: 14,
    reminderRepeatDays: 28,
    digestWeekday: 1,
    confirmWithinDays: 7,
    mailKeptDays: 90,
    draftsKeptDays: 90,
  })
})

test.for(['{}', '{"settings":{"digestWeekday":[{"validFrom":"2018-01-01","value":8,"source":"x"}]}}'])(
  'refused: %s',
  (text) => {
    expect(() => parseWatchRules(text!)).toThrow()
  },
)
