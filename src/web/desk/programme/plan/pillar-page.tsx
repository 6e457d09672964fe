import { Button, Heading2 } from '@utrecht/component-library-react'
import { NotFound } from '../../../../errors.ts'
import {
  changePillar,
  movePillar,
  type PillarKind,
  pillarKinds,
  removePillar,
} from '../../../../programme/index.ts'
import { Card, Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import { choiceIn, idIn as idTyped, textIn, typedOf, writtenIn } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { idIn, pillarPath, programmeIn, programmePath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { DoneNotice, doneQuery, statusOf } from './form-page.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'

/** One pillar: its words, its place, and taking it away. */
export async function pillarPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) => screen(request, await loadPlan(ctx, programmeIn(request)), sent))

export async function postPillar(request: DeskRequest): Promise<Answer> {
  const [slug, pillar] = [programmeIn(request), idIn(request, 'pillar')]
  const typed = typedOf(await request.form())
  const form = textIn(typed, 'step')
  const version = idTyped(typed, 'version') ?? 0
  let next = pillarPath(request, slug, pillar)
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      if (form === 'weghalen') {
        const step = await removePillar(ctx, { pillar, version })
        next = `${programmePath(request, slug)}?gedaan=pijler-weg&weg=pillar-${pillar}-${step.version}`
      } else if (form === 'eerder' || form === 'later') {
        await movePillar(ctx, { pillar, to: form === 'eerder' ? 'earlier' : 'later' })
        next += doneQuery('bewaard')
      } else {
        const step = await changePillar(ctx, {
          pillar,
          version,
          name: textIn(typed, 'name'),
          kind: choiceIn<PillarKind>(typed, 'kind', pillarKinds),
          aim: writtenIn(typed, 'aim'),
        })
        next = `${programmePath(request, slug)}${doneQuery('bewaard', [step])}`
      }
    }),
  )
  return problem ? draw(request, { form, typed, problem }) : seeOther(next)
}

function screen(request: DeskRequest, plan: PlanAtDesk, sent: Sent | null): Screen {
  const { words } = request
  const w = words.programmePlan.pillar
  const { tree } = plan
  const pillar = tree.pillars.find(({ id }) => id === idIn(request, 'pillar'))
  if (!pillar) throw new NotFound()
  const place = tree.pillars.indexOf(pillar)
  const inside = tree.actions.filter((action) => action.pillar === pillar.id).length
  const set = fieldSet(request, 'pijler', sent, {
    name: pillar.name,
    kind: words.programme.pillarKind[pillar.kind],
    aim: pillar.aim ?? '',
  })
  const action = pillarPath(request, tree.slug, pillar.id)
  const button = (step: string, label: string) => (
    <button
      type="submit"
      name="step"
      value={step}
      className="utrecht-button utrecht-button--secondary-action schakel-slim"
    >
      {label}
    </button>
  )
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: w.title(pillar.name),
    title: w.title(pillar.name),
    wrong: sent !== null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        <DoneNotice request={request} />
        <Problem
          top
          request={request}
          sent={sent}
          form="pijler"
          labels={{ name: w.name, kind: w.kind, aim: w.aim }}
        />
        <Problem request={request} sent={sent} form="weghalen" />
        <form id="pijler" method="post" action={action} noValidate>
          <Stack>
            <input type="hidden" name="version" value={pillar.version} />
            <input type="hidden" name="step" value="pijler" />
            <TextField set={set} name="name" label={w.name} value={pillar.name} />
            <SelectField
              set={set}
              name="kind"
              label={w.kind}
              value={pillar.kind}
              choices={pillarKinds.map((value) => ({ value, label: words.programme.pillarKind[value] }))}
            />
            <LongField set={set} name="aim" label={w.aim} value={pillar.aim ?? ''} rows={2} />
            <div className="schakel-actions">
              <Button type="submit" appearance="primary-action-button">
                {words.programmePlan.save}
              </Button>
              <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.slug)}>
                {words.programmePlan.cancel}
              </a>
            </div>
          </Stack>
        </form>
        <Card labelledBy="plaats">
          <Heading2 id="plaats">{w.place}</Heading2>
          <form method="post" action={action}>
            <Stack size="s">
              <input type="hidden" name="version" value={pillar.version} />
              {inside > 0 && <p>{w.notEmpty(inside)}</p>}
              <div className="schakel-actions">
                {place > 0 && button('eerder', w.earlier)}
                {place < tree.pillars.length - 1 && button('later', w.later)}
                {inside === 0 && button('weghalen', w.remove)}
              </div>
            </Stack>
          </form>
        </Card>
      </Stack>
    ),
  })
}
