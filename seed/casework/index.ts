import { sql } from 'kysely'
import type { CaseCtx, CaseRole } from '../../src/case-ctx.ts'
import { addDays, dayOf } from '../../src/days.ts'
import type { CaseDatabases } from '../../src/db/connect-case.ts'
import { transactCase } from '../../src/db/transact-case.ts'
import { findSession, type OrganisationKind, openSession } from '../../src/gate/index.ts'
import {
  addLocation,
  beginTrajectory,
  changeFacts,
  joinTeam,
  openTrajectory,
  setIdentity,
} from '../../src/reintegration/index.ts'
import type { Vault } from '../../src/vault/index.ts'
import { overseen } from './overseen.ts'
import type { CaseStep, Invented } from './plan.ts'
import { coordinators, inventPeople, workers } from './plan.ts'
import { otherSides } from './shared.ts'
import { stepsOf } from './steps.ts'

const municipality = 'waterstad'

type Accounts = Map<string, string>

/** Sets the clock of the database to a moment; only the owner can, and only until the demonstration is made. */
export type MoveClock = (to: Date) => Promise<void>

/**
 * Fills the confidential side of a new demonstration with invented people. Called once, by the process that holds its logins and
 * keys, as long as nobody has an account there. Everything goes through the commands, signed in as whoever does it, on the day it is
 * done.
 */
export async function seedCasework(
  databases: CaseDatabases,
  vault: Vault,
  now: Date,
  moveClock: MoveClock = async () => {},
): Promise<void> {
  const people = inventPeople(now)
  const oldest = Math.max(...people.map(({ began }) => began))
  await moveClock(daysBefore(now, oldest + 1))
  const accounts = await makeAccounts(databases, vault)
  const as = actingOn(databases, vault, accounts)
  const numbers = new Map<number, string>()
  const steps: (CaseStep | { begins: Invented; daysAgo: number })[] = [
    ...people.map((person) => ({ begins: person, daysAgo: person.began })),
    ...people.flatMap((person) => stepsOf(person, accounts)),
  ]
  let day = Number.POSITIVE_INFINITY
  for (const step of steps.sort((one, other) => other.daysAgo - one.daysAgo)) {
    if (step.daysAgo !== day) await moveClock(daysBefore(now, step.daysAgo))
    day = step.daysAgo
    const then = daysBefore(now, day)
    if ('begins' in step) {
      numbers.set(step.begins.index, await begin(as, step.begins, accounts, then, dayOf(now)))
      continue
    }
    const number = numbers.get(step.person.index)
    if (number === undefined) throw new Error('a step before its case began')
    await as(step.by, then, async (ctx) => step.do(ctx, await openTrajectory(ctx, number, 'care', 'write')))
  }
  const yesterday = daysBefore(now, 1)
  await moveClock(yesterday)
  await otherSides({ databases, vault, accounts, numbers, as, on: yesterday })
  await overseen({ as, numbers, now, moveClock })
  await moveClock(now)
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

type As = <T>(name: string, then: Date, work: (ctx: CaseCtx) => Promise<T>) => Promise<T>

/** Acts as somebody by name: each time with a session of that moment. */
function actingOn(databases: CaseDatabases, vault: Vault, accounts: Accounts): As {
  const opened = new Map<string, { token: string; at: number }>()
  return async (name, then, work) => {
    const accountId = accounts.get(name)
    if (!accountId) throw new Error(`${name} does not work here`)
    const held = opened.get(name)
    const token =
      held?.at === then.getTime()
        ? held.token
        : await transactCase(
            databases.gate,
            { actor: { kind: 'system', name: 'seed', municipality }, token: null, vault, now: then },
            (ctx) => openSession(ctx, { accountId, method: 'demo' }),
          )
    opened.set(name, { token, at: then.getTime() })
    const found = await findSession(databases.gate, token)
    if (!found) throw new Error(`the session of ${name} does not hold`)
    return transactCase(databases.casework, { actor: found.actor, token, vault, now: then }, work)
  }
}

async function begin(
  as: As,
  person: Invented,
  accounts: Accounts,
  then: Date,
  today: string,
): Promise<string> {
  return as(person.coordinator, then, async (ctx) => {
    const number = await beginTrajectory(ctx, {
      called: person.called,
      ground: person.index % 7 === 6 ? 'avg-6-1-a' : 'wmo-2.3.2',
      title: person.wish,
      caution: person.caution,
      phase: person.phase === 'aftercare' ? 'independent' : person.phase,
    })
    const trajectory = await openTrajectory(ctx, number, 'care', 'write')
    await setIdentity(ctx, trajectory, {
      surname: person.surname,
      'birth-date': person.birthDate,
      phone: person.phone,
      language: person.language,
    })
    await addLocation(ctx, trajectory, { kind: 'stay', text: person.stay })
    await changeFacts(ctx, trajectory, {
      version: trajectory.version,
      state: 'active',
      safetyReviewedOn: dayOf(then),
      safetyReviewOn: addDays(today, person.review),
      ...(person.phase === 'aftercare' ? { phase: 'aftercare' } : {}),
    })
    const worker = person.worker && accounts.get(person.worker)
    if (worker) await joinTeam(ctx, trajectory, { accountId: worker, part: 'worker' })
    return number
  })
}

const staff: readonly { name: string; roles: readonly CaseRole[] }[] = [
  ...coordinators.map((name) => ({ name, roles: ['care-coordinator'] as const })),
  ...workers.map((name) => ({ name, roles: ['care-worker'] as const })),
  { name: 'P. Vonk', roles: ['privacy-officer'] },
  { name: 'B. Zandstra', roles: ['administrator'] },
  { name: 'L. Mulder', roles: ['administrator'] },
]
export const organisations: readonly { name: string; kind: OrganisationKind; who: string }[] = [
  { name: 'Woningcorporatie De Brug', kind: 'housing-corporation', who: 'T. Baas' },
  { name: 'Waterstad College', kind: 'school', who: 'E. Linde' },
  { name: 'Schuldhulp Waterstad', kind: 'debt-counsellor', who: 'K. Postma' },
  { name: 'Opvang De Linde', kind: 'shelter', who: 'R. Hoek' },
  { name: 'Politie, team migratie', kind: 'police', who: 'A. Stam' },
]

/** Accounts by name; those of partners too, and the organisations by theirs. */
async function makeAccounts(databases: CaseDatabases, vault: Vault): Promise<Accounts> {
  const program = { kind: 'system', name: 'seed', municipality } as const
  return transactCase(databases.gate, { actor: program, token: null, vault }, async ({ tx }) => {
    const accounts: Accounts = new Map()
    await tx.insertInto('gate.office').values({ municipality, name: 'Waterstad' }).execute()
    const bare = { trajectory_id: null, issuer: null, subject: null, ended_at: null, demonstration: true }
    for (const { name, roles } of staff) {
      const { id } = await tx
        .insertInto('gate.account')
        .values({ ...bare, municipality, kind: 'staff', name, organisation_id: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      accounts.set(name, id)
      for (const role of roles) {
        await tx
          .insertInto('gate.role')
          .values({
            account_id: id,
            role,
            proposed_by: null,
            proposed_at: sql<Date>`meta.clock()`,
            approved_by: null,
            approved_at: sql<Date>`meta.clock()`,
            ended_at: null,
            ended_by: null,
          })
          .execute()
      }
    }
    for (const { name, kind, who } of organisations) {
      const { id } = await tx
        .insertInto('gate.organisation')
        .values({ municipality, name, kind, ended_at: null })
        .returning('id')
        .executeTakeFirstOrThrow()
      accounts.set(name, id)
      const account = await tx
        .insertInto('gate.account')
        .values({ ...bare, municipality, kind: 'partner', name: who, organisation_id: id })
        .returning('id')
        .executeTakeFirstOrThrow()
      accounts.set(who, account.id)
    }
    return accounts
  })
}
