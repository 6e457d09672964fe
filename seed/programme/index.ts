/** What people did for the action programmes of the invented towns, oldest first. */
import { accounts } from './accounts.ts'
import { lifeOf2023 } from './first-2023.ts'
import { lifeOf2024 } from './first-2024.ts'
import { lifeOf2025 } from './first-2025.ts'
import { planOfFirst } from './first-plan.ts'
import { lifeOfSecond } from './second-life.ts'
import { planOfSecond } from './second-plan.ts'
import { sourcesOfWaterstad } from './sources.ts'
import type { ProgrammeStep, SourceStep } from './step.ts'

export { programmeOfDuinrode } from './duinrode.ts'
export type { ProgrammeStep, SourceStep } from './step.ts'
export { takeProgrammeStep } from './take-step.ts'

export const programmesOfWaterstad: readonly (ProgrammeStep | SourceStep)[] = [
  ...sourcesOfWaterstad,
  ...planOfFirst,
  ...lifeOf2023,
  ...lifeOf2024,
  ...lifeOf2025,
  ...planOfSecond,
  ...lifeOfSecond,
  ...accounts,
]
