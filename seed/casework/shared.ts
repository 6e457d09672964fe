/** What is shared with partners, what they ask back, and the pages of three people themselves. */
import type { CaseActor, CaseCtx } from '../../src/case-ctx.ts'
import { addDays, dayOf } from '../../src/days.ts'
import type { CaseDatabases } from '../../src/db/connect-case.ts'
import { transactCase } from '../../src/db/transact-case.ts'
import { findSession, openSession } from '../../src/gate/index.ts'
import {
  askBack,
  moveShared,
  openMine,
  openShared,
  openTrajectory,
  sendShare,
  sharesOf,
  writeMessage,
} from '../../src/reintegration/index.ts'
import type { Vault } from '../../src/vault/index.ts'
import type { CaseStep, Invented } from './plan.ts'

const texts = {
  housing: {
    partner: 'Woningcorporatie De Brug',
    items: [
      { category: 'name', text: 'Mevrouw L. Zwaan' },
      { category: 'urgency', text: 'Binnen drie maanden. De gemeente staat voor de aanvraag in.' },
      { category: 'household', text: 'Zij alleen.' },
      { category: 'area-to-avoid', text: 'Waterstad-Noord' },
    ],
  },
  training: {
    partner: 'Waterstad College',
    items: [
      { category: 'availability', text: 'Maandag tot en met donderdag, vanaf 10.00 uur.' },
      { category: 'support-need', text: 'Een vaste mentor, en niet op de foto.' },
    ],
  },
  debt: {
    partner: 'Schuldhulp Waterstad',
    items: [
      { category: 'debts', text: 'Drie schulden, samen ongeveer € 4.300. Twee koos zij niet zelf.' },
      { category: 'income', text: 'Een uitkering sinds mei.' },
      { category: 'safe-contact', text: 'Alleen sms, na 18.00 uur.' },
    ],
  },
} as const

/** Shares of some of them; the second person stands where the sketches show her. */
export function shareSteps(person: Invented, accounts: ReadonlyMap<string, string>): CaseStep[] {
  if (person.phase === 'crisis') return []
  const what: [keyof typeof texts, number][] =
    person.index === 1
      ? [
          ['training', 48],
          ['housing', 12],
        ]
      : person.index % 4 === 0
        ? [['training', 30]]
        : person.index % 6 === 2
          ? [['debt', 25]]
          : person.index % 9 === 3
            ? [['housing', 20]]
            : []
  return what.map(([purpose, daysAgo]) => ({
    person,
    daysAgo,
    by: person.coordinator,
    async do(ctx, trajectory) {
      await sendShare(ctx, trajectory, {
        organisationId: accounts.get(texts[purpose].partner) ?? '',
        purpose,
        ground: 'avg-6-1-a-share',
        agreed: true,
        language: person.language,
        interpreter: person.language !== 'Nederlands',
        until: addDays(dayOf(ctx.now), 180),
        items: texts[purpose].items,
      })
    },
  }))
}

/** The people who have a page of their own in the demonstration: T-1002, T-1005 and T-1010. */
const withPage = [1, 4, 9] as const

type Seeding = {
  databases: CaseDatabases
  vault: Vault
  accounts: ReadonlyMap<string, string>
  numbers: ReadonlyMap<number, string>
  as<T>(name: string, then: Date, work: (ctx: CaseCtx) => Promise<T>): Promise<T>
  on: Date
}

/** What partners and she herself do, on the day before: each over their own login. */
export async function otherSides(seeding: Seeding): Promise<void> {
  const { accounts, numbers, as, on } = seeding
  const number = numbers.get(1) ?? ''
  const shares = await as('S. Haddad', on, async (ctx) => sharesOf(ctx, await openTrajectory(ctx, number)))
  const idOf = (purpose: string) => shares.find((share) => share.purpose === purpose)?.id ?? 0
  await asOther(seeding, 'partner', accounts.get('E. Linde') ?? '', async (ctx) =>
    moveShared(ctx, await openShared(ctx, idOf('training')), { to: 'started' }),
  )
  await asOther(seeding, 'partner', accounts.get('T. Baas') ?? '', async (ctx) => {
    await askBack(
      ctx,
      await openShared(ctx, idOf('housing')),
      'Is een woning op de begane grond goed, en mag het ook in Oost zijn?',
    )
  })
  const [second, fifth] = await makePages(seeding)
  await asOther(seeding, 'survivor', second ?? '', async (ctx) => {
    await writeMessage(ctx, await openMine(ctx), { text: 'Mag mijn buurvrouw mee naar de school?' })
  })
  await asOther(seeding, 'survivor', fifth ?? '', async (ctx) => {
    await writeMessage(ctx, await openMine(ctx), {
      kind: 'correction',
      text: 'Er staat dat ik alleen wil wonen. Dat is niet zo.',
    })
  })
  await as('S. Haddad', on, async (ctx) => {
    const trajectory = await openTrajectory(ctx, numbers.get(9) ?? '', 'care', 'write')
    await writeMessage(ctx, trajectory, { text: 'Fijn dat je er was. Tot volgende week.' })
  })
}

/** Accounts of their own, which one may choose in the demonstration. A number is 1000 more than the identifier. */
async function makePages({ databases, vault, numbers, on }: Seeding): Promise<string[]> {
  const opening = { actor: program, token: null, vault, now: on }
  return transactCase(databases.gate, opening, async ({ tx }) => {
    const made: string[] = []
    for (const index of withPage) {
      const { id } = await tx
        .insertInto('gate.account')
        .values({
          municipality: 'waterstad',
          kind: 'survivor',
          name: null,
          organisation_id: null,
          trajectory_id: Number((numbers.get(index) ?? '').slice(2)) - 1000,
          issuer: null,
          subject: null,
          ended_at: null,
          demonstration: true,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      made.push(id)
    }
    return made
  })
}

const program: CaseActor = { kind: 'system', name: 'seed', municipality: 'waterstad' }

async function asOther<T>(
  { databases, vault, on }: Seeding,
  login: 'partner' | 'survivor',
  accountId: string,
  work: (ctx: CaseCtx) => Promise<T>,
): Promise<T> {
  const token = await transactCase(databases.gate, { actor: program, token: null, vault, now: on }, (ctx) =>
    openSession(ctx, { accountId, method: 'demo' }),
  )
  const found = await findSession(databases.gate, token)
  if (!found) throw new Error('a session just opened is not found')
  return transactCase(databases[login], { actor: found.actor, token, vault, now: on }, work)
}
