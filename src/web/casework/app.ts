/** The web edge of the confidential side: a program of its own, at an address of its own. Everything that happens to a request, in order. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import type { CaseActor, CaseCtx, CaseRole } from '../../case-ctx.ts'
import type { Mode } from '../../config.ts'
import { Denied, Invalid, NotFound } from '../../errors.ts'
import { deviceCode, type SignedIn } from '../../gate/index.ts'
import { CaseRefused } from '../../reintegration/index.ts'
import type { Language } from '../../words/format.ts'
import { wordsIn } from '../../words/index.ts'
import type { Assets } from '../assets.ts'
import { type LogLine, summarise } from '../log.ts'
import { sameOrigin, securityHeaders } from '../security.ts'
import { readCaseToken, readHandshake } from './cookie.ts'
import { caseErrorScreen } from './error-screen.tsx'
import type { CaseAnswer, CasePage, CaseProvider, CaseRoute } from './page.ts'
import { caseHref } from './page.ts'
import { caseRoutes } from './routes.ts'
import { renderCaseScreen } from './shell/render.tsx'

export type CaseLogin = 'gate' | 'casework' | 'partner' | 'survivor'
export type CaseDeps = {
  mode: Mode
  /** Address under which people reach it; null when the request says it. */
  baseUrl: string | null
  proxies: number
  /** Who vouches for staff, if anyone. */
  provider?: CaseProvider | null
  /** The file outside the database that erasures are written down in. */
  erasures?: string | null
  /** The harmless page elsewhere that her own pages are left for. */
  leaveUrl: string
  assets: Assets
  clock(): Date
  log(line: LogLine): void
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
  Variables: {
    id: string
    trace: string
    route: CaseRoute
    token: string | null
    signedIn: SignedIn | null
    page: CasePage
    error: Pick<LogLine, 'error' | 'reason'>
  }
}

const formLimit = 64 * 1024
const nobody: CaseActor = { kind: 'system', name: 'gate', municipality: '' }

export function createCaseApp(deps: CaseDeps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(nameRequest)
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

const nameRequest: MiddlewareHandler<Env> = async (c, next) => {
  c.set('id', randomUUID().slice(0, 13))
  // W3C Trace Context: a caller's trace goes on here.
  const parent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(c.req.header('traceparent') ?? '')
  c.set('trace', parent?.[1] ?? randomBytes(16).toString('hex'))
  await next()
  c.res.headers.set('x-request-id', c.get('id'))
}

function logRequest(deps: CaseDeps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now()
    await next()
    deps.log({
      at: deps.clock().toISOString(),
      id: c.get('id'),
      method: c.req.method,
      route: c.get('route')?.path ?? null,
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      ...c.get('error'),
    })
  }
}

/** Nothing of this side stays in a browser or is told to another site. */
const confidential: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  if (!c.req.path.startsWith('/assets/')) headers.set('cache-control', 'no-store')
  headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
  headers.set('cross-origin-embedder-policy', 'require-corp')
}

function serveAsset(assets: Assets): MiddlewareHandler<Env> {
  return async (c) => {
    const asset = assets.find(c.req.param('file') ?? '')
    if (!asset) throw new NotFound()
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  }
}

const remember =
  (route: CaseRoute): MiddlewareHandler<Env> =>
  (c, next) => {
    c.set('route', route)
    return next()
  }

function limitBody(route: CaseRoute): MiddlewareHandler<Env> {
  if (route.method !== 'POST') return (_, next) => next()
  return bodyLimit({
    maxSize: route.maxBody ?? formLimit,
    onError: () => {
      throw new Invalid('upload-too-large')
    },
  })
}

function describe(deps: CaseDeps, language: Language): MiddlewareHandler<Env> {
  return (c, next) => {
    c.set('page', pageOf(c, deps, language))
    return next()
  }
}

function pageOf(c: Context<Env>, deps: CaseDeps, language: Language): CasePage {
  const url = new URL(c.req.url)
  return {
    id: c.get('id'),
    trace: c.get('trace'),
    mode: deps.mode,
    language,
    words: wordsIn(language),
    path: language === 'en' ? url.pathname.replace(/^\/en(?=\/|$)/, '') || '/' : url.pathname,
    origin: deps.baseUrl ?? url.origin,
    params: c.req.param() as Record<string, string>,
    query: url.searchParams,
    now: deps.clock(),
    leaveUrl: deps.leaveUrl,
    asset: (name) => deps.assets.url(name),
    form: () => readForm(c.req.raw),
  }
}

/** @throws {Invalid} when the body is not the form that its headers promise */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    throw error instanceof TypeError ? new Invalid() : error
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
  try {
    return send(c, await route.page(request))
  } catch (error) {
    if (error instanceof Invalid && route.again) {
      const answer = await route.again(request, error)
      return send(c, answer instanceof Response ? answer : { status: 422, ...answer })
    }
    throw error
  }
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

/** The network that a request came from: for IPv6 its first 64 bits. */
function visitorOf(c: Context<Env>, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const chain = [
    ...(c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim()),
    incoming?.socket?.remoteAddress ?? 'unknown',
  ]
  const address = (chain.at(-1 - proxies) || chain.at(-1)) ?? 'unknown'
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
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
  const page = c.get('page') ?? pageOf(c, deps, /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'nl')
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
