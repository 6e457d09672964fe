import { Button, FormLabel, Textbox } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { commitmentRelations } from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'
import { type FieldSet, inputId, longField, radioList } from '../fields.tsx'
import type { ScreenInput } from './commitment-screen.tsx'
import { anchors } from './posted-step.ts'

/** To which commitment or withdrawn motion, and how: those of its motions first, others by searching. */
export function relateFields(request: DeskRequest, input: ScreenInput, set: FieldSet): ReactNode {
  const { words, language } = request
  const w = words.commitmentDesk.relate
  const { near, found, motions } = input.relatable
  const search = set.typed.get('/relate/search') ?? ''
  const typed = (name: string) => set.typed.get(`/relate/${name}`) ?? ''
  const others = [...near, ...found]
  const searchId = inputId('/relate/search')
  return (
    <>
      {radioList(
        set,
        '/relate/kind',
        w.kind,
        typed('kind'),
        commitmentRelations.map((kind) => ({ value: kind, label: w.kinds[kind] })),
      )}
      <div className="schakel-search">
        <FormLabel htmlFor={searchId}>{w.search}</FormLabel>
        <span id={`${searchId}-hint`} className="schakel-hint">
          {w.searchHint}
        </span>
        <span className="schakel-actions">
          <Textbox
            id={searchId}
            name="/relate/search"
            defaultValue={search}
            autoComplete="off"
            aria-describedby={`${searchId}-hint`}
          />
          <Button
            type="submit"
            name="action"
            value="search"
            formAction={`${commitmentPath(request, input.commitment.id)}#${anchors.relate}`}
            appearance="secondary-action-button"
            className="schakel-slim"
          >
            {w.searchButton}
          </Button>
        </span>
        {search.trim() !== '' && found.length + motions.length === 0 && (
          <p role="status">{w.searchNone(search)}</p>
        )}
      </div>
      {others.length === 0 && <p className="schakel-hint">{w.noOthers}</p>}
      {(others.length > 0 || set.errors.has('/relate/other')) &&
        radioList(
          set,
          '/relate/other',
          w.other,
          typed('other'),
          others.map((one) => ({
            value: String(one.id),
            label: <Original language={language}>{one.text}</Original>,
            hint: `${words.public.date(one.madeOn)}, ${words.life.commitmentState[one.state]}`,
          })),
        )}
      {(motions.length > 0 || set.errors.has('/relate/motion')) &&
        radioList(
          set,
          '/relate/motion',
          w.motion,
          typed('motion'),
          motions.map((motion) => ({
            value: String(motion.id),
            label: (
              <Original language={language}>
                {[motion.number, motion.title].filter(Boolean).join(' ')}
              </Original>
            ),
            ...(motion.dated && { hint: words.public.date(motion.dated) }),
          })),
        )}
      {longField(set, '/relate/note', null, { label: w.note, hint: w.noteHint, rows: 2 })}
    </>
  )
}
