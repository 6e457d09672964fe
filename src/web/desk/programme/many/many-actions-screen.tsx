import { Button, Heading2 } from '@utrecht/component-library-react'
import { servedKey } from '../../../../council/index.ts'
import { columnParts, columnsFor, yearsOf } from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { LongField, SelectField } from '../../form-fields.tsx'
import { programmeScreen } from '../frame.tsx'
import { programmePath } from '../paths.ts'
import type { PlanAtDesk } from '../plan/load-plan.ts'
import { fieldSet } from '../work/fields.tsx'
import { Fixes, ProblemList } from './fixes.tsx'
import { form, manyPath, sheetPath } from './paths.ts'
import { Preview } from './preview.tsx'
import type { Tried } from './read-lines.ts'

export type ManyView = {
  text: string
  /** Of lines that name none. */
  pillar: number | null
  tried: Tried | null
  /** Programmes whose actions may be the beginning. */
  others: readonly { slug: string; title: string }[]
}
export function manyActionsScreen(request: DeskRequest, plan: PlanAtDesk, view: ManyView): Screen {
  const { words } = request
  const w = words.programmeMany
  const { tried } = view
  const wrong = tried !== null && tried.problems.length + tried.whole.length > 0
  const ready = tried !== null && !wrong
  const added = tried?.done.added.length ?? 0
  const set = fieldSet(request, form, null)
  const fields = (
    <>
      <LongField set={set} name="lines" label={w.lines} value={view.text} rows={10} hint={w.linesHint} />
      <SelectField
        set={set}
        name="pillar_id"
        label={w.pillar}
        value={String(view.pillar ?? '')}
        choices={[
          { value: '', label: w.pillarNone },
          ...plan.tree.pillars.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
      />
    </>
  )
  return programmeScreen(request, plan.tree, {
    tab: 'plan',
    tabless: true,
    heading: w.title,
    title: w.title,
    wrong,
    status: wrong ? 422 : 200,
    body: (
      <Stack size="l">
        {wrong ? (
          <ProblemList request={request} tried={tried} />
        ) : (
          !ready && <p className="schakel-lead">{w.lead}</p>
        )}
        <form
          id={form}
          className="schakel-plan-form schakel-many-form"
          method="post"
          action={manyPath(request, plan.tree.slug)}
          noValidate
        >
          {wrong && <Fixes request={request} plan={plan} tried={tried} />}
          {ready && <Preview request={request} plan={plan} tried={tried} />}
          {tried === null ? (
            fields
          ) : (
            <details className="schakel-fold" open={wrong && tried.whole.length > 0}>
              <summary>{w.edit}</summary>
              <div className="schakel-plan-form">{fields}</div>
            </details>
          )}
          <div className="schakel-actions">
            {ready && (
              <Button type="submit" name="step" value="zet" appearance="primary-action-button">
                {w.add(added)}
              </Button>
            )}
            <Button
              type="submit"
              name="step"
              value="kijk"
              appearance={ready ? 'secondary-action-button' : 'primary-action-button'}
            >
              {tried ? w.lookAgain : w.look}
            </Button>
            <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, plan.tree.slug)}>
              {words.programmePlan.cancel}
            </a>
          </div>
        </form>
        {!ready && <Help request={request} plan={plan} view={view} />}
      </Stack>
    ),
  })
}

/** What each column is, whom cells may name, and the numbers of the requests. */
function Help({ request, plan, view }: { request: DeskRequest; plan: PlanAtDesk; view: ManyView }) {
  const { words, language } = request
  const w = words.programmeMany
  const { tree, people, names } = plan
  return (
    <section aria-labelledby="kolommen">
      <Stack>
        <Heading2 id="kolommen">{w.columns}</Heading2>
        <dl className="schakel-many-columns">
          {columnsFor(yearsOf(tree)).map((name) => {
            const { column, year } = columnParts(name)
            return (
              <div key={name}>
                <dt>{w.column(column, year)}</dt>
                <dd>
                  {w.about[column]}
                  {column === 'pillar_id' && (
                    <small className="schakel-hint">{w.pillars(tree.pillars.map((one) => one.name))}</small>
                  )}
                  {column === 'owner' && (
                    <small className="schakel-hint">
                      {w.people(people.officials.map((one) => one.name))}
                    </small>
                  )}
                  {column === 'portfolio_holder_id' && (
                    <small className="schakel-hint">{w.people(people.college.map((one) => one.name))}</small>
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
        <p>
          <a className="utrecht-link utrecht-link--html-a" href={sheetPath(request, tree.slug)}>
            {w.sheet}
          </a>
        </p>
        <Heading2 id="verzoeken">{w.requests}</Heading2>
        {tree.serves.length === 0 ? (
          <p>{w.requestsNone}</p>
        ) : (
          <ol className="schakel-many-requests">
            {tree.serves.map((one) => (
              <li key={one.id}>
                <Original language={language}>
                  {names.get(servedKey(one))?.title ?? words.programmePlan.serve.gone}
                </Original>
              </li>
            ))}
          </ol>
        )}
        {view.others.length > 0 && (
          <>
            <Heading2 id="eerder">{w.earlier}</Heading2>
            <p className="schakel-soft">{w.earlierLead}</p>
            <ul className="schakel-links">
              {view.others.map(({ slug, title }) => (
                <li key={slug}>
                  <a
                    className="utrecht-link utrecht-link--html-a"
                    href={`${manyPath(request, tree.slug)}?van=${slug}`}
                  >
                    {w.earlierFrom(title)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </Stack>
    </section>
  )
}
