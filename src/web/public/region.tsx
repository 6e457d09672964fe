import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { Stack } from '../components/layout.tsx'
import type { Answer, PublicRequest } from '../page.ts'
import { href } from '../page.ts'

/** The municipalities of this installation. */
export async function regionPage(request: PublicRequest): Promise<Answer> {
  const { words } = request
  const { region } = words.pages
  return {
    title: region.title,
    description: region.lead,
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{region.title}</Heading1>
          <Paragraph>{region.lead}</Paragraph>
        </Stack>
        {request.municipalities.length === 0 ? (
          <Paragraph>{region.none}</Paragraph>
        ) : (
          <ul className="schakel-places">
            {request.municipalities.map(({ slug, name }) => (
              <li key={slug} className="schakel-card">
                <Link href={href(request, `/${slug}`)}>{words.shell.municipality(name)}</Link>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    ),
  }
}
