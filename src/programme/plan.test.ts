import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAmbitions } from './ambitions.ts'
import { circleWith, type Dependency } from './dependencies.ts'
import { amountsProblem, moneyProblems, overBudget, parseEuro, sumsByYear } from './money.ts'
import { compareNumbers, nextNumber } from './numbering.ts'
import { standingOf } from './standing.ts'
import type { Action, Money } from './tree.ts'

test.each([
  ['', null],
  ['0', 0],
  ['12500', 12_500_00],
  ['12.500', 12_500_00],
  ['€ 1.250.000,50', 1_250_000_50],
  ['1 250 000', 1_250_000_00],
  ['12.500,-', 12_500_00],
  ['750 euro', 750_00],
  ['12,500', undefined],
  ['1.5', undefined],
  ['12.50', undefined],
  ['1.2500', undefined],
  ['12,5', undefined],
  ['-5', undefined],
  ['€', undefined],
  ['1e3', undefined],
  ['duizend', undefined],
  ['12.500.00', undefined],
  ['99999999999999999999', undefined],
])('%j is read as %j: what may be two things is none', (typed, cents) => {
  expect(parseEuro(typed)).toBe(cents)
})

test('every amount is read back as it was written in Dutch', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000_00 }), fc.boolean(), (cents, sign) => {
      const written = new Intl.NumberFormat('nl-NL', {
        minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
        ...(sign ? { style: 'currency' as const, currency: 'EUR' } : {}),
      }).format(cents / 100)
      expect(parseEuro(written)).toBe(cents)
    }),
  )
})

/** Whether all can be done one after another: another way than the rule's own. */
function canBeOrdered(dependencies: readonly Dependency[]): boolean {
  let left = [...dependencies]
  for (;;) {
    const waiting = new Set(left.map(({ action }) => action))
    const next = left.filter(({ needs }) => waiting.has(needs))
    if (next.length === left.length) return left.length === 0
    left = next
  }
}

test('what is refused is a circle that is really there; what is let in never makes one', () => {
  const action = fc.integer({ min: 1, max: 7 })
  fc.assert(
    fc.property(fc.array(fc.record({ action, needs: action }), { maxLength: 40 }), (wanted) => {
      const known: Dependency[] = []
      for (const added of wanted) {
        const circle = circleWith(known, added)
        if (circle === null) {
          known.push(added)
          expect(canBeOrdered(known)).toBe(true)
          continue
        }
        expect(canBeOrdered([...known, added])).toBe(false)
        expect([circle[0], circle[1], circle.at(-1)]).toEqual([added.action, added.needs, added.action])
        const inside = circle.slice(0, -1)
        expect(new Set(inside).size).toBe(inside.length)
        for (const [index, one] of inside.entries()) {
          const step = { action: one, needs: circle[index + 1]! }
          expect([...known, added]).toContainEqual(step)
        }
      }
    }),
  )
})

const cents = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null })
const line = fc.record({
  year: fc.integer({ min: 2025, max: 2029 }),
  budget: cents,
  committed: cents,
  spent: cents,
})
const lines = fc
  .uniqueArray(line, { selector: ({ year }) => year })
  .map((all) => all.map((one, index): Money => ({ ...one, id: index, version: 1 })))

test('money adds up exactly when no year has more budget than its frame, known, inside the programme', () => {
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 4 }), lines, (moneys, frame) => {
      const actions = moneys.map((money, id) => ({ id, money }) as unknown as Action)
      const problems = moneyProblems({ actions, frame, startsOn: '2026-03-01', endsOn: '2028-02-01' })
      for (const year of [2025, 2026, 2027, 2028, 2029]) {
        const of = problems.filter((one) => one.year === year)
        const known = moneys.flat().filter((one) => one.year === year && one.budget !== null)
        const planned = known.reduce((sum, { budget }) => sum + budget!, 0)
        const room = frame.find((one) => one.year === year)?.budget ?? null
        const kinds = of.filter(({ kind }) => kind !== 'year-outside').map(({ kind }) => kind)
        expect(kinds).toEqual(
          known.length === 0 ? [] : room === null ? ['no-frame'] : planned > room ? ['over-frame'] : [],
        )
        for (const one of of) if (one.kind === 'over-frame') expect(one.frame + one.by).toBe(planned)
        const outside = year < 2026 || year > 2028
        const named = [frame, ...moneys].filter((all) => all.some((one) => one.year === year)).length
        expect(of.filter(({ kind }) => kind === 'year-outside')).toHaveLength(outside ? named : 0)
      }
    }),
  )
})

test('a sum says what it does not know; nothing known is unknown, not nothing', () => {
  const money = (budget: number | null): Action =>
    ({ money: [{ id: 1, version: 1, year: 2026, budget, committed: null, spent: 0 }] }) as unknown as Action
  expect(sumsByYear([money(5), money(null), money(7)])).toEqual([
    {
      year: 2026,
      total: { budget: 12, committed: null, spent: 0 },
      unknown: { budget: 1, committed: 3, spent: 0 },
    },
  ])
})

test.each([
  [{ budget: 5, committed: 5, spent: 5 }, null],
  [{ budget: null, committed: null, spent: 5 }, null],
  [{ budget: 5, committed: 6, spent: 6 }, 'over-budget'],
  [{ budget: 5, committed: null, spent: 6 }, 'over-budget'],
  [{ budget: null, committed: 5, spent: 6 }, 'over-committed'],
] as const)('the amounts %j: %s', (amounts, problem) => {
  expect(amountsProblem(amounts)).toBe(problem)
})

test('numbers go on as people count', () => {
  expect(['2.10', '2.9', 'B', '10.1'].sort(compareNumbers)).toEqual(['2.9', '2.10', '10.1', 'B'])
  expect(nextNumber(2, ['2.9', '2.10', '1.14', '2.x', '3.1'])).toBe('2.11')
  expect(nextNumber(1, [])).toBe('1.1')
})

const page = `Samen sterk

1. Inleiding
In 2019 waren er veel meldingen. Wat is er nodig?

We willen dat in 2027 geen jongere meer wordt geronseld. Dat kost geld.
Het doel is dat 95% van de meldingen binnen twee
dagen wordt opgepakt.
• Onze ambitie is een stad zonder uitbuiting
• Daarnaast zijn er bijv. cursussen. Wij wilden vorig jaar al beginnen.
Eind 2026 heeft elke wijk een vast aanspreekpunt.`

test('sentences that state an aim are found with their places; looking back and asking are none', () => {
  const found = readAmbitions(['Niets te zien.', page])
  expect(found.map(({ text, cue }) => `${cue}: ${text}`)).toEqual([
    'by-year: We willen dat in 2027 geen jongere meer wordt geronseld.',
    'aim: Het doel is dat 95% van de meldingen binnen twee dagen wordt opgepakt.',
    'ambition: Onze ambitie is een stad zonder uitbuiting',
    'by-year: Eind 2026 heeft elke wijk een vast aanspreekpunt.',
  ])
  for (const { text, at } of found) {
    expect(at).toHaveLength(1)
    const [{ page: number, start, end }] = at as [{ page: number; start: number; end: number }]
    expect([number, page.slice(start, end).replace(/\s+/g, ' ')]).toEqual([2, text])
  }
})

test('any text is read in time, and every place lies within its page', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({
          unit: fc.constantFrom('a', ' ', '.', '\n', '-', 'We willen ', '2027 ', 'is ', 'in '),
          maxLength: 400,
        }),
      ),
      (pages) => {
        for (const { at, text } of readAmbitions(pages)) {
          for (const { page: number, start, end } of at) {
            expect(pages[number - 1]!.slice(start, end).replace(/\s+/g, ' ')).toBe(text)
          }
        }
      },
    ),
  )
  const began = performance.now()
  readAmbitions([`in 2027 ${'is we willen a'.repeat(8_000)}`, '2027 '.repeat(20_000), '\n '.repeat(50_000)])
  expect(performance.now() - began).toBeLessThan(2_000)
})

test.each([
  [{ budget: 5, committed: 6, spent: 2 }, 1],
  [{ budget: 5, committed: null, spent: 8 }, 3],
  [{ budget: 5, committed: 5, spent: 5 }, null],
  [{ budget: null, committed: 9, spent: 9 }, null],
  [{ budget: 5, committed: null, spent: null }, null],
])('%o is %j over its budget, also as a concern of its action', (amounts, by) => {
  expect(overBudget(amounts)).toBe(by)
  const action = {
    state: 'running',
    milestones: [],
    risks: [],
    needs: [],
    serves: [],
    money: [{ year: 2026, ...amounts }],
  }
  const { concerns } = standingOf({ actions: [] } as never, action as never, '2026-01-01')
  const expected = by === null ? [] : [{ kind: 'over-budget', year: 2026, by }]
  expect(concerns.filter(({ kind }) => kind === 'over-budget')).toEqual(expected)
})
