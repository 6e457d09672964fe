import { expect, test } from 'vitest'
import { parseConfig } from './config.ts'

const whole = {
  SCHAKEL_OIDC_ISSUER: 'https://aanmelden.example',
  SCHAKEL_OIDC_CLIENT_ID: 'schakel',
  SCHAKEL_OIDC_KEY_FILE: 'key.pem',
  SCHAKEL_OIDC_ACR: 'urn:a urn:b',
  SCHAKEL_OIDC_ROLES: 'ZORG-C=care-coordinator, ZORG-B=care-worker',
  SCHAKEL_OIDC_MUNICIPALITY: 'waterstad',
}
const parse = (env: Record<string, string | undefined>) => parseConfig(env, '/srv').provider

test('a provider is set as a whole, or not', () => {
  expect(parse({})).toBeNull()
  expect(parse(whole)).toEqual({
    issuer: 'https://aanmelden.example',
    clientId: 'schakel',
    keyFile: '/srv/key.pem',
    acr: ['urn:a', 'urn:b'],
    roles: [
      ['ZORG-C', 'care-coordinator'],
      ['ZORG-B', 'care-worker'],
    ],
    municipality: 'waterstad',
    roleClaim: 'roles',
    scope: 'openid',
  })
  for (const name of Object.keys(whole)) expect(() => parse({ ...whole, [name]: undefined })).toThrow(name)
})

test.for([
  [{ SCHAKEL_OIDC_ISSUER: 'http://aanmelden.example' }, 'https://'],
  [{ SCHAKEL_OIDC_ISSUER: 'http://127.0.0.1:9', SCHAKEL_MODE: 'production' }, 'https://'],
  [{ SCHAKEL_OIDC_ROLES: 'ZORG-B=boss' }, 'care-worker'],
  [{ SCHAKEL_OIDC_ROLES: 'care-worker' }, 'care-worker'],
] as const)('%j is refused', ([env, says]) => expect(() => parse({ ...whole, ...env })).toThrow(says))
