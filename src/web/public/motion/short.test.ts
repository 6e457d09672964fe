import { describe, expect, test } from 'vitest'
import {
  sampleClaim,
  sampleCommitment,
  sampleDossier,
  sampleLetter,
  sampleMatter,
} from '../../../../test/sample-dossier.ts'
import {
  chainOf,
  type DossierCommitment,
  type DossierMatter,
  type MotionDossier,
  type Outcome,
  summaryOf,
} from '../../../council/index.ts'
import { wordsIn } from '../../../words/index.ts'
import { ringsOf } from './rings.ts'
import { shortSentences } from './short.ts'

const today = '2026-11-24'
const nl = wordsIn('nl')

type Change = Partial<MotionDossier> & { outcome?: Outcome; dated?: string | null }
function made({ outcome = 'adopted', dated = '2019-04-04', ...change }: Change): MotionDossier {
  return { ...sampleDossier, motion: { ...sampleDossier.motion, outcome, dated }, ...change }
}
function sentences(change: Change = {}, words = nl): string[] {
  const dossier = made(change)
  return shortSentences(dossier, summaryOf(dossier, today), words, today).map(({ text, parts }) =>
    parts.length > 0 ? `${text}: ${parts.join(', ')}` : text,
  )
}
const asked =
  'De raad vroeg op 4 april 2019 één ding, in drie delen: huisvesting, (om)scholing, schuldhulpverlening'
const untouched: Partial<DossierMatter> = {
  state: 'open',
  proposals: [],
  decisions: [],
  history: sampleMatter.history.slice(0, 1),
}
const matters = (...changes: Partial<DossierMatter>[]): DossierMatter[] =>
  changes.map((change, index) => ({ ...sampleMatter, id: 21 + index, part: 11 + index, ...change }))
const open = { matters: matters(untouched, untouched, untouched), commitments: [], claims: [] }
const openStatus = { status: 'open', basis: null, on: null } as const
const commitmentWith = (
  life: Partial<DossierCommitment['life']>,
  due = sampleCommitment.due,
): DossierCommitment => ({
  ...sampleCommitment,
  due,
  life: { ...sampleCommitment.life, missedOn: null, history: [], state: 'open', ...life },
})
const settled = (
  outcome: NonNullable<DossierMatter['outcome']>,
  on = '2020-10-01',
): Partial<DossierMatter> => ({
  state: 'settled',
  outcome,
  decisions: [
    ...sampleMatter.decisions,
    { id: 50, proposal: 31, verdict: 'accept', outcome, body: 'council', on, reason: null, corrects: null },
  ],
  history: [...sampleMatter.history, { ...sampleMatter.history[2]!, id: 70, on, outcome }],
})

describe('in het kort', () => {
  test('the whole course: asked, claimed on an announcement, decided, missed, opened again, decided in part', () => {
    expect(sentences({ matters: matters(settled('carried-out'), settled('partly'), {}) })).toEqual([
      asked,
      'Het college meldde na 89 dagen, op 2 juli 2019, dat deze motie is afgedaan, op grond van een aankondiging.',
      'De raad deed deze motie op 12 september 2019 af op een aankondiging.',
      'Van wat was toegezegd, stond op onze controledatum, 2 december 2019, nog niets in dit register; daarom ging deze motie weer open.',
      'De stand nu: één onderdeel uitgevoerd, één deels uitgevoerd en één weer open.',
    ])
  })

  test('opened again, and nothing since', () => {
    expect(sentences().at(-1)).toBe('De stand nu: alle drie de onderdelen weer open.')
  })

  test('asked and not answered, with a term that passed', () => {
    const requests = [sampleDossier.requests[0]!, { ...sampleDossier.requests[0]!, id: 2, parts: [] }]
    expect(
      sentences({ ...open, requests: requests.map((one) => ({ ...one, parts: [] })), status: openStatus }),
    ).toEqual([
      'De raad vroeg op 4 april 2019 twee dingen.',
      'Sindsdien, 7 jaar en 7 maanden, staat hier nog geen antwoord van het college.',
      'De termijn om te antwoorden was 4 juli 2019.',
    ])
  })

  test('claimed and promised, and nobody decided: letters and our check date tell it', () => {
    const commitments = [commitmentWith({ due: { on: '2027-01-15', source: 'check' } })]
    expect(sentences({ ...open, claims: [sampleClaim], commitments })).toEqual([
      asked,
      'Het college meldde na 89 dagen, op 2 juli 2019, dat deze motie is afgedaan.',
      'Dat steunt op een aankondiging: wat erin wordt genoemd, bestond bij de brief nog niet.',
      'Het college deed één toezegging.',
      'Die komt na 2 september 2019. Op 15 januari 2027 kijken wij of die er is; die controledatum is van ons.',
    ])
  })

  test('settled in one decision', () => {
    const decided: Partial<DossierMatter> = {
      ...settled('carried-out'),
      decisions: settled('carried-out').decisions!.slice(-1),
      history: [
        sampleMatter.history[0]!,
        { ...sampleMatter.history[2]!, id: 70, on: '2020-10-01', outcome: 'carried-out' },
      ],
    }
    expect(sentences({ matters: matters(decided, decided, decided), commitments: [] }).slice(2)).toEqual([
      'De raad deed deze motie op 1 oktober 2020 af als uitgevoerd.',
    ])
  })

  test('a changed decision is said', () => {
    const changed: Partial<DossierMatter> = {
      ...settled('partly'),
      decisions: [
        ...sampleMatter.decisions,
        {
          ...sampleMatter.decisions[0]!,
          id: 60,
          on: '2021-02-04',
          outcome: 'partly',
          corrects: 41,
          reason: 'Telfout',
        },
      ],
    }
    expect(sentences({ matters: matters(changed, {}, {}), commitments: [] }).join(' ')).toContain(
      'De raad veranderde op 4 februari 2021 het besluit over één onderdeel: nu afgedaan als deels uitgevoerd.',
    )
  })

  test.each([
    ['rejected', 'De raad verwierp deze motie op 4 april 2019. Het college hoeft er niets mee te doen.'],
    ['withdrawn', 'De indieners trokken deze motie op 4 april 2019 in.'],
    ['held', 'De stemming over deze motie is op 4 april 2019 uitgesteld.'],
    ['not-voted', 'Over deze motie is op 4 april 2019 niet gestemd.'],
    ['lapsed', 'Volgens de stukken is deze motie op 4 april 2019 vervallen.'],
  ] as const)('a motion that was %s asks nothing', (outcome, expected) => {
    const status = { status: outcome === 'held' ? 'held' : 'not-adopted', basis: null, on: null } as const
    expect(sentences({ ...open, matters: [], outcome, status })).toEqual([expected])
  })

  test('an unknown result is said, never guessed', () => {
    const requests = [{ ...sampleDossier.requests[0]!, parts: [] }]
    const status = { status: 'unknown', basis: null, on: null } as const
    expect(sentences({ ...open, matters: [], outcome: 'unknown', dated: null, status, requests })).toEqual([
      'De uitslag van de stemming staat niet in de stukken.',
      'In deze motie staat één verzoek.',
    ])
  })

  test('a later letter that says something else is told after the first', () => {
    const later = { ...sampleClaim, id: 9, claim: 'partly', basis: 'carried-out', on: '2020-10-14' } as const
    expect(sentences({ ...open, claims: [sampleClaim, later] }).slice(1, 4)).toEqual([
      'Het college meldde na 89 dagen, op 2 juli 2019, dat deze motie is afgedaan.',
      'Dat steunt op een aankondiging: wat erin wordt genoemd, bestond bij de brief nog niet.',
      'Later, op 14 oktober 2020, meldde het dat deze motie deels is uitgevoerd.',
    ])
  })

  test('an amendment is not called a motion', () => {
    const said = sentences({ ...open, matters: [], claims: [sampleClaim] })
    expect(said[1]).toContain('deze motie')
    const dossier = made({ ...open, matters: [], claims: [sampleClaim] })
    const amendment = { ...dossier, motion: { ...dossier.motion, kind: 'amendment' as const } }
    const of = shortSentences(amendment, summaryOf(amendment, today), nl, today).map(({ text }) => text)
    expect(of[1]).toContain('dat dit amendement is afgedaan')
    expect(of.join(' ')).not.toContain('motie')
  })

  test('English says the same', () => {
    expect(sentences({}, wordsIn('en')).slice(1)).toEqual([
      'The college reported after 89 days, on 2 July 2019, that this motion has been settled, on the ground of an announcement.',
      'The council settled this motion on 12 September 2019 on an announcement.',
      'This register held nothing of what was promised on our check date, 2 December 2019, so this motion opened again.',
      'How it stands now: all three items open again.',
    ])
  })
})

describe('how one commitment fares', () => {
  const text = (notBefore: string | null, notAfter: string | null) => ({
    text: 'dan',
    notBefore,
    notAfter,
    rule: 'exact-date' as const,
  })
  test.each<[string, DossierCommitment, string]>([
    [
      'a last day gone by',
      commitmentWith({ state: 'late', due: { on: '2026-11-23', source: 'text' } }),
      'Van wat was toegezegd, stond op de laatste dag die de brief noemde, 23 november 2026, nog niets in dit register.',
    ],
    [
      'a last day to come',
      commitmentWith({ due: { on: '2026-12-31', source: 'text' } }),
      'Die komt uiterlijk op 31 december 2026.',
    ],
    [
      'extended',
      commitmentWith({ due: { on: '2026-12-31', source: 'extension' } }),
      'Die komt uiterlijk op 31 december 2026, na verlenging.',
    ],
    ['words without dates', commitmentWith({ due: null }, text(null, null)), 'Er staat geen datum bij.'],
    [
      'only a first day',
      commitmentWith({ due: null }, text('2027-01-01', null)),
      'Die komt na 1 januari 2027.',
    ],
    [
      'kept',
      commitmentWith({
        state: 'kept',
        kept: [{ on: '2020-10-14', how: 'kept', reason: null, evidence: [] }],
      }),
      'Die is nagekomen op 14 oktober 2020.',
    ],
    [
      'a letter that says so, and nobody noted it',
      {
        ...commitmentWith({ due: null }),
        letters: [{ ...sampleLetter, dated: '2020-02-02', role: 'kept' }],
      },
      'Volgens een brief van 2 februari 2020 is die nagekomen.',
    ],
    ['lapsed', commitmentWith({ state: 'lapsed' }), 'Die is vervallen.'],
  ])('%s', (_, commitment, expected) => {
    const said = sentences({ ...open, claims: [sampleClaim], commitments: [commitment] })
    expect(said.at(-1)).toBe(expected)
  })
})

describe('the chain in words', () => {
  const rings = (change: Change = {}, words = nl) =>
    ringsOf(chainOf(made(change), today), words).map(
      ({ label, detail, state }) => `${label} / ${detail} / ${state}`,
    )

  test('broken where the check date passed', () => {
    expect(rings()).toEqual([
      'Gevraagd / 4 april 2019 / done',
      'Besloten / aangenomen, 4 april 2019 / done',
      'Toegezegd / 2 juli 2019 / done',
      'Bewijs / controledatum 2 december 2019: nog niets bekend / broken',
      'Afgedaan / weer open sinds 3 december 2019 / waiting',
    ])
  })

  test('a claim is not a settlement', () => {
    const status = { status: 'claimed-settled', basis: 'announced', on: '2019-07-02' } as const
    expect(rings({ ...open, claims: [sampleClaim], status }).slice(-2)).toEqual([
      'Bewijs / alleen aangekondigd / waiting',
      'Afgedaan / gemeld op 2 juli 2019, nog niet besloten / waiting',
    ])
  })

  test('some of it', () => {
    const status = { status: 'reopened', basis: null, on: '2019-12-03' } as const
    expect(rings({ matters: matters(settled('carried-out'), {}), commitments: [], status }).at(-1)).toBe(
      'Afgedaan / 1 van 2 onderdelen weer open sinds 3 december 2019 / broken',
    )
  })

  test('a rejected motion ends with its rejection', () => {
    expect(rings({ ...open, matters: [], outcome: 'rejected' })).toEqual([
      'Gevraagd / 4 april 2019 / done',
      'Besloten / verworpen, 4 april 2019 / done',
    ])
  })

  test('in English', () => {
    expect(rings({}, wordsIn('en')).slice(-2)).toEqual([
      'Evidence / check date 2 December 2019: nothing known yet / broken',
      'Settled / open again since 3 December 2019 / waiting',
    ])
  })
})
