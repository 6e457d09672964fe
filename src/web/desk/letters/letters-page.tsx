import { Button, FormFieldErrorMessage, Heading1, Paragraph } from '@utrecht/component-library-react'
import {
  beginLetter,
  type LetterChoice,
  lettersAtDesk,
  letterWriters,
  motionsForLetter,
} from '../../../council/index.ts'
import { dateOf, formatDate } from '../../../words/format.ts'
import { letterPhrases } from '../../../words/nl/letter-phrases.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { letterCrumbs, letterPath, lettersPath, newLetterPath } from './letter-paths.ts'

/** All letters, the last changed first. */
export async function lettersPage(request: DeskRequest): Promise<Answer> {
  const words = request.words.letterOut
  const letters = await request.transact(lettersAtDesk)
  return {
    title: words.title,
    nav: 'letters',
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{words.title}</Heading1>
          <Paragraph>{words.lead}</Paragraph>
          {letterWriters.includes(request.actor.role) && (
            <p>
              <a className="utrecht-link utrecht-link--html-a" href={newLetterPath(request)}>
                {words.begin}
              </a>
            </p>
          )}
        </Stack>
        {letters.length === 0 ? (
          <Paragraph>{words.none}</Paragraph>
        ) : (
          <ul className="schakel-letters">
            {letters.map((letter) => (
              <li key={letter.id}>
                <a className="utrecht-link utrecht-link--html-a" href={letterPath(request, letter.id)}>
                  {letter.subject}
                </a>
                <span className="schakel-hint">
                  {letter.sentOn ? words.sentOn(letter.sentOn) : words.state[letter.state]} ·{' '}
                  {formatDate(dateOf(letter.changedAt), request.language)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    ),
  }
}

/** Choosing motions for a new letter. */
export async function newLetterPage(request: DeskRequest): Promise<Answer> {
  const chosen = request.query.getAll('motie').filter((id) => /^\d{1,9}$/.test(id))
  return chooseScreen(request, await request.transact(motionsForLetter), new Set(chosen), false)
}

export async function postNewLetter(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const motions = form.getAll('motie').flatMap((id) => (/^\d{1,9}$/.test(String(id)) ? [Number(id)] : []))
  if (motions.length === 0)
    return chooseScreen(request, await request.transact(motionsForLetter), new Set(), true)
  const { letter } = await request.transact((ctx) => beginLetter(ctx, { motions, phrases: letterPhrases }))
  return seeOther(letterPath(request, letter))
}

function chooseScreen(
  request: DeskRequest,
  choices: readonly LetterChoice[],
  chosen: ReadonlySet<string>,
  missing: boolean,
): Screen {
  const words = request.words.letterOut
  const { choose } = words
  const { lead, none } = request.actor.role === 'policy-officer' ? choose.own : choose
  return {
    title: choose.title,
    nav: 'letters',
    crumbs: letterCrumbs(request),
    ...(missing ? { status: 422 as const } : {}),
    body: (
      <Stack>
        <Heading1>{choose.title}</Heading1>
        <Paragraph>{choices.length === 0 ? none : lead}</Paragraph>
        {choices.length > 0 && (
          <form method="post" action={lettersPath(request)}>
            <Card>
              <fieldset className="schakel-choices" aria-describedby={missing ? 'motie-fout' : undefined}>
                <legend>{choose.legend}</legend>
                {missing && <FormFieldErrorMessage id="motie-fout">{choose.needed}</FormFieldErrorMessage>}
                {choices.map((motion) => (
                  <div key={motion.id} className="schakel-tick">
                    <input
                      type="checkbox"
                      className="utrecht-checkbox utrecht-checkbox--html-input"
                      id={`motie-${motion.id}`}
                      name="motie"
                      value={motion.id}
                      defaultChecked={chosen.has(String(motion.id))}
                    />
                    <label htmlFor={`motie-${motion.id}`}>
                      {motion.number ? `${motion.number} ` : ''}
                      {motion.title}
                      <span className="schakel-hint">
                        {choose.counts(motion.waiting, motion.settled, motion.matters)}
                        {motion.letter ? `. ${choose.letter(words.state[motion.letter.state])}` : ''}
                      </span>
                    </label>
                  </div>
                ))}
              </fieldset>
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {choose.button}
                </Button>
                <a className="utrecht-link utrecht-link--html-a" href={lettersPath(request)}>
                  {words.title}
                </a>
              </Actions>
            </Card>
          </form>
        )}
      </Stack>
    ),
  }
}
