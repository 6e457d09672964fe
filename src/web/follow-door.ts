/** Following by e-mail over a real installation: each command in a transaction of the program, limited to that command. */
import type { FollowKeys, InTransaction } from '../council/index.ts'
import {
  askToFollow,
  confirmFollow,
  dayOf,
  demoMail,
  stopFollowing,
  stopMail,
  toConfirm,
  tokenHolder,
  watchSettings,
} from '../council/index.ts'
import { renderMail } from '../mail/index.ts'
import type { FollowDeps } from './app.ts'
import { limitTo } from './limit.ts'
import type { MailState } from './page.ts'

/** Most questions to confirm that one network may cause in an hour. */
const perVisitor = 10
/** Most of all visitors together, at one municipality in an hour: nobody makes this site flood mailboxes. */
const ofAll = 300
const hour = 3_600_000

export type FollowInstallation = {
  mail: MailState
  keys: FollowKeys
  /** Mail was made: send it soon. */
  mailWaits(): void
}

export function followDoor(
  installation: FollowInstallation,
  asProgram: (municipality: string, now: Date) => InTransaction,
): FollowDeps {
  const { mail, keys, mailWaits } = installation
  const visitors = limitTo(perVisitor, hour)
  const everyone = limitTo(ofAll, hour)
  return {
    mail,
    at({ municipality, language, now }) {
      const run = asProgram(municipality, now)
      return {
        mail,
        async ask({ address, topic, visitor }) {
          if (mail === 'off') return 'too-often'
          if (!visitors.allow(`${municipality} ${visitor}`, now) || !everyone.allow(municipality, now))
            return 'too-often'
          await run((ctx) => askToFollow(ctx, { address, topic, language }, keys))
          mailWaits()
          return 'asked'
        },
        toConfirm: (token) => run((ctx) => toConfirm(ctx, { token })),
        async confirm(token) {
          const confirmed = await run((ctx) => confirmFollow(ctx, { token }))
          return confirmed && keys.token('follower', confirmed.follower)
        },
        holder: (token) => run((ctx) => tokenHolder(ctx, { token })),
        stopFollowing: (token, follow) => run((ctx) => stopFollowing(ctx, { token, follow })),
        stopMail: (token) => run((ctx) => stopMail(ctx, { token })),
      }
    },
    async preview({ municipality, origin, now, mail: id }) {
      const found = await asProgram(municipality.slug, now)((ctx) => demoMail(ctx, { mail: id }, keys))
      if (!found) return null
      const { confirmWithinDays } = watchSettings(municipality.slug, dayOf(now))
      const rendered = renderMail(found, { municipality, baseUrl: origin, demo: true, confirmWithinDays })
      const { language: _, facts: __, links: ___, ...listed } = found
      return { ...listed, ...rendered }
    },
  }
}
