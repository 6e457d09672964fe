import type { Ctx } from '../ctx.ts'

export type RegisteredDocument = {
  document: { id: number; year: number; slug: string }
  letter: number | null
  motions: { id: number; year: number; slug: string; title: string; created: boolean }[]
}

/**
 * Registers the newest draft: writes letter, motions, requests, commitments and claims, links or creates motions, publishes the
 * redacted text. All or nothing.
 * @throws Invalid with JSON pointers into the review as `field` and a `ReviewErrorCode` as `code`
 * @throws Refused `changed-by-other` (another version was saved), `already-registered`, `not-readable-yet`; NotFound
 */
export async function registerDocument(
  _ctx: Ctx,
  _input: { document: number; version: number },
): Promise<RegisteredDocument> {
  throw new Error('not built')
}
