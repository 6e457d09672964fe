import { Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import {
  domains,
  type FeedScope,
  openGroups,
  type PartyRef,
  type Wishes,
  wishesOf,
  wishParties,
  wishYears,
} from '../../../council/index.ts'
import { NotFound } from '../../../errors.ts'
import { dateOf, listOf } from '../../../words/format.ts'
import { Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import { csvOf } from '../../csv.ts'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { ChoiceField } from '../choice-field.tsx'
import { FollowBlock, feedAlternates } from '../feeds/follow-block.tsx'
import { Ages, Commitments, Domains, Duration, Parties, Stands } from './figures.tsx'
import { readWishQuery, type WishQuery } from './query.ts'
import { tableOf, wishTables } from './tables.ts'

type Options = { years: readonly number[]; parties: readonly PartyRef[] }

/** How the council's wishes fare: by where they stand, age, party, domain and time, and what the college still has promised. */
export async function wishesPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const query = readWishQuery(request.query)
  const municipality = request.municipality.slug
  const [wishes, years, parties] = await Promise.all([
    wishesOf(request.publicDb, { municipality, ...query, today: dateOf(request.now) }),
    wishYears(request.publicDb, municipality),
    wishParties(request.publicDb, municipality),
  ])
  return wishesScreen(request, query, wishes, { years, parties })
}

/** One of its tables as a file. @throws NotFound */
export async function wishesCsv(request: PublicMunicipalityRequest): Promise<Answer> {
  const name = wishTables.find((table) => `${table}.csv` === request.params.file)
  if (!name) throw new NotFound()
  const municipality = request.municipality.slug
  const wishes = await wishesOf(request.publicDb, {
    municipality,
    ...readWishQuery(request.query),
    today: dateOf(request.now),
  })
  const { head, rows } = tableOf(name, wishes, request.words)
  return new Response(csvOf(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${municipality}-wensen-${name}.csv"`,
    },
  })
}

export function wishesScreen(
  request: MunicipalityRequest,
  query: WishQuery,
  wishes: Wishes,
  options: Options,
): Screen {
  const { words, municipality } = request
  const { wishes: w } = words
  const open = openGroups.reduce((sum, group) => sum + wishes.groups[group], 0)
  const chosen = choices(request, query, options)
  const figures = { request, query, wishes }
  const scope = scopeOf(query, options)
  const party = options.parties.find(({ slug }) => slug === query.party)
  return {
    title: w.title,
    description: w.lead,
    nav: 'wishes',
    alternates: feedAlternates(request, scope),
    crumbs: [{ label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` }],
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          {wishes.matters > 0 && (
            <Paragraph className="schakel-lead">
              {w.answer(wishes.matters, wishes.matters - open, open)}
              {chosen.length > 0 && ` ${w.filter.chosen(listOf(chosen, request.language))}`}
            </Paragraph>
          )}
          <Paragraph>
            {w.lead} {w.part} {w.asOf(dateOf(request.now))} <Link href="#telling">{w.method.title}</Link>.
          </Paragraph>
        </Stack>
        {(wishes.matters > 0 || chosen.length > 0) && (
          <Filters request={request} query={query} options={options} narrowed={chosen.length > 0} />
        )}
        {wishes.matters === 0 ? (
          <Paragraph>{chosen.length > 0 ? w.nothingChosen : w.nothing}</Paragraph>
        ) : (
          <>
            <Stands {...figures} />
            <Ages {...figures} />
            <Duration {...figures} />
            <Parties {...figures} />
            <Domains {...figures} />
          </>
        )}
        {(wishes.matters > 0 || wishes.running > 0) && <Commitments {...figures} />}
        <FollowBlock request={request} scope={scope} {...(party ? { party: party.name } : {})} />
        <Part id="telling" title={w.method.title}>
          {w.method.paragraphs.map((paragraph) => (
            <Paragraph key={paragraph}>{paragraph}</Paragraph>
          ))}
        </Part>
      </Stack>
    ),
  }
}

/** What can be followed of a choice: a party or else a subject, as long as it exists. */
function scopeOf({ party, domain }: WishQuery, { parties }: Options): FeedScope {
  if (party !== null && parties.some(({ slug }) => slug === party)) return { kind: 'party', slug: party }
  return domain === null ? { kind: 'all' } : { kind: 'domain', domain }
}

function choices({ words }: MunicipalityRequest, query: WishQuery, { parties }: Options): string[] {
  return [
    query.year === null ? null : String(query.year),
    query.party === null ? null : (parties.find(({ slug }) => slug === query.party)?.name ?? query.party),
    query.domain === null ? null : words.terms.domain[query.domain],
  ].filter((choice) => choice !== null)
}

type FilterProps = { request: MunicipalityRequest; query: WishQuery; options: Options; narrowed: boolean }

function Filters({ request, query, options, narrowed }: FilterProps) {
  const { words } = request
  const { filter } = words.wishes
  return (
    <search className="schakel-no-print" aria-label={filter.label}>
      <form action={hrefHere(request, '/wensen')} className="schakel-card schakel-filter-line">
        <ChoiceField
          name="jaar"
          label={filter.year}
          any={filter.anyYear}
          value={query.year === null ? '' : String(query.year)}
          options={options.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <ChoiceField
          name="fractie"
          label={filter.party}
          any={filter.anyParty}
          value={query.party ?? ''}
          options={options.parties.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <ChoiceField
          name="onderwerp"
          label={filter.domain}
          any={filter.anyDomain}
          value={query.domain ?? ''}
          options={domains.map((domain) => ({ value: domain, label: words.terms.domain[domain] }))}
        />
        <Button type="submit" appearance="primary-action-button">
          {filter.button}
        </Button>
        {narrowed && <Link href={hrefHere(request, '/wensen')}>{filter.clear}</Link>}
      </form>
    </search>
  )
}
