import { expect, test } from 'vitest'
import { type CandidateMarks, type MotionMarks, matchMotion, titleLikeness } from './match-motion.ts'

const known: CandidateMarks = {
  numbers: ['H.4'],
  registryNumbers: ['RIS400099'],
  date: '2024-04-04',
  title: 'Meer banken in het park',
}
const marks = (some: Partial<MotionMarks>): MotionMarks => ({
  number: null,
  registryNumber: null,
  date: null,
  title: null,
  ...some,
})

test.for<[string, Partial<MotionMarks>, string | null, boolean, number]>([
  [
    'everything agrees',
    { number: 'H4', registryNumber: 'ris 400099', date: '2024-04-04', title: 'Meer banken in het park' },
    null,
    true,
    1,
  ],
  [
    'number and date and title',
    { number: 'h.4', date: '2024-04-04', title: 'Meer banken in het park' },
    null,
    true,
    1,
  ],
  [
    'registry number and title',
    { registryNumber: 'RIS400099', title: 'Meer banken in het park' },
    null,
    true,
    1,
  ],
  ['registry number alone', { registryNumber: 'RIS400099' }, null, false, 0.6],
  ['the registry number is the letter’s own', { registryNumber: 'RIS400099' }, 'RIS400099', false, 0.3],
  ['number and date alone', { number: 'H.4', date: '2024-04-04' }, null, false, 0.6],
  ['the same number in another meeting', { number: 'H.4', date: '2024-05-30' }, null, false, 0],
  [
    'title and date, another number',
    { number: '12', date: '2024-04-04', title: 'Meer banken in het park' },
    null,
    false,
    0.4,
  ],
  ['nothing', { title: 'Zwembad open houden' }, null, false, 0],
])('%s', ([, motion, letter, certain, score]) => {
  expect(matchMotion(marks(motion), known, letter)).toMatchObject({ certain, score })
})

test.for([
  ['Slachtoffers beter re-integreren', 'Slachtoffers beter reïntegreren', 1],
  ['Meer banken in het park', 'Motie meer bank in het park', 1],
  ['Meer banken', 'Zwembad open', 0],
  ['de het een', 'de het een', 0],
] as const)('%s / %s', ([a, b, expected]) => {
  expect(titleLikeness(a, b)).toBe(expected)
})
