/** Which browser on what, as far as it matters to know one's own again. What a browser says of itself is not kept. Pure. */

const browsers = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['samsung', /SamsungBrowser\//],
  ['opera', /\bOPR\//],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrome\/|CriOS\//],
  ['safari', /Safari\//],
] as const
const systems = [
  ['iphone', /iPhone|iPod/],
  ['ipad', /iPad/],
  ['android', /Android/],
  ['windows', /Windows/],
  ['chromebook', /CrOS/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux/],
] as const

export type Browser = (typeof browsers)[number][0] | 'other'
export type System = (typeof systems)[number][0] | 'other'

/** Such as `firefox/windows`. */
export function deviceCode(userAgent: string | undefined): `${Browser}/${System}` {
  const agent = userAgent ?? ''
  const first = <T>(list: readonly (readonly [T, RegExp])[]) =>
    list.find(([, pattern]) => pattern.test(agent))?.[0]
  return `${first(browsers) ?? 'other'}/${first(systems) ?? 'other'}`
}

export function readDevice(code: string | null): { browser: Browser; system: System } {
  const [browser, system] = (code ?? '').split('/')
  return {
    browser: browsers.find(([name]) => name === browser)?.[0] ?? 'other',
    system: systems.find(([name]) => name === system)?.[0] ?? 'other',
  }
}
