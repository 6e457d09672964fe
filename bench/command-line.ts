import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const main = path.join(import.meta.dirname, '../src/cli/main.ts')

/** Counts the processor time and the memory of the process it is loaded into, and leaves them in a file. */
const probe = `
  import { writeFileSync } from 'node:fs'
  const samples = []
  const timer = setInterval(() => samples.push(process.memoryUsage.rss()), 50)
  timer.unref()
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeFileSync(process.env.BENCH_PROBE, JSON.stringify({ cpu: (user + system) / 1000, samples }))
  })`

/** What one run of the command line took: milliseconds of processor and of the clock, resident bytes over its life. */
export type CommandRun = { cpu: number; clock: number; samples: number[]; lines: number }

/** Writes `count` one-page text files and a list of their names. */
export function writeTexts(folder: string, texts: readonly string[], count: number): string {
  mkdirSync(folder, { recursive: true })
  const names = Array.from({ length: count }, (_, i) => path.join(folder, `${i}.txt`))
  names.forEach((name, i) => {
    writeFileSync(name, texts[i % texts.length]!)
  })
  const list = path.join(folder, 'list')
  writeFileSync(list, names.join('\n'))
  return list
}

export function runCommand(args: readonly string[], folder: string): Promise<CommandRun> {
  const out = path.join(folder, 'probe.json')
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', `data:text/javascript,${encodeURIComponent(probe)}`, main, ...args],
    { env: { BENCH_PROBE: out }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const before = performance.now()
  let lines = 0
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines++
  })
  return new Promise((resolve) =>
    child.on('close', () => {
      const { cpu, samples } = JSON.parse(readFileSync(out, 'utf8'))
      resolve({ cpu, samples, clock: performance.now() - before, lines })
    }),
  )
}
