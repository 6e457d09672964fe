import { Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { addMeeting, type Meeting, meetingsOf, workable } from '../../../../programme/index.ts'
import { dateOf } from '../../../../words/format.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { TextField } from '../../form-fields.tsx'
import { dayIn, textIn, typedOf } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { programmeIn, steeringPath } from '../paths.ts'
import { treeHere } from '../tree-here.ts'
import { fieldSet, Problem } from './fields.tsx'
import { attempt, type Sent, statusOf } from './sent.ts'
import { StepForm } from './step-form.tsx'

/** A meeting in one word. */
export function meetingStand({ words, now }: DeskRequest, meeting: Meeting): { tone: Tone; word: string } {
  const w = words.programmeWork.steering
  if (meeting.closed) return { tone: 'done', word: w.closed }
  const today = dateOf(now)
  if (meeting.heldOn === today) return { tone: 'open', word: w.today }
  return meeting.heldOn > today ? { tone: 'open', word: w.ahead } : { tone: 'wait', word: w.held }
}

/** The meetings of the steering group, and planning one. */
export async function steeringPage(request: DeskRequest): Promise<Answer> {
  return show(request, null)
}

async function show(request: DeskRequest, sent: Sent | null): Promise<Screen> {
  const { tree, meetings } = await request.transact(async (ctx) => {
    const found = await treeHere(ctx, request)
    return { tree: found, meetings: await meetingsOf(ctx, found.id) }
  })
  const { words } = request
  const w = words.programmeWork.steering
  const set = fieldSet(request, 'plannen', sent)
  return programmeScreen(request, tree, {
    tab: 'steering',
    title: w.title,
    wrong: Boolean(sent?.problem),
    ...statusOf(sent),
    heading: w.title,
    body: (
      <>
        <p className="schakel-soft">{w.lead}</p>
        {meetings.length === 0 && <Paragraph>{w.none}</Paragraph>}
        {meetings.length > 0 && (
          <div className="schakel-work">
            <ul>
              {meetings.map((one) => {
                const { tone, word } = meetingStand(request, one)
                return (
                  <li key={one.id} className="schakel-work__row">
                    <span className="schakel-work__when">{words.programme.date(one.heldOn)}</span>
                    <span className="schakel-work__what">
                      <Link href={steeringPath(request, tree.slug, one.id)}>{one.name}</Link>
                      <small>
                        {w.decided(tree.decisions.filter(({ meeting }) => meeting === one.id).length)}
                      </small>
                    </span>
                    <Chip tone={tone}>{word}</Chip>
                  </li>
                )
              })}
            </ul>
          </div>
        )}
        {workable.includes(tree.state) && (
          <section aria-labelledby="plan" className="schakel-stack schakel-stack--s">
            <Heading2 id="plan" className="schakel-hidden">
              {w.plan}
            </Heading2>
            <StepForm
              form="plannen"
              title={w.plan}
              button={w.planButton}
              action={steeringPath(request, tree.slug)}
              version={0}
              open={sent !== null || meetings.length === 0}
              primary
            >
              <Problem
                request={request}
                sent={sent}
                form="plannen"
                labels={{ held_on: w.day, name: w.name }}
              />
              <TextField set={set} name="held_on" label={w.day} hint={words.programmeWork.dayHint} />
              <TextField set={set} name="name" label={w.name} hint={w.nameHint} />
            </StepForm>
          </section>
        )}
      </>
    ),
  })
}

export async function postSteering(request: DeskRequest): Promise<Answer> {
  const typed = typedOf(await request.form())
  let meeting = 0
  const problem = await attempt(async () => {
    const heldOn = dayIn(typed, 'held_on') ?? null
    const added = await request.transact(async (ctx) => {
      const { id } = await treeHere(ctx, request)
      return addMeeting(ctx, { programme: id, heldOn, name: textIn(typed, 'name') })
    })
    meeting = added.id
  })
  if (problem) return show(request, { form: 'plannen', typed, problem })
  return seeOther(steeringPath(request, programmeIn(request), meeting))
}
