import { Button, Heading1, Heading2, Paragraph } from '@utrecht/component-library-react'
import { Actions, Card, Stack } from '../components/layout.tsx'
import type { Answer, DemoPerson, SignInRequest } from '../page.ts'
import { href, seeOther } from '../page.ts'
import { safeReturnPath, sessionCookie } from '../session.ts'

/** Who you want to be, in the demonstration; in production an honest sentence. */
export async function signInPage(request: SignInRequest): Promise<Answer> {
  const { words, mode } = request
  const people = mode === 'demo' ? await request.sessions.demoPeople() : []
  return {
    title: words.pages.signIn.title,
    body: (
      <Stack size="l">
        <Stack>
          <Heading1>{words.pages.signIn.title}</Heading1>
          <Paragraph>
            {mode === 'production'
              ? words.pages.signIn.production
              : people.length > 0
                ? words.pages.signIn.demo
                : words.pages.signIn.nobody}
          </Paragraph>
        </Stack>
        {request.municipalities.map(({ slug, name }) => {
          const here = people.filter((person) => person.municipality === slug)
          if (here.length === 0) return null
          const id = `bij-${slug}`
          return (
            <Card key={slug} labelledBy={id}>
              <Heading2 id={id}>{words.shell.municipality(name)}</Heading2>
              <ul className="schakel-people">
                {here.map((person) => (
                  <li key={person.key}>
                    <PersonForm request={request} person={person} />
                  </li>
                ))}
              </ul>
            </Card>
          )
        })}
      </Stack>
    ),
  }
}

function PersonForm({ request, person }: { request: SignInRequest; person: DemoPerson }) {
  const { words } = request
  const back = safeReturnPath(request.query.get('naar'))
  return (
    <form method="post" action={href(request, '/aanmelden')}>
      <span>
        <b>{person.name}</b>
        <small>{words.shell.roles[person.role]}</small>
      </span>
      <input type="hidden" name="person" value={person.key} />
      {back && <input type="hidden" name="naar" value={back} />}
      <Actions>
        <Button type="submit" appearance="secondary-action-button">
          {words.pages.signIn.as(person.name)}
        </Button>
      </Actions>
    </form>
  )
}

export async function signIn(request: SignInRequest): Promise<Answer> {
  const form = await request.form()
  const token = request.mode === 'demo' ? await request.sessions.open(String(form.get('person') ?? '')) : null
  const actor = token ? await request.sessions.find(token) : null
  if (!token || !actor) return { ...(await signInPage(request)), status: 403 }
  const here = `/${actor.municipality}/bureau`
  const back = safeReturnPath(String(form.get('naar') ?? ''))
  const wanted = back?.replace(/^\/en(?=\/)/, '').split('?')[0] ?? ''
  const target = back && (wanted === here || wanted.startsWith(`${here}/`)) ? back : href(request, here)
  const answer = seeOther(target)
  answer.headers.append('set-cookie', sessionCookie(request, token))
  return answer
}

/** Ends the session of this browser; harmless when there is none. */
export async function signOut(request: SignInRequest): Promise<Answer> {
  if (request.token) await request.sessions.close(request.token)
  const answer = seeOther(href(request, request.actor ? `/${request.actor.municipality}` : '/'))
  answer.headers.append('set-cookie', sessionCookie(request, null))
  return answer
}
