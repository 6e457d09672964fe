import { FormFieldErrorMessage, FormLabel, Textbox } from '@utrecht/component-library-react'

/** A code or a PIN: never remembered by the browser. A secret one is hidden while it is typed, and never shown again. */
export function CodeField({
  name,
  label,
  hint,
  error,
  value = '',
  secret = false,
}: {
  name: string
  label: string
  hint?: string
  error?: string | undefined
  value?: string
  secret?: boolean
}) {
  const described = [error && `${name}-fout`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
      <FormLabel htmlFor={name}>{label}</FormLabel>
      {error && <FormFieldErrorMessage id={`${name}-fout`}>{error}</FormFieldErrorMessage>}
      <Textbox
        id={name}
        name={name}
        type={secret ? 'password' : 'text'}
        defaultValue={secret ? '' : value}
        invalid={error !== undefined}
        inputMode={secret ? 'numeric' : 'text'}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        {...(described ? { 'aria-describedby': described } : {})}
      />
      {hint && (
        <span id={`${name}-hint`} className="schakel-hint">
          {hint}
        </span>
      )}
    </div>
  )
}
