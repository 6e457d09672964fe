import type { ColumnType, Generated } from 'kysely'
import type { Role } from '../ctx.ts'

export type IdentityTables = {
  'identity.person': {
    id: Generated<string>
    name: string
    /** Invented, for the demonstration: may be signed in as without proof, and only there. */
    demonstration: ColumnType<boolean, boolean | undefined, never>
    created_at: Generated<Date>
  }
  'identity.role': {
    municipality: string
    person_id: string
    role: Role
    granted_at: Generated<Date>
    ended_at: Date | null
  }
  /** Read by the login that sends mail only; the desk sees who has one. */
  'identity.address': { person_id: string; address: string; set_at: Date }
  'identity.session': {
    /** SHA-256 of the token in the cookie. */
    token_hash: Buffer
    person_id: string
    municipality: string
    role: Role
    created_at: Date
    expires_at: Date
    ended_at: Date | null
  }
}
