import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { DeskMatter, MotionDossier } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import { ProgrammeWorks } from '../../components/programme-works.tsx'
import type { DeskRequest } from '../../page.ts'
import { documentHref } from '../../public/addresses.ts'
import { commitmentPath } from '../desk-paths.ts'
import { worksHere } from '../programme/works-here.ts'

type Props = {
  request: DeskRequest
  matter: Pick<DeskMatter, 'id' | 'request' | 'history' | 'state'>
  dossier: Pick<MotionDossier, 'commitments' | 'claims' | 'programme'>
}

/** The commitments that a matter's own proposals rest on, and those of its motion that still run. Pure. */
export function commitmentsFor(
  matter: Pick<DeskMatter, 'proposals'>,
  commitments: MotionDossier['commitments'],
): MotionDossier['commitments'] {
  const carried = new Set(matter.proposals.flatMap((one) => one.commitments))
  return commitments.filter(
    ({ id, life }) =>
      carried.has(id) || (carried.size === 0 && (life.state === 'open' || life.state === 'late')),
  )
}

/** What works on this matter: actions of the programme, commitments and letters of the motion, the newest interim report. */
export function Works(props: Props): ReactNode {
  const { request, matter, dossier } = props
  const { works, href } = worksHere(request, dossier.programme, { kind: 'matter', of: matter.id })
  const nothing = works.length === 0 && dossier.programme?.runs === true && matter.state !== 'settled'
  return (
    <>
      {works.length > 0 ? (
        <ProgrammeWorks request={request} works={works} href={href} />
      ) : (
        nothing && <p className="schakel-attention">{request.words.programmeEvidence.nothing}</p>
      )}
      <OtherWorks {...props} silent={works.length > 0 || nothing} />
    </>
  )
}

/** @param silent something was said of the programme already */
function OtherWorks({ request, matter, dossier, silent }: Props & { silent: boolean }): ReactNode {
  const { words, language } = request
  const { facts: w } = words.matterDesk
  const claims = dossier.claims.filter((one) => one.claim !== 'none' && one.requests.includes(matter.request))
  const report = matter.history.findLast((one) => one.step === 'note-progress' && !one.undone)
  if (dossier.commitments.length + claims.length === 0 && !report) return silent ? null : w.nothingWorks
  return (
    <ul className="schakel-plain">
      {dossier.commitments.map(({ id, text, life }) => (
        <li key={`t${id}`}>
          <Link href={commitmentPath(request, id)}>
            <Original language={language}>{text}</Original>
          </Link>
          <small>
            {words.life.commitmentState[life.state]},{' '}
            {life.due ? words.life.due[life.due.source](life.due.on) : words.life.due.none}
          </small>
        </li>
      ))}
      {claims.map((claim) => (
        <li key={`b${claim.id}`}>
          <Link href={documentHref(request, claim.letter.document)}>{w.letter(claim.on)}</Link>
          <small>{words.terms.claim[claim.claim]}</small>
        </li>
      ))}
      {report && (
        <li>
          {w.interim(report.on)}: <Original language={language}>{report.reason}</Original>
        </li>
      )}
    </ul>
  )
}
