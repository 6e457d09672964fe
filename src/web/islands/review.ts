/**
 * The review, smoother: the passage of the field that has the focus is lit, a click on a passage goes to its field without losing
 * the place in the document, and what is typed is saved while typing. The page works without.
 */
const form = document.querySelector<HTMLFormElement>('form[data-review]')
if (form) {
  showErrors()
  joinColumns(form)
  saveWhileTyping(form)
  splitAtCaret(form)
}

/** A person who comes to a page with errors starts at their list. */
function showErrors(): void {
  document.querySelector<HTMLElement>('[data-errors]')?.focus()
}

function joinColumns(fields: HTMLFormElement): void {
  const sheet = document.querySelector<HTMLElement>('[data-sheet]')
  if (!sheet) return
  const light = (number: string | undefined, scroll: boolean) => {
    for (const lit of document.querySelectorAll('[data-current]')) lit.removeAttribute('data-current')
    if (!number) return
    const passages = sheet.querySelectorAll<HTMLElement>(`mark[data-p="${number}"]`)
    for (const passage of passages) passage.setAttribute('data-current', '')
    if (scroll && passages[0]) reveal(passages[0])
  }
  fields.addEventListener('focusin', (event) => {
    const field = (event.target as Element).closest<HTMLElement>('[data-p]')
    light(field?.dataset.p, true)
  })
  fields.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#p"]')
    if (!link) return
    event.preventDefault()
    light(link.hash.slice(2), true)
    history.replaceState(null, '', link.hash)
  })
  sheet.addEventListener('click', (event) => {
    if (event.defaultPrevented || !getSelection()?.isCollapsed) return
    const passage = (event.target as Element).closest<HTMLElement>('mark[data-p]')
    if (!passage?.dataset.p) return
    const field = document.getElementById(`f${passage.dataset.p}`)
    if (!field) return
    event.preventDefault()
    goTo(field)
    light(passage.dataset.p, false)
  })
  for (const list of document.querySelectorAll('[data-errors], .schakel-attention')) {
    list.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
      const target = link && document.getElementById(link.hash.slice(1))
      if (!target) return
      event.preventDefault()
      goTo(target)
    })
  }
}

/** Opens what folds it away, and puts the cursor there. */
function goTo(place: HTMLElement): void {
  for (let at: Element | null = place; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true
  }
  const control = place.matches('input, select, textarea')
    ? place
    : place.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')
  const target = control ?? place
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
}

/** Moves the column of the document only, as far as needed. */
function reveal(passage: HTMLElement): void {
  const column = passage.closest<HTMLElement>('.schakel-review__document')
  if (!column || column.scrollHeight <= column.clientHeight) return
  const [view, place] = [column.getBoundingClientRect(), passage.getBoundingClientRect()]
  if (place.top >= view.top + 40 && place.bottom <= view.bottom - 40) return
  column.scrollTop += place.top - view.top - view.height / 3
}

type Saved = {
  version: number | null
  message: string
  look: string | null
  errors: { field: string; message: string }[]
}

function saveWhileTyping(fields: HTMLFormElement): void {
  const status = fields.querySelector<HTMLElement>('[data-saved]')
  const version = fields.querySelector<HTMLInputElement>('input[name="version"]')
  if (!status || !version) return
  // Not `fields.action`: that is the buttons of that name.
  const address = fields.getAttribute('action') ?? ''
  let timer: number | undefined
  let changed = false
  let saving: Promise<void> | null = null

  const save = async () => {
    changed = false
    const body = new FormData(fields)
    body.set('action', 'save')
    body.set('as', 'json')
    status.textContent = fields.dataset.saving ?? ''
    try {
      const response = await fetch(address, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      })
      const type = response.headers.get('content-type') ?? ''
      if (!response.ok || !type.includes('json')) throw new Error(String(response.status))
      show((await response.json()) as Saved)
    } catch {
      changed = true
      status.textContent = fields.dataset.failed ?? ''
      timer = window.setTimeout(next, 10_000)
    }
  }
  const show = (saved: Saved) => {
    if (saved.version !== null) version.value = String(saved.version)
    status.textContent = saved.message
    if (saved.look) {
      const link = document.createElement('a')
      link.href = saved.look
      link.textContent = fields.dataset.look ?? ''
      status.append(' ', link)
    }
    for (const { field, message } of saved.errors) {
      const control = fields.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)
      control?.setAttribute('aria-invalid', 'true')
      status.textContent = message
    }
  }
  const next = () => {
    clearTimeout(timer)
    if (saving) return
    saving = save().finally(() => {
      saving = null
      if (changed && !timer) timer = window.setTimeout(next, 800)
    })
    timer = undefined
  }
  const later = () => {
    changed = true
    clearTimeout(timer)
    timer = window.setTimeout(next, 800)
  }
  fields.addEventListener('input', (event) => {
    const name = (event.target as HTMLInputElement).name ?? ''
    if (name.startsWith('/')) {
      ;(event.target as Element).removeAttribute('aria-invalid')
      later()
    }
  })
  // A form that is sent waits for the save under way, or the server would see two versions.
  fields.addEventListener('submit', (event) => {
    clearTimeout(timer)
    timer = undefined
    // The form itself carries everything now: leaving the page has nothing to send.
    changed = false
    if (!saving) return
    event.preventDefault()
    const button = (event as SubmitEvent).submitter
    void saving.then(() => fields.requestSubmit(button))
  })
  window.addEventListener('pagehide', () => {
    if (!changed) return
    const body = new FormData(fields)
    body.set('action', 'save')
    body.set('as', 'json')
    void fetch(address, { method: 'POST', body, keepalive: true }).catch(() => {})
  })
}

/** Split puts the empty line where the cursor stands, when the text has none yet. */
function splitAtCaret(fields: HTMLFormElement): void {
  const places = new WeakMap<HTMLTextAreaElement, number>()
  fields.addEventListener('focusout', (event) => {
    if (event.target instanceof HTMLTextAreaElement) places.set(event.target, event.target.selectionStart)
  })
  fields.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[value^="split:"]')
    const text = button?.closest('fieldset')?.querySelector<HTMLTextAreaElement>('textarea')
    if (!text || /\n\s*\n/.test(text.value.trim())) return
    const place = places.get(text) ?? 0
    if (place > 0 && place < text.value.length) {
      text.value = `${text.value.slice(0, place).trimEnd()}\n\n${text.value.slice(place).trimStart()}`
    }
  })
}
