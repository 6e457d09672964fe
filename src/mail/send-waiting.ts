import type { FollowKeys, InTransaction } from '../council/index.ts'
import { claimMail, settleMail } from '../council/index.ts'
import { type MailPlace, renderMail } from './render.ts'
import { longestSending, messageIdOf, type Transport } from './transport.ts'

export type SendWaiting = {
  /** A transaction over the login that sends, at the municipality. */
  inTransaction: InTransaction
  keys: FollowKeys
  transport: Transport
  /** Address that mail comes from. */
  from: string
  place: MailPlace
  signal?: AbortSignal | undefined
  /** For tests. */
  leaseSeconds?: number
}
export type SentCounts = { sent: number; failed: number; waiting: number }

/**
 * Sends the mail of one municipality that is due, one at a time: take it in a transaction, send it, write down how it went in another.
 * Whoever dies between sending and writing leaves it taken; after the lease it is sent again under the same Message-ID. When the
 * server cannot be reached the rest waits for the next time.
 */
export async function sendWaiting(input: SendWaiting): Promise<SentCounts> {
  const { inTransaction, keys, transport, from, place, signal, leaseSeconds = longestSending * 2 } = input
  const counts: SentCounts = { sent: 0, failed: 0, waiting: 0 }
  while (!signal?.aborted) {
    const mail = await inTransaction((ctx) => claimMail(ctx, { leaseSeconds }, keys))
    if (!mail) break
    const result = mail.address
      ? await transport.send({
          mail: renderMail(mail, place),
          to: mail.address,
          messageId: messageIdOf({ municipality: place.municipality.slug, key: mail.key, from }),
          madeAt: mail.madeAt,
        })
      : ({ kind: 'refused', code: 'no-address' } as const)
    const state = await inTransaction((ctx) => settleMail(ctx, { mail, result }))
    if (state === 'sent') counts.sent += 1
    else if (state === 'waiting') counts.waiting += 1
    else if (state) counts.failed += 1
    if (result.kind === 'undelivered' && !/^4\d\d$/.test(result.code)) break
  }
  return counts
}
