import { expect, test } from 'vitest'
import { ConfigError, parseConfig } from './config.ts'

test('without settings: a demonstration on this machine only', () => {
  expect(parseConfig({}, '/somewhere')).toEqual({
    mode: 'demo',
    port: 3000,
    host: '127.0.0.1',
    data: { folder: '/somewhere/data', explicit: false },
    databaseUrl: null,
    baseUrl: null,
    mail: null,
    proxies: 0,
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
  }
  expect(parseConfig(env, '/somewhere')).toEqual({
    mode: 'production',
    port: 8080,
    host: '0.0.0.0',
    data: { folder: '/elsewhere', explicit: true },
    databaseUrl: 'postgresql://someone@host/name',
    baseUrl: 'https://schakel.example',
    mail: { smtp: 'smtps://post%40x:geheim@mail.example', from: 'schakel@gemeente.example' },
    proxies: 1,
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
