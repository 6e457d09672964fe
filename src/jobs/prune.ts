import { dayOf, prune, watchSettings } from '../council/index.ts'
import { eachMunicipality, type Job } from './job.ts'

/** Forgets what need not be kept. */
export const pruneJob: Job = {
  name: 'prune',
  cron: '40 3 * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ municipality, today, inTransaction }) => {
      const settings = watchSettings(municipality, today)
      return inTransaction((ctx) => prune(ctx, { settings }))
    }),
}
