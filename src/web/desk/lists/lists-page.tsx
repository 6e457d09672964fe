import { Button, Heading1, Link, Textbox } from '@utrecht/component-library-react'
import type { CouncilListSummary } from '../../../council/index.ts'
import { councilLists, makeList } from '../../../council/index.ts'
import { Invalid } from '../../../errors.ts'
import { Actions, Stack } from '../../components/layout.tsx'
import { Part } from '../../components/part.tsx'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { hrefHere, seeOther } from '../../page.ts'
import { parseTypedDate } from '../typed-date.ts'

export const listsPath = (request: DeskRequest) => hrefHere(request, '/bureau/lijsten')
export const listPath = (request: DeskRequest, list: number) => hrefHere(request, `/bureau/lijsten/${list}`)

/** All council lists, and the form for a new one. */
export async function listsPage(request: DeskRequest): Promise<Answer> {
  return listsScreen(request, await request.transact(councilLists))
}

export async function postNewList(request: DeskRequest): Promise<Answer> {
  const typed = (await request.form()).get('meetingOn')
  const day = typeof typed === 'string' ? typed : ''
  try {
    const made = await request.transact((ctx) => makeList(ctx, { meetingOn: parseTypedDate(day) ?? day }))
    return seeOther(listPath(request, made.list))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return listsScreen(request, await request.transact(councilLists), day)
  }
}

/** `wrong`: the day that was typed and is none. */
function listsScreen(
  request: DeskRequest,
  lists: readonly CouncilListSummary[],
  wrong: string | null = null,
): Screen {
  const words = request.words.councilList
  return {
    title: wrong === null ? words.title : `${words.problem.date} ${words.title}`,
    nav: 'lists',
    status: wrong === null ? 200 : 422,
    body: (
      <Stack size="l">
        <Stack size="s">
          <Heading1>{words.title}</Heading1>
          <p className="schakel-soft">{words.lead}</p>
        </Stack>
        {lists.length === 0 ? (
          <p className="schakel-card">{words.none}</p>
        ) : (
          <ul className="schakel-rows">
            {lists.map((list) => (
              <li key={list.id} className="schakel-card schakel-row">
                <Link href={listPath(request, list.id)}>{words.ofMeeting(list.meetingOn)}</Link>
                <span className="schakel-soft">
                  {words.state[list.state]}, {words.progress(list.done, list.lines)}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Part id="nieuw" title={words.make.title}>
          <form method="post" action={listsPath(request)}>
            <Stack>
              <div className={`schakel-field${wrong === null ? '' : ' schakel-field--invalid'}`}>
                <label className="utrecht-form-label" htmlFor="meetingOn">
                  {words.make.meetingOn}
                </label>
                {wrong !== null && (
                  <p className="utrecht-form-field-error-message" id="meetingOn-fout">
                    {words.problem.date}
                  </p>
                )}
                <Textbox
                  id="meetingOn"
                  name="meetingOn"
                  defaultValue={wrong ?? ''}
                  invalid={wrong !== null}
                  autoComplete="off"
                  aria-describedby={wrong === null ? 'meetingOn-hint' : 'meetingOn-fout meetingOn-hint'}
                />
                <span id="meetingOn-hint" className="schakel-hint">
                  {words.make.hint}
                </span>
              </div>
              <Actions>
                <Button type="submit" appearance="primary-action-button">
                  {words.make.button}
                </Button>
              </Actions>
            </Stack>
          </form>
        </Part>
      </Stack>
    ),
  }
}
