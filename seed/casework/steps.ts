import type { CaseStep, Invented } from './plan.ts'
import { planSteps } from './planned.ts'
import { shareSteps } from './shared.ts'

/** What is done with a case after it began; each part of the room adds its own. */
const kinds: readonly ((person: Invented, accounts: ReadonlyMap<string, string>) => CaseStep[])[] = [
  shareSteps,
  planSteps,
]

export function stepsOf(person: Invented, accounts: ReadonlyMap<string, string>): CaseStep[] {
  return kinds.flatMap((kind) => kind(person, accounts))
}
