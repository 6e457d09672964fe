import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { NotFound, SchakelError } from '../errors.ts'
import { Stack } from './components/layout.tsx'
import type { PageRequest, Screen } from './page.ts'
import { href } from './page.ts'

/** The page for an error: its sentence, and for what nobody expected a reference to mention. */
export function errorScreen(request: PageRequest, error: unknown): Screen {
  const { words } = request
  const known = error instanceof SchakelError
  const titles = words.shell.error.title
  const title = !known ? titles.unexpected : error instanceof NotFound ? titles.notFound : titles.refused
  return {
    title,
    status: known
      ? error.status === 400
        ? 422
        : error.code === 'upload-too-large'
          ? 413
          : error.status
      : 500,
    body: (
      <Stack>
        <Heading1>{title}</Heading1>
        <Paragraph>{words.errors[known ? error.code : 'unexpected']}</Paragraph>
        {!known && <Paragraph>{words.shell.error.reference(request.id)}</Paragraph>}
        <Paragraph>
          <Link href={href(request, request.municipality ? `/${request.municipality.slug}` : '/')}>
            {words.shell.error.back}
          </Link>
        </Paragraph>
      </Stack>
    ),
  }
}
