import { Heading1, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type DeskDocument,
  deskDocument,
  type LetterCoverage,
  letterCoverage,
} from '../../../council/index.ts'
import { capitalise, formatDate } from '../../../words/format.ts'
import { Chip, type Tone } from '../../components/chip.tsx'
import { OverLine, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { deskMotionPath, documentIn, documentPath, matterPath, withdrawPath } from '../desk-paths.ts'
import { matterStanding } from '../matter/matter-state.ts'
import { anchors } from '../matter/steps.ts'

/** Which passage of a registered letter answers which request, and which requests nothing answers. */
export async function coveragePage(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  return request.transact(async (ctx) =>
    coverageScreen(request, await deskDocument(ctx, { document }), await letterCoverage(ctx, { document })),
  )
}

type Motion = LetterCoverage['motions'][number]
type Matter = Motion['matters'][number]

export function coverageScreen(
  request: DeskRequest,
  document: Pick<DeskDocument, 'document' | 'title' | 'fileName' | 'dated' | 'published'>,
  found: LetterCoverage,
): Screen {
  const { words, language } = request
  const w = words.coverage
  const name = document.title ?? document.fileName
  const here = `/${request.municipality.slug}/bureau/post`
  return {
    title: w.title,
    nav: 'post',
    crumbs: [
      { label: words.desk.title, path: here },
      {
        label: <Original language={language}>{name}</Original>,
        path: `${here}/${document.document}`,
      },
    ],
    body: (
      <Stack size="l">
        <Stack size="s">
          <OverLine
            items={[
              <Original key="name" language={language}>
                {name}
              </Original>,
              document.dated && formatDate(document.dated, language),
            ].filter(Boolean)}
          />
          <Heading1>{w.title}</Heading1>
          {found.motions.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <>
              <Paragraph>{w.lead(found.own, found.shared, found.unanswered)}</Paragraph>
              {found.shared > 0 && <p className="schakel-soft">{w.howTo}</p>}
            </>
          )}
          {document.published && (
            <p>
              <Link href={documentPath(request, document.published)}>{w.toLetter}</Link>
            </p>
          )}
          {request.actor.role === 'clerk' && (
            <p>
              <Link href={withdrawPath(request, document.document)}>{request.words.withdraw.title}</Link>
            </p>
          )}
        </Stack>
        {found.motions.map((one) => (
          <MotionCoverage key={one.motion.id} request={request} found={one} />
        ))}
      </Stack>
    ),
  }
}

function MotionCoverage({ request, found: { motion, matters } }: { request: DeskRequest; found: Motion }) {
  const { words, language } = request
  const id = `motie-${motion.id}`
  return (
    <section className="schakel-work" aria-labelledby={id}>
      <Heading2 id={id}>
        <Link href={deskMotionPath(request, motion)}>
          <Original language={language}>{[motion.number, motion.title].filter(Boolean).join(' ')}</Original>
        </Link>
      </Heading2>
      {matters.length === 0 ? (
        <Paragraph>{words.coverage.nothingFollowed}</Paragraph>
      ) : (
        <ul>
          {matters.map((matter) => (
            <MatterCoverage key={matter.id} request={request} matter={matter} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** A gap is no fault of the letter's writer: it waits for whoever reads. */
const tones: Record<Matter['kind'], Tone> = { own: 'open', shared: 'wait', none: 'none' }

function MatterCoverage({ request, matter }: { request: DeskRequest; matter: Matter }) {
  const { words, language } = request
  const w = words.coverage
  const { suggestion, state } = matter
  const proposable = state !== 'settled' && state !== 'proposed'
  const label = proposable ? w.propose : w.see
  return (
    <li className="schakel-work__row schakel-coverage">
      <span>
        <Chip tone={tones[matter.kind]}>
          {{ own: w.own, shared: w.shared, none: w.nothing }[matter.kind]}
        </Chip>
      </span>
      <div className="schakel-work__what">
        <Heading3>
          <Original language={language}>{capitalise(matter.text)}</Original>
        </Heading3>
        {matter.claims.length === 0 && <p>{w.noneSaid}</p>}
        {matter.claims.map((claim) => (
          <p key={claim.id}>
            {capitalise(words.terms.claim[claim.claim])}
            {claim.basis !== 'unstated' && `, ${words.terms.basis[claim.basis]}`}
            {claim.text && (
              <>
                {': '}
                <q lang="nl">{claim.text}</q>
              </>
            )}{' '}
            <PassageLink request={request} passage={claim.passage} />
          </p>
        ))}
        <small>
          {suggestion.outcome ? w.suggests(words.life.outcome[suggestion.outcome]) : w.suggestsNothing}{' '}
          {suggestion.reason !== 'no-claim' && words.life.suggestion[suggestion.reason]}{' '}
          {words.life.settledBy[suggestion.settledBy]}
        </small>
        <small>{capitalise(matterStanding({ state, outcome: matter.outcome, held: false }, words))}</small>
      </div>
      <a
        className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim"
        href={matterPath(request, matter.id, proposable ? anchors.propose : undefined)}
        aria-label={`${label}: ${matter.text}`}
      >
        {label}
      </a>
    </li>
  )
}
