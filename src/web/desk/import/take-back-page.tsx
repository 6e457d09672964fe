import { Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import {
  type ImportAtDesk,
  type ImportedMotionRef,
  importAtDesk,
  importToTakeBack,
  takeBackImport,
} from '../../../council/index.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { Original } from '../../components/original.tsx'
import { Part } from '../../components/part.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { deskMotionPath } from '../desk-paths.ts'
import { LongField, reasonAlone } from '../form-fields.tsx'
import { importCrumbs, importIn, importPath, takeBackPath } from './paths.ts'

type Found = {
  list: ImportAtDesk
  added: number
  left: ImportedMotionRef[]
  changed: number
  fields: number
}

/** Most motions that are named on the page; of the rest only how many. */
const named = 20

/** "Invoer ongedaan maken": how much goes, what stays, and why. */
export async function takeBackPage(request: DeskRequest): Promise<Answer> {
  return screen(request, await load(request), null)
}

export async function postTakeBack(request: DeskRequest): Promise<Answer> {
  const id = importIn(request)
  const typed = (await request.form()).get('reason')
  const reason = typeof typed === 'string' ? typed : ''
  try {
    const { removed, putBack } = await takeBackImport((command) => request.transact(command), {
      import: id,
      reason,
    })
    return seeOther(`${takeBackPath(request, id)}?weg=${removed}&terug=${putBack}`)
  } catch (error) {
    if (error instanceof Invalid) return screen(request, await load(request), reason)
    throw error
  }
}

async function load(request: DeskRequest): Promise<Found> {
  const id = importIn(request)
  return request.transact(async (ctx) => {
    const list = await importAtDesk(ctx, { import: id })
    if (list.state !== 'done') throw new NotFound()
    return { list, ...(await importToTakeBack(ctx, { import: id })) }
  })
}

/** @param typed what came back, where a reason is needed */
function screen(request: DeskRequest, found: Found, typed: string | null): Screen {
  const { list, added, left, changed, fields } = found
  const { words, language } = request
  const w = words.unregister.list
  const wrong = typed !== null
  const counted = (name: string) => {
    const value = request.query.get(name)
    return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null
  }
  const [gone, restored] = [counted('weg'), counted('terug')]
  const back = importPath(request, list.id)
  return {
    title: wrong ? `${words.unregister.errorTitle}: ${w.title}` : w.title,
    nav: 'import',
    status: wrong ? 422 : 200,
    crumbs: importCrumbs(request),
    body: (
      <Stack size="l">
        <Stack size="s">
          <p className="schakel-over">
            <span>{list.fileName}</span>
          </p>
          <Heading1>{w.title}</Heading1>
          <p className="schakel-soft">{w.lead}</p>
        </Stack>
        {gone !== null && (
          <p className="schakel-done" role="status">
            {[gone > 0 || !restored ? w.done(gone) : '', restored ? w.restored(restored) : ''].join(' ')}
          </p>
        )}
        {left.length > 0 && (
          <Part id="blijft" title={w.stays(left.length)}>
            <Paragraph>{w.staysWhy}</Paragraph>
            <ul>
              {left.slice(0, named).map((motion) => (
                <li key={motion.id}>
                  <Link href={deskMotionPath(request, motion)}>
                    <Original language={language}>{motion.title}</Original>
                  </Link>
                </li>
              ))}
              {left.length > named && <li>{w.andMore(left.length - named)}</li>}
            </ul>
          </Part>
        )}
        {added - left.length === 0 && fields === 0 ? (
          <>
            <Paragraph>{w.nothing}</Paragraph>
            <Link href={back}>{words.unregister.cancel}</Link>
          </>
        ) : (
          <form method="post" action={takeBackPath(request, list.id)} id="terughalen">
            <Part id="gevolg" title={words.unregister.after}>
              <ul>
                {added > left.length && <li>{w.goes(added - left.length)}</li>}
                {added > left.length && <li>{w.pagesGone}</li>}
                {fields > 0 && <li>{w.restores(fields)}</li>}
                {changed > 0 && <li>{w.changed}</li>}
                <li>{w.kept}</li>
              </ul>
              <LongField
                set={reasonAlone('terughalen', typed ?? '', wrong ? w.reasonNeeded : null)}
                name="reason"
                label={words.unregister.reason}
                maxLength={2000}
              />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.button}
                </Button>
                <Link href={back}>{words.unregister.cancel}</Link>
              </Actions>
            </Part>
          </form>
        )}
      </Stack>
    ),
  }
}
