import { expect, test } from 'vitest'
import type { Standing } from './access.ts'
import { mayOpen } from './access.ts'

const later = new Date('2026-03-02T12:00:00Z')
const works: Standing = {
  found: true,
  here: true,
  erased: false,
  state: 'active',
  part: 'worker',
  basis: 'public-task',
  emergencyUntil: null,
  roles: ['care-worker'],
}

test.for<[who: string, Partial<Standing>, aim: 'read' | 'write', answer: string]>([
  ['a care worker of her team reads', {}, 'read', 'relation'],
  ['and writes', {}, 'write', 'relation'],
  ['her coordinator', { part: 'coordinator', roles: ['care-coordinator'] }, 'write', 'relation'],
  [
    'no such case',
    { found: false, here: null, erased: null, state: null, part: null, basis: null },
    'read',
    'no-such-case',
  ],
  ['nobody is signed in', { here: null, part: null, roles: [] }, 'read', 'elsewhere'],
  ['another municipality', { here: false }, 'read', 'elsewhere'],
  ['another municipality, in an emergency', { here: false, emergencyUntil: later }, 'read', 'elsewhere'],
  ['what was erased', { erased: true }, 'read', 'erased'],
  ['a privacy officer', { roles: ['privacy-officer'], part: null }, 'read', 'no-care-role'],
  ['an administrator', { roles: ['administrator'], part: null }, 'read', 'no-care-role'],
  ['an administrator whom somebody put in a team', { roles: ['administrator'] }, 'read', 'no-care-role'],
  ['whose role ended', { roles: [] }, 'read', 'no-care-role'],
  ['a colleague without a relationship', { part: null }, 'read', 'no-relation'],
  ['a relationship without a basis', { basis: null }, 'read', 'no-basis'],
  ['neither', { part: null, basis: null }, 'read', 'no-relation'],
  ['an emergency', { part: null, emergencyUntil: later }, 'read', 'emergency'],
  ['an emergency without a basis', { part: null, basis: null, emergencyUntil: later }, 'write', 'emergency'],
  [
    'her team when the basis fell away, in an emergency',
    { basis: null, emergencyUntil: later },
    'read',
    'emergency',
  ],
  [
    'an emergency without a care role',
    { roles: ['administrator'], emergencyUntil: later },
    'read',
    'no-care-role',
  ],
  ['a closed case is read', { state: 'closed' }, 'read', 'relation'],
  ['and not written', { state: 'closed' }, 'write', 'closed'],
  ['nor in an emergency', { state: 'closed', part: null, emergencyUntil: later }, 'write', 'closed'],
  [
    'who may not enter is not told that it is closed',
    { state: 'closed', part: null },
    'write',
    'no-relation',
  ],
])('%s', ([, change, aim, answer]) => {
  const access = mayOpen({ ...works, ...change }, aim)
  expect(access.may ? access.by : access.reason).toBe(answer)
})
