import {
  calendarOf,
  domains,
  type Feed,
  type FeedEvent,
  type FeedMotion,
  type FeedScope,
  type FeedSubject,
  feedOf,
} from '../../../council/index.ts'
import { NotFound } from '../../../errors.ts'
import { capitalise, dateOf } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'
import { outcomeInWords } from '../../components/term.ts'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest } from '../../page.ts'
import { href, hrefHere } from '../../page.ts'
import { commitmentHref, commitmentIn, documentHref, motionHref, programmeActionHref } from '../addresses.ts'
import { oneOf, readYear } from '../register-query.ts'
import { type AtomEntry, atomOf } from './atom.ts'
import { scopePage, tagOf } from './feed-address.ts'
import { type IcalEvent, icalOf } from './ical.ts'

/** What the address asks for. @throws NotFound */
function scopeIn({ params }: PublicMunicipalityRequest): FeedScope {
  if (params.party !== undefined) return { kind: 'party', slug: params.party }
  if (params.domain !== undefined) {
    const domain = oneOf(domains, params.domain)
    if (!domain) throw new NotFound()
    return { kind: 'domain', domain }
  }
  if (params.commitment !== undefined) return { kind: 'commitment', id: commitmentIn(params) }
  if (params.slug === undefined) return { kind: 'all' }
  const year = readYear(params.year ?? null)
  if (year === null) throw new NotFound()
  return { kind: 'motion', year, slug: params.slug }
}

/** What happened, as an Atom feed. */
export async function atomPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const scope = scopeIn(request)
  const feed = await feedOf(request.publicDb, { municipality: request.municipality.slug, scope })
  return file(atomFeed(request, scope, feed), 'application/atom+xml')
}

/** Days that count, as a calendar. */
export async function calendarPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const scope = scopeIn(request)
  const calendar = await calendarOf(request.publicDb, {
    municipality: request.municipality.slug,
    scope,
    today: dateOf(request.now),
  })
  return file(calendarText(request, scope, calendar), 'text/calendar')
}

const file = (text: string, type: string) =>
  new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } })

const absolute = (request: MunicipalityRequest, path: string) => `${request.origin}${path}`
const tag = (request: MunicipalityRequest, id: string) =>
  tagOf(request.origin, request.municipality.slug, request.language, id)

/** What a feed or calendar is called. */
export function nameOf(request: MunicipalityRequest, scope: FeedScope, subject: FeedSubject): string {
  const { words, municipality } = request
  const { about } = words.feeds
  const place = words.shell.municipality(municipality.name)
  switch (scope.kind) {
    case 'all':
      return about.all(place)
    case 'motion':
      return about.motion(subject.motion ? motionName(subject.motion, words) : place)
    case 'party':
      return about.party(subject.party ?? scope.slug, place)
    case 'domain':
      return about.domain(words.terms.domain[scope.domain], place)
    case 'commitment':
      return about.commitment(subject.commitment ?? place)
  }
}

const motionName = (motion: FeedMotion, words: Words) =>
  words.feeds.titled(words.public.numbered(motion.kind, motion.number), motion.title)

function atomFeed(request: PublicMunicipalityRequest, scope: FeedScope, feed: Feed): string {
  const { words, municipality, language } = request
  return atomOf({
    id: tag(request, `feed${scopePage(scope)}`),
    language,
    title: nameOf(request, scope, feed.subject),
    subtitle: words.feeds.subtitle,
    self: absolute(request, href(request, request.path)),
    page: absolute(request, hrefHere(request, scopePage(scope))),
    author: {
      name: words.shell.municipality(municipality.name),
      uri: absolute(request, hrefHere(request, '')),
    },
    entries: feed.events.map((event) => entryOf(request, event)),
  })
}

function entryOf(request: MunicipalityRequest, event: FeedEvent): AtomEntry {
  const { words } = request
  const w = words.feeds
  const { fact, motion } = event
  const what = whatHappened(event, words)
  const name = motion ? motionName(motion, words) : words.shell.municipality(request.municipality.name)
  const title = w.titled(name, what.replace(/\.$/, ''))
  return {
    id: tag(request, event.id),
    title: event.undone ? w.undoneTitle(title) : title,
    published: event.published,
    updated: event.updated,
    link: absolute(
      request,
      fact.kind === 'letter'
        ? documentHref(request, fact.document)
        : fact.kind === 'milestone'
          ? programmeActionHref(request, fact.programme, fact.action.id)
          : fact.kind === 'commitment'
            ? commitmentHref(request, fact.commitment)
            : motion
              ? motionHref(request, motion)
              : hrefHere(request, '/moties'),
    ),
    paragraphs: [
      ...(event.undone ? [w.undone] : []),
      event.on && fact.kind !== 'motion' ? w.on(event.on, what) : what,
      ...detailsOf(event, words),
    ],
  }
}

function whatHappened({ fact }: FeedEvent, words: Words): string {
  const w = words.feeds
  switch (fact.kind) {
    case 'motion':
      return w.registered
    case 'letter':
      return w.letter(fact.subject)
    case 'matter':
      return words.life.matterStep[fact.step](fact.outcome, fact.cause)
    case 'milestone':
      return w.milestone(fact.text)
    case 'commitment':
      if (fact.step === 'register') return w.commitment
      return fact.newDay ? w.extendedTo(fact.newDay) : words.life.commitmentStep[fact.step]
  }
}

function detailsOf({ fact, motion }: FeedEvent, words: Words): string[] {
  const w = words.feeds
  if (fact.kind === 'motion')
    return motion ? [`${capitalise(outcomeInWords(motion.outcome, motion.dated, words))}.`] : []
  if (fact.kind === 'letter') return []
  if (fact.kind === 'milestone')
    return [words.programmeEvidence.action(fact.action.number, fact.action.title)]
  const about = fact.kind === 'matter' ? w.matter(fact.text) : w.promise(fact.text)
  return fact.reason ? [about, fact.reason] : [about]
}

type CalendarFacts = Awaited<ReturnType<typeof calendarOf>>

function calendarText(
  request: PublicMunicipalityRequest,
  scope: FeedScope,
  { subject, days }: CalendarFacts,
): string {
  const { words, language } = request
  const w = words.feeds
  const host = new URL(request.origin).hostname
  return icalOf({
    language,
    name: w.calendar(nameOf(request, scope, subject)),
    description: w.calendarText,
    events: days.map((day): IcalEvent => {
      const path =
        day.commitment !== null
          ? commitmentHref(request, day.commitment)
          : day.motion
            ? motionHref(request, day.motion)
            : hrefHere(request, '/moties')
      const url = absolute(request, path)
      const name = day.motion ? [motionName(day.motion, words)] : []
      const state = day.kind === 'term' ? words.life.state : words.life.commitmentState
      return {
        uid: `${day.id.replace('/', '-')}.${request.municipality.slug}.${language}@${host}`,
        on: day.on,
        summary: w.day[day.kind](capitalise(day.text)),
        description: [
          ...name,
          w.dayMeans[day.kind],
          w.state(state[day.state as keyof typeof state]),
          url,
        ].join('\n'),
        url,
        cancelled: day.cancelled,
        sequence: day.sequence,
        changed: day.changed,
      }
    }),
  })
}
