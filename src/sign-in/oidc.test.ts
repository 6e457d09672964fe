import { generateKeyPairSync } from 'node:crypto'
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rogueProvider } from '../../test/rogue-provider.ts'
import { openProvider, type Provider, ProviderRefused } from './oidc.ts'

const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
})
const back = 'http://zorg.example/aanmelden/organisatie/terug'
let rogue: Awaited<ReturnType<typeof rogueProvider>>
let provider: Provider
let others: CryptoKey

beforeAll(async () => {
  rogue = await rogueProvider()
  others = (await generateKeyPair('PS256')).privateKey
  provider = openProvider({
    issuer: rogue.issuer,
    clientId: 'schakel',
    key: String(key),
    acr: ['urn:example:loa:high', 'urn:example:loa:substantial'],
    roleClaim: 'roles',
    scope: 'openid',
  })
})
afterAll(() => rogue.close())

const now = () => Math.floor(Date.now() / 1000)
const good = (nonce: string) => ({
  iss: rogue.issuer,
  aud: 'schakel',
  sub: 'medewerker-7',
  iat: now(),
  exp: now() + 300,
  nonce,
  acr: 'urn:example:loa:high',
  sid: 'sid-1',
  name: 'Noor Kok',
  roles: ['ZORG-B'],
})
const finish = async (
  token: (nonce: string) => Promise<string> | string,
  url = (state: string) => `?code=c&state=${state}`,
) => {
  const { state, nonce, verifier } = await provider.begin(back)
  rogue.give(await token(nonce))
  return provider.finish(new URL(back + url(state)), { state, nonce, verifier })
}
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => (error instanceof ProviderRefused ? error.reason : String(error)),
  )

test('asks for a code, with PKCE, state, nonce and acr, and for no more claims than it needs', async () => {
  const { url, state, nonce } = await provider.begin(back)
  const asked = Object.fromEntries(new URL(url).searchParams)
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: 'schakel',
    redirect_uri: back,
    scope: 'openid',
    state,
    nonce,
    code_challenge_method: 'S256',
    acr_values: 'urn:example:loa:high urn:example:loa:substantial',
  })
  expect(asked.code_challenge).toMatch(/^[\w-]{43}$/)
  expect(await provider.keys()).toMatchObject({ keys: [{ kty: 'RSA', use: 'sig', alg: 'PS256' }] })
  expect(JSON.stringify(await provider.keys())).not.toContain('"d"')
})

test('a good token is accepted', async () => {
  expect(await finish((nonce) => rogue.sign(good(nonce)))).toEqual({
    issuer: rogue.issuer,
    subject: 'medewerker-7',
    name: 'Noor Kok',
    groups: ['ZORG-B'],
    session: 'sid-1',
  })
})

describe('a token is refused', () => {
  test.for([
    [
      'without acr',
      (nonce: string) => rogue.sign({ ...good(nonce), acr: undefined } as never),
      'acr-too-low',
    ],
    [
      'with another acr',
      (nonce: string) => rogue.sign({ ...good(nonce), acr: 'urn:example:loa:low' }),
      'acr-too-low',
    ],
    ['with another nonce', () => rogue.sign(good('another')), 'answer-refused'],
    [
      'of another issuer',
      (nonce: string) => rogue.sign({ ...good(nonce), iss: 'https://elders.example' }),
      'answer-refused',
    ],
    [
      'for another client',
      (nonce: string) => rogue.sign({ ...good(nonce), aud: 'elders' }),
      'answer-refused',
    ],
    [
      'for us and another, without saying who asked',
      (nonce: string) => rogue.sign({ ...good(nonce), aud: ['schakel', 'elders'] }),
      'answer-refused',
    ],
    [
      'that expired',
      (nonce: string) => rogue.sign({ ...good(nonce), iat: now() - 900, exp: now() - 600 }),
      'answer-refused',
    ],
    [
      'without subject',
      (nonce: string) => rogue.sign({ ...good(nonce), sub: undefined } as never),
      'answer-refused',
    ],
    ['that is not signed', (nonce: string) => new UnsecuredJWT(good(nonce)).encode(), 'answer-refused'],
    [
      'signed by another',
      (nonce: string) =>
        new SignJWT(good(nonce)).setProtectedHeader({ alg: 'PS256', kid: 'one' }).sign(others),
      'answer-refused',
    ],
    [
      'signed with our client id as a secret',
      (nonce: string) =>
        new SignJWT(good(nonce))
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode('schakel'.padEnd(32, '0'))),
      'answer-refused',
    ],
    ['that is none', () => 'onzin', 'answer-refused'],
  ] as const)('%s', async ([, token, reason]) => {
    expect(await reasonOf(finish(token))).toBe(reason)
  })

  test('when the answer bears another state, none, or an error', async () => {
    const token = (nonce: string) => rogue.sign(good(nonce))
    for (const url of [
      () => '?code=c&state=x',
      () => '?code=c',
      (state: string) => `?error=access_denied&state=${state}`,
    ]) {
      expect(await reasonOf(finish(token, url))).toBe('answer-refused')
    }
  })
})

describe('a logout token', () => {
  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const logout = () => ({
    iss: rogue.issuer,
    aud: 'schakel',
    iat: now(),
    exp: now() + 120,
    jti: 'j1',
    sid: 'sid-1',
    sub: 'medewerker-7',
    events: event,
  })
  test('is accepted', async () => {
    expect(await provider.loggedOut(await rogue.sign(logout(), { typ: 'logout+jwt' }))).toMatchObject({
      issuer: rogue.issuer,
      jti: 'j1',
      subject: 'medewerker-7',
      session: 'sid-1',
    })
  })
  test.for<readonly [string, () => Promise<string> | string]>([
    ['with a nonce: an ID token', () => rogue.sign({ ...logout(), nonce: 'x' })],
    ['without the event', () => rogue.sign({ ...logout(), events: {} })],
    ['without jti', () => rogue.sign({ ...logout(), jti: undefined } as never)],
    ['for another client', () => rogue.sign({ ...logout(), aud: 'elders' })],
    ['of another issuer', () => rogue.sign({ ...logout(), iss: 'https://elders.example' })],
    ['of an hour ago', () => rogue.sign({ ...logout(), iat: now() - 3600, exp: now() + 60 })],
    ['about nobody', () => rogue.sign({ ...logout(), sub: undefined, sid: undefined } as never)],
    [
      'signed by another',
      () => new SignJWT(logout()).setProtectedHeader({ alg: 'PS256', kid: 'one' }).sign(others),
    ],
    ['that is not signed', () => new UnsecuredJWT(logout()).encode()],
    ['that is none', () => ''],
  ])('is refused %s', async ([, token]) => {
    expect(await reasonOf(Promise.resolve(token()).then((one) => provider.loggedOut(one)))).not.toBe(
      'accepted',
    )
  })
})

test('a provider that is not there is refused, and asked again later', async () => {
  const nowhere = openProvider({
    issuer: 'http://127.0.0.1:9',
    clientId: 'schakel',
    key: String(key),
    acr: ['x'],
    roleClaim: 'roles',
    scope: 'openid',
  })
  expect(await reasonOf(nowhere.begin(back))).toBe('unreachable')
  expect(await reasonOf(nowhere.begin(back))).toBe('unreachable')
})
