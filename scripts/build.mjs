/**
 * Bundles the program into `dist/`: `main.js`, the migrations beside it, and style sheets, fonts and islands in `assets/`.
 * Packages stay outside the bundle: it starts faster, and building takes 50 ms. Each file is replaced whole and the stamp comes last:
 * a build that was interrupted is done again, and a program that starts or runs from here meanwhile finds what it needs.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildAssets } from '../src/web/build-assets.ts'
import { sourcesStamp } from './sources-stamp.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const assets = join(dist, 'assets')
const stampFile = join(dist, '.built')

const stamp = process.argv[2] ?? sourcesStamp(root)
mkdirSync(assets, { recursive: true })
rmSync(stampFile, { force: true })
await bundleProgram()
placeMigrations('migrations')
placeMigrations('key-migrations')
await placeAssets()
writeFileSync(stampFile, stamp)

async function bundleProgram() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    // Apart, since a bundle loads all packages before its first line, and `main.ts` has something to say first.
    // The two others are the programs of its two processes.
    entryPoints: ['src/main.ts', 'src/start.ts', 'src/run-site.ts', 'src/run-casework.ts'],
    outdir: dist,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    write: false,
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) place(path, contents)
}

function placeMigrations(folder) {
  const from = join(root, 'src', 'db', folder)
  const to = join(dist, folder)
  mkdirSync(to, { recursive: true })
  const names = readdirSync(from)
  for (const name of names) place(join(to, name), readFileSync(join(from, name)))
  for (const name of readdirSync(to)) if (!names.includes(name)) rmSync(join(to, name))
}

/** The list of assets goes last; what the list before it names stays for a program that still runs. */
async function placeAssets() {
  const fresh = join(dist, `assets.new-${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  try {
    await buildAssets(fresh)
    const older = namesIn(assets)
    const built = readdirSync(fresh).filter((name) => name !== 'manifest.json')
    for (const name of [...built, 'manifest.json']) renameSync(join(fresh, name), join(assets, name))
    const kept = new Set([...older, ...built, 'manifest.json'])
    for (const name of readdirSync(assets)) if (!kept.has(name)) rmSync(join(assets, name))
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

function namesIn(folder) {
  try {
    return Object.values(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  } catch {
    return []
  }
}

/** Whole or not at all: another start may be reading. */
function place(path, contents) {
  const fresh = `${path}.new-${process.pid}`
  writeFileSync(fresh, contents)
  renameSync(fresh, path)
}
