import { endSession } from '../../../gate/index.ts'
import { caseCookie } from '../cookie.ts'
import type { CaseAnswer, OpenRequest } from '../page.ts'

/**
 * "Snel weg": ends her session, forgets what this browser keeps, and stands on a harmless page elsewhere. The cache is not among what
 * is forgotten: browsers take seconds for it, and none of these pages is kept there.
 */
export async function leave(request: OpenRequest): Promise<CaseAnswer> {
  const { token } = request
  if (token) {
    await request
      .gate((ctx) => endSession(ctx, token, 'left'))
      .catch(() => {
        // Leaving goes first: the session ends by itself within minutes.
      })
  }
  const answer = new Response(null, {
    status: 303,
    headers: {
      location: request.leaveUrl,
      'clear-site-data': '"cookies", "storage"',
      'referrer-policy': 'no-referrer',
    },
  })
  answer.headers.append('set-cookie', caseCookie(request, null))
  return answer
}
