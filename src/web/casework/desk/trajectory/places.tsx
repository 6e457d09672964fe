import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { NotFound } from '../../../../errors.ts'
import type { LocationKind } from '../../../../reintegration/index.ts'
import {
  addLocation,
  grantLocation,
  locationsOf,
  openTrajectory,
  showLocation,
  teamOf,
} from '../../../../reintegration/index.ts'
import { Actions, Card, Stack } from '../../../components/layout.tsx'
import { LongField, SelectField } from '../../../desk/form-fields.tsx'
import { textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { CaseAnswer, StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from './form-frame.tsx'

const kinds: readonly LocationKind[] = ['avoid', 'stay', 'post', 'meeting']

/** Which places there are to open, without what they are. */
export const placesPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const places = await request.transact(async (ctx) => locationsOf(ctx, await openTrajectory(ctx, number)))
    const w = request.words.caseDesk.places
    const set = fieldsFor(request, 'plaats', sent)
    const path = `/trajecten/${number}/plaatsen`
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'plaats',
      sent,
      children: (
        <>
          {places.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <ul className="schakel-plain">
              {places.map(({ id, kind }) => (
                <li key={id}>
                  <Link href={caseHref(request, `${path}/${id}`)}>{w.open(w.kinds[kind])}</Link>
                </li>
              ))}
            </ul>
          )}
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <Stack>
              <Heading2>{w.add}</Heading2>
              <SelectField
                set={set}
                name="kind"
                label={w.kind}
                choices={kinds.map((value) => ({ value, label: w.kinds[value] }))}
              />
              <LongField set={set} name="text" label={w.text} />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.submit}
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
    const kind = kinds.find((one) => one === textIn(typed, 'kind')) ?? 'stay'
    await request.transact(async (ctx) =>
      addLocation(ctx, await openTrajectory(ctx, number, 'care', 'write'), {
        kind,
        text: textIn(typed, 'text'),
      }),
    )
    return goTo(request, `/trajecten/${number}/plaatsen?gedaan=bewaard`)
  },
})

/** One place. */
export async function placePage(request: StaffRequest): Promise<CaseAnswer> {
  const number = request.params.number ?? ''
  const id = idOf(request.params.place)
  const { kind, text, team } = await request.transact(async (ctx) => {
    const trajectory = await openTrajectory(ctx, number)
    const known = (await locationsOf(ctx, trajectory)).find((one) => one.id === id)
    if (!known) throw new NotFound()
    return {
      kind: known.kind,
      text: await showLocation(ctx, trajectory, id),
      team: await teamOf(ctx, trajectory),
    }
  })
  const w = request.words.caseDesk.places
  const path = `/trajecten/${number}/plaatsen/${id}`
  const me = request.actor.accountId
  const others = team.filter(({ accountId }) => accountId !== me)
  return caseFormScreen(request, {
    number,
    title: w.shownTitle(w.kinds[kind]),
    intro: w.shown,
    path,
    form: 'tonen',
    sent: null,
    children: (
      <>
        <Card>
          <p className="schakel-place">{text}</p>
        </Card>
        {others.length > 0 && (
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <Stack>
              <Heading2>{w.grant}</Heading2>
              <SelectField
                set={fieldsFor(request, 'tonen', null)}
                name="account"
                label={w.grantTo}
                choices={others.map(({ accountId, name }) => ({ value: accountId, label: name }))}
              />
              <Actions>
                <Button type="submit" appearance="secondary-action-button">
                  {w.grantSubmit}
                </Button>
              </Actions>
            </Stack>
          </form>
        )}
      </>
    ),
  })
}

export async function postPlace(request: StaffRequest): Promise<CaseAnswer> {
  const number = request.params.number ?? ''
  const id = idOf(request.params.place)
  const account = String((await request.form()).get('account') ?? '')
  await request.transact(async (ctx) => {
    const trajectory = await openTrajectory(ctx, number, 'care', 'write')
    const [places, team] = [await locationsOf(ctx, trajectory), await teamOf(ctx, trajectory)]
    const granted = places.some((one) => one.id === id) && team.some(({ accountId }) => accountId === account)
    if (!granted) throw new NotFound()
    await grantLocation(ctx, trajectory, { locationId: id, accountId: account })
  })
  return goTo(request, `/trajecten/${number}/plaatsen?gedaan=bewaard`)
}

/** @throws {NotFound} when it is no identifier */
function idOf(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,14}$/.test(text)) throw new NotFound()
  return Number(text)
}
