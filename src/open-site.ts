/** From the site's credentials to its pages. */
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { followKeys } from './council/index.ts'
import { connectSite } from './db/connect.ts'
import { tryLogins } from './db/open-database.ts'
import { StartError } from './db/start-error.ts'
import { demoPeople } from './identity/index.ts'
import type { Opened } from './process/child.ts'
import { fromData } from './process/connections.ts'
import type { SiteOpened, SiteParcel } from './process/messages.ts'
import { root } from './root.ts'
import { type Watching, watch } from './watch.ts'
import { createApp } from './web/app.ts'
import { loadAssets } from './web/assets.ts'
import { webDeps } from './web/deps.ts'
import type { MailState } from './web/page.ts'

export const told = (error: unknown): boolean => error instanceof StartError

export async function open(parcel: SiteParcel): Promise<Opened<SiteOpened>> {
  const { mode, baseUrl, proxies, clockAhead } = parcel
  const connections = fromData(parcel.connections)
  const clock = () => new Date(Date.now() + clockAhead)
  const mail: MailState = parcel.mail ? 'on' : mode === 'demo' ? 'demo' : 'off'
  const keys = followKeys(parcel.follow)
  const assets = await loadAssets(join(root, 'dist', 'assets'))
  if (parcel.loginsFrom !== null) await tryLogins(Object.values(connections), parcel.loginsFrom)
  const databases = connectSite(connections)
  let watching: Watching | null = null
  const follow = { mail, keys, mailWaits: () => watching?.mailWaits() }
  const app = createApp(webDeps({ mode, baseUrl, proxies, databases, assets, clock, follow }))
  return {
    listener: getRequestListener(app.fetch),
    report: {
      people:
        mode === 'demo'
          ? (await demoPeople(databases.desk)).map(({ municipality, name, role }) => ({
              municipality,
              name,
              role,
            }))
          : [],
    },
    begin() {
      watching = watch({
        mode,
        mail: parcel.mail,
        baseUrl: parcel.address,
        databases,
        worker: connections.schakel_worker,
        keys,
        clock,
      })
    },
    close: [async () => watching?.stop(), () => databases.close()],
  }
}
