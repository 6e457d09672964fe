import type { CaseCtx } from '../../../case-ctx.ts'
import { Invalid } from '../../../errors.ts'
import {
  attachCase,
  decideRequest,
  eraseOnRequest,
  extendRequest,
  finishRequest,
  requestNamed,
  type Trajectory,
  verifyIdentity,
} from '../../../reintegration/index.ts'
import { capitalise } from '../../../words/format.ts'
import { idIn, neededDayIn, type Typed, textIn } from '../../desk/matter/typed.ts'
import { formPages } from '../kit.tsx'
import type { StaffRequest } from '../page.ts'
import { goTo } from '../page.ts'
import { privacyScreen } from './frame.tsx'
import { RequestFacts, RequestSteps } from './one-request.tsx'

const idOf = ({ params }: StaffRequest) =>
  /^\d{1,9}$/.test(params.request ?? '') ? Number(params.request) : 0

/** The file outside the database that erasures are written down in; null where this program was not told of one. */
const erasuresOf = (request: StaffRequest) => request.erasures ?? null

/** One request, as the privacy officer follows it. */
export const followPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const one = await request.transact((ctx) => requestNamed(ctx, idOf(request)))
    const w = request.words.casePrivacy.requests
    const path = `/toezicht/verzoeken/${one.id}`
    return privacyScreen(request, {
      part: 'requests',
      title: w.one.title(w.kinds[one.kind]),
      intro: `${capitalise(w.stages[one.stage])}.`,
      below: path,
      children: (
        <>
          <RequestFacts request={request} one={one} />
          <RequestSteps
            request={request}
            one={one}
            sent={sent}
            path={path}
            coordinates={false}
            officer={{ closed: one.state === 'closed', erases: erasuresOf(request) !== null }}
          />
        </>
      ),
    })
  },
  async send(request, typed) {
    const id = idOf(request)
    const form = textIn(typed, 'form')
    if (form.startsWith('wissen-')) {
      const journal = erasuresOf(request)
      if (textIn(typed, 'sure') !== 'ja' || journal === null) {
        throw new Invalid('form-invalid', [{ field: 'sure', code: 'sure' }])
      }
      await request.transact((ctx) => eraseOnRequest(ctx, { id, version: versionOf(typed), journal }))
      return goTo(request, `/toezicht/verzoeken/${id}?gedaan=gewist`)
    }
    await request.transact((ctx) => takeStep(ctx, typed, id))
    return goTo(request, `/toezicht/verzoeken/${id}?gedaan=stap`)
  },
})

const versionOf = (typed: Typed) => idIn(typed, 'version') ?? 0

/** A step of a request, as its form names it. @throws {Invalid} */
export async function takeStep(
  ctx: CaseCtx,
  typed: Typed,
  id: number,
  trajectory?: Trajectory,
): Promise<void> {
  const wanted = { id, version: versionOf(typed), ...(trajectory ? { trajectory } : {}) }
  const form = textIn(typed, 'form').replace(/-\d+$/, '')
  if (form === 'nummer' && !trajectory) await attachCase(ctx, { ...wanted, number: textIn(typed, 'number') })
  else if (form === 'wie') await verifyIdentity(ctx, { ...wanted, how: textIn(typed, 'how') })
  else if (form === 'besluit') {
    const [decision, ground] = [textIn(typed, 'decision'), textIn(typed, 'ground')]
    await decideRequest(ctx, { ...wanted, decision, ground })
  } else if (form === 'langer') {
    await extendRequest(ctx, {
      ...wanted,
      because: textIn(typed, 'because'),
      toldOn: neededDayIn(typed, 'toldOn'),
    })
  } else if (form === 'klaar') {
    await finishRequest(ctx, { ...wanted, doneOn: neededDayIn(typed, 'doneOn') })
  } else throw new Invalid()
}
