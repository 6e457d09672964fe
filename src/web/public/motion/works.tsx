import type { ReactNode } from 'react'
import { type MotionProgramme, type ServedKey, servedKey } from '../../../council/index.ts'
import { ProgrammeWorks } from '../../components/programme-works.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { programmeActionHref, programmeHref } from '../addresses.ts'

/**
 * Which actions of the programme work on something. Where nothing does, that is said plainly, but only while a programme runs and it still
 * waits; else there is nothing to say.
 */
export function worksOf({
  request,
  programme,
  served,
  waits,
}: {
  request: MunicipalityRequest
  programme: MotionProgramme | undefined
  served: ServedKey
  waits: boolean
}): ReactNode {
  const works = programme?.works[servedKey(served)] ?? []
  if (works.length > 0) {
    return (
      <ProgrammeWorks
        request={request}
        works={works}
        href={(slug, action) =>
          action === null ? programmeHref(request, slug) : programmeActionHref(request, slug, action)
        }
      />
    )
  }
  if (!programme?.runs || !waits) return null
  return <span className="schakel-soft">{request.words.programmeEvidence.nothingPublic}</span>
}
