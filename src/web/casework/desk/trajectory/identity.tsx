import { Button } from '@utrecht/component-library-react'
import type { Identity } from '../../../../reintegration/index.ts'
import { openTrajectory, readIdentity, setIdentity } from '../../../../reintegration/index.ts'
import type { IdentityField } from '../../../../vault/index.ts'
import { Actions, Stack } from '../../../components/layout.tsx'
import { LongField, TextField } from '../../../desk/form-fields.tsx'
import { dayIn, textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from './form-frame.tsx'

const fields: readonly IdentityField[] = [
  'called',
  'given-names',
  'surname',
  'birth-date',
  'contact-channel',
  'phone',
  'email',
  'language',
  'nationality',
  'document-number',
]

/** Who she is: opened apart from her case, and each time written down. */
export const identityPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const identity = await request.transact(async (ctx) =>
      readIdentity(ctx, await openTrajectory(ctx, number)),
    )
    const w = request.words.caseDesk.identity
    const set = fieldsFor(request, 'wie', sent)
    const path = `/trajecten/${number}/wie`
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'wie',
      sent,
      children: (
        <form method="post" action={caseHref(request, path)} className="schakel-form">
          <Stack>
            {fields.map((field) => {
              const Field = field === 'contact-channel' ? LongField : TextField
              return (
                <Field
                  key={field}
                  set={set}
                  name={field}
                  label={w.fields[field]}
                  value={identity[field] ?? ''}
                />
              )
            })}
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.submit}
              </Button>
            </Actions>
          </Stack>
        </form>
      ),
    })
  },
  async send(request, typed) {
    const number = request.params.number ?? ''
    const born = dayIn(typed, 'birth-date')
    const given: Identity = Object.fromEntries(fields.map((field) => [field, textIn(typed, field)]))
    await request.transact(async (ctx) =>
      setIdentity(ctx, await openTrajectory(ctx, number, 'care', 'write'), {
        ...given,
        ...(born ? { 'birth-date': born } : {}),
      }),
    )
    return goTo(request, `/trajecten/${number}/wie?gedaan=bewaard`)
  },
})
