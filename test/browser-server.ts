/**
 * Runs once for all browser tests: finds the browser, lets the built program make a demonstration, and starts it on a copy of that.
 * Making one takes ten times as long as starting, so what needs one of its own gets another copy.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.ts'
import { buildProgram, copyData, type Site, startSite, temporaryFolder } from './site.ts'

/** When the demonstration is made, and when the tests on the shared site begin: the first day that a test with its own clock names. */
const begun = { SCHAKEL_TEST: '1', SCHAKEL_CLOCK: '2026-11-30T09:00:00Z' }

declare module 'vitest' {
  export interface ProvidedContext {
    site: { url: string }
    /** The data folder of a demonstration that was just made and stopped. */
    demonstration: string
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
    const [made, data] = [join(folder, 'made'), join(folder, 'data')]
    await stopWell(await startSite({ ...begun, SCHAKEL_DATA: made }))
    copyData(made, data)
    const site = await startSite({ ...begun, SCHAKEL_DATA: data })
    console.log(`Browser: ${chromium.source}; site: ${site.url}`)
    project.provide('site', { url: site.url })
    project.provide('demonstration', made)
    project.provide('chromium', { executablePath: chromium.executablePath, env: chromium.env })
    return async () => {
      try {
        await stopWell(site)
      } finally {
        clean()
      }
    }
  } catch (error) {
    clean()
    throw error
  }
}

async function stopWell(site: Site): Promise<void> {
  const { code, stderr } = await site.stop()
  if (code !== 0 || stderr) throw new Error(`the site ended with code ${code}: ${stderr}`)
}
