import type { FollowKeys, InTransaction } from '../council/index.ts'
import { dayOf, watchSettings } from '../council/index.ts'
import { type MailSettings, sendWaiting, smtpTransport } from '../mail/index.ts'
import type { JobLog } from './scheduler.ts'

export type MailerDeps = {
  clock(): Date
  municipalities(): Promise<readonly { slug: string; name: string }[]>
  /** A transaction of the login that sends, at a municipality. */
  asSender(municipality: string): InTransaction
  keys: FollowKeys
  settings: MailSettings
  /** Address of the site, for links. */
  baseUrl: string
  demo: boolean
  log: JobLog
}
export type Mailer = {
  /** Mail was made: look at once. */
  nudge(): void
  /** Finishes the mail that is being sent. */
  stop(): Promise<void>
}

/** Looks for waiting mail at once, when nudged, and each minute: one query for each municipality, and nothing else while nothing waits. */
export function startMailer(deps: MailerDeps, everyMs = 60_000): Mailer {
  const transport = smtpTransport(deps.settings)
  const stopping = new AbortController()
  let wake: () => void = () => {}
  let nudged = true
  const running = (async () => {
    while (!stopping.signal.aborted) {
      nudged = false
      await sendAll(deps, transport, stopping.signal)
      if (nudged || stopping.signal.aborted) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, everyMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return {
    nudge() {
      nudged = true
      wake()
    },
    async stop() {
      stopping.abort()
      wake()
      await running
      transport.close()
    },
  }
}

async function sendAll(
  deps: MailerDeps,
  transport: ReturnType<typeof smtpTransport>,
  signal: AbortSignal,
): Promise<void> {
  const { keys, baseUrl, demo } = deps
  const started = performance.now()
  const total = { sent: 0, failed: 0, waiting: 0 }
  try {
    for (const municipality of await deps.municipalities()) {
      const { confirmWithinDays } = watchSettings(municipality.slug, dayOf(deps.clock()))
      const counts = await sendWaiting({
        inTransaction: deps.asSender(municipality.slug),
        keys,
        transport,
        from: deps.settings.from,
        place: { municipality, baseUrl, demo, confirmWithinDays },
        signal,
      })
      for (const key of ['sent', 'failed', 'waiting'] as const) total[key] += counts[key]
    }
    deps.log({ job: 'send-mail', ms: performance.now() - started, effects: total })
  } catch (error) {
    deps.log({ job: 'send-mail', ms: performance.now() - started, effects: total, error })
  }
}
