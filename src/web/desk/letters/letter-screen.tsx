import { Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import { type DeskLetter, letterDocument } from '../../../council/index.ts'
import { letterPhrases } from '../../../words/nl/letter-phrases.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { documentPath } from '../desk-paths.ts'
import {
  Act,
  DraftFiles,
  DraftHistory,
  type DraftNotice,
  Notice,
  ReturnField,
} from '../draft/draft-parts.tsx'
import { LetterChanges, LetterFieldsForm, LetterSectionsForm, type LetterView } from './letter-form.tsx'
import { letterCrumbs, letterFilePath, letterPath } from './letter-paths.ts'
import { LetterPreview } from './letter-preview.tsx'

export function letterScreen(
  request: DeskRequest,
  letter: DeskLetter,
  view: LetterView,
  more: { notice?: DraftNotice | null; status?: Screen['status']; reason?: string } = {},
): Screen {
  const words = request.words.letterOut
  const { notice = null, reason = '' } = more
  const { blocks } = letterDocument(letter.content, letter.municipality, letterPhrases)
  const where = letter.sentOn ? words.sentOn(letter.sentOn) : words.state[letter.state]
  return {
    title: letter.subject,
    nav: 'letters',
    crumbs: letterCrumbs(request),
    ...(more.status ? { status: more.status } : {}),
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{letter.subject}</Heading1>
          <Paragraph>{where}</Paragraph>
        </Stack>
        <Notice notice={notice} />
        <LetterChanges request={request} letter={letter} />
        <form method="post" action={letterPath(request, letter.id)}>
          <input type="hidden" name="version" value={letter.version} />
          <Stack size="l">
            {letter.mayEdit && (
              <Card>
                {letter.changes.size > 0 && (
                  <Actions>
                    <Act action="renew" label={words.renew.all} />
                  </Actions>
                )}
                <LetterFieldsForm request={request} view={view} />
                <LetterSectionsForm request={request} view={view} />
                <Actions>
                  <Act action="save" label={words.save} primary />
                </Actions>
              </Card>
            )}
            <Steps request={request} letter={letter} view={view} reason={reason} where={where} />
          </Stack>
        </form>
        <DraftFiles
          words={words}
          sent={letter.state === 'sent'}
          files={letter.files}
          pathOf={(format) => letterFilePath(request, letter.id, format)}
        />
        <DraftHistory request={request} words={words} history={letter.history} />
        <section aria-labelledby="voorbeeld">
          <Stack>
            <Heading2 id="voorbeeld">{words.preview}</Heading2>
            <p className="schakel-hint">{words.previewLead}</p>
            <LetterPreview blocks={blocks} />
          </Stack>
        </section>
      </Stack>
    ),
  }
}

function Steps(props: {
  request: DeskRequest
  letter: DeskLetter
  view: LetterView
  reason: string
  where: string
}) {
  const { request, letter, view, reason, where } = props
  const words = request.words.letterOut
  const { undo } = letter
  const canUndo = letter.assigned && 'step' in undo && (request.actor.role === 'clerk' || undo.own)
  const mayRegister = letter.state === 'sent' && request.actor.role === 'clerk' && letter.document === null
  const forward = letter.moves.filter((move) => move !== 'return' && move !== 'drop')
  const error = view.errors.get('reason')
  if (letter.document !== null) {
    return (
      <Card labelledBy="stappen">
        <Heading2 id="stappen">{words.steps}</Heading2>
        <Paragraph>{words.registered}</Paragraph>
        {letter.published && (
          <p>
            <a className="utrecht-link utrecht-link--html-a" href={documentPath(request, letter.published)}>
              {words.view}
            </a>
          </p>
        )}
      </Card>
    )
  }
  if (letter.state === 'sent' && !mayRegister) return null
  return (
    <Card labelledBy="stappen">
      <Heading2 id="stappen">{words.steps}</Heading2>
      {letter.moves.length === 0 && !mayRegister && letter.state !== 'sent' && (
        <Paragraph>
          {letter.assigned ? words.notYours(where) : request.words.errors['not-assigned']}
        </Paragraph>
      )}
      {forward.map((move) => (
        <div key={move}>
          <Act action={move} label={words.move[move]} primary={!letter.mayEdit} />
          {move === 'send' && <p className="schakel-hint">{words.sendHint}</p>}
        </div>
      ))}
      {mayRegister && (
        <div>
          <Act action="register" label={words.register} primary />
          <p className="schakel-hint">{words.registerHint}</p>
        </div>
      )}
      {letter.moves.includes('return') && (
        <ReturnField label={words.reason} button={words.move.return} error={error} reason={reason} />
      )}
      {(letter.moves.includes('drop') || canUndo) && (
        <Actions>
          {canUndo && <Act action="undo" label={words.undo(words.step[undo.step])} />}
          {letter.moves.includes('drop') && <Act action="drop" label={words.move.drop} />}
        </Actions>
      )}
    </Card>
  )
}
