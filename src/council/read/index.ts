import type { Reading, ReadingContext, TextDocument } from './reading.ts'
export function read(_d: TextDocument, _c?: ReadingContext): Reading {
  return {
    kind: 'unknown',
    letter: null,
    motions: [],
    commitments: [],
    pillars: [],
    domains: [],
    settlement: [],
    personalData: [],
    warnings: ['no-motion-found'],
    passages: {},
  }
}
