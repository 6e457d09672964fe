/** Adds an administrator of the confidential side from the command line, over the login that signs in. */
import { caseConnections, connectCase } from './db/connect-case.ts'
import { transactCase } from './db/transact-case.ts'
import { addAdministrator } from './gate/index.ts'
import { openOwner } from './open-owner.ts'
import type { Vault } from './vault/index.ts'

/** Nothing of a person is opened here. */
const noVault = new Proxy({} as Vault, {
  get: () => {
    throw new Error('the command line opens nothing')
  },
})

/** @returns the code of the invitation. @throws {StartError | ConfigError} */
export async function addAdministratorHere(
  env: NodeJS.ProcessEnv,
  folder: string,
  input: { name: string; municipality: string; town: string },
): Promise<string> {
  const reached = await openOwner(env, folder)
  const databases = connectCase(caseConnections(reached.owner, reached.secret))
  try {
    const actor = { kind: 'system', name: 'command-line', municipality: input.municipality } as const
    return await transactCase(databases.gate, { actor, token: null, vault: noVault }, (ctx) =>
      addAdministrator(ctx, input),
    )
  } finally {
    await databases.close()
    await reached.leave()
  }
}
