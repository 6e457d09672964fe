/** A programme as files, for whoever wants to count for themselves. */
import { lookOf, milestoneLook } from '../../../programme/index.ts'
import type { Words } from '../../../words/index.ts'
import { figuresCsv } from '../../components/figures/figures-csv.ts'
import { type CsvValue, csvOf } from '../../csv.ts'
import type { Answer, PublicMunicipalityRequest } from '../../page.ts'
import { loadProgramme, type ProgrammeView, slugIn } from './load.ts'

/** Indicators with all their values. @throws NotFound */
export async function programmeFiguresCsv(request: PublicMunicipalityRequest): Promise<Answer> {
  const { tree, papers } = await loadProgramme(request, slugIn(request))
  const text = figuresCsv(request, tree, tree.indicators, (id) => papers.documents.get(id)?.title ?? '')
  return file(request, tree.slug, 'cijfers', text)
}

/** Actions, their milestones and their money, a row each. @throws NotFound */
export async function programmeActionsCsv(request: PublicMunicipalityRequest): Promise<Answer> {
  const view = await loadProgramme(request, slugIn(request))
  return file(request, view.tree.slug, 'acties', actionsCsv(request.words, view))
}

function file(request: PublicMunicipalityRequest, slug: string, name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${request.municipality.slug}-${slug}-${name}.csv"`,
    },
  })
}

/** Pure. Money in euros; a cell without value is not known, or not of that row. */
function actionsCsv(words: Words, { tree, holders, today }: ProgrammeView): string {
  const { csv: w, look, milestoneLook: milestoneWords } = words.programmePublic
  const columns = [
    'row',
    'pillar',
    'number',
    'action',
    'state',
    'starts',
    'ends',
    'ended',
    'holder',
    'partners',
    'milestone',
    'due',
    'firstDue',
    'reached',
    'year',
    'budget',
    'committed',
    'spent',
  ] as const
  const euros = (cents: number | null) => (cents === null ? null : cents / 100)
  const rows = tree.actions.flatMap((action) => {
    const pillar = tree.pillars.find(({ id }) => id === action.pillar)?.name ?? null
    const row = (values: Partial<Record<(typeof columns)[number], CsvValue>>): CsvValue[] => {
      const all = { pillar, number: action.number, action: action.title, ...values }
      return columns.map((column) => all[column as keyof typeof all] ?? null)
    }
    return [
      row({
        row: w.rows.action,
        state: look[lookOf(tree, action, today)],
        starts: action.startsOn,
        ends: action.endsOn,
        ended: action.endedOn,
        holder: action.portfolioHolder === null ? null : (holders.get(action.portfolioHolder) ?? null),
        partners: action.partners.join('; ') || null,
      }),
      ...action.milestones.map((one) =>
        row({
          row: w.rows.milestone,
          state: milestoneWords[milestoneLook(tree, action, one, today)],
          milestone: one.title,
          due: one.dueOn,
          firstDue: one.firstDueOn,
          reached: one.reachedOn,
        }),
      ),
      ...action.money.map((one) =>
        row({
          row: w.rows.money,
          year: one.year,
          budget: euros(one.budget),
          committed: euros(one.committed),
          spent: euros(one.spent),
        }),
      ),
    ]
  })
  return csvOf(
    columns.map((column) => w[column] as string),
    rows,
  )
}
