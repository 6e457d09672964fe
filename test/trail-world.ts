/** A few invented people with sessions, and cases, for tests of the trail. The owner writes them. */
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { CaseActor, CaseCtx, CaseRole } from '../src/case-ctx.ts'
import type { Connection } from '../src/db/connect.ts'
import { memoryVault } from './vault.ts'

export type Signed = { id: string; token: string; actor: CaseActor }

/** One connection as the owner. */
export async function asOwner<T>(owner: Connection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

export async function staff(
  owner: Connection,
  { roles = ['care-worker'], town = 'testdorp' }: { roles?: CaseRole[]; town?: string } = {},
): Promise<Signed> {
  return asOwner(owner, async (client) => {
    const name = 'Iemand'
    const { rows } = await client.query(
      `insert into gate.account (municipality, kind, name) values ($1, 'staff', $2) returning id`,
      [town, name],
    )
    const id: string = rows[0].id
    for (const role of roles)
      await client.query(
        `insert into gate.role (account_id, role, proposed_at, approved_at) values ($1, $2, now(), now() - interval '1 hour')`,
        [id, role],
      )
    const token = await session(client, id)
    return { id, token, actor: { kind: 'staff', accountId: id, name, roles, municipality: town } }
  })
}

export async function survivor(owner: Connection, trajectoryId: number): Promise<Signed> {
  return asOwner(owner, async (client) => {
    const { rows } = await client.query(
      `insert into gate.account (municipality, kind, trajectory_id) values ('testdorp', 'survivor', $1) returning id`,
      [trajectoryId],
    )
    const id: string = rows[0].id
    const token = await session(client, id)
    return { id, token, actor: { kind: 'survivor', accountId: id, trajectoryId, municipality: 'testdorp' } }
  })
}

/** A case, with whoever works with her. */
export async function trajectory(
  owner: Connection,
  { team = [], town = 'testdorp' }: { team?: readonly Signed[]; town?: string } = {},
): Promise<number> {
  return asOwner(owner, async (client) => {
    const person = randomUUID()
    const { rows } = await client.query(
      `insert into reintegration.trajectory (municipality, number, person_id, opened_at)
       values ($1, $2::text, $2::text::uuid, now()) returning id`,
      [town, person],
    )
    const id = Number(rows[0].id)
    await client.query(
      `insert into reintegration.basis (trajectory_id, kind, law, purpose, from_at)
       values ($1, 'public-task', 'avg-6-1-e', 'care', now() - interval '1 hour')`,
      [id],
    )
    for (const one of team)
      await client.query(
        `insert into reintegration.care_relation (trajectory_id, account_id, part, from_at)
         values ($1, $2, 'worker', now() - interval '30 minutes')`,
        [id, one.id],
      )
    return id
  })
}

export function opening(who: Signed | { program: string }, trace = 'ab'.repeat(16)) {
  const vault: CaseCtx['vault'] = memoryVault()
  if ('program' in who)
    return {
      actor: { kind: 'system' as const, name: who.program, municipality: 'testdorp' },
      token: null,
      vault,
      trace,
    }
  return { actor: who.actor, token: who.token, vault, trace }
}

async function session(client: pg.Client, account: string): Promise<string> {
  const token = randomUUID() + randomUUID()
  await client.query(
    `insert into gate.session (token_hash, account_id, method, opened_at, seen_at, idle, expires_at)
     values ($1, $2, 'demo', now(), now(), '1 day', now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), account],
  )
  return token
}
