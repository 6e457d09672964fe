import { describe, expect, test } from 'vitest'
import { sampleClaim, sampleCommitment, sampleMatter } from '../../../../test/sample-dossier.ts'
import type { AttentionStep, DeskMatter, MatterTerm } from '../../../council/index.ts'
import type { Role } from '../../../ctx.ts'
import { Invalid } from '../../../errors.ts'
import { wordsIn } from '../../../words/index.ts'
import { changesSince } from './changed.tsx'
import { freshEvidence } from './fresh-evidence.ts'
import { matterStanding, matterTone } from './matter-state.ts'
import { nextStep } from './next-step.ts'
import { termLine } from './term-line.ts'
import { dayIn, neededDayIn, neededIn, onIn, together, typedOf } from './typed.ts'
import { commitmentsFor } from './works.tsx'

const nl = wordsIn('nl')
const none: MatterTerm = { source: 'text', text: null, notBefore: null, notAfter: null, basis: null }

describe('a term in one line says where it comes from', () => {
  const rows: [Partial<MatterTerm>, string][] = [
    [{ text: 'voor de zomer', notAfter: '2025-06-01' }, 'uiterlijk 1 juni 2025, uit de tekst van de motie'],
    [{ text: 'na de zomer', notBefore: '2025-09-01' }, 'vanaf 1 september 2025, uit de tekst van de motie'],
    [{ text: 'zo snel mogelijk' }, '“zo snel mogelijk”, zonder datum, uit de tekst van de motie'],
    [
      { source: 'standard', notAfter: '2025-02-06', basis: 'artikel 41' },
      'uiterlijk 6 februari 2025, de vaste termijn van de gemeente: artikel 41',
    ],
    [
      { source: 'standard', basis: 'artikel 41' },
      'de vaste termijn van de gemeente: artikel 41, geen datum: de dag van de stemming is niet bekend',
    ],
    [
      { source: 'agreed', text: 'brief van mei', notAfter: '2025-12-31' },
      'uiterlijk 31 december 2025, later afgesproken: brief van mei',
    ],
    [{ source: 'none-agreed' }, 'geen termijn afgesproken'],
    [
      { source: 'none-agreed', text: 'gesprek in de commissie' },
      'geen termijn afgesproken: gesprek in de commissie',
    ],
  ]
  test.each(rows)('%o', (term, line) => expect(termLine({ ...none, ...term }, nl)).toBe(line))
})

describe('how a matter stands', () => {
  const { state, outcome } = nl.life
  const rows: [Parameters<typeof matterStanding>[0], string, string][] = [
    [{ state: 'open', outcome: null, held: false }, state.open, 'wait'],
    [{ state: 'proposed', outcome: null, held: true }, `${state.proposed}, aangehouden`, 'wait'],
    [
      { state: 'settled', outcome: 'carried-out', held: false },
      `${state.settled}: ${outcome['carried-out']}`,
      'done',
    ],
    [
      { state: 'settled', outcome: 'announced', held: false },
      `${state.settled}: ${outcome.announced}`,
      'wait',
    ],
    [{ state: 'settled', outcome: 'not', held: false }, `${state.settled}: ${outcome.not}`, 'open'],
    [{ state: 'reopened', outcome: null, held: false }, state.reopened, 'late'],
  ]
  test.each(rows)('%o', (matter, words, tone) => {
    expect(matterStanding(matter, nl)).toBe(words)
    expect(matterTone(matter)).toBe(tone)
  })
})

describe('the next step leads to a form that is there for this person', () => {
  const steps: DeskMatter['steps'] = [
    { step: 'propose', refused: null },
    { step: 'accept', refused: 'own-proposal' },
    { step: 'agree-term', refused: null },
  ]
  const rows: [AttentionStep | null, Role, string | null][] = [
    ['propose', 'clerk', 'propose'],
    ['agree-term', 'clerk', 'term'],
    ['decide', 'clerk', null],
    ['start', 'clerk', null],
    ['ask-how-it-stands', 'clerk', null],
    ['answer-objection', 'clerk', 'decide'],
    ['answer-objection', 'councillor', null],
    [null, 'clerk', null],
  ]
  test.each(rows)('%s for a %s', (wanted, role, form) =>
    expect(nextStep({ steps }, wanted, role)?.form ?? null).toBe(form),
  )
})

describe('evidence after a decision', () => {
  const decision = { ...sampleMatter.decisions[0]!, on: '2019-06-01' }
  const offered: DeskMatter['offered'] = [{ commitment: 5, text: 'het programma', evidence: [] }]
  type Settled = Parameters<typeof freshEvidence>[0]['matter']
  const settled: Settled = { state: 'settled', decision, offered: [], request: 1 }
  const kinds = (matter: Settled) =>
    freshEvidence({ dossier: { claims: [sampleClaim] }, matter }).map(({ kind }) => kind)
  test('a later letter and a kept commitment', () =>
    expect(kinds({ ...settled, offered })).toEqual(['kept', 'letter']))
  test('not a letter of before', () =>
    expect(kinds({ ...settled, decision: { ...decision, on: '2019-07-02' } })).toEqual([]))
  test('not about another request', () => expect(kinds({ ...settled, request: 2 })).toEqual([]))
  test('not of what is open again', () =>
    expect(kinds({ ...settled, state: 'reopened', offered })).toEqual([]))
})

describe('what works on a matter', () => {
  const commitment = (id: number, state: 'open' | 'kept') => ({
    ...sampleCommitment,
    id,
    life: { ...sampleCommitment.life, state },
  })
  const all = [commitment(5, 'kept'), commitment(6, 'open')]
  const ids = (matter: Pick<DeskMatter, 'proposals'>) => commitmentsFor(matter, all).map(({ id }) => id)
  test('what its proposals rest on, also when that was kept', () => expect(ids(sampleMatter)).toEqual([5]))
  test('without any, what still runs', () => expect(ids({ proposals: [] })).toEqual([6]))
})

test('what others did since the form was shown', () => {
  const matter = { ...sampleMatter, version: 4 } as DeskMatter
  const view = { matter, matters: [matter] }
  const typed = (version: string, seen: string) =>
    new Map([
      ['version/21', [version]],
      ['seen/21', [seen]],
    ])
  expect(changesSince(view, typed('4', '64'))).toEqual([])
  expect(changesSince(view, typed('3', '63'))[0]?.steps.map(({ step }) => step)).toEqual(['reopen'])
  expect(changesSince(view, new Map())[0]?.steps).toHaveLength(4)
})

describe('what was typed', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.append(name, value)
    return typedOf(data)
  }
  test('a day, a blank one, and one that is none', () => {
    expect(dayIn(form({ on: ' 2 juli 2019 ' }), 'on')).toBe('2019-07-02')
    expect(onIn(form({ on: '  ' }))).toEqual({})
    expect(() => dayIn(form({ on: 'gisteren' }), 'on')).toThrow(Invalid)
    expect(() => neededDayIn(form({}), 'notAfter')).toThrow(Invalid)
  })
  test('all that is wrong is said at once', () => {
    const typed = form({ on: '31 februari 2024', reason: ' ' })
    const read = () => together({ on: () => onIn(typed), reason: () => neededIn(typed, 'reason') })
    expect(read).toThrow(
      expect.objectContaining({
        fields: [
          { field: 'on', code: 'date-invalid' },
          { field: 'reason', code: 'needed' },
        ],
      }),
    )
  })
})
