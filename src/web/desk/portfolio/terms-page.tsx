import { Heading1 } from '@utrecht/component-library-react'
import type { Answer, DeskRequest } from '../../page.ts'

export async function termsPage(request: DeskRequest): Promise<Answer> {
  const title = request.words.shell.deskNav.home[request.actor.role]
  return { title, nav: 'desk', body: <Heading1>{title}</Heading1> }
}
