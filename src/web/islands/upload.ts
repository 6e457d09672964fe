/** Uploading, smoother: drop files anywhere on the box, and see each of them arrive. The form works without. */
const form = document.querySelector<HTMLFormElement>('form[data-upload]')
const input = form?.querySelector<HTMLInputElement>('input[type=file]')
const box = form?.querySelector<HTMLElement>('[data-drop]')
const list = form?.querySelector<HTMLElement>('[data-progress-list]')
document.querySelector<HTMLElement>('[data-errors]')?.focus()

type Answer = { next: string; files: { document: number | null; message: string; href: string | null }[] }

if (form && input && box && list) {
  form.querySelector('[data-drop-hint]')?.removeAttribute('hidden')
  for (const name of ['dragenter', 'dragover'] as const) {
    box.addEventListener(name, (event) => {
      event.preventDefault()
      box.toggleAttribute('data-over', true)
    })
  }
  for (const name of ['dragleave', 'drop'] as const) {
    box.addEventListener(name, () => box.toggleAttribute('data-over', false))
  }
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) void send(form, list, files)
  })
  form.addEventListener('submit', (event) => {
    const files = [...(input.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void send(form, list, files)
  })
}

/** One file after another, so that each has its own progress and its own answer. */
async function send(to: HTMLFormElement, progress: HTMLElement, files: readonly File[]): Promise<void> {
  const button = to.querySelector<HTMLButtonElement>('button[type=submit]')
  if (button?.disabled) return
  if (button) button.disabled = true
  progress.replaceChildren()
  const say = (item: HTMLElement, words: string | undefined, name: string, percent = 0) => {
    const text = (words ?? '').replace('{name}', name).replace('{percent}', String(percent))
    if (item.textContent !== text) item.textContent = text
  }
  const lines = files.map((file) => {
    const item = document.createElement('li')
    say(item, to.dataset.waiting, file.name)
    progress.append(item)
    return item
  })
  const found = { nieuw: [] as string[], bekend: [] as string[] }
  let inbox = ''
  let refused = false
  for (const [index, file] of files.entries()) {
    const item = lines[index] as HTMLElement
    try {
      const answer = await sendOne(to, file, (percent) =>
        percent < 100
          ? say(item, to.dataset.progress, file.name, percent)
          : say(item, to.dataset.reading, file.name),
      )
      const next = new URL(answer.next, location.href)
      inbox = next.pathname
      for (const name of ['nieuw', 'bekend'] as const) {
        found[name].push(...(next.searchParams.get(name)?.split(',') ?? []))
      }
      const [result] = answer.files
      item.textContent = result?.message ?? ''
      if (result && result.document === null) refused = true
    } catch (error) {
      const large = error instanceof Error && error.message === '413'
      say(item, large ? to.dataset.large : to.dataset.failed, file.name)
      refused = true
    }
  }
  if (button) button.disabled = false
  // With an error the page stays, or nobody would read it.
  if (refused || inbox === '') return
  const query = Object.entries(found)
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => `${name}=${ids.join(',')}`)
  location.assign(query.length > 0 ? `${inbox}?${query.join('&')}` : inbox)
}

/** With XMLHttpRequest, because `fetch` does not tell how much has been sent. */
function sendOne(to: HTMLFormElement, file: File, progress: (percent: number) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', to.getAttribute('action') ?? '')
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(Math.round((event.loaded / event.total) * 100))
    })
    request.addEventListener('load', () => {
      const answer = request.response as Answer | null
      if (request.status === 200 && answer?.files) resolve(answer)
      else reject(new Error(String(request.status)))
    })
    request.addEventListener('error', () => reject(new Error('network')))
    const body = new FormData()
    body.set('as', 'json')
    body.append('files', file)
    request.send(body)
  })
}
