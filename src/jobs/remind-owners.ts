import { dayOf, remindOwners, watchSettings } from '../council/index.ts'
import { eachMunicipality, isMailHour, type Job } from './job.ts'

/** Reminds owners before and after a term. */
export const remindOwnersJob: Job = {
  name: 'remind-owners',
  cron: '10 * * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ municipality, now, today, inTransaction }) => {
      if (!deps.mail || !isMailHour(now)) return {}
      const settings = watchSettings(municipality, today)
      return { mails: await inTransaction((ctx) => remindOwners(ctx, { today, settings })) }
    }),
}
