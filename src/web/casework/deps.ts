/** The confidential edge over a real installation: its logins, its keys, its assets. */
import { append } from '../../audit/index.ts'
import type { Mode } from '../../config.ts'
import type { CaseDatabases } from '../../db/connect-case.ts'
import { transactCase } from '../../db/transact-case.ts'
import { findSession } from '../../gate/index.ts'
import type { Vault } from '../../vault/index.ts'
import type { Assets } from '../assets.ts'
import type { LogLine } from '../log.ts'
import type { CaseDeps } from './app.ts'
import type { CaseProvider } from './page.ts'

export type CaseInstallation = {
  mode: Mode
  baseUrl: string | null
  proxies?: number
  provider?: CaseProvider | null
  /** The harmless page elsewhere that her own pages are left for. */
  leaveUrl?: string
  /** The file outside the database that erasures are written down in; without it a privacy officer erases nothing here. */
  erasures?: string | null
  databases: CaseDatabases
  vault: Vault
  assets: Assets
  clock?: () => Date
  log?: (line: LogLine) => void
}

/** What `createCaseApp` needs. Without `log`, one JSON line a request goes to stdout. */
export function caseDeps(installation: CaseInstallation): CaseDeps {
  const { mode, baseUrl, databases, vault, assets } = installation
  return {
    mode,
    baseUrl,
    assets,
    proxies: installation.proxies ?? 0,
    provider: installation.provider ?? null,
    erasures: installation.erasures ?? null,
    leaveUrl: installation.leaveUrl ?? 'https://www.knmi.nl/',
    clock: installation.clock ?? (() => new Date()),
    log: installation.log ?? ((line) => console.log(JSON.stringify(line))),
    findSession: (token) => findSession(databases.gate, token),
    transact: (login, opening, work) => transactCase(databases[login], { ...opening, vault }, work),
    refused: async (login, opening, { reason, trajectory }) => {
      await transactCase(databases[login], { ...opening, vault }, (ctx) =>
        append(ctx, {
          event: trajectory === null ? 'access.refused' : 'case.refused',
          action: 'R',
          purpose:
            opening.actor.kind === 'staff' ? 'care' : opening.actor.kind === 'partner' ? 'share' : 'own',
          reason,
          ...(trajectory === null ? {} : { trajectory }),
        }),
      )
    },
  }
}
