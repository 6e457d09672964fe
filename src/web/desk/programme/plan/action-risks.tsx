import { Heading2 } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type Risk, riskLevels, riskStates } from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import { actionPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { StepForm } from '../work/step-form.tsx'
import type { ActionPart } from './action-screen.tsx'
import { RowForm } from './row-form.tsx'

/** What may keep it from being done. */
export function RisksPart(part: ActionPart) {
  const { request, view } = part
  const { words, language } = request
  const w = words.programmePlan.action
  const { action, open } = view
  return (
    <section aria-labelledby="risico-titel" className="schakel-steps">
      <Stack size="s">
        <Heading2 id="risico-titel">{w.risksTitle}</Heading2>
        {action.risks.length === 0 && <p>{w.risksNone}</p>}
        {action.risks.map((risk) => (
          <div key={risk.id}>
            <p>
              <strong>
                <Original language={language}>{risk.text}</Original>
              </strong>
            </p>
            <p className="schakel-hint">
              {[w.riskFacts(w.level[risk.chance], w.level[risk.effect]), w.riskStates[risk.state]].join(
                ' · ',
              )}
            </p>
            {risk.measure && (
              <p>
                <Original language={language}>{risk.measure}</Original>
              </p>
            )}
            {open && <RiskForm {...part} risk={risk} />}
          </div>
        ))}
      </Stack>
      {open && <RiskForm {...part} risk={null} />}
    </section>
  )
}

function RiskForm({ request, view, sent, risk }: ActionPart & { risk: Risk | null }): ReactNode {
  const w = request.words.programmePlan.action
  const { tree, action } = view
  const form = risk ? `risico-${risk.id}` : 'risico-erbij'
  const levels = riskLevels.map((value) => ({ value, label: w.level[value] }))
  const now = risk && {
    text: risk.text,
    chance: w.level[risk.chance],
    effect: w.level[risk.effect],
    measure: risk.measure ?? '',
    state: w.riskStates[risk.state],
  }
  const set = fieldSet(request, form, sent, now ?? {})
  const here = actionPath(request, tree.slug, action.id)
  return (
    <>
      <StepForm
        form={form}
        title={risk ? w.riskChange : w.riskAdd}
        button={risk ? request.words.programmePlan.save : w.riskAdd}
        action={here}
        version={risk?.version ?? 0}
        open={sent?.form === form}
      >
        <Problem
          request={request}
          sent={sent}
          form={form}
          labels={{
            text: w.riskText,
            chance: w.riskChance,
            effect: w.riskEffect,
            measure: w.riskMeasure,
            state: w.riskState,
          }}
        />
        <LongField set={set} name="text" label={w.riskText} value={risk?.text ?? ''} rows={2} />
        <div className="schakel-plan-pair">
          <SelectField
            set={set}
            name="chance"
            label={w.riskChance}
            value={risk?.chance ?? 'unknown'}
            choices={levels}
          />
          <SelectField
            set={set}
            name="effect"
            label={w.riskEffect}
            value={risk?.effect ?? 'unknown'}
            choices={levels}
          />
        </div>
        <TextField set={set} name="measure" label={w.riskMeasure} value={risk?.measure ?? ''} />
        {risk && (
          <SelectField
            set={set}
            name="state"
            label={w.riskState}
            value={risk.state}
            choices={riskStates.map((value) => ({ value, label: w.riskStates[value] }))}
          />
        )}
      </StepForm>
      {risk && (
        <RowForm
          action={here}
          step="risico-weg"
          fields={{ risk: risk.id, version: risk.version }}
          label={w.riskRemove}
          long={`${w.riskRemove}: ${risk.text}`}
        />
      )}
    </>
  )
}
