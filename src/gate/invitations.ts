/** Invitations: with the code of one, somebody adds a passkey to their account, once. */
import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { CaseCtx } from '../case-ctx.ts'
import { cardAlphabet } from './card-code.ts'

/** Seven days: somebody may be away. */
export const invitationDays = 7

const hashOf = (code: string): Buffer => createHash('sha256').update(`invitation ${code}`).digest()

/** Five groups of four: 92 bits, so a plain hash of it can be kept. */
function newCode(): string {
  const letter = () => cardAlphabet[randomInt(cardAlphabet.length)] ?? ''
  return Array.from({ length: 5 }, () => Array.from({ length: 4 }, letter).join('')).join('-')
}

function readCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}

/** Makes one; what was open for this account ends. @param madeBy null for the command line. @returns its code, kept nowhere */
export async function invite(
  ctx: CaseCtx,
  input: { accountId: string; because: 'enrolment' | 'recovery'; madeBy: string | null },
): Promise<string> {
  const code = newCode()
  await ctx.tx
    .updateTable('gate.invitation')
    .set({ ended_at: sql<Date>`meta.clock()` })
    .where('account_id', '=', input.accountId)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('gate.invitation')
    .values({
      account_id: input.accountId,
      code_hash: hashOf(code),
      because: input.because,
      made_by: input.madeBy,
      made_at: sql<Date>`meta.clock()`,
      use_before: sql<Date>`meta.clock() + make_interval(days => ${invitationDays})`,
      used_at: null,
      ended_at: null,
    })
    .execute()
  return code
}

/** The open invitation of a code, by its code or its id; locked until the transaction ends. */
export async function openInvitation(ctx: CaseCtx, by: { code: string } | { id: string }) {
  return ctx.tx
    .selectFrom('gate.invitation as invitation')
    .innerJoin('gate.account as account', 'account.id', 'invitation.account_id')
    .select(['invitation.id', 'invitation.account_id as accountId', sql<string>`account.name`.as('name')])
    .where((eb) =>
      'code' in by
        ? eb('invitation.code_hash', '=', hashOf(readCode(by.code)))
        : eb('invitation.id', '=', by.id),
    )
    .where('invitation.used_at', 'is', null)
    .where('invitation.ended_at', 'is', null)
    .where('account.ended_at', 'is', null)
    .where('account.kind', 'in', ['staff', 'partner'])
    .where(sql<boolean>`invitation.use_before > meta.clock()`)
    .forUpdate('invitation')
    .executeTakeFirst()
}
