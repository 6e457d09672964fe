import { Button, Heading1, Heading2, Paragraph, Textarea } from '@utrecht/component-library-react'
import { type DeskLetter, letterDocument } from '../../../council/index.ts'
import { dateOf, formatDate, formatTime } from '../../../words/format.ts'
import { letterPhrases } from '../../../words/nl/letter-phrases.ts'
import { Actions, Card, Stack } from '../../components/layout.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { documentPath } from '../desk-paths.ts'
import { LetterChanges, LetterFieldsForm, LetterSectionsForm, type LetterView } from './letter-form.tsx'
import { letterCrumbs, letterFilePath, letterPath } from './letter-paths.ts'
import { LetterPreview } from './letter-preview.tsx'

export type LetterNotice = { kind: 'done' | 'attention' | 'errors'; title: string; lines?: readonly string[] }

export function letterScreen(
  request: DeskRequest,
  letter: DeskLetter,
  view: LetterView,
  more: { notice?: LetterNotice | null; status?: Screen['status']; reason?: string } = {},
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
        {notice && (
          <div className={`schakel-${notice.kind}`} role={notice.kind === 'done' ? 'status' : 'alert'}>
            <h2>{notice.title}</h2>
            {notice.lines?.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
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
        <Files request={request} letter={letter} />
        <section aria-labelledby="voorbeeld">
          <Stack>
            <Heading2 id="voorbeeld">{words.preview}</Heading2>
            <p className="schakel-hint">{words.previewLead}</p>
            <LetterPreview blocks={blocks} />
          </Stack>
        </section>
        <History request={request} letter={letter} />
      </Stack>
    ),
  }
}

function Act({ action, label, primary = false }: { action: string; label: string; primary?: boolean }) {
  return (
    <Button
      type="submit"
      name="action"
      value={action}
      appearance={primary ? 'primary-action-button' : 'secondary-action-button'}
    >
      {label}
    </Button>
  )
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
        <div className={`schakel-field${error ? ' schakel-field--invalid' : ''}`}>
          <label className="utrecht-form-label" htmlFor="reden">
            {words.reason}
          </label>
          {error && (
            <p id="reden-fout" className="utrecht-form-field-error-message">
              {error}
            </p>
          )}
          <Textarea
            id="reden"
            name="reason"
            rows={2}
            defaultValue={reason}
            invalid={error !== undefined}
            aria-describedby={error ? 'reden-fout' : undefined}
          />
          <Act action="return" label={words.move.return} />
        </div>
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

function Files({ request, letter }: { request: DeskRequest; letter: DeskLetter }) {
  const words = request.words.letterOut
  return (
    <section aria-labelledby="bestanden">
      <Stack size="s">
        <Heading2 id="bestanden">{words.files}</Heading2>
        <p className="schakel-hint">{letter.state === 'sent' ? words.filesSent : words.filesDraft}</p>
        <ul className="schakel-links">
          {(['docx', 'pdf'] as const)
            .filter(
              (format) => letter.state !== 'sent' || letter.files.some((file) => file.format === format),
            )
            .map((format) => (
              <li key={format}>
                <a
                  className="utrecht-link utrecht-link--html-a"
                  href={letterFilePath(request, letter.id, format)}
                >
                  {words[format]}
                </a>
              </li>
            ))}
        </ul>
      </Stack>
    </section>
  )
}

function History({ request, letter }: { request: DeskRequest; letter: DeskLetter }) {
  const words = request.words.letterOut
  return (
    <section aria-labelledby="geschiedenis">
      <Stack size="s">
        <Heading2 id="geschiedenis">{words.history}</Heading2>
        <ol className="schakel-letter-history">
          {letter.history.map((fact) => (
            <li key={fact.id}>
              {fact.undone ? <s>{words.step[fact.step]}</s> : words.step[fact.step]}
              {fact.undone && ` (${words.undone})`}
              <span className="schakel-hint">
                {fact.name}, {formatDate(dateOf(fact.at), request.language)}{' '}
                {formatTime(fact.at, request.language)}
              </span>
              {fact.reason && <p>{fact.reason}</p>}
            </li>
          ))}
        </ol>
      </Stack>
    </section>
  )
}
