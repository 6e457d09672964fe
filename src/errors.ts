/**
 * What can go wrong on purpose. A rule throws one of these with a code; `src/web/app.ts` and `src/cli` translate the code once,
 * with the sentences of `src/words`. Everything else that is thrown is a bug: 500 with a reference, never contents.
 */

/** Why a document could not be opened or read. Closed: also `error.code` on the command line. */
export const documentErrorCodes = [
  'file-not-found',
  'not-a-file',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-type-unsupported',
  'file-type-mismatch',
  'pdf-encrypted',
  'pdf-damaged',
  'pdf-too-many-pages',
  'pdf-needs-ocr',
  'docx-damaged',
  'docx-encrypted',
  'zip-too-large',
  'text-not-decodable',
  'text-too-long',
  'open-timed-out',
  'open-out-of-memory',
  'open-failed',
] as const
export type DocumentErrorCode = (typeof documentErrorCodes)[number]

/** Why a step in the life of a request is not taken. */
export type Refusal =
  | 'move-not-possible'
  | 'own-proposal'
  | 'not-deciding-body'
  | 'no-deciding-body'
  | 'objection-window-open'
  | 'objection-window-closed'
  | 'nobody-may-object'
  | 'evidence-missing'
  | 'evidence-unknown'
  | 'evidence-fallen'
  | 'commitment-not-running'
  | 'decision-stands'
  | 'made-by-calendar'
  | 'nothing-to-undo'
  | 'file-destroyed'

/** Every code that a person may meet. `src/words/nl.ts` and `en.ts` hold a sentence for each: a missing one does not compile. */
export type ErrorCode =
  | DocumentErrorCode
  | Refusal
  | 'not-found'
  | 'denied'
  | 'not-assigned'
  | 'sign-in-needed'
  | 'form-invalid'
  | 'upload-no-file'
  | 'upload-too-large'
  | 'changed-by-other'
  | 'already-registered'
  | 'followed-already'
  | 'csv-empty'
  | 'csv-damaged'
  | 'csv-too-long'
  | 'import-begun'
  | 'letter-withdrawn'
  | 'moved-since'
  | 'merged-already'
  | 'course-set-aside'
  | 'in-the-way'
  | 'merge-itself'
  | 'merge-kinds'
  | 'letter-under-way'
  | 'not-readable-yet'
  | 'pdf-not-here'
  | 'sign-unprintable'
  | 'letter-sent'
  | 'report-sent'
  | 'report-needs-adoption'
  | 'list-closed'
  | 'programme-closed'
  | 'programme-not-ready'
  | 'pillar-not-empty'
  | 'milestones-open'
  | 'dependency-circle'
  | 'action-adopted'
  | 'action-needed'
  | 'nothing-changed'
  | 'successor-begun'
  | 'in-use'
  | 'meeting-closed'
  | 'evidence-in-use'
  | 'passkey-refused'
  | 'cross-site-refused'
  | 'unexpected'

/** One field of a form that needs another answer; `field` is the name of the input, `detail` what its sentence names. */
export type FieldError = { field: string; code: string; detail?: Readonly<Record<string, string | number>> }

export abstract class SchakelError extends Error {
  abstract readonly status: 400 | 403 | 404 | 409 | 413 | 422
  readonly code: ErrorCode
  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.name = new.target.name
  }
}

/** The input does not fit; carries the fields, so that the form can show each error beside its input. */
export class Invalid extends SchakelError {
  readonly status = 422
  readonly fields: readonly FieldError[]
  constructor(code: ErrorCode = 'form-invalid', fields: readonly FieldError[] = []) {
    super(code)
    this.fields = fields
  }
}

/** A rule says no, although the input is well formed. */
export class Refused extends SchakelError {
  readonly status = 409
}

/** A rule says no and names what stands in the way; what the list holds is told where it is thrown. */
export class Blocked<Problem = unknown> extends Refused {
  readonly problems: readonly Problem[]
  constructor(code: ErrorCode, problems: readonly Problem[]) {
    super(code)
    this.problems = problems
  }
}

/** This person may not do this. The reason is logged, never shown. */
export class Denied extends SchakelError {
  readonly status = 403
  readonly reason: string
  constructor(reason: string, code: ErrorCode = 'denied') {
    super(code)
    this.reason = reason
  }
}

export class NotFound extends SchakelError {
  readonly status = 404
  constructor() {
    super('not-found')
  }
}

/** A document that cannot be opened or read. Never carries its content. */
export class UnreadableDocument extends SchakelError {
  readonly status = 422
  declare readonly code: DocumentErrorCode
  constructor(code: DocumentErrorCode, options?: ErrorOptions) {
    super(code, options)
  }
}
