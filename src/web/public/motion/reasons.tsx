import { UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import type { ClauseKind, MotionDossier } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'

/** The reasons that the motion gives, in its order, folded away: they explain, but are not what was asked. */
export function Reasons(props: { request: MunicipalityRequest; clauses: MotionDossier['clauses'] }) {
  const { request, clauses } = props
  const { dossier: w } = request.words.public
  if (clauses.length === 0) return null
  return (
    <Part id="overwegingen" title={w.reasons}>
      <details className="schakel-card schakel-details">
        <summary>{w.reasonsSummary(clauses.length)}</summary>
        {runs(clauses).map((run) => (
          <div key={run.first}>
            <p className="schakel-soft">{w.clauseHeading[run.kind]}</p>
            <UnorderedList>
              {run.texts.map((text) => (
                <UnorderedListItem key={text}>
                  <Original language={request.language}>{text}</Original>
                </UnorderedListItem>
              ))}
            </UnorderedList>
          </div>
        ))}
      </details>
    </Part>
  )
}

type Run = { first: number; kind: ClauseKind; texts: string[] }

/** Clauses of one kind that follow each other share a heading. */
function runs(clauses: MotionDossier['clauses']): Run[] {
  const out: Run[] = []
  clauses.forEach(({ kind, text }, index) => {
    const last = out.at(-1)
    if (last?.kind === kind) last.texts.push(text)
    else out.push({ first: index, kind, texts: [text] })
  })
  return out
}
