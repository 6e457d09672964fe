import { Button, Heading1, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import type { Phase } from '../../../../reintegration/index.ts'
import { beginTrajectory, groundsOn } from '../../../../reintegration/index.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import { LongField, RadioField, TextField } from '../../../desk/form-fields.tsx'
import { dayIn, textIn, writtenIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'

/** The intake: three things now, the rest later. */
export const beginPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const w = request.words.caseDesk
    const set = fieldsFor(request, 'nieuw', sent)
    const grounds = groundsOn(dayOf(request.now), 'care')
    return {
      title: w.begin.title,
      nav: 'trajectories',
      crumbs: [
        { label: w.list.title, path: '/trajecten' },
        { label: w.begin.title, path: '/trajecten/nieuw' },
      ],
      body: (
        <Stack size="l">
          <Stack size="s">
            <Heading1>{w.begin.title}</Heading1>
            <Paragraph>{w.begin.intro}</Paragraph>
          </Stack>
          <Problem request={request} form="nieuw" sent={sent} />
          <form method="post" action={caseHref(request, '/trajecten/nieuw')} className="schakel-form">
            <Stack>
              <TextField set={set} name="called" label={w.begin.called} hint={w.begin.calledHint} />
              <RadioField
                set={set}
                name="ground"
                label={w.begin.ground}
                choices={grounds.map(({ id, kind, article }) => ({
                  value: id,
                  label: w.grounds[kind],
                  hint: article,
                }))}
              />
              <LongField set={set} name="caution" label={w.begin.caution} hint={w.begin.cautionHint} />
              <LongField set={set} name="title" label={w.begin.title2} hint={w.begin.titleHint} rows={2} />
              <RadioField
                set={set}
                name="phase"
                label={w.begin.phase}
                value="crisis"
                choices={(['crisis', 'transition', 'independent'] as const).map((phase) => ({
                  value: phase,
                  label: w.phases[phase],
                }))}
              />
              <TextField set={set} name="safetyReviewOn" label={w.begin.review} />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.begin.submit}
                </Button>
              </Actions>
            </Stack>
          </form>
        </Stack>
      ),
    }
  },
  async send(request, typed) {
    const phase = textIn(typed, 'phase')
    const number = await request.transact((ctx) =>
      beginTrajectory(ctx, {
        called: textIn(typed, 'called'),
        ground: textIn(typed, 'ground'),
        caution: writtenIn(typed, 'caution'),
        title: writtenIn(typed, 'title'),
        safetyReviewOn: dayIn(typed, 'safetyReviewOn') ?? null,
        ...(['crisis', 'transition', 'independent'].includes(phase) ? { phase: phase as Phase } : {}),
      }),
    )
    return goTo(request, `/trajecten/${number}?gedaan=begonnen`)
  },
})
