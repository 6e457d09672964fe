import { Heading1, Heading2 } from '@utrecht/component-library-react'
import { addFramework, type FrameworkDraft, frameworkDraft } from '../../../../council/index.ts'
import { Invalid } from '../../../../errors.ts'
import { type SourceKind, sourceKinds } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Split, Stack } from '../../../components/layout.tsx'
import type { Answer, DeskRequest, MunicipalityRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { LongField, SelectField, TextField } from '../../form-fields.tsx'
import { choiceIn, dayIn, textIn, together, typedOf } from '../../matter/typed.ts'
import { idIn, sourcesPath } from '../paths.ts'
import { fieldSet, Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { linesIn, statusOf, TicksField } from './form-page.tsx'

export const checkSourcePath = (request: MunicipalityRequest, document: number) =>
  `${sourcesPath(request)}/stuk/${document}`

/** A document as it would be published, before it is; or one that is public already. */
export async function checkSourcePage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, sent: Sent | null): Promise<Screen> =>
  request.transact(async (ctx) =>
    screen(
      request,
      await frameworkDraft(ctx, {
        document: idIn(request, 'document'),
        names: sent ? linesIn(sent.typed, 'names') : [],
      }),
      sent,
    ),
  )

export async function postCheckSource(request: DeskRequest): Promise<Answer> {
  const document = idIn(request, 'document')
  const typed = typedOf(await request.form())
  const form = 'kaderstuk'
  if (textIn(typed, 'action') === 'look') return draw(request, { form, typed, problem: null })
  let source = 0
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const draft = await frameworkDraft(ctx, { document })
      const { kind, dated } = together({
        kind: () => choiceIn<SourceKind>(typed, 'kind', sourceKinds),
        dated: () => dayIn(typed, 'dated') ?? null,
        looked: () => {
          if (draft.published || (typed.get('looked') ?? []).includes('ja')) return
          throw new Invalid('form-invalid', [{ field: 'looked', code: 'needed' }])
        },
        title: () => {
          if (textIn(typed, 'title').trim() !== '') return
          throw new Invalid('form-invalid', [{ field: 'title', code: 'needed' }])
        },
      })
      const added = await addFramework(ctx, {
        document,
        kind,
        dated,
        title: textIn(typed, 'title'),
        names: linesIn(typed, 'names'),
      })
      source = added.source
    }),
  )
  if (problem) return draw(request, { form, typed, problem })
  return seeOther(`${sourcesPath(request, source)}?gedaan=bewaard`)
}

function screen(request: DeskRequest, draft: FrameworkDraft, sent: Sent | null): Screen {
  const { words, municipality } = request
  const w = words.programmePlan.sources.check
  const here = `/${municipality.slug}/bureau`
  const wrong = sent?.problem != null
  return {
    title: wrong ? `${words.programme.errorPrefix}: ${w.title}` : w.title,
    nav: 'programme',
    status: statusOf(sent),
    crumbs: [
      { label: words.programme.nav, path: `${here}/programma` },
      { label: words.programmePlan.sources.title, path: `${here}/bronnen` },
    ],
    body: (
      <Stack size="l">
        <Stack>
          <p className="schakel-over">
            <span>{draft.fileName}</span>
          </p>
          <Heading1>{w.title}</Heading1>
          <p>{draft.published ? w.leadPublic : draft.pages.length === 0 ? w.unreadable : w.lead}</p>
        </Stack>
        {draft.pages.length > 0 && (
          <Split>
            <CheckForm request={request} draft={draft} sent={sent} />
            <section aria-labelledby="tekst">
              <Stack>
                <Heading2 id="tekst">{w.text}</Heading2>
                <div className="schakel-card" lang="nl">
                  {draft.pages.map((page, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their place
                    <div key={index}>
                      <p className="schakel-hint">{w.page(index + 1)}</p>
                      <p className="schakel-plan-page">{page}</p>
                    </div>
                  ))}
                </div>
              </Stack>
            </section>
          </Split>
        )}
      </Stack>
    ),
  }
}

function CheckForm({
  request,
  draft,
  sent,
}: {
  request: DeskRequest
  draft: FrameworkDraft
  sent: Sent | null
}) {
  const { words, language } = request
  const w = words.programmePlan.sources.check
  const form = 'kaderstuk'
  const set = fieldSet(request, form, sent)
  const { published } = draft
  return (
    <form
      id={form}
      className="schakel-plan-form"
      method="post"
      action={checkSourcePath(request, draft.document)}
      noValidate
    >
      <Problem
        request={request}
        sent={sent}
        form={form}
        labels={{ title: w.name, kind: w.kind, dated: w.dated, looked: w.looked }}
      />
      <TextField set={set} name="title" label={w.name} value={published?.title ?? ''} />
      <SelectField
        set={set}
        name="kind"
        label={w.kind}
        value="other"
        choices={sourceKinds.map((value) => ({ value, label: words.programmePlan.sources.kind[value] }))}
      />
      <TextField
        set={set}
        name="dated"
        label={w.dated}
        value={published?.dated ? formatDate(published.dated, language) : ''}
        hint={w.datedHint}
      />
      {!published && (
        <>
          <LongField set={set} name="names" label={w.names} hint={w.namesHint} />
          <div className="schakel-actions">
            <button
              type="submit"
              name="action"
              value="look"
              className="utrecht-button utrecht-button--secondary-action schakel-slim"
            >
              {w.look}
            </button>
          </div>
          <TicksField
            set={set}
            name="looked"
            legend={w.looked}
            quiet
            choices={[{ value: 'ja', label: w.looked }]}
          />
        </>
      )}
      <div className="schakel-actions">
        <button type="submit" className="utrecht-button utrecht-button--primary-action">
          {published ? w.buttonPublic : w.button}
        </button>
      </div>
    </form>
  )
}
