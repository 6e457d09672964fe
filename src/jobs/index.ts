import { checkMissedJob } from './check-missed.ts'
import { followEarlierJob } from './follow-earlier.ts'
import { importListsJob } from './import-lists.ts'
import type { Job } from './job.ts'
import { pruneJob } from './prune.ts'
import { remindOwnersJob } from './remind-owners.ts'
import { sendDigestsJob } from './send-digests.ts'

export type { Effects, Job, JobDeps } from './job.ts'
export { type JobLog, type Scheduler, startScheduler } from './scheduler.ts'
export { type Mailer, startMailer } from './send-mail.ts'

/** Everything that the scheduler runs. Sending mail has a loop of its own: `startMailer`. */
export const jobs: readonly Job[] = [
  checkMissedJob,
  followEarlierJob,
  remindOwnersJob,
  sendDigestsJob,
  pruneJob,
  importListsJob,
]
