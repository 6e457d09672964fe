import { resolve } from 'node:path'
import { openDatabase } from '../../db/open-database.ts'
import { openKeyDatabase } from '../../db/open-key-store.ts'
import { backUp, journalFile, restore } from '../../vault/index.ts'
import { reach } from '../reach.ts'
import { type Run, WrongKeyUsage } from './run.ts'

/** While Schakel runs, or not. */
export async function backup({ words, options, folder, env, say }: Run): Promise<0> {
  const { to, 'keys-to': keysTo } = options
  if (!to || !keysTo) throw new WrongKeyUsage(words.needsFolders)
  const reached = await reach(env, folder)
  try {
    const made = await backUp(reached, {
      main: resolve(folder, to),
      keys: resolve(folder, keysTo),
      dataFolder: reached.dataFolder,
      journal: journalFile(env, reached.dataFolder),
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
  const reached = await reach(env, folder)
  try {
    if (reached.running) {
      process.stderr.write(`${words.running}\n`)
      return 1
    }
    const { owner, secret, config } = reached
    const { databases } = await openDatabase(owner, secret, config.mode)
    await databases.close()
    await openKeyDatabase(owner, secret, config.keysUrl)
    const { keys, cases } = await restore(reached, {
      main: from ? resolve(folder, from) : null,
      keys: keysFrom ? resolve(folder, keysFrom) : null,
      journal: journalFile(env, reached.dataFolder),
      now: new Date(),
    })
    say(words.restored(keys, cases))
    return 0
  } finally {
    await reached.leave()
  }
}
