import { Button, Heading2, RadioButton } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  adoptAndKeep,
  documentsNamed,
  documentsOfMotions,
  type EvidenceDocument,
  type KeepableCommitment,
  keepableCommitments,
  searchDocuments,
} from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Refused } from '../../../../errors.ts'
import {
  amendProgramme,
  editionOf,
  isHard,
  type Lack,
  type PlanChange,
  planChanges,
  planOf,
  programmeReader,
} from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Card, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { planChangeSaid } from '../../../components/programme-planned.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { choiceIn, dayIn, idIn as idTyped, textIn, together, typedOf, writtenIn } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { KeepCommitments, readKept } from '../keep-commitments.tsx'
import { adoptPath, programmeIn, programmePath } from '../paths.ts'
import { type FieldSet, fieldSet, LongField, Problem, RadioField, TextField } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { problemsOf, SearchForm, statusOf } from './form-page.tsx'
import { LackList } from './lacks.tsx'
import { loadPlan, type PlanAtDesk } from './load-plan.ts'

type View = PlanAtDesk & {
  changes: PlanChange[]
  documents: EvidenceDocument[]
  search: string
  /** Commitments that adopting may keep, and those that were ticked. */
  keepable: KeepableCommitment[]
  kept: number[]
}
const bodies = ['college', 'council'] as const

/** Adopting a draft, or recording that an adopted programme was changed. */
export async function adoptPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null, kept: number[] = []): Promise<Screen> =>
  request.transact(async (ctx) => screen(request, await loadView(ctx, request, sent, kept), sent))

async function loadView(ctx: Ctx, request: DeskRequest, sent: Sent | null, kept: number[]): Promise<View> {
  const plan = await loadPlan(ctx, programmeIn(request))
  const { tree } = plan
  if (!plan.open) throw new Refused('programme-closed')
  const search = request.query.get('zoek')?.trim() ?? ''
  const motions = [...plan.names.values()].flatMap(({ motion }) => motion?.id ?? [])
  const documents =
    search === ''
      ? await documentsOfMotions(ctx, { motions: [...new Set(motions)] })
      : await searchDocuments(ctx, { search })
  const chosen = sent && idTyped(sent.typed, 'document_id')
  if (chosen && !documents.some(({ id }) => id === chosen))
    documents.unshift(...(await documentsNamed(ctx, [chosen])))
  const last = tree.editions.at(-1)
  const changes = last
    ? planChanges(
        (
          await editionOf(programmeReader(ctx), {
            municipality: ctx.actor.municipality,
            programme: tree.id,
            number: last.number,
          })
        ).plan,
        planOf(tree),
      )
    : []
  const keepable =
    tree.state === 'draft'
      ? await keepableCommitments(ctx, { programme: tree.id, action: null, adopting: true })
      : []
  return { ...plan, changes, documents, search, keepable, kept }
}

export async function postAdopt(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const form = await request.form()
  const typed = typedOf(form)
  const commitments = readKept(form)
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const { tree } = await loadPlan(ctx, slug)
      const { decidedOn, body } = together({
        decidedOn: () => dayIn(typed, 'decided_on') ?? '',
        body: () => choiceIn(typed, 'body', bodies),
      })
      const decision = {
        programme: tree.id,
        version: idTyped(typed, 'version') ?? 0,
        decidedOn,
        body,
        document: idTyped(typed, 'document_id'),
        reason: writtenIn(typed, 'reason'),
      }
      await (tree.state === 'draft'
        ? adoptAndKeep(ctx, { ...decision, commitments })
        : amendProgramme(ctx, decision))
    }),
  )
  if (problem) {
    const kept = commitments.map(({ commitment }) => commitment)
    return draw(request, { form: 'besluit', typed, problem }, kept)
  }
  return seeOther(`${programmePath(request, slug)}?gedaan=vastgesteld`)
}

function screen(request: DeskRequest, view: View, sent: Sent | null): Screen {
  const { words, language } = request
  const w = words.programmePlan
  const { tree, lacks, changes } = view
  const draft = tree.state === 'draft'
  const told = problemsOf<Lack>(sent?.problem)
  const all = told.length > 0 ? told : lacks
  const [hard, soft] = [all.filter(isHard), all.filter((one) => !isHard(one))]
  const title = draft ? w.adopt.title : w.adopt.amendTitle
  return programmeScreen(request, tree, {
    tab: 'plan',
    tabless: true,
    heading: title,
    title,
    wrong: sent !== null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        <Stack>
          <p>{draft ? w.adopt.lead : w.adopt.amendLead}</p>
          {draft && tree.succeeds && <p>{w.adopt.succeedNote(tree.succeeds.title)}</p>}
        </Stack>
        {sent && told.length === 0 && (
          <Problem
            request={request}
            sent={sent}
            form="besluit"
            labels={{
              decided_on: w.adopt.day,
              body: w.adopt.body,
              document_id: w.adopt.document,
              reason: draft ? w.adopt.reason : w.adopt.amendReason,
            }}
          />
        )}
        {!draft && (
          <section aria-labelledby="veranderd">
            <Stack size="s">
              <Heading2 id="veranderd">{w.adopt.changes}</Heading2>
              {changes.length === 0 ? (
                <p>{w.plan.unchanged}</p>
              ) : (
                <ul className="schakel-topics">
                  {changes.map((change) => {
                    const said = planChangeSaid(request, change)
                    return (
                      <li key={said}>
                        <Original language={language}>{said}</Original>
                      </li>
                    )
                  })}
                </ul>
              )}
            </Stack>
          </section>
        )}
        {hard.length > 0 && (
          <section
            className="schakel-errors"
            aria-labelledby="eerst"
            tabIndex={-1}
            {...(sent ? { 'data-errors': true } : {})}
          >
            <h2 id="eerst">{w.lack.hard}</h2>
            <LackList request={request} plan={view} lacks={hard} />
          </section>
        )}
        {soft.length > 0 && (
          <section
            className="schakel-attention"
            aria-labelledby="ontbreekt"
            tabIndex={-1}
            {...(sent && hard.length === 0 ? { 'data-errors': true } : {})}
          >
            <h2 id="ontbreekt">{w.lack.soft}</h2>
            <LackList request={request} plan={view} lacks={soft} />
          </section>
        )}
        {(draft || changes.length > 0) && (hard.length === 0 || sent) ? (
          <DecisionForm request={request} view={view} sent={sent} hard={hard.length > 0} />
        ) : (
          <p>
            {hard.length > 0 && `${w.adopt.notYet}. `}
            <a className="utrecht-link utrecht-link--html-a" href={programmePath(request, tree.slug)}>
              {w.edition.now}
            </a>
          </p>
        )}
      </Stack>
    ),
  })
}

function DecisionForm({
  request,
  view,
  sent,
  hard,
}: {
  request: DeskRequest
  view: View
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

function Documents({ request, view, set }: { request: DeskRequest; view: View; set: FieldSet }): ReactNode {
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
