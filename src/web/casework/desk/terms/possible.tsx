import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { type Possible, possibleFor, termsOf } from '../../../../reintegration/index.ts'
import { Card, Facts, Stack } from '../../../components/layout.tsx'
import type { CaseAnswer, CasePage, StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { inCase, numberOf } from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import type { Section } from '../trajectory/sections.ts'
import { TermLine } from './terms-page.tsx'

/** What her residence opens: in short, with a way to the reasons. */
export const possibleSection: Section = {
  place: 'aside',
  order: 20,
  async load(_, trajectory, request) {
    const w = request.words.caseTerms.possible
    return (
      <Card labelledBy="wat-kan">
        <Heading2 id="wat-kan" className="schakel-card-heading">
          {w.title}
        </Heading2>
        <Facts
          items={possibleFor(trajectory.residence, dayOf(request.now)).map((possible) => ({
            term: w.services[possible.service],
            value: verdictOf(request, possible),
          }))}
        />
        <Link href={caseHref(request, `/trajecten/${trajectory.number}/wat-kan`)}>{w.why}</Link>
      </Card>
    )
  },
}

/** The terms that run. */
export const termsSection: Section = {
  place: 'aside',
  order: 25,
  async load(ctx, trajectory, request) {
    const terms = (await termsOf(ctx, trajectory)).filter(
      ({ state }) => state === 'running' || state === 'suspended',
    )
    const w = request.words.caseTerms
    const path = `/trajecten/${trajectory.number}/termijnen`
    return (
      <Card labelledBy="termijnen">
        <Heading2 id="termijnen" className="schakel-card-heading">
          {w.title}
        </Heading2>
        {terms.length === 0 && <p>{w.none}</p>}
        <ul className="schakel-plain schakel-rows">
          {terms.map((term) => (
            <li key={term.id}>
              <TermLine request={request} term={term} path={`${path}/${term.id}`} />
            </li>
          ))}
        </ul>
        <Link href={caseHref(request, path)}>{w.start}</Link>
      </Card>
    )
  },
}

export async function possiblePage(request: StaffRequest): Promise<CaseAnswer> {
  const residence = await inCase(request, 'read', async (_, trajectory) => trajectory.residence)
  const w = request.words.caseTerms.possible
  const number = numberOf(request)
  const rows = possibleFor(residence, dayOf(request.now))
  return caseFormScreen(request, {
    number,
    title: w.title,
    intro: w.intro(request.words.caseDesk.residences[residence]),
    path: `/trajecten/${number}/wat-kan`,
    form: '',
    sent: null,
    children: (
      <ul className="schakel-plain schakel-rows">
        {rows.map((possible) => (
          <li key={possible.service}>
            <Stack size="s">
              <b>{w.services[possible.service]}</b>
              <Paragraph>{verdictOf(request, possible)}</Paragraph>
              <small>
                {possible.article ? `${w.reason}: ${possible.article}` : w.noRule}
                {possible.article && !possible.checked && ` · ${request.words.caseTerms.unsure}`}
              </small>
              {possible.first === 'address-secret' && <small>{w.debtSafety}</small>}
            </Stack>
          </li>
        ))}
      </ul>
    ),
  })
}

function verdictOf({ words }: CasePage, { service, verdict, first }: Possible): string {
  const w = words.caseTerms.possible
  return [w.verdicts[service][verdict], first && w.first[first]].filter(Boolean).join(', ')
}
