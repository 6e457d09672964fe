/**
 * Signing in through a provider of the organisation, as the NL GOV Assurance profile for OpenID Connect 1.0.1 asks: code flow, PKCE with
 * S256, private_key_jwt, acr asked for and checked, state and nonce, few claims. No database.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import {
  calculateJwkThumbprint,
  createRemoteJWKSet,
  decodeProtectedHeader,
  exportJWK,
  importPKCS8,
  jwtVerify,
} from 'jose'
import * as client from 'openid-client'

export type ProviderSettings = {
  issuer: string
  clientId: string
  /** PKCS #8 in PEM, RSA or P-256. */
  key: string
  /** Levels of assurance that will do, the one preferred first. */
  acr: readonly string[]
  /** The claim that holds what somebody may be. */
  roleClaim: string
  scope: string
}

/** Who the provider vouches for. */
export type Vouched = {
  issuer: string
  subject: string
  name: string | null
  /** Values of the claim of roles. */
  groups: string[]
  /** Its session, for back-channel logout. */
  session: string | null
}
export type LoggedOut = {
  issuer: string
  jti: string
  subject: string | null
  session: string | null
  expiresAt: Date
}
export type Begun = { url: string; state: string; nonce: string; verifier: string }

export type Provider = {
  issuer: string
  begin(redirectUri: string): Promise<Begun>
  /** @param answer the address that the browser came back to. @throws {ProviderRefused} */
  finish(answer: URL, begun: Omit<Begun, 'url'>): Promise<Vouched>
  /** @throws {ProviderRefused} */
  loggedOut(token: string): Promise<LoggedOut>
  /** The public half of our key, for the provider. */
  keys(): Promise<{ keys: object[] }>
}

/** What the provider or a browser brought is not accepted. The reason is a code for the trail. */
export class ProviderRefused extends Error {
  readonly reason: string
  constructor(reason: string, cause?: unknown) {
    super(`provider: ${reason}`, { cause })
    this.name = 'ProviderRefused'
    this.reason = reason
  }
}

/** No weaker than RS256, and never unsigned. */
const strong = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** Asks the provider for its addresses when first used, and again after it failed. */
export function openProvider(settings: ProviderSettings): Provider {
  const plain = new URL(settings.issuer).protocol === 'http:'
  const alg = createPrivateKey(settings.key).asymmetricKeyType === 'ec' ? 'ES256' : 'PS256'
  const publicJwk = async () => {
    const jwk = await exportJWK(createPublicKey(settings.key))
    return { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'sig', alg }
  }
  let found: Promise<client.Configuration> | null = null
  const discover = async () => {
    const key = await importPKCS8(settings.key, alg)
    const { kid } = await publicJwk()
    return client.discovery(
      new URL(settings.issuer),
      settings.clientId,
      { token_endpoint_auth_method: 'private_key_jwt' },
      client.PrivateKeyJwt({ key, kid }),
      {
        // The signature of the token is checked although it came over TLS.
        execute: [client.enableNonRepudiationChecks, ...(plain ? [client.allowInsecureRequests] : [])],
        timeout: 10,
      },
    )
  }
  const configuration = async () => {
    found ??= discover()
    try {
      return await found
    } catch (error) {
      found = null
      throw new ProviderRefused('unreachable', error)
    }
  }
  let jwks: ReturnType<typeof createRemoteJWKSet> | null = null

  return {
    issuer: settings.issuer,
    keys: async () => ({ keys: [await publicJwk()] }),
    async begin(redirectUri) {
      const config = await configuration()
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ]
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        response_type: 'code',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        acr_values: settings.acr.join(' '),
        ...(config.serverMetadata().claims_parameter_supported
          ? { claims: JSON.stringify({ id_token: { name: null, [settings.roleClaim]: null } }) }
          : {}),
      })
      return { url: url.href, state, nonce, verifier }
    },
    async finish(answer, { state, nonce, verifier }) {
      const config = await configuration()
      try {
        const tokens = await client.authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        const { alg: signedWith = 'none' } = decodeProtectedHeader(tokens.id_token ?? '')
        if (!claims || !strong.includes(signedWith)) throw new ProviderRefused('token-unsigned')
        const { acr } = claims
        if (typeof acr !== 'string' || !settings.acr.includes(acr)) throw new ProviderRefused('acr-too-low')
        const more =
          claims[settings.roleClaim] === undefined && config.serverMetadata().userinfo_endpoint
            ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
            : {}
        const all: Record<string, unknown> = { ...more, ...claims }
        return {
          issuer: claims.iss,
          subject: claims.sub,
          name: typeof all.name === 'string' && all.name.trim() ? all.name.trim().slice(0, 200) : null,
          groups: [all[settings.roleClaim] ?? []].flat().filter((one) => typeof one === 'string'),
          session: typeof claims.sid === 'string' ? claims.sid : null,
        }
      } catch (error) {
        throw error instanceof ProviderRefused ? error : new ProviderRefused('answer-refused', error)
      }
    },
    async loggedOut(token) {
      const config = await configuration()
      const { jwks_uri, issuer } = config.serverMetadata()
      if (!jwks_uri) throw new ProviderRefused('no-keys')
      jwks ??= createRemoteJWKSet(new URL(jwks_uri))
      try {
        const { payload } = await jwtVerify(token, jwks, {
          issuer,
          audience: settings.clientId,
          algorithms: strong,
          maxTokenAge: '3 minutes',
          requiredClaims: ['iat', 'jti', 'events'],
        })
        const events = payload.events as Record<string, unknown> | null
        if (typeof events?.[logoutEvent] !== 'object' || 'nonce' in payload) {
          throw new ProviderRefused('no-logout-token')
        }
        const session = typeof payload.sid === 'string' ? payload.sid : null
        if (!payload.sub && !session) throw new ProviderRefused('no-logout-token')
        return {
          issuer,
          jti: String(payload.jti),
          subject: payload.sub ?? null,
          session,
          expiresAt: new Date((payload.iat ?? 0) * 1000 + 600_000),
        }
      } catch (error) {
        throw error instanceof ProviderRefused ? error : new ProviderRefused('logout-refused', error)
      }
    },
  }
}
