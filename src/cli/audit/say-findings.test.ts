import { describe, expect, test } from 'vitest'
import type { Finding, Verification } from '../../audit/index.ts'
import { cliAuditWords as en } from '../../words/en/cli-audit.ts'
import { cliAuditWords as nl } from '../../words/nl/cli-audit.ts'
import { runAudit } from './run.ts'
import { account, sayFinding } from './say-findings.ts'

const clean: Verification = {
  lines: 38,
  sealed: 36,
  streams: 3,
  checkpoints: 3,
  last: { number: 3, at: Date.parse('2026-03-02T09:00:00Z'), hash: 'ab' },
  findings: [],
}

test('a clean trail is said to be so, with what it was compared with', () => {
  expect(account(clean, en).split('\n')).toEqual([
    'The trail is right: 38 lines in 3 chains.',
    '36 lines are under the last checkpoint, number 3 of 2026-03-02T09:00:00.000Z. What is younger was only checked for its chain.',
    'Mark of that checkpoint: ab',
  ])
})

describe('each finding names where', () => {
  test.each<[Finding, string]>([
    [{ of: 'line', fault: 'changed', stream: 'case/7', seq: 5 }, 'case/7, regel 5: de regel is veranderd'],
    [
      { of: 'line', fault: 'missing', stream: 'case/7', seq: 5, until: 9 },
      'case/7, regels 5 tot en met 9: de regel is weg',
    ],
    [
      { of: 'line', fault: 'moved', stream: 'case/7', seq: 5, detail: 'to-9' },
      'case/7, regel 5: de regel staat op een andere plaats (to-9)',
    ],
    [
      { of: 'stream', fault: 'missing', stream: 'case/7', seq: 1, until: 9 },
      'case/7, regels 1 tot en met 9: de hele keten is weg',
    ],
    [
      { of: 'checkpoint', fault: 'replayed', number: 4 },
      'Controlepunt 4 is een ouder controlepunt op een nieuwe plaats',
    ],
    [
      { of: 'guard', fault: 'off', detail: 'trigger-line' },
      'Een beveiliging van de tabellen staat uit: trigger-line',
    ],
  ])('%j', (finding, sentence) => expect(sayFinding(finding, nl)).toBe(sentence))
})

test('thousands are counted, some hundred listed', () => {
  const findings: Finding[] = Array.from({ length: 5000 }, (_, at) => ({
    of: 'line',
    fault: 'changed',
    stream: 'system',
    seq: at + 1,
  }))
  const said = account({ ...clean, findings }, en).split('\n')
  expect(said[0]).toBe('5000 things are wrong:')
  expect(said.length).toBeLessThan(210)
})

test.each([
  ['audit'],
  ['audit', 'repair'],
  ['audit', 'verify', 'x'],
  ['audit', 'verify', '--fix'],
  ['audit', 'verify', '--lang', 'fr'],
])('wrong usage: %s %s %s', async (...argv) => {
  const write = process.stderr.write
  process.stderr.write = () => true
  try {
    expect(await runAudit(argv.filter(Boolean), 'en')).toBe(2)
  } finally {
    process.stderr.write = write
  }
})
