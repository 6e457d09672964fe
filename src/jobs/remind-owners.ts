import { dayOf, remindOwners, tellFallen, tellFallenKept, watchSettings } from '../council/index.ts'
import { eachMunicipality, isMailHour, type Job } from './job.ts'

/** Reminds owners before and after a term, and tells who decided, or noted that a commitment was kept, that what it rests on
 * was taken back. */
export const remindOwnersJob: Job = {
  name: 'remind-owners',
  cron: '10 * * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ municipality, now, today, inTransaction }) => {
      if (!deps.mail || !isMailHour(now)) return {}
      const settings = watchSettings(municipality, today)
      const reminders = await inTransaction((ctx) => remindOwners(ctx, { today, settings }))
      const decided = await inTransaction((ctx) => tellFallen(ctx))
      return { mails: reminders + decided + (await inTransaction((ctx) => tellFallenKept(ctx))) }
    }),
}
