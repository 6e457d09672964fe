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
  }
  expect(parseConfig(env, '/somewhere')).toEqual({
    mode: 'production',
    port: 8080,
    host: '0.0.0.0',
    data: { folder: '/elsewhere', explicit: true },
    databaseUrl: 'postgresql://someone@host/name',
    baseUrl: 'https://schakel.example',
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
  ['SCHAKEL_URL', 'schakel.example'],
  ['SCHAKEL_URL', 'ftp://schakel.example'],
  ['SCHAKEL_URL', 'https://schakel.example/?x=1'],
] as const)('%s=%s is refused in one sentence that names it', ([name, value]) => {
  expect(() => parseConfig({ [name]: value }, '/')).toThrow(ConfigError)
  expect(() => parseConfig({ [name]: value }, '/')).toThrow(new RegExp(`^${name} .*\\.$`))
})
