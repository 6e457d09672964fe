import { shareCategory } from '../../../../reintegration/index.ts'
import { Facts } from '../../../components/layout.tsx'
import type { CasePage } from '../../page.ts'

/** Exactly what a partner sees: staff looks at the same before it is sent. */
export function SharedItems({
  request,
  items,
}: {
  request: Pick<CasePage, 'language'>
  items: readonly { category: string; text: string }[]
}) {
  return (
    <Facts
      items={items.map(({ category, text }) => ({
        term: labelOf(request, category),
        value: <span className="schakel-shared-text">{text}</span>,
      }))}
    />
  )
}

export const labelOf = ({ language }: Pick<CasePage, 'language'>, category: string): string =>
  shareCategory(category)?.label[language] ?? category
