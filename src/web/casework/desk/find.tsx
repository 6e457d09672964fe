import { Alert, Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { Invalid, NotFound } from '../../../errors.ts'
import type { Findable } from '../../../reintegration/index.ts'
import { breakGlass, findable, findPerson } from '../../../reintegration/index.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { LongField, TextField } from '../../desk/form-fields.tsx'
import { dayIn, textIn } from '../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem, type Sent } from '../kit.tsx'
import type { CaseScreen, StaffRequest } from '../page.ts'
import { caseHref, goTo } from '../page.ts'

/** Search by two details; the answer comes with the form, so that nothing typed stands in an address. */
export const findPages = formPages<StaffRequest>({
  draw: (request, sent) => drawFind(request, sent, null),
  async send(request, typed) {
    const born = dayIn(typed, 'birth-date')
    const given: Partial<Record<Findable, string>> = Object.fromEntries(
      findable.map((field) => [field, textIn(typed, field)]),
    )
    const numbers = await request.transact((ctx) =>
      findPerson(ctx, { ...given, ...(born ? { 'birth-date': born } : {}) }),
    )
    return drawFind(request, { typed, error: new Invalid() }, numbers)
  },
})

async function drawFind(
  request: StaffRequest,
  sent: Sent | null,
  numbers: readonly string[] | null,
): Promise<CaseScreen> {
  const w = request.words.caseDesk
  const set = fieldsFor(request, 'zoeken', sent)
  return {
    title: w.search.title,
    nav: 'search',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.search.title}</Heading1>
          <Paragraph>{w.search.intro}</Paragraph>
        </Stack>
        {numbers === null && <Problem request={request} form="zoeken" sent={sent} />}
        {numbers && (
          <Alert type="info">
            <Paragraph>{numbers.length === 0 ? w.search.none : w.search.found(numbers.length)}</Paragraph>
            {numbers.length > 0 && (
              <ul className="schakel-plain">
                {numbers.map((number) => (
                  <li key={number}>
                    <Link href={caseHref(request, `/trajecten/${number}`)}>{number}</Link>
                  </li>
                ))}
              </ul>
            )}
          </Alert>
        )}
        <form method="post" action={caseHref(request, '/zoeken')} className="schakel-form">
          <Stack>
            {findable.map((field) => (
              <TextField key={field} set={set} name={field} label={w.identity.fields[field]} />
            ))}
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.search.submit}
              </Button>
            </Actions>
          </Stack>
        </form>
        <Stack size="s">
          <Heading2>{w.search.emergency}</Heading2>
          <Link href={caseHref(request, '/noodtoegang')}>{w.search.emergencyLink}</Link>
        </Stack>
      </Stack>
    ),
  }
}

/** Emergency access: a number and a reason. */
export const emergencyPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const w = request.words.caseDesk.emergency
    const set = fieldsFor(request, 'nood', sent)
    return {
      title: w.title,
      nav: 'search',
      body: (
        <Stack size="l">
          <Stack size="s">
            <Heading1>{w.title}</Heading1>
            <Paragraph>{w.intro}</Paragraph>
          </Stack>
          <Problem request={request} form="nood" sent={sent} />
          <form method="post" action={caseHref(request, '/noodtoegang')} className="schakel-form">
            <Stack>
              <TextField
                set={set}
                name="number"
                label={w.number}
                value={request.query.get('traject') ?? ''}
              />
              <LongField set={set} name="reason" label={w.reason} hint={w.reasonHint} />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.submit}
                </Button>
              </Actions>
            </Stack>
          </form>
        </Stack>
      ),
    }
  },
  async send(request, typed) {
    const number = textIn(typed, 'number').trim().toUpperCase()
    try {
      await request.transact((ctx) => breakGlass(ctx, { number, reason: textIn(typed, 'reason') }))
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      throw new Invalid('form-invalid', [{ field: 'number', code: 'no-such-number' }])
    }
    return goTo(request, `/trajecten/${encodeURIComponent(number)}`)
  },
})
