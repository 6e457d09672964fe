import type { DeskMatter, MatterFact } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { StepBody, stepBy } from './course.tsx'
import type { MatterView, Sent } from './load-matter.ts'
import { idsIn, seenIn, type Typed, versionIn } from './typed.ts'

export type Change = { matter: DeskMatter; steps: MatterFact[] }

/** What others did, since the form was shown, to the matters that it is about. Pure. */
export function changesSince(view: Pick<MatterView, 'matter' | 'matters'>, typed: Typed): Change[] {
  const about = new Set([view.matter.id, ...idsIn(typed, 'also')])
  return view.matters
    .filter((matter) => about.has(matter.id) && matter.version !== versionIn(typed, matter.id))
    .map((matter) => ({ matter, steps: matter.history.filter((fact) => fact.id > seenIn(typed, matter.id)) }))
}

type Props = { request: DeskRequest; view: MatterView; sent: Sent; possible: boolean }

/** "Intussen veranderd": the other's steps, above the form that came back. */
export function Changed({ request, view, sent, possible }: Props) {
  const { matterDesk } = request.words
  const words = matterDesk.changed
  const changes = changesSince(view, sent.typed)
  return (
    <section className="schakel-attention" aria-labelledby="intussen" tabIndex={-1}>
      <h3 id="intussen">{words.title}</h3>
      <p className="schakel-small">{words.lead}</p>
      {changes.map(({ matter, steps }) => (
        <div key={matter.id}>
          {matter.id !== view.matter.id && (
            <p>
              <Original language={request.language}>{words.of(matter.text)}</Original>
            </p>
          )}
          {steps.length === 0 ? (
            <p>{words.unknown}</p>
          ) : (
            <ul>
              {steps.map((fact) => (
                <li key={fact.id}>
                  <b>
                    {words.row(
                      request.words.public.date(fact.on),
                      stepBy(fact, { role: view.role, matter }, request.words),
                    )}
                  </b>
                  <StepBody request={request} fact={fact} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p className="schakel-small">{possible ? words.again : words.notAgain}</p>
    </section>
  )
}
