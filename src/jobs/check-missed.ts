import { dayOf, watchMissed } from '../council/index.ts'
import { eachMunicipality, type Job } from './job.ts'

/** Notes commitments whose day has passed, and reopens what was settled on them. */
export const checkMissedJob: Job = {
  name: 'check-missed',
  cron: '5 * * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ today, inTransaction }) => {
      const noted = await watchMissed(inTransaction, { today, tell: deps.mail }, signal)
      return {
        missed: noted.length,
        reopened: noted.reduce((sum, one) => sum + one.reopened.length, 0),
        mails: noted.reduce((sum, one) => sum + one.mails, 0),
      }
    }),
}
