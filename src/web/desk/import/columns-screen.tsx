import {
  Button,
  FormFieldErrorMessage,
  Heading1,
  Link,
  Select,
  SelectOption,
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@utrecht/component-library-react'
import {
  type ImportAtDesk,
  type ImportField,
  importFields,
  type MappingErrorCode,
} from '../../../council/index.ts'
import type { FieldError } from '../../../errors.ts'
import { capitalise } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { importCrumbs, importPath, importsPath } from './paths.ts'

/** "Wat staat in welke kolom?": each header with its first cells and a choice. */
export function columnsScreen(
  request: DeskRequest,
  list: ImportAtDesk,
  view: { rows: string[][]; columns: (ImportField | null)[]; errors: readonly FieldError[] },
): Screen {
  const { words } = request
  const w = words.import
  const general = view.errors.filter((one) => one.field === 'columns')
  const wrong = new Map(view.errors.map((one) => [one.field, w.columns.error[one.code as MappingErrorCode]]))
  const isWrong = view.errors.length > 0
  return {
    title: isWrong ? `${words.desk.review.errors.prefix}: ${w.columns.title}` : w.columns.title,
    nav: 'import',
    crumbs: importCrumbs(request),
    status: isWrong ? 422 : 200,
    body: (
      <Stack size="l">
        <Stack size="s">
          <p className="schakel-over">
            <span>{w.step(1, w.steps[0]!)}</span>
            <span>{list.fileName}</span>
          </p>
          <Heading1>{w.columns.title}</Heading1>
          <p className="schakel-soft">{w.columns.lead}</p>
        </Stack>
        {request.query.has('bekend') && (
          <p className="schakel-done" role="status">
            {w.again}
          </p>
        )}
        {general.length > 0 && (
          <section className="schakel-errors" role="alert">
            <ul>
              {general.map(({ code }) => (
                <li key={code}>{w.columns.error[code as MappingErrorCode]}</li>
              ))}
            </ul>
          </section>
        )}
        <form method="post" action={importPath(request, list.id)}>
          <input type="hidden" name="version" value={list.version} />
          <input type="hidden" name="action" value="columns" />
          <Stack>
            <Table className="schakel-import__table">
              <TableCaption className="schakel-hidden">{w.columns.title}</TableCaption>
              <TableHeader>
                <TableRow>
                  <TableHeaderCell scope="col">{w.columns.header}</TableHeaderCell>
                  <TableHeaderCell scope="col">{w.columns.first}</TableHeaderCell>
                  <TableHeaderCell scope="col">{w.columns.is}</TableHeaderCell>
                </TableRow>
              </TableHeader>
              <TableBody>
                {list.headers.map((header, index) => {
                  const name = header || w.columns.nameless(index + 1)
                  const error = wrong.get(`columns/${index}`)
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                    <TableRow key={index}>
                      <TableHeaderCell scope="row">{name}</TableHeaderCell>
                      <TableCell>
                        {view.rows.map((row, place) => (
                          // biome-ignore lint/suspicious/noArrayIndexKey: the first rows of the list
                          <span key={place} className="schakel-import__cell">
                            {(row[index] ?? '').slice(0, 90)}
                          </span>
                        ))}
                      </TableCell>
                      <TableCell>
                        {error && <FormFieldErrorMessage>{error}</FormFieldErrorMessage>}
                        <Select
                          name={`columns/${index}`}
                          aria-label={w.columns.choose(name)}
                          defaultValue={view.columns[index] ?? ''}
                          invalid={error !== undefined}
                        >
                          <SelectOption value="">{w.none}</SelectOption>
                          {importFields.map((field) => (
                            <SelectOption key={field} value={field}>
                              {capitalise(w.field[field])}
                            </SelectOption>
                          ))}
                        </Select>
                      </TableCell>
                    </TableRow>
                  )
                })}
              </TableBody>
            </Table>
            <Actions>
              <Button type="submit" appearance="primary-action-button">
                {w.columns.button}
              </Button>
              <Link href={importsPath(request)}>{w.cancel}</Link>
            </Actions>
          </Stack>
        </form>
      </Stack>
    ),
  }
}
