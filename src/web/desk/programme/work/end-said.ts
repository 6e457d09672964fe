import type { EndTakenBack, KeepsEnd, ProgrammeTree } from '../../../../programme/index.ts'
import type { DeskRequest } from '../../../page.ts'

/** For the address of the page that says it: `&einde=4.terug`; nothing when no last day was at stake. */
export const endQuery = (end: EndTakenBack | null): string =>
  end ? `&einde=${end.action}.${end.keeps ?? 'terug'}` : ''

/** What became of the last day of an action when what lengthened it was taken back. */
export function endSaid(
  { query, words }: DeskRequest,
  { actions }: Pick<ProgrammeTree, 'actions'>,
): string | null {
  const [id, what] = (query.get('einde') ?? '').split('.')
  const action = actions.find((one) => String(one.id) === id)
  if (!action || !what) return null
  const { endBack, endStays } = words.programmeWork.steering
  if (what === 'terug') return endBack(action, action.endsOn ?? '')
  return what in endStays ? endStays[what as KeepsEnd](action, action.endsOn) : null
}
