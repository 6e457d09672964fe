/** Builds `styles/*.css` and `islands/*.ts` with their fonts into one folder, with a manifest. Used by the build, dev and tests. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Writes `<name>-<hash>.<ext>` files and `manifest.json` (source name → file) into `outdir`.
 * @returns the manifest
 */
export async function buildAssets(
  outdir: string,
  options: { source?: string } = {},
): Promise<Record<string, string>> {
  const source = options.source ?? here
  const entries = [
    ...(await filesIn(join(source, 'styles'), '.css')),
    ...(await filesIn(join(source, 'islands'), '.ts')),
    ...(await filesIn(join(source, 'styles', 'pictures'), '.svg')),
  ]
  const result = await build({
    entryPoints: entries,
    outdir,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    legalComments: 'none',
    logLevel: 'warning',
  })
  await mkdir(outdir, { recursive: true })
  for (const file of result.outputFiles) {
    const css = file.path.endsWith('.css')
    await writeFile(file.path, css ? dropUnusedTokens(file.text) : file.contents)
  }
  const manifest: Record<string, string> = {}
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    const [only] = Object.keys(output.inputs)
    const source = output.entryPoint ?? (path.endsWith('.svg') ? only : undefined)
    if (source) manifest[basename(source).replace(/\.ts$/, '.js')] = basename(path)
  }
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function filesIn(folder: string, extension: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files
    .filter((file) => file.endsWith(extension) && !file.endsWith(`.test${extension}`))
    .sort()
    .map((file) => join(folder, file))
}

/**
 * Leaves out custom properties that nothing reads: a theme declares thousands, a page uses some hundreds.
 * @param css minified style sheet
 */
export function dropUnusedTokens(css: string): string {
  for (;;) {
    const read = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]))
    const next = withoutDeclarations(css, (name) => !read.has(name))
    if (next.length === css.length) return css
    css = next
  }
}

function withoutDeclarations(css: string, drop: (name: string) => boolean): string {
  const declaration = /(?<=[{;])(--[\w-]+):/g
  let out = ''
  let from = 0
  for (let match = declaration.exec(css); match; match = declaration.exec(css)) {
    const end = endOfValue(css, declaration.lastIndex)
    if (drop(match[1] as string)) {
      out += css.slice(from, match.index)
      from = css[end] === ';' ? end + 1 : end
    }
    declaration.lastIndex = end
  }
  return out + css.slice(from)
}

/** Index of the `;` or `}` that ends a value, with strings and brackets stepped over. */
function endOfValue(css: string, at: number): number {
  let depth = 0
  let quote = ''
  for (let i = at; i < css.length; i++) {
    const c = css[i] as string
    if (quote) {
      if (c === '\\') i++
      else if (c === quote) quote = ''
    } else if (c === '"' || c === "'") quote = c
    else if (c === '(' || c === '[' || c === '{') depth++
    else if (depth > 0 && (c === ')' || c === ']' || c === '}')) depth--
    else if (depth === 0 && (c === ';' || c === '}')) return i
  }
  return css.length
}
