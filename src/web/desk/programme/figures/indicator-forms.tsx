import type { DeskRequest } from '../../../page.ts'
import { FilesField, LongField } from '../../form-fields.tsx'
import { indicatorPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { type Sent, versionFor } from '../work/sent.ts'
import { StepForm } from '../work/step-form.tsx'
import { IndicatorForm, indicatorLabels, indicatorNow } from './indicator-form.tsx'
import type { IndicatorView } from './indicator-screen.tsx'
import { OriginFields, originErrors, ValueFields, valueLabels } from './value-fields.tsx'

/** What can be done with an indicator: a figure more, a file, another definition, away, a step back. */
export function IndicatorForms({
  request,
  view: { tree, indicator, origin, lines },
  sent,
}: {
  request: DeskRequest
  view: IndicatorView
  sent: Sent | null
}) {
  const w = request.words.programmeFigures
  const here = indicatorPath(request, tree.slug, indicator.id)
  const asked = sent?.form ?? request.query.get('stap')
  const at = (form: string) => ({
    form,
    action: here,
    version: versionFor(sent, form, indicator.version),
    open: asked === form,
  })
  const set = (form: string) => fieldSet(request, form, sent, indicatorNow(request, indicator))
  const adopted = tree.adoptedOn !== null
  return (
    <div className="schakel-stack schakel-stack--s">
      <StepForm
        {...at('getal')}
        title={w.value.add}
        button={w.value.button}
        open={asked === 'getal' || (asked === null && indicator.values.length === 0)}
        primary
      >
        <p className="schakel-hint">{w.value.addLead}</p>
        <Problem
          request={request}
          sent={sent}
          form="getal"
          labels={valueLabels(request)}
          extra={originErrors(request, sent?.form === 'getal' ? origin : null)}
        />
        <ValueFields request={request} set={set('getal')}>
          <OriginFields request={request} set={set('getal')} state={origin} action={here} />
        </ValueFields>
      </StepForm>
      <StepForm {...at('bestand')} title={w.file.title} button={w.file.button} files>
        <p className="schakel-hint">{w.file.lead}</p>
        <Problem request={request} sent={sent} form="bestand" labels={{ file: w.file.label }} />
        <FilesField
          set={set('bestand')}
          name="file"
          label={w.file.label}
          hint={w.file.hint}
          accept=".csv,.json,.txt,text/csv,application/json"
        />
      </StepForm>
      <StepForm {...at('aanpassen')} title={w.form.change} button={w.form.save}>
        <Problem request={request} sent={sent} form="aanpassen" labels={indicatorLabels(request)} />
        <IndicatorForm request={request} set={set('aanpassen')} tree={tree} indicator={indicator} />
        {adopted && (
          <LongField
            set={set('aanpassen')}
            name="reason"
            label={w.form.reason}
            rows={2}
            hint={w.form.reasonHint}
          />
        )}
      </StepForm>
      <StepForm {...at('weghalen')} title={w.form.remove} button={w.form.removeButton}>
        <p className="schakel-hint">{w.form.removeLead}</p>
        <Problem request={request} sent={sent} form="weghalen" labels={{ reason: w.form.reasonRemove }} />
        <LongField set={set('weghalen')} name="reason" label={w.form.reasonRemove} rows={2} />
      </StepForm>
      {lines.some(
        (line) => line.subject === 'indicator' && !line.undone && line.step !== 'undo' && line.step !== 'add',
      ) && (
        <form id="terug" method="post" action={here}>
          <input type="hidden" name="step" value="terug" />
          <input type="hidden" name="version" value={indicator.version} />
          <Problem request={request} sent={sent} form="terug" />
          <button type="submit" className="schakel-link-button schakel-quiet">
            {w.page.undo}
          </button>
        </form>
      )}
    </div>
  )
}
