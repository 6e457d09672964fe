/**
 * All checks: types, lint, import rules, dependencies, unit, integration, browser. The first four need one core and the unit tests leave
 * some of theirs unused, so those run beside each other; what each says is printed when it ends.
 * `npm test -- unit integration` runs only those named. Ends with one line that counts: N passed, N failed, N skipped.
 * A check that is no test run (types, lint, imports, dependencies) counts as one. A run of tests that ran none has failed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const node = process.execPath
const scratch = mkdtempSync(join(tmpdir(), 'schakel-results-'))

const checks = {
  types: ['Types', () => plain([node, 'node_modules/typescript/bin/tsc', '--noEmit'])],
  lint: [
    'Lint and format',
    () => plain([join(root, 'node_modules/.bin/biome'), 'check', '--error-on-warnings', '.']),
  ],
  imports: ['Import rules', () => plain([node, 'scripts/imports.mjs'])],
  dependencies: ['Dependencies', () => plain([node, 'scripts/dependencies.mjs'])],
  unit: ['Unit tests', () => vitest('unit')],
  integration: ['Integration tests', () => vitest('integration')],
  browser: ['Browser tests', () => vitest('browser')],
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in checks))
if (unknown) {
  console.error(`There is no check "${unknown}"; there are ${Object.keys(checks).join(', ')}.`)
  process.exit(2)
}

const total = { passed: 0, failed: 0, skipped: 0 }
const failed = []
const wanted = Object.keys(checks).filter((name) => asked.length === 0 || asked.includes(name))
const isPlain = (name) => ['types', 'lint', 'imports', 'dependencies'].includes(name)
const beside = inTurn(wanted.filter(isPlain))
await inTurn(wanted.filter((name) => name === 'unit'))
await beside
await inTurn(wanted.filter((name) => name !== 'unit' && !isPlain(name)))
rmSync(scratch, { recursive: true, force: true })

if (failed.length) console.log(`\nFailed: ${failed.join(', ')}.`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = failed.length ? 1 : 0

async function inTurn(names) {
  for (const name of names) {
    const [title, check] = checks[name]
    if (!isPlain(name)) console.log(`\n== ${title} ==`)
    const begun = Date.now()
    const result = await check()
    for (const key of Object.keys(total)) total[key] += result[key]
    if (result.failed) failed.push(title)
    const skipped = result.skipped ? `, ${result.skipped} skipped` : ''
    const counts = `${result.passed} passed, ${result.failed} failed${skipped}, ${seconds(begun)}`
    if (result.said) console.log(`\n== ${title} ==\n${result.said.trimEnd()}`)
    console.log(`${title}: ${result.failed ? 'FAILED' : 'ok'} (${counts})`)
  }
}

/** Keeps what it says until it ends, since another check may be talking. */
async function plain([program, ...args]) {
  let said = ''
  const code = await new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
      })
    }
    child.on('error', (error) => {
      said += error.message
      done(1)
    })
    child.on('close', (status) => done(status ?? 1))
  })
  return code === 0 ? { passed: 1, failed: 0, skipped: 0, said } : { passed: 0, failed: 1, skipped: 0, said }
}

async function vitest(project) {
  const file = join(scratch, `${project}.json`)
  const code = await run([
    ...[node, 'node_modules/vitest/vitest.mjs', 'run', '--project', project],
    ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`],
  ])
  const result = readResult(file)
  // A run that ends badly without a failing test (a leak, a file that does not load), or that ran nothing, has failed too.
  if ((code !== 0 || result.passed + result.failed === 0) && result.failed === 0) result.failed = 1
  return result
}

function readResult(file) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function run([program, ...args]) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
