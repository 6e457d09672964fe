import type { Refusal } from './errors.ts'

export type { Refusal }

/** A pure rule's no. */
export type RefusedMove = { refused: Refusal }
export const refuse = (refused: Refusal): RefusedMove => ({ refused })
export const isRefused = (result: object): result is RefusedMove => 'refused' in result

/** One arrow of a state diagram; the diagrams in `docs/states` hold the same arrows. */
export type Arrow<State extends string, Move extends string> = readonly [from: State, move: Move, to: State]

/** Where a move leads from a state; null when the diagram has no such arrow. */
export function follow<State extends string, Move extends string>(
  arrows: readonly Arrow<State, Move>[],
  from: State,
  move: Move,
): State | null {
  return arrows.find((arrow) => arrow[0] === from && arrow[1] === move)?.[2] ?? null
}

/** The last step of a history, oldest first, that still stands: neither an undo nor undone. */
export function lastStanding<Row extends { id: number; step: string; undoes: number | null }>(
  history: readonly Row[],
): Row | undefined {
  const undone = new Set(history.map(({ undoes }) => undoes))
  return history.findLast(({ id, step }) => step !== 'undo' && !undone.has(id))
}
