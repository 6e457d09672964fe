/** Deciding a list by keyboard: letters choose and move while the choice of a line has the focus. The form works without. */
const lines = [...document.querySelectorAll<HTMLFieldSetElement>('form[data-list] fieldset[data-line]')]
document.querySelector<HTMLElement>('[data-errors]')?.focus()
if (lines.length > 0) document.querySelector('[data-keys]')?.removeAttribute('hidden')

const choices: Record<string, string> = { v: 'accept', n: 'reject', h: 'hold' }

for (const [index, line] of lines.entries()) {
  line.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const choice = choices[key]
    if (choice) choose(line, choice)
    else if (key === 'j') focusOn(lines[index + 1])
    else if (key === 'k') focusOn(lines[index - 1])
    else return
    event.preventDefault()
  })
}

function choose(line: HTMLFieldSetElement, choice: string): void {
  const radio = line.querySelector<HTMLInputElement>(`input[data-choice="${choice}"]`)
  if (!radio) return
  radio.checked = true
  radio.focus()
}

function focusOn(line: HTMLFieldSetElement | undefined): void {
  const radio = line?.querySelector<HTMLInputElement>('input:checked') ?? line?.querySelector('input')
  radio?.focus()
  radio?.closest('li')?.scrollIntoView({ block: 'nearest' })
}
