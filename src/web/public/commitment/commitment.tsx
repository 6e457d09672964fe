import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type MotionProgramme,
  noProgramme,
  type PublicCommitment,
  programmeFor,
  publicCommitment,
  type ServedMatter,
} from '../../../council/index.ts'
import { capitalise, dateOf } from '../../../words/format.ts'
import { Chain } from '../../components/chain.tsx'
import { Card, Columns, OverLine, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import { Quote } from '../../components/quote.tsx'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { commitmentHref, commitmentIn, motionHref } from '../addresses.ts'
import { FollowBlock, feedAlternates } from '../feeds/follow-block.tsx'
import { PromiseChip, PromiseFacts } from '../motion/promises.tsx'
import { CommitmentSteps } from '../motion/steps.tsx'
import { ringsOf, shortOf } from './short.ts'

/** Everything about one commitment: its words, its days, what it is for, and how it ended. */
export async function commitmentPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const of = commitmentIn(request.params)
  const municipality = request.municipality.slug
  const today = dateOf(request.now)
  const found = await publicCommitment(request.publicDb, { municipality, commitment: of, today })
  const serves = [{ kind: 'commitment' as const, of }]
  return commitmentScreen(request, found, await programmeFor(request.publicDb, { municipality, serves }))
}

type Props = { request: MunicipalityRequest; found: PublicCommitment }

export function commitmentScreen(
  request: MunicipalityRequest,
  found: PublicCommitment,
  programme: MotionProgramme = noProgramme,
): Screen {
  const { words, language, municipality } = request
  const { commitment } = found
  const w = words.commitmentPage
  const today = dateOf(request.now)
  const short = shortOf(commitment, words, today)
  const scope = { kind: 'commitment', id: commitment.id } as const
  const [motion] = commitment.motions
  return {
    title: `${w.name(commitment.id)}: ${commitment.text}`,
    description: short.now,
    nav: 'commitments',
    alternates: feedAlternates(request, scope),
    crumbs: [
      { label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` },
      { label: words.public.commitments.title, path: `/${municipality.slug}/toezeggingen` },
    ],
    body: (
      <article>
        <OverLine
          items={[
            w.name(commitment.id),
            `${words.public.dossier.madeOn} ${words.public.date(commitment.madeOn)}`,
          ]}
        />
        <Heading1>
          <Original language={language}>{capitalise(commitment.text)}</Original>
        </Heading1>
        <Columns
          aside={<FollowBlock request={request} scope={scope} {...(motion && { motion: motion.id })} />}
        >
          <Card labelledBy="kort">
            <div className="schakel-head">
              <Heading2 id="kort">{w.inShort}</Heading2>
              <PromiseChip request={request} commitment={commitment} today={today} />
            </div>
            <Paragraph className="schakel-lead">{short.was.join(' ')}</Paragraph>
            <Paragraph className="schakel-lead schakel-lead--now">{short.now}</Paragraph>
            <Chain label={w.chain} rings={ringsOf(commitment, words, today)} />
          </Card>
          <Part id="beloofd" title={w.record}>
            <Stack>
              {commitment.passage ? (
                <p>
                  {w.words}: <Quote language={language}>{commitment.passage.text}</Quote>{' '}
                  <PassageLink request={request} passage={commitment.passage} />
                </p>
              ) : (
                <p className="schakel-soft">{w.wordsUnknown}</p>
              )}
              <PromiseFacts
                request={request}
                commitment={commitment}
                today={today}
                here={null}
                programme={programme}
              />
              <CommitmentSteps request={request} commitment={commitment} />
            </Stack>
          </Part>
          <Serves request={request} found={found} />
          <Related request={request} found={found} />
          <Paragraph className="schakel-soft schakel-small">{words.public.dossier.notVerdict}</Paragraph>
          <Paragraph>
            <Link href={hrefHere(request, '/toezeggingen')}>{w.toList}</Link>
          </Paragraph>
        </Columns>
      </article>
    ),
  }
}

function Serves({ request, found: { commitment, serves } }: Props) {
  const w = request.words.commitmentPage
  const rests = serves.filter((one) => one.rests)
  const rested = serves.filter((one) => !one.rests)
  return (
    <Part id="waarvoor" title={w.serves}>
      <Stack size="s">
        {commitment.motions.length === 0 ? (
          <p className="schakel-soft">{w.servesNone}</p>
        ) : (
          <ul className="schakel-links">
            {commitment.motions.map((motion) => (
              <li key={motion.id}>
                {w.servesMotion}{' '}
                <Link href={motionHref(request, motion)}>
                  <Original language={request.language}>
                    {[motion.number, motion.title].filter(Boolean).join(' ')}
                  </Original>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Matters request={request} lead={w.restsLead} matters={rests} />
        <Matters request={request} lead={w.restedLead} matters={rested} />
      </Stack>
    </Part>
  )
}

function Matters({
  request,
  lead,
  matters,
}: {
  request: MunicipalityRequest
  lead: string
  matters: readonly ServedMatter[]
}) {
  if (matters.length === 0) return null
  return (
    <>
      <p>{lead}</p>
      <ul className="schakel-links">
        {matters.map((one) => (
          <li key={one.id}>
            <Link href={motionHref(request, one.motion)}>
              <Original language={request.language}>{capitalise(one.text)}</Original>
            </Link>{' '}
            <span className="schakel-hint">
              {request.words.commitmentPage.stands(one.state, one.outcome)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Related({ request, found: { commitment, related } }: Props) {
  const w = request.words.commitmentPage
  const { relations, later } = commitment.life
  if (relations.length + later.length === 0) return null
  const line = (said: string, other: number | null) => {
    const one = related.find(({ id }) => id === other)
    return (
      <li key={`${said} ${other}`}>
        {said}{' '}
        {one && (
          <Link href={commitmentHref(request, one.id)}>
            <Original language={request.language}>{capitalise(one.text)}</Original>
          </Link>
        )}{' '}
        {one && <span className="schakel-hint">{request.words.public.date(one.madeOn)}</span>}
      </li>
    )
  }
  return (
    <Part id="verband" title={w.related}>
      <ul className="schakel-links">
        {relations.map(({ kind, earlier }) => line(w.relation[kind], earlier))}
        {later.map(({ kind, commitment: other }) =>
          kind === 'replaces-motion' ? null : line(w.later[kind], other),
        )}
      </ul>
    </Part>
  )
}
