import {
  Button,
  Heading1,
  Heading2,
  Link,
  Paragraph,
  UnorderedList,
  UnorderedListItem,
} from '@utrecht/component-library-react'
import type { FeedScope, Register, RegisterItem, StatusChoice } from '../../council/index.ts'
import { isSettled, motionRegister } from '../../council/index.ts'
import { dateOf, listOf } from '../../words/format.ts'
import type { Words } from '../../words/index.ts'
import { Actions, Card, Stack } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import { Pagination } from '../components/pagination.tsx'
import { StateChip } from '../components/state-chip.tsx'
import { outcomeInWords } from '../components/term.ts'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../page.ts'
import { hrefHere } from '../page.ts'
import { motionHref } from './addresses.ts'
import { ChoiceField } from './choice-field.tsx'
import { feedAlternates } from './feeds/follow-block.tsx'
import { type RegisterQuery, readRegisterQuery } from './register-query.ts'
import { SearchField } from './search-field.tsx'

/** All motions of a municipality, to search and to narrow. */
export async function registerPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const query = readRegisterQuery(request.query)
  const register = await motionRegister(request.publicDb, {
    municipality: request.municipality.slug,
    ...query,
  })
  return registerScreen(request, query, register)
}

/** The feed of what was chosen: of a party that has motions, or else of a subject. */
function scopeOf({ party, domain }: RegisterQuery, { facets }: Register): FeedScope {
  const known = facets.party.some(({ value, count }) => value === party && count > 0)
  if (party !== null && known) return { kind: 'party', slug: party }
  return domain === null ? { kind: 'all' } : { kind: 'domain', domain }
}

export function registerScreen(
  request: MunicipalityRequest,
  query: RegisterQuery,
  register: Register,
): Screen {
  const { words, municipality } = request
  const { register: w } = words.public
  const { search, page, ...choices } = query
  const narrowed = search !== null || Object.values(choices).some((choice) => choice !== null)
  return {
    title: w.title,
    description: w.lead,
    nav: 'motions',
    alternates: feedAlternates(request, scopeOf(query, register)),
    crumbs: [{ label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` }],
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
        </Stack>
        {register.total === 0 && !narrowed ? (
          <Paragraph>{w.nothing}</Paragraph>
        ) : (
          <>
            <Filters request={request} query={query} register={register} narrowed={narrowed} />
            <Results request={request} query={query} register={register} />
          </>
        )}
      </Stack>
    ),
  }
}

type Props = { request: MunicipalityRequest; query: RegisterQuery; register: Register }

function Filters({ request, query, register, narrowed }: Props & { narrowed: boolean }) {
  const { words } = request
  const { register: w } = words.public
  const { facets } = register
  return (
    <search className="schakel-no-print">
      <form action={hrefHere(request, '/moties')} className="schakel-card schakel-stack schakel-stack--m">
        <SearchField request={request} label={w.search} hint={w.searchHint} value={query.search ?? ''} />
        <div className="schakel-filters">
          <ChoiceField
            name="status"
            label={w.status}
            any={w.any.status}
            value={query.status ?? ''}
            options={facets.status.map(({ value, count }) => ({
              value,
              label: w.option(statusInWords(value, words), count),
            }))}
          />
          <ChoiceField
            name="fractie"
            label={w.party}
            any={w.any.party}
            value={query.party ?? ''}
            options={facets.party.map(({ value, name, count }) => ({ value, label: w.option(name, count) }))}
          />
          <ChoiceField
            name="onderwerp"
            label={w.domain}
            any={w.any.domain}
            value={query.domain ?? ''}
            options={facets.domain.map(({ value, count }) => ({
              value,
              label: w.option(words.terms.domain[value], count),
            }))}
          />
          <ChoiceField
            name="jaar"
            label={w.year}
            any={w.any.year}
            value={query.year === null ? '' : String(query.year)}
            options={facets.year.map(({ value, count }) => ({
              value: String(value),
              label: w.option(String(value), count),
            }))}
          />
        </div>
        <Actions>
          <Button type="submit" appearance="secondary-action-button">
            {w.apply}
          </Button>
          {narrowed && <Link href={hrefHere(request, '/moties')}>{w.clear}</Link>}
        </Actions>
      </form>
    </search>
  )
}

function Results({ request, query, register }: Props) {
  const { words } = request
  const { register: w } = words.public
  const first = (register.page - 1) * register.perPage + 1
  return (
    <section aria-labelledby="gevonden">
      <Stack>
        <div className="schakel-stack schakel-stack--s">
          <Heading2 id="gevonden">{w.found(register.total, query.search)}</Heading2>
          <p className="schakel-soft">
            {narrowedBy(request, query, register)}
            {register.items.length > 0 && register.pages > 1 && (
              <> {w.range(first, first + register.items.length - 1)}</>
            )}
          </p>
        </div>
        {register.total === 0 ? (
          <NothingFound request={request} />
        ) : register.items.length === 0 ? (
          <Paragraph>
            {w.pastEnd} <Link href={hrefHere(request, '/moties')}>{w.toFirst}</Link>
          </Paragraph>
        ) : (
          <ol className="schakel-list" start={first}>
            {register.items.map((item) => (
              <RegisterRow key={item.id} request={request} item={item} />
            ))}
          </ol>
        )}
        <Pagination request={request} page={register.page} pages={register.pages} />
      </Stack>
    </section>
  )
}

const statusInWords = (status: StatusChoice, words: Words) =>
  status === 'settled' ? words.public.settledAny : words.public.status[status]

function narrowedBy({ words }: MunicipalityRequest, query: RegisterQuery, register: Register): string | null {
  const chosen = [
    query.status && statusInWords(query.status, words),
    query.party && (register.facets.party.find(({ value }) => value === query.party)?.name ?? query.party),
    query.domain && words.terms.domain[query.domain],
    query.year && String(query.year),
  ].filter((choice): choice is string => Boolean(choice))
  return chosen.length > 0 ? words.public.register.narrowed(chosen) : null
}

function NothingFound({ request }: { request: MunicipalityRequest }) {
  const { register: w } = request.words.public
  return (
    <Card>
      <b>{w.nothingFound}</b>
      <UnorderedList>
        {w.tips.map((tip) => (
          <UnorderedListItem key={tip}>{tip}</UnorderedListItem>
        ))}
      </UnorderedList>
      <Paragraph>
        <Link href={hrefHere(request, '/moties')}>{w.clear}</Link>
      </Paragraph>
    </Card>
  )
}

function RegisterRow({ request, item }: { request: MunicipalityRequest; item: RegisterItem }) {
  const { words, language } = request
  const { register: w } = words.public
  const facts = [
    words.public.numbered('motion', item.number),
    outcomeInWords(item.outcome, item.dated, words),
    item.parties.map(({ name }) => name).join(', '),
    item.requests > 0 && w.asks(item.requests, item.parts),
    listOf(
      item.domains.map((domain) => words.terms.domain[domain]),
      language,
    ),
    item.answeredOn && w.answeredOn(item.answeredOn),
    ...standingFacts(item, words, dateOf(request.now)),
  ].filter((fact): fact is string => Boolean(fact))
  return (
    <li>
      <h3 className="utrecht-heading-3">
        <Link href={motionHref(request, item)}>
          <Original language={language}>{item.title}</Original>
        </Link>
      </h3>
      <StateChip state={item} words={words} />
      <p className="schakel-list__facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </li>
  )
}

/** What the chip leaves unsaid: since when, how much of it, and what is past its day. */
export function standingFacts(item: RegisterItem, words: Words, today: string): string[] {
  const { register: w, evidenceUnknown } = words.public
  const on = item.statusOn
  const running = item.status === 'open' || item.status === 'in-progress'
  return [
    on && isSettled(item.status) && w.statusOn.settled(on),
    on && item.status === 'proposed' && w.statusOn.proposed(on),
    on && item.status === 'reopened' && w.statusOn.reopened(on),
    item.settled > 0 && item.settled < item.matters && w.settledOf(item.settled, item.matters),
    item.evidenceUnknown && evidenceUnknown,
    item.commitmentDue && item.commitmentDue < today && w.commitmentLate(item.commitmentDue),
    running && item.termDue && item.termDue < today && w.termPassed(item.termDue),
  ].filter((fact): fact is string => Boolean(fact))
}
