import { finishImport } from '../../../council/index.ts'
import type { DeskRequest } from '../../page.ts'

const working = new Set<string>()

/**
 * Works on an import after the answer was sent, piece by piece, unless this process does so already. When the process dies, the page of
 * the import or the scheduler goes on where it was.
 */
export function keepWorking(request: DeskRequest, id: number): void {
  const key = `${request.municipality.slug}/${id}`
  if (working.has(key)) return
  working.add(key)
  finishImport(request.transact, { import: id })
    // Whoever looks next tries again: nothing was half done.
    .catch(() => undefined)
    .finally(() => working.delete(key))
}
