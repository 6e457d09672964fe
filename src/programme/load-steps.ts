import type { Selectable } from 'kysely'
import type { Evidence } from './evidence.ts'
import type { ProgrammeDb } from './programme-db.ts'
import type { EvidenceTable } from './tables.ts'

/** Steps of milestones and reports of actions that were not taken back, oldest first. */
export async function standingSteps(db: ProgrammeDb, municipality: string, programme: number) {
  const rows = await db
    .selectFrom('programme.history')
    .select([
      'id',
      'subject',
      'subject_id',
      'step',
      'moved_on',
      'by_role',
      'by_name',
      'text',
      'changes',
      'undoes',
    ])
    .where('municipality', '=', municipality)
    .where('programme_id', '=', programme)
    .where((on) => on.or([on('subject', '=', 'milestone'), on('step', 'in', ['report', 'undo'])]))
    .orderBy('id')
    .execute()
  const undone = new Set(rows.map(({ undoes }) => undoes))
  return rows.filter(({ id, step }) => step !== 'undo' && !undone.has(id))
}

/** By the history row that they belong to. */
export async function loadEvidence(db: ProgrammeDb, municipality: string, programme: number) {
  const rows = await db
    .selectFrom('programme.evidence')
    .selectAll()
    .where('municipality', '=', municipality)
    .where('programme_id', '=', programme)
    .orderBy('history_id')
    .orderBy('position')
    .execute()
  const found = new Map<number, Evidence[]>()
  for (const one of rows) {
    found.set(one.history_id, [...(found.get(one.history_id) ?? []), evidenceOf(one)])
  }
  return found
}

export const evidenceOf = (one: Selectable<EvidenceTable>): Evidence =>
  one.kind === 'passage'
    ? { kind: 'passage', document: one.document_id!, at: one.at!, quotation: one.quotation! }
    : one.kind === 'document'
      ? { kind: 'document', document: one.document_id! }
      : { kind: 'decision', decision: one.decision_id! }
