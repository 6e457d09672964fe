import { expect, test } from 'vitest'
import { ConfigError, parseConfig } from './config.ts'

test('without settings: a demonstration on this machine only', () => {
  expect(parseConfig({}, '/somewhere')).toEqual({
    mode: 'demo',
    part: 'all',
    port: 3000,
    casework: { port: 3001, baseUrl: null },
    leaveUrl: 'https://www.knmi.nl/',
    keysUrl: null,
    kek: null,
    signingKey: null,
    checkpoints: null,
    host: '127.0.0.1',
    data: { folder: '/somewhere/data', explicit: false },
    databaseUrl: null,
    baseUrl: null,
    mail: null,
    proxies: 0,
    provider: null,
    clock: null,
  })
})

test('every setting is honoured; an empty one is none', () => {
  const env = {
    SCHAKEL_MODE: 'production',
    PORT: '8080',
    HOST: ' 0.0.0.0 ',
    SCHAKEL_DATA: '../elsewhere',
    DATABASE_URL: 'postgresql://someone@host/name',
    SCHAKEL_URL: 'https://schakel.example/',
    SCHAKEL_SMTP: 'smtps://post%40x:geheim@mail.example',
    SCHAKEL_MAIL_FROM: 'schakel@gemeente.example',
    SCHAKEL_PROXIES: '1',
    CASEWORK_PORT: '9000',
    SCHAKEL_CASEWORK_URL: 'https://begeleiding.schakel.example/',
    SCHAKEL_LEAVE_URL: 'https://weer.example/',
    SCHAKEL_KEYS_URL: 'postgres://someone@other/keys',
    SCHAKEL_KEK_FILE: '../run/key',
    SCHAKEL_SIGNING_KEY_FILE: '../run/signing-key',
    SCHAKEL_CHECKPOINTS: '/srv/checkpoints',
  }
  expect(parseConfig(env, '/somewhere')).toEqual({
    mode: 'production',
    part: 'all',
    port: 8080,
    casework: { port: 9000, baseUrl: 'https://begeleiding.schakel.example' },
    leaveUrl: 'https://weer.example',
    keysUrl: 'postgres://someone@other/keys',
    kek: { name: 'SCHAKEL_KEK_FILE', value: '/run/key' },
    signingKey: { name: 'SCHAKEL_SIGNING_KEY_FILE', value: '/run/signing-key' },
    checkpoints: '/srv/checkpoints',
    host: '0.0.0.0',
    data: { folder: '/elsewhere', explicit: true },
    databaseUrl: 'postgresql://someone@host/name',
    baseUrl: 'https://schakel.example',
    mail: { smtp: 'smtps://post%40x:geheim@mail.example', from: 'schakel@gemeente.example' },
    proxies: 1,
    provider: null,
    clock: null,
  })
  expect(parseConfig({ PORT: '', SCHAKEL_DATA: ' ' }, '/x')).toEqual(parseConfig({}, '/x'))
})

test.for([
  ['SCHAKEL_MODE', 'Production'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '3000x'],
  ['PORT', '0x50'],
  ['CASEWORK_PORT', 'many'],
  ['CASEWORK_PORT', '3000'],
  ['SCHAKEL_CASEWORK_URL', 'begeleiding'],
  ['SCHAKEL_LEAVE_URL', 'weer'],
  ['SCHAKEL_KEYS_URL', 'mysql://host/name'],
  ['SCHAKEL_PART', 'half'],
  ['SCHAKEL_LOGINS', 'site.json'],
  ['DATABASE_URL', 'mysql://host/name'],
  ['SCHAKEL_SMTP', 'mail.example:25'],
  ['SCHAKEL_SMTP', 'http://mail.example'],
  ['SCHAKEL_PROXIES', 'ja'],
  ['SCHAKEL_URL', 'schakel.example'],
  ['SCHAKEL_URL', 'ftp://schakel.example'],
  ['SCHAKEL_URL', 'https://schakel.example/?x=1'],
] as const)('%s=%s is refused in one sentence that names it', ([name, value]) => {
  expect(() => parseConfig({ [name]: value }, '/')).toThrow(ConfigError)
  expect(() => parseConfig({ [name]: value }, '/')).toThrow(new RegExp(`^${name} .*\\.$`))
})

const smtp = { SCHAKEL_SMTP: 'smtp://post:heelgeheim@mail.example', SCHAKEL_MAIL_FROM: 'a@b.example' }

test.for([
  [{ ...smtp, SCHAKEL_MAIL_FROM: 'Naam <a@b.example>' }, /^SCHAKEL_MAIL_FROM /],
  [{ ...smtp, SCHAKEL_MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, /^SCHAKEL_MAIL_FROM /],
  [{ SCHAKEL_SMTP: smtp.SCHAKEL_SMTP }, /^SCHAKEL_MAIL_FROM /],
  [{ SCHAKEL_MAIL_FROM: 'a@b.example' }, /^SCHAKEL_SMTP /],
  [{ ...smtp, SCHAKEL_MODE: 'production' }, /^SCHAKEL_URL /],
  [
    { SCHAKEL_CLOCK: '2026-03-02T09:00:00Z', SCHAKEL_TEST: '1', SCHAKEL_MODE: 'production' },
    /^SCHAKEL_CLOCK /,
  ],
  [{ SCHAKEL_CLOCK: '2026-03-02T09:00:00Z' }, /^SCHAKEL_CLOCK .* SCHAKEL_TEST=1/],
  [{ SCHAKEL_CLOCK: 'morgen', SCHAKEL_TEST: '1' }, /^SCHAKEL_CLOCK /],
] as const)('refused in one sentence, without the password: %j', ([env, sentence]) => {
  const refused = () => parseConfig(env, '/')
  expect(refused).toThrow(ConfigError)
  expect(refused).toThrow(sentence)
  expect(refused).not.toThrow(/heelgeheim/)
})

test('the clock of a demonstration can be set in tests', () => {
  const env = { SCHAKEL_CLOCK: '2026-03-02T09:00:00Z', SCHAKEL_TEST: '1' }
  expect(parseConfig(env, '/').clock).toEqual(new Date('2026-03-02T09:00:00Z'))
})

test.for([
  ['0', 0],
  ['8080', 8081],
] as const)('the confidential side listens beside PORT=%s', ([PORT, port]) => {
  expect(parseConfig({ PORT }, '/').casework.port).toBe(port)
})

test.for([
  [{ SCHAKEL_KEK: 'a', SCHAKEL_KEK_FILE: 'b' }, /^SCHAKEL_KEK and SCHAKEL_KEK_FILE are both set/],
  [{ SCHAKEL_SIGNING_KEY: 'a', SCHAKEL_SIGNING_KEY_FILE: 'b' }, /^SCHAKEL_SIGNING_KEY and/],
  [{ SCHAKEL_PART: 'site', SCHAKEL_LOGINS: 'x', SCHAKEL_SIGNING_KEY: 'a' }, /^SCHAKEL_SIGNING_KEY must not/],
  [{ PORT: '65535' }, /^CASEWORK_PORT must be set/],
  [{ SCHAKEL_PART: 'site' }, /^SCHAKEL_LOGINS must name the file .* logins site\.$/],
  [{ SCHAKEL_PART: 'site', SCHAKEL_LOGINS: 'x', SCHAKEL_KEK: 'a' }, /^SCHAKEL_KEK must not be set/],
  [{ SCHAKEL_PART: 'site', SCHAKEL_LOGINS: 'x', DATABASE_URL: 'postgres://a/b' }, /^DATABASE_URL must not/],
  [
    { SCHAKEL_PART: 'casework', SCHAKEL_LOGINS: 'x', DATABASE_URL: 'postgres://a/b' },
    /^DATABASE_URL must not/,
  ],
  [{ SCHAKEL_PART: 'casework', SCHAKEL_LOGINS: 'x' }, /^SCHAKEL_KEK_FILE must name/],
] as const)('%j is refused', ([env, sentence]) => {
  expect(() => parseConfig(env, '/')).toThrow(sentence)
  expect(() => parseConfig(env, '/')).toThrow(ConfigError)
})

test('a part takes its logins from a file, and keys only where cases are', () => {
  const alone = { SCHAKEL_PART: 'casework', SCHAKEL_LOGINS: 'case.json', SCHAKEL_KEK: 'secret' }
  expect(parseConfig(alone, '/somewhere')).toMatchObject({
    part: { only: 'casework', logins: '/somewhere/case.json' },
    kek: { name: 'SCHAKEL_KEK', value: 'secret' },
  })
})
