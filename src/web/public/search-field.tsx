import { Button, FormLabel, Textbox } from '@utrecht/component-library-react'
import type { PageRequest } from '../page.ts'

type Props = { request: PageRequest; label: string; hint: string; value: string }

/** Words to search for, with the button beside them. */
export function SearchField({ request, label, hint, value }: Props) {
  return (
    <div className="schakel-field">
      <FormLabel htmlFor="zoek">{label}</FormLabel>
      <span className="schakel-hint" id="zoek-hulp">
        {hint}
      </span>
      <div className="schakel-search__row">
        <Textbox
          type="search"
          id="zoek"
          name="zoek"
          defaultValue={value}
          aria-describedby="zoek-hulp"
          maxLength={200}
          autoComplete="off"
        />
        <Button type="submit" appearance="primary-action-button">
          {request.words.public.register.button}
        </Button>
      </div>
    </div>
  )
}
