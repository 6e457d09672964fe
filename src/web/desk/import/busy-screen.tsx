import { Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import type { ImportAtDesk } from '../../../council/index.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import type { DeskRequest, Screen } from '../../page.ts'
import { importCrumbs, importPath } from './paths.ts'

/** How far the work is. The page asks for itself again after a few seconds, without any script, unless told not to. */
export function busyScreen(request: DeskRequest, list: ImportAtDesk): Screen {
  const w = request.words.import
  const checking = list.state === 'checking'
  const done = checking ? list.rows - list.counts.waiting : list.counts.done
  const still = request.query.has('stil')
  const path = importPath(request, list.id)
  const title = checking ? w.busy.checking : w.busy.running
  return {
    title,
    nav: 'import',
    crumbs: importCrumbs(request),
    ...(still ? {} : { refreshAfter: 3 }),
    body: (
      <Stack>
        <Stack size="s">
          <p className="schakel-over">
            <span>{w.step(checking ? 3 : 4, w.steps[checking ? 2 : 3]!)}</span>
            <span>{list.fileName}</span>
          </p>
          <Heading1>{title}</Heading1>
        </Stack>
        <progress className="schakel-import__progress" value={done} max={list.rows} aria-label={title} />
        <p>
          <b>{w.busy.progress(done, list.rows)}</b>
        </p>
        {!still && <Paragraph>{w.busy.lead}</Paragraph>}
        <Actions>
          <Link href={still ? `${path}?stil=1` : path}>{w.busy.refresh}</Link>
          {!still && <Link href={`${path}?stil=1`}>{w.busy.still}</Link>}
        </Actions>
      </Stack>
    ),
  }
}
