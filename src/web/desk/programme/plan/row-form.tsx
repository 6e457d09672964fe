/** One quiet button for one row. */
export function RowForm({
  action,
  step,
  fields,
  label,
  long,
}: {
  action: string
  step: string
  fields: Readonly<Record<string, number>>
  label: string
  long: string
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="step" value={step} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="schakel-link-button schakel-quiet" aria-label={long}>
        {label}
      </button>
    </form>
  )
}
