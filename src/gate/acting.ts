import type { CaseCtx } from '../case-ctx.ts'
import { Denied } from '../errors.ts'

/** The account that acts. @throws {Denied} when nobody is signed in */
export function actingAccount({ actor }: CaseCtx): string {
  if (actor.kind === 'system') throw new Denied('nobody acts', 'sign-in-needed')
  return actor.accountId
}

/** What a form names must be one, before PostgreSQL is asked for it. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
