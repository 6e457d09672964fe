import { Heading2, Link } from '@utrecht/component-library-react'
import { documentsNamed, type EvidenceDocument, holderNames, readerOf } from '../../../../council/index.ts'
import { type Edition, editionOf, loadTree, programmeReader } from '../../../../programme/index.ts'
import { Facts, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { PlanChanges } from '../../../components/programme-changes.tsx'
import { PlannedPart } from '../../../components/programme-planned.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { documentHref } from '../../../public/addresses.ts'
import { programmeScreen } from '../frame.tsx'
import { idIn, programmeIn, programmePath } from '../paths.ts'

/** A programme as it was when it was adopted or amended. */
export async function editionPage(request: DeskRequest): Promise<Answer> {
  const [slug, number] = [programmeIn(request), idIn(request, 'number')]
  const { words, language, municipality } = request
  const w = words.programmePlan
  const { tree, edition, earlier, document, holders } = await request.transact(async (ctx) => {
    const db = programmeReader(ctx)
    const found = await loadTree(db, { municipality: municipality.slug, slug })
    const one = await editionOf(db, { municipality: municipality.slug, programme: found.id, number })
    const last = found.editions.findLast((other) => other.number < number)
    const before = last
      ? await editionOf(db, { municipality: municipality.slug, programme: found.id, number: last.number })
      : null
    const [paper] = one.document === null ? [] : await documentsNamed(ctx, [one.document])
    return {
      tree: found,
      edition: one,
      earlier: before,
      document: paper ?? null,
      holders: await holderNames(readerOf(ctx), {
        municipality: municipality.slug,
        persons: [...one.plan.actions, ...(before?.plan.actions ?? [])].flatMap(
          ({ portfolioHolder }) => portfolioHolder ?? [],
        ),
      }),
    }
  })
  const { plan } = edition
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: w.edition.title(number),
    title: w.edition.title(number),
    body: (
      <Stack size="l">
        <Decision request={request} edition={edition} document={document} />
        {earlier && (
          <section aria-labelledby="veranderd">
            <Stack>
              <Heading2 id="veranderd">{words.programmePublic.edition.changed(earlier.number)}</Heading2>
              <PlanChanges request={request} from={earlier.plan} to={plan} holders={holders} />
            </Stack>
          </section>
        )}
        <Stack>
          <Heading2>
            <Original language={language}>{plan.title}</Original>
          </Heading2>
          {plan.summary?.split('\n\n').map((one) => (
            <p key={one}>
              <Original language={language}>{one}</Original>
            </p>
          ))}
          <Facts
            items={[
              { term: w.action.facts.days, value: w.plan.span(plan.startsOn, plan.endsOn) },
              ...plan.frame.map(({ year, budget }) => ({
                term: w.details.frameYear(year),
                value: words.programme.euro(budget),
              })),
            ]}
          />
        </Stack>
        {plan.pillars.map((pillar, index) => (
          <section key={pillar.id} aria-labelledby={`pijler-${pillar.id}`}>
            <Stack>
              <Heading2 id={`pijler-${pillar.id}`}>
                <Original language={language}>{w.plan.pillar(index + 1, pillar.name)}</Original>
              </Heading2>
              {plan.actions
                .filter((action) => action.pillar === pillar.id)
                .map((action) => (
                  <PlannedPart key={action.id} request={request} action={action} holders={holders} />
                ))}
            </Stack>
          </section>
        ))}
        {plan.indicators.length > 0 && (
          <section aria-labelledby="indicatoren">
            <Heading2 id="indicatoren">{w.edition.indicators}</Heading2>
            <ul className="schakel-topics">
              {plan.indicators.map(({ id, name, definition }) => (
                <li key={id}>
                  <Original language={language}>
                    {name}: {definition}
                  </Original>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    ),
  })
}

function Decision({
  request,
  edition,
  document,
}: {
  request: DeskRequest
  edition: Edition
  document: EvidenceDocument | null
}) {
  const { words, language } = request
  const w = words.programmePlan.edition
  return (
    <Stack size="s">
      <p className="schakel-lead">
        {w.lead(edition.decidedOn, words.programme.body[edition.body], edition.kind)}
      </p>
      {edition.reason && (
        <p>
          <Original language={language}>{w.reason(edition.reason)}</Original>
        </p>
      )}
      {document && (
        <p>
          {w.document}:{' '}
          <Link href={documentHref(request, document)}>
            <Original language={language}>{document.title}</Original>
          </Link>
        </p>
      )}
      <p>
        <Link href={programmePath(request, programmeIn(request))}>{w.now}</Link>
      </p>
    </Stack>
  )
}
