import type { ColumnType, Generated } from 'kysely'

type Once<T> = ColumnType<T, T, never>

export type IdentityField =
  | 'given-names'
  | 'surname'
  | 'called'
  | 'birth-date'
  | 'phone'
  | 'email'
  | 'document-number'
  | 'language'
  | 'nationality'
  | 'contact-channel'

export type VaultTables = {
  'reintegration.erasure': {
    person_id: Once<string>
    trajectory_id: Once<number>
    erased_on: Once<string>
    because: Once<'term' | 'request' | 'journal'>
  }
  'vault.identity': {
    trajectory_id: Once<number>
    person_id: Once<string>
    field: Once<IdentityField>
    body: Buffer
    version: Generated<number>
    set_at: Date
  }
  'vault.location': {
    id: Generated<number>
    trajectory_id: Once<number>
    person_id: Once<string>
    kind: Once<'stay' | 'post' | 'meeting' | 'avoid'>
    body: Buffer
    from_on: string | null
    until_on: string | null
    set_at: Date
    set_by: Once<string>
    version: Generated<number>
  }
  'vault.location_grant': {
    id: Generated<number>
    location_id: Once<number>
    trajectory_id: Once<number>
    account_id: Once<string>
    granted_by: Once<string>
    granted_at: Once<Date>
    until_at: Date | null
  }
  'vault.blind': { trajectory_id: Once<number>; person_id: Once<string>; field: Once<string>; index: Buffer }
}
