/** A browser without scripts at the confidential side: it keeps its cookies, and follows nothing. */
import type { CaseSite } from './case-site.ts'
import { textOf } from './desk-site.ts'

export function caseBrowser(site: Pick<CaseSite, 'app'>, origin = 'http://zorg.example') {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await site.app.request(origin + path, {
      ...init,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        origin,
        'sec-fetch-site': 'same-origin',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
        ...init.headers,
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const html = await answer.text()
    return {
      status: answer.status,
      html,
      text: textOf(html),
      location: answer.headers.get('location'),
      headers: answer.headers,
    }
  }
  return {
    jar,
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string>) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}
