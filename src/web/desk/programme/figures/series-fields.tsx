import { columnLetters, type SeriesFile, type SeriesMapping } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'
import { type FieldSet, SelectField, TextField } from '../../form-fields.tsx'
import { type Typed, textIn } from '../../matter/typed.ts'

type Props = { request: DeskRequest; file: SeriesFile; mapping: SeriesMapping | null; typed: Typed }

/** What stands where in a file: the columns of a list, the dimensions of a dataset. */
export function MappingFields({ request, file, mapping, typed }: Props) {
  const w = request.words.programmeFigures.file
  const set: FieldSet = { form: 'indeling', typed: null, errors: new Map(), theirs: new Map() }
  if (file.format === 'json-stat') {
    const { dimensions } = file.dataset
    const time =
      mapping?.format === 'json-stat' ? mapping.time : (dimensions.find((one) => one.time)?.id ?? '')
    return (
      <>
        <SelectField
          set={set}
          name="tijd"
          label={w.time}
          value={time}
          choices={[
            { value: '', label: w.choose },
            ...dimensions.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        {dimensions.map(
          ({ id, label, categories }, nth) =>
            id !== time &&
            categories.length > 1 && (
              <SelectField
                key={id}
                set={set}
                name={`kies-${nth}`}
                label={label}
                value={textIn(typed, `kies-${nth}`)}
                choices={[
                  { value: '', label: w.choose },
                  ...categories.map((one) => ({ value: one.id, label: one.label })),
                ]}
              />
            ),
        )}
      </>
    )
  }
  const columns = file.table.headers.map((header, nth) => ({
    value: String(nth),
    label: w.column(columnLetters(nth), header),
  }))
  const csv = mapping?.format === 'csv' ? mapping : null
  const chosen = (name: string, column: number | null | undefined) =>
    typed.has(name) ? textIn(typed, name) : column === null || column === undefined ? '' : String(column)
  return (
    <>
      <div className="schakel-figures__pair">
        <SelectField
          set={set}
          name="periode"
          label={w.periodColumn}
          value={chosen('periode', csv?.period)}
          hint={w.periodHint}
          choices={[{ value: '', label: w.choose }, ...columns]}
        />
        <SelectField
          set={set}
          name="tot"
          label={w.untilColumn}
          value={chosen('tot', csv?.until)}
          choices={[{ value: '', label: w.untilNone }, ...columns]}
        />
      </div>
      <div className="schakel-figures__pair">
        <SelectField
          set={set}
          name="getal"
          label={w.valueColumn}
          value={chosen('getal', csv?.value)}
          choices={[{ value: '', label: w.choose }, ...columns]}
        />
        <SelectField
          set={set}
          name="teken"
          label={w.decimal}
          value={textIn(typed, 'teken')}
          choices={[
            { value: '', label: w.decimals.none },
            { value: 'komma', label: w.decimals.comma },
            { value: 'punt', label: w.decimals.point },
          ]}
        />
      </div>
      <div className="schakel-figures__pair">
        <SelectField
          set={set}
          name="alleen"
          label={w.onlyColumn}
          value={textIn(typed, 'alleen')}
          choices={[{ value: '', label: w.onlyNone }, ...columns]}
        />
        <TextField set={set} name="is" label={w.onlyText} value={textIn(typed, 'is')} />
      </div>
    </>
  )
}
