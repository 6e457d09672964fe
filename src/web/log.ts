/** What the log keeps of a request. */
import { Denied, SchakelError } from '../errors.ts'

/** What one request leaves in the log: never a query, a form or a message, which may hold contents. */
export type LogLine = {
  at: string
  id: string
  method: string
  /** As declared in `routes.ts`, or null when no route fits. */
  route: string | null
  status: number
  ms: number
  /** Code of a refusal, or the name of an unexpected error. */
  error?: string
  /** Why somebody was refused; for an unexpected error, where it was thrown. */
  reason?: string
}

/** What the log keeps of an error: codes and places, never messages. */
export function summarise(error: unknown): Pick<LogLine, 'error' | 'reason'> {
  if (error instanceof Denied) return { error: error.code, reason: error.reason }
  if (error instanceof SchakelError) return { error: error.code }
  if (error instanceof Error) {
    const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
    return { error: `${error.name}${code}`, reason: whereOf(error) }
  }
  return { error: typeof error }
}

/** The place of an error: where it was thrown, and the frames of our own that led there. */
function whereOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const ours = frames.filter((frame, index) => index === 0 || !/node_modules|node:/.test(frame))
  return ours
    .slice(0, 6)
    .map((frame) => frame.trim())
    .join(' < ')
}
