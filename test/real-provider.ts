/** A real provider (oidc-provider) on a loopback port; whoever is asked to sign in is signed in at once, at the level that `acr` says. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { Provider } from 'oidc-provider'

type GrantContext = {
  oidc: {
    provider: { Grant: new (of: object) => Grant }
    client: { clientId: string }
    session: { accountId: string }
  }
}
type Grant = {
  addOIDCScope(scope: string): void
  addOIDCClaims(claims: string[]): void
  save(): Promise<string>
}
type Person = { subject: string; name: string; roles: string[] }

export async function realProvider(given: {
  redirectUri: string
  logoutUri: string
  /** Our keys, as the other side publishes them. */
  keys: JWK[]
}) {
  const { privateKey } = await generateKeyPair('PS256', { extractable: true })
  const state: { person: Person; acr: string | null } = {
    person: { subject: 'noor', name: 'Noor Kok', roles: [] },
    acr: 'urn:example:loa:high',
  }
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'schakel',
        redirect_uris: [given.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'PS256',
        id_token_signed_response_alg: 'PS256',
        backchannel_logout_uri: given.logoutUri,
        backchannel_logout_session_required: true,
        jwks: { keys: given.keys },
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'real', alg: 'PS256', use: 'sig' }] },
    enabledJWA: { idTokenSigningAlgValues: ['PS256'], clientAuthSigningAlgValues: ['PS256'] },
    acrValues: ['urn:example:loa:high', 'urn:example:loa:low'],
    claims: { openid: ['sub', 'name', 'roles'], acr: null, sid: null },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      backchannelLogout: { enabled: true },
    },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    pkce: { required: () => true },
    cookies: { keys: ['a-key-of-this-test'] },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, name: state.person.name, roles: state.person.roles }),
    }),
    loadExistingGrant: async (ctx: GrantContext) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      })
      grant.addOIDCScope('openid')
      grant.addOIDCClaims(['name', 'roles'])
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const login = { accountId: state.person.subject, ...(state.acr ? { acr: state.acr } : {}) }
    await provider.interactionFinished(request, response, { login })
  })

  return {
    issuer,
    state,
    /** What a browser does between leaving for the provider and coming back. @returns the address it is sent back to */
    async walk(url: string): Promise<string> {
      const jar = new Map<string, string>()
      let next = url
      for (let step = 0; step < 8; step++) {
        const answer = await fetch(next, {
          redirect: 'manual',
          headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        })
        for (const line of answer.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
          jar.set(name, value)
        }
        const location = answer.headers.get('location')
        if (!location) throw new Error(`the provider stopped: ${answer.status} ${await answer.text()}`)
        next = new URL(location, next).href
        if (next.startsWith(given.redirectUri)) return next
      }
      throw new Error('the provider goes round in circles')
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
