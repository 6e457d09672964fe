import { Heading2 } from '@utrecht/component-library-react'
import type { Ctx } from '../../../../ctx.ts'
import {
  changeProgramme,
  dropProgramme,
  endProgramme,
  type ProgrammeStep,
  serve,
  setMoney,
  unserve,
  yearsOf,
} from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import {
  dayIn,
  idIn as idTyped,
  onIn,
  type Typed,
  textIn,
  together,
  typedOf,
  writtenIn,
} from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { detailsPath, programmeIn, programmePath } from '../paths.ts'
import { attempt, type Sent } from '../work/sent.ts'
import { type DetailsView, EndForm, FrameForm, ServesPart, WordsForm } from './details-forms.tsx'
import { DoneNotice, doneQuery, euroIn, inRow, statusOf } from './form-page.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'
import { loadServable, servedIn } from './served-choices.tsx'

/** What a programme is called, how long it runs, its money as a whole, what it is for, and its end. */
export async function detailsPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => {
    const plan = await loadPlan(ctx, programmeIn(request))
    const servable = await loadServable(ctx, { search: request.query.get('zoek')?.trim() ?? '' })
    return screen(request, { ...plan, servable }, sent)
  })

export async function postDetails(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const typed = typedOf(await request.form())
  const form = textIn(typed, 'step')
  let steps: (ProgrammeStep | null)[] = []
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      steps = await take(ctx, await loadPlan(ctx, slug), form, typed)
    }),
  )
  if (problem) return draw(request, { form, typed, problem })
  const over = form === 'afsluiten' || form === 'vervallen'
  return seeOther(
    over ? programmePath(request, slug) : `${detailsPath(request, slug)}${doneQuery('bewaard', steps)}`,
  )
}

async function take(
  ctx: Ctx,
  { tree }: PlanAtDesk,
  form: string,
  typed: Typed,
): Promise<(ProgrammeStep | null)[]> {
  const own = { programme: tree.id, version: idTyped(typed, 'version') ?? 0 }
  const reason = writtenIn(typed, 'reason')
  switch (form) {
    case 'kader':
      return frameSteps(ctx, tree.id, yearsOf(tree), typed)
    case 'waarvoor': {
      for (const one of servedIn(typed, { needed: true })) {
        await serve(ctx, { programme: tree.id, action: null, ...one })
      }
      return []
    }
    case 'niet-waarvoor':
      return [await unserve(ctx, { served: idTyped(typed, 'served') ?? 0, version: own.version })]
    case 'vervallen':
      return [await dropProgramme(ctx, { ...own, reason: reason ?? '' })]
    case 'afsluiten':
      return [await endProgramme(ctx, { ...own, reason: reason ?? '', ...onIn(typed) })]
    default: {
      const days = together({
        startsOn: () => dayIn(typed, 'starts_on') ?? '',
        endsOn: () => dayIn(typed, 'ends_on') ?? '',
      })
      return [
        await changeProgramme(ctx, {
          ...own,
          title: textIn(typed, 'title'),
          summary: textIn(typed, 'summary'),
          ...days,
          reason,
        }),
      ]
    }
  }
}

/** All years are tried, so that all that is wrong is said at once. */
async function frameSteps(ctx: Ctx, programme: number, years: readonly number[], typed: Typed) {
  const budgets = together(
    Object.fromEntries(years.map((year) => [year, () => euroIn(typed, `budget_cents-${year}`)])),
  )
  const steps: (ProgrammeStep | null)[] = []
  for (const year of years) {
    steps.push(
      await inRow(year, () =>
        setMoney(ctx, {
          programme,
          action: null,
          year,
          version: idTyped(typed, `version-${year}`),
          budget: budgets[year] ?? null,
          reason: writtenIn(typed, 'reason'),
        }),
      ),
    )
  }
  return steps
}

function screen(request: DeskRequest, view: DetailsView, sent: Sent | null): Screen {
  const w = request.words.programmePlan.details
  const { tree } = view
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: w.title,
    title: w.title,
    wrong: sent !== null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        <DoneNotice request={request} />
        <section className="schakel-steps" aria-labelledby="gegevens-titel">
          <Heading2 id="gegevens-titel" className="schakel-hidden">
            {w.title}
          </Heading2>
          <WordsForm request={request} view={view} sent={sent} />
          <FrameForm request={request} view={view} sent={sent} />
        </section>
        <ServesPart request={request} view={view} sent={sent} />
        {view.open && <EndForm request={request} view={view} sent={sent} />}
      </Stack>
    ),
  })
}
