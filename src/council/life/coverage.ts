import type { At, Claim } from '../read/reading.ts'

export type CoveredMatter = { id: number; motion: number; request: number; part: number | null }
/** A claim of the letter; `about` names requests, and parts of them where it does. */
export type CoveringClaim = {
  id: number
  motion: number
  claim: Claim
  at: At
  about: readonly { request: number; part: number | null }[]
}
/**
 * `own`: a passage that is about this matter alone; `shared`: only passages that answer several matters at once; `none`: the letter
 * says nothing of it, although it speaks of the motion.
 */
export type CoverageKind = 'own' | 'shared' | 'none'
export type CoverageRow = { matter: number; kind: CoverageKind; claims: number[] }
export type Coverage = { rows: CoverageRow[]; own: number; shared: number; unanswered: number[] }

/** Which passage of a letter answers which matter, and which matters nothing answers. A claim of a motion without named requests is about all of it. */
export function coverageOf(matters: readonly CoveredMatter[], claims: readonly CoveringClaim[]): Coverage {
  const speaking = claims.filter((claim) => claim.claim !== 'none')
  const reached = new Map(
    speaking.map((claim) => [
      claim.id,
      matters
        .filter((matter) => matter.motion === claim.motion && isAbout(claim, matter))
        .map(({ id }) => id),
    ]),
  )
  const breadth = (claim: CoveringClaim) =>
    new Set(
      speaking.filter((other) => samePlace(other.at, claim.at)).flatMap((other) => reached.get(other.id)!),
    ).size
  const rows = matters.map((matter): CoverageRow => {
    const of = speaking.filter((claim) => reached.get(claim.id)!.includes(matter.id))
    const kind = of.length === 0 ? 'none' : of.some((claim) => breadth(claim) === 1) ? 'own' : 'shared'
    return { matter: matter.id, kind, claims: of.map((claim) => claim.id) }
  })
  return {
    rows,
    own: rows.filter((row) => row.kind === 'own').length,
    shared: rows.filter((row) => row.kind === 'shared').length,
    unanswered: rows.filter((row) => row.kind === 'none').map((row) => row.matter),
  }
}

function isAbout(claim: CoveringClaim, matter: CoveredMatter): boolean {
  if (claim.about.length === 0) return true
  return claim.about.some(
    ({ request, part }) => request === matter.request && (part === null || part === matter.part),
  )
}

/** Two motions settled by one sentence share its place. A claim without a place shares it with none. */
function samePlace(a: At, b: At): boolean {
  if (a === b) return true
  return (
    a.length > 0 &&
    a.length === b.length &&
    a.every((span, i) => span.page === b[i]!.page && span.start === b[i]!.start && span.end === b[i]!.end)
  )
}
