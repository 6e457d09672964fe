/** What a report says, it says with what shows it; and our own reader finds both in the files. */
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { emptyAction, emptyTree } from '../../../test/programme-tree.ts'
import { addMonths } from '../../days.ts'
import { blocksOfText, closeMaker, makeDocument, printable } from '../../documents-out/index.ts'
import { newSection } from '../../kept-sections.ts'
import {
  type Action,
  composeReport,
  type Evidence,
  type HistoryLine,
  type Indicator,
  type Milestone,
  type ProgrammeTree,
  periodOf,
  type ReportFacts,
  reportDocument,
  statementsOf,
  statementText,
} from '../../programme/index.ts'
import { reportPhrasesOf } from '../../words/report-phrases.ts'
import { closeOpeners, openDocument } from '../open-document/index.ts'
import type { At } from '../read/reading.ts'

afterAll(() => {
  closeMaker()
  closeOpeners()
})

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const title = fc.constantFrom(
  'Lesbrief gedrukt',
  'De banken staan bij de vijver',
  'Afspraken met scholen | gemaakt',
  '> Eerste ronde gelopen',
  '- Twee rondes per week',
  '1. Meldpunt open',
  'Een plan “voor iedereen” dat over meer dan één regel gaat omdat het een lange naam heeft gekregen',
)
const day = fc.integer({ min: 0, max: 35 }).map((months) => addMonths('2024-01-15', months))
const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({
    kind: fc.constant('passage' as const),
    document: fc.constantFrom(7, 8, 99),
    at: fc.constant<At>([{ page: 2, start: 3, end: 9 }]),
    quotation: fc.constantFrom('De lesbrief is naar de drukker', 'Alle banken\nstaan er „nu”'),
  }),
  fc.record({ kind: fc.constant('document' as const), document: fc.constantFrom(7, 8, 99) }),
  fc.record({ kind: fc.constant('decision' as const), decision: fc.constantFrom(3, 98) }),
)
const milestone: fc.Arbitrary<Omit<Milestone, 'id'>> = fc
  .record({
    title,
    dueOn: fc.option(day),
    state: fc.constantFrom('open' as const, 'reached' as const, 'dropped' as const),
    on: day,
    evidence: fc.array(evidence, { maxLength: 3 }),
  })
  .map(({ on, evidence: shown, ...one }) => ({
    ...one,
    version: 1,
    firstDueOn: null,
    reachedOn: one.state === 'reached' ? on : null,
    evidence: one.state === 'reached' ? shown : [],
  }))
const cents = fc.option(fc.integer({ min: 0, max: 90_000_000 }))
const action: fc.Arbitrary<Omit<Action, 'id' | 'number'>> = fc
  .record({
    pillar: fc.constantFrom(1, 2),
    title,
    state: fc.constantFrom('planned' as const, 'running' as const, 'done' as const, 'stopped' as const),
    endsOn: fc.option(day),
    endedOn: fc.option(day),
    money: fc
      .uniqueArray(fc.constantFrom(2024, 2025, 2026), { maxLength: 3 })
      .chain((years) =>
        fc.tuple(
          ...years.map((year) =>
            fc.record({ year: fc.constant(year), budget: cents, committed: cents, spent: cents }),
          ),
        ),
      )
      .map((all) => all.map((one, at) => ({ ...one, id: at + 1, version: 1 }))),
    milestones: fc
      .array(milestone, { maxLength: 4 })
      .map((all) => all.map((one, at) => ({ ...one, id: at + 1 }))),
    serves: fc
      .uniqueArray(fc.constantFrom(1, 2, 3), { maxLength: 2 })
      .map((all) => all.map((of) => ({ id: of, version: 1, kind: 'matter' as const, of }))),
    reports: fc
      .array(
        fc.record({
          history: fc.integer({ min: 1, max: 999 }),
          on: day,
          text: title,
          evidence: fc.array(evidence, { maxLength: 2 }),
        }),
        { maxLength: 2 },
      )
      .map((all) => all.map((one) => ({ ...one, role: 'policy-officer', name: null }))),
  })
  .map((one) => emptyAction(one))
const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    name: title,
    baseline: fc.option(fc.record({ value: fc.integer({ min: 0, max: 900 }), on: day })),
    values: fc.uniqueArray(fc.constantFrom(2023, 2024, 2025), { maxLength: 3 }).chain((years) =>
      fc.tuple(
        ...years.sort().map((year) =>
          fc.record({
            year: fc.constant(year),
            value: fc.integer({ min: 0, max: 9_999 }),
            document: fc.option(fc.constantFrom(7, 99)),
          }),
        ),
      ),
    ),
  })
  .map(({ values, ...one }) => ({
    ...one,
    id: 1,
    version: 1,
    pillar: 1,
    action: null,
    definition: 'Lessen die gegeven zijn',
    unit: 'lessen',
    counts: 'events',
    eventKind: 'sessions',
    direction: 'up',
    decimals: 0,
    target: { value: 40, on: null },
    source: 'De scholen samen',
    certainty: 'counted',
    area: 'municipality',
    areaName: null,
    values: values.map(({ year, value, document }, at) => ({
      id: at + 1,
      version: 1,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      value,
      kind: document === null ? 'series' : 'count',
      document,
      quotation: document === null ? null : 'Er zijn lessen gegeven',
      series: document === null ? 'lessen.csv' : null,
      sourceOn: null,
      certainty: 'counted',
      note: null,
    })),
  }))

const facts: fc.Arbitrary<ReportFacts> = fc
  .record({
    actions: fc.array(action, { maxLength: 5 }),
    indicators: fc.array(indicator, { maxLength: 2 }),
    frame: fc.option(fc.integer({ min: 0, max: 90_000_000 })),
    language: fc.constantFrom('nl' as const, 'en' as const),
    half: fc.boolean(),
    moves: fc.array(fc.record({ from: fc.option(day), on: day, reason: fc.option(title) }), { maxLength: 3 }),
    today: day,
  })
  .map(({ actions, indicators, frame, language, half, moves, today }) => {
    const tree: ProgrammeTree = emptyTree({
      adoptedOn: '2024-01-02',
      editions: [
        {
          number: 1,
          kind: 'adopted',
          decidedOn: '2024-01-02',
          body: 'council',
          document: null,
          reason: null,
        },
      ],
      pillars: [1, 2].map((id) => ({
        id,
        version: 1,
        position: id,
        kind: 'other',
        name: `Pijler ${id}`,
        aim: null,
      })),
      actions: actions.map((one, at) => ({
        ...one,
        id: at + 1,
        number: `1.${at + 1}`,
        milestones: one.milestones.map((of, n) => ({ ...of, id: (at + 1) * 10 + n })),
      })),
      frame:
        frame === null
          ? []
          : [{ id: 90, version: 1, year: 2024, budget: frame, committed: null, spent: null }],
      indicators: indicators.map((one, at) => ({ ...one, id: at + 1 })),
      decisions: [
        {
          id: 3,
          version: 1,
          meeting: 1,
          on: '2024-05-01',
          action: null,
          text: 'Wij drukken de lesbrief',
          milestone: null,
        },
      ],
    })
    const open = tree.actions.flatMap(({ milestones }) =>
      milestones.filter(({ state }) => state !== 'reached'),
    )
    const history = moves.flatMap(({ from, on, reason }, at): HistoryLine[] => {
      const one = open[at]
      if (!one) return []
      return [
        {
          id: at + 1,
          subject: 'milestone',
          of: one.id,
          action: 1,
          step: 'change',
          version: 2,
          on,
          at: new Date(`${on}T10:00:00Z`),
          role: 'policy-officer',
          name: null,
          reason,
          text: null,
          undone: false,
          changes: [{ field: 'due_on', from, to: one.dueOn }],
        },
      ]
    })
    const document = (id: number) => ({
      title: `Brief ${id} over het programma`,
      dated: '2024-03-04',
      address: `https://schakel.example/waterstad/stukken/2024/brief-${id}`,
    })
    return {
      tree,
      history,
      today,
      scope: {
        kind: half ? 'interim' : 'yearly',
        language,
        from: '2024-01-01',
        to: half ? '2024-06-30' : '2024-12-31',
      },
      names: {
        municipality: 'Waterstad',
        address: 'https://schakel.example/waterstad/programma/veilig-buiten',
        documents: new Map([7, 8].map((id) => [id, document(id)])),
        served: new Map(
          [1, 2].map((id) => [
            `matter-${id}`,
            {
              title: `te zorgen voor ${id} banken`,
              motion: { number: 'B.6', title: 'Banken' },
              address: id === 1 ? `https://schakel.example/motie-${id}` : null,
              settled: id === 1,
            },
          ]),
        ),
      },
    }
  })

test('every statement stands in the report, and names what shows it', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const phrases = reportPhrasesOf(given.scope.language)
      const { sections } = composeReport(given, phrases)
      const all = sections.map(({ text }) => text).join('\n\n')
      for (const one of statementsOf(given, phrases)) {
        expect(one.sources.length).toBeGreaterThan(0)
        expect(all).toContain(statementText(one, phrases))
        expect(statementText(one, phrases)).toContain(phrases.labels.source)
      }
      // Nothing that was reached in the period is left out, and nothing promised is passed over.
      const inside = (on: string | null) => on !== null && on >= given.scope.from && on <= given.scope.to
      for (const { pillar, state, milestones } of given.tree.actions) {
        const { done, promised } = periodOf(given.tree, given.history, given.scope, pillar, given.today)
        for (const { id, title: called, reachedOn, dueOn, ...one } of milestones) {
          if (inside(reachedOn))
            expect(done.map((of) => of.kind === 'milestone' && `${of.title} ${of.on}`)).toContain(
              `${called} ${reachedOn}`,
            )
          const moved = given.history.some(({ of }) => of === id)
          if (inside(dueOn) && one.state === 'open' && state !== 'stopped' && !moved)
            expect(promised.map((of) => of.of === 'milestone' && of.id)).toContain(id)
        }
      }
    }),
    { numRuns: 200 },
  )
})

const bare = (text: string) => printable(text).replace(/[\s|]+/g, '')

test.for(['docx', 'pdf'] as const)(
  'our reader finds every statement and its sources in the %s',
  { timeout: 240_000 },
  async (format) => {
    await fc.assert(
      fc.asyncProperty(facts, async (given) => {
        const phrases = reportPhrasesOf(given.scope.language)
        const composed = composeReport(given, phrases)
        const content = {
          fields: {
            title: composed.title,
            date: '2025-02-01',
            reference: 'TD/1',
            addressee: phrases.addressee,
          },
          sections: composed.sections.map(newSection),
        }
        const about = { municipality: 'Waterstad', programme: given.tree.title, scope: given.scope }
        const bytes = await makeDocument(reportDocument(content, about, phrases), format)
        const { pages } = await openDocument(bytes, `verslag.${format}`)
        // A paragraph may go over a page, with its foot between.
        const foot = new RegExp(
          `${literally(bare(composed.title))}${phrases.labels.page}\\d+${phrases.labels.of}\\d+`,
          'g',
        )
        const found = bare(pages.join('\n')).replace(foot, '')
        for (const section of composed.sections) {
          if (section.heading && (section.text || section.kind === 'pillar'))
            expect(found).toContain(bare(section.heading))
          for (const block of blocksOfText(section.text, phrases.labels.source)) {
            const texts =
              block.kind === 'table'
                ? [...block.head, ...block.rows.flat()]
                : block.kind === 'quotation'
                  ? [
                      ...block.blocks.flatMap((inner) =>
                        inner.kind === 'list' ? inner.items : [inner.text],
                      ),
                      block.source ?? '',
                    ]
                  : block.kind === 'list'
                    ? block.items
                    : [block.text]
            // Cells of a row over several lines stand beside each other in a PDF: there each word is looked for.
            const wanted =
              block.kind === 'table' && format === 'pdf'
                ? texts.flatMap((one) => printable(one).split(' '))
                : texts
            for (const text of wanted) expect(found).toContain(bare(text))
          }
        }
      }),
      {
        numRuns: Number(process.env.RUNS ?? 12),
        endOnFailure: true,
        ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
      },
    )
  },
)
