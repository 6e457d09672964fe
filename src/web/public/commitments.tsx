import { Button, Heading1, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import type { CommitmentItem, CommitmentList, CommitmentStanding } from '../../council/index.ts'
import { commitmentList, commitmentStandings } from '../../council/index.ts'
import { capitalise, dateOf } from '../../words/format.ts'
import { Stack } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import { Pagination } from '../components/pagination.tsx'
import { PassageLink } from '../components/passage-link.tsx'
import { printedTerm, termInWords } from '../components/term.ts'
import type { Answer, MunicipalityRequest, PublicMunicipalityRequest, Screen } from '../page.ts'
import { hrefHere } from '../page.ts'
import { commitmentHref, motionHref } from './addresses.ts'
import { ChoiceField } from './choice-field.tsx'
import { PromiseChip } from './motion/promises.tsx'
import { oneOf, readPage, readYear } from './register-query.ts'

type Query = { standing: CommitmentStanding | null; year: number | null; page: number }

/** What the college promised and how it fares, what is late longest first. */
export async function commitmentsPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const query: Query = {
    standing: oneOf(commitmentStandings, request.query.get('stand')),
    year: readYear(request.query.get('jaar')),
    page: readPage(request.query.get('bladzijde')),
  }
  const list = await commitmentList(request.publicDb, {
    municipality: request.municipality.slug,
    ...query,
    today: dateOf(request.now),
  })
  return commitmentsScreen(request, query, list)
}

export function commitmentsScreen(request: MunicipalityRequest, query: Query, list: CommitmentList): Screen {
  const { words, municipality } = request
  const { commitments: w } = words.public
  const narrowed = query.standing !== null || query.year !== null
  return {
    title: w.title,
    description: w.lead,
    nav: 'commitments',
    crumbs: [{ label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` }],
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
        </Stack>
        {list.total === 0 && !narrowed ? (
          <Paragraph>{w.nothing}</Paragraph>
        ) : (
          <>
            <Filters request={request} query={query} list={list} narrowed={narrowed} />
            <section aria-labelledby="gevonden">
              <Stack>
                <Heading2 id="gevonden">{w.found(list.total)}</Heading2>
                {list.items.length > 0 && (
                  <ul className="schakel-list">
                    {list.items.map((commitment) => (
                      <CommitmentRow key={commitment.id} request={request} commitment={commitment} />
                    ))}
                  </ul>
                )}
                <Pagination request={request} page={list.page} pages={list.pages} />
              </Stack>
            </section>
          </>
        )}
      </Stack>
    ),
  }
}

type FilterProps = { request: MunicipalityRequest; query: Query; list: CommitmentList; narrowed: boolean }

function Filters({ request, query, list, narrowed }: FilterProps) {
  const { register, commitments: w } = request.words.public
  return (
    <search className="schakel-no-print">
      <form action={hrefHere(request, '/toezeggingen')} className="schakel-card schakel-filter-line">
        <ChoiceField
          name="stand"
          label={w.standing}
          any={w.any.standing}
          value={query.standing ?? ''}
          options={list.facets.standing
            .filter(({ value, count }) => count > 0 || value === query.standing)
            .map(({ value, count }) => ({ value, label: register.option(w.standingOf[value], count) }))}
        />
        <ChoiceField
          name="jaar"
          label={w.year}
          any={w.any.year}
          value={query.year === null ? '' : String(query.year)}
          options={list.facets.year.map(({ value, count }) => ({
            value: String(value),
            label: register.option(String(value), count),
          }))}
        />
        <Button type="submit" appearance="primary-action-button">
          {w.button}
        </Button>
        {narrowed && <Link href={hrefHere(request, '/toezeggingen')}>{register.clear}</Link>}
      </form>
    </search>
  )
}

type RowProps = { request: MunicipalityRequest; commitment: CommitmentItem }

export function CommitmentRow({ request, commitment }: RowProps) {
  const { words, language } = request
  const { dossier, commitments: w } = words.public
  return (
    <li id={`toezegging-${commitment.id}`}>
      <Heading3>
        <Link href={commitmentHref(request, commitment.id)}>
          <Original language={language}>{capitalise(commitment.text)}</Original>
        </Link>
      </Heading3>
      <PromiseChip request={request} commitment={commitment} today={dateOf(request.now)} />
      <p className="schakel-list__facts">
        <span>
          {dossier.madeOn} {words.public.date(commitment.madeOn)}
        </span>
        <span>
          {dossier.term.toLocaleLowerCase(language)}: {termInWords(commitment.due, words)}
          {printedTerm(commitment.due) && (
            <>
              {' '}
              (<Original language={language}>“{printedTerm(commitment.due)}”</Original>)
            </>
          )}
        </span>
        {lifeOf(request, commitment).map((said) => (
          <span key={said}>{said}</span>
        ))}
        <PassageLink request={request} passage={commitment.passage} />
      </p>
      {commitment.motions.length > 0 && (
        <p className="schakel-list__facts">
          {commitment.motions.map((motion) => (
            <span key={motion.id}>
              {w.forMotion}{' '}
              <Link href={motionHref(request, motion)}>
                <Original language={language}>
                  {[motion.number, motion.title].filter(Boolean).join(' ')}
                </Original>
              </Link>
            </span>
          ))}
        </p>
      )}
    </li>
  )
}

/** By which day it counts when that is not the letter's, and when it was kept. */
function lifeOf({ words }: MunicipalityRequest, { life, letters, standing }: CommitmentItem): string[] {
  const kept = life.kept.at(-1)
  const runs = standing === 'late' || standing === 'open'
  const said = letters.find(({ role }) => role === 'kept')
  return [
    kept && `${words.life.kept[kept.how]} ${words.public.date(kept.on)}`,
    !kept && said && words.public.commitments.saidKept(said.dated),
    runs && life.due?.source === 'check' && words.life.due.check(life.due.on),
    runs && life.due?.source === 'extension' && words.life.due.extension(life.due.on),
  ].filter((said): said is string => Boolean(said))
}
