import { expect, test } from 'vitest'
import type { Look } from './looks.ts'
import { byDay } from './looks.ts'

const look = (at: string, more: Partial<Look> = {}): Look => ({
  at: new Date(at),
  account_id: 'a',
  kind: 'staff',
  organisation_id: null,
  roles: ['care-worker'],
  event: 'case.opened',
  action: 'R',
  purpose: 'care',
  emergency: false,
  ...more,
})

test('one entry for a person, a day in the Netherlands and a reason, the latest first', () => {
  const days = byDay([
    look('2026-03-02T09:00:00Z'),
    look('2026-03-02T10:00:00Z', { event: 'note.written', action: 'C' }),
    look('2026-03-02T11:00:00Z', { event: 'location.opened' }),
    look('2026-03-02T11:30:00Z', { event: 'case.printed', action: 'E' }),
    look('2026-03-02T12:00:00Z', { account_id: 'b', purpose: 'emergency', emergency: true }),
    look('2026-03-02T23:30:00Z'),
  ])
  expect(days).toMatchObject([
    { day: '2026-03-03', accountId: 'a', deeds: ['read'], lines: 1 },
    { day: '2026-03-02', accountId: 'b', purpose: 'emergency', emergency: true, deeds: ['read'] },
    { day: '2026-03-02', accountId: 'a', deeds: ['read', 'wrote', 'place', 'took-out'], lines: 4 },
  ])
})
