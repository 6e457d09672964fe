import { Button } from '@utrecht/component-library-react'
import { slugOf } from '../../../../council/index.ts'
import { Refused } from '../../../../errors.ts'
import { goesOn, succeedProgramme } from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField, TextField } from '../../form-fields.tsx'
import { dayIn, idsIn, textIn, together, typedOf } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { programmeIn, programmePath, succeedPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { statusOf, TicksField } from './form-page.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'

/** Beginning the programme that comes after an adopted one. */
export async function succeedPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => screen(request, await loadPlan(ctx, programmeIn(request)), sent))

export async function postSucceed(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const typed = typedOf(await request.form())
  let next = ''
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const { tree } = await loadPlan(ctx, slug)
      const days = together({
        startsOn: () => dayIn(typed, 'starts_on') ?? '',
        endsOn: () => dayIn(typed, 'ends_on') ?? '',
      })
      const title = textIn(typed, 'title')
      const begun = await succeedProgramme(ctx, {
        programme: tree.id,
        title,
        slug: slugOf([title], 60),
        summary: textIn(typed, 'summary'),
        ...days,
        actions: idsIn(typed, 'actions'),
      })
      next = begun.slug
    }),
  )
  if (problem) return draw(request, { form: 'opvolger', typed, problem })
  return seeOther(`${programmePath(request, next)}?gedaan=begonnen`)
}

function screen(request: DeskRequest, { tree }: PlanAtDesk, sent: Sent | null): Screen {
  const { words, language } = request
  const w = words.programmePlan
  if (tree.state !== 'adopted') throw new Refused('programme-closed')
  const form = 'opvolger'
  const set = fieldSet(request, form, sent)
  const open = tree.actions.filter(goesOn)
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: w.succeed.title,
    title: w.succeed.title,
    wrong: sent !== null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        <p>{w.succeed.lead(tree.title)}</p>
        <Problem
          top
          request={request}
          sent={sent}
          form={form}
          labels={{
            title: w.begin.name,
            summary: w.begin.summary,
            starts_on: w.begin.starts,
            ends_on: w.begin.ends,
            actions: w.succeed.actions,
          }}
        />
        <form
          id={form}
          className="schakel-plan-form"
          method="post"
          action={succeedPath(request, tree.slug)}
          noValidate
        >
          <TextField set={set} name="title" label={w.begin.name} />
          <LongField set={set} name="summary" label={w.begin.summary} hint={w.begin.summaryHint} />
          <div className="schakel-plan-pair">
            <TextField set={set} name="starts_on" label={w.begin.starts} hint={w.dayHint} />
            <TextField set={set} name="ends_on" label={w.begin.ends} />
          </div>
          {open.length === 0 ? (
            <p>{w.succeed.none}</p>
          ) : (
            <TicksField
              set={set}
              name="actions"
              legend={w.succeed.actions}
              choices={open.map(({ id, number, title, state }) => ({
                value: String(id),
                label: (
                  <Original language={language}>
                    {number} {title}
                  </Original>
                ),
                hint: words.programme.actionState[state],
                on: true,
              }))}
            />
          )}
          <div className="schakel-actions">
            <Button type="submit" appearance="primary-action-button">
              {w.succeed.button}
            </Button>
            <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.slug)}>
              {w.cancel}
            </a>
          </div>
        </form>
      </Stack>
    ),
  })
}
