/** Tells whether anything that the bundle is made of has changed, by names, sizes and times. Plain JavaScript, from Node 18 on. */
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['src', 'seed', 'rules', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']

export function sourcesStamp(root) {
  const hash = createHash('sha256')
  for (const name of sources) add(hash, join(root, name))
  return hash.digest('hex')
}

function add(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) {
    for (const name of readdirSync(path).sort()) add(hash, join(path, name))
  } else if (!/\.test\.tsx?$/.test(path)) {
    hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`)
  }
}
