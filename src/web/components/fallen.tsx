import type { DossierEvidence, Fallen } from '../../council/index.ts'
import type { MunicipalityRequest } from '../page.ts'
import { Original } from './original.tsx'

/** That a piece of evidence no longer stands: since when, and why. */
export function FallenNote({ request, fallen }: { request: MunicipalityRequest; fallen: Fallen }) {
  const w = request.words.programmeEvidence
  return (
    <span className="schakel-fallen">
      {w.fallen[fallen.cause](fallen.on)}
      {fallen.reason && (
        <>
          {' '}
          {w.fallenReason} <Original language={request.language}>{fallen.reason}</Original>
        </>
      )}
    </span>
  )
}

/** Whether anything that this rests on was taken back. Pure. */
export const hasFallen = (evidence: readonly DossierEvidence[]): boolean =>
  evidence.some((one) => one.kind !== 'unknown' && one.fallen != null)
