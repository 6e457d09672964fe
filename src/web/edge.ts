/** What both web edges do to a request, each in an order of its own: see `app.ts` and `casework/app.ts`. */
import { randomUUID } from 'node:crypto'
import type { Context, HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Mode } from '../config.ts'
import { Invalid, NotFound } from '../errors.ts'
import type { Language } from '../words/format.ts'
import { wordsIn } from '../words/index.ts'
import type { Asked } from './asked.ts'
import type { Assets } from './assets.ts'
import type { LogLine } from './log.ts'

export type EdgeDeps = {
  mode: Mode
  /** Address under which people reach it; null when the request says it. */
  baseUrl: string | null
  assets: Assets
  clock(): Date
  log(line: LogLine): void
}

type EdgeRoute = { path: string } & ({ method: 'GET' } | { method: 'POST'; maxBody?: number })
export type EdgeVariables = { id: string; route: EdgeRoute; error: Pick<LogLine, 'error' | 'reason'> }
type Middleware = MiddlewareHandler<{ Variables: EdgeVariables }>

/** Most that a form may weigh when its route does not say otherwise, in bytes. */
const formLimit = 64 * 1024

export const nameRequest: Middleware = async (c, next) => {
  c.set('id', randomUUID().slice(0, 13))
  await next()
  c.res.headers.set('x-request-id', c.get('id'))
}

export function logRequest(deps: EdgeDeps): Middleware {
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

export function serveAsset(assets: Assets): MiddlewareHandler {
  return async (c) => {
    const asset = assets.find(c.req.param('file') ?? '')
    if (!asset) throw new NotFound()
    return c.body(asset.body, 200, {
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  }
}

export const remember =
  <Route extends EdgeRoute>(route: Route): MiddlewareHandler<{ Variables: { route: Route } }> =>
  (c, next) => {
    c.set('route', route)
    return next()
  }

export function limitBody(route: EdgeRoute): MiddlewareHandler {
  if (route.method !== 'POST') return (_, next) => next()
  return bodyLimit({
    maxSize: route.maxBody ?? formLimit,
    onError: () => {
      throw new Invalid('upload-too-large')
    },
  })
}

export function askedIn(
  req: HonoRequest,
  id: string,
  { mode, baseUrl, assets, clock }: EdgeDeps,
  language: Language,
): Asked {
  const url = new URL(req.url)
  return {
    id,
    mode,
    language,
    words: wordsIn(language),
    path: language === 'en' ? url.pathname.replace(/^\/en(?=\/|$)/, '') || '/' : url.pathname,
    origin: baseUrl ?? url.origin,
    params: req.param() as Record<string, string>,
    query: url.searchParams,
    now: clock(),
    asset: (name) => assets.url(name),
  }
}

/** For a page that no route describes. */
export const languageOf = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'nl')

/** @throws {Invalid} when the body is not the form that its headers promise */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (error) {
    throw error instanceof TypeError ? new Invalid() : error
  }
}

/** The network that a request came from: for IPv6 its first 64 bits. Proxies in front add whom they speak for at the end of a list. */
export function visitorOf({ env, req }: Pick<Context, 'env' | 'req'>, proxies: number): string {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  const chain = [
    ...(req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim()),
    incoming?.socket?.remoteAddress ?? 'unknown',
  ]
  const address = (chain.at(-1 - proxies) || chain.at(-1)) ?? 'unknown'
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}

/** The page; or, when it threw `Invalid` and the route says how, its form again. */
export async function pageOrAgain<Request, Screen extends object>(
  route: {
    page: (request: Request) => Promise<Screen | Response>
    again?: (request: Request, error: Invalid) => Promise<Screen | Response>
  },
  request: Request,
): Promise<Screen | Response> {
  try {
    return await route.page(request)
  } catch (error) {
    if (!(error instanceof Invalid && route.again)) throw error
    const answer = await route.again(request, error)
    return answer instanceof Response ? answer : { status: 422, ...answer }
  }
}
