/** The web edge: everything that happens to a request, in order, on this page. */
import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { Mode } from '../config.ts'
import type { PublicDb } from '../council/index.ts'
import type { Actor, Ctx } from '../ctx.ts'
import { Denied, Invalid, NotFound } from '../errors.ts'
import type { Language } from '../words/format.ts'
import { wordsIn } from '../words/index.ts'
import type { Assets } from './assets.ts'
import { errorScreen } from './error-screen.tsx'
import { type LogLine, summarise } from './log.ts'
import type {
  Answer,
  DeskRequest,
  DeskRoute,
  FollowDoor,
  MailState,
  Municipality,
  PageRequest,
  PersonActor,
  Route,
  Sessions,
  SignInRequest,
} from './page.ts'
import { href } from './page.ts'
import { routes } from './routes.ts'
import { sameOrigin, securityHeaders } from './security.ts'
import { readToken } from './session.ts'
import { renderScreen } from './shell/render.tsx'

export type Deps = {
  mode: Mode
  /** Address under which people reach the site, when it does not follow from the request. */
  baseUrl: string | null
  publicDb: PublicDb
  transact<T>(actor: Actor, now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T>
  sessions: Sessions
  municipalities(): Promise<readonly Municipality[]>
  /** Following by e-mail; without it, mail is off. */
  follow?: FollowDeps
  /** How many proxies stand before the program. */
  proxies?: number
  assets: Assets
  clock(): Date
  log(line: LogLine): void
}

export type FollowDeps = {
  mail: MailState
  at(page: { municipality: string; language: Language; now: Date }): FollowDoor
  preview(page: {
    municipality: Municipality
    origin: string
    now: Date
    mail: number
  }): ReturnType<NonNullable<DeskRequest['previewMail']>>
}

type Env = {
  Variables: {
    id: string
    route: Route
    token: string | null
    actor: PersonActor | null
    page: PageRequest
    error: Pick<LogLine, 'error' | 'reason'>
  }
}

/** Most that a form may weigh when its route does not say otherwise. */
const formLimit = 64 * 1024

export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(nameRequest)
  app.use(logRequest(deps))
  app.use(securityHeaders(deps.mode))
  app.use(compress())
  app.get('/assets/:file', serveAsset(deps.assets))
  app.get('/favicon.ico', (c) => c.redirect(deps.assets.url('favicon.svg'), 302))
  app.get('/robots.txt', (c) => c.text(robots(deps.mode)))
  app.use(sameOrigin(deps.baseUrl ? [new URL(deps.baseUrl).host] : [], isOneClick))
  app.use(etag())
  for (const language of ['en', 'nl'] as const) {
    for (const route of routes) {
      app.on(
        route.method,
        href({ language }, route.path),
        remember(route),
        limitBody(route),
        describe(deps, language),
        findActor(deps),
        mayEnter,
        (c) => show(c, deps),
      )
    }
  }
  app.notFound((c) => {
    const trimmed = c.req.path.replace(/\/+$/, '')
    if (c.req.method === 'GET' && trimmed && trimmed !== c.req.path && !trimmed.startsWith('//')) {
      return c.redirect(trimmed + new URL(c.req.url).search, 301)
    }
    return showError(c, deps, new NotFound())
  })
  app.onError((error, c) => showError(c, deps, error))
  return app
}

const oneClicks = routes
  .filter((route) => 'oneClick' in route && route.oneClick)
  .map(({ path }) => new RegExp(`^(/en)?${path.replace(/:\w+/g, '[^/]+')}$`))
const isOneClick = (path: string) => oneClicks.some((pattern) => pattern.test(path))

const nameRequest: MiddlewareHandler<Env> = async (c, next) => {
  c.set('id', randomUUID().slice(0, 13))
  await next()
  c.res.headers.set('x-request-id', c.get('id'))
}

function logRequest(deps: Deps): MiddlewareHandler<Env> {
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

function robots(mode: Mode): string {
  return mode === 'demo' ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nDisallow: /*/bureau\n'
}

const remember =
  (route: Route): MiddlewareHandler<Env> =>
  (c, next) => {
    c.set('route', route)
    return next()
  }

function limitBody(route: Route): MiddlewareHandler<Env> {
  const maxSize = route.method === 'POST' ? (route.maxBody ?? formLimit) : 0
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw new Invalid('upload-too-large')
    },
  })
  return (c, next) => (route.method === 'POST' ? limit(c, next) : next())
}

/** Who asks what, where and in which language. An unknown municipality is not found. */
function describe(deps: Deps, language: Language): MiddlewareHandler<Env> {
  return async (c, next) => {
    const municipalities = await deps.municipalities()
    const named = c.req.param('municipality')
    const municipality = municipalities.find((m) => m.slug === named) ?? null
    const page = pageRequest(c, deps, language, municipalities, municipality)
    c.set('page', page)
    if (named !== undefined && !municipality) throw new NotFound()
    return next()
  }
}

function pageRequest(
  c: Context<Env>,
  deps: Deps,
  language: Language,
  municipalities: readonly Municipality[],
  municipality: Municipality | null,
): PageRequest {
  const url = new URL(c.req.url)
  return {
    id: c.get('id'),
    mode: deps.mode,
    language,
    words: wordsIn(language),
    path: language === 'en' ? url.pathname.replace(/^\/en(?=\/|$)/, '') || '/' : url.pathname,
    origin: deps.baseUrl ?? url.origin,
    params: c.req.param(),
    query: url.searchParams,
    now: deps.clock(),
    municipalities,
    municipality,
    asset: (name) => deps.assets.url(name),
  }
}

/** Public pages never ask: they are the same for everyone. */
function findActor(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { access } = c.get('route')
    const isPublic = access === 'public' || access === 'by-mail'
    const token = isPublic ? null : readToken(c.req.header('cookie'), c.get('page').origin)
    c.set('token', token)
    c.set('actor', token ? await deps.sessions.find(token) : null)
    return next()
  }
}

/** Another municipality's desk does not exist for you; at your own, your role decides. */
const mayEnter: MiddlewareHandler<Env> = async (c, next) => {
  const { access } = c.get('route')
  if (typeof access === 'string') return next()
  const actor = c.get('actor')
  if (!actor) throw new Denied('nobody is signed in', 'sign-in-needed')
  if (actor.municipality !== c.get('page').municipality?.slug) throw new NotFound()
  if (!access.includes(actor.role)) throw new Denied(`role ${actor.role}`)
  return next()
}

async function show(c: Context<Env>, deps: Deps): Promise<Response> {
  const route = c.get('route')
  const page = c.get('page')
  const actor = c.get('actor')
  const form = () => readForm(c.req.raw)
  if (route.access === 'public') {
    const request = { ...page, publicDb: deps.publicDb }
    if (!('of' in route)) return send(c, await route.page(request))
    const { municipality } = page
    if (!municipality) throw new Error(`${route.path} names no municipality`)
    return send(c, await route.page({ ...request, municipality }))
  }
  if (route.access === 'by-mail') {
    const { municipality, language, now } = page
    if (!municipality) throw new Error(`${route.path} names no municipality`)
    const follow = deps.follow?.at({ municipality: municipality.slug, language, now }) ?? closedDoor
    const visitor = visitorOf(c, deps.proxies ?? 0)
    return send(
      c,
      await route.page({ ...page, municipality, publicDb: deps.publicDb, follow, form, visitor }),
    )
  }
  if (route.access === 'signed-out') {
    const request: SignInRequest = { ...page, form, sessions: deps.sessions, actor, token: c.get('token') }
    return send(c, await route.page(request))
  }
  return send(c, await showDesk(route as DeskRoute, page, actor, form, deps))
}

/** Where mail is off, nothing can be asked and no token holds. */
const closedDoor: FollowDoor = {
  mail: 'off',
  ask: () => Promise.reject(new NotFound()),
  toConfirm: async () => null,
  confirm: async () => null,
  holder: async () => null,
  stopFollowing: async () => {},
  stopMail: async () => {},
}

/** The network that a request came from: for IPv6 its first 64 bits. Proxies in front add whom they speak for at the end of a list. */
function visitorOf(c: Context<Env>, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const chain = [
    ...(c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim()),
    incoming?.socket?.remoteAddress ?? 'unknown',
  ]
  const address = (chain.at(-1 - proxies) || chain.at(-1)) ?? 'unknown'
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}

/** @throws {Invalid} when the body is not the form that its headers promise */
async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    throw error instanceof TypeError ? new Invalid() : error
  }
}

async function showDesk(
  route: DeskRoute,
  page: PageRequest,
  actor: PersonActor | null,
  form: () => Promise<FormData>,
  deps: Deps,
): Promise<Answer> {
  const { municipality } = page
  if (!actor || !municipality) throw new Error(`${route.path} was entered without a check`)
  const request: DeskRequest = {
    ...page,
    municipality,
    actor,
    form,
    transact: (work) => deps.transact(actor, page.now, work),
    mail: deps.follow?.mail ?? 'off',
    previewMail: async (mail) =>
      deps.follow?.preview({ municipality, origin: page.origin, now: page.now, mail }) ?? null,
  }
  try {
    return await route.page(request)
  } catch (error) {
    if (error instanceof Invalid && route.again) {
      const answer = await route.again(request, error)
      return answer instanceof Response ? answer : { status: 422, ...answer }
    }
    throw error
  }
}

function send(c: Context<Env>, answer: Answer): Response {
  const isPublic = c.get('route')?.access === 'public'
  const caching = isPublic ? 'public, no-cache' : 'no-store'
  if (answer instanceof Response) {
    if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', caching)
    return answer
  }
  return c.html(renderScreen(c.get('page'), answer, c.get('actor') ?? null), answer.status ?? 200, {
    'cache-control': caching,
    ...(answer.refreshAfter === undefined ? {} : { refresh: String(answer.refreshAfter) }),
  })
}

/** The one place where an error becomes a page. What the program did not expect is shown as a reference, never as contents. */
async function showError(c: Context<Env>, deps: Deps, error: unknown): Promise<Response> {
  c.set('error', summarise(error))
  const page =
    c.get('page') ??
    pageRequest(
      c,
      deps,
      /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'nl',
      await deps.municipalities().catch(() => []),
      null,
    )
  c.set('page', page)
  if (error instanceof Denied && error.code === 'sign-in-needed') {
    const back = c.req.method === 'GET' ? `?naar=${encodeURIComponent(c.req.path)}` : ''
    return c.redirect(`${href(page, '/aanmelden')}${back}`, 303)
  }
  const response = send(c, errorScreen(page, error))
  response.headers.set('cache-control', 'no-store')
  return response
}
