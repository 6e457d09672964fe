import {
  Button,
  FormLabel,
  Heading1,
  Heading3,
  Link,
  Paragraph,
  Textbox,
} from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { MotionRef, MotionToMerge } from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import { outcomeInWords } from '../../components/term.ts'
import type { DeskRequest, Screen } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { mergePath, motionCrumbs } from '../motion-paths.ts'

/** Which motion of the register is the same: those that look like it, and those that were searched for. */
export function chooseScreen(
  request: DeskRequest,
  { kept, suggestions, found }: MotionToMerge,
  search: string,
): Screen {
  const { words, language } = request
  const w = words.merge
  const here = mergePath(request, kept)
  return {
    title: w.title,
    nav: 'desk',
    crumbs: motionCrumbs(request, kept),
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <Paragraph>
            <Original language={language}>{kept.title}</Original>
          </Paragraph>
          <p className="schakel-soft">{w.lead}</p>
        </Stack>
        <Part id="kies" title={w.choose}>
          {suggestions.length > 0 ? (
            <>
              <p className="schakel-soft">{w.suggested}:</p>
              {list(
                request,
                here,
                suggestions.map(({ motion }) => motion),
              )}
            </>
          ) : (
            <Paragraph>{w.nothingAlike}</Paragraph>
          )}
        </Part>
        <form method="get" action={here} className="schakel-search">
          <FormLabel htmlFor="zoek">{w.search}</FormLabel>
          <Actions>
            <Textbox id="zoek" name="zoek" defaultValue={search} />
            <Button type="submit" appearance="secondary-action-button">
              {w.searchButton}
            </Button>
          </Actions>
        </form>
        {search !== '' && (
          <Part id="gevonden" title={w.found}>
            {found.length > 0 ? list(request, here, found) : <Paragraph>{w.notFound(search)}</Paragraph>}
          </Part>
        )}
        <Link href={deskMotionPath(request, kept)}>{w.cancel}</Link>
      </Stack>
    ),
  }
}

function list(request: DeskRequest, here: string, motions: readonly MotionRef[]): ReactNode {
  const { words, language } = request
  return (
    <ul className="schakel-list">
      {motions.map((motion) => (
        <li key={motion.id}>
          <Heading3>
            <Link href={`${here}?met=${motion.id}`}>
              <Original language={language}>{motion.title}</Original>
            </Link>
          </Heading3>
          <p className="schakel-list__facts">
            <span>{words.public.numbered('motion', motion.number)}</span>
            <span>{capitalise(outcomeInWords(motion.outcome, motion.dated, words))}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
