import { type Documents, loadDocuments, passageIn } from '../public-documents.ts'
import type { PublicDb } from '../public-register.ts'
import { documentsIn, evidenceFact, loadFallen } from './evidence-facts.ts'
import type {
  DossierDecision,
  DossierMatter,
  DossierObjection,
  DossierProposal,
  MatterFact,
} from './facts.ts'

/** The matters of a motion in the order of its requests and parts, each with its whole course. */
export async function loadMatters(
  db: PublicDb,
  municipality: string,
  motion: number,
): Promise<DossierMatter[]> {
  const rows = await db
    .selectFrom('council.matter as matter')
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .leftJoin('council.person as owner', (join) =>
      join
        .onRef('owner.municipality', '=', 'matter.municipality')
        .onRef('owner.id', '=', 'matter.portfolio_holder_id'),
    )
    .selectAll('matter')
    .select(['request.text as request_text', 'part.text as part_text', 'owner.name as owner_name'])
    .where('matter.municipality', '=', municipality)
    .where('matter.motion_id', '=', motion)
    .orderBy('request.position')
    .orderBy('part.position')
    .execute()
  if (rows.length === 0) return []
  const { proposals, decisions, history } = await loadCourse(db, municipality, motion)
  return rows.map((row): DossierMatter => {
    const own = proposals.filter((one) => one.matter === row.id).map((one) => one.proposal)
    const decided = decisions.filter((one) => one.matter === row.id).map((one) => one.decision)
    const decision = decided.find((one) => one.id === row.decision_id) ?? null
    const proposal = own.find((one) => one.id === row.proposal_id) ?? null
    return {
      id: row.id,
      request: row.request_id,
      part: row.part_id,
      text: row.part_text ?? row.request_text,
      state: row.state,
      outcome: row.outcome,
      held: row.held,
      owner: row.portfolio_holder_id === null ? null : { id: row.portfolio_holder_id, name: row.owner_name! },
      term: {
        source: row.term_source,
        text: row.term_text,
        notBefore: row.term_not_before,
        notAfter: row.term_not_after,
        basis: row.term_basis,
      },
      proposal,
      decision,
      evidence: (decision ? own.find((one) => one.id === decision.proposal) : proposal)?.evidence ?? [],
      proposals: own,
      decisions: decided,
      history: history.filter((one) => one.matter === row.id).map((one) => one.fact),
    }
  })
}

/** Every proposal about these motions, oldest first, with its evidence and the objections that stand; six queries for any number. */
export async function loadProposals(
  db: PublicDb,
  municipality: string,
  motions: readonly number[],
): Promise<DossierProposal[]> {
  if (motions.length === 0) return []
  const steps = await db
    .selectFrom('council.matter_history')
    .select('undoes')
    .where('municipality', '=', municipality)
    .where('motion_id', 'in', [...motions])
    .where('undoes', 'is not', null)
    .execute()
  const undone = new Set(steps.map((row) => row.undoes!))
  const rows = await proposalRowsOf(db, municipality, motions)
  const documents = await loadDocuments(db, municipality, rows.evidence.flatMap(documentsIn))
  return rows.proposals.map((row) => proposalFact(row, rows, documents, undone))
}

async function proposalRowsOf(db: PublicDb, municipality: string, motions: readonly number[]) {
  const [proposals, evidence, carrying, objections] = await Promise.all([
    db
      .selectFrom('council.settlement_proposal')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', [...motions])
      .orderBy('id')
      .execute(),
    db
      .selectFrom('council.settlement_evidence')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', [...motions])
      .orderBy('proposal_id')
      .orderBy('position')
      .execute(),
    db
      .selectFrom('council.settlement_commitment')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', 'in', [...motions])
      .orderBy('commitment_id')
      .execute(),
    db
      .selectFrom('council.settlement_objection as objection')
      .innerJoin('council.motion_submitter as submitter', (join) =>
        join
          .onRef('submitter.municipality', '=', 'objection.municipality')
          .onRef('submitter.motion_id', '=', 'objection.motion_id')
          .onRef('submitter.position', '=', 'objection.submitter_position'),
      )
      .leftJoin('council.person as person', (join) =>
        join
          .onRef('person.municipality', '=', 'submitter.municipality')
          .onRef('person.id', '=', 'submitter.person_id'),
      )
      .selectAll('objection')
      .select(['submitter.printed_name', 'person.name'])
      .where('objection.municipality', '=', municipality)
      .where('objection.proposal_id', 'in', (eb) =>
        eb
          .selectFrom('council.settlement_proposal as proposal')
          .select('proposal.id')
          .where('proposal.municipality', '=', municipality)
          .where('proposal.motion_id', 'in', [...motions]),
      )
      .orderBy('objection.history_id')
      .execute(),
  ])
  const fallen = await loadFallen(db, municipality, { proposals: proposals.map(({ id }) => id) })
  return { proposals, evidence, carrying, objections, fallen }
}
type ProposalRows = Awaited<ReturnType<typeof proposalRowsOf>>

function proposalFact(
  row: ProposalRows['proposals'][number],
  { evidence, carrying, objections, fallen }: ProposalRows,
  documents: Documents,
  undone: ReadonlySet<number>,
): DossierProposal {
  return {
    id: row.id,
    state: row.state,
    outcome: row.outcome,
    explanation: row.explanation,
    on: row.proposed_on,
    objectionUntil: row.objection_until,
    origin: row.origin,
    evidence: evidence
      .filter((one) => one.proposal_id === row.id)
      .flatMap((one) => evidenceFact(documents, one, fallen(row.id, one.position))),
    commitments: carrying.filter((one) => one.proposal_id === row.id).map((one) => one.commitment_id),
    objections: objections
      .filter((one) => one.proposal_id === row.id && !undone.has(one.history_id))
      .map(
        (one): DossierObjection => ({
          submitter: one.name ?? one.printed_name,
          on: one.objected_on,
          reason: one.reason,
        }),
      ),
  }
}

async function loadCourse(db: PublicDb, municipality: string, motion: number) {
  const [rows, decisionRows, historyRows] = await Promise.all([
    proposalRowsOf(db, municipality, [motion]),
    db
      .selectFrom('council.settlement_decision')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', '=', motion)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('council.matter_history')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('motion_id', '=', motion)
      .orderBy('id')
      .execute(),
  ])
  const undone = new Set(historyRows.flatMap((row) => row.undoes ?? []))
  const documents = await loadDocuments(db, municipality, [
    ...rows.evidence.flatMap(documentsIn),
    ...historyRows.flatMap((row) => row.document_id ?? []),
  ])
  const proposals = rows.proposals.map((row) => ({
    matter: row.matter_id,
    proposal: proposalFact(row, rows, documents, undone),
  }))
  const decisions = decisionRows.map((row) => ({
    matter: row.matter_id,
    decision: {
      id: row.id,
      proposal: row.proposal_id,
      verdict: row.verdict,
      outcome: row.outcome,
      body: row.body,
      on: row.decided_on,
      reason: row.reason,
      corrects: row.corrects,
    } satisfies DossierDecision,
  }))
  const history = historyRows.map((row) => ({
    matter: row.matter_id,
    fact: {
      id: row.id,
      step: row.step,
      from: row.from_state,
      to: row.to_state,
      on: row.moved_on,
      by: { role: row.by_role, name: row.by_name },
      reason: row.reason,
      undone: undone.has(row.id),
      undoes: row.undoes,
      cause: row.cause,
      outcome: row.outcome,
      commitment: row.commitment_id,
      passage: row.document_id === null ? null : passageIn(documents, row.document_id, row.at ?? []),
    } satisfies MatterFact,
  }))
  return { proposals, decisions, history }
}
