import { Button, Heading2, Paragraph } from '@utrecht/component-library-react'
import type { Achievement, Before, Goal } from '../../../../reintegration/index.ts'
import {
  achievements,
  agreeToGoal,
  changeGoal,
  endGoal,
  goalsOf,
  historyOf,
  progressOf,
  teamOf,
} from '../../../../reintegration/index.ts'
import { Chip } from '../../../components/chip.tsx'
import { Actions, Stack } from '../../../components/layout.tsx'
import { LongField, RadioField, SelectField, TextField } from '../../../desk/form-fields.tsx'
import { choiceIn, dayIn, textIn, writtenIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem, type Sent } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import {
  changeFields,
  choices,
  dayOfText,
  dayText,
  found,
  inCase,
  numberOf,
  rowIn,
  versionIn,
} from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'
import { Bar, chipOf } from './plan-section.tsx'

type Shown = { goal: Goal; history: Before<Goal>[]; team: { accountId: string; name: string }[] }

/** One goal: her agreement, what is next, how far it is, its end, and what stood there before. */
export const goalPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const id = rowIn(request, 'goal')
    const shown = await inCase(request, 'read', async (ctx, trajectory) => ({
      goal: found(await goalsOf(ctx, trajectory), id),
      history: await historyOf<Goal>(ctx, trajectory, 'goal', id),
      team: await teamOf(ctx, trajectory),
    }))
    const { goal, history } = shown
    const w = request.words.casePlan
    const number = numberOf(request)
    const path = `/trajecten/${number}/plan/${id}`
    const { tone, word } = chipOf(request, goal, null, null)
    return caseFormScreen(request, {
      number,
      title: w.domains[goal.domain],
      path,
      form: '',
      sent: null,
      children: (
        <>
          <Stack>
            <p className="schakel-lead">“{goal.words}”</p>
            <div className="schakel-goal__state">
              <Chip tone={tone}>{word}</Chip>
              <Bar request={request} of={progressOf(goal)} />
            </div>
            <Paragraph>{agreementOf(request, shown)}</Paragraph>
          </Stack>
          {goal.state === 'proposed' && <Agree request={request} shown={shown} path={path} sent={sent} />}
          {goal.state !== 'ended' && <Change request={request} goal={goal} path={path} sent={sent} />}
          {goal.state !== 'ended' && <End request={request} goal={goal} path={path} sent={sent} />}
          <History request={request} history={history} />
        </>
      ),
    })
  },
  async send(request, typed) {
    const id = rowIn(request, 'goal')
    const row = { id, version: versionIn(typed) }
    const path = `/trajecten/${numberOf(request)}/plan/${id}`
    const form = textIn(typed, 'form')
    if (form === 'akkoord') {
      const on = dayIn(typed, 'on')
      const agreedWith = textIn(typed, 'agreedWith')
      await inCase(request, 'write', async (ctx, trajectory) => {
        const team = await teamOf(ctx, trajectory)
        const known = team.some(({ accountId }) => accountId === agreedWith)
        await agreeToGoal(ctx, trajectory, {
          ...row,
          ...(on ? { on } : {}),
          ...(known ? { agreedWith } : {}),
        })
      })
      return goTo(request, `${path}?gedaan=akkoord`)
    }
    const achievement = choiceIn<Achievement>(typed, 'achievement', achievements)
    if (form === 'eindigen') {
      await inCase(request, 'write', (ctx, trajectory) => endGoal(ctx, trajectory, { ...row, achievement }))
      return goTo(request, `${path}?gedaan=doel-klaar`)
    }
    const dueOn = dayIn(typed, 'dueOn') ?? null
    await inCase(request, 'write', (ctx, trajectory) =>
      changeGoal(ctx, trajectory, {
        ...row,
        words: textIn(typed, 'words'),
        step: writtenIn(typed, 'step'),
        dueOn,
        achievement,
      }),
    )
    return goTo(request, `${path}?gedaan=bewaard`)
  },
})

function agreementOf(request: StaffRequest, { goal, team }: Shown): string {
  const w = request.words.casePlan
  if (goal.state === 'ended' && goal.endedAt) return w.ended(dayOfText(request, goal.endedAt))
  if (!goal.agreedAt) return w.waits
  if (!goal.agreedOn) return w.agreedSelf(dayOfText(request, goal.agreedAt))
  const name = team.find(({ accountId }) => accountId === goal.agreedWith)?.name ?? w.someone
  return w.agreed(dayText(request, goal.agreedOn), name)
}

type FormProps = { request: StaffRequest; goal: Goal; path: string; sent: Sent | null }

function Agree({ request, shown, path, sent }: Omit<FormProps, 'goal'> & { shown: Shown }) {
  const w = request.words.casePlan
  const set = fieldsFor(request, 'akkoord', sent)
  const me = request.actor.accountId
  const team = shown.team.map(({ accountId, name }) => ({ value: accountId, label: name }))
  return (
    <form method="post" action={caseHref(request, path)} className="schakel-form">
      <Stack>
        <Heading2>{w.agree}</Heading2>
        <Paragraph>{w.agreeIntro}</Paragraph>
        <Problem request={request} form="akkoord" sent={sent} />
        <input type="hidden" name="form" value="akkoord" />
        <input type="hidden" name="version" value={shown.goal.version} />
        <TextField set={set} name="on" label={w.agreeOn} value={dayOfText(request, request.now)} />
        <SelectField set={set} name="agreedWith" label={w.agreeWith} value={me} choices={team} />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {w.agreeSubmit}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

function Change({ request, goal, path, sent }: FormProps) {
  const w = request.words.casePlan
  const current = { words: goal.words, step: goal.step ?? '', dueOn: dayText(request, goal.dueOn) }
  const set = changeFields(request, 'wijzigen', sent, current)
  return (
    <form method="post" action={caseHref(request, path)} className="schakel-form">
      <Stack>
        <Heading2>{w.change}</Heading2>
        <Problem request={request} form="wijzigen" sent={sent} />
        <input type="hidden" name="form" value="wijzigen" />
        <input type="hidden" name="version" value={goal.version} />
        <LongField set={set} name="step" label={w.step} value={current.step} rows={2} />
        <TextField set={set} name="dueOn" label={w.dueOn} hint={w.dueHint} value={current.dueOn} />
        <RadioField
          set={set}
          name="achievement"
          label={w.achievement}
          value={goal.achievement}
          choices={choices(achievements, w.achievements)}
        />
        <LongField
          set={set}
          name="words"
          label={w.words}
          hint={goal.agreedAt ? w.wordsAgain : w.wordsHint}
          value={goal.words}
        />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {w.save}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

function End({ request, goal, path, sent }: FormProps) {
  const w = request.words.casePlan
  const set = fieldsFor(request, 'eindigen', sent)
  return (
    <details className="schakel-fold" open={sent?.typed.get('form')?.at(-1) === 'eindigen'}>
      <summary>{w.end}</summary>
      <form method="post" action={caseHref(request, path)} className="schakel-form">
        <Stack>
          <Paragraph>{w.endIntro}</Paragraph>
          <Problem request={request} form="eindigen" sent={sent} />
          <input type="hidden" name="form" value="eindigen" />
          <input type="hidden" name="version" value={goal.version} />
          <RadioField
            set={set}
            name="achievement"
            label={w.achievement}
            value={goal.achievement}
            choices={choices(achievements, w.achievements)}
          />
          <Actions>
            <Button type="submit" appearance="secondary-action-button">
              {w.endSubmit}
            </Button>
          </Actions>
        </Stack>
      </form>
    </details>
  )
}

function History({ request, history }: { request: StaffRequest; history: readonly Before<Goal>[] }) {
  const w = request.words.casePlan
  if (history.length === 0) return null
  return (
    <details className="schakel-fold">
      <summary>{w.history}</summary>
      <ul className="schakel-plain schakel-rows">
        {history.map(({ version, before, change, by, at }) => (
          <li key={version}>
            <Paragraph>“{before.words}”</Paragraph>
            <small>
              {[
                before.step,
                w.achievements[before.achievement],
                before.dueOn && w.due(dayText(request, before.dueOn)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
            <small>{w.by(w.changes[change] ?? change, by ?? w.herself, dayOfText(request, at))}</small>
          </li>
        ))}
      </ul>
    </details>
  )
}
