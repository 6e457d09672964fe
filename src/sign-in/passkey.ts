/** Passkeys (WebAuthn level 3): what to ask of a browser, and whether its answer is good. No database. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'

/** Where it is used: the host, and the scheme with the host. */
export type Party = { rpId: string; origin: string }

export type NewPasskey = {
  /** base64url */
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  synced: boolean
  backedUp: boolean
}
export type KnownPasskey = { credentialId: string; publicKey: Buffer; counter: number; transports: string[] }

export const partyOf = (origin: string): Party => ({ rpId: new URL(origin).hostname, origin })

/** ES256, EdDSA and RS256: what authenticators in use can do. */
const algorithms = [-7, -8, -257]

/** What a browser is asked to make: a resident key that it unlocks with a PIN, finger or face. `challenge` is to be kept. */
export async function optionsToCreate(
  party: Party,
  account: { id: string; name: string },
  have: readonly { credentialId: string; transports: string[] }[],
): Promise<{ challenge: string; options: string }> {
  const options = await generateRegistrationOptions({
    rpName: 'Schakel',
    rpID: party.rpId,
    userID: Uint8Array.from(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    userName: account.name,
    userDisplayName: account.name,
    attestationType: 'none',
    timeout: 300_000,
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    excludeCredentials: have.map(({ credentialId: id, transports }) => ({ id, transports })),
  })
  return { challenge: options.challenge, options: JSON.stringify(options) }
}

/** @param answer as the browser sent it. @returns null when anything is not as asked */
export async function checkCreated(
  party: Party,
  challenge: string,
  answer: string,
): Promise<NewPasskey | null> {
  try {
    const response = JSON.parse(answer) as RegistrationResponseJSON
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified) return null
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).filter((name) => /^[a-z-]{2,20}$/.test(name)),
      synced: credentialDeviceType === 'multiDevice',
      backedUp: credentialBackedUp,
    }
  } catch {
    return null
  }
}

/** Which of its passkeys for this place a browser offers, it decides with its owner. */
export async function optionsToSignIn(party: Party): Promise<{ challenge: string; options: string }> {
  const options = await generateAuthenticationOptions({
    rpID: party.rpId,
    userVerification: 'required',
    timeout: 300_000,
  })
  return { challenge: options.challenge, options: JSON.stringify(options) }
}

/** Which passkey an answer says that it comes from; null when it is no answer. */
export function credentialIn(answer: string): { credentialId: string; accountId: string | null } | null {
  try {
    const { id, response } = JSON.parse(answer) as Partial<AuthenticationResponseJSON>
    if (typeof id !== 'string' || !/^[\w-]{10,1400}$/.test(id)) return null
    const handle = response?.userHandle
    return { credentialId: id, accountId: typeof handle === 'string' ? uuidOf(handle) : null }
  } catch {
    return null
  }
}

function uuidOf(handle: string): string {
  return Buffer.from(handle, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** @returns null when anything is not as asked, also when its counter did not rise: then it may have been copied */
export async function checkSignIn(
  party: Party,
  challenge: string,
  passkey: KnownPasskey,
  answer: string,
): Promise<{ counter: number; backedUp: boolean } | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: JSON.parse(answer) as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
        transports: passkey.transports,
      },
    })
    if (!verified) return null
    return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
  } catch {
    return null
  }
}
