import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { NotFound, SchakelError } from '../../errors.ts'
import { Stack } from '../components/layout.tsx'
import type { CasePage, CaseScreen, SignedInActor } from './page.ts'
import { caseHref } from './page.ts'

/** The page for an error. What may not be seen and what does not exist give the same one. */
export function caseErrorScreen(request: CasePage, error: unknown, actor: SignedInActor | null): CaseScreen {
  const { words } = request
  const known = error instanceof SchakelError
  const titles = words.shell.error.title
  const title = !known ? titles.unexpected : error instanceof NotFound ? titles.notFound : titles.refused
  const hers = actor?.kind === 'survivor' || ['/mijn', '/kaart'].some((path) => request.path.startsWith(path))
  const status = !known
    ? 500
    : error.status === 400
      ? 422
      : error.code === 'upload-too-large'
        ? 413
        : error.status
  return {
    title,
    status,
    ...(hers ? { frame: 'hers' } : {}),
    body: (
      <Stack>
        <Heading1>{title}</Heading1>
        <Paragraph>{words.errors[known ? error.code : 'unexpected']}</Paragraph>
        {!known && <Paragraph>{words.shell.error.reference(request.id)}</Paragraph>}
        <Paragraph>
          <Link href={caseHref(request, hers ? '/mijn' : '/')}>{words.shell.error.back}</Link>
        </Paragraph>
      </Stack>
    ),
  }
}
