import { Button, Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { domains, type Goal, goalsOf, progressOf, proposeGoal } from '../../../../reintegration/index.ts'
import { Chip } from '../../../components/chip.tsx'
import { Actions, Stack } from '../../../components/layout.tsx'
import { LongField, SelectField, TextField } from '../../../desk/form-fields.tsx'
import { choiceIn, dayIn, textIn, together, writtenIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { choices, dayOfText, dayText, inCase, numberOf } from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { Bar, chipOf } from './plan-section.tsx'

/** All her goals, and a new one. */
export const planPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const { goals, closed } = await inCase(request, 'read', async (ctx, trajectory) => ({
      goals: await goalsOf(ctx, trajectory),
      closed: trajectory.state === 'closed',
    }))
    const w = request.words.casePlan
    const number = numberOf(request)
    const path = `/trajecten/${number}/plan`
    const set = fieldsFor(request, 'doel', sent)
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'doel',
      sent,
      children: (
        <>
          {goals.length === 0 && <Paragraph>{w.none}</Paragraph>}
          <ul className="schakel-plain schakel-rows">
            {goals.map((goal) => (
              <GoalRow key={goal.id} request={request} goal={goal} path={`${path}/${goal.id}`} />
            ))}
          </ul>
          {!closed && (
            <form method="post" action={caseHref(request, path)} className="schakel-form">
              <Stack>
                <Heading2>{w.add}</Heading2>
                <SelectField set={set} name="domain" label={w.domain} choices={choices(domains, w.domains)} />
                <LongField set={set} name="words" label={w.words} hint={w.wordsHint} />
                <LongField set={set} name="step" label={w.step} rows={2} />
                <TextField set={set} name="dueOn" label={w.dueOn} hint={w.dueHint} />
                <Actions>
                  <Button type="submit" appearance="primary-action-button">
                    {w.propose}
                  </Button>
                </Actions>
              </Stack>
            </form>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const { domain, dueOn } = together({
      domain: () => choiceIn(typed, 'domain', domains),
      dueOn: () => dayIn(typed, 'dueOn') ?? null,
    })
    const id = await inCase(request, 'write', (ctx, trajectory) =>
      proposeGoal(ctx, trajectory, {
        domain,
        words: textIn(typed, 'words'),
        step: writtenIn(typed, 'step'),
        dueOn,
      }),
    )
    return goTo(request, `/trajecten/${numberOf(request)}/plan/${id}?gedaan=doel`)
  },
})

function GoalRow({ request, goal, path }: { request: StaffRequest; goal: Goal; path: string }) {
  const w = request.words.casePlan
  const { tone, word } = chipOf(request, goal, null, null)
  const late = goal.dueOn !== null && goal.dueOn < dayOf(request.now)
  return (
    <li className={goal.state === 'ended' ? 'schakel-rows__over' : undefined}>
      <div className="schakel-goal__head">
        <Heading3>
          <Link href={caseHref(request, path)}>{w.domains[goal.domain]}</Link>
        </Heading3>
        <Chip tone={tone}>{word}</Chip>
      </div>
      {goal.state !== 'ended' && <Bar request={request} of={progressOf(goal)} />}
      <Paragraph>“{goal.words}”</Paragraph>
      <small>
        {goal.state === 'ended'
          ? goal.endedAt && w.ended(dayOfText(request, goal.endedAt))
          : goal.state === 'proposed'
            ? w.waits
            : [goal.step ?? w.noStep, goal.dueOn && (late ? w.wasDue : w.due)(dayText(request, goal.dueOn))]
                .filter(Boolean)
                .join(' ')}
      </small>
    </li>
  )
}
