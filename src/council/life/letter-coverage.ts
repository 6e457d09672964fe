import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import type { DossierClaim, MotionRef } from '../dossier.ts'
import { loadClaims, loadMotions } from '../public-parts.ts'
import { type CoverageKind, coverageOf } from './coverage.ts'
import { readerOf } from './desk-reader.ts'
import type { MatterState, SettlementOutcome } from './matter.ts'
import { type Suggestion, suggestOutcome } from './propose-outcome.ts'

export type LetterCoverage = {
  letter: number
  motions: {
    motion: MotionRef
    /** Empty: nothing of it is followed (rejected, or its text was never seen). */
    matters: {
      id: number
      version: number
      text: string
      state: MatterState
      outcome: SettlementOutcome | null
      /** `own`: a passage about this alone; `shared`: only passages about several at once; `none`: nothing answers it. */
      kind: CoverageKind
      claims: Omit<DossierClaim, 'requests' | 'about'>[]
      suggestion: Suggestion
    }[]
  }[]
  own: number
  shared: number
  unanswered: number
}

/** Which passage of a registered letter answers which matter of the motions that it answers, and which nothing answers. @throws NotFound */
export async function letterCoverage(ctx: Ctx, input: { document: number }): Promise<LetterCoverage> {
  const { municipality } = ctx.actor
  const db = readerOf(ctx)
  const letter = await ctx.tx
    .selectFrom('council.letter')
    .select('id')
    .where('municipality', '=', municipality)
    .where('document_id', '=', input.document)
    .executeTakeFirst()
  if (!letter) throw new NotFound()
  const answered = await ctx.tx
    .selectFrom('council.letter_motion')
    .select('motion_id')
    .where('municipality', '=', municipality)
    .where('letter_id', '=', letter.id)
    .where('role', '=', 'answers')
    .orderBy('motion_id')
    .execute()
  const ids = answered.map((row) => row.motion_id)
  const motions = await loadMotions(db, municipality, ids)
  const claims = await loadClaims(db, municipality, { document: input.document })
  const rows =
    ids.length === 0
      ? []
      : await ctx.tx
          .selectFrom('council.matter as matter')
          .innerJoin('council.request as request', (join) =>
            join
              .onRef('request.municipality', '=', 'matter.municipality')
              .onRef('request.id', '=', 'matter.request_id'),
          )
          .leftJoin('council.request_part as part', (join) =>
            join
              .onRef('part.municipality', '=', 'matter.municipality')
              .onRef('part.id', '=', 'matter.part_id'),
          )
          .selectAll('matter')
          .select(['request.act', 'request.text', 'part.text as part_text'])
          .where('matter.municipality', '=', municipality)
          .where('matter.motion_id', 'in', ids)
          .orderBy('request.position')
          .orderBy('part.position')
          .execute()
  const coverage = coverageOf(
    rows.map((row) => ({ id: row.id, motion: row.motion_id, request: row.request_id, part: row.part_id })),
    claims.map((claim) => ({
      id: claim.id,
      motion: claim.motion,
      claim: claim.claim,
      at: claim.passage?.at ?? [],
      about: claim.about,
    })),
  )
  const kinds = new Map(coverage.rows.map((row) => [row.matter, row]))
  return {
    letter: letter.id,
    motions: ids.flatMap((id) => {
      const motion = motions.get(id)
      if (!motion) return []
      return {
        motion,
        matters: rows
          .filter((row) => row.motion_id === id)
          .map((row) => {
            const covered = kinds.get(row.id)!
            const own = claims.filter((claim) => covered.claims.includes(claim.id))
            return {
              id: row.id,
              version: row.version,
              text: row.part_text ?? row.text,
              state: row.state,
              outcome: row.outcome,
              kind: covered.kind,
              claims: own.map(({ about: _, motion: __, ...claim }) => claim),
              suggestion: suggestOutcome(own, row.act),
            }
          }),
      }
    }),
    own: coverage.own,
    shared: coverage.shared,
    unanswered: coverage.unanswered.length,
  }
}
