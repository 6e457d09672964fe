/** Away at once: a click, or Escape three times. The page goes blank before anything else happens, and no way back to it is kept. */
const way = document.querySelector<HTMLAnchorElement>('.schakel-leave')

function leave(): void {
  if (!way) return
  document.title = '\u200b'
  document.body.replaceChildren()
  // In the place of this page in the history, not after it.
  location.replace(way.href)
}

let pressed: number[] = []
way?.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})
addEventListener('keydown', ({ key, repeat, timeStamp }) => {
  if (key !== 'Escape' || repeat) return
  pressed = [...pressed, timeStamp].filter((at) => timeStamp - at < 5000)
  if (pressed.length >= 3) leave()
})
// Coming back shows what the server says now, never what stood here.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})
