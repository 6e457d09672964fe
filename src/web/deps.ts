/** The web edge over a real installation: its two logins, its sessions, its assets. */
import type { Mode } from '../config.ts'
import { type InTransaction, municipalities } from '../council/index.ts'
import type { Databases } from '../db/connect.ts'
import { transact } from '../db/transact.ts'
import { demoPeople, findSession, signInDemo, signOut } from '../identity/index.ts'
import type { Deps } from './app.ts'
import type { Assets } from './assets.ts'
import { type FollowInstallation, followDoor } from './follow-door.ts'
import type { LogLine } from './log.ts'
import type { DemoPerson, Municipality, Sessions } from './page.ts'

export type Installation = {
  mode: Mode
  /** Address under which people reach the site; null when the request says it. */
  baseUrl: string | null
  databases: Pick<Databases, 'desk' | 'public'>
  assets: Assets
  /** Following by e-mail; without it, mail is off. */
  follow?: FollowInstallation
  /** How many proxies stand before the program. */
  proxies?: number
  clock?: () => Date
  log?: (line: LogLine) => void
}

/** What `createApp` needs. Without `log`, one JSON line a request goes to stdout. */
export function webDeps(installation: Installation): Deps {
  const { mode, baseUrl, databases, assets, follow, proxies } = installation
  const clock = installation.clock ?? (() => new Date())
  return {
    mode,
    baseUrl,
    assets,
    clock,
    publicDb: databases.public,
    transact: (actor, now, work) => transact(databases.desk, actor, work, now),
    sessions: sessionsOver(databases.desk, clock),
    municipalities: remembered(5_000, () => municipalities(databases.public)),
    ...(follow ? { follow: followDoor(follow, asFollower(databases.desk)) } : {}),
    ...(proxies ? { proxies } : {}),
    log: installation.log ?? ((line) => console.log(JSON.stringify(line))),
  }
}

/** Whoever follows has no desk: the program acts, with the few commands that `follow-door.ts` gives. */
const asFollower =
  (desk: Databases['desk']) =>
  (municipality: string, now: Date): InTransaction =>
  (work) =>
    transact(desk, { kind: 'system', name: 'follow', municipality }, work, now)

/** Every page names its municipalities, and they hardly ever change: one query in some seconds is enough. */
function remembered(ms: number, ask: () => Promise<readonly Municipality[]>): Deps['municipalities'] {
  let until = 0
  let answer: Promise<readonly Municipality[]> = Promise.resolve([])
  return () => {
    if (performance.now() > until) {
      answer = ask()
      until = performance.now() + ms
      answer.catch(() => {
        until = 0
      })
    }
    return answer
  }
}

function sessionsOver(desk: Databases['desk'], clock: () => Date): Sessions {
  const people = async (): Promise<DemoPerson[]> =>
    (await demoPeople(desk)).map((holder) => ({
      key: `${holder.municipality}.${holder.role}.${holder.personId}`,
      name: holder.name,
      role: holder.role,
      municipality: holder.municipality,
    }))
  return {
    demoPeople: people,
    async open(key) {
      const person = (await people()).find((candidate) => candidate.key === key)
      const personId = key.split('.').at(-1)
      if (!person || !personId) return null
      const actor = { kind: 'system', name: 'sign-in', municipality: person.municipality } as const
      const session = await transact(
        desk,
        actor,
        (ctx) => signInDemo(ctx, { personId, role: person.role }),
        clock(),
      )
      return session.token
    },
    find: (token) => findSession(desk, token, clock()),
    async close(token) {
      const actor = await findSession(desk, token, clock())
      if (actor) await transact(desk, actor, (ctx) => signOut(ctx, token), clock())
    },
  }
}
