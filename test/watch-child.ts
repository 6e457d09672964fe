/** A program of its own that watches or sends, to be killed: see test/integration/killed.test.ts. */
import {
  followKeys,
  remindOwners,
  sendDigests,
  watchMissed,
  watchSettings,
} from '../src/council/follow/index.ts'
import type { Ctx } from '../src/ctx.ts'
import type { Connection } from '../src/db/connect.ts'
import { connect } from '../src/db/connect.ts'
import { transact } from '../src/db/transact.ts'

export type ChildTask = {
  owner: Connection
  secret: string
  followSecret: string
  action: 'watch' | 'send'
  today: string
  smtp: string
  leaseSeconds: number
}

const task = JSON.parse(process.env.CHILD_TASK ?? '') as ChildTask
const databases = connect(task.owner, task.secret)
const keys = followKeys(task.followSecret)
const actor = { kind: 'system', name: 'child', municipality: 'testdorp' } as const
const now = new Date(`${task.today}T10:00:00Z`)

if (task.action === 'watch') {
  const run = <T>(work: (ctx: Ctx) => Promise<T>) => transact(databases.desk, actor, work, now)
  const settings = watchSettings('testdorp', task.today)
  await watchMissed(run, { today: task.today })
  await run((ctx) => remindOwners(ctx, { today: task.today, settings }))
  await sendDigests(run, { today: task.today, settings }, keys)
} else {
  const { sendWaiting, smtpTransport } = await import('../src/mail/index.ts')
  const transport = smtpTransport({ smtp: task.smtp, from: 'schakel@testdorp.example' })
  await sendWaiting({
    // The lease runs by the clock of the machine.
    inTransaction: (work) => transact(databases.worker, actor, work),
    keys,
    transport,
    from: 'schakel@testdorp.example',
    place: {
      municipality: { slug: 'testdorp', name: 'Testdorp' },
      baseUrl: 'https://schakel.example',
      demo: false,
      confirmWithinDays: 7,
    },
    leaseSeconds: task.leaseSeconds,
  })
  transport.close()
}
await databases.close()
