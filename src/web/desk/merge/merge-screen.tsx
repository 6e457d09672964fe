import {
  Button,
  Checkbox,
  FormFieldErrorMessage,
  Heading1,
  Link,
  Paragraph,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type MergeSide, mergeFieldNames, type PairErrorCode } from '../../../council/index.ts'
import type { ErrorCode, FieldError } from '../../../errors.ts'
import { Actions, Split, Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { type FieldSet, inputId, radioList } from '../fields.tsx'
import { mergePath, motionCrumbs } from '../motion-paths.ts'
import type { PostedMerge } from './merge-form.ts'
import { pairFields } from './pair-fields.tsx'
import { fieldInWords, sideCard } from './side-card.tsx'

type Sides = { kept: MergeSide; gone: MergeSide }
type View = { posted: PostedMerge; errors: readonly FieldError[]; refused: ErrorCode | null }

/** Two motions side by side, which value of each stands, which requests are the same, and what happens. */
export function mergeScreen(request: DeskRequest, sides: Sides, view: View): Screen {
  const { words } = request
  const w = words.merge
  const { kept, gone } = sides
  const { posted, errors, refused } = view
  const wrong = errors.length > 0 || refused !== null
  const set = fieldSet(request, errors)
  const here = mergePath(request, kept)
  return {
    title: wrong ? `${w.errorTitle}: ${w.title}` : w.title,
    nav: 'desk',
    crumbs: motionCrumbs(request, kept),
    status: refused ? 409 : wrong ? 422 : 200,
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <p className="schakel-soft">{w.lead}</p>
        </Stack>
        {refused && refusal(request, refused)}
        {errors.length > 0 && errorNote(request, sides, errors)}
        <Part id="naast" title={w.beside}>
          <Split>
            {sideCard(request, kept, 'kept')}
            {sideCard(request, gone, 'gone')}
          </Split>
          <ul className="schakel-links">
            <li>
              <Link href={`${mergePath(request, gone)}?met=${kept.id}`}>{w.swap}</Link>
            </li>
            <li>
              <Link href={here}>{w.other}</Link>
            </li>
          </ul>
        </Part>
        <form method="post" action={`${here}?met=${gone.id}`} id="samenvoegen">
          <input type="hidden" name="version" value={posted.keptVersion} />
          <input type="hidden" name="otherVersion" value={posted.goneVersion} />
          <Stack size="l">
            {fieldsPart(request, sides, posted, set)}
            <Part id="verzoeken" title={w.pairs}>
              {gone.asked.length === 0 ? (
                <Paragraph>{w.noRequests}</Paragraph>
              ) : (
                <>
                  <p className="schakel-soft">{w.pairsLead}</p>
                  {pairFields(request, sides, (name) => posted.pairs[name], set)}
                </>
              )}
            </Part>
            <Part id="gevolg" title={w.after}>
              <ul>
                {w.effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
              <p>{w.wayBack}</p>
              {sureField(request, posted.sure, errors)}
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.button}
                </Button>
                <Link href={deskMotionPath(request, kept)}>{w.cancel}</Link>
              </Actions>
            </Part>
          </Stack>
        </form>
      </Stack>
    ),
  }
}

const sentenceOf = ({ words }: DeskRequest, { field, code }: FieldError): string =>
  field === 'sure' ? words.merge.sureNeeded : words.merge.pairError[code as PairErrorCode]

function fieldSet(request: DeskRequest, errors: readonly FieldError[]): FieldSet {
  return {
    numbers: new Map(),
    anchors: new Set(),
    labels: new Map(),
    errors: new Map(errors.map((error) => [`/${error.field}`, sentenceOf(request, error)])),
    typed: new Map(),
    others: new Map(),
    words: { number: String, none: request.words.merge.none },
  }
}

/** Whose value stands, where the two differ. */
function fieldsPart(request: DeskRequest, { kept, gone }: Sides, posted: PostedMerge, set: FieldSet) {
  const w = request.words.merge
  const differing = mergeFieldNames.filter((field) => kept.fields[field] !== gone.fields[field])
  return (
    <Part id="velden" title={w.fields}>
      {differing.length === 0 ? (
        <Paragraph>{w.allSame}</Paragraph>
      ) : (
        <p className="schakel-soft">{w.fieldsLead}</p>
      )}
      {differing.map((field) =>
        radioList(
          set,
          `/veld/${field}`,
          w.field[field],
          posted.fields[field] ?? (kept.fields[field] === '' ? 'gone' : 'kept'),
          (['kept', 'gone'] as const).map((value) => ({
            value,
            label: fieldInWords(request, field, (value === 'kept' ? kept : gone).fields[field] ?? ''),
            hint: value === 'kept' ? w.ofKept : w.ofGone,
          })),
        ),
      )}
      <p className="schakel-hint">{w.numbersStay}</p>
    </Part>
  )
}

function sureField(request: DeskRequest, sure: boolean, errors: readonly FieldError[]): ReactNode {
  const w = request.words.merge
  const wrong = errors.some(({ field }) => field === 'sure')
  return (
    <div className={`schakel-field${wrong ? ' schakel-field--invalid' : ''}`}>
      {wrong && <FormFieldErrorMessage id="v-sure-error">{w.sureNeeded}</FormFieldErrorMessage>}
      <span className="schakel-tick">
        <Checkbox
          id="v-sure"
          name="sure"
          value="on"
          defaultChecked={sure}
          invalid={wrong}
          aria-describedby={wrong ? 'v-sure-error' : undefined}
        />
        <label htmlFor="v-sure">{w.sure}</label>
      </span>
    </div>
  )
}

function refusal(request: DeskRequest, code: ErrorCode): ReactNode {
  const { words } = request
  const changed = code === 'changed-by-other'
  return (
    <section className="schakel-attention" aria-labelledby="geweigerd" tabIndex={-1} data-errors>
      <h2 id="geweigerd">{changed ? words.merge.changedTitle : words.merge.errorTitle}</h2>
      <p>{changed ? words.merge.changed : words.errors[code]}</p>
    </section>
  )
}

function errorNote(request: DeskRequest, { gone }: Sides, errors: readonly FieldError[]): ReactNode {
  const { words } = request
  return (
    <section className="schakel-errors" aria-labelledby="fouten" tabIndex={-1} data-errors>
      <h2 id="fouten">{words.merge.errorTitle}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <Link href={`#${inputId(`/${error.field}`)}`}>
              {nameOf(request, gone, error.field)}
              {sentenceOf(request, error)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf({ words }: DeskRequest, gone: MergeSide, field: string): string {
  const [kind, id] = field.replace('verloop/', '').split('/')
  const place = gone.asked.findIndex((one) =>
    kind === 'verzoek' ? String(one.id) === id : one.parts.some((part) => String(part.id) === id),
  )
  return place < 0 ? '' : `${words.merge.request(place + 1)}: `
}
