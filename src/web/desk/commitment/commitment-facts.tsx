import type { ReactNode } from 'react'
import type { DeskCommitment, DossierEvidence } from '../../../council/index.ts'
import { Card, Facts } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { termInWords } from '../../components/term.ts'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'

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
                          <li key={index}>{evidenceSaid(request, piece)}</li>
                        ))}
                      </ul>
                    </div>
                  )),
          },
        ]}
      />
    </Card>
  )
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

export function evidenceSaid(request: DeskRequest, evidence: DossierEvidence): ReactNode {
  if (evidence.kind === 'unknown') return request.words.life.evidenceUnknown
  return (
    <>
      <q lang="nl">{evidence.quotation}</q> <PassageLink request={request} passage={evidence.passage} />
    </>
  )
}
