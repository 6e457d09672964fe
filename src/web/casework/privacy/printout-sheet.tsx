import { Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { CaseCtx } from '../../../case-ctx.ts'
import { dayOf } from '../../../days.ts'
import type { Printout, Trajectory } from '../../../reintegration/index.ts'
import { groundNamed, namesOf, shareCategory, termRuleNamed } from '../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { type Fact, Facts, Stack } from '../../components/layout.tsx'
import type { StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'
import { sayWhen } from './looked-section.tsx'

/** Names of whoever is named by account in it. */
export const namesIn = (ctx: CaseCtx, printed: Printout): Promise<Map<string, string>> =>
  namesOf(ctx, [
    ...printed.looked.map(({ accountId }) => accountId),
    ...printed.shares.flatMap(({ messages }) => messages.map(({ by }) => by)),
    ...printed.goals.flatMap(({ agreedWith }) => agreedWith ?? []),
  ])

type Given = {
  request: StaffRequest
  trajectory: Trajectory
  printed: Printout
  names: ReadonlyMap<string, string>
  places: boolean
}
type Block = { title: string; items: readonly string[] }

/** The printout itself: plain headings and lines, so that it reads on paper. */
export function PrintoutSheet(given: Given) {
  const { request, trajectory, places } = given
  const { language, words } = request
  const w = words.casePrivacy.printout
  const today = formatDate(dayOf(request.now), language)
  return (
    <Stack size="l">
      <Stack size="s">
        <Heading1>{w.title}</Heading1>
        <Paragraph>{w.head(trajectory.number, today)}</Paragraph>
      </Stack>
      <Stack size="s">
        <Heading2>{w.not}</Heading2>
        <ul>
          {[places ? w.notPlacesOthers : w.notPlaces, w.notFiles, w.notHistory, w.notTrail].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Stack>
      <Stack size="s">
        <Heading2>{w.facts}</Heading2>
        <Facts items={factsOf(given)} />
      </Stack>
      <Stack size="s">
        <Heading2>{w.identity}</Heading2>
        <Facts
          items={Object.entries(given.printed.identity).map(([field, value]) => ({
            term: words.caseDesk.identity.fields[field as keyof typeof words.caseDesk.identity.fields],
            value,
          }))}
        />
      </Stack>
      {blocksOf(given).map(({ title, items }) => (
        <Stack key={title} size="s">
          <Heading2>{title}</Heading2>
          {items.length === 0 ? (
            <Paragraph>{w.nothing}</Paragraph>
          ) : (
            <ul>
              {items.map((item, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines in a fixed order
                <li key={at} className="schakel-as-typed">
                  {item}
                </li>
              ))}
            </ul>
          )}
        </Stack>
      ))}
      <p className="schakel-no-print">
        <Link href={caseHref(request, `/trajecten/${trajectory.number}`)}>{w.again}</Link>
      </p>
    </Stack>
  )
}

function factsOf({ request, trajectory }: Given): Fact[] {
  const { language, words } = request
  const w = words.caseDesk
  const day = (value: string | null) => value && formatDate(value, language)
  return [
    { term: words.casePrivacy.printout.opened, value: day(dayOf(trajectory.openedAt)) },
    { term: w.facts.state, value: w.states[trajectory.state] },
    { term: w.facts.phase, value: w.phases[trajectory.phase] },
    { term: w.facts.residence, value: w.residences[trajectory.residence] },
    { term: w.facts.residenceUntil, value: day(trajectory.residenceUntil) },
    { term: words.casePrivacy.printout.words, value: trajectory.title },
    { term: words.casePrivacy.printout.caution, value: trajectory.caution },
    { term: w.facts.reviewed, value: day(trajectory.safetyReviewedOn) },
    { term: w.facts.review, value: day(trajectory.safetyReviewOn) },
    { term: w.close.why, value: trajectory.closure && w.closures[trajectory.closure] },
  ]
}

function blocksOf({ request, printed, names, places }: Given): Block[] {
  const { language, words } = request
  const w = words.casePrivacy.printout
  const desk = words.caseDesk
  const on = (at: Date) => formatDate(dayOf(at), language)
  const span = (from: Date, until: Date | null) =>
    [w.from(on(from)), ...(until ? [w.untilDay(on(until))] : [])].join(' ')
  const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join('. ')
  return [
    {
      title: w.grounds,
      items: printed.grounds.map(({ kind, law, from, until, withdrawnAt }) =>
        join(
          `${desk.grounds[kind]} (${groundNamed(law)?.article ?? law}), ${span(from, until)}`,
          withdrawnAt && w.withdrawn(on(withdrawnAt)),
        ),
      ),
    },
    {
      title: w.team,
      items: printed.team.map(
        (one) => `${one.name}, ${desk.team.parts[one.part]}, ${span(one.from, one.until)}`,
      ),
    },
    {
      title: w.goals,
      items: printed.goals.map((goal) =>
        join(
          `${words.casePlan.domains[goal.domain]}: ${goal.words}`,
          goal.step && `${w.step}: ${goal.step}`,
          goal.dueOn && w.untilDay(formatDate(goal.dueOn, language)),
        ),
      ),
    },
    {
      title: w.appointments,
      items: printed.appointments.map((one) =>
        join(
          `${on(one.at)}, ${formatTime(one.at, language)}, ${words.caseAppointments.kinds[one.kind]}`,
          one.body,
          one.goesAlongName,
          one.place,
        ),
      ),
    },
    {
      title: w.notes,
      items: printed.notes.map((note) => `${w.by(note.by ?? '', on(note.at))}: ${note.body}`),
    },
    {
      title: w.files,
      items: printed.notes.flatMap(({ attachments }) =>
        attachments.map((file) => `${file.name} (${file.kind.toUpperCase()}), ${on(file.at)}`),
      ),
    },
    {
      title: w.contacts,
      items: printed.contacts.map(
        (one) =>
          `${one.who}: ${words.caseNetwork.verdicts[one.verdict]}, ${words.caseNetwork.kinds[one.kind]}`,
      ),
    },
    {
      title: w.terms,
      items: printed.terms.map((term) =>
        join(
          `${termRuleNamed(term.rule, term.startedOn)?.name[language] ?? term.rule}, ${w.from(formatDate(term.startedOn, language))} ${w.untilDay(formatDate(term.dueOn, language))}`,
          words.caseTerms.states[term.state],
        ),
      ),
    },
    {
      title: w.shares,
      items: printed.shares.flatMap((share) => [
        join(
          `${share.organisation}, ${span(share.from, share.until)}`,
          `${desk.grounds[share.ground]} (${groundNamed(share.law)?.article ?? share.law})`,
          share.stoppedAt && w.stopped(on(share.stoppedAt)),
        ),
        ...share.items.map(
          ({ category, text }) => `${shareCategory(category)?.label[language] ?? category}: ${text}`,
        ),
        ...share.messages.map(
          (one) => `${w.by(names.get(one.by) ?? share.organisation, on(one.at))}: ${one.text}`,
        ),
      ]),
    },
    {
      title: w.messages,
      items: printed.messages.map(
        (one) => `${w.by(one.hers ? w.you : (one.name ?? ''), on(one.at))}: ${one.text}`,
      ),
    },
    {
      title: w.emergencies,
      items: printed.emergencies.map(
        (one) => `${one.by}, ${on(one.from)}, ${formatTime(one.from, language)}: ${one.reason}`,
      ),
    },
    {
      title: w.looked,
      items: printed.looked.map((look) =>
        join(
          sayWhen(request, look, names.get(look.accountId) ?? words.casePrivacy.looked.someone),
          [
            look.deeds.map((deed) => words.casePrivacy.looked.deeds[deed]).join(', '),
            desk.purposes[look.emergency ? 'emergency' : look.purpose],
          ].join(', '),
        ),
      ),
    },
    ...(places
      ? [
          {
            title: w.placesTitle,
            items: printed.places.map(({ kind, text }) => `${desk.places.kinds[kind]}: ${text}`),
          },
        ]
      : []),
  ]
}
