import { Button, FormLabel, Heading1, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { importsAtDesk, receiveList } from '../../../council/index.ts'
import { Invalid, SchakelError } from '../../../errors.ts'
import { dateOf, formatDate } from '../../../words/format.ts'
import { Columns, Stack } from '../../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { importPath, importsPath } from './paths.ts'

/** The lists that were taken in, and the door for a new one. */
export async function importsPage(request: DeskRequest): Promise<Answer> {
  return screen(request, null)
}

export async function postList(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const file = form.get('file')
  const words = request.words.import
  if (!(file instanceof File) || file.size === 0) return screen(request, words.upload.none)
  try {
    const { import: id, known } = await receiveList(request.transact, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      fileName: file.name,
    })
    return seeOther(`${importPath(request, id)}${known ? '?bekend=1' : ''}`)
  } catch (error) {
    if (!(error instanceof SchakelError)) throw error
    const row = error instanceof Invalid ? error.fields.find((one) => one.field === 'row') : undefined
    const where = row ? ` ${words.upload.failedAt(row.code)}` : ''
    return screen(request, `${file.name}: ${request.words.errors[error.code]}${where}`)
  }
}

async function screen(request: DeskRequest, error: string | null): Promise<Screen> {
  const { words, language } = request
  const lists = await request.transact(importsAtDesk)
  const w = words.import
  return {
    title: error ? `${words.desk.review.errors.prefix}: ${w.title}` : w.title,
    nav: 'import',
    status: error ? 422 : 200,
    body: (
      <Columns aside={uploadForm(request)}>
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <p className="schakel-soft">{w.lead}</p>
          {error && (
            <p className="schakel-errors" role="alert">
              {error}
            </p>
          )}
        </Stack>
        <section className="schakel-post" aria-labelledby="lijsten">
          <Heading2 id="lijsten">{w.lists.title}</Heading2>
          {lists.length === 0 ? (
            <Paragraph>{w.lists.empty}</Paragraph>
          ) : (
            <ul>
              {lists.map((list) => (
                <li key={list.id} className="schakel-post__row schakel-import__list">
                  <div className="schakel-post__what">
                    <Link href={importPath(request, list.id)}>
                      <b>{list.fileName}</b>
                    </Link>
                    <span className="schakel-soft schakel-small">
                      {w.lists.rows(list.rows)} ·{' '}
                      {w.lists.by(list.by, formatDate(dateOf(list.uploadedAt), language))}
                    </span>
                  </div>
                  <span className="schakel-small">{w.state[list.state]}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      </Columns>
    ),
  }
}

function uploadForm(request: DeskRequest): ReactNode {
  const w = request.words.import.upload
  return (
    <form
      className="schakel-card schakel-upload"
      method="post"
      action={importsPath(request)}
      encType="multipart/form-data"
      aria-labelledby="nieuwe-lijst"
    >
      <h2 id="nieuwe-lijst">{w.title}</h2>
      <div className="schakel-drop">
        <FormLabel htmlFor="lijst">{w.label}</FormLabel>
        <input
          id="lijst"
          className="schakel-file"
          type="file"
          name="file"
          required
          accept=".csv,.txt,.tsv,text/csv"
          aria-describedby="lijst-hint"
        />
      </div>
      <p id="lijst-hint" className="schakel-hint">
        {w.hint}
      </p>
      <Button type="submit" appearance="primary-action-button">
        {w.button}
      </Button>
    </form>
  )
}
