import type { DossierMatter, MotionDossier } from '../../../council/index.ts'
import { Evidence } from '../../components/evidence.tsx'
import { Original } from '../../components/original.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { MatterTimeline } from './steps.tsx'

type Props = { request: MunicipalityRequest; dossier: MotionDossier; matter: DossierMatter | undefined }

/** Courses that no longer count since two motions were merged, below the one that stands; folded away, and nothing of them is lost. */
export function SetAside({ request, dossier, matter }: Props) {
  const { words, language } = request
  return dossier.setAside
    .filter(({ standing }) => standing === matter?.id)
    .map(({ on, matter: aside }) => (
      <details key={aside.id} className="schakel-details schakel-ask__wide schakel-small">
        <summary>{words.parting.asideTitle}</summary>
        <div>
          <p>{words.parting.asideWhy(words.public.date(on))}</p>
          <p>
            <Original language={language}>{aside.text}</Original>
          </p>
          <MatterTimeline request={request} matter={aside} />
          {aside.proposals.map(({ id, evidence }) => (
            <Evidence key={id} request={request} evidence={evidence} />
          ))}
        </div>
      </details>
    ))
}
