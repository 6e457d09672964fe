/** The settings of a provider that vouches for staff, `SCHAKEL_OIDC_*`. */
import { resolve } from 'node:path'
import { type CaseRole, caseRoles } from './case-ctx.ts'

export type ProviderSetting = {
  issuer: string
  clientId: string
  /** Absolute path of a private key: PKCS #8 in PEM. */
  keyFile: string
  /** Levels of assurance that will do, the one preferred first. */
  acr: string[]
  roleClaim: string
  /** Value of that claim, and the role that it gives. */
  roles: [string, CaseRole][]
  municipality: string
  scope: string
}

const needed = {
  SCHAKEL_OIDC_ISSUER: 'the address of the provider',
  SCHAKEL_OIDC_CLIENT_ID: 'the name of this client at the provider',
  SCHAKEL_OIDC_KEY_FILE: 'the file with the private key of this client',
  SCHAKEL_OIDC_ACR: 'the levels of assurance that will do, with spaces between',
  SCHAKEL_OIDC_ROLES: 'which value of the claim gives which role, such as "ZORG-B=care-worker"',
  SCHAKEL_OIDC_MUNICIPALITY: 'the municipality that the provider vouches for',
} as const

/** @param wrong makes the error for a sentence. @returns null when nothing of it is set */
export function parseProvider(
  read: (name: string) => string | null,
  cwd: string,
  production: boolean,
  wrong: (sentence: string) => Error,
): ProviderSetting | null {
  const names = Object.keys(needed) as (keyof typeof needed)[]
  if (names.every((name) => read(name) === null)) return null
  const get = (name: keyof typeof needed): string => {
    const value = read(name)
    if (value === null) throw wrong(`${name} must be set too: ${needed[name]}.`)
    return value
  }
  const issuer = URL.parse(get('SCHAKEL_OIDC_ISSUER'))
  const local = issuer?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
  if (!issuer || !(issuer.protocol === 'https:' || (local && !production))) {
    throw wrong('SCHAKEL_OIDC_ISSUER must be a web address that begins with "https://".')
  }
  return {
    issuer: get('SCHAKEL_OIDC_ISSUER'),
    clientId: get('SCHAKEL_OIDC_CLIENT_ID'),
    keyFile: resolve(cwd, get('SCHAKEL_OIDC_KEY_FILE')),
    acr: get('SCHAKEL_OIDC_ACR').split(/\s+/),
    roles: get('SCHAKEL_OIDC_ROLES')
      .split(',')
      .map((pair) => {
        const [value, role] = pair.split('=').map((part) => part.trim())
        if (!value || !caseRoles.includes(role as CaseRole)) {
          throw wrong(
            `SCHAKEL_OIDC_ROLES must be pairs such as "ZORG-B=care-worker", with commas between; the roles are ${caseRoles.join(', ')}.`,
          )
        }
        return [value, role as CaseRole]
      }),
    municipality: get('SCHAKEL_OIDC_MUNICIPALITY'),
    roleClaim: read('SCHAKEL_OIDC_ROLE_CLAIM') ?? 'roles',
    scope: read('SCHAKEL_OIDC_SCOPE') ?? 'openid',
  }
}
