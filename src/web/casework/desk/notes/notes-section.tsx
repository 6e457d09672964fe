import { Heading2, Link } from '@utrecht/component-library-react'
import { notesOf } from '../../../../reintegration/index.ts'
import { Stack } from '../../../components/layout.tsx'
import { caseHref } from '../../page.ts'
import type { Section } from '../trajectory/sections.ts'
import { Files, NoteBody } from './note-parts.tsx'

/** The last two notes, and a way to all of them. */
export const notesSection: Section = {
  place: 'main',
  order: 60,
  async load(ctx, trajectory, request) {
    const { notes } = await notesOf(ctx, trajectory, { most: 2 })
    const w = request.words.caseNotes
    const path = `/trajecten/${trajectory.number}/notities`
    if (notes.length === 0) return null
    return (
      <Stack>
        <Heading2>{w.title}</Heading2>
        <ul className="schakel-plain schakel-rows">
          {notes.map((note) => (
            <li key={note.id}>
              <NoteBody request={request} note={note} />
              <Files request={request} files={note.attachments} number={trajectory.number} />
            </li>
          ))}
        </ul>
        <p>
          <Link href={caseHref(request, path)}>{w.older}</Link>
        </p>
      </Stack>
    )
  },
}
