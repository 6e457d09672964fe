import { Button } from '@utrecht/component-library-react'
import { servedKey } from '../../../../council/index.ts'
import { Invalid, NotFound, Refused } from '../../../../errors.ts'
import {
  type Action,
  addAction,
  addMilestone,
  nextNumber,
  serve,
  setMoney,
  yearsOf,
} from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import { dayIn, idIn as idTyped, textIn, together, typedOf, writtenIn } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { actionPath, newActionPath, programmeIn, programmePath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import {
  DoneNotice,
  euroIn,
  holderChoices,
  inRow,
  linesIn,
  officialChoices,
  officialIn,
  officialValue,
  statusOf,
} from './form-page.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'
import { OwnServedChoices, servedIn } from './served-choices.tsx'

/** Adding one action after another: each time the form for the next stands ready, with what the last one had in common. */
export async function newActionPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => screen(request, await loadPlan(ctx, programmeIn(request)), sent))

export async function postNewAction(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const typed = typedOf(await request.form())
  let next = ''
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const plan = await loadPlan(ctx, slug)
      const years = yearsOf(plan.tree)
      const { startsOn, endsOn, dueOn, owner, budgets } = together({
        startsOn: () => dayIn(typed, 'starts_on') ?? null,
        endsOn: () => dayIn(typed, 'ends_on') ?? null,
        dueOn: () => dayIn(typed, 'due_on') ?? null,
        owner: () => officialIn(typed, plan),
        budgets: () =>
          together(
            Object.fromEntries(years.map((year) => [year, () => euroIn(typed, `budget_cents-${year}`)])),
          ),
      })
      const pillar = idTyped(typed, 'pillar_id') ?? 0
      const { id } = await addAction(ctx, {
        programme: plan.tree.id,
        pillar,
        number: writtenIn(typed, 'number'),
        title: textIn(typed, 'title'),
        description: textIn(typed, 'description'),
        startsOn,
        endsOn,
        portfolioHolder: idTyped(typed, 'portfolio_holder_id'),
        partners: linesIn(typed, 'partners'),
        owner,
      })
      for (const { kind, of } of servedIn(typed, { needed: false })) {
        await serve(ctx, { programme: plan.tree.id, action: id, kind, of })
      }
      const milestone = writtenIn(typed, 'milestone')
      if (milestone !== null || dueOn !== null) {
        await renamed({ title: 'milestone' }, () =>
          addMilestone(ctx, { action: id, title: milestone ?? '', dueOn }),
        )
      }
      for (const year of years) {
        const budget = budgets[year] ?? null
        if (budget === null) continue
        await inRow(year, () =>
          setMoney(ctx, { programme: plan.tree.id, action: id, year, version: null, budget }),
        )
      }
      next = `${newActionPath(request, slug, pillar)}&gedaan=actie&na=${id}`
    }),
  )
  return problem ? draw(request, { form: 'actie', typed, problem }) : seeOther(next)
}

/** Errors of a step within a step, at the fields of this form. */
async function renamed<T>(names: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    throw new Invalid(
      error.code,
      error.fields.map(({ field, code }) => ({ field: names[field] ?? field, code })),
    )
  }
}

function screen(request: DeskRequest, plan: PlanAtDesk, sent: Sent | null): Screen {
  const { words, language, query } = request
  const w = words.programmePlan.action
  const { tree } = plan
  if (!plan.open) throw new Refused('programme-closed')
  const typedPillar = sent ? Number(textIn(sent.typed, 'pillar_id')) : Number(query.get('pijler') ?? 0)
  const pillar = tree.pillars.find(({ id }) => id === typedPillar) ?? tree.pillars[0]
  if (!pillar) throw new NotFound()
  const last = tree.actions.find(({ id }) => id === Number(query.get('na')))
  const number = nextNumber(
    tree.pillars.indexOf(pillar) + 1,
    tree.actions.map((one) => one.number),
  )
  const set = fieldSet(request, 'actie', sent)
  const years = yearsOf(tree)
  const day = (value: string | null | undefined) => (value ? formatDate(value, language) : '')
  const money = Object.fromEntries(years.map((year) => [`budget_cents-${year}`, `${w.budget} ${year}`]))
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: w.addTitle(number),
    title: w.addTitle(number),
    wrong: sent !== null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        {last && <Added request={request} plan={plan} action={last} />}
        <Problem
          top
          request={request}
          sent={sent}
          form="actie"
          labels={{
            title: w.name,
            number: w.number,
            pillar_id: w.pillar,
            starts_on: w.starts,
            ends_on: w.ends,
            milestone: w.milestone,
            due_on: w.milestoneDue,
            portfolio_holder_id: w.holder,
            owner: w.official,
            partners: w.partners,
            ...money,
          }}
        />
        <form
          id="actie"
          className="schakel-plan-form"
          method="post"
          action={newActionPath(request, tree.slug)}
          noValidate
        >
          <SelectField
            set={set}
            name="pillar_id"
            label={w.pillar}
            value={String(pillar.id)}
            choices={tree.pillars.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <TextField set={set} name="title" label={w.name} />
          <div className="schakel-plan-pair">
            <TextField
              set={set}
              name="starts_on"
              label={w.starts}
              value={day(last?.startsOn)}
              hint={words.programmePlan.dayHint}
            />
            <TextField set={set} name="ends_on" label={w.ends} value={day(last?.endsOn)} />
          </div>
          <div className="schakel-plan-pair">
            <SelectField
              set={set}
              name="portfolio_holder_id"
              label={w.holder}
              value={String(last?.portfolioHolder ?? '')}
              choices={holderChoices(request, plan)}
            />
            <SelectField
              set={set}
              name="owner"
              label={w.official}
              value={officialValue(last && plan.owners.get(last.id))}
              choices={officialChoices(request, plan, last && plan.owners.get(last.id))}
              hint={w.officialHint}
            />
          </div>
          <div className="schakel-plan-pair">
            <TextField set={set} name="milestone" label={w.milestone} hint={w.milestoneHint} />
            <TextField set={set} name="due_on" label={w.milestoneDue} />
          </div>
          {tree.serves.length > 0 ? (
            <OwnServedChoices
              request={request}
              set={set}
              plan={plan}
              on={query.getAll('voor').concat(last?.serves.map(servedKey) ?? [])}
            />
          ) : (
            <p className="schakel-hint">{w.servesNone}</p>
          )}
          <details className="schakel-fold" open={sent !== null}>
            <summary>{w.more}</summary>
            <div className="schakel-plan-form">
              <LongField set={set} name="description" label={w.description} hint={w.descriptionHint} />
              <LongField
                set={set}
                name="partners"
                label={w.partners}
                value={last?.partners.join('\n') ?? ''}
                hint={w.partnersHint}
                rows={2}
              />
              <fieldset className="schakel-choices">
                <legend>{w.budget}</legend>
                <span className="schakel-hint">{words.programmePlan.money.hint}</span>
                <div className="schakel-plan-years">
                  {years.map((year) => (
                    <TextField key={year} set={set} name={`budget_cents-${year}`} label={`${year}`} />
                  ))}
                </div>
              </fieldset>
              <TextField set={set} name="number" label={w.number} hint={number} />
            </div>
          </details>
          <div className="schakel-actions">
            <Button type="submit" appearance="primary-action-button">
              {w.addButton}
            </Button>
            <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.slug)}>
              {w.toPlan}
            </a>
          </div>
        </form>
      </Stack>
    ),
  })
}

function Added({ request, plan, action }: { request: DeskRequest; plan: PlanAtDesk; action: Action }) {
  const w = request.words.programmePlan.action
  return (
    <DoneNotice request={request} said={{ actie: w.added(action) }}>
      <p>
        <a
          className="utrecht-link utrecht-link--html-a"
          href={actionPath(request, plan.tree.slug, action.id)}
        >
          {w.see}
        </a>
      </p>
    </DoneNotice>
  )
}
