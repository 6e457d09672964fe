import { dayOf, remindOwners, tellFallen, watchSettings } from '../council/index.ts'
import { eachMunicipality, isMailHour, type Job } from './job.ts'

/** Reminds owners before and after a term, and tells who decided that what a settlement rests on was taken back. */
export const remindOwnersJob: Job = {
  name: 'remind-owners',
  cron: '10 * * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ municipality, now, today, inTransaction }) => {
      if (!deps.mail || !isMailHour(now)) return {}
      const settings = watchSettings(municipality, today)
      const reminders = await inTransaction((ctx) => remindOwners(ctx, { today, settings }))
      return { mails: reminders + (await inTransaction((ctx) => tellFallen(ctx))) }
    }),
}
