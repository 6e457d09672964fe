import { Heading2 } from '@utrecht/component-library-react'
import {
  adoptAndKeep,
  documentsNamed,
  documentsOfMotions,
  type KeepToo,
  keepableCommitments,
  searchDocuments,
} from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Invalid, Refused } from '../../../../errors.ts'
import {
  amendProgramme,
  editionOf,
  isHard,
  type Lack,
  type PlanDecision,
  planChanges,
  planOf,
  programmeReader,
} from '../../../../programme/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import { planChangeSaid } from '../../../components/programme-planned.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { evidenceErrors } from '../../evidence/evidence-picker.tsx'
import { noEvidence, type PostedEvidence, readEvidence } from '../../evidence/posted-evidence.ts'
import { choiceIn, dayIn, idIn as idTyped, together, typedOf, writtenIn } from '../../matter/typed.ts'
import { programmeScreen } from '../frame.tsx'
import { readKept } from '../keep-commitments.tsx'
import { programmeIn, programmePath } from '../paths.ts'
import { Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { type AdoptView, bodies, DecisionForm } from './adopt-form.tsx'
import { adoptionEvidence, workAdoption } from './adoption-evidence.tsx'
import { problemsOf, statusOf } from './form-page.tsx'
import { LackList } from './lacks.tsx'
import { loadPlan } from './load-plan.ts'

/** What the form sends beside its fields: the commitments that were ticked, and the words by which they are kept. */
type Kept = { commitments: KeepToo[]; evidence: PostedEvidence }
const nothingKept: Kept = { commitments: [], evidence: noEvidence() }

/** Adopting a draft, or recording that an adopted programme was changed. */
export async function adoptPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null, kept = nothingKept): Promise<Screen> =>
  request.transact(async (ctx) => screen(request, await loadView(ctx, request, sent, kept), sent))

async function loadView(
  ctx: Ctx,
  request: DeskRequest,
  sent: Sent | null,
  { commitments, evidence }: Kept,
): Promise<AdoptView> {
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
  const kept = commitments.map(({ commitment }) => commitment)
  const final = sent?.problem != null && kept.length > 0
  const of = { programme: tree.id, document: chosen || null, keepable, final }
  const words = keepable.length > 0 ? await workAdoption(ctx, evidence, of) : null
  return { ...plan, changes, documents, search, keepable, kept, words }
}

export async function postAdopt(request: DeskRequest): Promise<Answer> {
  const slug = programmeIn(request)
  const form = await request.form()
  const typed = typedOf(form)
  const kept: Kept = { commitments: readKept(form), evidence: readEvidence(form) }
  if (kept.evidence.act !== null) return draw(request, { form: 'besluit', typed, problem: null }, kept)
  const { commitments } = kept
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
      if (tree.state !== 'draft') {
        await amendProgramme(ctx, decision)
        return
      }
      const evidence = commitments.length > 0 ? await evidenceOf(ctx, decision, kept) : []
      await adoptAndKeep(ctx, { ...decision, commitments, evidence })
    }),
  )
  if (problem) return draw(request, { form: 'besluit', typed, problem }, kept)
  return seeOther(`${programmePath(request, slug)}?gedaan=vastgesteld`)
}

/** @throws Invalid `document_id` without a document to take words from; `evidence` while they are still to be chosen */
async function evidenceOf(
  ctx: Ctx,
  { programme, document }: Pick<PlanDecision, 'programme' | 'document'>,
  { evidence }: Kept,
) {
  if (document === null)
    throw new Invalid('form-invalid', [{ field: 'document_id', code: 'document-missing' }])
  const keepable = await keepableCommitments(ctx, { programme, action: null, adopting: true })
  return adoptionEvidence(await workAdoption(ctx, evidence, { programme, document, keepable, final: true }))
}

function screen(request: DeskRequest, view: AdoptView, sent: Sent | null): Screen {
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
    wrong: sent?.problem != null,
    status: statusOf(sent),
    body: (
      <Stack size="l">
        <Stack>
          <p>{draft ? w.adopt.lead : w.adopt.amendLead}</p>
          {draft && tree.succeeds && <p>{w.adopt.succeedNote(tree.succeeds.title)}</p>}
        </Stack>
        {sent?.problem && told.length === 0 && (
          <Problem
            top
            request={request}
            sent={sent}
            form="besluit"
            labels={{
              decided_on: w.adopt.day,
              body: w.adopt.body,
              document_id: w.adopt.document,
              reason: draft ? w.adopt.reason : w.adopt.amendReason,
              evidence: words.programmeEvidence.keep.words,
            }}
            extra={view.words ? evidenceErrors(request, view.words) : []}
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
            {...(sent?.problem ? { 'data-errors': true } : {})}
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
            {...(sent?.problem && hard.length === 0 ? { 'data-errors': true } : {})}
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
