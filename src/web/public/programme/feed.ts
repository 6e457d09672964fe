import { reportNews } from '../../../council/index.ts'
import { type NewsFact, type ProgrammeNews, programmeNews } from '../../../programme/index.ts'
import type { Words } from '../../../words/index.ts'
import type { Answer, PublicMunicipalityRequest } from '../../page.ts'
import { href, hrefHere } from '../../page.ts'
import { documentHref, programmeActionHref, programmeHref } from '../addresses.ts'
import { type AtomEntry, atomOf } from '../feeds/atom.ts'
import { tagOf } from '../feeds/feed-address.ts'
import { loadProgramme, type ProgrammeView, slugIn } from './load.ts'

/** Most entries of the feed. */
const limit = 100

/** What changed in one programme, as an Atom feed. @throws NotFound */
export async function programmeFeed(request: PublicMunicipalityRequest): Promise<Answer> {
  const { words, municipality, language, origin, publicDb } = request
  const view = await loadProgramme(request, slugIn(request))
  const { tree } = view
  const of = { municipality: municipality.slug, programme: tree.id, limit }
  const [news, reports] = await Promise.all([programmeNews(publicDb, of), reportNews(publicDb, of)])
  const absolute = (path: string) => `${origin}${path}`
  const tag = (id: string) => tagOf(origin, municipality.slug, language, id)
  const w = words.programmePublic.feed
  const at = programmeHref(request, tree.slug)
  const entries: AtomEntry[] = [
    ...news.map((one): AtomEntry => {
      const what = whatOf(words, one.fact)
      return {
        id: tag(`programme-step/${one.id}`),
        title: one.undone ? words.feeds.undoneTitle(what) : what,
        published: one.published,
        updated: one.updated,
        link: absolute(linkOf(request, view, one)),
        paragraphs: [
          ...(one.undone ? [words.feeds.undone] : []),
          `${words.feeds.on(one.on, what)}.`,
          ...('action' in one.fact
            ? [`${words.programmePublic.action(one.fact.action.number, one.fact.action.title)}.`]
            : []),
          ...(one.reason ? [`${words.programmePublic.history.reason} ${one.reason}`] : []),
        ],
      }
    }),
    ...reports.map(
      ({ report, document, published, kind, from, to, sentOn }): AtomEntry => ({
        id: tag(`programme-report/${report}`),
        title: w.report(document.title),
        published,
        updated: published,
        link: absolute(documentHref(request, document)),
        paragraphs: [`${words.programmePublic.papers.one(kind, from, to, sentOn)}.`],
      }),
    ),
  ]
  const text = atomOf({
    id: tag(`programme/${tree.id}`),
    language,
    title: w.title(tree.title, words.shell.municipality(municipality.name)),
    subtitle: w.subtitle,
    self: absolute(href(request, request.path)),
    page: absolute(at),
    author: { name: words.shell.municipality(municipality.name), uri: absolute(hrefHere(request, '')) },
    entries: entries.sort((a, b) => b.updated.getTime() - a.updated.getTime()).slice(0, limit),
  })
  return new Response(text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}

function whatOf({ programmePublic: { feed: w } }: Words, fact: NewsFact): string {
  switch (fact.kind) {
    case 'milestone':
      return w.milestone[fact.step](fact.title)
    case 'milestone-moved':
      return w.moved(fact.title, fact.from, fact.to)
    case 'action':
      return w.action[fact.step](fact.action.number, fact.action.title)
    case 'programme':
      return w.programme[fact.step]
  }
}

function linkOf(
  request: PublicMunicipalityRequest,
  { tree }: ProgrammeView,
  { fact, on, reason }: ProgrammeNews,
): string {
  if ('action' in fact) return programmeActionHref(request, tree.slug, fact.action.id)
  const at = programmeHref(request, tree.slug)
  const kind = { adopt: 'adopted', amend: 'amended' } as const
  if (fact.step !== 'adopt' && fact.step !== 'amend') return at
  const edition = tree.editions.find(
    (one) => one.kind === kind[fact.step as 'adopt'] && one.decidedOn === on && one.reason === reason,
  )
  return edition ? `${at}/versies/${edition.number}` : at
}
