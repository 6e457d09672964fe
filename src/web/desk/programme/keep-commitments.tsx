import { Link } from '@utrecht/component-library-react'
import type { KeepableCommitment, KeepToo } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'

/** Name of the ticks: `12.3` is commitment 12, as the page showed it at version 3. */
const keepName = 'nakomen'
const most = 30

type Props = {
  request: DeskRequest
  commitments: readonly KeepableCommitment[]
  /** By what it would be kept: says so below the question. */
  by: 'milestone' | 'adoption'
  /** Ids that were ticked when the form came back. */
  ticked?: readonly number[]
}

/** "Is a commitment kept by this?": the commitments that can be kept together with the step; nothing when there are none. */
export function KeepCommitments({ request, commitments, by, ticked = [] }: Props) {
  if (commitments.length === 0) return null
  const { language } = request
  const w = request.words.programmeEvidence.keep
  return (
    <fieldset className="schakel-choices" aria-describedby="nakomen-uitleg">
      <legend>{w.legend}</legend>
      {commitments.map(({ id, version, text, late, due, motions }) => (
        <div key={id} className="schakel-tick">
          <input
            type="checkbox"
            id={`nakomen-${id}`}
            name={keepName}
            value={`${id}.${version}`}
            defaultChecked={ticked.includes(id)}
          />
          <div>
            <label htmlFor={`nakomen-${id}`}>
              <Original language={language}>{w.tick(text)}</Original>
            </label>
            <span className="schakel-hint">
              {[late ? w.late : due && w.due(due)].filter(Boolean).join('')}{' '}
              {motions.length > 0 && (
                <Original language={language}>
                  {w.of(motions.map((one) => [one.number, one.title].filter(Boolean).join(' ')).join(', '))}
                </Original>
              )}{' '}
              <Link href={commitmentPath(request, id)}>{w.see}</Link>
            </span>
          </div>
        </div>
      ))}
      <span id="nakomen-uitleg" className="schakel-hint">
        {by === 'milestone' ? w.hint : w.hintAdopt}
      </span>
    </fieldset>
  )
}

/** What was ticked; what is no tick of ours is left out. */
export function readKept(form: FormData): KeepToo[] {
  return form
    .getAll(keepName)
    .flatMap((value) => {
      const [, id, version] = /^([1-9]\d{0,8})\.(\d{1,9})$/.exec(String(value)) ?? []
      return id ? [{ commitment: Number(id), version: Number(version) }] : []
    })
    .slice(0, most)
}
