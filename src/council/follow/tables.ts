import type { ColumnType, Generated } from 'kysely'
import type { Domain } from '../read/reading.ts'
import type { Day, Json } from '../tables.ts'
import type { MailFacts, MailKind, MailState } from './mail.ts'

/** The languages that mail can be in. */
export type MailLanguage = 'nl' | 'en'
export type FollowerTable = {
  municipality: string
  id: Generated<string>
  address_key: Buffer
  address_sealed: Buffer
  language: MailLanguage
  token_hash: Buffer
  asked_at: Date
  confirmed_at: Date | null
  told_until: Day
}
export type FollowTable = {
  municipality: string
  id: Generated<number>
  follower_id: string
  kind: 'motion' | 'party' | 'domain'
  motion_id: number | null
  party_id: number | null
  domain: Domain | null
  token_hash: Buffer
  asked_at: Date
  confirmed_at: Date | null
}
export type WatcherTable = {
  municipality: string
  account_id: string
  digest: Generated<boolean>
  token_hash: Buffer | null
  told_until: Day
}
export type MailTable = {
  municipality: string
  id: Generated<number>
  natural_key: string
  kind: MailKind
  follower_id: string | null
  account_id: string | null
  language: MailLanguage
  facts: Json<MailFacts>
  made_at: Date
  state: ColumnType<MailState, MailState | undefined, MailState>
  attempts: Generated<number>
  next_at: Date
  claim: ColumnType<string | null, string | null | undefined, string | null>
  claimed_until: ColumnType<Date | null, Date | null | undefined, Date | null>
  sent_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  error_code: ColumnType<string | null, string | null | undefined, string | null>
}
export type ToldFallenTable = { municipality: string; account_id: string; what: string; told_at: Date }
export type WatchDayTable = { municipality: string; job: string; done_until: Day }

export type FollowTables = {
  'council.follower': FollowerTable
  'council.follow': FollowTable
  'council.watcher': WatcherTable
  'council.mail': MailTable
  'council.watch_day': WatchDayTable
  'council.told_fallen': ToldFallenTable
}
