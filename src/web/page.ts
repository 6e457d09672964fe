/** What a page is, what it gets and what it may answer. Pages live in `public/` and `desk/`; `routes.ts` says where each stands. */
import type { ReactNode } from 'react'
import type { NamedTopic, OutgoingMail, PublicDb, Theme, TokenHolder, Topic } from '../council/index.ts'
import type { Actor, Ctx, Role } from '../ctx.ts'
import type { Invalid } from '../errors.ts'
import type { RenderedMail } from '../mail/index.ts'
import type { Language } from '../words/format.ts'
import { type Asked, type Crumb, href } from './asked.ts'

export { type Crumb, href }

/** `slug` is its name in addresses and tables ("waterstad"), `name` the one people use ("Waterstad"). */
export type Municipality = { slug: string; name: string; theme: Theme }

export type PersonActor = Extract<Actor, { kind: 'person' }>

/** What every page knows of the request it answers. */
export type PageRequest = Asked & {
  /** All municipalities of this installation, in alphabetical order. */
  municipalities: readonly Municipality[]
  /** The one that the address names; null on pages of the region. */
  municipality: Municipality | null
}
export type MunicipalityRequest = PageRequest & { municipality: Municipality }

/** Pages without sign-in hold the public login and nothing else: published rows, read only. */
export type PublicRequest = PageRequest & { publicDb: PublicDb }
export type PublicMunicipalityRequest = PublicRequest & { municipality: Municipality }

/** Signing in and out: the only pages that see sessions. */
export type SignInRequest = PageRequest & {
  form(): Promise<FormData>
  sessions: Sessions
  /** Who this browser is signed in as, if anyone. */
  actor: PersonActor | null
  /** The session that its cookie names, whether it still holds or not. */
  token: string | null
}

/** `demo`: mail is made but stays here, where the desk shows it; `off`: nobody can follow by e-mail. */
export type MailState = 'on' | 'demo' | 'off'
/** The commands of following by e-mail, at one municipality: all that somebody without a desk can change. A token comes from a mail. */
export type FollowDoor = {
  mail: MailState
  /** @throws Invalid (`email`), NotFound. @returns `too-often` when too much came from where this visitor is */
  ask(input: { address: string; topic: Topic; visitor: string }): Promise<'asked' | 'too-often'>
  toConfirm(token: string): Promise<{ topic: NamedTopic; confirmed: boolean } | null>
  /** @returns the token with which they see and stop what they follow */
  confirm(token: string): Promise<string | null>
  holder(token: string): Promise<TokenHolder | null>
  stopFollowing(token: string, follow: number): Promise<void>
  stopMail(token: string): Promise<void>
}
/** Pages for following: no session, the public login, and the commands of following. */
export type FollowRequest = PublicMunicipalityRequest & {
  follow: FollowDoor
  form(): Promise<FormData>
  /** Where the request came from, for limits only; never kept. */
  visitor: string
}

/** Pages of a desk: somebody is signed in, with a role that the route names, at the municipality in the address. */
export type DeskRequest = MunicipalityRequest & {
  actor: PersonActor
  /** The posted form; a file is a `File`. */
  form(): Promise<FormData>
  /** One transaction as this actor at `now`; commands and queries of the desk take its `ctx`. */
  transact<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Whether mail is sent; `off` when not given. */
  mail?: MailState
  /** A mail of this municipality as it would go out; null outside a demonstration. */
  previewMail?(mail: number): Promise<(RenderedMail & OutgoingMail) | null>
}

/** `desk` is the first page of whoever is signed in; what stands below a motion, a matter or a commitment is there too. */
export type NavKey =
  | 'motions'
  | 'commitments'
  | 'wishes'
  | 'about'
  | 'desk'
  | 'post'
  | 'letters'
  | 'lists'
  | 'import'
  | 'programme'
  | 'register'

/** A page to show; the shell puts it in its frame. The body brings its own `<h1>`. */
export type Screen = {
  /** For the window and for search engines; the name of the site is added. */
  title: string
  body: ReactNode
  /** Which item of the menu is the current one. */
  nav?: NavKey
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[]
  status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500
  /** Names of islands to load, desk pages only: `['review.js']`. The page works without them. */
  islands?: readonly string[]
  description?: string
  /** The same in another form, such as a feed; `path` as of `href`, without the language. */
  alternates?: readonly { type: string; title: string; path: string }[]
  /** Seconds after which the browser asks for the page again, without any script. Only with a way to stop it. */
  refreshAfter?: number
}
export type Answer = Screen | Response

type At = { path: `/${string}` }
type Post = {
  method: 'POST' /** Most that a body may weigh, in bytes; 64 kB when not given. */
  maxBody?: number
}
type Method = { method: 'GET' } | Post

export type PublicRoute =
  | (At & { method: 'GET'; access: 'public'; page: (request: PublicRequest) => Promise<Answer> })
  | (At & {
      method: 'GET'
      access: 'public'
      of: 'municipality'
      page: (request: PublicMunicipalityRequest) => Promise<Answer>
    })
export type SignInRoute = At &
  Method & { access: 'signed-out'; page: (request: SignInRequest) => Promise<Answer> }
export type FollowRoute = At &
  Method & {
    access: 'by-mail'
    page: (request: FollowRequest) => Promise<Answer>
    /** A mail program may post here by itself (RFC 8058): the token in the address is all that it needs. */
    oneClick?: true
  }
export type DeskRoute = At &
  Method & {
    /** The path begins with `/:municipality`. */
    access: readonly Role[]
    page: (request: DeskRequest) => Promise<Answer>
    /** Shows the form again when the page threw `Invalid`; without it, a plain error page does. */
    again?: (request: DeskRequest, error: Invalid) => Promise<Answer>
  }
export type Route = PublicRoute | SignInRoute | FollowRoute | DeskRoute

/** Somebody who may be signed in as in the demonstration. `key` is what the form sends back. */
export type DemoPerson = { key: string; name: string; role: Role; municipality: string }

/** Sessions of browsers, kept by the identity room. A token is secret: it goes into the cookie and nowhere else. */
export type Sessions = {
  /** The invented people of the demonstration; in production none. */
  demoPeople(): Promise<DemoPerson[]>
  /** @returns the token of a new session, or null when nobody has this key or signing in so is not allowed */
  open(key: string): Promise<string | null>
  find(token: string): Promise<PersonActor | null>
  close(token: string): Promise<void>
}

/** Where a path leads from: a page of a municipality in a language. */
export type Here = { language: Language; municipality: Pick<Municipality, 'slug'> }

/** A path below the municipality of the page: `hrefHere(request, '/moties')`; `''` is its first page. */
export function hrefHere(request: Here, path: string): string {
  return href(request, `/${request.municipality.slug}${path}`)
}

/** After a successful POST: go and GET another page. `location` comes from `href`. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } })
}
