import { expect, test } from 'vitest'
import { deviceCode, readDevice } from './device.ts'

test.for([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'firefox/windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'safari/iphone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-A145R) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    'samsung/android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
    'edge/mac',
  ],
  ['curl/8.5.0', 'other/other'],
  [undefined, 'other/other'],
] as const)('%s is %s', ([agent, code]) => {
  expect(deviceCode(agent)).toBe(code)
  expect(Object.values(readDevice(code)).join('/')).toBe(code)
})

test('what is no code of a device is an unknown one', () => {
  for (const code of [null, '', 'x', '<b>/windows', '__proto__/constructor']) {
    expect(readDevice(code).browser).toBe('other')
  }
})
