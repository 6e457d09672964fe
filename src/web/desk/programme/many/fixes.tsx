import { columnParts, type LineProblem } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { fieldId, SelectField, TextField } from '../../form-fields.tsx'
import type { PlanAtDesk } from '../plan/load-plan.ts'
import { fieldSet } from '../work/fields.tsx'
import { sentenceOf } from '../work/sent.ts'
import { form } from './paths.ts'
import type { Tried } from './read-lines.ts'

const nameOf = ({ line, column }: Pick<LineProblem, 'line' | 'column'>) => `cel-${line}-${column}`

function said({ words }: DeskRequest, code: string): string {
  const own: Readonly<Record<string, string>> = words.programmeMany.problem
  return own[code] ?? sentenceOf({ field: '', code }, words)
}
function columnSaid({ words }: DeskRequest, name: string): string {
  const { column, year } = columnParts(name)
  return words.programmeMany.column(column, year)
}

/** All that is not clear, each with a way to its cell. */
export function ProblemList({ request, tried }: { request: DeskRequest; tried: Tried }) {
  const { words } = request
  const w = words.programmeMany
  const lines = new Set(tried.problems.map(({ line }) => line)).size
  return (
    <section className="schakel-errors" aria-labelledby={`${form}-fouten`} tabIndex={-1} data-errors>
      <h2 id={`${form}-fouten`}>{lines > 0 ? w.wrong(lines) : words.programmeWork.problem.title}</h2>
      <ul>
        {tried.whole.map(({ code, name }) => (
          <li key={`${code} ${name}`}>
            <a className="utrecht-link utrecht-link--html-a" href={`#${fieldId(form, 'lines')}`}>
              {name === undefined ? said(request, code) : `“${name}”: ${said(request, code)}`}
            </a>
          </li>
        ))}
        {tried.problems.map((one) => (
          <li key={`${nameOf(one)} ${one.code}`}>
            <a className="utrecht-link utrecht-link--html-a" href={`#${fieldId(form, nameOf(one))}`}>
              {`${w.cell(one.line, columnSaid(request, one.column))}: ${said(request, one.code)}`}
            </a>
          </li>
        ))}
      </ul>
      <p className="schakel-small">{words.programmeWork.problem.kept}</p>
    </section>
  )
}

/** The cells that need another answer, by line, with what was typed. */
export function Fixes({ request, plan, tried }: { request: DeskRequest; plan: PlanAtDesk; tried: Tried }) {
  const w = request.words.programmeMany
  const wrong = tried.read.lines.filter(({ line }) => tried.problems.some((one) => one.line === line))
  const set = {
    ...fieldSet(request, form, null),
    errors: new Map(tried.problems.map((one) => [nameOf(one), said(request, one.code)])),
  }
  return wrong.map(({ line, cells, action }) => (
    <fieldset key={line} className="schakel-choices">
      <legend>{w.line(line, action.title)}</legend>
      <div className="schakel-plan-pair">
        {[...new Set(tried.problems.filter((one) => one.line === line).map(({ column }) => column))].map(
          (column) => {
            const value = cells[column] ?? ''
            const name = nameOf({ line, column })
            const names = namesFor(plan, column)
            const label = columnSaid(request, column)
            return (
              <div key={column}>
                <input type="hidden" name={`was-${line}-${column}`} value={value} />
                {names ? (
                  <SelectField
                    set={set}
                    name={name}
                    label={label}
                    value={value}
                    choices={[...new Set([value, '', ...names])].map((one) => ({
                      value: one,
                      label: one || request.words.programmePlan.none,
                    }))}
                  />
                ) : (
                  <TextField set={set} name={name} label={label} value={value} />
                )}
              </div>
            )
          },
        )}
      </div>
    </fieldset>
  ))
}

/** Where a cell names somebody or a pillar: all that it may name. */
function namesFor({ tree, people }: PlanAtDesk, column: string): string[] | null {
  if (column === 'pillar_id') return tree.pillars.map(({ name }) => name)
  if (column === 'owner') return people.officials.map(({ name }) => name)
  if (column === 'portfolio_holder_id') return people.college.map(({ name }) => name)
  return null
}
