import { FormLabel, Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import { type EvidenceDocument, receiveDocument, searchDocuments } from '../../../../council/index.ts'
import { type ErrorCode, SchakelError } from '../../../../errors.ts'
import { programmeReader, type SourceAtDesk, sourcesOf } from '../../../../programme/index.ts'
import { formatDate } from '../../../../words/format.ts'
import { Columns, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { sourcesPath } from '../paths.ts'
import { SearchForm } from './form-page.tsx'
import { checkSourcePath } from './source-check-page.tsx'

/** Framework documents with their ambitions, and the door for new ones. */
export async function sourcesPage(request: DeskRequest): Promise<Answer> {
  return draw(request, null)
}

const draw = (request: DeskRequest, code: ErrorCode | null): Promise<Screen> =>
  request.transact(async (ctx) => {
    const search = request.query.get('zoek')?.trim() ?? ''
    return screen(request, {
      sources: await sourcesOf(programmeReader(ctx), ctx.actor.municipality),
      found: search === '' ? [] : await searchDocuments(ctx, { search }),
      search,
      code,
    })
  })

/** Stores and reads a file; then shows it as it would be published. */
export async function postSources(request: DeskRequest): Promise<Answer> {
  const file = (await request.form()).get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return draw(request, 'upload-no-file')
  try {
    const { document } = await receiveDocument(request.transact, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name,
    })
    return seeOther(checkSourcePath(request, document))
  } catch (error) {
    if (!(error instanceof SchakelError)) throw error
    return draw(request, error.code)
  }
}

type View = {
  sources: SourceAtDesk[]
  found: EvidenceDocument[]
  search: string
  code: ErrorCode | null
}

function screen(request: DeskRequest, { sources, found, search, code }: View): Screen {
  const { words, language, municipality } = request
  const w = words.programmePlan.sources
  return {
    title: code ? `${words.programme.errorPrefix}: ${w.title}` : w.title,
    nav: 'programme',
    status: code ? 422 : 200,
    crumbs: [{ label: words.programme.nav, path: `/${municipality.slug}/bureau/programma` }],
    body: (
      <Columns aside={<Upload request={request} code={code} first={sources.length === 0} />}>
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
          {sources.length === 0 ? (
            <Paragraph>{w.none}</Paragraph>
          ) : (
            <ul className="schakel-plan-served">
              {sources.map((source) => (
                <li key={source.id}>
                  <span>
                    <a className="utrecht-link utrecht-link--html-a" href={sourcesPath(request, source.id)}>
                      <Original language={language}>{source.title}</Original>
                    </a>
                    <small className="schakel-hint">
                      {[
                        w.kind[source.kind],
                        source.dated && formatDate(source.dated, language),
                        w.ambitions(source.ambitions.length),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Stack>
        <section aria-labelledby="bestaand">
          <Stack>
            <Heading2 id="bestaand">{w.existing}</Heading2>
            <SearchForm
              request={request}
              action={sourcesPath(request)}
              name="zoek"
              label={words.programmePlan.adopt.documentSearch}
              hint={w.existingHint}
            />
            {search !== '' && found.length === 0 && (
              <p role="status">{words.programmePlan.adopt.documentSearchNone(search)}</p>
            )}
            <ul className="schakel-plan-served">
              {found.map((document) => (
                <li key={document.id}>
                  <span>
                    <Original language={language}>{document.title}</Original>
                    <small className="schakel-hint">
                      {document.dated && formatDate(document.dated, language)}
                    </small>
                  </span>
                  <a
                    className="utrecht-link utrecht-link--html-a"
                    href={checkSourcePath(request, document.id)}
                    aria-label={w.useOf(document.title)}
                  >
                    {w.use}
                  </a>
                </li>
              ))}
            </ul>
          </Stack>
        </section>
      </Columns>
    ),
  }
}

function Upload({ request, code, first }: { request: DeskRequest; code: ErrorCode | null; first: boolean }) {
  const { words } = request
  const w = words.programmePlan.sources
  return (
    <form
      className="schakel-card schakel-upload"
      method="post"
      action={sourcesPath(request)}
      encType="multipart/form-data"
      aria-labelledby="nieuw-kader"
    >
      <h2 id="nieuw-kader">{w.upload}</h2>
      <p className="schakel-hint">{w.uploadLead}</p>
      <FormLabel htmlFor="bestand">{w.file}</FormLabel>
      {code && (
        <p id="bestand-fout" className="schakel-error" role="alert">
          {words.errors[code]}
        </p>
      )}
      <input
        id="bestand"
        className="schakel-file"
        type="file"
        name="file"
        accept=".pdf,.docx,.html,.htm,.txt"
        aria-describedby={code ? 'bestand-fout' : undefined}
      />
      <button
        type="submit"
        className={`utrecht-button utrecht-button--${first ? 'primary' : 'secondary'}-action`}
      >
        {w.uploadButton}
      </button>
    </form>
  )
}
