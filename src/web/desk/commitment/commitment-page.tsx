import { commitmentAtDesk, type DeskCommitment, lifeSettings, relatables } from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import { Denied, Invalid, NotFound, Refused } from '../../../errors.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { commitmentPath } from '../desk-paths.ts'
import { noEvidence, readDone } from '../evidence/posted-evidence.ts'
import { type EvidenceState, workEvidence } from '../evidence/work-evidence.ts'
import { commitmentScreen, type ScreenInput } from './commitment-screen.tsx'
import { fieldOf, type PostedStep, readStep } from './posted-step.ts'
import { takeStep } from './take-step.ts'

/** One commitment with its forms. */
export async function commitmentPage(request: DeskRequest): Promise<Answer> {
  const id = commitmentIn(request)
  return request.transact(async (ctx) => {
    const commitment = await commitmentAtDesk(ctx, { commitment: id })
    return draw(request, ctx, commitment, {})
  })
}

/** Takes a step; or shows the form once more, with what was typed, what is wrong, and what changed meanwhile. */
export async function postCommitment(request: DeskRequest): Promise<Answer> {
  const id = commitmentIn(request)
  const posted = readStep(await request.form())
  if (posted.looks) return again(request, id, { posted })
  let evidence: EvidenceState | null = null
  try {
    evidence = await request.transact(async (ctx) =>
      takeStep(ctx, await commitmentAtDesk(ctx, { commitment: id }), posted),
    )
  } catch (error) {
    if (error instanceof Invalid) return again(request, id, { posted, errors: error.fields, status: 422 })
    if (error instanceof Refused) return again(request, id, { posted, refused: error.code, status: 409 })
    // Somebody else took it over meanwhile: what was typed is still there to read.
    if (error instanceof Denied && error.code === 'not-assigned') {
      return again(request, id, { posted, refused: error.code, status: 403 })
    }
    throw error
  }
  if (evidence) return again(request, id, { posted, evidence, status: 422 })
  return seeOther(`${commitmentPath(request, id)}?gedaan=${posted.form}`)
}

function commitmentIn({ params }: DeskRequest): number {
  const { commitment } = params
  if (!commitment || !/^[1-9]\d{0,8}$/.test(commitment)) throw new NotFound()
  return Number(commitment)
}

type Again = Partial<Pick<ScreenInput, 'posted' | 'errors' | 'refused' | 'evidence' | 'status'>>

const again = (request: DeskRequest, id: number, input: Again): Promise<Screen> =>
  request.transact(async (ctx) => draw(request, ctx, await commitmentAtDesk(ctx, { commitment: id }), input))

async function draw(
  request: DeskRequest,
  ctx: Ctx,
  commitment: DeskCommitment,
  input: Again,
): Promise<Screen> {
  const posted: PostedStep | null = input.posted ?? null
  const search = posted ? fieldOf(posted, '/relate/search') : ''
  const evidence =
    input.evidence ??
    (await workEvidence(
      ctx,
      posted?.evidence ?? noEvidence([], readDone(request.query.get('bewijs') ?? '')),
      {
        motions: commitment.motions.map((motion) => motion.id),
        done: commitment.done,
      },
    ))
  return commitmentScreen(request, {
    commitment,
    relatable: await relatables(ctx, { commitment: commitment.id, search }),
    rule: (await lifeSettings(ctx, commitment.madeOn)).sources.checkTermMonths ?? null,
    posted,
    errors: input.errors ?? [],
    refused: input.refused ?? null,
    evidence,
    status: input.status ?? 200,
  })
}
