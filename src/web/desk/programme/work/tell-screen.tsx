import { Button, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { type Action, type CarriedWork, goesOn } from '../../../../programme/index.ts'
import { dateOf } from '../../../../words/format.ts'
import { OverLine, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest, Screen } from '../../../page.ts'
import { FilesField, LongField, RadioField, TextField } from '../../form-fields.tsx'
import { actionPath } from '../paths.ts'
import { choiceErrors, EvidenceFields } from './evidence-fields.tsx'
import { fieldSet, Problem } from './fields.tsx'
import { milestoneWhen } from './milestone-screen.tsx'
import { tellPath } from './paths.ts'
import { type Sent, statusOf } from './sent.ts'
import type { TellView } from './tell-page.tsx'

/** Which action it is about: one's own first, under the programme it belongs to. */
export function chooseActionScreen(request: DeskRequest, works: readonly CarriedWork[]): Screen {
  const w = request.words.programmeWork.tell
  const parts = (own: boolean) =>
    works.map(({ tree, mine }) => ({
      tree,
      actions: tree.actions.filter(({ id, state }) => mine.has(id) === own && goesOn({ state })),
    }))
  const none = parts(true).every(({ actions }) => actions.length === 0)
  return {
    title: w.title,
    nav: 'programme',
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.choose}</Heading1>
          {works.length === 0 && <Paragraph>{w.none}</Paragraph>}
        </Stack>
        {works.length > 0 && (
          <Stack size="s">
            <Heading2>{w.mine}</Heading2>
            {none && <Paragraph>{w.noneMine}</Paragraph>}
            <Choices request={request} parts={parts(true)} />
          </Stack>
        )}
        {works.length > 0 && (
          <details open={none} className="schakel-programme-more">
            <summary>{w.others}</summary>
            <Choices request={request} parts={parts(false)} />
          </details>
        )}
      </Stack>
    ),
  }
}

function Choices({
  request,
  parts,
}: {
  request: DeskRequest
  parts: readonly { tree: CarriedWork['tree']; actions: Action[] }[]
}) {
  return (
    <ul className="schakel-programme-choose">
      {parts.flatMap(({ tree, actions }) =>
        actions.map((action) => (
          <li key={action.id}>
            <Link href={tellPath(request, action.id)}>
              <Original language={request.language}>{`${action.number} ${action.title}`}</Original>
            </Link>
            {parts.length > 1 && (
              <small>
                <Original language={request.language}>{tree.title}</Original>
              </small>
            )}
          </li>
        )),
      )}
    </ul>
  )
}

/** One line about one action, with what shows it; made for one thumb. */
export function tellScreen(
  request: DeskRequest,
  { tree, action, choice }: TellView,
  sent: Sent | null,
): Screen {
  const { words, language } = request
  const w = words.programmeWork.tell
  const today = dateOf(request.now)
  const done = sent ? null : request.query.get('gedaan')
  const set = fieldSet(request, 'melden', sent)
  const here = tellPath(request, action.id)
  const open = action.milestones.filter(({ state }) => state === 'open')
  return {
    title: sent?.problem ? `${words.programme.errorPrefix}: ${w.title}` : w.title,
    nav: 'programme',
    ...statusOf(sent),
    body: (
      <Stack size="l">
        <Stack size="s">
          <OverLine
            items={[
              w.title,
              <Original key="programme" language={language}>
                {tree.title}
              </Original>,
            ]}
          />
          <Heading1>
            <Original language={language}>{`${action.number} ${action.title}`}</Original>
          </Heading1>
          {done && (
            <p className="schakel-done" role="status" id="gedaan">
              {done === 'gehaald' ? w.doneReached : w.done}{' '}
              <Link href={actionPath(request, tree.slug, action.id)}>
                <Original language={language}>{`${action.number} ${action.title}`}</Original>
              </Link>
            </p>
          )}
          <p className="schakel-soft">{tree.state === 'adopted' ? w.lead : w.leadDraft}</p>
        </Stack>
        <form
          id="melden"
          className="schakel-programme-tell"
          method="post"
          action={here}
          encType="multipart/form-data"
          noValidate
        >
          <Problem
            top
            request={request}
            sent={sent}
            form="melden"
            labels={{
              text: w.text,
              moved_on: w.on,
              evidence: words.programmeWork.evidence.legend,
              attachments: w.files,
            }}
            extra={choiceErrors(request, sent?.problem ? choice : null)}
          />
          <LongField set={set} name="text" label={w.text} rows={3} />
          {open.length > 0 && (
            <>
              {open.map(({ id, version }) => (
                <input key={id} type="hidden" name={`version/${id}`} value={version} />
              ))}
              <RadioField
                set={set}
                name="reached"
                label={w.reached}
                hint={w.reachedHint}
                choices={[
                  { value: '', label: w.reachedNone },
                  ...open.map((one) => ({
                    value: String(one.id),
                    label: <Original language={language}>{one.title}</Original>,
                    hint: milestoneWhen(request, one, today),
                  })),
                ]}
              />
            </>
          )}
          <EvidenceFields
            request={request}
            set={set}
            state={choice}
            action={here}
            legend={words.programmeWork.optional(words.programmeWork.evidence.legend.replace(/\?$/, ''))}
          />
          <FilesField
            set={set}
            name="attachments"
            label={words.programmeWork.optional(w.files)}
            hint={w.filesHint}
            accept="image/jpeg,image/png,application/pdf"
          />
          {sent?.problem && <p className="schakel-small">{words.programmeWork.problem.filesAgain}</p>}
          <TextField
            set={set}
            name="moved_on"
            label={w.on}
            hint={`${words.programmeWork.dayHint} ${words.programmeWork.today}`}
          />
          <div className="schakel-actions">
            <Button type="submit" appearance="primary-action-button">
              {w.button}
            </Button>
            <Link href={tellPath(request)}>{w.other}</Link>
          </div>
        </form>
      </Stack>
    ),
  }
}
