import {
  Heading2,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import { type Amount, amounts, overBudget } from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { TextField } from '../../form-fields.tsx'
import { actionPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { StepForm } from '../work/step-form.tsx'
import type { ActionPart } from './action-screen.tsx'
import { euroTyped } from './form-page.tsx'
import { moneyYears } from './take-action-step.ts'

/** The money of an action by year, and the form for all of it. */
export function MoneyPart({ request, view, sent }: ActionPart) {
  const { words } = request
  const w = words.programmePlan
  const { action, open } = view
  const { euro } = words.programme
  const over = action.money.flatMap((line) => {
    const by = overBudget(line)
    return by === null ? [] : [{ ...line, by }]
  })
  return (
    <section aria-labelledby="geld-titel" className="schakel-steps">
      <Stack size="s">
        <Heading2 id="geld-titel">{w.action.moneyTitle}</Heading2>
        {action.money.length === 0 ? (
          <p>{w.action.moneyNone}</p>
        ) : (
          <div className="schakel-plan-table">
            <Table>
              <TableHeader>
                <TableRow>
                  <TableHeaderCell scope="col">{w.money.year}</TableHeaderCell>
                  {amounts.map((amount) => (
                    <TableHeaderCell key={amount} scope="col">
                      {w.money[amount]}
                    </TableHeaderCell>
                  ))}
                </TableRow>
              </TableHeader>
              <TableBody>
                {action.money.map((line) => (
                  <TableRow key={line.id}>
                    <TableHeaderCell scope="row">{line.year}</TableHeaderCell>
                    {amounts.map((amount) => (
                      <TableCell key={amount}>{euro(line[amount])}</TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        )}
        {over.map((line) => (
          <p key={line.id} className="schakel-plan-over">
            {w.action.overBudget(line.year, euro(line.by))}
          </p>
        ))}
      </Stack>
      {open && <MoneyForm request={request} view={view} sent={sent} />}
    </section>
  )
}

function MoneyForm({ request, view, sent }: ActionPart) {
  const w = request.words.programmePlan
  const { tree, action } = view
  const form = 'geld'
  const years = moneyYears(tree, action)
  const line = (year: number) => action.money.find((one) => one.year === year)
  const value = (year: number, amount: Amount) => euroTyped(line(year)?.[amount] ?? null)
  const every = <T,>(say: (year: number, amount: Amount) => T) =>
    Object.fromEntries(
      years.flatMap((year) => amounts.map((amount) => [`${amount}_cents-${year}`, say(year, amount)])),
    )
  const set = fieldSet(request, form, sent, every(value))
  return (
    <StepForm
      form={form}
      title={w.action.moneyChange}
      button={w.save}
      action={actionPath(request, tree.slug, action.id)}
      version={action.version}
      open={sent?.form === form}
    >
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{ reason: w.reason, ...every((year, amount) => w.money.field(w.money[amount], year)) }}
      />
      <p className="schakel-hint">{w.money.hint}</p>
      {years.map((year) => (
        <fieldset key={year} className="schakel-choices">
          <legend>{year}</legend>
          {line(year) && <input type="hidden" name={`version-${year}`} value={line(year)!.version} />}
          <div className="schakel-plan-years">
            {amounts.map((amount) => (
              <TextField
                key={amount}
                set={set}
                name={`${amount}_cents-${year}`}
                label={w.money[amount]}
                value={value(year, amount)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <TextField set={set} name="reason" label={w.reason} hint={w.money.reasonHint} />
    </StepForm>
  )
}
