import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsFor, type LineChoices, mostLines, readActionLines } from './action-lines.ts'
import { fixCells } from './fix-cells.ts'
import { readPasted, writePasted } from './pasted-table.ts'

const choices: LineChoices = {
  years: [2027, 2028],
  pillars: [
    { id: 11, name: 'Voorkomen' },
    { id: 12, name: 'Samen sterk' },
  ],
  officials: [
    { account: 'a', name: 'Mees Kanaal' },
    { account: 'b', name: 'Noor Brug' },
    { account: 'c', name: 'Noor Brug' },
  ],
  holders: [{ person: 21, name: 'Ada Bestuur' }],
  requests: [
    { kind: 'matter', of: 31 },
    { kind: 'ambition', of: 32 },
  ],
  pillar: null,
  headings: (column, year) => [column === 'budget_cents' ? `Geld ${year}` : column],
  day: (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined),
}
const read = (text: string, more: Partial<LineChoices> = {}) => readActionLines(text, { ...choices, ...more })
const wrongIn = (text: string, more: Partial<LineChoices> = {}) => {
  const { problems, whole } = read(text, more)
  return [
    ...problems.map(({ line, column, code }) => `${line} ${column} ${code}`),
    ...whole.map(({ code, name }) => (name === undefined ? code : `${code} ${name}`)),
  ]
}

test.each([
  [
    'a\tb\r\nc\t',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['"twee\nregels"\t"zegt ""ja"""', [['twee\nregels', 'zegt "ja"']]],
  ['"De Sluis" doet mee\tb', [['"De Sluis" doet mee', 'b']]],
  ['"open\tb', [['"open', 'b']]],
  ['a;b', [['a', 'b']]],
  ['a;b\tc', [['a;b', 'c']]],
  ['a\n\nb\n\n', [['a'], [''], ['b']]],
  ['', []],
  [' \t\n\t', []],
])('%j is read as %j', (text, rows) => {
  expect(readPasted(text)).toEqual(rows)
})

test('what comes in is what was copied', () => {
  const unit = fc.constantFrom('a', 'é', '"', '\t', '\n', ';', ',', ' ', '1')
  const cell = fc.string({ unit, maxLength: 8 }).map((text) => text.trim())
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(rows, (copied) => {
      fc.pre(copied.at(-1)!.some((one) => one !== ''))
      expect(readPasted(writePasted(copied))).toEqual(copied)
    }),
  )
})

test('a whole line is read as it was meant, by name or by number', () => {
  const { lines, problems, whole } = read(
    'Gastlessen\tsamen  STERK\tmees kanaal\tAda Bestuur\tDe Sluis, Het Anker; Oost\t2027-01-01\t2027-12-31\t12.500\t0\tBegonnen\t2027-03-01\t2, 1 2',
  )
  expect([problems, whole]).toEqual([[], []])
  expect(lines[0]?.action).toEqual({
    title: 'Gastlessen',
    pillar: 12,
    owner: { account: 'a', name: 'Mees Kanaal' },
    portfolioHolder: 21,
    partners: ['De Sluis', 'Het Anker', 'Oost'],
    startsOn: '2027-01-01',
    endsOn: '2027-12-31',
    budgets: { 2027: 12_500_00, 2028: 0 },
    milestone: 'Begonnen',
    dueOn: '2027-03-01',
    serves: [
      { kind: 'ambition', of: 32 },
      { kind: 'matter', of: 31 },
    ],
  })
})

test('what is empty stays unknown: names alone are enough where a pillar was chosen', () => {
  const { lines, problems } = read('Gastlessen\n\nMeldpunt', { pillar: 11 })
  expect(problems).toEqual([])
  expect(lines.map(({ line, action }) => [line, action.title, action.pillar])).toEqual([
    [1, 'Gastlessen', 11],
    [3, 'Meldpunt', 11],
  ])
  expect(lines[0]?.action).toMatchObject({
    owner: null,
    startsOn: null,
    budgets: { 2027: null, 2028: null },
    milestone: null,
    serves: [],
  })
})

test.each([
  ['', ['nothing-typed']],
  ['title\tpillar_id', ['nothing-typed']],
  ['Les', ['1 pillar_id needed']],
  ['\t1\tMees Kanaal', ['1 title needed']],
  ['Les\t3', ['1 pillar_id not-a-pillar']],
  ['Les\t1\tMees', ['1 owner not-an-official']],
  ['Les\t1\tNoor Brug', ['1 owner more-of-name']],
  ['Les\t1\t\tMees Kanaal', ['1 portfolio_holder_id not-a-holder']],
  ['Les\t1\t\t\t\tvoorjaar\tsnel', ['1 starts_on date-invalid', '1 ends_on date-invalid']],
  ['Les\t1\t\t\t\t\t\t12,500\tveel', ['1 budget_cents-2027 not-money', '1 budget_cents-2028 not-money']],
  ['Les\t1\t\t\t\t\t\t\t\t\t2027-01-01', ['1 milestone needed']],
  ['Les\t1\t\t\t\t\t\t\t\t\t\t3', ['1 served not-a-request']],
  ['Les\t1\t\t\t\t\t\t\t\t\t\teerste', ['1 served not-a-request']],
  ['Les\t1\t\t\t\t\t\t\t\t\t\t1\tmeer', ['1 title too-many-cells']],
  ['Les\t1\nles \t2', ['2 title twice']],
  ['title\tGeld 2026\tpillar_id\nLes\t5\t1', ['unknown-heading Geld 2026']],
  ['title\ttitle\tpillar_id\nLes\tLes\t1', ['heading-twice title']],
  ['title\t\tpillar_id\nLes\tx\t1', ['heading-missing']],
])('%j: %j', (text, wrong) => {
  expect(wrongIn(text)).toEqual(wrong)
})

test('more lines than can be looked over at once are none', () => {
  const lines = (n: number) => writePasted(Array.from({ length: n }, (_, index) => [`Les ${index}`, '1']))
  expect([wrongIn(lines(mostLines)), wrongIn(lines(mostLines + 1))]).toEqual([[], ['too-many-lines']])
})

const columns = columnsFor(choices.years)
const someLine = fc
  .record({
    title: fc.constantFrom('Les', 'Folder', 'Spreekuur', 'Huisbezoek', 'Overleg', 'Scholing'),
    pillar_id: fc.constantFrom('1', 'Samen sterk', 'nergens'),
    owner: fc.constantFrom('', 'Mees Kanaal', 'Niemand'),
    partners: fc.constantFrom('', 'De Sluis', 'Oost, West'),
    starts_on: fc.constantFrom('', '2027-01-01', 'ooit'),
    'budget_cents-2028': fc.constantFrom('', '0', '8.000', '1,5'),
    milestone: fc.constantFrom('', 'Begonnen'),
    served: fc.constantFrom('', '1', '2, 1', '9'),
  })
  .map((cells: Record<string, string>) => cells)
const someLines = fc.uniqueArray(someLine, { minLength: 1, maxLength: 6, selector: ({ title }) => title })
const table = (lines: readonly Record<string, string>[], names: readonly string[]) =>
  writePasted([
    names.map((name) => (name.startsWith('budget') ? `Geld ${name.slice(-4)}` : name)),
    ...lines.map((cells) => names.map((name) => cells[name] ?? '')),
  ])
/** What each action becomes and what is wrong with it, wherever its line stands. */
const byTitle = (text: string) => {
  const { lines, problems } = read(text)
  return Object.fromEntries(
    lines.map(({ line, action }) => [
      action.title,
      {
        action,
        wrong: problems.filter((one) => one.line === line).map(({ column, code }) => [column, code]),
      },
    ]),
  )
}

test('neither the order of the lines nor that of the columns changes what is read', () => {
  const orders = someLines.chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      mixed: fc.shuffledSubarray(lines, { minLength: lines.length }),
      names: fc.shuffledSubarray(columns, { minLength: columns.length }),
    }),
  )
  fc.assert(
    fc.property(orders, ({ lines, mixed, names }) => {
      expect(byTitle(table(mixed, names))).toEqual(byTitle(table(lines, columns)))
    }),
  )
})

test('every line that is said twice is named, each time but the first', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Les', 'les', 'LES ', 'Folder'), { minLength: 1 }), (titles) => {
      const first = new Set<string>()
      const again = titles.flatMap((title, index) => {
        const name = title.trim().toLowerCase()
        if (!first.has(name)) return first.add(name) && []
        return [index + 1]
      })
      const { problems } = read(writePasted(titles.map((title) => [title, '1'])))
      expect(problems.filter(({ code }) => code === 'twice').map(({ line }) => line)).toEqual(again)
    }),
  )
})

test('another answer changes its own cell only, also in a column that the headings did not have', () => {
  const text = 'title\tstarts_on\nLes\tooit\nFolder\t2027-01-01'
  const fixed = fixCells(
    text,
    [
      { line: 2, column: 'starts_on', was: 'ooit', now: '2027-02-01' },
      { line: 2, column: 'pillar_id', was: '', now: 'Voorkomen' },
      { line: 3, column: 'pillar_id', was: '', now: '2' },
      { line: 3, column: 'starts_on', was: 'intussen anders', now: 'weg' },
    ],
    choices,
  )
  expect(readPasted(fixed)).toEqual([
    ['title', 'starts_on', 'pillar_id'],
    ['Les', '2027-02-01', 'Voorkomen'],
    ['Folder', '2027-01-01', '2'],
  ])
  expect(read(fixed).problems).toEqual([])
  expect(fixCells(text, [{ line: 2, column: 'title', was: 'Les', now: 'Les' }], choices)).toBe(text)
})
