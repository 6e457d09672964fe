import type { FollowKeys, InTransaction, IsoDate } from '../council/index.ts'

/** What the jobs work with; the start gives it. */
export type JobDeps = {
  clock(): Date
  municipalities(): Promise<readonly { slug: string; name: string }[]>
  /** A transaction of the desk's login as the program, at a municipality, at a moment. */
  atDesk(municipality: string, now: Date): InTransaction
  keys: FollowKeys
  /** Whether mail is made at all: not in production without a mail server, where it would only pile up. */
  mail: boolean
  /** Mail was made: send it soon. */
  mailWaits(): void
}
/** What a run did, as counts for the log; all zero is not logged. */
export type Effects = Readonly<Record<string, number>>
/** One thing that the scheduler runs. Safe to repeat, to be killed, and to run twice at once. */
export type Job = {
  name: string
  /** When, as cron in the time of the Netherlands; each also runs at every start. */
  cron: string
  run(deps: JobDeps, signal: AbortSignal): Promise<Effects>
}

type At = { municipality: string; now: Date; today: IsoDate; inTransaction: InTransaction }

/** Runs the work at each municipality; one that fails does not keep the others from theirs. @throws the first failure, at the end */
export async function eachMunicipality(
  deps: JobDeps,
  signal: AbortSignal,
  today: (now: Date) => IsoDate,
  work: (at: At) => Promise<Effects>,
): Promise<Effects> {
  const total: Record<string, number> = {}
  const failures: unknown[] = []
  for (const { slug } of await deps.municipalities()) {
    if (signal.aborted) break
    const now = deps.clock()
    try {
      const done = await work({
        municipality: slug,
        now,
        today: today(now),
        inTransaction: deps.atDesk(slug, now),
      })
      for (const [name, count] of Object.entries(done)) total[name] = (total[name] ?? 0) + count
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return total
}

/** From this hour on, in the Netherlands, mail of the day is made: nobody is told at night. */
const mailHour = 7

export function isMailHour(now: Date): boolean {
  const hour = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', hour: 'numeric' }).format(now)
  return Number.parseInt(hour, 10) >= mailHour
}
