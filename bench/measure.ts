/** Milliseconds (or another figure) of several runs of the same thing: the spread is the noise of the machine. */
export type Runs = { min: number; median: number; max: number; runs: number }

export function summary(values: readonly number[]): Runs {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    min: sorted[0]!,
    median: sorted[Math.floor(sorted.length / 2)]!,
    max: sorted.at(-1)!,
    runs: sorted.length,
  }
}

/** Times `work` so many times, after one run that does not count. */
export async function timed(runs: number, work: () => unknown): Promise<Runs> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    globalThis.gc?.()
    const before = performance.now()
    await work()
    times.push(performance.now() - before)
  }
  return summary(times)
}

export function shown({ min, median, max, runs }: Runs, unit = 'ms'): string {
  const digits = median < 10 ? 2 : 0
  return `${median.toFixed(digits)} ${unit} (${min.toFixed(digits)}–${max.toFixed(digits)}, ${runs} runs)`
}

let missed = 0

/** Prints a figure beside its limit. */
export function verdict(name: string, value: number, limit: number, unit: string): void {
  const good = value < limit
  if (!good) missed++
  console.log(`  ${good ? 'ok    ' : 'MISSED'}  ${name}: ${value.toFixed(2)} ${unit}, limit ${limit} ${unit}`)
}

export function missedLimits(): number {
  return missed
}
