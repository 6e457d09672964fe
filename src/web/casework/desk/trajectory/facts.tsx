import { Button } from '@utrecht/component-library-react'
import type { Phase, Residence, TrajectoryState } from '../../../../reintegration/index.ts'
import { changeFacts, openTrajectory } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import { LongField, SelectField, TextField } from '../../../desk/form-fields.tsx'
import { dayIn, textIn, writtenIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from './form-frame.tsx'

export const factsPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const trajectory = await request.transact((ctx) => openTrajectory(ctx, number))
    const w = request.words.caseDesk
    const set = fieldsFor(request, 'gegevens', sent)
    const path = `/trajecten/${number}/gegevens`
    const day = (value: string | null) => (value ? formatDate(value, request.language) : '')
    const choices = <K extends string>(labels: Record<K, string>, without: readonly string[] = []) =>
      Object.entries<string>(labels)
        .filter(([value]) => !without.includes(value))
        .map(([value, label]) => ({ value, label }))
    return caseFormScreen(request, {
      number,
      title: w.facts.title,
      path,
      form: 'gegevens',
      sent,
      children: (
        <form method="post" action={caseHref(request, path)} className="schakel-form">
          <input type="hidden" name="version" value={trajectory.version} />
          <Stack>
            <LongField set={set} name="title" label={w.facts.words} value={trajectory.title ?? ''} rows={2} />
            <LongField set={set} name="caution" label={w.facts.caution} value={trajectory.caution ?? ''} />
            <SelectField
              set={set}
              name="state"
              label={w.facts.state}
              value={trajectory.state}
              choices={choices(w.states, trajectory.state === 'closed' ? [] : ['closed'])}
            />
            <SelectField
              set={set}
              name="phase"
              label={w.facts.phase}
              value={trajectory.phase}
              choices={choices(w.phases)}
            />
            <SelectField
              set={set}
              name="residence"
              label={w.facts.residence}
              value={trajectory.residence}
              choices={choices(w.residences)}
            />
            <TextField
              set={set}
              name="residenceUntil"
              label={w.facts.residenceUntil}
              value={day(trajectory.residenceUntil)}
            />
            <TextField
              set={set}
              name="safetyReviewedOn"
              label={w.facts.reviewed}
              value={day(trajectory.safetyReviewedOn)}
            />
            <TextField
              set={set}
              name="safetyReviewOn"
              label={w.facts.review}
              value={day(trajectory.safetyReviewOn)}
            />
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.facts.submit}
              </Button>
            </Actions>
          </Stack>
        </form>
      ),
    })
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number, 'care', 'write')
      await changeFacts(ctx, trajectory, {
        version: Number(textIn(typed, 'version')),
        state: textIn(typed, 'state') as Exclude<TrajectoryState, 'closed'>,
        phase: textIn(typed, 'phase') as Phase,
        residence: textIn(typed, 'residence') as Residence,
        residenceUntil: dayIn(typed, 'residenceUntil') ?? null,
        title: writtenIn(typed, 'title'),
        caution: writtenIn(typed, 'caution'),
        safetyReviewedOn: dayIn(typed, 'safetyReviewedOn') ?? null,
        safetyReviewOn: dayIn(typed, 'safetyReviewOn') ?? null,
      })
    })
    return goTo(request, `/trajecten/${number}?gedaan=bewaard`)
  },
})
