/** Runs once for all browser tests: finds the browser, and starts the built program as a new demonstration. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { buildProgram, startSite, temporaryFolder } from './site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    site: { url: string }
    chromium: { executablePath: string; env: Record<string, string> }
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildProgram()
  const folder = temporaryFolder()
  const chromium = await findChromium()
  const clean = () => {
    chromium.remove()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const site = await startSite({ SCHAKEL_DATA: join(folder, 'data') })
    console.log(`Browser: ${chromium.source}; site: ${site.url}`)
    project.provide('site', { url: site.url })
    project.provide('chromium', { executablePath: chromium.executablePath, env: chromium.env })
    return async () => {
      const { code, stderr } = await site.stop()
      clean()
      if (code !== 0 || stderr) throw new Error(`the site ended with code ${code}: ${stderr}`)
    }
  } catch (error) {
    clean()
    throw error
  }
}
