import type { CaseScreen } from '../page.ts'

/** A page that also sets a cookie. */
export const withCookie = (screen: CaseScreen, cookie: string): CaseScreen => ({ ...screen, cookie })
