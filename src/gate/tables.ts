import type { ColumnType, Generated } from 'kysely'
import type { CaseRole } from '../case-ctx.ts'

type Once<T> = ColumnType<T, T, never>

export type OrganisationKind =
  | 'shelter'
  | 'housing-corporation'
  | 'school'
  | 'employer'
  | 'debt-counsellor'
  | 'police'
  | 'care'
  | 'legal'
  | 'other'

/** How somebody signed in. */
export type SignInMethod = 'demo' | 'oidc' | 'passkey' | 'card'

export type GateTables = {
  /** A municipality that gives care, and the name of its own data key. */
  'gate.office': { municipality: string; name: string; key_id: Generated<string> }
  'gate.organisation': {
    id: Generated<string>
    municipality: string
    name: string
    kind: OrganisationKind
    ended_at: Date | null
  }
  /** The person whose case it is has an account without a name. */
  'gate.account': {
    id: Generated<string>
    municipality: Once<string>
    kind: Once<'staff' | 'partner' | 'survivor'>
    name: string | null
    organisation_id: string | null
    trajectory_id: number | null
    issuer: string | null
    subject: string | null
    demonstration: Generated<boolean>
    created_at: Generated<Date>
    ended_at: Date | null
  }
  /** Holds once a second person approved it. */
  'gate.role': {
    id: Generated<string>
    account_id: Once<string>
    role: Once<CaseRole>
    /** Null: the command line, or the provider. */
    proposed_by: string | null
    proposed_at: Date
    approved_by: string | null
    approved_at: Date | null
    ended_at: Date | null
    ended_by: string | null
  }
  'gate.session': {
    /** SHA-256 of the token in the cookie. */
    token_hash: Once<Buffer>
    id: Generated<string>
    account_id: Once<string>
    method: Once<SignInMethod>
    opened_at: Once<Date>
    seen_at: Date
    /** How long it may go unused; PostgreSQL's text of an interval. */
    idle: ColumnType<string, string, string>
    expires_at: Date
    ended_at: Date | null
    ended_because: string | null
    provider_session: string | null
    device: string | null
  }
}
