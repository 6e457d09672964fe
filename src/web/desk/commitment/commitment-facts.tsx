import type { ReactNode } from 'react'
import type { DeskCommitment } from '../../../council/index.ts'
import { EvidencePiece } from '../../components/evidence.tsx'
import { hasFallen } from '../../components/fallen.tsx'
import { Card, Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { ProgrammeWorks } from '../../components/programme-works.tsx'
import { termInWords } from '../../components/term.ts'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'
import { OfferedDone } from '../evidence/offered-done.tsx'
import { worksHere } from '../programme/works-here.ts'
import { anchors } from './posted-step.ts'

type Props = { request: DeskRequest; commitment: DeskCommitment; rule: string | null }

/** Its dates, the letter's own and ours apart; extensions, relations, and what shows that it was kept. */
export function CommitmentFacts({ request, commitment, rule }: Props) {
  const { words, language } = request
  const w = words.commitmentDesk
  const { life, due } = commitment
  const related = (id: number, how: string) => (
    <p key={`${id} ${how}`}>
      {how}:{' '}
      <a className="utrecht-link utrecht-link--html-a" href={commitmentPath(request, id)}>
        {w.title(id).toLocaleLowerCase(language)}
      </a>
    </p>
  )
  return (
    <Card>
      <Facts
        items={[
          {
            term: w.inLetter,
            value: commitment.passage && (
              <>
                <q lang="nl">{commitment.passage.text}</q>{' '}
                <PassageLink request={request} passage={commitment.passage} />
              </>
            ),
          },
          {
            term: w.ownWords,
            value: (
              <>
                {termInWords(due, words)}
                {due && (
                  <span className="schakel-hint">
                    {' '}
                    <Original language={language}>“{due.text}”</Original>, {words.terms.rule[due.rule]}
                  </span>
                )}
              </>
            ),
          },
          { term: w.check, value: due?.notAfter && !life.check ? null : checkSaid(w, life, rule) },
          {
            term: w.due,
            value: life.due ? words.life.due[life.due.source](life.due.on) : words.life.due.none,
          },
          { term: w.missed, value: life.missedOn && words.public.date(life.missedOn) },
          {
            term: w.extensions,
            value:
              life.extensions.length === 0
                ? null
                : life.extensions.map((one) => (
                    <p key={`${one.on} ${one.to}`}>
                      {w.extension(one.from, one.to, one.on)}{' '}
                      <Original language={language}>{one.reason}</Original>{' '}
                      <PassageLink request={request} passage={one.passage} />
                    </p>
                  )),
          },
          {
            term: w.relations,
            value:
              life.relations.length + life.later.length === 0 ? null : (
                <>
                  {life.relations.map((one) =>
                    one.earlier !== null ? (
                      related(one.earlier, words.life.relation[one.kind])
                    ) : (
                      <p key={`motion ${one.motion}`}>{words.life.relation[one.kind]}</p>
                    ),
                  )}
                  {life.later.map((one) => related(one.commitment, words.life.relationLater[one.kind]))}
                </>
              ),
          },
          { term: words.programmeEvidence.works, value: worksOn(request, commitment) },
          {
            term: words.programmeEvidence.offeredTitle,
            value:
              commitment.done.length === 0 ? null : (
                <OfferedDone
                  request={request}
                  done={commitment.done}
                  href={
                    commitment.steps.includes('keep')
                      ? (key) =>
                          `${commitmentPath(request, commitment.id)}?stap=${anchors.keep}&bewijs=${key}#${anchors.keep}`
                      : null
                  }
                />
              ),
          },
          {
            term: w.kept,
            value:
              life.kept.length === 0
                ? null
                : life.kept.map((one) => (
                    <div key={`${one.on} ${one.how}`}>
                      <p>
                        {w.keptOn(words.life.kept[one.how], one.on)}{' '}
                        {one.reason && <Original language={language}>{one.reason}</Original>}
                      </p>
                      <ul className="schakel-topics">
                        {one.evidence.map((piece, index) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the order is that of the record
                          <li key={index}>
                            <EvidencePiece request={request} piece={piece} />
                          </li>
                        ))}
                      </ul>
                      {hasFallen(one.evidence) && (
                        <p className="schakel-attention">{words.programmeEvidence.flagKept}</p>
                      )}
                    </div>
                  )),
          },
        ]}
      />
    </Card>
  )
}

/** The actions that serve it; that nothing works on it is news only while a programme runs and it is not done. */
function worksOn(request: DeskRequest, commitment: DeskCommitment): ReactNode {
  const { programme, life, id } = commitment
  const { works, href } = worksHere(request, programme, { kind: 'commitment', of: id })
  if (works.length > 0) {
    return <ProgrammeWorks request={request} works={works} href={href} />
  }
  const waits = life.state === 'open' || life.state === 'late'
  return programme.runs && waits ? request.words.programmeEvidence.nothing : null
}

function checkSaid(
  w: DeskRequest['words']['commitmentDesk'],
  { check }: DeskCommitment['life'],
  rule: string | null,
): string {
  if (!check) return w.checkUnset
  if (!check.on || check.source === 'none-agreed') return w.checkNone
  return check.source === 'ours' ? w.checkOurs(check.on, rule) : w.checkClerk(check.on)
}
