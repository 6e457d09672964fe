/** What a row of Today says: when, what, and why. */
import { dayOf } from '../../../../days.ts'
import type { AppointmentKind, Domain, Residence, ShareStand, ToDo } from '../../../../reintegration/index.ts'
import { groundNamed, termRuleNamed } from '../../../../reintegration/index.ts'
import { daysBetween, formatTime } from '../../../../words/format.ts'
import type { CasePage } from '../../page.ts'
import { dayText } from '../case-form.ts'
import { termReason } from '../terms/terms-page.tsx'

const dueKinds: ReadonlySet<ToDo['kind']> = new Set(['term', 'safety-review', 'goal-due'])

/** "2 dagen te laat", "vandaag", "do 26 nov." */
export function whenOf(request: CasePage, { kind, on }: ToDo): { text: string; late: boolean } {
  const w = request.words.caseToday
  const today = dayOf(request.now)
  if (on === today) return { text: w.today, late: false }
  if (on < today && dueKinds.has(kind)) return { text: w.late(daysBetween(on, today)), late: true }
  const date = new Date(`${on}T12:00:00Z`)
  const day = `${date.getUTCDate()} ${w.months[date.getUTCMonth()] ?? ''}`
  return { text: `${w.short[date.getUTCDay()] ?? ''} ${day}`, late: false }
}

export function titleOf({ words, language }: CasePage, item: ToDo): string {
  const w = words.caseToday.what
  const code = item.code ?? ''
  switch (item.kind) {
    case 'term':
      return termRuleNamed(code)?.name[language] ?? code
    case 'appointment':
      return w.appointment(kindOf(words, code), item.time ? formatTime(item.time, language) : '')
    case 'appointment-past':
      return w.past(kindOf(words, code))
    case 'question':
      return w.question(item.organisation ?? '')
    case 'share-ends':
      return w.share(item.organisation ?? '')
    case 'share-over':
      return `${item.organisation ?? ''}: ${words.caseShare.stands[code as ShareStand]}`
    case 'residence-ends':
      return w.residence(words.caseDesk.residences[code as Residence])
    case 'goal-due':
      return w.goal(words.casePlan.domains[code as Domain])
    case 'basis-ends':
      return w.basis
    default:
      return w[item.kind]
  }
}

const kindOf = (words: CasePage['words'], code: string) =>
  words.caseAppointments.kinds[code as AppointmentKind] ?? code

export function reasonOf(request: CasePage, item: ToDo): string {
  const w = request.words.caseToday.why
  const on = dayText(request, item.on)
  switch (item.kind) {
    case 'term': {
      const rule = termRuleNamed(item.code ?? '', item.since ?? undefined)
      return rule && item.since ? termReason(request, rule, item.since) : ''
    }
    case 'safety-review':
      return item.since ? w.reviewed(dayText(request, item.since)) : w.never
    case 'appointment':
      return ''
    case 'appointment-past':
      return w.past
    case 'question':
      return item.question ? `“${item.question}”` : w.since(on)
    case 'message':
      return w.since(on)
    case 'share-ends':
      return w.share
    case 'share-over':
      return request.words.caseShare.one.seeIntro[item.code as ShareStand]
    case 'basis-ends':
      return w.basis(groundNamed(item.code ?? '')?.article ?? item.code ?? '')
    case 'residence-ends':
      return item.code === 'reflection-period' ? w.reflection : w.residence
    case 'goal-due':
      return w.goal
    case 'emergency':
      return w.emergency(on)
  }
}
