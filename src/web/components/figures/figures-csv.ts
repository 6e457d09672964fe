import type { Indicator, ProgrammeTree } from '../../../programme/index.ts'
import { pillarOf } from '../../../programme/index.ts'
import { type CsvValue, csvOf } from '../../csv.ts'
import type { Speaks } from './say-figure.ts'

/** Every value of these indicators as a file. `document` names the document that states a value. */
export function figuresCsv(
  { words }: Pick<Speaks, 'words'>,
  tree: ProgrammeTree,
  indicators: readonly Indicator[],
  document: (id: number) => string,
): string {
  const w = words.programmeFigures
  const { csv } = w
  const head = [
    csv.pillar,
    csv.indicator,
    csv.unit,
    csv.from,
    csv.to,
    csv.value,
    csv.certainty,
    csv.document,
    csv.series,
    csv.sourceOn,
    csv.note,
  ]
  const rows = indicators.flatMap((indicator) => {
    const pillar = pillarOf(tree, indicator)
    const name = tree.pillars.find(({ id }) => id === pillar)?.name ?? null
    return indicator.values.map((value): CsvValue[] => [
      name,
      indicator.name,
      indicator.unit,
      value.from,
      value.to,
      value.value,
      w.certainty[value.certainty],
      value.document === null ? null : document(value.document),
      value.series,
      value.sourceOn,
      value.note,
    ])
  })
  return csvOf(head, rows)
}
