import { Paragraph } from '@utrecht/component-library-react'
import { type Action, sumsByYear } from '../../../programme/index.ts'
import { MoneyFigure, moneyByYear } from '../../components/figures/programme-figures.tsx'
import { Card } from '../../components/layout.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { programmeHref } from '../addresses.ts'
import { FileLink } from './file-link.tsx'
import type { ProgrammeView } from './load.ts'

type Props = {
  request: MunicipalityRequest
  view: ProgrammeView
  actions: readonly Action[]
  /** With what there is for the whole programme: these actions are all of it. */
  frame?: boolean
  open?: boolean
}

/** Money by year, of these actions. */
export function Money({ request, view, actions, frame = false, open = false }: Props) {
  const { words } = request
  const w = words.programmePublic.money
  const years = moneyByYear(actions)
  const known = view.tree.frame.filter(({ budget }) => budget !== null)
  const unknown = Math.max(0, ...sumsByYear(actions).map((sum) => sum.unknown.budget))
  return (
    <>
      {years.length === 0 && <Paragraph>{w.none}</Paragraph>}
      {years.length > 0 && (
        <Card>
          <MoneyFigure
            speaks={request}
            years={years}
            id="grafiek-geld"
            open={open}
            below={
              frame && (
                <FileLink href={`${programmeHref(request, view.tree.slug)}/acties.csv`}>{w.csv}</FileLink>
              )
            }
          />
        </Card>
      )}
      {frame && known.length > 0 && (
        <Paragraph className="schakel-small">
          {w.frame}{' '}
          {words.programme.list(
            known.map(({ year, budget }) => w.frameYear(year, words.programme.euro(budget))),
          )}
          .
        </Paragraph>
      )}
      {actions.length > 1 && unknown > 0 && (
        <Paragraph className="schakel-soft schakel-small">{w.unknown(unknown)}</Paragraph>
      )}
    </>
  )
}

/** What was budgeted and what was spent of it, all years together, as far as anybody knows. */
export function moneySays({ words }: MunicipalityRequest, actions: readonly Action[]): string {
  const w = words.programmePublic.money
  const years = moneyByYear(actions)
  const total = (kind: 'budget' | 'spent') => {
    const known = years.flatMap((one) => one[kind] ?? [])
    return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
  }
  const [budget, spent] = [total('budget'), total('spent')]
  if (budget === null) return w.none
  return w.says(words.programme.euro(budget), spent === null ? null : words.programme.euro(spent))
}
