import { loadDocuments, passageIn } from '../public-documents.ts'
import type { PublicDb } from '../public-register.ts'
import { dueOn } from './commitment.ts'
import { documentsIn, evidenceFact, loadFallen } from './evidence-facts.ts'
import type { CommitmentLife } from './facts.ts'
import { type CommitmentRow, commitmentOfRow } from './step-commitment.ts'

/** How these commitments fare, by id. */
export async function loadCommitmentLives(
  db: PublicDb,
  municipality: string,
  rows: readonly CommitmentRow[],
): Promise<Map<number, CommitmentLife>> {
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return new Map()
  const [history, extensions, evidence, relations] = await Promise.all([
    db
      .selectFrom('council.commitment_history')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('council.commitment_extension')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
      .orderBy('history_id')
      .execute(),
    db
      .selectFrom('council.commitment_evidence')
      .selectAll()
      .where('municipality', '=', municipality)
      .where('commitment_id', 'in', ids)
      .orderBy('history_id')
      .orderBy('position')
      .execute(),
    db
      .selectFrom('council.standing_relation')
      .selectAll()
      .where('municipality', '=', municipality)
      .where((eb) => eb.or([eb('commitment_id', 'in', ids), eb('other_id', 'in', ids)]))
      .orderBy('history_id')
      .execute(),
  ])
  const documents = await loadDocuments(db, municipality, [
    ...extensions.flatMap((row) => row.document_id ?? []),
    ...evidence.flatMap(documentsIn),
  ])
  const fallen = await loadFallen(db, municipality, { steps: evidence.map((row) => row.history_id) })
  const undone = new Set(history.flatMap((row) => row.undoes ?? []))
  const stands = (row: { history_id: number }) => !undone.has(row.history_id)
  const step = new Map(history.map((row) => [row.id, row]))
  return new Map(
    rows.map((row): [number, CommitmentLife] => {
      const own = <T extends { commitment_id: number }>(all: readonly T[]) =>
        all.filter((one) => one.commitment_id === row.id)
      return [
        row.id,
        {
          state: row.state,
          due: dueOn(commitmentOfRow(row)),
          check: row.check_source === null ? null : { on: row.check_on, source: row.check_source },
          missedOn: row.missed_on,
          extensions: own(extensions)
            .filter(stands)
            .map((one) => ({
              on: step.get(one.history_id)!.moved_on,
              from: one.old_day,
              to: one.new_day,
              reason: one.reason,
              passage: one.document_id === null ? null : passageIn(documents, one.document_id, one.at ?? []),
            })),
          relations: own(relations).map((one) => ({
            kind: one.kind,
            earlier: one.other_id,
            motion: one.motion_id,
          })),
          later: relations
            .filter((one) => one.other_id === row.id)
            .map((one) => ({ kind: one.kind, commitment: one.commitment_id })),
          kept: own(history)
            .filter((one) => (one.step === 'keep' || one.step === 'keep-partly') && !undone.has(one.id))
            .map((one) => ({
              on: one.moved_on,
              how: one.step === 'keep' ? ('kept' as const) : ('partly-kept' as const),
              reason: one.reason,
              evidence: evidence
                .filter((piece) => piece.history_id === one.id)
                .flatMap((piece) => evidenceFact(documents, piece, fallen(one.id, piece.position))),
            })),
          history: own(history).map((one) => ({
            id: one.id,
            step: one.step,
            from: one.from_state,
            to: one.to_state,
            on: one.moved_on,
            by: { role: one.by_role, name: one.by_name },
            reason: one.reason,
            undone: undone.has(one.id),
            undoes: one.undoes,
          })),
        },
      ]
    }),
  )
}

/** Commitments about a motion, or made so that it was withdrawn, oldest first. */
export async function commitmentsOfMotion(
  db: PublicDb,
  municipality: string,
  motion: number,
): Promise<CommitmentRow[]> {
  return db
    .selectFrom('council.commitment as commitment')
    .selectAll('commitment')
    .where('commitment.municipality', '=', municipality)
    .where('commitment.id', 'in', (eb) =>
      eb
        .selectFrom('council.commitment_motion as link')
        .select('link.commitment_id')
        .where('link.municipality', '=', municipality)
        .where('link.motion_id', '=', motion)
        .unionAll(
          eb
            .selectFrom('council.standing_relation as relation')
            .select('relation.commitment_id')
            .where('relation.municipality', '=', municipality)
            .where('relation.motion_id', '=', motion),
        ),
    )
    .orderBy('commitment.made_on')
    .orderBy('commitment.id')
    .execute()
}
