/**
 * Checks the import rules of `.dependency-cruiser.cjs`, and the check itself: it must have seen every source file on disk, and for
 * every rule a small tree with one seeded violation must be refused.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const folders = ['src', 'seed', 'test', 'e2e', 'bench', 'scripts']

/** For each rule a file that breaks it, and what it says. What is imported is laid beside it, empty. */
const violations = {
  'imports-point-right-from-council': ['src/council/a.ts', "import '../web/x.ts'"],
  'imports-point-right-from-programme': ['src/programme/a.ts', "import '../council/index.ts'"],
  'imports-point-right-from-disclosure': ['src/disclosure/a.ts', "import '../programme/index.ts'"],
  'imports-point-right-from-reintegration': ['src/reintegration/a.ts', "import '../disclosure/index.ts'"],
  'imports-point-right-from-gate': ['src/gate/a.ts', "import '../reintegration/index.ts'"],
  'imports-point-right-from-vault': ['src/vault/a.ts', "import '../gate/index.ts'"],
  'imports-point-right-from-identity': ['src/identity/a.ts', "import '../council/index.ts'"],
  'imports-point-right-from-audit': ['src/audit/a.ts', "import type { X } from '../identity/index.ts'"],
  'imports-point-right-from-db': ['src/db/a.ts', "import '../audit/index.ts'"],
  'edges-apart': ['src/cli/a.ts', "import '../web/x.ts'"],
  'rooms-have-one-door': ['src/web/b.ts', "import '../council/tables.ts'"],
  'tables-are-types': ['src/db/tables.ts', "import '../council/tables.ts'"],
  'common-ground-is-bare': ['src/errors.ts', "import './council/index.ts'"],
  'rooms-do-not-speak': ['src/council/b.ts', "import '../words/nl.ts'"],
  'reader-is-pure': ['src/council/read/a.ts', "import 'node:fs'"],
  'documents-out-knows-no-room': ['src/documents-out/a.ts', "import '../council/index.ts'"],
  'transactions-are-opened-by-few': ['src/council/c.ts', "import '../db/transact.ts'"],
  'driver-stays-in-db': ['src/council/d.ts', "import 'pg'"],
  'pages-hold-no-sql': ['src/web/c.ts', "import { sql } from 'kysely'\nsql"],
  'public-pages-know-no-desk': ['src/web/public/a.ts', "import '../desk/x.ts'"],
  'site-knows-no-case': ['src/web/d.ts', "import './casework/x.ts'"],
  'casework-knows-no-council': ['src/reintegration/b.ts', "import type { X } from '../council/index.ts'"],
  'site-process-knows-no-case': ['src/open-site.ts', "import './vault/index.ts'"],
  'casework-process-knows-no-council': ['src/open-casework.ts', "import './web/app.ts'"],
  'islands-stay-in-the-browser': ['src/web/islands/a.ts', "import '../x.ts'"],
  'program-knows-no-tests': ['src/audit/b.ts', "import '../../test/x.ts'"],
  'seed-only-at-start': ['src/audit/c.ts', "import '../../seed/index.ts'"],
  'program-uses-no-dev-packages': ['src/audit/d.ts', "import 'fast-check'"],
  'packages-are-declared': ['src/audit/e.ts', "import 'pg-types'"],
  'imports-exist': ['src/audit/f.ts', "import './nowhere.ts'"],
  'no-circles': ['src/audit/g.ts', "import './h.ts'", 'src/audit/h.ts', "import './g.ts'"],
}

const problems = [...(await checkProject()), ...(await checkRules())]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length ? 1 : 0

async function checkProject() {
  const onDisk = folders.flatMap((folder) => sourcesIn(folder))
  const modules = await cruiseIn(root)
  const seen = new Set(modules.map(({ source }) => source))
  const unseen = onDisk.filter((file) => !seen.has(file))
  const dependencies = modules.reduce((sum, { dependencies: own }) => sum + own.length, 0)
  const problems = broken(modules).map(
    ({ rule, from, to }) => `${from} → ${to}: ${commentOf(rule)} (${rule})`,
  )
  if (unseen.length) problems.push(`The check did not see ${unseen.length} files, such as ${unseen[0]}.`)
  if (onDisk.length === 0 || dependencies < onDisk.length)
    problems.push('The check saw no modules or no imports.')
  if (problems.length === 0)
    console.log(`${onDisk.length} files, ${dependencies} imports, ${forbidden.length} rules.`)
  return problems
}

async function checkRules() {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-imports-'))
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(folder, file))
    for (const parts of Object.values(violations)) {
      for (let i = 0; i < parts.length; i += 2) lay(folder, parts[i], parts[i + 1])
    }
    const found = broken(await cruiseIn(folder))
    return forbidden.flatMap(({ name }) => {
      const file = violations[name]?.[0]
      if (!file) return [`The rule ${name} has no seeded violation in scripts/imports.mjs.`]
      if (found.some(({ rule, from }) => rule === name && from === file)) return []
      return [`The rule ${name} let its seeded violation pass.`]
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function lay(folder, file, text) {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${text}\nexport const x = 1\nexport type X = 1\n`)
  for (const [, to] of text.matchAll(/'(\.[^']+)'/g)) {
    const target = join(dirname(path), to)
    if (to === './nowhere.ts') continue
    mkdirSync(dirname(target), { recursive: true })
    try {
      writeFileSync(target, 'export const x = 1\nexport type X = 1\n', { flag: 'wx' })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
}

async function cruiseIn(baseDir) {
  const tsConfig = extractTsConfig(join(baseDir, 'tsconfig.json'))
  const there = folders.filter((folder) => readdirSync(baseDir).includes(folder))
  const { tsConfig: _, ...rest } = options
  const { output } = await cruise(
    there,
    { ...rest, baseDir, ruleSet: { forbidden }, validate: true },
    undefined,
    { tsConfig },
  )
  return output.modules
}

function broken(modules) {
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.flatMap(({ resolved, rules = [] }) =>
      rules.map(({ name }) => ({ rule: name, from: source, to: resolved })),
    ),
  )
}

function commentOf(rule) {
  return forbidden.find(({ name }) => name === rule)?.comment
}

function sourcesIn(folder) {
  let entries = []
  try {
    entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
