import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

export type Chromium = {
  executablePath: string
  /** Added to the environment of the browser. */
  env: Record<string, string>
  /** Where it came from, for the heading of a run. */
  source: string
  remove(): void
}

/** What the package holds is for one kind of machine. */
const comesAlong = process.platform === 'linux' && process.arch === 'x64'
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium that comes along where it runs, unpacked (207 MB, 2 s) into a folder of its own that `remove` takes away: it has no
 * windows to draw, and takes two thirds of the processor time. Elsewhere Debian's or Playwright's.
 * `SCHAKEL_CHROMIUM` asks for one: `bundled`, `installed`, or the path of a program.
 */
export async function findChromium(): Promise<Chromium> {
  const asked = process.env.SCHAKEL_CHROMIUM || (comesAlong ? 'bundled' : 'installed')
  if (asked === 'bundled') return unpackChromium()
  const candidates = asked === 'installed' ? [...installed, chromium.executablePath()] : [asked]
  const found = candidates.find((path) => existsSync(path))
  if (found) return { executablePath: found, env: {}, source: found, remove: () => {} }
  throw new Error(`there is no browser at ${candidates.join(', ')}`)
}

async function unpackChromium(): Promise<Chromium> {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-chromium-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const executablePath = await inTemporary(folder, async () => {
      const bundled = await import('@sparticuz/chromium')
      const path = await bundled.default.executablePath()
      // Libraries that a bare machine lacks (NSS) are packed too, but only unpacked by themselves on one kind of machine.
      if (lacksLibraries(path)) {
        const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
        await bundled.inflate(join(packed, 'al2023.tar.br'))
      }
      return path
    })
    const fonts = join(folder, 'fonts.conf')
    writeFileSync(fonts, fontSettings(folder))
    const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(delimiter)
    return {
      executablePath,
      env: { FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: libraries },
      source: 'the Chromium that comes along',
      remove,
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** The package unpacks into the temporary folder of the process, and would find there what somebody else left. */
async function inTemporary<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function lacksLibraries(program: string): boolean {
  return /not found/.test(spawnSync('ldd', [program], { encoding: 'utf8' }).stdout ?? '')
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`
}
