import { dayOf, followEarlier } from '../council/index.ts'
import { eachMunicipality, type Job } from './job.ts'

/** Begins to follow what earlier versions registered. After the first time there is nothing to do. */
export const followEarlierJob: Job = {
  name: 'follow-earlier',
  cron: '50 2 * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ inTransaction }) =>
      followEarlier(inTransaction, {}, signal),
    ),
}
