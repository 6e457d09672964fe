import { personsOfAccount, publishedWords } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { NotFound } from '../../../../errors.ts'
import {
  type Action,
  type CarriedWork,
  carriedBy,
  mostAttachment,
  mostAttachments,
  type ProgrammeTree,
  reportProgress,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { dayIn, idIn as numberIn, type Typed, textIn, typedOf } from '../../matter/typed.ts'
import { idIn } from '../paths.ts'
import {
  type ChoiceState,
  chosenIn,
  noChoice,
  type PostedChoice,
  readChoice,
  workChoice,
} from './evidence-choice.ts'
import { tellPath } from './paths.ts'
import { attempt, type Sent } from './sent.ts'
import { chooseActionScreen, tellScreen } from './tell-screen.tsx'

/** Most that a report with its files may weigh, in bytes. */
export const tellLimit = mostAttachments * mostAttachment + 256 * 1024

/** Programmes that are worked on, with the actions of who looks. */
export async function worksOf(ctx: Ctx, request: DeskRequest): Promise<CarriedWork[]> {
  const account = request.actor.personId
  return carriedBy(ctx, { account, persons: await personsOfAccount(ctx, account) })
}

/** Choosing the action to tell about, one's own first. */
export async function chooseActionPage(request: DeskRequest): Promise<Answer> {
  return chooseActionScreen(request, await request.transact((ctx) => worksOf(ctx, request)))
}

export type TellView = { tree: ProgrammeTree; action: Action; choice: ChoiceState }

export async function tellPage(request: DeskRequest): Promise<Answer> {
  return show(request, null, noChoice())
}

async function show(request: DeskRequest, sent: Sent | null, posted: PostedChoice): Promise<Screen> {
  const view = await request.transact(async (ctx): Promise<TellView> => {
    const found = await findAction(ctx, request)
    const final = posted.passages.act === null && sent?.problem != null
    return { ...found, choice: await workChoice(ctx, posted, { ...found, final }) }
  })
  return tellScreen(request, view, sent)
}

export async function postTell(request: DeskRequest): Promise<Answer> {
  const form = await request.form()
  const typed = typedOf(form)
  const posted = readChoice(form)
  if (posted.passages.act !== null) return show(request, { form: 'melden', typed, problem: null }, posted)
  const files = form.getAll('attachments').filter((one): one is File => one instanceof File && one.size > 0)
  const attachments = await Promise.all(
    files.map(async (file) => ({ fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const problem = await attempt(() =>
    request.transact((ctx) => tell(ctx, request, typed, posted, attachments)),
  )
  if (problem) return show(request, { form: 'melden', typed, problem }, posted)
  const done = numberIn(typed, 'reached') ? 'gehaald' : 'gemeld'
  return seeOther(`${tellPath(request, idIn(request, 'action'))}?gedaan=${done}#gedaan`)
}

async function tell(
  ctx: Ctx,
  request: DeskRequest,
  typed: Typed,
  posted: PostedChoice,
  attachments: readonly { fileName: string; bytes: Uint8Array }[],
): Promise<void> {
  const found = await findAction(ctx, request)
  const choice = await workChoice(ctx, posted, { ...found, final: true })
  const reached = numberIn(typed, 'reached')
  await reportProgress(
    ctx,
    {
      action: found.action.id,
      text: textIn(typed, 'text'),
      on: dayIn(typed, 'moved_on') ?? null,
      evidence: chosenIn(posted, choice),
      attachments,
      reached: reached ? { milestone: reached, version: numberIn(typed, `version/${reached}`) ?? 0 } : null,
    },
    publishedWords,
  )
}

async function findAction(ctx: Ctx, request: DeskRequest): Promise<{ tree: ProgrammeTree; action: Action }> {
  const id = idIn(request, 'action')
  for (const { tree } of await worksOf(ctx, request)) {
    const action = tree.actions.find((one) => one.id === id)
    if (action) return { tree, action }
  }
  throw new NotFound()
}
