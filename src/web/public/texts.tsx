import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { Stack } from '../components/layout.tsx'
import { Part } from '../components/part.tsx'
import type { Answer, MunicipalityRequest, NavKey, PublicMunicipalityRequest, Screen } from '../page.ts'

type Text = {
  title: string
  lead: (name: string) => string
  sections: readonly { id: string; title: string; paragraphs: readonly string[] }[]
}
type Contact = { title: string; demo: string; production: string }

/** What a motion, a commitment and a settlement are, for who never saw a council paper. */
export async function aboutPage(request: PublicMunicipalityRequest): Promise<Answer> {
  return textScreen(request, request.words.pages.about, { nav: 'about', contents: true })
}

export async function accessibilityPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const text = request.words.pages.accessibility
  return textScreen(request, text, { contact: text.contact })
}

export async function privacyPage(request: PublicMunicipalityRequest): Promise<Answer> {
  const text = request.words.pages.privacy
  return textScreen(request, text, { contact: text.contact })
}

type Options = { nav?: NavKey; contents?: boolean; contact?: Contact }

function textScreen(request: MunicipalityRequest, text: Text, options: Options): Screen {
  const { words, municipality, mode } = request
  const { nav, contents, contact } = options
  const lead = text.lead(municipality.name)
  return {
    title: text.title,
    description: lead,
    ...(nav ? { nav } : {}),
    crumbs: [{ label: words.shell.municipality(municipality.name), path: `/${municipality.slug}` }],
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{text.title}</Heading1>
          <Paragraph className="schakel-lead">{lead}</Paragraph>
          {contents && (
            <ul className="schakel-plain schakel-no-print">
              {text.sections.map((section) => (
                <li key={section.id}>
                  <Link href={`#${section.id}`}>{section.title}</Link>
                </li>
              ))}
            </ul>
          )}
        </Stack>
        {text.sections.map((section) => (
          <Part key={section.id} id={section.id} title={section.title}>
            {section.paragraphs.map((paragraph) => (
              <Paragraph key={paragraph}>{paragraph}</Paragraph>
            ))}
          </Part>
        ))}
        {contact && (
          <Part id="contact" title={contact.title}>
            <Paragraph>{mode === 'demo' ? contact.demo : contact.production}</Paragraph>
          </Part>
        )}
      </Stack>
    ),
  }
}
