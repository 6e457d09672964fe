/** Style sheets, fonts and islands as built: read once at start, served under names that change with their contents. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export type Asset = { body: Uint8Array<ArrayBuffer>; type: string }
export type Assets = {
  /** Address of a built asset by its source name: `schakel.css` → "/assets/schakel-4F2A.css". @throws when there is none */
  url(name: string): string
  /** By the last part of the address. */
  find(file: string): Asset | null
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

/** @param folder where `buildAssets` wrote `manifest.json` and the files it names */
export async function loadAssets(folder: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const files = new Map<string, Asset>()
  for (const file of await readdir(folder)) {
    const type = types[extname(file)]
    if (type) files.set(file, { body: new Uint8Array(await readFile(join(folder, file))), type })
  }
  return {
    url(name) {
      const file = manifest[name]
      if (!file) throw new Error(`no asset ${name}; built are ${Object.keys(manifest).join(', ')}`)
      return `/assets/${file}`
    },
    find: (file) => files.get(file) ?? null,
  }
}
