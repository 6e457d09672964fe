import { unservedRequests } from '../../../../council/index.ts'
import {
  addPillar,
  editionOf,
  type PillarKind,
  type PlanChange,
  pillarKinds,
  planChanges,
  planOf,
  programmeReader,
} from '../../../../programme/index.ts'
import { capitalise } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import { choiceIn, textIn, typedOf, writtenIn } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { programmeIn, programmePath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { StepForm } from '../work/step-form.tsx'
import { DoneNotice, statusOf } from './form-page.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'
import { PlanAside } from './plan-aside.tsx'
import { PlanLead, PlanPillars } from './plan-view.tsx'
import { RestoreAction } from './undo.tsx'

export type PlanView = PlanAtDesk & { changes: PlanChange[] | null; unservedByAll: number }

/** The plan: pillars with their actions, and what is missing. */
export async function planPage(request: DeskRequest): Promise<Answer> {
  return request.transact(async (ctx) => screen(request, await loadView(ctx, request), null))
}

async function loadView(ctx: Parameters<typeof loadPlan>[0], request: DeskRequest): Promise<PlanView> {
  const plan = await loadPlan(ctx, programmeIn(request))
  const last = plan.tree.editions.at(-1)
  const changes = last
    ? planChanges(
        (
          await editionOf(programmeReader(ctx), {
            municipality: ctx.actor.municipality,
            programme: plan.tree.id,
            number: last.number,
          })
        ).plan,
        planOf(plan.tree),
      )
    : null
  return { ...plan, changes, unservedByAll: (await unservedRequests(ctx)).length }
}

/** Adds a pillar. */
export async function postPlan(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const typed = typedOf(await request.form())
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const { tree } = await loadPlan(ctx, slug)
      await addPillar(ctx, {
        programme: tree.id,
        kind: choiceIn<PillarKind>(typed, 'kind', pillarKinds),
        name: textIn(typed, 'name'),
        aim: writtenIn(typed, 'aim'),
      })
    }),
  )
  if (problem) {
    const sent = { form: 'pijler-erbij', typed, problem }
    return request.transact(async (ctx) => screen(request, await loadView(ctx, request), sent))
  }
  return seeOther(`${programmePath(request, slug)}?gedaan=bewaard`)
}

function screen(request: DeskRequest, view: PlanView, sent: Sent | null): Screen {
  const { tree } = view
  const removed = request.query.get('weg') ?? ''
  const w = request.words.programmePlan
  return programmeScreen(request, tree, {
    tab: 'plan',
    status: statusOf(sent),
    wrong: sent !== null,
    aside: <PlanAside request={request} view={view} />,
    body: (
      <Stack size="l">
        <Stack>
          <DoneNotice
            request={request}
            said={{
              begonnen: w.saved,
              veel: capitalise(request.words.programmeMany.done(Number(request.query.get('aantal')) || 0)),
              vastgesteld: w.adopt.done(tree.editions.at(-1)?.number ?? 1),
              'actie-weg': w.action.removedShort,
              'pijler-weg': w.pillar.removedShort,
            }}
          >
            <RestoreAction request={request} programme={tree.slug} removed={removed} />
          </DoneNotice>
          <PlanLead request={request} view={view} />
        </Stack>
        <PlanPillars request={request} view={view} />
        {view.open && <PillarForm request={request} programme={tree.slug} sent={sent} />}
      </Stack>
    ),
  })
}

function PillarForm({
  request,
  programme,
  sent,
}: {
  request: DeskRequest
  programme: string
  sent: Sent | null
}) {
  const w = request.words.programmePlan
  const form = 'pijler-erbij'
  const set = fieldSet(request, form, sent)
  return (
    <StepForm
      form={form}
      title={w.plan.addPillar}
      button={w.plan.addPillar}
      action={programmePath(request, programme)}
      version={0}
      open={sent !== null}
    >
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{ name: w.pillar.name, kind: w.pillar.kind }}
      />
      <TextField set={set} name="name" label={w.pillar.name} />
      <SelectField
        set={set}
        name="kind"
        label={w.pillar.kind}
        value="other"
        choices={pillarKinds.map((value) => ({ value, label: request.words.programme.pillarKind[value] }))}
      />
      <LongField set={set} name="aim" label={w.pillar.aim} rows={2} hint={w.public} />
    </StepForm>
  )
}
