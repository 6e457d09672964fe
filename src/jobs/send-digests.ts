import { dayOf, sendDigests, watchSettings } from '../council/index.ts'
import { eachMunicipality, isMailHour, type Job } from './job.ts'

/** Makes the weekly mail of councillors and followers. */
export const sendDigestsJob: Job = {
  name: 'send-digests',
  cron: '15 * * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ municipality, now, today, inTransaction }) => {
      if (!deps.mail || !isMailHour(now)) return {}
      const settings = watchSettings(municipality, today)
      return { mails: await sendDigests(inTransaction, { today, settings }, deps.keys, signal) }
    }),
}
