import { dayOf, finishImport, importsUnderWay } from '../council/index.ts'
import { eachMunicipality, type Job } from './job.ts'

/** Goes on with lists of old motions whose import was under way when the program stopped. */
export const importListsJob: Job = {
  name: 'import-lists',
  cron: '*/10 * * * *',
  run: (deps, signal) =>
    eachMunicipality(deps, signal, dayOf, async ({ inTransaction }) => {
      const under = await inTransaction(importsUnderWay)
      for (const id of under) await finishImport(inTransaction, { import: id }, signal)
      return { imports: under.length }
    }),
}
