/** Passkeys: adding one with an invitation or beside another, signing in with it, and taking it away. */
import { sql } from 'kysely'
import { append } from '../audit/index.ts'
import type { CaseCtx } from '../case-ctx.ts'
import { Invalid, NotFound, Refused } from '../errors.ts'
import {
  checkCreated,
  checkSignIn,
  credentialIn,
  optionsToCreate,
  optionsToSignIn,
  type Party,
} from '../sign-in/passkey.ts'
import { actingAccount, isUuid } from './acting.ts'
import { beginHandshake, takeHandshake } from './handshake.ts'
import { openInvitation } from './invitations.ts'
import { openSession } from './session.ts'
import { countTry } from './tally.ts'

/** What the page gives to the browser, and the token for the cookie. */
export type Begun = { options: string; token: string }

export type OwnPasskey = {
  id: string
  device: string | null
  synced: boolean
  backedUp: boolean
  addedAt: Date
  usedAt: Date | null
}

/** Begins with the code of an invitation. Null when the code is unknown, used, ended or too late, or tried too often. */
export async function beginEnrolment(
  ctx: CaseCtx,
  input: { code: string; network: string; party: Party },
): Promise<Begun | null> {
  const allowed = await countTry(ctx, 'invitation', input.network)
  const invitation = await openInvitation(ctx, { code: input.code })
  if (!allowed || !invitation) {
    await append(ctx, {
      event: 'passkey.invited',
      action: 'R',
      purpose: 'operation',
      reason: allowed ? 'not-known' : 'too-often',
    })
    return null
  }
  const { accountId, name } = invitation
  return begin(ctx, input.party, { accountId, name, invitationId: invitation.id })
}

/** Begins to add another to one's own account. */
export async function beginAnother(ctx: CaseCtx, party: Party): Promise<Begun> {
  const { actor } = ctx
  const accountId = actingAccount(ctx)
  if (actor.kind === 'survivor' || actor.kind === 'system') throw new Refused('move-not-possible')
  return begin(ctx, party, { accountId, name: actor.name, invitationId: null })
}

async function begin(
  ctx: CaseCtx,
  party: Party,
  { accountId, name, invitationId }: { accountId: string; name: string; invitationId: string | null },
): Promise<Begun> {
  const have = await ctx.tx
    .selectFrom('gate.passkey')
    .select(['credential_id as credentialId', 'transports'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  const { challenge, options } = await optionsToCreate(party, { id: accountId, name }, have)
  const token = await beginHandshake(ctx, { what: 'enrolment', challenge, invitationId, accountId })
  return { options, token }
}

/**
 * Keeps the passkey that the browser made. With an invitation that is used up now, and a session begins.
 * @param own the account that adds another to itself; null with an invitation
 * @returns the token of a new session with an invitation, else null
 * @throws {Invalid} when the answer is not as asked, or was used before
 */
export async function finishEnrolment(
  ctx: CaseCtx,
  input: { handshake: string | null; answer: string; party: Party; device: string; own: string | null },
): Promise<string | null> {
  const handshake = await takeHandshake(ctx, input.handshake, 'enrolment')
  const made = handshake && (await checkCreated(input.party, handshake.challenge, input.answer))
  const accountId = handshake?.accountId
  if (!made || !accountId) throw new Invalid('passkey-refused')
  if (handshake.invitationId ? input.own !== null : input.own !== accountId)
    throw new Invalid('passkey-refused')
  if (handshake.invitationId) {
    const invitation = await openInvitation(ctx, { id: handshake.invitationId })
    if (!invitation) throw new Invalid('passkey-refused')
    await ctx.tx
      .updateTable('gate.invitation')
      .set({ used_at: sql<Date>`meta.clock()` })
      .where('id', '=', invitation.id)
      .execute()
  }
  const added = await ctx.tx
    .insertInto('gate.passkey')
    .values({
      account_id: accountId,
      rp_id: input.party.rpId,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      counter: made.counter,
      transports: made.transports,
      synced: made.synced,
      backed_up: made.backedUp,
      device: input.device,
      added_at: sql<Date>`meta.clock()`,
      used_at: null,
      ended_at: null,
      ended_by: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw new Invalid('passkey-refused')
  await append(ctx, {
    event: 'passkey.added',
    action: 'C',
    purpose: 'operation',
    account: accountId,
    parts: { passkey: added.id },
  })
  if (!handshake.invitationId) return null
  return openSession(ctx, { accountId, method: 'passkey', device: input.device })
}

/** Begins to sign in. Null when one network tries too often. */
export async function beginPasskeySignIn(
  ctx: CaseCtx,
  input: { network: string; party: Party },
): Promise<Begun | null> {
  if (!(await countTry(ctx, 'passkey', input.network))) return null
  const { challenge, options } = await optionsToSignIn(input.party)
  return { options, token: await beginHandshake(ctx, { what: 'passkey', challenge }) }
}

/**
 * Signs in with the answer of the browser. @returns the token of the session; or null, whatever was wrong. The transaction must be
 * kept also then: what was begun cannot be used again.
 */
export async function finishPasskeySignIn(
  ctx: CaseCtx,
  input: { handshake: string | null; answer: string; party: Party; device: string },
): Promise<string | null> {
  const handshake = await takeHandshake(ctx, input.handshake, 'passkey')
  const named = credentialIn(input.answer)
  const passkey = named && (await findPasskey(ctx, named.credentialId, input.party.rpId))
  const mine = passkey && (named.accountId === null || named.accountId === passkey.accountId)
  const checked =
    handshake && mine ? await checkSignIn(input.party, handshake.challenge, passkey, input.answer) : null
  if (!checked || !passkey) {
    await append(ctx, {
      event: 'session.opened',
      action: 'E',
      purpose: 'operation',
      reason: handshake ? 'passkey-refused' : 'nothing-begun',
      ...(passkey ? { account: passkey.accountId, parts: { passkey: passkey.id } } : {}),
    })
    return null
  }
  await ctx.tx
    .updateTable('gate.passkey')
    .set({ counter: checked.counter, backed_up: checked.backedUp, used_at: sql<Date>`meta.clock()` })
    .where('id', '=', passkey.id)
    .execute()
  await append(ctx, {
    event: 'session.opened',
    action: 'E',
    purpose: 'operation',
    account: passkey.accountId,
    parts: { passkey: passkey.id },
  })
  return openSession(ctx, { accountId: passkey.accountId, method: 'passkey', device: input.device })
}

function findPasskey(ctx: CaseCtx, credentialId: string, rpId: string) {
  return ctx.tx
    .selectFrom('gate.passkey as passkey')
    .innerJoin('gate.account as account', 'account.id', 'passkey.account_id')
    .select([
      'passkey.id',
      'passkey.account_id as accountId',
      'passkey.credential_id as credentialId',
      'passkey.public_key as publicKey',
      'passkey.counter',
      'passkey.transports',
    ])
    .where('passkey.credential_id', '=', credentialId)
    .where('passkey.rp_id', '=', rpId)
    .where('passkey.ended_at', 'is', null)
    .where('account.ended_at', 'is', null)
    .forUpdate('passkey')
    .executeTakeFirst()
}

/** Of whoever acts, the newest first. */
export async function ownPasskeys(ctx: CaseCtx): Promise<OwnPasskey[]> {
  return ctx.tx
    .selectFrom('gate.passkey')
    .select(['id', 'device', 'synced', 'backed_up as backedUp', 'added_at as addedAt', 'used_at as usedAt'])
    .where('account_id', '=', actingAccount(ctx))
    .where('ended_at', 'is', null)
    .orderBy('added_at', 'desc')
    .execute()
}

/** Takes away one of one's own. @throws {Refused} `move-not-possible` for the last: then nobody could come in any more */
export async function endOwnPasskey(ctx: CaseCtx, id: string): Promise<void> {
  const own = await ownPasskeys(ctx)
  if (!isUuid(id) || !own.some((passkey) => passkey.id === id)) throw new NotFound()
  if (own.length === 1) throw new Refused('move-not-possible')
  await ctx.tx
    .updateTable('gate.passkey')
    .set({ ended_at: sql<Date>`meta.clock()`, ended_by: actingAccount(ctx) })
    .where('id', '=', id)
    .execute()
  await append(ctx, { event: 'passkey.ended', action: 'U', purpose: 'operation', parts: { passkey: id } })
}
