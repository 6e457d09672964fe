import { Button, Heading2 } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import {
  colleaguesOf,
  handOver,
  joinTeam,
  leaveTeam,
  openTrajectory,
  teamOf,
} from '../../../../reintegration/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Actions, Card, Stack } from '../../../components/layout.tsx'
import { RadioField, SelectField, TickField } from '../../../desk/form-fields.tsx'
import { textIn } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages } from '../../kit.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { caseFormScreen } from './form-frame.tsx'

const twoWeeks = 14 * 86_400_000

export const teamPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const number = request.params.number ?? ''
    const { team, colleagues } = await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number)
      return { team: await teamOf(ctx, trajectory), colleagues: await colleaguesOf(ctx) }
    })
    const w = request.words.caseDesk.team
    const path = `/trajecten/${number}/team`
    const inTeam = new Set(team.map(({ accountId }) => accountId))
    const choices = (from: typeof colleagues) => [
      { value: '', label: w.choose },
      ...from.map(({ accountId, name }) => ({ value: accountId, label: name })),
    ]
    const [join, over] = [fieldsFor(request, 'erbij', sent), fieldsFor(request, 'over', sent)]
    const mine = team.some(
      ({ accountId, part }) => accountId === request.actor.accountId && part === 'coordinator',
    )
    return caseFormScreen(request, {
      number,
      title: w.title,
      path,
      form: sent?.typed.get('form')?.at(-1) ?? 'erbij',
      sent,
      children: (
        <>
          <Card labelledBy="wie">
            <Heading2 id="wie">{w.who}</Heading2>
            <ul className="schakel-plain">
              {team.map((member) => (
                <li key={member.relationId} className="schakel-row">
                  <span>
                    {member.name} <small>{w.parts[member.part]}</small>
                    {member.until && (
                      <small> {w.until(formatDate(dayOf(member.until), request.language))}</small>
                    )}
                  </span>
                  {member.part !== 'coordinator' && (
                    <form method="post" action={caseHref(request, path)}>
                      <input type="hidden" name="form" value="stopt" />
                      <input type="hidden" name="relation" value={member.relationId} />
                      <Button type="submit" appearance="secondary-action-button">
                        {w.leave(member.name)}
                      </Button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
          </Card>
          <form method="post" action={caseHref(request, path)} className="schakel-form">
            <input type="hidden" name="form" value="erbij" />
            <Stack>
              <Heading2>{w.join}</Heading2>
              <SelectField
                set={join}
                name="account"
                label={w.colleague}
                choices={choices(colleagues.filter(({ accountId }) => !inTeam.has(accountId)))}
              />
              <RadioField
                set={join}
                name="part"
                label={w.part}
                value="worker"
                choices={(['worker', 'substitute'] as const).map((part) => ({
                  value: part,
                  label: w.parts[part],
                }))}
              />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.joinSubmit}
                </Button>
              </Actions>
            </Stack>
          </form>
          {mine && (
            <form method="post" action={caseHref(request, path)} className="schakel-form">
              <input type="hidden" name="form" value="over" />
              <Stack>
                <Heading2>{w.over}</Heading2>
                <p>{w.overIntro}</p>
                <SelectField
                  set={over}
                  name="account"
                  label={w.colleague}
                  choices={choices(
                    colleagues.filter(({ accountId }) => accountId !== request.actor.accountId),
                  )}
                />
                <TickField set={over} name="stay" label={w.stay} />
                <Actions>
                  <Button type="submit" appearance="secondary-action-button">
                    {w.overSubmit}
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
    const number = request.params.number ?? ''
    const form = textIn(typed, 'form')
    const accountId = textIn(typed, 'account')
    await request.transact(async (ctx) => {
      const trajectory = await openTrajectory(ctx, number, 'care', 'write')
      if (form === 'stopt') return leaveTeam(ctx, trajectory, Number(textIn(typed, 'relation')))
      if (form === 'over') {
        const stays = textIn(typed, 'stay') === 'ja'
        return handOver(ctx, trajectory, {
          accountId,
          stayUntil: stays ? new Date(request.now.getTime() + twoWeeks) : null,
        })
      }
      const part = textIn(typed, 'part') === 'substitute' ? 'substitute' : 'worker'
      return joinTeam(ctx, trajectory, { accountId, part })
    })
    return goTo(request, form === 'over' ? '/trajecten' : `/trajecten/${number}/team?gedaan=team`)
  },
})
