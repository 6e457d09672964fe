import type { Ctx } from '../ctx.ts'
import type { At, Evidence } from './evidence.ts'
import { stands } from './hold.ts'
import { type Problems, problem } from './typed.ts'

/** Evidence as it is handed in; what a passage says is taken from the document itself. */
export type GivenEvidence =
  | { kind: 'passage'; document: number; at: At }
  | { kind: 'document'; document: number }
  | { kind: 'decision'; decision: number }

/**
 * What published documents say, for each place: the words of a passage, the title of a whole document, or null where no published
 * document has it. This room knows documents by their ids only: the council room gives this (`publishedWords`).
 */
export type PublishedWords = (
  ctx: Ctx,
  places: readonly { document: number; at: At | null }[],
) => Promise<readonly (string | null)[]>

/** Most that one step may rest on. */
const mostEvidence = 30

/** Checks each against documents and decisions; what is wrong becomes a problem of `evidence/0`, `evidence/1`, … */
export async function takeEvidence(
  ctx: Ctx,
  problems: Problems,
  { programme, given, words }: { programme: number; given: readonly GivenEvidence[]; words: PublishedWords },
): Promise<Evidence[]> {
  if (given.length > mostEvidence) problem(problems, 'evidence', 'too-long')
  const texts = await words(
    ctx,
    given.flatMap((one) =>
      one.kind === 'decision' ? [] : [{ document: one.document, at: one.kind === 'passage' ? one.at : null }],
    ),
  )
  const taken: Evidence[] = []
  let next = 0
  for (const [index, one] of given.entries()) {
    const field = `evidence/${index}`
    if (one.kind === 'decision') {
      if (await stands(ctx, 'decision', { programme_id: programme, id: one.decision }))
        taken.push({ kind: 'decision', decision: one.decision })
      else problem(problems, field, 'decision-missing')
      continue
    }
    const text = texts[next++] ?? null
    if (text === null)
      problem(problems, field, one.kind === 'passage' ? 'passage-missing' : 'document-missing')
    else if (one.kind === 'document') taken.push({ kind: 'document', document: one.document })
    else taken.push({ kind: 'passage', document: one.document, at: one.at, quotation: text })
  }
  return taken
}

/** Evidence of both, each once. Pure. */
export function joinEvidence(first: readonly Evidence[], second: readonly Evidence[]): Evidence[] {
  const key = (one: Evidence) =>
    one.kind === 'decision'
      ? `decision ${one.decision}`
      : one.kind === 'document'
        ? `document ${one.document}`
        : `passage ${one.document} ${one.at.map(({ page, start, end }) => `${page}-${start}-${end}`).join('_')}`
  return [...new Map([...first, ...second].map((one) => [key(one), one])).values()]
}
