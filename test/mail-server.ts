/** A real mail server on a free port of this machine, that keeps what it accepts. */
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Received = { to: string[]; from: string; raw: string }
export type MailServer = {
  /** For SCHAKEL_SMTP. */
  url: string
  received: Received[]
  close(): Promise<void>
}

export async function startMailServer(options: {
  /** Answer to a recipient: null accepts. */
  recipient?: (address: string) => { code: number } | null
  /** Called when somebody connects. */
  connected?: () => void
  /** Called when the first bytes of a message came. */
  begun?: () => void
  /** Called when a message was accepted, before whoever sent it hears so; it hears when this resolves. */
  accepted?: () => Promise<void>
}): Promise<MailServer> {
  const received: Received[] = []
  const refusal = (code: number) => Object.assign(new Error('not now'), { responseCode: code })
  const handlers: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onConnect(_session, done) {
      options.connected?.()
      done()
    },
    onRcptTo(address, _session, done) {
      const answer = options.recipient?.(address.address) ?? null
      done(answer ? refusal(answer.code) : undefined)
    },
    onData(stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8')
      stream.once('data', () => options.begun?.())
      stream.on('data', (part: string) => {
        raw += part
      })
      stream.on('end', async () => {
        const { envelope } = session
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        received.push({ to: envelope.rcptTo.map(({ address }) => address), from, raw })
        await options.accepted?.()
        done()
      })
    },
  }
  const server = new SMTPServer(handlers)
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A header of a raw message, with folded lines joined; null when it is not there. */
export function headerOf(raw: string, name: string): string | null {
  const head = raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? null
}
