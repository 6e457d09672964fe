import type { ReactNode } from 'react'
import type { Action, HistoryLine } from '../../../programme/index.ts'
import { dutch, Original, Said } from '../../components/original.tsx'
import { type Moment, Timeline } from '../../components/timeline.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import type { ProgrammeView } from './load.ts'

type Props = {
  request: MunicipalityRequest
  view: ProgrammeView
  action: Action
  lines: readonly HistoryLine[]
}

/** How an action went since its programme was adopted, oldest first: each step a sentence with its reason. */
export function ActionHistory({ request, view, action, lines }: Props) {
  const { language, words } = request
  const w = words.programmePublic
  const { tree } = view
  const adopted = tree.editions[0]
  const moments: Moment[] = inOrder(lines).flatMap((line) => {
    if (tree.adoptedOn !== null && line.on < tree.adoptedOn && !lived.has(line.step)) return []
    return stepSaid(request, view, action, line).map(
      (body, index): Moment => ({
        key: `${line.id} ${index}`,
        date: line.on,
        when: words.programme.date(line.on),
        body: (
          <>
            <p>{body}</p>
            {line.reason && (
              <p className="schakel-small">
                {w.history.reason} <Original language={language}>{line.reason}</Original>
              </p>
            )}
            {line.undone && <p className="schakel-hint">{w.history.undone}</p>}
          </>
        ),
      }),
    )
  })
  if (adopted) {
    const at = moments.findIndex(({ date }) => date !== null && date > adopted.decidedOn)
    moments.splice(at === -1 ? moments.length : at, 0, {
      key: 'adopted',
      date: adopted.decidedOn,
      when: words.programme.date(adopted.decidedOn),
      body: <p>{w.history.adopted(words.programme.body[adopted.body])}</p>,
    })
  }
  return moments.length === 0 ? <p>{w.one.historyNone}</p> : <Timeline moments={moments} />
}

/** By the day that it counts from; steps of one day as they were taken. */
const inOrder = (lines: readonly HistoryLine[]) =>
  [...lines].sort((a, b) => a.on.localeCompare(b.on) || a.id - b.id)

/** What is worth telling also from before the programme was adopted. */
const lived: ReadonlySet<string> = new Set(['start', 'finish', 'stop', 'resume', 'report', 'reach', 'drop'])

/** What a step did, as sentences; none for what only the desk needs to know. */
function stepSaid(
  request: MunicipalityRequest,
  { tree }: ProgrammeView,
  action: Action,
  line: HistoryLine,
): ReactNode[] {
  const { language, words } = request
  const w = words.programmePublic
  const { history: h } = w
  const original = (text: string) => <Original language={language}>{text}</Original>
  const said = (sentence: string) => <Said language={language}>{sentence}</Said>
  if (line.step === 'undo') return []
  switch (line.subject) {
    case 'action': {
      if (line.step === 'report' && line.text)
        return [
          <>
            {h.report} {original(line.text)}
          </>,
        ]
      if (line.step === 'change') return movedDays(request, line)
      const step = h.action[line.step]
      return step ? [step] : []
    }
    case 'milestone': {
      const one = action.milestones.find(({ id }) => id === line.of)
      if (!one) return []
      if (line.step === 'add') return [said(h.milestone.add(dutch(one.title), one.firstDueOn ?? one.dueOn))]
      if (line.step === 'reach') return [said(h.milestone.reach(dutch(one.title)))]
      if (line.step === 'drop') return [said(h.milestone.drop(dutch(one.title)))]
      if (line.step === 'evidence') return [said(h.milestone.evidence(dutch(one.title)))]
      return line.changes.flatMap(({ field, from, to }) => {
        if (field !== 'due_on' || typeof to !== 'string') return []
        return typeof from === 'string'
          ? [said(h.milestone.moved(dutch(one.title), from, to))]
          : [said(h.milestone.planned(dutch(one.title), to))]
      })
    }
    case 'money': {
      const year = action.money.find(({ id }) => id === line.of)?.year
      const change = line.changes.find(({ field }) => field === 'budget_cents')
      if (year === undefined || !change || line.step === 'add') return []
      const [from, to] = [change.from, change.to].map((cents) => (cents === null ? null : Number(cents)))
      const { euro } = words.programme
      return from == null
        ? [h.budgetSet(year, euro(to ?? null))]
        : [h.budget(year, euro(from), euro(to ?? null))]
    }
    case 'risk': {
      const risk = action.risks.find(({ id }) => id === line.of)
      if (!risk) return []
      if (line.step === 'add') return [said(h.riskAdd(dutch(risk.text)))]
      const happened = line.changes.some(({ field, to }) => field === 'state' && to === 'happened')
      return happened ? [said(h.riskHappened(dutch(risk.text)))] : []
    }
    case 'decision': {
      const decision = tree.decisions.find(({ id }) => id === line.of)
      return decision && line.step === 'add'
        ? [
            <>
              {h.decision} {original(decision.text)}
            </>,
          ]
        : []
    }
    default:
      return []
  }
}

/** Days of an action or a milestone that moved, in sentences. */
export function movedDays(
  { words }: MunicipalityRequest,
  { subject, changes }: Pick<HistoryLine, 'subject' | 'changes'>,
): string[] {
  const w = words.programmePublic.one
  const said: Record<string, (from: string, to: string | null) => string> =
    subject === 'milestone' ? { due_on: w.dayMoved } : { starts_on: w.startMoved, ends_on: w.endMoved }
  return changes.flatMap(({ field, from, to }) =>
    typeof from === 'string' && said[field] ? [said[field](from, typeof to === 'string' ? to : null)] : [],
  )
}
