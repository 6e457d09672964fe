import { createHash } from 'node:crypto'
import type { SendResult } from '../council/index.ts'
import type { RenderedMail } from './render.ts'

/** Longest that sending one mail may take, in seconds; longer than all the timeouts below together. */
export const longestSending = 300

export type OutgoingEnvelope = {
  mail: RenderedMail
  /** Where it goes; checked when it was entered. */
  to: string
  messageId: string
  madeAt: Date
}
export type Transport = {
  send(envelope: OutgoingEnvelope): Promise<SendResult>
  close(): void
}

/** Where mail is handed over, and under which address. */
export type MailSettings = { smtp: string; from: string }

/**
 * Hands mail to a server (SMTP). Its package is loaded when the first mail is sent. A server elsewhere must speak TLS, unless the
 * address says `?requireTLS=false`.
 */
export function smtpTransport(settings: MailSettings): Transport {
  let opened: Promise<Mailer> | null = null
  return {
    async send(envelope) {
      try {
        opened ??= open(settings)
        const { mail } = envelope
        await (await opened).sendMail({
          from: { name: mail.from, address: settings.from },
          to: { name: '', address: envelope.to },
          envelope: { from: settings.from, to: [envelope.to] },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          messageId: envelope.messageId,
          date: envelope.madeAt,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(mail.unsubscribe
              ? {
                  'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribe}>` },
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }
              : {}),
          },
        })
        return { kind: 'sent' }
      } catch (error) {
        return resultOf(error)
      }
    },
    close() {
      void opened?.then((mailer) => mailer.close())
    },
  }
}

type Mailer = Awaited<ReturnType<typeof open>>

async function open({ smtp }: MailSettings) {
  const { createTransport } = await import('nodemailer')
  const url = new URL(smtp)
  const secure = url.protocol === 'smtps:'
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !local && url.searchParams.get('requireTLS') !== 'false',
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 60_000,
    dnsTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/**
 * What an error of sending means. A 5xx answer to the recipient or the message is a refusal for good. Everything else may go better
 * later: a 4xx answer, no connection, and refusals of ourselves (sign-in, our own address), which somebody has to mend. Pure.
 */
export function resultOf(error: unknown): Exclude<SendResult, { kind: 'sent' }> {
  const { responseCode, command, code } = (error ?? {}) as {
    responseCode?: number
    command?: string
    code?: string
  }
  const answer = responseCode ? String(responseCode) : (code ?? 'unknown')
  const ofThisMail = command === 'RCPT TO' || command === 'DATA'
  const refused = ofThisMail && responseCode !== undefined && responseCode >= 500 && responseCode !== 503
  return { kind: refused ? 'refused' : 'undelivered', code: answer.replace(/[^\w-]/g, '').slice(0, 40) }
}

/** The same for every try of the same mail, so that whoever gets it twice can tell. */
export function messageIdOf(input: { municipality: string; key: string; from: string }): string {
  const hash = createHash('sha256').update(`${input.municipality} ${input.key}`).digest('hex').slice(0, 40)
  return `<${hash}@${input.from.slice(input.from.lastIndexOf('@') + 1)}>`
}
