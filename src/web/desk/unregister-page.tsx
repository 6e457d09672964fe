import { Button, Heading1, Link, Paragraph } from '@utrecht/component-library-react'
import { type RegistrationToUndo, registrationToUndo, unregisterDocument } from '../../council/index.ts'
import { Invalid, Refused } from '../../errors.ts'
import { Actions, Stack } from '../components/layout.tsx'
import { Original } from '../components/original.tsx'
import { Part } from '../components/part.tsx'
import type { Answer, DeskRequest, Screen } from '../page.ts'
import { seeOther } from '../page.ts'
import { deskCrumbs, documentIn, reviewPath, unregisterPath } from './desk-paths.ts'
import { LongField, reasonAlone } from './form-fields.tsx'

/** "Vastleggen ongedaan maken": what goes, what is in the way, and why. */
export async function unregisterPage(request: DeskRequest): Promise<Answer> {
  return screen(request, await load(request), null)
}

const load = (request: DeskRequest) =>
  request.transact((ctx) => registrationToUndo(ctx, { document: documentIn(request) }))

export async function postUnregister(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  const typed = (await request.form()).get('reason')
  const reason = typeof typed === 'string' ? typed : ''
  try {
    await request.transact((ctx) => unregisterDocument(ctx, { document, reason }))
  } catch (error) {
    if (error instanceof Invalid) return screen(request, await load(request), reason)
    if (error instanceof Refused && error.code === 'in-the-way')
      return { ...screen(request, await load(request), null), status: 409 }
    throw error
  }
  return seeOther(`${reviewPath(request, document)}?teruggehaald=1`)
}

/** @param typed what came back, where a reason is needed */
function screen(request: DeskRequest, found: RegistrationToUndo, typed: string | null): Screen {
  const { words, language } = request
  const w = words.unregister
  const document = documentIn(request)
  const wrong = typed !== null
  return {
    title: wrong ? `${w.errorTitle}: ${w.title}` : w.title,
    nav: 'post',
    status: wrong ? 422 : 200,
    crumbs: deskCrumbs(request, { document, fileName: found.title }),
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{w.title}</Heading1>
          <Paragraph>
            <Original language={language}>{found.title}</Original>
          </Paragraph>
          <p className="schakel-soft">{w.lead}</p>
        </Stack>
        {found.blocks.length > 0 ? (
          <section className="schakel-attention" aria-labelledby="geblokkeerd">
            <h2 id="geblokkeerd">{w.blockedTitle}</h2>
            <p>{w.blockedLead}</p>
            <ul>
              {found.blocks.map((code) => (
                <li key={code}>{w.block[code]}</li>
              ))}
            </ul>
            <p>
              <Link href={reviewPath(request, document)}>{w.cancel}</Link>
            </p>
          </section>
        ) : (
          <form method="post" action={unregisterPath(request, document)} id="terughalen">
            <Part id="gevolg" title={w.after}>
              {named(request, w.motions, found.motions)}
              {named(request, w.commitments, found.commitments)}
              <ul>
                {found.completed > 0 && <li>{w.completed(found.completed)}</li>}
                {w.effects.map((effect) => (
                  <li key={effect}>{effect}</li>
                ))}
              </ul>
              <LongField
                set={reasonAlone('terughalen', typed ?? '', wrong ? w.reasonNeeded : null)}
                name="reason"
                label={w.reason}
                hint={w.reasonHint}
                maxLength={2000}
              />
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {w.button}
                </Button>
                <Link href={reviewPath(request, document)}>{w.cancel}</Link>
              </Actions>
            </Part>
          </form>
        )}
      </Stack>
    ),
  }
}

function named({ language }: DeskRequest, lead: string, texts: readonly string[]) {
  if (texts.length === 0) return null
  return (
    <>
      <p>{lead}</p>
      <ul>
        {texts.map((text) => (
          <li key={text}>
            <Original language={language}>{text}</Original>
          </li>
        ))}
      </ul>
    </>
  )
}
