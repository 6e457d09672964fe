/** From the credentials and the key of the confidential side to its pages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { demonstrationSigner, readSigner, SigningKeyError } from './audit/index.ts'
import { connectCase } from './db/connect-case.ts'
import { openKeyStore } from './db/connect-keys.ts'
import { tryLogins } from './db/open-database.ts'
import { StartError } from './db/start-error.ts'
import { demoAccounts } from './gate/index.ts'
import type { MoveClock, Opened } from './process/child.ts'
import { fromData } from './process/connections.ts'
import type { CaseOpened, CaseParcel } from './process/messages.ts'
import { root } from './root.ts'
import { beginForgetting, startForgetting } from './run-erasures.ts'
import { type Keeper, startKeeper } from './run-keeper.ts'
import { openProvider } from './sign-in/oidc.ts'
import {
  demonstrationKek,
  JournalDamaged,
  journalFile,
  type Kek,
  KekError,
  KekUnknown,
  openVault,
  readKek,
} from './vault/index.ts'
import { loadAssets } from './web/assets.ts'
import { createCaseApp } from './web/casework/app.ts'
import { caseDeps } from './web/casework/deps.ts'
import type { CaseProvider } from './web/casework/page.ts'

export const told = (error: unknown): boolean =>
  [StartError, KekError, SigningKeyError, JournalDamaged].some((kind) => error instanceof kind)

export async function open(parcel: CaseParcel, moveClock: MoveClock): Promise<Opened<CaseOpened>> {
  const { mode, baseUrl, leaveUrl, proxies, clockAhead } = parcel
  const kek = kekOf(parcel)
  const clock = () => new Date(Date.now() + clockAhead)
  const connections = fromData(parcel.connections)
  const { keys } = fromData({ keys: parcel.keys })
  if (parcel.loginsFrom !== null) await tryLogins([...Object.values(connections), keys], parcel.loginsFrom)
  const assets = await loadAssets(join(root, 'dist', 'assets'))
  const keyStore = openKeyStore(keys)
  const vault = await openVault({ keyStore, kek, clock }).catch((error: unknown) => {
    throw error instanceof KekUnknown ? kekMissing(error, parcel.kek) : error
  })
  const databases = connectCase(connections)
  const journal = journalFile(parcel.trail?.checkpoints, parcel.dataFolder ?? join(root, 'data'))
  const forgetting = { databases, keyStore, vault, journal, clock }
  await beginForgetting(forgetting)
  if (parcel.seed) {
    const { seedCasework } = await import('../seed/casework/index.ts')
    await seedCasework(databases, vault, clock(), moveClock)
  }
  const running: { stop(): Promise<void> }[] = []
  const keeper = keeperOf(parcel, { databases, vault, clock, demonstration: mode === 'demo' })
  const app = createCaseApp(
    caseDeps({
      provider: providerOf(parcel),
      mode,
      erasures: journal,
      baseUrl,
      leaveUrl,
      proxies,
      databases,
      vault,
      assets,
      clock,
    }),
  )
  return {
    listener: getRequestListener(app.fetch),
    report: { people: mode === 'demo' ? (await demoAccounts(databases.gate)).length : 0 },
    begin: () => {
      running.push(startForgetting(forgetting), ...(keeper ? [startKeeper(keeper)] : []))
    },
    close: [
      () => Promise.all(running.map((one) => one.stop())),
      () => databases.close(),
      () => keyStore.destroy(),
    ],
  }
}

function keeperOf({ trail, dataFolder }: CaseParcel, rest: Omit<Keeper, 'signer' | 'folder'>): Keeper | null {
  if (!trail) {
    console.error(
      'The trail gets no checkpoints, because SCHAKEL_SIGNING_KEY_FILE and SCHAKEL_CHECKPOINTS are not both set.',
    )
    return null
  }
  const { signingKey, checkpoints } = trail
  const folder = dataFolder ?? join(root, 'data')
  const signer =
    signingKey.name === 'beside'
      ? demonstrationSigner(signingKey.value, folder)
      : readSigner({ [signingKey.name]: signingKey.value }, folder)
  return signer && { ...rest, signer, folder: checkpoints }
}

/** Its key is read here and in no other process. */
function providerOf({ provider }: CaseParcel): CaseProvider | null {
  if (!provider) return null
  const { keyFile, roles, municipality, ...rest } = provider
  try {
    const key = readFileSync(keyFile, 'utf8')
    return { client: openProvider({ ...rest, key }), rules: { municipality, roles: new Map(roles) } }
  } catch (error) {
    throw new StartError(
      'key-missing',
      `SCHAKEL_OIDC_KEY_FILE names ${keyFile}, which is not a private key in PEM that can be read.`,
      { cause: error },
    )
  }
}

function kekOf({ kek, dataFolder }: CaseParcel): Kek {
  // Where there is no data folder, nothing can stand in it.
  const folder = dataFolder ?? join(root, 'data')
  if (kek.name === 'demonstration') return demonstrationKek(kek.value, folder)
  const read = readKek({ ...process.env, [kek.name]: kek.value }, folder)
  if (!read) throw new Error('no key-encryption key was named')
  return read
}

function kekMissing({ kekId }: KekUnknown, kek: CaseParcel['kek']): StartError {
  const where = kek.name === 'demonstration' ? `the file ${kek.value}` : kek.name
  return new StartError(
    'key-missing',
    `The data keys were wrapped by the key-encryption key ${kekId}, which is not in ${where}; put it back there.`,
  )
}
