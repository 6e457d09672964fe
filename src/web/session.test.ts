import { describe, expect, test } from 'vitest'
import { readToken, safeReturnPath, sessionCookie } from './session.ts'

const token = 'a'.repeat(43)

describe('the session cookie', () => {
  test('over https it is bound to the host and never sent in the open', () => {
    const cookie = sessionCookie({ origin: 'https://schakel.example' }, token)
    expect(cookie).toBe(`__Host-schakel=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`)
    expect(readToken(cookie.split(';')[0], 'https://schakel.example')).toBe(token)
  })
  test('over http on this machine it has another name, which https does not read', () => {
    const cookie = sessionCookie({ origin: 'http://localhost:3000' }, token)
    expect(cookie).not.toContain('Secure')
    expect(readToken(cookie.split(';')[0], 'http://localhost:3000')).toBe(token)
    expect(readToken(cookie.split(';')[0], 'https://schakel.example')).toBe(null)
  })
  test('signing out ends it', () => {
    expect(sessionCookie({ origin: 'http://localhost' }, null)).toContain('Max-Age=0')
  })
  test.each([
    undefined,
    '',
    'schakel=',
    'schakel=short',
    `other=${token}`,
    `schakel=${token}"`,
    `xschakel=${token}`,
  ])('reads no token from %j', (header) => expect(readToken(header, 'http://localhost')).toBe(null))
})

describe('where to go after signing in', () => {
  test.each(['/waterstad/bureau', '/en/waterstad/bureau/stukken/12?versie=3'])('%s is ours', (path) =>
    expect(safeReturnPath(path)).toBe(path),
  )
  test.each([
    null,
    '',
    'waterstad',
    '//elders.example',
    '/\\elders.example',
    'https://elders.example',
    '/a//b',
    '/waterstad\r\nset-cookie: a=b',
    'javascript:alert(1)',
  ])('%j is not', (path) => expect(safeReturnPath(path)).toBe(null))
})
