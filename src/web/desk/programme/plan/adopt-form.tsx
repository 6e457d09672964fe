import { Button, Heading2, RadioButton } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { EvidenceDocument, KeepableCommitment } from '../../../../council/index.ts'
import type { PlanChange } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Card } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { DeskRequest } from '../../../page.ts'
import type { EvidenceState } from '../../evidence/work-evidence.ts'
import { type FieldSet, LongField, RadioField, TextField } from '../../form-fields.tsx'
import { textIn } from '../../matter/typed.ts'
import { KeepCommitments } from '../keep-commitments.tsx'
import { adoptPath, programmePath } from '../paths.ts'
import { fieldSet } from '../work/fields.tsx'
import type { Sent } from '../work/sent.ts'
import { AdoptionEvidence } from './adoption-evidence.tsx'
import { SearchForm } from './form-page.tsx'
import type { PlanAtDesk } from './load-plan.ts'

export type AdoptView = PlanAtDesk & {
  changes: PlanChange[]
  documents: EvidenceDocument[]
  search: string
  /** Commitments that adopting may keep, those that were ticked, and the words by which they are kept. */
  keepable: KeepableCommitment[]
  kept: number[]
  words: EvidenceState | null
}
export const bodies = ['college', 'council'] as const

/** Deciding: from which document, when, by whom, and which commitments that keeps. */
export function DecisionForm({
  request,
  view,
  sent,
  hard,
}: {
  request: DeskRequest
  view: AdoptView
  sent: Sent | null
  hard: boolean
}): ReactNode {
  const w = request.words.programmePlan.adopt
  const { tree } = view
  const draft = tree.state === 'draft'
  const form = 'besluit'
  const set = fieldSet(request, form, sent)
  return (
    <Card labelledBy="besluit-titel">
      <Heading2 id="besluit-titel">{draft ? w.title : w.amendTitle}</Heading2>
      <SearchForm
        request={request}
        action={adoptPath(request, tree.slug)}
        name="zoek"
        label={w.documentSearch}
        hint={w.documentSearchHint}
      />
      {view.search !== '' && view.documents.length === 0 && (
        <p role="status">{w.documentSearchNone(view.search)}</p>
      )}
      <form
        id={form}
        className="schakel-plan-form"
        method="post"
        action={adoptPath(request, tree.slug)}
        noValidate
      >
        <input type="hidden" name="version" value={tree.version} />
        <Documents request={request} view={view} set={set} />
        <TextField set={set} name="decided_on" label={w.day} hint={request.words.programmePlan.dayHint} />
        <RadioField
          set={set}
          name="body"
          label={w.body}
          choices={bodies.map((value) => ({ value, label: w.bodies[value] }))}
        />
        <LongField
          set={set}
          name="reason"
          label={draft ? w.reason : w.amendReason}
          hint={draft ? w.reasonHint : w.amendReasonHint}
          rows={2}
        />
        <KeepCommitments request={request} commitments={view.keepable} by="adoption" ticked={view.kept} />
        {view.words && (
          <AdoptionEvidence request={request} state={view.words} action={adoptPath(request, tree.slug)} />
        )}
        <div className="schakel-actions">
          {hard ? (
            <p>{w.notYet}.</p>
          ) : (
            <Button type="submit" appearance="primary-action-button">
              {draft ? w.button : w.amendButton}
            </Button>
          )}
          <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.slug)}>
            {request.words.programmePlan.cancel}
          </a>
        </div>
      </form>
    </Card>
  )
}

function Documents({
  request,
  view,
  set,
}: {
  request: DeskRequest
  view: AdoptView
  set: FieldSet
}): ReactNode {
  const { words, language } = request
  const w = words.programmePlan.adopt
  const typed = set.typed ? textIn(set.typed, 'document_id') : ''
  return (
    <fieldset className="schakel-choices" id="besluit-document_id" tabIndex={-1}>
      <legend>{w.document}</legend>
      {set.errors.get('document_id') && <p className="schakel-error">{set.errors.get('document_id')}</p>}
      {[null, ...view.documents].map((document) => {
        const value = document ? String(document.id) : ''
        const id = `besluit-document-${value || 'geen'}`
        return (
          <div key={value} className="schakel-tick">
            <RadioButton id={id} name="document_id" value={value} defaultChecked={typed === value} />
            <label htmlFor={id}>
              {document ? <Original language={language}>{document.title}</Original> : w.documentNone}
              {document?.dated && (
                <span className="schakel-hint">{formatDate(document.dated, language)}</span>
              )}
            </label>
          </div>
        )
      })}
    </fieldset>
  )
}
