/** A bar on a terminal: `[#####     ] 120/400`; without a total only the count. Draws at most ten times a second. */
export class Progress {
  private done = 0
  private drawn = 0
  private shown = false
  private readonly stream: NodeJS.WriteStream
  private readonly total: number | null

  constructor(stream: NodeJS.WriteStream, total: number | null) {
    this.stream = stream
    this.total = total
  }

  step(): void {
    this.done++
    const now = Date.now()
    if (now - this.drawn < 100 && this.done !== this.total) return
    this.drawn = now
    this.shown = true
    this.stream.write(`\r\x1b[K${this.text()}`)
  }

  /** Takes the bar away, before something else is written on the same terminal. */
  clear(): void {
    if (this.shown) this.stream.write('\r\x1b[K')
    this.shown = false
  }

  text(): string {
    if (this.total === null || this.total === 0) return String(this.done)
    const width = 30
    const filled = Math.min(width, Math.floor((this.done / this.total) * width))
    return `[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${this.done}/${this.total}`
  }
}
