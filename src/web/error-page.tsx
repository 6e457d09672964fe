import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { NotFound, SchakelError } from '../errors.ts'
import { type Asked, href } from './asked.ts'
import { Stack } from './components/layout.tsx'

/**
 * The page for an error: its sentence, and for what nobody expected a reference to mention.
 * @param back path that the page leads back to, without the language
 */
export function errorPage(request: Asked, error: unknown, back: string) {
  const { words } = request
  const known = error instanceof SchakelError
  const titles = words.shell.error.title
  const title = !known ? titles.unexpected : error instanceof NotFound ? titles.notFound : titles.refused
  return {
    title,
    status: known ? statusOf(error) : 500,
    body: (
      <Stack>
        <Heading1>{title}</Heading1>
        <Paragraph>{words.errors[known ? error.code : 'unexpected']}</Paragraph>
        {!known && <Paragraph>{words.shell.error.reference(request.id)}</Paragraph>}
        <Paragraph>
          <Link href={href(request, back)}>{words.shell.error.back}</Link>
        </Paragraph>
      </Stack>
    ),
  } as const
}

function statusOf({ status, code }: SchakelError) {
  return status === 400 ? 422 : code === 'upload-too-large' ? 413 : status
}
