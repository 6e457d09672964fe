import { existsSync } from 'node:fs'
import type { Reached } from '../../open-owner.ts'
import { fileKek, type Kek, KekError, readKek } from '../../vault/index.ts'
import type { Run } from './command.ts'

/** The key-encryption key of this installation; in a demonstration the one that it made beside its data. @throws {KekError} */
export function kekOf({ config, dataFolder }: Reached, { env, words }: Run): Kek {
  const { kek } = config
  if (kek) return readKek({ ...env, [kek.name]: kek.value }, dataFolder) ?? refuse(words.noKek)
  const file = `${dataFolder}.key`
  if (config.mode !== 'demo' || !existsSync(file)) return refuse(words.noKek)
  return fileKek(file, dataFolder)
}

function refuse(sentence: string): never {
  throw new KekError(sentence)
}
