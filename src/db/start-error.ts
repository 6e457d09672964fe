import type { Mode } from '../config.ts'

/** Why the program cannot start. Closed, so that tests and the edge can tell the cases apart. */
export type StartErrorCode =
  | 'already-running'
  | 'port-taken'
  | 'port-refused'
  | 'disk-full'
  | 'data-not-writable'
  | 'data-unreachable'
  | 'data-newer'
  | 'data-not-ours'
  | 'data-other-mode'
  | 'database-newer'
  | 'database-unusable'
  | 'migration-changed'
  | 'key-missing'
  | 'logins-unusable'
  | 'part-ended'
  | 'part-refused'
  | 'platform-unsupported'

/** A start that ends in one clear sentence for the person at the terminal: no stack, exit code 1. */
export class StartError extends Error {
  override name = 'StartError'
  readonly code: StartErrorCode
  constructor(code: StartErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.code = code
  }
}

/** Data never changes mode: the same refusal for a folder and for a database. */
export function otherMode(what: string, asked: Mode): StartError {
  return new StartError(
    'data-other-mode',
    asked === 'production'
      ? `${what} was begun as a demonstration and cannot be opened in production; name another data folder with SCHAKEL_DATA.`
      : `${what} was begun in production and cannot be opened as a demonstration; set SCHAKEL_MODE=production, or name another data folder with SCHAKEL_DATA.`,
  )
}
