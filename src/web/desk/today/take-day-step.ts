import { startMatter, undoLastStep } from '../../../council/index.ts'
import { NotFound, Refused } from '../../../errors.ts'
import type { Answer, DeskRequest } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { homePath } from '../desk-paths.ts'
import { readDayQuery, writeDayQuery } from './day.ts'
import { findOfficialDay, officialScreen } from './official-page.tsx'
import { findToday, todayScreen } from './today-page.tsx'

/** Takes a step in a row of the day, or takes it back; then shows the same page of the day again. */
export async function postDayStep(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const number = (name: string) => {
    const text = String(form.get(name) ?? '')
    if (!/^\d{1,9}$/.test(text)) throw new NotFound()
    return Number(text)
  }
  const query = readDayQuery(new URLSearchParams(String(form.get('terug') ?? '')))
  const at = { matter: number('matter'), version: number('version') }
  const step = form.get('step')
  if (step !== 'start' && step !== 'undo') throw new NotFound()
  try {
    const { version } = await request.transact<{ version: number }>((ctx) =>
      step === 'start' ? startMatter(ctx, at) : undoLastStep(ctx, at),
    )
    const here = new URLSearchParams(writeDayQuery(query))
    if (step === 'start') here.set('gestart', `${at.matter}.${version}`)
    else here.set('ongedaan', '1')
    return seeOther(`${homePath(request)}?${here}`)
  } catch (error) {
    // Somebody else was first, or the step is gone for another reason: the day as it is now says which.
    if (!(error instanceof Refused)) throw error
    const again = {
      ...request,
      query: new URLSearchParams(writeDayQuery(query)),
      path: `/${request.municipality.slug}/bureau`,
    }
    return request.actor.role === 'clerk'
      ? todayScreen(again, await findToday(again), true)
      : officialScreen(again, await findOfficialDay(again), true)
  }
}
