export { parseAddress } from './address.ts'
export { askToFollow, questionsPerDay } from './ask-to-follow.ts'
export { eventsBetween } from './events.ts'
export {
  chooseDigest,
  confirmFollow,
  type Followed,
  stopFollowing,
  stopMail,
  type TokenHolder,
  toConfirm,
  tokenHolder,
  wantsDigest,
} from './follower.ts'
export { type FollowKeys, followKeys } from './keys.ts'
export type * from './mail.ts'
export { moveFollows } from './move-follows.ts'
export { demoMail, type OutgoingList, type OutgoingMail, outgoingMail } from './outgoing-mail.ts'
export { prune } from './prune.ts'
export { remindOwners } from './remind-owners.ts'
export { digestDay, sendDigests } from './send-digests.ts'
export {
  type ClaimedMail,
  claimMail,
  type MailLinks,
  mostAttempts,
  type SendResult,
  settleMail,
} from './send-queue.ts'
export { type WatchSettings, watchSettings } from './settings.ts'
export type { FollowTables, MailLanguage } from './tables.ts'
export { tellFallen } from './tell-fallen.ts'
export { tellFallenKept } from './tell-fallen-kept.ts'
export { tellReopened } from './tell-reopened.ts'
export { followable, followDomains, namedTopic, type Topic } from './topic.ts'
export { forgetWatchKeys, watchFromLast } from './watch-from-last.ts'
export { watchMissed } from './watch-missed.ts'
