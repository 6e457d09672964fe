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

/** What can be tried again and again. */
export type Guessable = 'card' | 'passkey' | 'invitation' | 'provider'

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
  /** The card of the person whose case it is; made by `gate.give_card()`. */
  'gate.card': {
    id: Once<string>
    account_id: Once<string>
    /** Keyed hash of the code. */
    code_index: Once<Buffer>
    given_by: Once<string>
    given_at: Once<Date>
    use_before: Once<Date>
    chosen_at: Date | null
    salt: Buffer | null
    pin_hash: Buffer | null
    misses: number
    ended_at: Date | null
    ended_by: string | null
  }
  /** How often something that can be guessed was tried from one network in a span of time. */
  'gate.tally': { what: Once<Guessable>; who: Once<Buffer>; span: Once<Date>; count: number }
  /** Adds a passkey, once. */
  'gate.invitation': {
    id: Generated<string>
    account_id: Once<string>
    code_hash: Once<Buffer>
    because: Once<'enrolment' | 'recovery'>
    /** Null: the command line. */
    made_by: Once<string | null>
    made_at: Once<Date>
    use_before: Once<Date>
    used_at: Date | null
    ended_at: Date | null
  }
  'gate.passkey': {
    id: Generated<string>
    account_id: Once<string>
    rp_id: Once<string>
    /** base64url, as browsers give it. */
    credential_id: Once<string>
    public_key: Once<Buffer>
    counter: number
    transports: Once<string[]>
    synced: Once<boolean>
    backed_up: boolean
    device: Once<string | null>
    added_at: Once<Date>
    used_at: Date | null
    ended_at: Date | null
    ended_by: string | null
  }
  /** Two say that it is them who lost what they sign in with. */
  'gate.recovery': {
    id: Generated<string>
    account_id: Once<string>
    asked_by: Once<string>
    asked_at: Once<Date>
    use_before: Once<Date>
    approved_by: string | null
    approved_at: Date | null
    ended_at: Date | null
  }
  /** A sign-in that was begun and not finished. */
  'gate.handshake': {
    token_hash: Once<Buffer>
    what: Once<'passkey' | 'enrolment' | 'provider'>
    challenge: Once<string>
    nonce: Once<string | null>
    verifier: Once<string | null>
    invitation_id: Once<string | null>
    account_id: Once<string | null>
    expires_at: Once<Date>
  }
  'gate.provider_logout': { issuer: Once<string>; jti: Once<string>; expires_at: Once<Date> }
}
