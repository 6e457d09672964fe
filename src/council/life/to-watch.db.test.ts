import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { registerSample } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { addDays } from '../../days.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import { commitmentAttention, matterAttention } from './attention.ts'
import { commitmentStates } from './commitment.ts'
import { attention } from './desk-attention.ts'
import { matterStates, settlementOutcomes } from './matter.ts'
import { proposalStates } from './proposal.ts'
import { commitmentsToWatch, mattersToWatch } from './to-watch.ts'

const today = '2025-03-03'
const day = fc.oneof(
  fc.constantFrom(-1, 0, 1, 27, 28, 29).map((days) => addDays(today, days)),
  fc.integer({ min: -90, max: 200 }).map((days) => addDays(today, days)),
)
const mostly = fc.integer({ min: 0, max: 4 }).map((n) => n > 0)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const matter = fc.record({
  state: fc.constantFrom(...matterStates),
  outcome: fc.constantFrom(...settlementOutcomes),
  held: fc.boolean(),
  owner: mostly,
  official: fc.boolean(),
  termSource: fc.constantFrom('text', 'standard', 'agreed'),
  notBefore: maybe(day),
  notAfter: maybe(day),
  proposal: fc.constantFrom(...proposalStates),
  objectionUntil: maybe(day),
  proposedOn: maybe(day),
  reopenedOn: maybe(day),
})
const claim = fc.record({
  claim: fc.constantFrom('settled', 'partly', 'not', 'in-progress', 'none'),
  basis: fc.constantFrom('carried-out', 'announced', 'absorbed', 'transferred', 'overtaken', 'unstated'),
  on: day,
})
const commitment = fc.record({
  state: fc.constantFrom(...commitmentStates),
  notAfter: maybe(day),
  check: maybe(day),
  checkSource: fc.constantFrom('ours', 'clerk'),
  noneAgreed: fc.boolean(),
  extendedTo: maybe(day),
  keptOn: maybe(day),
})
const register = fc.record({
  matters: fc.tuple(matter, matter, matter),
  claims: fc.array(claim, { maxLength: 2 }),
  commitment,
  withdrawn: fc.boolean(),
})
type Register = typeof register extends fc.Arbitrary<infer T> ? T : never
type Sample = Awaited<ReturnType<typeof registerSample>>

/** Writes how everything stands, without asking whether it could have come so. */
async function write(ctx: Ctx, sample: Sample, { matters, claims, commitment, withdrawn }: Register) {
  const run = (query: ReturnType<typeof sql<{ id: number }>>) => query.execute(ctx.tx)
  const idOf = async (query: ReturnType<typeof sql<{ id: number }>>) => (await run(query)).rows[0]!.id
  const motion = sample.motion.id
  const step = (id: number, name: string, on: string, cause: string | null = null) =>
    idOf(sql`insert into council.matter_history
      (municipality, motion_id, matter_id, step, from_state, to_state, moved_at, moved_on, by_role, cause)
      values ('testdorp', ${motion}, ${id}, ${name}, 'open', 'open', ${ctx.now}, ${on}, 'clerk', ${cause}) returning id`)
  for (const [i, one] of matters.entries()) {
    const id = sample.matters[i]!
    const settled = one.state === 'settled'
    const proposed = one.state === 'proposed'
    let proposal: number | null = null
    let decision: number | null = null
    if (settled || proposed || one.proposedOn) {
      const on = one.proposedOn ?? today
      const history = await step(id, 'propose', on)
      proposal = await idOf(sql`insert into council.settlement_proposal
        (municipality, motion_id, matter_id, history_id, state, outcome, proposed_on, objection_until, origin)
        values ('testdorp', ${motion}, ${id}, ${history}, ${one.proposal}, ${one.outcome}, ${on}, ${one.objectionUntil}, 'own') returning id`)
      await run(sql`insert into council.settlement_evidence (municipality, motion_id, proposal_id, position, kind, document_id, at, quotation)
        values ('testdorp', ${motion}, ${proposal}, 0, 'passage', ${sample.document}, '[]', 'woorden')`)
    }
    if (settled) {
      decision = await idOf(sql`insert into council.settlement_decision
        (municipality, motion_id, matter_id, proposal_id, verdict, outcome, body, decided_on, reason)
        values ('testdorp', ${motion}, ${id}, ${proposal}, 'accept', ${one.outcome}, 'council', ${today}, 'zo is het') returning id`)
    }
    if (one.reopenedOn) await step(id, 'reopen', one.reopenedOn, 'by-hand')
    await run(sql`update council.matter set state = ${one.state}, outcome = ${settled ? one.outcome : null},
      decision_id = ${decision}, proposal_id = ${proposed ? proposal : null}, held = ${proposed && one.held},
      portfolio_holder_id = ${one.owner ? sql`(select min(id) from council.person)` : null},
      term_source = ${one.termSource}, term_text = 'voor de zomer', term_not_before = ${one.notBefore}, term_not_after = ${one.notAfter}
      where municipality = 'testdorp' and id = ${id}`)
    await run(sql`update council.matter_official set name = ${one.official ? 'Kanarie' : null},
      account_id = null where municipality = 'testdorp' and matter_id = ${id}`)
  }
  await run(sql`update council.settlement_claim set claim = 'none' where municipality = 'testdorp'`)
  for (const { claim, basis, on } of claims) {
    await run(sql`insert into council.settlement_claim (municipality, letter_id, motion_id, claim, basis, claimed_on, document_id, at)
      select 'testdorp', id, ${motion}, ${claim}, ${basis}, ${on}, document_id, '[]' from council.letter limit 1`)
  }
  if (withdrawn) {
    await run(sql`update council.letter set withdrawn_on = ${today} where municipality = 'testdorp'`)
    await run(sql`insert into council.letter_withdrawal (municipality, letter_id, step, moved_at, moved_on, by_role, reason)
      select 'testdorp', id, 'withdraw', ${ctx.now}, ${today}, 'clerk', 'Verkeerde brief' from council.letter`)
  }
  const { state, notAfter, check, checkSource, noneAgreed, extendedTo, keptOn } = commitment
  const source = check ? checkSource : noneAgreed ? 'none-agreed' : null
  await run(sql`update council.commitment set state = ${state}, due_not_after = ${notAfter}, check_on = ${check}, check_source = ${source},
    extended_to = ${extendedTo}, missed_on = ${state === 'late' ? today : null} where municipality = 'testdorp' and id = ${sample.commitment}`)
  if (keptOn) {
    await run(sql`insert into council.commitment_history (municipality, commitment_id, step, from_state, to_state, moved_at, moved_on, by_role)
      values ('testdorp', ${sample.commitment}, 'keep', 'open', 'kept', ${ctx.now}, ${keptOn}, 'clerk')`)
  }
}

test('whatever the rules keep of a register is among what is loaded for them, and nothing else is shown', async ({
  ctx,
}) => {
  const sample = await registerSample(ctx)
  const settings = await lifeSettings(ctx, today)
  let kept = 0
  let spared = 0
  await fc.assert(
    fc.asyncProperty(register, async (given) => {
      await sql`savepoint before`.execute(ctx.tx)
      await write(ctx, sample, given)
      const all = await mattersToWatch(ctx, today, { all: true })
      const loaded = new Map((await mattersToWatch(ctx, today, {})).map((one) => [one.id, one.facts]))
      for (const { id, facts } of all) {
        const wanted = matterAttention(facts, settings, today)
        if (wanted.length > 0) expect(loaded.get(id), wanted[0]!.reason).toEqual(facts)
        kept += wanted.length
      }
      spared += all.length - loaded.size
      const promises = await commitmentsToWatch(ctx, today, undefined, true)
      const found = new Map(
        (await commitmentsToWatch(ctx, today, undefined)).map((one) => [one.id, one.facts]),
      )
      for (const { id, facts } of promises) {
        if (commitmentAttention(facts, settings, today).length > 0) expect(found.get(id)).toEqual(facts)
      }
      const shown = (await attention(ctx, { today })).items
      expect(shown.flatMap(({ matter }) => matter?.id ?? []).sort()).toEqual(
        all
          .filter(({ facts }) => matterAttention(facts, settings, today).length > 0)
          .map(({ id }) => id)
          .sort(),
      )
      for (const { motions, matter, commitment } of shown) {
        expect(motions.map(({ id }) => id)).toContain(sample.motion.id)
        expect(Boolean(matter) !== Boolean(commitment)).toBe(true)
      }
      await sql`rollback to before`.execute(ctx.tx)
    }),
    { numRuns: 40 },
  )
  expect(kept).toBeGreaterThan(40)
  expect(spared).toBeGreaterThan(3)
})
