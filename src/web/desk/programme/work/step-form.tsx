import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'

type Props = {
  /** Its id, its place in the address, and what it sends as `step`. */
  form: string
  title: string
  button: string
  action: string
  version: number
  open: boolean
  /** The one primary button of the page. */
  primary?: boolean
  files?: boolean
  children?: ReactNode
}

/** A form behind its name; open when it is what one came for or when it came back. */
export function StepForm({ form, title, button, action, version, open, primary, files, children }: Props) {
  return (
    <details className="schakel-step" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <form
        id={form}
        className="schakel-step__form"
        method="post"
        action={`${action}#${form}`}
        aria-label={title}
        encType={files ? 'multipart/form-data' : undefined}
        noValidate
      >
        <input type="hidden" name="step" value={form} />
        <input type="hidden" name="version" value={version} />
        {children}
        <div className="schakel-actions">
          <Button type="submit" appearance={primary ? 'primary-action-button' : 'secondary-action-button'}>
            {button}
          </Button>
        </div>
      </form>
    </details>
  )
}
