import { Heading2, Heading3, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import {
  contactHistory,
  contactsOf,
  type Goal,
  goalsOf,
  progressOf,
  type Term,
  termRuleNamed,
  termsOf,
} from '../../../../reintegration/index.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import { Stack } from '../../../components/layout.tsx'
import type { StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { dayText } from '../case-form.ts'
import { growthOf, growthSentence } from '../network/growth.ts'
import type { Section } from '../trajectory/sections.ts'

/** A card for each goal that runs: how far it is, in a bar of four and a word, and what is next. */
export const planSection: Section = {
  place: 'main',
  order: 10,
  async load(ctx, trajectory, request) {
    const goals = (await goalsOf(ctx, trajectory)).filter(({ state }) => state !== 'ended')
    const terms = (await termsOf(ctx, trajectory)).filter(({ state }) => state === 'running')
    const contacts = await contactsOf(ctx, trajectory)
    const growth = growthOf(contacts, await contactHistory(ctx, trajectory), request.now)
    const w = request.words.casePlan
    const path = `/trajecten/${trajectory.number}/plan`
    return (
      <Stack>
        <Heading2 id="plan">{w.title}</Heading2>
        {goals.length === 0 && <Paragraph>{w.none}</Paragraph>}
        <div className="schakel-goals">
          {goals.map((goal) => (
            <GoalCard
              key={goal.id}
              request={request}
              goal={goal}
              path={`${path}/${goal.id}`}
              late={lateTermOf(goal, terms, dayOf(request.now))}
              grown={goal.domain === 'network' ? growth : null}
            />
          ))}
        </div>
        <p>
          <Link href={caseHref(request, path)}>{goals.length === 0 ? w.add : w.see}</Link>
        </p>
      </Stack>
    )
  },
}

type Props = {
  request: StaffRequest
  goal: Goal
  path: string
  late: Term | null
  grown: ReturnType<typeof growthOf> | null
}

function GoalCard({ request, goal, path, late, grown }: Props) {
  const w = request.words.casePlan
  const { tone, word } = chipOf(request, goal, late, grown)
  return (
    <article className="schakel-card schakel-goal">
      <div className="schakel-goal__head">
        <Heading3>
          <Link href={caseHref(request, path)}>{w.domains[goal.domain]}</Link>
        </Heading3>
        <Chip tone={tone}>{word}</Chip>
      </div>
      <Bar request={request} of={progressOf(goal)} />
      <p className="schakel-goal__next">{nextOf(request, goal, late, grown)}</p>
    </article>
  )
}

/** Four pieces, as many filled as it is far; said in words for who does not see them. */
export function Bar({ request, of }: { request: Pick<StaffRequest, 'words'>; of: number }) {
  return (
    <div className="schakel-quarters" role="img" aria-label={request.words.casePlan.progress(of)}>
      {[1, 2, 3, 4].map((piece) => (
        <i key={piece} className={piece <= of ? 'schakel-quarters__on' : undefined} />
      ))}
    </div>
  )
}

/** The chip of a goal: whether it is late comes before how it is. */
export function chipOf(
  { words, now }: StaffRequest,
  goal: Goal,
  late: Term | null,
  grown: Props['grown'],
): { tone: Tone; word: string } {
  const w = words.casePlan
  if (goal.state === 'ended') return { tone: 'none', word: w.states.ended }
  if (goal.achievement === 'full') return { tone: 'done', word: w.done }
  if (late || (goal.dueOn && goal.dueOn < dayOf(now) && goal.state !== 'proposed')) {
    return { tone: 'late', word: w.late }
  }
  if (goal.state === 'proposed') return { tone: 'wait', word: w.states.proposed }
  if (grown && grown.change !== 0) {
    return grown.change > 0
      ? { tone: 'open', word: words.caseNetwork.grows }
      : { tone: 'wait', word: words.caseNetwork.shrinks }
  }
  if (goal.achievement === 'partial') return { tone: 'open', word: w.partly }
  return { tone: 'open', word: w.states[goal.state] }
}

function nextOf(request: StaffRequest, goal: Goal, late: Term | null, grown: Props['grown']): string {
  const w = request.words.casePlan
  if (goal.state === 'proposed') return `“${goal.words}” ${w.waits}`
  if (grown && grown.now + grown.before > 0 && !goal.step) return growthSentence(request, grown)
  const due = late?.dueOn ?? goal.dueOn
  const passed = due !== null && due < dayOf(request.now)
  return [
    goal.step ?? w.noStep,
    due && goal.achievement !== 'full' && (passed ? w.wasDue : w.due)(dayText(request, due)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The statutory term of the goal's field that has passed, the oldest first. */
export function lateTermOf(goal: Goal, terms: readonly Term[], today: string): Term | null {
  const begins = { debt: 'debt-', legal: 'b8-' } as Partial<Record<Goal['domain'], string>>
  const prefix = begins[goal.domain]
  if (!prefix) return null
  return (
    terms.find(
      ({ rule, dueOn }) => rule.startsWith(prefix) && dueOn < today && termRuleNamed(rule) !== null,
    ) ?? null
  )
}
