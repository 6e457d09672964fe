import { Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import { type UnservedRequest, unservedRequests } from '../../../../council/index.ts'
import { programmeReader, programmes } from '../../../../programme/index.ts'
import { capitalise } from '../../../../words/format.ts'
import { Chip } from '../../../components/chip.tsx'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { matterPath } from '../../desk-paths.ts'
import { programmeTones } from '../frame.tsx'
import { beginPath, programmePath, sourcesPath } from '../paths.ts'
import { weekPath } from '../work/paths.ts'
import { WayTo } from './form-page.tsx'

/** So many stand open; the rest is behind its number. */
const shown = 8

/** All programmes of the municipality, the newest first; and what the council asked that no action works on. */
export async function programmesPage(request: DeskRequest): Promise<Answer> {
  const { words, language, municipality } = request
  const w = words.programmePlan.list
  const { all, unserved } = await request.transact(async (ctx) => ({
    all: await programmes(programmeReader(ctx), municipality.slug),
    unserved: await unservedRequests(ctx),
  }))
  const begun = all.some(({ state }) => state === 'draft' || state === 'adopted')
  return {
    title: w.title,
    nav: 'programme',
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
          {all.length === 0 && <Paragraph>{w.none}</Paragraph>}
          {all.length > 0 && (
            <ul className="schakel-plan-actions schakel-plan-actions--wide">
              {all.map((one) => (
                <li key={one.id}>
                  <span>
                    <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, one.slug)}>
                      <Original language={language}>{one.title}</Original>
                    </a>
                    <small className="schakel-hint">{words.programme.years(one.startsOn, one.endsOn)}</small>
                  </span>
                  <Chip tone={programmeTones[one.state]}>{words.programme.state[one.state]}</Chip>
                </li>
              ))}
            </ul>
          )}
          <p className="schakel-actions">
            <WayTo href={beginPath(request)} primary={!begun}>
              {w.begin}
            </WayTo>
            <a className="utrecht-link utrecht-link--html-a" href={weekPath(request)}>
              {words.programmeWork.week.title}
            </a>
            <a className="utrecht-link utrecht-link--html-a" href={sourcesPath(request)}>
              {w.sources}
            </a>
          </p>
        </Stack>
        <Unserved request={request} requests={unserved} />
      </Stack>
    ),
  }
}

function Unserved({ request, requests }: { request: DeskRequest; requests: readonly UnservedRequest[] }) {
  const w = request.words.programmePlan
  return (
    <section aria-labelledby="niets">
      <Stack>
        <Heading2 id="niets">{w.list.unservedTitle}</Heading2>
        {requests.length === 0 ? (
          <Paragraph>{w.list.unservedNone}</Paragraph>
        ) : (
          <>
            <Paragraph>{capitalise(w.list.unserved(requests.length))}.</Paragraph>
            <Requests request={request} requests={requests.slice(0, shown)} />
            {requests.length > shown && (
              <details className="schakel-fold">
                <summary>{w.list.unservedMore(requests.length - shown)}</summary>
                <Requests request={request} requests={requests.slice(shown)} />
              </details>
            )}
          </>
        )}
      </Stack>
    </section>
  )
}

function Requests({ request, requests }: { request: DeskRequest; requests: readonly UnservedRequest[] }) {
  const { words, language } = request
  return (
    <ul className="schakel-plan-served">
      {requests.map(({ matter, text, motion }) => (
        <li key={matter}>
          <span>
            <a className="utrecht-link utrecht-link--html-a" href={matterPath(request, matter)}>
              <Original language={language}>{text}</Original>
            </a>
            <small className="schakel-hint">
              {words.programmePlan.serve.of([motion.number, motion.title].filter(Boolean).join(' '))}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
