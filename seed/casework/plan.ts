import type { CaseCtx } from '../../src/case-ctx.ts'
import { addDays, dayOf, type IsoDate } from '../../src/days.ts'
import type { Phase, Trajectory } from '../../src/reintegration/index.ts'
import { calledNames, cautions, generator, languages, pick, streets, surnames, wishes } from './invented.ts'

/** One invented person: who she is, where she stands, and who works with her. */
export type Invented = {
  /** From 0; her number is `T-1001` and on. */
  index: number
  called: string
  surname: string
  birthDate: IsoDate
  phone: string
  language: string
  stay: string
  wish: string
  caution: string
  phase: Phase
  /** Days before the day of the seed on which her case began. */
  began: number
  coordinator: string
  worker: string | null
  /** Days from the day of the seed; negative is late. */
  review: number
  next: () => number
}

/** Something that somebody of the staff does with an opened case, some days before the day of the seed. */
export type CaseStep = {
  person: Invented
  daysAgo: number
  by: string
  do(ctx: CaseCtx, trajectory: Trajectory): Promise<void>
}

export const coordinators = ['S. Haddad', 'M. Oudekerk'] as const
export const workers = ['I. de Wit', 'J. Kroon'] as const
export const howMany = 40

/** The invented people of the demonstration, the same ones each time. */
export function inventPeople(now: Date): Invented[] {
  const today = dayOf(now)
  return Array.from({ length: howMany }, (_, index) => {
    const next = generator(4711 + index * 97)
    // The number follows from the order in which cases began.
    const began = 12 + (howMany - 1 - index) * 9 + Math.floor(next() * 8)
    const phase = phaseOf(index)
    return {
      index,
      called: pick(next, calledNames),
      surname: pick(next, surnames),
      birthDate: addDays(today, -(365 * 19 + Math.floor(next() * 9000))),
      phone: `06${String(10_000_000 + Math.floor(next() * 89_999_999))}`,
      language: pick(next, languages),
      stay: `${pick(next, streets)} ${1 + Math.floor(next() * 180)}, Nergenshuizen`,
      wish: index === 1 ? (wishes[0] ?? '') : pick(next, wishes),
      caution: pick(next, cautions),
      phase,
      began,
      coordinator: coordinators[index % 4 === 3 ? 1 : 0],
      worker: index % 3 === 0 ? (workers[index % 2] ?? null) : null,
      review: [12, 20, 33, 3, 26, 40, 5, 17, -2, 0, 45, 9][index % 12] ?? 14,
      next,
    }
  })
}

function phaseOf(index: number): Phase {
  if (index >= howMany - 4) return 'crisis'
  if (index % 9 === 3) return 'aftercare'
  return index % 4 === 0 ? 'independent' : 'transition'
}
