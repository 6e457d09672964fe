import type { Config } from '../config.ts'
import type { DataFolder } from '../data-folder.ts'
import type { SiteOpened } from './messages.ts'
import { addressOf, demonstrationKey, type Ports } from './parcels.ts'

export type Announced = {
  config: Config
  ports: Ports
  runs: { site: boolean; casework: boolean }
  data: DataFolder | null
  people: SiteOpened['people']
}

/** What the program says when it answers. */
export function announcement({ config, ports, runs, data, people }: Announced): string {
  const lines = []
  if (runs.site) lines.push(`Schakel is ready: ${addressOf(config, 'site', ports)}`)
  if (runs.casework) lines.push(`The confidential side is ready: ${addressOf(config, 'casework', ports)}`)
  if (config.mode === 'demo') {
    lines.push('This is a demonstration: every person and every place in it is invented. Sign in as:')
    for (const { municipality, name, role } of people) {
      lines.push(`  ${municipality.padEnd(14)} ${role.padEnd(17)} ${name}`)
    }
  }
  if (config.mode === 'production' && runs.site && !config.mail) {
    lines.push(
      'No mail is sent: nobody can follow by e-mail, and owners are not reminded. Set SCHAKEL_SMTP and SCHAKEL_MAIL_FROM.',
    )
  }
  if (config.part === 'all' && !runs.casework) {
    lines.push(
      'The confidential side does not run, because no key-encryption key is set. Set SCHAKEL_KEK_FILE, SCHAKEL_KEK_COMMAND or SCHAKEL_KEK.',
    )
  }
  if (config.part !== 'all') lines.push(`The logins are in ${config.part.logins}.`)
  if (data?.movedBecause) lines.push(`The data is in ${data.folder}, because ${data.movedBecause}.`)
  else if (data) lines.push(`The data is in ${data.folder}.`)
  if (data && runs.casework && config.kek === null) {
    lines.push(
      `The key of the confidential side is in ${demonstrationKey(data.folder)}; without it nobody reads a case.`,
    )
  }
  lines.push('Stop with Ctrl-C.')
  return lines.join('\n')
}
