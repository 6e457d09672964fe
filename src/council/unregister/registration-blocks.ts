import type { Ctx } from '../../ctx.ts'
import { NotFound } from '../../errors.ts'
import {
  type Altered,
  alteredSince,
  type Change,
  changesOf,
  goesAlong,
  type Hanging,
  hangingOn,
  type Keys,
  keysOf,
  netOf,
  standingSet,
  standingSteps,
} from '../take-back/index.ts'

export const registrationBlockCodes = [
  /** It was registered before what a registration changes was kept. */
  'no-copy',
  /** Work on what it asks or promises began. */
  'step',
  /** What it says was corrected. */
  'corrected',
  /** Another document speaks of a motion that came from it. */
  'document',
  /** Its words are evidence. */
  'evidence',
  /** A letter about its motion was or is being written. */
  'letter',
  /** A motion from it was merged with another. */
  'merged',
  /** It was withdrawn. */
  'withdrawn',
  /** An action programme, or anything else, rests on it. */
  'changed',
] as const
export type RegistrationBlock = (typeof registrationBlockCodes)[number]

export type RegistrationTraces = { set: number; keys: Keys; changes: Change[]; hanging: Hanging[] }
export type RegistrationToUndo = {
  title: string
  fileName: string
  blocks: RegistrationBlock[]
  /** What would go. */
  motions: string[]
  letters: number
  commitments: string[]
  /** How many motions of the register it filled in something of. */
  completed: number
}

/** What a registration did, and what is in the way of taking it back. */
export async function findRegistration(
  ctx: Ctx,
  document: number,
): Promise<{ traces: RegistrationTraces | null; blocks: RegistrationBlock[] }> {
  const found = await standingSet(ctx, 'registration', document)
  if (!found) return { traces: null, blocks: ['no-copy'] }
  const keys = await keysOf(ctx)
  const changes = await changesOf(ctx, found.id)
  const hanging = await hangingOn(ctx, keys, changes)
  const codes = new Set<RegistrationBlock>([
    ...hangingCodes(hanging),
    ...(await alteredSince(ctx, keys, changes)).flatMap(codeOfAltered),
    ...((await quoted(ctx, document)) ? (['evidence'] as const) : []),
  ])
  // What another document filled in is no correction.
  if (codes.has('document') && !hanging.some(({ table }) => table === 'motion_correction'))
    codes.delete('corrected')
  return {
    traces: { set: found.id, keys, changes, hanging },
    blocks: registrationBlockCodes.filter((code) => codes.has(code)),
  }
}

/** By the table of what hangs on it; other tables are `changed`. */
const codeOf: Readonly<Record<string, RegistrationBlock>> = {
  motion_correction: 'corrected',
  document_motion: 'document',
  letter_motion: 'document',
  settlement_claim: 'document',
  settlement_claim_request: 'document',
  commitment_letter: 'document',
  commitment_motion: 'document',
  motion_identifier: 'document',
  motion_submitter: 'document',
  motion_vote: 'document',
  motion_proposal: 'document',
  clause: 'document',
  request: 'document',
  request_part: 'document',
  matter: 'document',
  settlement_evidence: 'evidence',
  commitment_evidence: 'evidence',
  commitment_extension: 'evidence',
  settlement_proposal: 'step',
  settlement_decision: 'step',
  settlement_commitment: 'step',
  settlement_objection: 'step',
  commitment_relation: 'step',
  council_list_line: 'step',
  letter_out_motion: 'letter',
  motion_merge: 'merged',
  motion_parting: 'merged',
  letter_withdrawal: 'withdrawn',
}

function hangingCodes(hanging: readonly Hanging[]): RegistrationBlock[] {
  if (goesAlong(hanging)) return []
  const steps = standingSteps(hanging)
  return hanging.flatMap((one): RegistrationBlock[] => {
    if (goesAlong([one])) return []
    if (one.table === 'matter_history' || one.table === 'commitment_history')
      return steps.includes(one) ? ['step'] : []
    return [codeOf[one.table] ?? 'changed']
  })
}

function codeOfAltered({ table, columns }: Altered): RegistrationBlock[] {
  if (columns === null) return table === 'motion_identifier' ? ['corrected'] : ['changed']
  if (table === 'matter' || table.startsWith('commitment') || table === 'matter_official') return ['step']
  if (table === 'letter') return ['withdrawn']
  if (table === 'published_document') return ['changed']
  return ['corrected']
}

/** A step names a passage without a key: an interim report, or why something opened again. */
async function quoted(ctx: Ctx, document: number): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('council.matter_history')
    .select('id')
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', document)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A registration that the clerk may take back. @throws NotFound when it is not registered */
export async function registrationToUndo(ctx: Ctx, input: { document: number }): Promise<RegistrationToUndo> {
  const { municipality } = ctx.actor
  const row = await ctx.tx
    .selectFrom('council.document as document')
    .innerJoin('council.published_document as published', (join) =>
      join
        .onRef('published.municipality', '=', 'document.municipality')
        .onRef('published.document_id', '=', 'document.id'),
    )
    .select(['document.file_name', 'published.title'])
    .where('document.municipality', '=', municipality)
    .where('document.id', '=', input.document)
    .where('document.state', '=', 'registered')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { traces, blocks } = await findRegistration(ctx, input.document)
  const net = traces ? netOf(traces.keys, traces.changes) : []
  const added = (table: string) => net.filter((one) => one.table === table && one.before === null)
  return {
    title: row.title,
    fileName: row.file_name,
    blocks,
    motions: added('motion').map(({ after }) => String(after!.title)),
    letters: added('letter').length,
    commitments: added('commitment').map(({ after }) => String(after!.text)),
    completed: net.filter(({ table, before }) => table === 'motion' && before !== null).length,
  }
}
