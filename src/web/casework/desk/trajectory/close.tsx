import { Button, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { Invalid } from '../../../../errors.ts'
import type { Closure } from '../../../../reintegration/index.ts'
import { closeTrajectory, openTrajectory, reopenTrajectory } from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import { RadioField } from '../../../desk/form-fields.tsx'
import { textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from './form-frame.tsx'

export const closePages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const trajectory = await request.transact((ctx) => openTrajectory(ctx, number))
    const w = request.words.caseDesk
    const path = `/trajecten/${number}/afsluiten`
    const reviewed = trajectory.safetyReviewedOn
    return caseFormScreen(request, {
      number,
      title: w.close.title,
      intro: w.close.intro,
      path,
      form: 'afsluiten',
      sent,
      children: (
        <>
          <Paragraph id="afsluiten-safety">
            {reviewed
              ? w.page.reviewed(formatDate(reviewed, request.language))
              : request.words.caseForm.fields['review-needed']({})}
            {reviewed && reviewed !== dayOf(request.now) && (
              <> {request.words.caseForm.fields['review-needed']({})}</>
            )}
          </Paragraph>
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <input type="hidden" name="version" value={trajectory.version} />
            <Stack>
              <RadioField
                set={fieldsFor(request, 'afsluiten', sent)}
                name="closure"
                label={w.close.why}
                choices={Object.entries(w.closures).map(([value, label]) => ({ value, label }))}
              />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.close.submit}
                </Button>
              </Actions>
            </Stack>
          </form>
        </>
      ),
    })
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    const closure = textIn(typed, 'closure')
    if (!(closure in request.words.caseDesk.closures)) {
      throw new Invalid('form-invalid', [{ field: 'closure', code: 'needed' }])
    }
    await request.transact(async (ctx) =>
      closeTrajectory(ctx, await openTrajectory(ctx, number, 'care', 'write'), {
        closure: closure as Closure,
        version: Number(textIn(typed, 'version')),
      }),
    )
    return goTo(request, `/trajecten/${number}`)
  },
})

export const reopenPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    await request.transact((ctx) => openTrajectory(ctx, number))
    const w = request.words.caseDesk.close
    const path = `/trajecten/${number}/heropenen`
    return caseFormScreen(request, {
      number,
      title: w.reopenTitle,
      intro: w.reopenIntro,
      path,
      form: 'heropenen',
      sent,
      children: (
        <form method="post" action={caseHref(request, path)}>
          <Button type="submit" appearance="primary-action-button">
            {w.reopenSubmit}
          </Button>
        </form>
      ),
    })
  },
  async send(request) {
    const number = request.params.number ?? ''
    await request.transact(async (ctx) => reopenTrajectory(ctx, await openTrajectory(ctx, number)))
    return goTo(request, `/trajecten/${number}?gedaan=heropend`)
  },
})
