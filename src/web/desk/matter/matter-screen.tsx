import { Heading1, Heading2, Link } from '@utrecht/component-library-react'
import { capitalise } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { Card, Columns, OverLine } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { PassageLink } from '../../components/passage-link.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { motionHref } from '../../public/addresses.ts'
import { deskMotionPath, matterPath } from '../desk-paths.ts'
import { Course } from './course.tsx'
import { freshEvidence } from './fresh-evidence.ts'
import type { MatterView, Sent } from './load-matter.ts'
import { MatterFacts } from './matter-facts.tsx'
import { matterStanding, matterTone } from './matter-state.ts'
import { StepForms } from './step-forms.tsx'
import { anchors, type FormKey } from './steps.ts'

type Input = { view: MatterView; sent: Sent | null; done: FormKey | null }

/** One matter at the desk: how it stands, what can be done, how it went. */
export function matterScreen(request: DeskRequest, { view, sent, done }: Input): Screen {
  const { words, language } = request
  const { matter, dossier } = view
  const { motion } = dossier
  const w = words.matterDesk
  const kicker = w.page.kicker(motion.number)
  const waits =
    matter.state === 'settled' ? freshEvidence(view).length > 0 : matter.suggestion.outcome !== null
  return {
    title: `${sent?.problem ? `${w.problem.prefix}: ` : ''}${capitalise(matter.text)}`,
    nav: 'desk',
    status: !sent?.problem ? 200 : sent.problem.status,
    crumbs: [
      { label: words.shell.deskNav.home[view.role], path: `/${request.municipality.slug}/bureau` },
      {
        label: motion.number ? `${kicker}: ${motion.title}` : motion.title,
        path: `/${request.municipality.slug}/bureau/moties/${motion.year}/${motion.slug}`,
      },
    ],
    body: (
      <article>
        <OverLine
          items={[kicker, ...(view.matters.length > 1 ? [w.page.partOf(view.matters.length)] : [])]}
        />
        <Heading1>
          <Original language={language}>{capitalise(matter.text)}</Original>
        </Heading1>
        <Columns aside={<Beside request={request} view={view} />}>
          {done && <Done request={request} view={view} done={done} />}
          <Fresh request={request} view={view} />
          <Card labelledBy="stand">
            <div className="schakel-head">
              <Heading2 id="stand">{w.page.stands}</Heading2>
              <Chip tone={matterTone(matter)}>{matterStanding(matter, words)}</Chip>
            </div>
            <MatterFacts request={request} view={view} />
          </Card>
          <ReadOnly request={request} view={view} />
          <StepForms request={request} view={view} sent={sent} waits={waits} />
          <Part id="verloop" title={w.page.course}>
            <Course request={request} view={view} />
          </Part>
        </Columns>
      </article>
    ),
  }
}

type Props = { request: DeskRequest; view: MatterView }

function Done({ request, view, done }: Props & { done: FormKey }) {
  const w = request.words.matterDesk
  const undoable = view.forms.some(({ key, why }) => key === 'undo' && why === null)
  return (
    <p className="schakel-done" role="status" id="gedaan">
      {w.done[done]} {undoable && done !== 'undo' && <Link href={`#${anchors.undo}`}>{w.page.undoLast}</Link>}
    </p>
  )
}

/** What came in after the decision, with the step that is left to a person. */
function Fresh({ request, view }: Props) {
  const found = freshEvidence(view)
  if (found.length === 0) return null
  const { fresh } = request.words.matterDesk
  const reopens = view.forms.some(({ key, why }) => key === 'reopen' && why === null)
  return (
    <section className="schakel-attention" aria-labelledby="nieuw-bewijs">
      <h2 id="nieuw-bewijs">{fresh.title}</h2>
      <ul>
        {found.map((one) =>
          one.kind === 'kept' ? (
            <li key={`t${one.commitment}`}>
              <Original language={request.language}>{fresh.kept(one.text)}</Original>{' '}
              {one.passages.map((passage) => (
                <PassageLink
                  key={`${passage.document.id} ${passage.text}`}
                  request={request}
                  passage={passage}
                />
              ))}
            </li>
          ) : (
            <li key={`b${one.claim.id}`}>
              {fresh.letter(one.claim.on)} <PassageLink request={request} passage={one.claim.passage} />
            </li>
          ),
        )}
      </ul>
      <p className="schakel-small">
        {fresh.what} {reopens && <Link href={`#${anchors.reopen}`}>{fresh.link}</Link>}
      </p>
    </section>
  )
}

function ReadOnly({ request, view }: Props) {
  const { role, forms } = view
  if (role !== 'councillor' && role !== 'policy-officer') return null
  if (forms.some(({ why }) => why === null)) return null
  return <p>{request.words.matterDesk.page.read(role)}</p>
}

function Beside({ request, view }: Props) {
  const { words, language } = request
  const w = words.matterDesk
  const { motion } = view.dossier
  const others = view.matters.filter((one) => one.id !== view.matter.id)
  return (
    <>
      <Card>
        <ul className="schakel-links">
          <li>
            <Link href={deskMotionPath(request, motion)}>{w.page.toMotion}</Link>
          </li>
          <li>
            <Link href={motionHref(request, motion)}>{w.motion.publicPage}</Link>
          </li>
        </ul>
      </Card>
      {others.length > 0 && (
        <Card labelledBy="andere">
          <Heading2 id="andere">{w.page.others}</Heading2>
          <ul className="schakel-plain">
            {others.map((one) => (
              <li key={one.id}>
                <Link href={matterPath(request, one.id)}>
                  <Original language={language}>{one.text}</Original>
                </Link>
                <small>{matterStanding(one, words)}</small>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
