/**
 * Invented worlds of accounts, cases and what stands between them, to compare the ladder with the rows that PostgreSQL gives. The
 * owner writes them; every case has a row in every table of a case.
 */
import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import type { CaseRole } from '../src/case-ctx.ts'
import { caseRoles } from '../src/case-ctx.ts'
import type { Connection } from '../src/db/connect.ts'
import type { Standing } from '../src/reintegration/access.ts'
import type { Part } from '../src/reintegration/tables.ts'

/** When something holds: hours from now. */
type Span = { from: number; until: number | null }
type RoleOf = { role: CaseRole; stand: 'approved' | 'proposed' | 'ended' | 'later' }

export type World = {
  staff: { here: boolean; ended: boolean; session: 'live' | 'ended' | 'expired' | 'idle'; roles: RoleOf[] }[]
  cases: {
    here: boolean
    erased: boolean
    closed: boolean
    bases: (Span & { withdrawn: boolean; purpose: 'care' | 'share' })[]
    relations: (Span & { staff: number; part: Part })[]
    emergencies: { staff: number; from: number }[]
    shares: (Span & { partner: number; stopped: boolean; basis: number })[]
    granted: number[]
    ownAccount: boolean
  }[]
  partners: { here: boolean; ended: boolean; organisationEnded: boolean }[]
}

const span = fc
  .record({ from: fc.constantFrom(-48, -2, 2), length: fc.constantFrom(null, 1, 40) })
  .map(({ from, length }): Span => ({ from, until: length === null ? null : from + length }))
const index = fc.nat(3)

export const world: fc.Arbitrary<World> = fc.record({
  staff: fc.array(
    fc.record({
      here: fc.boolean(),
      ended: fc.constantFrom(false, false, false, true),
      session: fc.constantFrom('live', 'live', 'live', 'ended', 'expired', 'idle'),
      roles: fc.uniqueArray(
        fc.record({
          role: fc.constantFrom(...caseRoles),
          stand: fc.constantFrom('approved', 'approved', 'proposed', 'ended', 'later'),
        }),
        { selector: ({ role }) => role, maxLength: 3 },
      ),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  cases: fc.array(
    fc.record({
      here: fc.boolean(),
      erased: fc.constantFrom(false, false, false, true),
      closed: fc.boolean(),
      bases: fc.array(
        fc
          .record({
            span,
            withdrawn: fc.constantFrom(false, false, true),
            purpose: fc.constantFrom('care' as const, 'care' as const, 'share' as const),
          })
          .map(({ span: when, ...rest }) => ({ ...when, ...rest })),
        { minLength: 1, maxLength: 2 },
      ),
      relations: fc.uniqueArray(
        fc
          .record({ span, staff: index, part: fc.constantFrom<Part>('coordinator', 'worker', 'substitute') })
          .map(({ span: when, ...rest }) => ({ ...when, ...rest })),
        {
          selector: ({ staff, part }) => (part === 'coordinator' ? 'coordinator' : `${staff}`),
          maxLength: 3,
        },
      ),
      emergencies: fc.array(fc.record({ staff: index, from: fc.constantFrom(-5, -1, 1) }), { maxLength: 1 }),
      shares: fc.array(
        fc
          .record({
            span,
            partner: fc.nat(1),
            stopped: fc.constantFrom(false, false, true),
            basis: fc.nat(1),
          })
          .map(({ span: when, ...rest }) => ({ ...when, ...rest, until: when.until ?? when.from + 90 })),
        { maxLength: 2 },
      ),
      granted: fc.uniqueArray(index, { maxLength: 2 }),
      ownAccount: fc.boolean(),
    }),
    { minLength: 3, maxLength: 5 },
  ),
  partners: fc.array(
    fc.record({
      here: fc.boolean(),
      ended: fc.constantFrom(false, false, true),
      organisationEnded: fc.constantFrom(false, false, true),
    }),
    { minLength: 2, maxLength: 2 },
  ),
})

const holds = ({ from, until }: Span) => from <= 0 && (until === null || until > 0)

/** How a member of staff stands to a case, from the description alone. */
export function standingIn(it: World, staff: number, at: number): Standing {
  const who = it.staff[staff]
  const trajectory = it.cases[at]
  if (!who || !trajectory) throw new Error('no such row in this world')
  const acts = who.session === 'live' && !who.ended
  const parts = trajectory.relations
    .filter((one) => one.staff === staff && holds(one))
    .map(({ part }) => part)
  const emergency = trajectory.emergencies.find(
    (one) => one.staff === staff && one.from <= 0 && one.from + 3 > 0,
  )
  return {
    found: true,
    here: acts && who.here === trajectory.here,
    erased: trajectory.erased,
    state: trajectory.closed ? 'closed' : 'active',
    part: acts ? (parts.sort()[0] ?? null) : null,
    basis: trajectory.bases.some((one) => one.purpose === 'care' && !one.withdrawn && holds(one))
      ? 'consent'
      : null,
    emergencyUntil: acts && emergency ? new Date() : null,
    roles: acts ? who.roles.filter(({ stand }) => stand === 'approved').map(({ role }) => role) : [],
  }
}

/** Whether a share is open to a partner's account. */
export function shareOpen(it: World, partner: number, at: number, share: number): boolean {
  const who = it.partners[partner]
  const trajectory = it.cases[at]
  const one = trajectory?.shares[share]
  if (!who || !trajectory || !one) throw new Error('no such row in this world')
  const basis = trajectory.bases[one.basis % trajectory.bases.length]
  if (!basis) throw new Error('a share without a basis')
  return (
    one.partner === partner &&
    !who.ended &&
    !who.organisationEnded &&
    !one.stopped &&
    holds(one) &&
    !basis.withdrawn &&
    holds(basis)
  )
}

export type Placed = {
  staffTokens: string[]
  partnerTokens: string[]
  /** By case; null where she has no account. */
  herTokens: (string | null)[]
  caseIds: number[]
  numbers: string[]
  /** By case, then by share. */
  shareIds: number[][]
}

/** The tables that hang on a case, with what a row of them needs besides its case. */
export const children: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'reintegration.note': { kind: 'conversation', body: '\\x00', written_by: 'staff', written_at: 'now' },
  'reintegration.attachment': {
    name: '\\x00',
    kind: 'pdf',
    size: 1,
    content: '\\x00',
    added_by: 'staff',
    added_at: 'now',
  },
  'reintegration.appointment': { at: 'now', kind: 'conversation', made_by: 'staff' },
  'reintegration.goal': { domain: 'housing', words: '\\x00', set_by: 'staff', set_at: 'now' },
  'reintegration.contact': { who: '\\x00', kind: 'informal' },
  'reintegration.message': { written_by: 'staff', kind: 'message', body: '\\x00', at: 'now' },
  'reintegration.term': { rule: 'wgs-4', started_on: 'now', due_on: 'now', set_by: 'staff' },
  'reintegration.history': { at: 'now', part: 'goal', row_id: 1, change: 'changed', version: 1 },
  'vault.identity': { person_id: 'person', field: 'called', body: '\\x00', set_at: 'now' },
  'vault.blind': { person_id: 'person', field: 'surname', index: `\\x${'00'.repeat(32)}` },
}

/** Writes a world as the owner, into an emptied database. */
export async function place(owner: Connection, it: World): Promise<Placed> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query(
      'truncate gate.organisation, gate.account, gate.role, gate.session, reintegration.trajectory cascade',
    )
    const put = async (table: string, row: Record<string, unknown>): Promise<string> => {
      const names = Object.keys(row)
      const { rows } = await client.query(
        `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')}) returning *`,
        Object.values(row),
      )
      return rows[0].id
    }
    return await fill(it, put)
  } finally {
    await client.end()
  }
}

async function fill(
  it: World,
  put: (table: string, row: Record<string, unknown>) => Promise<string>,
): Promise<Placed> {
  const at = (hours: number | null) => (hours === null ? null : new Date(Date.now() + hours * 3_600_000))
  const town = (here: boolean) => (here ? 'testdorp' : 'elders')
  const signIn = async (account: string, session = 'live') => {
    const token = randomUUID() + randomUUID()
    await put('gate.session', {
      token_hash: createHash('sha256').update(token).digest(),
      account_id: account,
      method: 'demo',
      opened_at: at(-20),
      seen_at: session === 'idle' ? at(-2) : at(0),
      idle: '1 hour',
      expires_at: session === 'expired' ? at(-1) : at(8),
      ended_at: session === 'ended' ? at(-1) : null,
    })
    return token
  }
  const staff: string[] = []
  const staffTokens: string[] = []
  for (const { here, ended, session, roles } of it.staff) {
    const id = await put('gate.account', {
      municipality: town(here),
      kind: 'staff',
      name: 'Iemand',
      ended_at: ended ? at(-1) : null,
    })
    staff.push(id)
    staffTokens.push(await signIn(id, session))
    for (const { role, stand } of roles) {
      const approved = stand === 'proposed' ? null : at(stand === 'later' ? 1 : -9)
      await put('gate.role', {
        account_id: id,
        role,
        proposed_at: at(-10),
        approved_at: approved,
        ended_at: stand === 'ended' ? at(-1) : null,
      })
    }
  }
  const organisations: string[] = []
  const partnerTokens: string[] = []
  for (const { here, ended, organisationEnded } of it.partners) {
    const organisation = await put('gate.organisation', {
      municipality: town(here),
      name: 'De Overkant',
      kind: 'school',
      ended_at: organisationEnded ? at(-1) : null,
    })
    organisations.push(organisation)
    const account = await put('gate.account', {
      municipality: town(here),
      kind: 'partner',
      name: 'Iemand',
      organisation_id: organisation,
      ended_at: ended ? at(-1) : null,
    })
    partnerTokens.push(await signIn(account))
  }
  const placed: Placed = { staffTokens, partnerTokens, herTokens: [], caseIds: [], numbers: [], shareIds: [] }
  for (const trajectory of it.cases) {
    const person = randomUUID()
    const id = Number(
      await put('reintegration.trajectory', {
        municipality: town(trajectory.here),
        number: person,
        person_id: person,
        state: trajectory.closed ? 'closed' : 'active',
        closed_at: trajectory.closed ? at(-1) : null,
        closure: trajectory.closed ? 'moved' : null,
        opened_at: at(-30),
        erased_at: trajectory.erased ? at(-1) : null,
      }),
    )
    placed.caseIds.push(id)
    placed.numbers.push(person)
    const bases: string[] = []
    for (const { from, until, withdrawn, purpose } of trajectory.bases) {
      bases.push(
        await put('reintegration.basis', {
          trajectory_id: id,
          kind: 'consent',
          law: 'avg-6-1-a',
          purpose,
          from_at: at(from),
          until_at: at(until),
          withdrawn_at: withdrawn ? at(-1) : null,
        }),
      )
    }
    for (const { from, until, staff: who, part } of trajectory.relations) {
      await put('reintegration.care_relation', {
        trajectory_id: id,
        account_id: staff[who],
        part,
        from_at: at(from),
        until_at: at(until),
      })
    }
    for (const { staff: who, from } of trajectory.emergencies) {
      await put('reintegration.emergency', {
        trajectory_id: id,
        account_id: staff[who],
        reason: '\\x00',
        from_at: at(from),
        until_at: new Date((at(from) as Date).getTime() + 3 * 3_600_000),
      })
    }
    const shares: number[] = []
    for (const { from, until, partner, stopped, basis } of trajectory.shares) {
      const share = Number(
        await put('reintegration.share', {
          trajectory_id: id,
          organisation_id: organisations[partner],
          basis_id: bases[basis % bases.length],
          purpose: 'training',
          from_at: at(from),
          until_at: at(until),
          stopped_at: stopped ? at(-1) : null,
          shared_by: staff[0],
        }),
      )
      shares.push(share)
      await put('reintegration.share_item', {
        trajectory_id: id,
        share_id: share,
        category: 'x',
        body: '\\x00',
      })
      await put('reintegration.share_message', {
        trajectory_id: id,
        share_id: share,
        written_by: staff[0],
        body: '\\x00',
        at: at(0),
      })
    }
    placed.shareIds.push(shares)
    const values: Record<string, unknown> = { staff: staff[0], now: at(0), person }
    for (const [table, row] of Object.entries(children)) {
      const filled = Object.entries(row).map(([name, value]) => [name, values[String(value)] ?? value])
      await put(table, { trajectory_id: id, ...Object.fromEntries(filled) })
    }
    await put('reintegration.subject_request', {
      municipality: town(trajectory.here),
      trajectory_id: id,
      kind: 'access',
      way: 'letter',
      received_on: at(0),
      rule: 'avg-12-3',
      due_on: at(30 * 24),
      registered_by: staff[0],
    })
    const location = await put('vault.location', {
      trajectory_id: id,
      person_id: person,
      kind: 'stay',
      body: '\\x00',
      set_at: at(0),
      set_by: staff[0],
    })
    for (const who of trajectory.granted) {
      await put('vault.location_grant', {
        location_id: location,
        trajectory_id: id,
        account_id: staff[who],
        granted_by: staff[0],
        granted_at: at(-1),
      })
    }
    placed.herTokens.push(
      trajectory.ownAccount
        ? await signIn(
            await put('gate.account', {
              municipality: town(trajectory.here),
              kind: 'survivor',
              trajectory_id: id,
            }),
          )
        : null,
    )
  }
  return placed
}
