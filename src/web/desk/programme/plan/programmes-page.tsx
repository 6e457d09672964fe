import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { programmeReader, programmes } from '../../../../programme/index.ts'
import { Chip } from '../../../components/chip.tsx'
import { Card, Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest } from '../../../page.ts'
import { programmeTones } from '../frame.tsx'
import { programmePath } from '../paths.ts'

/** All programmes of the municipality, the newest first. */
export async function programmesPage(request: DeskRequest): Promise<Answer> {
  const { words, language, municipality } = request
  const w = words.programmePlan.list
  const all = await request.transact((ctx) => programmes(programmeReader(ctx), municipality.slug))
  return {
    title: w.title,
    nav: 'programme',
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{w.title}</Heading1>
          <Paragraph>{w.lead}</Paragraph>
        </Stack>
        {all.length === 0 && <Paragraph>{w.none}</Paragraph>}
        {all.map((one) => (
          <Card key={one.id}>
            <p className="schakel-over schakel-programme-over">
              <Chip tone={programmeTones[one.state]}>{words.programme.state[one.state]}</Chip>
              <span>{words.programme.years(one.startsOn, one.endsOn)}</span>
            </p>
            <Link href={programmePath(request, one.slug)}>
              <Original language={language}>{one.title}</Original>
            </Link>
          </Card>
        ))}
      </Stack>
    ),
  }
}
