import { Heading1, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type AttentionItem,
  attention,
  type DeskMatter,
  type DeskMotion,
  dayOf,
  mergedIntoAtDesk,
  motionAtDesk,
} from '../../../council/index.ts'
import type { Role } from '../../../ctx.ts'
import { NotFound } from '../../../errors.ts'
import { programmeRoles } from '../../../programme/index.ts'
import { capitalise } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { Card, Columns, Facts, OverLine } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { outcomeInWords } from '../../components/term.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { documentHref, motionHref } from '../../public/addresses.ts'
import { commitmentPath, deskMotionPath, matterPath } from '../desk-paths.ts'
import { correctPath, mergePath, partPath } from '../motion-paths.ts'
import { beginPath } from '../programme/paths.ts'
import { registerRoutes } from '../register-routes.ts'
import { stepBy, stepSentence } from './course.tsx'
import { freshEvidence } from './fresh-evidence.ts'
import { matterStanding, matterTone } from './matter-state.ts'
import { type NextStep, nextStep } from './next-step.ts'
import { anchors } from './steps.ts'
import { termLine } from './term-line.ts'
import { commitmentsFor, Works } from './works.tsx'

/** Whether this program can merge motions. */
const merges = registerRoutes.some(({ path }) => path.endsWith('/samenvoegen'))

type Found = DeskMotion & { items: AttentionItem[]; role: Role }

/** A motion at the desk: its matters, what works on them, and the next step of each. */
export async function deskMotionPage(request: DeskRequest): Promise<Answer> {
  const { year = '', slug = '' } = request.params
  if (!/^\d{4}$/.test(year)) throw new NotFound()
  const found = await request.transact(async (ctx): Promise<Found | Response> => {
    const stays = await mergedIntoAtDesk(ctx, { year: Number(year), slug })
    if (stays) return seeOther(deskMotionPath(request, stays))
    const motion = await motionAtDesk(ctx, { year: Number(year), slug })
    const { items } = await attention(ctx, { today: dayOf(ctx.now), motion: motion.dossier.motion.id })
    return { ...motion, items, role: request.actor.role }
  })
  return found instanceof Response ? found : deskMotionScreen(request, found)
}

export function deskMotionScreen(request: DeskRequest, found: Found): Screen {
  const { words, language } = request
  const { dossier, matters, items } = found
  const { motion } = dossier
  const w = words.matterDesk
  const waiting = matters.filter((one) => items.some((item) => item.matter?.id === one.id)).length
  const parties = [...new Set(dossier.submitters.flatMap(({ party }) => party?.name ?? []))]
  return {
    title: w.motion.title(motion.number),
    nav: 'desk',
    crumbs: [{ label: words.shell.deskNav.home[found.role], path: `/${request.municipality.slug}/bureau` }],
    body: (
      <article>
        <OverLine
          items={[
            words.public.numbered(motion.kind, motion.number),
            outcomeInWords(motion.outcome, motion.dated, words),
            ...(parties.length > 0 ? [words.public.by(parties)] : []),
          ]}
        />
        <Heading1>
          <Original language={language}>{motion.title}</Original>
        </Heading1>
        {news(request, dossier)}
        <Columns aside={<Beside request={request} found={found} />}>
          <Part id="onderdelen" title={w.motion.matters}>
            <Paragraph>
              {matters.length === 0 ? w.motion.none : capitalise(w.motion.lead(matters.length, waiting))}
            </Paragraph>
            {matters.length > 0 && (
              <ol className="schakel-asks">
                {matters.map((matter, index) => (
                  <Row
                    key={matter.id}
                    request={request}
                    matter={matter}
                    found={found}
                    number={index + 1}
                    item={items.find((one) => one.matter?.id === matter.id) ?? null}
                  />
                ))}
              </ol>
            )}
          </Part>
          <Commitments request={request} found={found} />
        </Columns>
      </article>
    ),
  }
}

/** What was just done with the motion as registered. */
function news(request: DeskRequest, { motion, merges, partings }: DeskMotion['dossier']) {
  const { query, words } = request
  const last = merges.at(-1)
  const parted = partings.findLast(({ other }) => other && other.slug === query.get('losgemaakt'))?.other
  if (parted)
    return (
      <p className="schakel-done" role="status">
        {words.parting.done} <Link href={deskMotionPath(request, parted)}>{words.parting.doneOther}</Link>
      </p>
    )
  if (query.has('samengevoegd') && last)
    return (
      <p className="schakel-done" role="status">
        {words.merge.done}{' '}
        <Link href={partPath(request, motion, last.id)} aria-label={words.parting.undoLong(last.title)}>
          {words.parting.undo}
        </Link>
      </p>
    )
  const said = query.has('samengevoegd')
    ? words.merge.done
    : query.get('verbeterd') === '1'
      ? words.correct.saved
      : query.get('verbeterd') === '0'
        ? words.correct.nothing
        : null
  return (
    said && (
      <p className="schakel-done" role="status">
        {said}
      </p>
    )
  )
}

type Props = { request: DeskRequest; found: Found }

function Row({
  request,
  found,
  matter,
  number,
  item,
}: Props & { matter: DeskMatter; number: number; item: AttentionItem | null }) {
  const { words, language } = request
  const { facts: w, motion } = words.matterDesk
  const latest = matter.history.findLast((one) => !one.undone && one.undoes === null)
  const { proposal, decision } = matter
  const fresh = freshEvidence({ dossier: found.dossier, matter }).length > 0
  const next = nextStep(matter, item?.next ?? (fresh ? 'reopen' : null), found.role)
  return (
    <li className="schakel-card schakel-ask" id={`onderdeel-${matter.id}`}>
      <span className="schakel-ask__number">{number}</span>
      <Heading3>
        <Link href={matterPath(request, matter.id)}>
          <Original language={language}>{capitalise(matter.text)}</Original>
        </Link>
      </Heading3>
      <Chip tone={matterTone(matter)}>{matterStanding(matter, words)}</Chip>
      {fresh && <p className="schakel-ask__wide schakel-soft">{words.matterDesk.fresh.title}.</p>}
      {item && (
        <p className="schakel-ask__wide schakel-soft">
          {capitalise(
            words.life.list(
              [item.reason, ...item.also].map((reason) =>
                words.life.attention[reason](reason === item.reason ? item.on : null),
              ),
            ),
          )}
          .
        </p>
      )}
      <Facts
        items={[
          {
            term: capitalise(w.owner),
            value: [
              matter.owner?.name ?? w.nobody,
              ...(found.role !== 'councillor' && matter.official
                ? [`${words.life.official}: ${matter.official.name}`]
                : []),
            ].join(' · '),
          },
          { term: capitalise(w.term), value: termLine(matter.term, words) },
          {
            term: capitalise(w.proposal),
            value:
              proposal &&
              `${capitalise(w.proposedOn(words.life.outcome[proposal.outcome], proposal.on))}. ${
                proposal.objectionUntil
                  ? proposal.objectionUntil >= dayOf(request.now)
                    ? w.objectUntil(proposal.objectionUntil)
                    : w.objectUntilPassed(proposal.objectionUntil)
                  : ''
              }`,
          },
          {
            term: capitalise(w.decision),
            value:
              decision &&
              matter.outcome &&
              capitalise(
                w.decidedOn(words.life.outcome[matter.outcome], words.life.body[decision.body], decision.on),
              ),
          },
          {
            term: capitalise(w.works),
            value: (
              <Works
                request={request}
                matter={matter}
                dossier={{
                  claims: found.dossier.claims,
                  ...(found.dossier.programme && { programme: found.dossier.programme }),
                  commitments: commitmentsFor(matter, found.dossier.commitments),
                }}
              />
            ),
          },
          {
            term: request.words.parting.asideTitle,
            value: found.dossier.setAside.some(({ standing }) => standing === matter.id) ? (
              <Link href={`${motionHref(request, found.dossier.motion)}#verzoek-${matter.request}`}>
                {request.words.parting.asideRead}
              </Link>
            ) : null,
          },
          {
            term: motion.latest,
            value: latest && (
              <>
                {motion.stepOf(
                  words.public.date(latest.on),
                  stepBy(latest, { role: found.role, matter }, words),
                  stepSentence(latest, words),
                )}{' '}
                <Link
                  href={`${matterPath(request, matter.id)}#verloop`}
                  aria-label={`${words.matterDesk.page.course}: ${matter.text}`}
                >
                  {words.matterDesk.page.course}
                </Link>
              </>
            ),
          },
        ]}
      />
      <NextButton request={request} matter={matter} next={next} />
    </li>
  )
}

function NextButton({ request, matter, next }: { request: DeskRequest; matter: DeskMatter; next: NextStep }) {
  const { words } = request
  const label = next ? words.life.next[next.says] : words.matterDesk.motion.look
  return (
    <div className="schakel-ask__wide schakel-actions">
      <a
        className={`utrecht-button-link utrecht-button-link--html-a utrecht-button-link--secondary-action schakel-slim`}
        href={matterPath(request, matter.id, next ? anchors[next.form] : undefined)}
        aria-label={`${label}: ${matter.text}`}
      >
        {label}
      </a>
    </div>
  )
}

function Commitments({ request, found }: Props) {
  const { words, language } = request
  const { commitments } = found.dossier
  if (commitments.length === 0) return null
  return (
    <Part id="toezeggingen" title={words.matterDesk.motion.commitments}>
      <ul className="schakel-list">
        {commitments.map(({ id, text, life }) => (
          <li key={id}>
            <h3>
              <Link href={commitmentPath(request, id)}>
                <Original language={language}>{text}</Original>
              </Link>
            </h3>
            <Chip tone={life.state === 'late' ? 'late' : life.state === 'open' ? 'wait' : 'open'}>
              {words.life.commitmentState[life.state]}
            </Chip>
            <p className="schakel-list__facts">
              {capitalise(life.due ? words.life.due[life.due.source](life.due.on) : words.life.due.none)}
              {found.items
                .filter((item) => item.commitment?.id === id)
                .map((item) => (
                  <b key={item.reason}>{capitalise(words.life.attention[item.reason](item.on))}</b>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** The motions that turned out to be this one, each with the way back. */
function Merged({ request, found }: Props) {
  const { motion, merges } = found.dossier
  const { words } = request
  const w = words.parting
  if (merges.length === 0) return null
  return (
    <Card labelledBy="samengevoegd">
      <Heading2 id="samengevoegd">{w.mergedTitle}</Heading2>
      <ul className="schakel-plain">
        {merges.map(({ id, on, title }) => (
          <li key={id}>
            {w.mergedWith(title, words.public.date(on))}{' '}
            <Link href={partPath(request, motion, id)} aria-label={w.undoLong(title)}>
              {w.undo}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Beside({ request, found }: Props) {
  const { words, language } = request
  const { motion, documents } = found.dossier
  const w = words.matterDesk.motion
  return (
    <>
      <Card>
        <ul className="schakel-links">
          <li>
            <Link href={motionHref(request, motion)}>{w.publicPage}</Link>
          </li>
          {motion.outcome === 'adopted' && programmeRoles.includes(found.role) && (
            <li>
              <Link href={`${beginPath(request)}?motie=${motion.id}`}>{words.programmeMany.fromMotion}</Link>
            </li>
          )}
          {found.role === 'clerk' && (
            <li>
              <Link href={correctPath(request, motion)}>{words.correct.title}</Link>
            </li>
          )}
          {found.role === 'clerk' && merges && (
            <li>
              <Link href={mergePath(request, motion)}>{w.merge}</Link>
            </li>
          )}
        </ul>
      </Card>
      {found.role === 'clerk' && merges && <Merged request={request} found={found} />}
      <Card labelledBy="stukken">
        <Heading2 id="stukken">{w.documents}</Heading2>
        {documents.length === 0 ? (
          <p className="schakel-hint">{w.noDocuments}</p>
        ) : (
          <ul className="schakel-plain">
            {documents.map((document) => (
              <li key={document.id}>
                <Link href={documentHref(request, document)}>
                  <Original language={language}>{document.title}</Original>
                </Link>
                <small>
                  {words.terms.kind[document.kind]}
                  {document.dated && `, ${words.public.date(document.dated)}`}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
