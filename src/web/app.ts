/** The web edge: everything that happens to a request, in order, on this page. */
import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import type { Mode } from '../config.ts'
import type { PublicDb } from '../council/index.ts'
import type { Actor, Ctx } from '../ctx.ts'
import { Denied, NotFound } from '../errors.ts'
import type { Language } from '../words/format.ts'
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
} from './edge.ts'
import { errorScreen } from './error-screen.ts'
import { summarise } from './log.ts'
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

export type Deps = EdgeDeps & {
  publicDb: PublicDb
  transact<T>(actor: Actor, now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T>
  sessions: Sessions
  municipalities(): Promise<readonly Municipality[]>
  /** Following by e-mail; without it, mail is off. */
  follow?: FollowDeps
  /** How many proxies stand before the program. */
  proxies?: number
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
  Variables: EdgeVariables & {
    route: Route
    token: string | null
    actor: PersonActor | null
    page: PageRequest
  }
}

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

function robots(mode: Mode): string {
  return mode === 'demo' ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nDisallow: /*/bureau\n'
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
  return { ...askedIn(c.req, c.get('id'), deps, language), municipalities, municipality }
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
  return pageOrAgain(route, request)
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
    pageRequest(c, deps, languageOf(c.req.path), await deps.municipalities().catch(() => []), null)
  c.set('page', page)
  if (error instanceof Denied && error.code === 'sign-in-needed') {
    const back = c.req.method === 'GET' ? `?naar=${encodeURIComponent(c.req.path)}` : ''
    return c.redirect(`${href(page, '/aanmelden')}${back}`, 303)
  }
  const response = send(c, errorScreen(page, error))
  response.headers.set('cache-control', 'no-store')
  return response
}
