import { FormLabel, Select, SelectOption } from '@utrecht/component-library-react'

type Props = {
  name: string
  label: string
  /** What the first option says: no choice. */
  any: string
  value: string
  options: readonly { value: string; label: string }[]
}

/** One choice of several; the empty value is none. */
export function ChoiceField({ name, label, any, value, options }: Props) {
  return (
    <div className="schakel-field">
      <FormLabel htmlFor={name}>{label}</FormLabel>
      <Select id={name} name={name} defaultValue={value}>
        <SelectOption value="">{any}</SelectOption>
        {options.map((option) => (
          <SelectOption key={option.value} value={option.value}>
            {option.label}
          </SelectOption>
        ))}
      </Select>
    </div>
  )
}
