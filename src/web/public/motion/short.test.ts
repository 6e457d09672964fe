import { describe, expect, test } from 'vitest'
import {
  sampleClaim,
  sampleCommitment,
  sampleDossier,
  sampleLetter,
  sampleSummary,
} from '../../../../test/sample-dossier.ts'
import type { DossierCommitment, MotionDossier, Summary } from '../../../council/index.ts'
import { wordsIn } from '../../../words/index.ts'
import { expectationOf, ringsOf, shortSentences } from './short.ts'

const today = '2026-11-24'
const nl = wordsIn('nl')

function sentences(change: { dossier?: Partial<MotionDossier>; summary?: Partial<Summary> } = {}): string[] {
  const dossier = { ...sampleDossier, ...change.dossier }
  const summary = { ...sampleSummary, ...change.summary }
  return shortSentences(dossier, summary, nl, today).map(({ text, parts }) =>
    parts.length > 0 ? `${text}: ${parts.join(', ')}` : text,
  )
}
const open: Partial<Summary> = {
  claim: null,
  status: { status: 'open', basis: null, on: null },
}
const nothing: Partial<MotionDossier> = { commitments: [] }
function due(notBefore: string | null, notAfter: string | null): DossierCommitment {
  return { ...sampleCommitment, due: { text: 'dan', notBefore, notAfter, rule: 'exact-date' } }
}

describe('in het kort', () => {
  test('asked in parts, claimed settled on an announcement, promised and past', () => {
    expect(sentences()).toEqual([
      'De raad vroeg op 4 april 2019 één ding, in drie delen: huisvesting, (om)scholing, schuldhulpverlening',
      'Het college meldde na 89 dagen, op 2 juli 2019, dat deze motie is afgedaan.',
      'Dat steunt op een aankondiging: wat erin wordt genoemd, bestond bij de brief nog niet.',
      'Het college deed één toezegging.',
      'Die zou komen na 2 september 2019. Dat is 7 jaar en 2 maanden geleden; in dit register staat er nog niets over.',
    ])
  })

  test('asked and not answered', () => {
    expect(sentences({ dossier: nothing, summary: { ...open, partsNamed: [], requests: 2 } })).toEqual([
      'De raad vroeg op 4 april 2019 twee dingen.',
      'Sindsdien, 7 jaar en 7 maanden, staat hier nog geen antwoord van het college.',
    ])
  })

  test.each([
    ['rejected', 'De raad verwierp deze motie op 4 april 2019. Het college hoeft er niets mee te doen.'],
    ['withdrawn', 'De indieners trokken deze motie op 4 april 2019 in.'],
    ['held', 'De stemming over deze motie is op 4 april 2019 uitgesteld.'],
    ['not-voted', 'Over deze motie is op 4 april 2019 niet gestemd.'],
    ['lapsed', 'Volgens de stukken is deze motie op 4 april 2019 vervallen.'],
  ] as const)('a motion that was %s asks nothing', (outcome, expected) => {
    const status = { status: outcome === 'held' ? 'held' : 'not-adopted', basis: null, on: null } as const
    expect(sentences({ dossier: nothing, summary: { outcome, claim: null, status } })).toEqual([expected])
  })

  test('an unknown result is said, never guessed', () => {
    const status = { status: 'unknown', basis: null, on: null } as const
    const said = sentences({
      dossier: nothing,
      summary: { outcome: 'unknown', decidedOn: null, claim: null, status, partsNamed: [] },
    })
    expect(said).toEqual([
      'De uitslag van de stemming staat niet in de stukken.',
      'In deze motie staat één verzoek.',
    ])
  })

  test('a later letter that says something else is told after the first', () => {
    const later = { ...sampleClaim, id: 9, claim: 'partly', basis: 'carried-out', on: '2020-10-14' } as const
    const summary = {
      claim: { claim: 'partly', basis: 'carried-out', on: '2020-10-14', daysAfterDecision: 559 },
    } as const
    const dossier = { claims: [sampleClaim, later], commitments: [sampleCommitment] }
    expect(sentences({ dossier, summary }).slice(1, 4)).toEqual([
      'Het college meldde na 89 dagen, op 2 juli 2019, dat deze motie is afgedaan.',
      'Dat steunt op een aankondiging: wat erin wordt genoemd, bestond bij de brief nog niet.',
      'Later, op 14 oktober 2020, meldde het dat deze motie deels is uitgevoerd.',
    ])
    const labels = ringsOf(
      { ...sampleDossier, ...dossier },
      { ...sampleSummary, ...summary },
      nl,
      'nl',
      today,
    ).map(({ label }) => label)
    expect(labels).toEqual([
      'Gevraagd',
      'Toegezegd',
      'Gemeld als afgedaan',
      'Verwacht',
      'Gemeld als deels uitgevoerd',
    ])
  })

  test('an amendment is not called a motion', () => {
    const said = sentences({ dossier: { motion: { ...sampleDossier.motion, kind: 'amendment' } } })
    expect(said[1]).toContain('dat dit amendement is afgedaan')
    expect(said.join(' ')).not.toContain('motie')
  })

  test('English says the same', () => {
    const said = shortSentences(sampleDossier, sampleSummary, wordsIn('en'), today)
    expect(said.map(({ text }) => text)).toEqual([
      'The council asked one thing on 4 April 2019, in three parts',
      'The college reported after 89 days, on 2 July 2019, that this motion has been settled.',
      'That rests on an announcement: what the letter names did not exist yet when it was written.',
      'The college made one commitment.',
      'It was to come after 2 September 2019. That is 7 years and 2 months ago; this register holds nothing about it yet.',
    ])
  })
})

describe('what a commitment comes to', () => {
  test.each([
    ['a last day gone by', due(null, '2026-11-23'), { state: 'past', term: 'until', on: '2026-11-23' }],
    ['a last day that is today', due(null, today), { state: 'coming', term: 'until', on: today }],
    [
      'both days: the last counts',
      due('2026-01-01', '2026-12-31'),
      { state: 'coming', term: 'until', on: '2026-12-31' },
    ],
    ['a first day gone by', due('2026-11-01', null), { state: 'past', term: 'from', on: '2026-11-01' }],
    ['words without dates', due(null, null), { state: 'undated' }],
    ['no words', { ...sampleCommitment, due: null }, { state: 'undated' }],
    [
      'a letter that says so',
      {
        ...due(null, '2020-01-01'),
        letters: [{ ...sampleLetter, dated: '2020-02-02', role: 'kept' as const }],
      },
      { state: 'kept', on: '2020-02-02' },
    ],
  ] as const)('%s', (_, commitment, expected) => {
    expect(expectationOf(commitment as DossierCommitment, today)).toEqual(expected)
  })
})

describe('the chain', () => {
  const rings = (change: { dossier?: Partial<MotionDossier>; summary?: Partial<Summary> } = {}) =>
    ringsOf(
      { ...sampleDossier, ...change.dossier },
      { ...sampleSummary, ...change.summary },
      nl,
      'nl',
      today,
    ).map(({ label, detail, state }) => `${label} / ${detail} / ${state}`)

  test('asked, promised, claimed, expected', () => {
    expect(rings()).toEqual([
      'Gevraagd / 4 april 2019 / done',
      'Toegezegd / 2 juli 2019 / done',
      'Gemeld als afgedaan / 2 juli 2019, alleen aangekondigd / done',
      'Verwacht / na 2 september 2019; nog niets over bekend / waiting',
    ])
  })

  test('only a last day that went by breaks it', () => {
    expect(rings({ dossier: { commitments: [due(null, '2020-01-01')] } }).at(-1)).toBe(
      'Verwacht / uiterlijk 1 januari 2020; nog niets over bekend / broken',
    )
  })

  test('the most pressing of several commitments shows', () => {
    const commitments = [due(null, '2030-01-01'), due(null, '2024-01-01'), due(null, '2020-01-01')]
    expect(rings({ dossier: { commitments } }).at(-1)).toContain('1 januari 2020')
  })

  test('without an answer the next ring is still open', () => {
    expect(rings({ dossier: nothing, summary: open })).toEqual([
      'Gevraagd / 4 april 2019 / done',
      'Antwoord / nog niets gemeld / future',
    ])
  })

  test('a rejected motion ends with its rejection', () => {
    const summary = {
      outcome: 'rejected',
      claim: null,
      status: { status: 'not-adopted', basis: null, on: null },
    } as const
    expect(rings({ dossier: nothing, summary })).toEqual([
      'Gevraagd / 4 april 2019 / done',
      'Verworpen door de raad / 4 april 2019 / done',
    ])
  })
})
