import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from './start-error.ts'

/** Below this PostgreSQL cannot be trusted to write what it must, in bytes. */
const needed = 4_000_000

/** Whether an error comes from a full disk: it says so, or there is hardly any room left where the data is. */
export function isDiskFull(error: unknown, folder: string): boolean {
  const { code } = (error ?? {}) as { code?: string }
  return code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || roomIn(folder) < needed
}

/** Free bytes on the disk that holds this folder, or will. */
export function roomIn(folder: string): number {
  if (!existsSync(folder)) return roomIn(dirname(folder))
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

export function diskFull(folder: string, options?: ErrorOptions): StartError {
  return new StartError(
    'disk-full',
    `The disk that holds ${folder} is full, so Schakel cannot keep its data; make room and start again.`,
    options,
  )
}
