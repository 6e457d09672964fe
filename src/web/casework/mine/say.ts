/** Sentences of her own page. Pure. */
import type { DayOfLooks } from '../../../audit/index.ts'
import { addDays, dayOf } from '../../../days.ts'
import type { OrganisationKind } from '../../../gate/index.ts'
import { firstName, type HerGoal } from '../../../reintegration/index.ts'
import { capitalise, formatDate, formatTime, type Language } from '../../../words/format.ts'
import type { Words } from '../../../words/index.ts'

type Saying = { language: Language; words: Words; now: Date }

/** "donderdag", "Thursday". */
function weekday(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))
}

/** "donderdag 14.00 uur"; farther away with its date. */
export function sayWhen({ language, words, now }: Saying, at: Date): string {
  const w = words.caseMine.next
  const [today, day] = [dayOf(now), dayOf(at)]
  const name =
    day === today
      ? w.today
      : day === addDays(today, 1)
        ? w.tomorrow
        : day < addDays(today, 7)
          ? weekday(day, language)
          : `${weekday(day, language)} ${formatDate(day, language)}`
  return w.at(name, formatTime(at, language))
}

/** A day as one says it: today, yesterday, a weekday, a date. */
export function sayDay({ language, words, now }: Saying, day: string): string {
  const w = words.caseMine.looked
  const today = dayOf(now)
  if (day === today) return w.today
  if (day === addDays(today, -1)) return w.yesterday
  return day > addDays(today, -7) ? capitalise(weekday(day, language)) : formatDate(day, language)
}

/** How a goal stands, in a sentence or two. */
export function sayGoal({ language, words, now }: Saying, goal: HerGoal): string {
  const w = words.caseMine.plan
  if (goal.achievement === 'full') return w.full
  if (goal.state === 'proposed') return w.proposed
  const [waits] = goal.waitsFor
  const first = waits
    ? w.waits(lower(words.caseMine.knows.kinds[waits]))
    : goal.achievement === 'partial'
      ? w.partial
      : w.active
  return goal.dueOn && goal.dueOn >= dayOf(now)
    ? `${first} ${w.due(formatDate(goal.dueOn, language))}`
    : first
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Organisations whose kind alone could give her away are not named on a screen that others may see. */
export const isUnnamed = (kind: OrganisationKind): boolean =>
  kind === 'police' || kind === 'shelter' || kind === 'other'

const reasons = ['emergency', 'care', 'data-subject-request', 'share', 'review', 'operation', 'own'] as const
const order = (look: DayOfLooks) => reasons.indexOf(look.emergency ? 'emergency' : look.purpose)

/** One entry for a day and a person, with everything that they did and the weightiest of their reasons. */
export function byPerson(looks: readonly DayOfLooks[]): DayOfLooks[] {
  const found = new Map<string, DayOfLooks>()
  for (const look of looks) {
    // An emergency and a review stand for themselves.
    const apart = look.emergency ? 'emergency' : look.purpose === 'review' ? 'review' : ''
    const key = [look.day, look.kind === 'partner' ? look.organisationId : look.accountId, apart].join(' ')
    const held = found.get(key)
    const first = held && order(held) <= order(look) ? held : look
    const deeds = deedsInOrder.filter((deed) => look.deeds.includes(deed) || held?.deeds.includes(deed))
    found.set(key, { ...first, deeds })
  }
  return [...found.values()]
}

const deedsInOrder = ['read', 'place', 'wrote', 'took-out'] as const

export type Names = { people: ReadonlyMap<string, string>; kinds: ReadonlyMap<string, OrganisationKind> }

/** Who looked, and why, in plain words. */
export function sayLook(saying: Saying, look: DayOfLooks, names: Names): { who: string; why: string } {
  const { looked, knows } = saying.words.caseMine
  if (look.kind === 'partner') {
    const kind = names.kinds.get(look.organisationId ?? '')
    return { who: lower(knows.kinds[kind ?? 'other']), why: looked.whyPartner }
  }
  const name = names.people.get(look.accountId)
  const who = look.purpose === 'review' ? looked.office : name ? firstName(name) : looked.someone
  return { who, why: looked.why[look.emergency ? 'emergency' : look.purpose] }
}
