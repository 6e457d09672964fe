import { Button, FormFieldErrorMessage, Link, RadioButton, Textarea } from '@utrecht/component-library-react'
import { type CouncilListLine, type LineMark, lineChoices, needsReason } from '../../../council/index.ts'
import type { FieldError } from '../../../errors.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { matterPath, motionPath } from '../desk-paths.ts'
import { EvidenceList } from '../matter/matter-facts.tsx'
import { lineId, positionOf, sentenceOf } from './line-errors.ts'
import { choiceName, reasonName } from './posted-list.ts'

type Props = {
  request: DeskRequest
  line: CouncilListLine
  /** What is chosen and typed for it. */
  mark: Pick<LineMark, 'choice' | 'reason'>
  errors: readonly FieldError[]
  open: boolean
}

/** One proposal on the list: what was asked, what is proposed and on what, and the decision. */
export function ListLine({ request, line, mark, errors, open }: Props) {
  const { words, language } = request
  const w = words.councilList
  const { motion, text, id } = line.matter
  const { proposal, position } = line
  return (
    <li className="schakel-card schakel-line" id={lineId(position)} value={position}>
      <div className="schakel-line__what">
        <p className="schakel-over">
          <span>{w.line(position)}</span>
          <span>
            <Link href={motionPath(request, motion)}>
              <Original language={language}>
                {motion.number ? `${motion.number} ${motion.title}` : motion.title}
              </Original>
            </Link>
          </span>
        </p>
        <h2 className="utrecht-heading-3">
          <Original language={language}>{text}</Original>
        </h2>
        <p>
          <b>{w.proposed(words.life.outcome[proposal.outcome])}</b>
        </p>
        {proposal.explanation && (
          <p>
            <Original language={language}>{proposal.explanation}</Original>
          </p>
        )}
        <EvidenceList request={request} evidence={proposal.evidence} />
        {proposal.objections.map((one) => (
          <p key={`${one.submitter} ${one.reason}`}>
            {w.objection(one.submitter, one.on)}: <Original language={language}>{one.reason}</Original>
          </p>
        ))}
        <p className="schakel-small">
          <Link href={matterPath(request, id)}>{w.toMatter}</Link>
        </p>
      </div>
      <div className="schakel-line__decision">
        {line.done ? (
          <Done request={request} line={line} />
        ) : line.gone ? (
          <p className="schakel-soft">{w.gone}</p>
        ) : open ? (
          <Choice request={request} line={line} mark={mark} errors={errors} />
        ) : (
          <p className="schakel-soft">{w.noChoice}</p>
        )}
      </div>
    </li>
  )
}

function Done({ request, line }: Pick<Props, 'request' | 'line'>) {
  const w = request.words.councilList
  return (
    <>
      <p>
        <b>{line.done && w.done[line.done]}</b>
      </p>
      {line.reason && (
        <p>
          <Original language={request.language}>{line.reason}</Original>
        </p>
      )}
    </>
  )
}

function Choice({ request, line, mark, errors }: Omit<Props, 'open'>) {
  const w = request.words.councilList
  const { position, proposal } = line
  const own = errors.filter(({ field }) => positionOf(field) === position)
  const unexplained = own.find(({ field }) => field.endsWith('/reason'))
  const wrong = own.find((one) => one !== unexplained)
  const id = lineId(position)
  const needed = needsReason('accept', proposal)
  return (
    <>
      <fieldset className="schakel-choices" data-line="" aria-describedby={wrong ? `${id}-fout` : undefined}>
        <legend>{w.choice}</legend>
        {wrong && (
          <FormFieldErrorMessage id={`${id}-fout`}>
            {sentenceOf(request, wrong.field, wrong.code)}
          </FormFieldErrorMessage>
        )}
        {[...lineChoices, null].map((choice) => {
          const radio = `${id}-${choice ?? 'none'}`
          return (
            <div key={radio} className="schakel-tick">
              <RadioButton
                id={radio}
                name={choiceName(position)}
                value={choice ?? ''}
                defaultChecked={mark.choice === choice}
                data-choice={choice ?? ''}
              />
              <label htmlFor={radio}>{choice ? w.choices[choice] : w.noChoice}</label>
            </div>
          )
        })}
      </fieldset>
      <div className={`schakel-field${unexplained ? ' schakel-field--invalid' : ''}`}>
        <label className="utrecht-form-label" htmlFor={`${id}-reden`}>
          {w.reason}
        </label>
        {unexplained && (
          <FormFieldErrorMessage id={`${id}-reden-fout`}>
            {sentenceOf(request, unexplained.field, unexplained.code)}
          </FormFieldErrorMessage>
        )}
        <Textarea
          id={`${id}-reden`}
          name={reasonName(position)}
          defaultValue={mark.reason ?? ''}
          rows={2}
          invalid={unexplained !== undefined}
          aria-describedby={`${unexplained ? `${id}-reden-fout ` : ''}${id}-reden-hint`}
        />
        <span id={`${id}-reden-hint`} className="schakel-hint">
          {needed ? `${w.reasonHint} ${w.reasonNeeded}` : w.reasonHint}
        </span>
      </div>
      <Button type="submit" name="do" value={`remove:${position}`} appearance="subtle-button">
        {w.remove}
      </Button>
    </>
  )
}
