/**
 * Starts the built program as a person would, on a data folder of its own.
 *
 *   const site = await startSite({ SCHAKEL_DATA: folder })   // waits for "Schakel is ready"
 *   await fetch(site.url)
 *   const { code, output } = await site.stop('SIGTERM')
 *
 * `runToEnd(env)` is for a start that should refuse. `temporaryFolder()` gives a folder that PostgreSQL can reach, also as root;
 * `copyData(from, to)` copies the data of a program that was stopped.
 */
import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { root } from '../src/root.ts'

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

export type Site = {
  url: string
  /** The confidential side; null where it does not run. */
  caseUrl: string | null
  process: ChildProcess
  ended: Promise<Ended>
  /** All that it has said so far. */
  said(): string
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export type SiteOptions = {
  /** As another user of this machine; needs root. */
  uid?: number
  gid?: number
  cwd?: string
  /** As the first of a group of its own, as below a terminal. */
  detached?: boolean
}

/** Builds the program when its sources changed. @throws {Error} with what the build said */
export function buildProgram(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/prepare.mjs'), 'build'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-test-'))
  chmodSync(folder, 0o711)
  return folder
}

/** With the keys and checkpoints beside it. Keeps owners, which `fs.cp` does not. @throws {Error} with what `cp` said */
export function copyData(from: string, to: string): void {
  const beside = readdirSync(dirname(from)).filter((name) => name.startsWith(`${basename(from)}.`))
  for (const end of ['', ...beside.map((name) => name.slice(basename(from).length))]) {
    const { status, stderr } = spawnSync('cp', ['-a', from + end, to + end], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
  }
}

/** The settings that a test gives, on a free port, and none of those that whoever runs the tests happens to have. */
export function spawnProgram(
  env: Record<string, string>,
  options: SiteOptions = {},
): Omit<Site, 'url' | 'caseUrl'> {
  const { PATH = '', HOME = '/', TMPDIR } = process.env
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    cwd: root,
    ...options,
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  return {
    process: child,
    ended,
    said: () => stdout + stderr,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** @throws {Error} with what it said, when it ends before it is ready */
export async function startSite(env: Record<string, string>, options: SiteOptions = {}): Promise<Site> {
  const program = spawnProgram(env, options)
  const ready = new Promise<string>((resolve) => {
    program.process.stdout?.on('data', () => {
      // Said in one piece; what comes last is there when all is.
      const said = program.said()
      if (/is ready: \S+/.test(said) && said.includes('Stop with Ctrl-C.')) resolve(said)
    })
  })
  const said = await Promise.race([ready, program.ended])
  if (typeof said === 'string') {
    const caseUrl = /The confidential side is ready: (\S+)/.exec(said)?.[1] ?? null
    return { ...program, url: /Schakel is ready: (\S+)/.exec(said)?.[1] ?? '', caseUrl }
  }
  throw new Error(`the program ended with code ${said.code}:\n${said.stdout}${said.stderr}`)
}

export async function runToEnd(env: Record<string, string>, options: SiteOptions = {}): Promise<Ended> {
  return spawnProgram(env, options).ended
}
