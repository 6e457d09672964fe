/** How forms of the confidential side are drawn and sent: without scripts, and with all that was typed still there after an error. */
import { Alert, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Invalid, Refused } from '../../errors.ts'
import type { FieldSet } from '../desk/form-fields.tsx'
import { fieldId } from '../desk/form-fields.tsx'
import { type Typed, typedOf } from '../desk/matter/typed.ts'
import type { CaseAnswer, CasePage, CaseScreen } from './page.ts'

/** A form that came back: what was typed, and what is wrong with it. */
export type Sent = { typed: Typed; error: Invalid | Refused }

/** The two halves of a form: the page that shows it, and what happens when it is sent. */
export function formPages<R extends CasePage>(form: {
  draw(request: R, sent: Sent | null): Promise<CaseScreen>
  send(request: R, typed: Typed, data: FormData): Promise<CaseAnswer>
}): { get(request: R): Promise<CaseAnswer>; post(request: R): Promise<CaseAnswer> } {
  return {
    get: (request) => form.draw(request, null),
    async post(request) {
      const data = await request.form()
      const typed = typedOf(data)
      try {
        return await form.send(request, typed, data)
      } catch (error) {
        if (!(error instanceof Invalid || error instanceof Refused)) throw error
        return { ...(await form.draw(request, { typed, error })), status: error.status }
      }
    },
  }
}

/** What the fields of a form show; a form of another name on the page shows nothing of it. */
export function fieldsFor(request: CasePage, form: string, sent: Sent | null): FieldSet {
  const mine = sent && (!sent.typed.has('form') || sent.typed.get('form')?.at(-1) === form) ? sent : null
  return {
    form,
    typed: mine?.typed ?? null,
    errors: new Map(
      (mine?.error instanceof Invalid ? mine.error.fields : []).map((error) => [
        error.field,
        sayFieldError(request, error.code, error.detail ?? {}),
      ]),
    ),
    theirs: new Map(),
  }
}

function sayFieldError(
  { words }: CasePage,
  code: string,
  detail: Readonly<Record<string, string | number>>,
): string {
  const sentences: Partial<Record<string, (detail: Readonly<Record<string, string | number>>) => string>> =
    words.caseForm.fields
  return sentences[code]?.(detail) ?? words.caseForm.fields.unknown(detail)
}

/** What is wrong, at the head of a form, with a way to each field. */
export function Problem({ request, form, sent }: { request: CasePage; form: string; sent: Sent | null }) {
  if (!sent || (sent.typed.has('form') && sent.typed.get('form')?.at(-1) !== form)) return null
  const fields = sent.error instanceof Invalid ? sent.error.fields : []
  return (
    <Alert type="error">
      <Paragraph>{request.words.errors[sent.error.code]}</Paragraph>
      {fields.length > 0 && (
        <ul className="schakel-problems">
          {fields.map(({ field, code, detail }) => (
            <li key={field}>
              <a href={`#${fieldId(form, field)}`}>{sayFieldError(request, code, detail ?? {})}</a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}

/** Says after a redirect what was done: `?gedaan=<key>` names a sentence, never content. */
export function Done({ request, sentences }: { request: CasePage; sentences: Record<string, ReactNode> }) {
  const sentence = sentences[request.query.get('gedaan') ?? '']
  return sentence ? (
    <Alert type="ok">
      <Paragraph>{sentence}</Paragraph>
    </Alert>
  ) : null
}
