/** What the keys of following by e-mail are made of: derived from the installation's secret, so that the site need not have that. */
import { createHmac } from 'node:crypto'

/** 64 hexadecimal characters each. */
export type FollowSecrets = { sealing: string; finding: string; linking: string }

export function followSecrets(secret: string): FollowSecrets {
  const derive = (purpose: string) => createHmac('sha256', secret).update(`follow: ${purpose}`).digest('hex')
  return {
    sealing: derive('sealing of addresses'),
    finding: derive('finding of addresses'),
    linking: derive('links in mail'),
  }
}
