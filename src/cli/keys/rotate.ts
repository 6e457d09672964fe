import { resolve } from 'node:path'
import { parseConfig } from '../../config.ts'
import { openDataFolder } from '../../data-folder.ts'
import { openOwner, type Reached } from '../../open-owner.ts'
import { addKey, countKeys, kekId, rotateKeys } from '../../vault/index.ts'
import { type Run, WrongKeyUsage } from './command.ts'
import { kekOf } from './kek.ts'

export async function make({ words, options, folder, env, say }: Run): Promise<0> {
  if (!options.file) throw new WrongKeyUsage(words.needsFile)
  const file = resolve(folder, options.file)
  const key = addKey(
    file,
    openDataFolder(parseConfig({ ...env, SCHAKEL_KEK_FILE: undefined }, folder)).folder,
  )
  say(words.made(file, kekId(key)))
  key.fill(0)
  return 0
}

export async function status(run: Run): Promise<0> {
  await withKeys(run, async ({ keyStore, kek }) => {
    for (const { kekId: id, count, current } of await countKeys(keyStore, kek))
      run.say(run.words.count(id, count, current))
  })
  return 0
}

/** While Schakel runs, or not. */
export async function rotate(run: Run): Promise<0> {
  const { words, say } = run
  await withKeys(run, async ({ keyStore, kek }) => {
    let told = Date.now()
    const done = await rotateKeys(
      { keyStore, kek },
      {
        onBatch: (so) => {
          if (Date.now() - told < 1000) return
          told = Date.now()
          process.stderr.write(`${words.rotating(so)}\n`)
        },
      },
    )
    say(words.rotated(done))
    for (const { kekId: id, count, current } of await countKeys(keyStore, kek))
      if (!current && count > 0) say(words.stillOld(id, count))
  })
  return 0
}

type Keys = { keyStore: ReturnType<Reached['keyStore']>; kek: ReturnType<typeof kekOf> }

async function withKeys(run: Run, use: (keys: Keys) => Promise<void>): Promise<void> {
  const reached = await openOwner(run.env, run.folder)
  const keyStore = reached.keyStore()
  try {
    await use({ keyStore, kek: kekOf(reached, run) })
  } finally {
    await keyStore.destroy()
    await reached.leave()
  }
}
