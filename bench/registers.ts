/** A database of its own with registers of any size, for what pages cost when much is followed. All invented; facts differ by number. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Databases } from '../src/db/connect.ts'
import { connect, ensureRoles } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded/start.ts'
import { migrate } from '../src/db/migrate.ts'

export type Registers = {
  databases: Databases
  /** A municipality with so many adopted motions, each of one request that is followed. Days count from `today`. */
  add(municipality: string, motions: number, today: string): Promise<void>
  /** Whatever the owner asks. */
  query(statement: string): Promise<pg.QueryResult>
  end(): Promise<void>
}

export async function startRegisters(): Promise<Registers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'schakel-bench-'))
  chmodSync(folder, 0o711)
  const secret = randomBytes(16).toString('hex')
  const server = await startEmbedded(folder, secret, { throwAway: true })
  const client = new pg.Client(server.owner)
  await client.connect()
  await ensureRoles(client, server.owner, secret)
  await migrate(client)
  const databases = connect(server.owner, secret)
  return {
    databases,
    query: (statement) => client.query(statement),
    async add(municipality, motions, today) {
      // Neither triggers nor foreign keys: what they would derive is written here.
      await client.query(`set session_replication_role = replica`)
      await client.query(filling(municipality, motions, today))
      await client.query(`reset session_replication_role`)
      await client.query('analyze')
    },
    async end() {
      await databases.close()
      await client.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Of every 20 motions: 8 open, 4 in progress, 3 proposed, 4 settled (1 of them announced), 1 reopened; half of them answered by a letter
 * with a claim; a commitment for one in four. Terms lie from four years ago to one year ahead, and most that lie back are settled.
 */
function filling(municipality: string, motions: number, today: string): string {
  const town = pg.escapeLiteral(municipality)
  const day = `date ${pg.escapeLiteral(today)}`
  return `
    insert into council.municipality values (${town}, ${town}, 'schakel');
    insert into council.party (municipality, slug, name) select ${town}, 'partij-' || n, 'Partij ' || n from generate_series(1, 12) n;
    create temporary table made on commit drop as
      select n, 10000000 + n as id, case when n % 20 < 8 then 'open' when n % 20 < 12 then 'in-progress' when n % 20 < 15 then 'proposed'
        when n % 20 < 19 then 'settled' else 'reopened' end as state,
        ${day} - (n * 7919 % 1460) as dated, n % 2 = 0 as answered, n % 4 = 1 as promised,
        (array['housing', 'training', 'work', 'debt', 'health', 'safety', 'network', 'legal', null])[1 + n % 9] as domain
      from generate_series(1, ${motions}) n;
    insert into council.motion (municipality, id, kind, year, slug, number, title, dated, outcome, published_at, created_at)
      overriding system value
      select ${town}, id, 'motion', extract(year from dated), 'motie-' || n, 'M.' || n, 'Een verzonnen motie over onderwerp ' || n, dated,
        case when n % 2 = 0 then 'adopted' else 'taken-over' end, dated + time '12:00', dated + time '12:00' from made;
    insert into council.request (municipality, id, motion_id, position, kind, act, text, domain, document_id, at)
      overriding system value
      select ${town}, id, id, 0, 'request', case when n % 3 = 0 then 'investigate' else 'do' end,
        'te zorgen dat er voor de bewoners van wijk ' || n || ' een plan komt dat zegt wat er gebeurt en wanneer', domain, 1, '[]' from made;
    insert into council.matter (municipality, id, motion_id, request_id, state, outcome, decision_id, proposal_id, portfolio_holder_id,
        term_source, term_not_after, version)
      overriding system value
      select ${town}, id, id, id, state, case when state = 'settled' then case when n % 20 = 18 then 'announced' else 'carried-out' end end,
        case when state = 'settled' then id end, case when state = 'proposed' then id end, case when n % 10 <> 0 then 1 end, 'standard',
        case when state = 'settled' then dated + 120 else ${day} + (n * 10729 % 300 - 20) end, 3 from made;
    insert into council.matter_history (municipality, id, motion_id, matter_id, step, from_state, to_state, moved_at, moved_on, by_role, cause, outcome)
      overriding system value
      select ${town}, id * 10 + k, id, id, step, 'open', 'open', dated + k * 20 + time '10:00', dated + k * 20, 'clerk',
        case when step = 'reopen' then 'commitment-missed' end, case when step = 'accept' then 'carried-out' end
      from made, lateral (values (0, 'register', true), (1, 'start', state <> 'open'), (2, 'propose', state in ('proposed', 'settled', 'reopened')),
        (3, 'accept', state in ('settled', 'reopened')), (4, 'reopen', state = 'reopened')) steps (k, step, taken) where taken;
    insert into council.settlement_proposal (municipality, id, motion_id, matter_id, history_id, state, outcome, proposed_on, objection_until, origin)
      overriding system value
      select ${town}, id, id, id, id * 10 + 2, case when state = 'proposed' then 'proposed' else 'decided' end, 'carried-out', dated + 40,
        ${day} + (n % 28) - 7, 'own' from made where state in ('proposed', 'settled', 'reopened');
    insert into council.settlement_decision (municipality, id, motion_id, matter_id, proposal_id, verdict, outcome, body, decided_on)
      overriding system value
      select ${town}, id, id, id, id, 'accept', 'carried-out', 'council', dated + 60 from made where state in ('settled', 'reopened');
    insert into council.settlement_evidence (municipality, motion_id, proposal_id, position, kind, document_id, at, quotation)
      select ${town}, id, id, 0, 'passage', id, '[]', 'Het plan is er.' from made where state in ('settled', 'reopened') and answered;
    insert into council.published_document (municipality, document_id, year, slug, kind, title, dated, pages, published_at)
      select ${town}, id, extract(year from dated + 30), 'brief-' || n, 'settlement-letter', 'Brief ' || n, dated + 30, '["Het plan is er."]',
        dated + 30 + time '12:00' from made where answered;
    insert into council.letter (municipality, id, document_id, kind, dated, subject, published_at)
      overriding system value
      select ${town}, id, id, 'settlement-letter', dated + 30, 'Afdoening motie ' || n, dated + 30 + time '12:00' from made where answered;
    insert into council.letter_motion (municipality, letter_id, motion_id, role) select ${town}, id, id, 'answers' from made where answered;
    insert into council.settlement_claim (municipality, id, letter_id, motion_id, claim, basis, claimed_on, document_id, at)
      overriding system value
      select ${town}, id, id, id, case when n % 8 = 0 then 'settled' else 'in-progress' end,
        case when n % 8 = 0 then 'carried-out' else 'unstated' end, dated + 30, id, '[]' from made where answered;
    insert into council.commitment (municipality, id, text, made_on, due_not_after, check_on, check_source, document_id, at, published_at, state, missed_on)
      overriding system value
      select ${town}, id, 'Wij sturen de raad een plan voor wijk ' || n, dated + 30, case when n % 8 = 1 then ${day} + (n * 31 % 400 - 40) end,
        case when n % 8 = 5 and n % 16 <> 5 then ${day} + (n * 37 % 400 - 40) end, case when n % 8 = 5 and n % 16 <> 5 then 'ours' end,
        id, '[]', dated + 30 + time '12:00', case n % 3 when 0 then 'kept' when 1 then 'open' else case when n % 5 = 0 then 'late' else 'kept' end end,
        case when n % 3 = 2 and n % 5 = 0 then ${day} - 20 end from made where promised;
    insert into council.commitment_motion (municipality, commitment_id, motion_id) select ${town}, id, id from made where promised;
    insert into council.commitment_history (municipality, id, commitment_id, step, from_state, to_state, moved_at, moved_on, by_role)
      overriding system value
      select ${town}, id * 10 + k, id, step, 'open', 'open', dated + 30 + k * 20 + time '11:00', dated + 30 + k * 20, 'clerk'
      from made, lateral (values (0, 'register', true), (1, 'keep', n % 3 = 0 or (n % 3 = 2 and n % 5 <> 0))) steps (k, step, taken)
      where promised and taken;
    insert into council.register_entry (municipality, motion_id, kind, year, slug, number, title, dated, outcome, status, parties, domains,
        requests, facets, matters)
      select ${town}, id, 'motion', extract(year from dated), 'motie-' || n, 'M.' || n, 'Een verzonnen motie over onderwerp ' || n, dated, 'adopted',
        'open', array['partij-' || (1 + n % 12)], case when domain is null then '{}' else array[domain] end, 1, 'open|', 1 from made;
    insert into council.wish (municipality, matter_id, motion_id, year, dated, parties, domain, stand, settled_on)
      select ${town}, id, id, extract(year from dated), dated, array['partij-' || (1 + n % 12)], domain,
        case state when 'settled' then 'carried-out' when 'in-progress' then 'open' else state end, case when state = 'settled' then dated + 60 end
      from made;
    drop table made;`
}
