import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a running PostgreSQL says about itself in its folder. */
export type Postmaster = { pid: number; port: number; socketFolder: string }

/** @returns null when none runs, or when it has not written everything yet */
export function readPostmaster(cluster: string): Postmaster | null {
  const text = readText(cluster)
  if (text === null) return null
  const [pid, , , port, socketFolder] = text.split('\n')
  if (!pid || !port || !socketFolder) return null
  return { pid: Number(pid), port: Number(port), socketFolder }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * After a power cut or in a new container, the number in `postmaster.pid` may by now be another program's, and PostgreSQL would
 * refuse to start. Linux tells: a postmaster works in its own database folder.
 */
export function removeForeignPostmaster(cluster: string): void {
  const text = readText(cluster)
  const pid = Number(text?.split('\n')[0])
  if (text === null || !pid) return
  let worksIn: string
  try {
    worksIn = readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return
  }
  if (worksIn !== realpathSync(cluster) && readText(cluster) === text)
    rmSync(fileOf(cluster), { force: true })
}

export function hasPostmasterFile(cluster: string): boolean {
  return readText(cluster) !== null
}

function fileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function readText(cluster: string): string | null {
  try {
    return readFileSync(fileOf(cluster), 'utf8')
  } catch {
    return null
  }
}
