import { dayOf } from '../../../../days.ts'
import {
  type Area,
  areas,
  type Certainty,
  type Counts,
  certainties,
  countsKinds,
  type Direction,
  directions,
  eventRules,
  type Indicator,
  type IndicatorFields,
  type ProgrammeTree,
} from '../../../../programme/index.ts'
import { formatDate, formatNumber } from '../../../../words/format.ts'
import type { DeskRequest } from '../../../page.ts'
import { type FieldSet, LongField, RadioField, SelectField, TextField } from '../../form-fields.tsx'
import { dayIn, type Typed, textIn, together, writtenIn } from '../../matter/typed.ts'

/** What was typed, as the commands take it. @throws Invalid for days that are none */
export function indicatorFields(typed: Typed): IndicatorFields {
  const of = /^(pillar|action)-([1-9]\d{0,8})$/.exec(textIn(typed, 'of'))
  const days = together({
    baseline_on: () => dayIn(typed, 'baseline_on') ?? null,
    target_on: () => dayIn(typed, 'target_on') ?? null,
  })
  return {
    pillar: of?.[1] === 'pillar' ? Number(of[2]) : null,
    action: of?.[1] === 'action' ? Number(of[2]) : null,
    name: textIn(typed, 'name'),
    definition: textIn(typed, 'definition'),
    unit: textIn(typed, 'unit'),
    counts: textIn(typed, 'counts') as Counts,
    eventKind: textIn(typed, 'counts') === 'events' ? writtenIn(typed, 'event_kind') : null,
    direction: textIn(typed, 'direction') as Direction,
    decimals: Number(textIn(typed, 'decimals') || '0'),
    baseline: textIn(typed, 'baseline'),
    baselineOn: days.baseline_on,
    target: textIn(typed, 'target'),
    targetOn: days.target_on,
    source: textIn(typed, 'source'),
    certainty: textIn(typed, 'certainty') as Certainty,
    area: textIn(typed, 'area') as Area,
    areaName: writtenIn(typed, 'area_name'),
  }
}

export const indicatorLabels = ({ words }: DeskRequest): Record<string, string> => {
  const w = words.programmeFigures.form
  return {
    pillar_id: w.of,
    action_id: w.of,
    name: w.name,
    definition: w.definition,
    unit: w.unit,
    counts: w.counts,
    event_kind: w.eventKind,
    direction: w.direction,
    decimals: w.decimals,
    baseline: w.baseline,
    baseline_on: w.baselineOn,
    target: w.target,
    target_on: w.targetOn,
    source: w.source,
    certainty: w.certainty,
    area: w.area,
    area_name: w.areaName,
    reason: w.reason,
  }
}

/** What stands in each field now, as people read it. */
export function indicatorNow({ words, language }: DeskRequest, indicator: Indicator): Record<string, string> {
  const w = words.programmeFigures
  const { baseline, target } = indicator
  return {
    name: indicator.name,
    definition: indicator.definition,
    unit: indicator.unit,
    counts: w.counts[indicator.counts],
    event_kind: indicator.eventKind ? (w.kinds[indicator.eventKind]?.name ?? indicator.eventKind) : '',
    direction: w.direction[indicator.direction],
    decimals: String(indicator.decimals),
    baseline: baseline ? formatNumber(baseline.value, language) : '',
    baseline_on: baseline ? formatDate(baseline.on, language) : '',
    target: target ? formatNumber(target.value, language) : '',
    target_on: target?.on ? formatDate(target.on, language) : '',
    source: indicator.source,
    certainty: w.certainty[indicator.certainty],
    area: w.area[indicator.area],
    area_name: indicator.areaName ?? '',
  }
}

type Props = { request: DeskRequest; set: FieldSet; tree: ProgrammeTree; indicator?: Indicator }

/** Text that is read back as the same number: no points for thousands. */
const plain = (value: number | undefined) => (value === undefined ? '' : String(value).replace('.', ','))

/** The fields of an indicator. */
export function IndicatorForm({ request, set, tree, indicator }: Props) {
  const { words } = request
  const w = words.programmeFigures
  const kinds = Object.keys(eventRules(dayOf(request.now)).kinds)
  const day = (value: string | null | undefined) => (value ? words.programme.date(value) : '')
  const of = indicator?.action
    ? `action-${indicator.action}`
    : indicator?.pillar
      ? `pillar-${indicator.pillar}`
      : 'programme'
  const choices = <T extends string>(all: readonly T[], names: Readonly<Record<T, string>>) =>
    all.map((value) => ({ value, label: names[value] }))
  return (
    <>
      <TextField
        set={set}
        name="name"
        label={w.form.name}
        value={indicator?.name ?? ''}
        hint={w.form.nameHint}
      />
      <LongField
        set={set}
        name="definition"
        label={w.form.definition}
        value={indicator?.definition ?? ''}
        hint={w.form.definitionHint}
      />
      <SelectField
        set={set}
        name="of"
        label={w.form.of}
        value={of}
        choices={[
          { value: 'programme', label: w.form.ofProgramme },
          ...tree.pillars.map(({ id, name }) => ({ value: `pillar-${id}`, label: w.form.ofPillar(name) })),
          ...tree.actions.map(({ id, number, title }) => ({
            value: `action-${id}`,
            label: w.form.ofAction(number, title),
          })),
        ]}
      />
      <RadioField
        set={set}
        name="counts"
        label={w.form.counts}
        value={indicator?.counts ?? 'events'}
        choices={choices(countsKinds, w.counts)}
      />
      <SelectField
        set={set}
        name="event_kind"
        label={w.form.eventKind}
        value={indicator ? (indicator.eventKind ?? '') : ''}
        hint={w.form.eventKindHint}
        choices={[
          { value: '', label: w.form.noKind },
          ...kinds.map((value) => ({ value, label: w.kinds[value]?.name ?? value })),
        ]}
      />
      <TextField
        set={set}
        name="unit"
        label={w.form.unit}
        value={indicator?.unit ?? ''}
        hint={w.form.unitHint}
      />
      <SelectField
        set={set}
        name="decimals"
        label={w.form.decimals}
        value={String(indicator?.decimals ?? 0)}
        choices={['0', '1', '2', '3'].map((value) => ({ value, label: value }))}
      />
      <SelectField
        set={set}
        name="direction"
        label={w.form.direction}
        value={indicator?.direction ?? 'up'}
        choices={choices(directions, w.direction)}
      />
      <div className="schakel-figures__pair">
        <TextField
          set={set}
          name="baseline"
          label={w.form.baseline}
          value={plain(indicator?.baseline?.value)}
          hint={w.form.baselineHint}
        />
        <TextField
          set={set}
          name="baseline_on"
          label={w.form.baselineOn}
          value={day(indicator?.baseline?.on)}
          hint={w.value.dayHint}
        />
      </div>
      <SelectField
        set={set}
        name="certainty"
        label={w.form.certainty}
        value={indicator?.certainty ?? 'counted'}
        choices={choices(certainties, w.certainty)}
      />
      <div className="schakel-figures__pair">
        <TextField
          set={set}
          name="target"
          label={w.form.target}
          value={plain(indicator?.target?.value)}
          hint={w.form.targetHint}
        />
        <TextField
          set={set}
          name="target_on"
          label={w.form.targetOn}
          value={day(indicator?.target?.on)}
          hint={w.value.dayHint}
        />
      </div>
      <TextField
        set={set}
        name="source"
        label={w.form.source}
        value={indicator?.source ?? ''}
        hint={w.form.sourceHint}
      />
      <div className="schakel-figures__pair">
        <SelectField
          set={set}
          name="area"
          label={w.form.area}
          value={indicator?.area ?? 'municipality'}
          choices={choices(areas, w.area)}
        />
        <TextField
          set={set}
          name="area_name"
          label={w.form.areaName}
          value={indicator?.areaName ?? ''}
          hint={w.form.areaNameHint}
        />
      </div>
    </>
  )
}
