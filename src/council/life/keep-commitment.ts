import { publicText } from '../../cover.ts'
import type { Ctx } from '../../ctx.ts'
import { Refused } from '../../errors.ts'
import type { IsoDate } from '../read/reading.ts'
import { moveCommitment } from './commitment.ts'
import { evidenceSuffices } from './evidence.ts'
import { allowed, checkRole, neededText, type Step, stepDay } from './moving.ts'
import { commitmentOfRow, lockCommitment, stepCommitment } from './step-commitment.ts'
import { type EvidenceInput, evidenceColumns, takeEvidence } from './take-evidence.ts'

/**
 * Notes that a commitment was kept, wholly or partly, and by what. Its evidence is then offered for the matters that wait for it;
 * nothing is settled by it. Partly needs a reason: what remains.
 * @throws Invalid (`evidence/0`, `reason`, `on`); Denied; NotFound
 * @throws Refused `changed-by-other`, `move-not-possible`, `evidence-missing`, `evidence-unknown`
 */
export async function keepCommitment(
  ctx: Ctx,
  input: {
    commitment: number
    version: number
    how: 'kept' | 'partly-kept'
    evidence: readonly EvidenceInput[]
    reason?: string | null
    on?: IsoDate
  },
): Promise<Step> {
  const move = input.how === 'kept' ? 'keep' : 'keep-partly'
  checkRole(ctx, move)
  const reason = move === 'keep' ? publicText(input.reason) : neededText(input.reason, 'reason')
  const row = await lockCommitment(ctx, input)
  const on = stepDay(ctx, input.on, row.made_on)
  const to = allowed(moveCommitment(commitmentOfRow(row), { move }))
  const lacking = evidenceSuffices('carried-out', input.evidence)
  if (lacking) throw new Refused(lacking)
  const evidence = await takeEvidence(ctx, input.evidence)
  const step = await stepCommitment(ctx, row, to, {
    step: move,
    on,
    reason,
    event: move === 'keep' ? 'commitment.kept' : 'commitment.partly-kept',
  })
  const { municipality } = ctx.actor
  await ctx.tx
    .insertInto('council.commitment_evidence')
    .values(
      evidence.map((one, position) => ({
        municipality,
        commitment_id: row.id,
        history_id: step.history,
        ...evidenceColumns(one, position),
      })),
    )
    .execute()
  return step
}
