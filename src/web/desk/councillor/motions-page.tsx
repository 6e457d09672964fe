import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { type CouncillorMotions, councillorMotions, type ListedMatter } from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'
import { Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { outcomeInWords } from '../../components/term.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { motionHref } from '../../public/addresses.ts'
import { deskMotionPath, matterPath } from '../desk-paths.ts'
import { matterStanding } from '../matter/matter-state.ts'
import { anchors } from '../matter/steps.ts'
import { CommitmentRows } from '../matter/work-rows.tsx'

/** Most rows of one list; the register has the rest. */
const most = 200

/** "Mijn moties": where they stand, what waits for the councillor, what was promised. */
export async function motionsPage(request: DeskRequest): Promise<Answer> {
  return motionsScreen(request, await request.transact(councillorMotions))
}

export function motionsScreen(request: DeskRequest, found: CouncillorMotions): Screen {
  const { words } = request
  const w = words.matterDesk.councillor
  const title = words.shell.deskNav.home.councillor
  const followed = found.motions.filter(({ outcome }) => outcome === 'adopted' || outcome === 'taken-over')
  const others = found.motions.filter((one) => !followed.includes(one))
  return {
    title,
    nav: 'desk',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{title}</Heading1>
          <p className="schakel-soft">{leadOf(found, words)}</p>
          {!found.person && (
            <p>
              <Link href={hrefHere(request, '/moties')}>{w.register}</Link>
            </p>
          )}
        </Stack>
        {found.person && (
          <>
            <Waiting request={request} found={found} />
            {followed.length > 0 && (
              <section className="schakel-work" aria-labelledby="moties">
                <Heading2 id="moties">{w.motions}</Heading2>
                <ul>
                  {followed.slice(0, most).map((motion) => (
                    <li key={motion.id} className="schakel-work__row">
                      <span className="schakel-work__when">{motion.number ?? ''}</span>
                      <span className="schakel-work__what">
                        <Link href={deskMotionPath(request, motion)}>
                          <Original language={request.language}>{motion.title}</Original>
                        </Link>
                        <small>
                          {capitalise(outcomeInWords(motion.outcome, motion.dated, words))}.{' '}
                          {capitalise(standingOf(motion.matters, words))}.
                        </small>
                      </span>
                      <Link
                        href={motionHref(request, motion)}
                        aria-label={`${w.publicPage}: ${motion.title}`}
                      >
                        {w.publicPage}
                      </Link>
                    </li>
                  ))}
                </ul>
                <More request={request} n={followed.length - most} />
              </section>
            )}
            <CommitmentRows
              request={request}
              title={w.due}
              none={w.dueNone}
              commitments={found.commitments}
            />
            {others.length > 0 && (
              <section className="schakel-work" aria-labelledby="niet-gevolgd">
                <Heading2 id="niet-gevolgd">{w.notFollowed}</Heading2>
                <ul>
                  {others.slice(0, most).map((motion) => (
                    <li key={motion.id} className="schakel-work__row">
                      <span className="schakel-work__when">{motion.number ?? ''}</span>
                      <span className="schakel-work__what">
                        <Link href={motionHref(request, motion)}>
                          <Original language={request.language}>{motion.title}</Original>
                        </Link>
                        <small>{capitalise(outcomeInWords(motion.outcome, motion.dated, words))}</small>
                      </span>
                    </li>
                  ))}
                </ul>
                <More request={request} n={others.length - most} />
              </section>
            )}
          </>
        )}
      </Stack>
    ),
  }
}

function More({ request, n }: { request: DeskRequest; n: number }) {
  if (n <= 0) return null
  const w = request.words.matterDesk.councillor
  return (
    <p className="schakel-hint">
      {w.more(n)} <Link href={hrefHere(request, '/moties')}>{w.register}</Link>
    </p>
  )
}

function leadOf(found: CouncillorMotions, { matterDesk }: Words): string {
  const w = matterDesk.councillor
  if (!found.person) return w.notLinked
  return found.whose === 'own'
    ? w.lead(found.person.name, found.motions.length)
    : w.leadParty(found.parties, found.motions.length)
}

/** "2 in behandeling, 1 heropend". */
export function standingOf(matters: readonly ListedMatter[], words: Words): string {
  if (matters.length === 0) return words.matterDesk.councillor.noRequests
  const counts = new Map<string, number>()
  for (const { proposal, ...matter } of matters) {
    const standing = matterStanding({ ...matter, held: proposal?.state === 'held' }, words)
    counts.set(standing, (counts.get(standing) ?? 0) + 1)
  }
  if (matters.length === 1) return [...counts.keys()].join('')
  return words.life.list([...counts].map(([standing, n]) => words.matterDesk.councillor.counted(n, standing)))
}

/** Proposals that this councillor may object to, the first that closes first. Not those of their party: only a submitter objects. */
export function mayStillObject(found: CouncillorMotions): ListedMatter[] {
  if (found.whose !== 'own') return []
  return found.motions
    .flatMap(({ matters }) => matters)
    .filter(({ proposal }) => proposal !== null && proposal.object === null)
    .sort((a, b) => a.proposal!.objectionUntil!.localeCompare(b.proposal!.objectionUntil!) || a.id - b.id)
}

function Waiting({ request, found }: { request: DeskRequest; found: CouncillorMotions }) {
  const { words } = request
  const w = words.matterDesk.councillor
  const waiting = mayStillObject(found)
  return (
    <section className="schakel-work" aria-labelledby="wacht">
      <Heading2 id="wacht">{w.waits}</Heading2>
      {waiting.length === 0 ? (
        <Paragraph>{w.waitsNone}</Paragraph>
      ) : (
        <ul>
          {waiting.map(({ id, text, motion, proposal }) => (
            <li key={id} className="schakel-work__row">
              <span className="schakel-work__when">{words.public.date(proposal!.objectionUntil!)}</span>
              <span className="schakel-work__what">
                <Link href={matterPath(request, id)}>
                  <Original language={request.language}>{capitalise(text)}</Original>
                </Link>
                <small>
                  {motion.number ? `${motion.number}: ` : ''}
                  <Original language={request.language}>{motion.title}</Original>
                </small>
                <small>{w.mayObject(words.life.outcome[proposal!.outcome], proposal!.objectionUntil!)}</small>
              </span>
              <a
                className="utrecht-button-link utrecht-button-link--html-a utrecht-button-link--primary-action schakel-slim"
                href={matterPath(request, id, anchors.object)}
                aria-label={`${w.object}: ${text}`}
              >
                {w.object}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
