import { resolve } from 'node:path'
import { openOwner } from '../../open-owner.ts'
import { backUp, restore } from '../../run-backup.ts'
import { journalFile } from '../../vault/index.ts'
import { type Run, WrongKeyUsage } from './command.ts'

/** While Schakel runs, or not. */
export async function backup({ words, options, folder, env, say }: Run): Promise<0> {
  const { to, 'keys-to': keysTo } = options
  if (!to || !keysTo) throw new WrongKeyUsage(words.needsFolders)
  const reached = await openOwner(env, folder)
  try {
    const made = await backUp(reached, {
      main: resolve(folder, to),
      keys: resolve(folder, keysTo),
      dataFolder: reached.dataFolder,
      journal: journalFile(reached.config.checkpoints, reached.dataFolder),
      now: new Date(),
    })
    say(words.backedUp(made.main, made.keys))
    if (made.removed > 0) say(words.removed(made.removed))
    return 0
  } finally {
    await reached.leave()
  }
}

/** Into the databases of this data folder, which are made when they are not there. */
export async function putBack({ words, options, folder, env, say }: Run): Promise<0 | 1> {
  const { from, 'keys-from': keysFrom } = options
  if (!from && !keysFrom) throw new WrongKeyUsage(words.needsCopy)
  const reached = await openOwner(env, folder)
  try {
    if (reached.running) {
      process.stderr.write(`${words.running}\n`)
      return 1
    }
    const { keys, cases } = await restore(reached, {
      main: from ? resolve(folder, from) : null,
      keys: keysFrom ? resolve(folder, keysFrom) : null,
      journal: journalFile(reached.config.checkpoints, reached.dataFolder),
      now: new Date(),
    })
    say(words.restored(keys, cases))
    return 0
  } finally {
    await reached.leave()
  }
}
