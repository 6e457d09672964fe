/** The web edge of the confidential side: a program of its own, at an address of its own. Everything that happens to a request, in order. */
import { randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import type { CaseActor, CaseCtx, CaseRole } from '../../case-ctx.ts'
import { Denied, NotFound } from '../../errors.ts'
import { deviceCode, type SignedIn } from '../../gate/index.ts'
import { CaseRefused } from '../../reintegration/index.ts'
import type { Language } from '../../words/format.ts'
import {
  askedIn,
  type EdgeDeps,
  type EdgeVariables,
  languageOf,
  limitBody,
  logRequest,
  nameRequest,
  pageOrAgain,
  readForm,
  remember,
  serveAsset,
  visitorOf,
} from '../edge.ts'
import { summarise } from '../log.ts'
import { sameOrigin, securityHeaders } from '../security.ts'
import { readCaseToken, readHandshake } from './cookie.ts'
import { caseErrorScreen } from './error-screen.ts'
import type { CaseAnswer, CasePage, CaseProvider, CaseRoute, CaseScreen } from './page.ts'
import { caseHref } from './page.ts'
import { caseRoutes } from './routes.ts'
import { renderCaseScreen } from './shell/render.tsx'

export type CaseLogin = 'gate' | 'casework' | 'partner' | 'survivor'
export type CaseDeps = EdgeDeps & {
  proxies: number
  /** Who vouches for staff, if anyone. */
  provider?: CaseProvider | null
  /** The file outside the database that erasures are written down in. */
  erasures?: string | null
  /** The harmless page elsewhere that her own pages are left for. */
  leaveUrl: string
  findSession(token: string): Promise<SignedIn | null>
  /** One transaction over a login, as whoever holds the token. */
  transact<T>(
    login: CaseLogin,
    opening: { actor: CaseActor; token: string | null; now: Date; trace: string },
    work: (ctx: CaseCtx) => Promise<T>,
  ): Promise<T>
  /** Writes down a refusal, after the transaction that it ended. */
  refused(
    login: CaseLogin,
    opening: { actor: CaseActor; token: string | null; now: Date; trace: string },
    refusal: { reason: string; trajectory: number | null },
  ): Promise<void>
}

type Env = {
  Variables: EdgeVariables & {
    trace: string
    route: CaseRoute
    token: string | null
    signedIn: SignedIn | null
    page: CasePage
  }
}

const nobody: CaseActor = { kind: 'system', name: 'gate', municipality: '' }

export function createCaseApp(deps: CaseDeps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(nameRequest)
  app.use(followTrace)
  app.use(logRequest(deps))
  app.use(securityHeaders(deps.mode))
  app.use(confidential)
  app.use(compress())
  app.get('/assets/:file', serveAsset(deps.assets))
  app.get('/favicon.ico', (c) => c.redirect(deps.assets.url('favicon.svg'), 302))
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))
  app.use(sameOrigin(deps.baseUrl ? [new URL(deps.baseUrl).host] : [], isFromElsewhere))
  for (const language of ['en', 'nl'] as const) {
    for (const route of caseRoutes) {
      app.on(
        route.method,
        caseHref({ language }, route.path),
        remember(route),
        limitBody(route),
        describe(deps, language),
        findActor(deps),
        mayEnter(deps),
        (c) => show(c, deps),
      )
    }
  }
  app.notFound((c) => showError(c, deps, new NotFound()))
  app.onError((error, c) => showError(c, deps, error))
  return app
}

const elsewhere = caseRoutes.filter((route) => 'fromElsewhere' in route && route.fromElsewhere)
const isFromElsewhere = (path: string) => elsewhere.some((route) => route.path === path)

/** W3C Trace Context: a caller's trace goes on here. */
const followTrace: MiddlewareHandler<Env> = (c, next) => {
  const parent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(c.req.header('traceparent') ?? '')
  c.set('trace', parent?.[1] ?? randomBytes(16).toString('hex'))
  return next()
}

/** Nothing of this side stays in a browser or is told to another site. */
const confidential: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  if (!c.req.path.startsWith('/assets/')) headers.set('cache-control', 'no-store')
  headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
  headers.set('cross-origin-embedder-policy', 'require-corp')
}

function describe(deps: CaseDeps, language: Language): MiddlewareHandler<Env> {
  return (c, next) => {
    c.set('page', pageOf(c, deps, language))
    return next()
  }
}

function pageOf(c: Context<Env>, deps: CaseDeps, language: Language): CasePage {
  return {
    ...askedIn(c.req, c.get('id'), deps, language),
    trace: c.get('trace'),
    leaveUrl: deps.leaveUrl,
    form: () => readForm(c.req.raw),
  }
}

function findActor(deps: CaseDeps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const token = readCaseToken(c.req.header('cookie'), c.get('page').origin)
    c.set('token', token)
    c.set('signedIn', token ? await deps.findSession(token) : null)
    return next()
  }
}

/** Somebody of another kind finds nothing here; staff without the role is refused, and that is written down. */
const mayEnter =
  (deps: CaseDeps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const { access } = c.get('route')
    if (access === 'open') return next()
    const actor = c.get('signedIn')?.actor
    if (!actor) throw new Denied('nobody is signed in', 'sign-in-needed')
    if (access === 'signed-in') return next()
    if (access === 'partner' || access === 'survivor') {
      if (actor.kind === access) return next()
    } else if (actor.kind === 'staff') {
      const roles: readonly CaseRole[] =
        access === 'administer'
          ? ['administrator']
          : access === 'recover'
            ? ['administrator', 'care-coordinator']
            : access
      if (actor.roles.some((role) => roles.includes(role))) return next()
    }
    await deps.refused(loginOf(actor), opening(c), { reason: 'no-role', trajectory: null })
    c.set('error', { error: 'not-found', reason: `kind or role: ${actor.kind}` })
    throw new NotFound()
  }

function loginOf(actor: CaseActor): CaseLogin {
  return actor.kind === 'staff' ? 'casework' : actor.kind === 'system' ? 'gate' : actor.kind
}

function opening(c: Context<Env>) {
  const { now, trace } = c.get('page')
  return { actor: c.get('signedIn')?.actor ?? nobody, token: c.get('token'), now, trace }
}

async function show(c: Context<Env>, deps: CaseDeps): Promise<Response> {
  const route = c.get('route')
  const page = c.get('page')
  const actor = c.get('signedIn')?.actor ?? null
  const who = opening(c)
  // Signing in is done by nobody yet, whoever this browser was before.
  const asker = route.access === 'open' ? { ...who, actor: nobody, token: null } : who
  const gate = <T>(work: (ctx: CaseCtx) => Promise<T>) => deps.transact('gate', asker, work)
  const more = {
    gate,
    actor,
    token: c.get('token'),
    sessionId: c.get('signedIn')?.sessionId,
    visitor: visitorOf(c, deps.proxies),
    device: deviceCode(c.req.header('user-agent')),
    handshake: readHandshake(c.req.header('cookie'), page.origin),
    provider: deps.provider ?? null,
    erasures: deps.erasures ?? null,
    transact: <T>(work: (ctx: CaseCtx) => Promise<T>) => deps.transact(loginOf(who.actor), who, work),
  }
  const request = { ...page, ...withOnly(route, more) } as never
  return send(c, await pageOrAgain<never, CaseScreen>(route, request))
}

type More = Record<
  | 'gate'
  | 'actor'
  | 'token'
  | 'sessionId'
  | 'visitor'
  | 'device'
  | 'handshake'
  | 'provider'
  | 'erasures'
  | 'transact',
  unknown
>

/** Each kind of page gets what its type says, and nothing beside it. */
function withOnly({ access }: CaseRoute, more: More): Partial<More> {
  const { gate, actor, token, sessionId, visitor, device, handshake, provider, transact } = more
  if (access === 'open') return { gate, actor, token, visitor, device, handshake, provider }
  if (access === 'signed-in') return { gate, actor, token, sessionId, device, handshake }
  if (access === 'survivor') return { actor, transact, gate, token, sessionId }
  if (access === 'administer' || access === 'recover') return { actor, transact, gate, sessionId }
  if (Array.isArray(access) && access.includes('privacy-officer')) {
    return { actor, transact, sessionId, erasures: more.erasures }
  }
  return { actor, transact, sessionId }
}

function send(c: Context<Env>, answer: CaseAnswer): Response {
  if (answer instanceof Response) return answer
  if (answer.cookie) c.header('set-cookie', answer.cookie)
  return c.html(
    renderCaseScreen(c.get('page'), answer, c.get('signedIn')?.actor ?? null),
    answer.status ?? 200,
  )
}

/** The one place where an error becomes a page. A case that one may not open and one that does not exist are the same page. */
async function showError(c: Context<Env>, deps: CaseDeps, error: unknown): Promise<Response> {
  if (!c.get('error')) c.set('error', summarise(error))
  const page = c.get('page') ?? pageOf(c, deps, languageOf(c.req.path))
  c.set('page', page)
  if (error instanceof CaseRefused) {
    c.set('error', { error: 'not-found', reason: error.reason })
    const actor = c.get('signedIn')?.actor ?? nobody
    await deps.refused(loginOf(actor), opening(c), {
      reason: error.reason,
      trajectory: error.trajectory,
    })
  }
  if (error instanceof Denied && error.code === 'sign-in-needed') {
    return c.redirect(caseHref(page, signInFor(c.get('route'))), 303)
  }
  return send(c, caseErrorScreen(page, error, c.get('signedIn')?.actor ?? null))
}

function signInFor(route: CaseRoute): string {
  return route.access === 'survivor' ? '/kaart' : '/aanmelden'
}
