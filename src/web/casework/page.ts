/** What a page of the confidential side is, what it gets and what it may answer. `routes.ts` says where each stands. */
import type { ReactNode } from 'react'
import type { CaseActor, CaseCtx, CaseRole } from '../../case-ctx.ts'
import type { Invalid } from '../../errors.ts'
import type { ProviderRules } from '../../gate/index.ts'
import type { Provider } from '../../sign-in/oidc.ts'
import { type Asked, type Crumb, href as caseHref } from '../asked.ts'

export { caseHref }

export type StaffActor = Extract<CaseActor, { kind: 'staff' }>
export type PartnerActor = Extract<CaseActor, { kind: 'partner' }>
export type SurvivorActor = Extract<CaseActor, { kind: 'survivor' }>
export type SignedInActor = StaffActor | PartnerActor | SurvivorActor

/** What every page knows of the request that it answers. */
export type CasePage = Asked & {
  /** Trace identifier, 32 hexadecimal characters. */
  trace: string
  /** The harmless page elsewhere that her own pages are left for. */
  leaveUrl: string
  form(): Promise<FormData>
}

/** One transaction; commands and queries of the confidential rooms take its `ctx`. */
type InCase = <T>(work: (ctx: CaseCtx) => Promise<T>) => Promise<T>

/** A provider of the organisation, with what its claims mean here. */
export type CaseProvider = { client: Provider; rules: ProviderRules }

/** Signing in and out: the only pages that see tokens; they reach no case. */
export type OpenRequest = CasePage & {
  /** Over the login that signs in. */
  gate: InCase
  /** Who this browser is signed in as, if anyone, and with which session. */
  actor: SignedInActor | null
  token: string | null
  /** The network that the request came from, for limits only. */
  visitor: string
  /** Which browser on what, as a code. */
  device: string
  /** Of a sign-in that was begun in this browser. */
  handshake: string | null
  /** Who vouches for staff; null where there is none. */
  provider: CaseProvider | null
}
/** What everyone who is signed in has: their own sessions and keys. */
export type SignedInRequest = CasePage & {
  actor: SignedInActor
  gate: InCase
  token: string
  sessionId: string
  device: string
  handshake: string | null
}
export type StaffRequest = CasePage & {
  actor: StaffActor
  transact: InCase
  sessionId: string
  /** The file outside the database that erasures are written down in, for a privacy officer; null where none is set. */
  erasures?: string | null
}
/** Administrators keep accounts over the login that signs in, and reach no case with it. */
export type AdminRequest = StaffRequest & { gate: InCase }
export type PartnerRequest = CasePage & { actor: PartnerActor; transact: InCase; sessionId: string }
export type SurvivorRequest = CasePage & {
  actor: SurvivorActor
  transact: InCase
  /** To end her session at once. */
  gate: InCase
  token: string
  sessionId: string
}

export type CaseNav =
  | 'today'
  | 'trajectories'
  | 'referrals'
  | 'partners'
  | 'search'
  | 'privacy'
  | 'admin'
  | 'shared'
  | 'mine'

export type CaseScreen = {
  /** For the window. On her own page it is neutral. */
  title: string
  body: ReactNode
  nav?: CaseNav
  crumbs?: readonly Crumb[]
  status?: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500
  islands?: readonly string[]
  /** `hers`: one column without the name of the system, with "Snel weg" always in reach. */
  frame?: 'hers' | 'bare'
  /** `set-cookie`, where a sign-in is begun. */
  cookie?: string
}
export type CaseAnswer = CaseScreen | Response

type At = { path: `/${string}` }
type Method = { method: 'GET' } | { method: 'POST'; maxBody?: number }
type Kind<Access, Request> = At &
  Method & {
    access: Access
    page: (request: Request) => Promise<CaseAnswer>
    /** Shows the form again when the page threw `Invalid`. */
    again?: (request: Request, error: Invalid) => Promise<CaseAnswer>
  }

export type OpenRoute = Kind<'open', OpenRequest> & {
  /** Posted to by another server, which brings a signed token of its own. */
  fromElsewhere?: true
}
export type StaffRoute = Kind<readonly CaseRole[], StaffRequest>
export type SignedInRoute = Kind<'signed-in', SignedInRequest>
/** `recover`: whoever may say that somebody is who they are, administrators and who coordinates care. */
export type AdminRoute = Kind<'administer' | 'recover', AdminRequest>
export type PartnerRoute = Kind<'partner', PartnerRequest>
export type SurvivorRoute = Kind<'survivor', SurvivorRequest>
export type CaseRoute = OpenRoute | SignedInRoute | StaffRoute | AdminRoute | PartnerRoute | SurvivorRoute

/** Whoever gives care. */
export const care = ['care-coordinator', 'care-worker'] as const satisfies readonly CaseRole[]

/** After a successful POST: go and GET another page. */
export function goTo(request: Pick<CasePage, 'language'>, path: string): Response {
  return new Response(null, { status: 303, headers: { location: caseHref(request, path) } })
}
