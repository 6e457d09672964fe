/** Two links of a chain. */
export function Mark() {
  return (
    <svg
      className="schakel-logo"
      width="42"
      height="26"
      viewBox="0 0 42 26"
      fill="none"
      strokeWidth="5"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="13" cy="13" r="10" />
      <path d="M22 6.2A10 10 0 1 1 22 19.8" />
    </svg>
  )
}
