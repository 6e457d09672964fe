import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildAssets } from '../../build-assets.ts'

test('what her page loads beside itself weighs less than 50 kB, and names no system', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hers-'))
  try {
    const manifest = await buildAssets(folder)
    const read = (name: string) => readFile(join(folder, manifest[name] ?? name))
    const css = await read('hers.css')
    const fonts = [...css.toString().matchAll(/\/assets\/([\w.-]+\.woff2)/g)].map((match) => match[1] ?? '')
    const sizes = await Promise.all(fonts.map(async (font) => (await readFile(join(folder, font))).length))
    const rest = [css, await read('leave.js'), await read('plain.svg')].map((file) => gzipSync(file).length)
    expect(fonts).toHaveLength(1)
    expect([...sizes, ...rest].reduce((sum, size) => sum + size)).toBeLessThan(50_000)
    expect((await read('plain.svg')).toString()).not.toMatch(/schakel/i)
  } finally {
    await rm(folder, { recursive: true })
  }
})
