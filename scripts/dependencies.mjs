/**
 * What this program is made of. Writes its bill of materials (CycloneDX) to `dist/sbom.cdx.json`, and asks the registry whether
 * something is known about a package that runs in production. Fails on what is known to be high or critical, and on a package that the
 * lockfile has and the bill has not. A registry that has no answer is said, and fails nothing.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'))

const problems = [...writeBill(), ...askRegistry()]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function npm(...args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20, timeout: 120_000 }
  return spawnSync('npm', [...args, '--no-update-notifier'], options)
}

function writeBill() {
  const { status, stdout } = npm('sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application')
  if (status !== 0)
    return ['npm could not make the bill of materials; "npm sbom --sbom-format cyclonedx" says why.']
  const bill = JSON.parse(stdout)
  // npm takes the name of the folder.
  bill.metadata.component.name = read('package.json').name
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 1)}\n`)
  const listed = new Set(bill.components.map(({ purl = '' }) => decodeURIComponent(purl).replace(/\?.*/, '')))
  const missing = Object.entries(read('package-lock.json').packages)
    .filter(([path, { optional, link }]) => path !== '' && !optional && !link)
    .map(([path, { name, version }]) => `pkg:npm/${name ?? path.replace(/^.*node_modules\//, '')}@${version}`)
    .filter((one) => !listed.has(one))
  console.log(
    `${bill.components.length} packages stand in dist/sbom.cdx.json (CycloneDX ${bill.specVersion}).`,
  )
  return missing.map((one) => `${one} is in the lockfile, but not in the bill of materials.`)
}

function askRegistry() {
  const { stdout } = npm('audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000')
  const told = parse(stdout)?.metadata?.vulnerabilities
  if (!told) {
    console.log('Not checked: the registry in use does not say what is known about packages.')
    return []
  }
  const grave = (told.high ?? 0) + (told.critical ?? 0)
  console.log(`Known of packages in production: ${told.total ?? 0}, of which ${grave} high or critical.`)
  return grave > 0 ? ['See "npm audit --omit=dev".'] : []
}

function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
