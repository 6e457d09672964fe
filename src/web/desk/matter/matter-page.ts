import { motionOfMatter } from '../../../council/index.ts'
import { Denied, Invalid, NotFound, Refused } from '../../../errors.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { matterPath } from '../desk-paths.ts'
import { readDone } from '../evidence/posted-evidence.ts'
import { forms } from './forms/index.ts'
import { isPicker, loadMatter, pickers, type Sent } from './load-matter.ts'
import { matterScreen } from './matter-screen.tsx'
import { anchors, type FormKey, formNamed } from './steps.ts'
import { textIn, typedOf } from './typed.ts'

/** Most that the forms of a matter may weigh: an answer to the council can be long. */
export const matterFormLimit = 256 * 1024

/** One matter with all its forms. */
export async function matterPage(request: DeskRequest): Promise<Answer> {
  return show(request, null, formNamed(request.query.get('gedaan') ?? ''))
}

async function show(request: DeskRequest, sent: Sent | null, done: FormKey | null): Promise<Screen> {
  const use = readDone(request.query.get('bewijs') ?? '')
  const view = await request.transact((ctx) => loadMatter(ctx, matterIn(request), sent, use))
  return matterScreen(request, { view, sent, done })
}

/** Takes one step. A form that cannot be taken comes back with all that was typed, and with what others did meanwhile. */
export async function postMatter(request: DeskRequest): Promise<Answer> {
  const matter = matterIn(request)
  const form = await request.form()
  const typed = typedOf(form)
  const key = formNamed(textIn(typed, 'step'))
  if (!key) throw new NotFound()
  if (isPicker(key) && textIn(typed, 'action').startsWith(`${pickers[key]}:`)) {
    return show(request, { key, form, typed, problem: null }, null)
  }
  try {
    await request.transact(async (ctx) => {
      const { id: motion } = await motionOfMatter(ctx, { matter })
      await forms[key].take(ctx, { matter, typed, form, motion })
    })
  } catch (error) {
    const taken = error instanceof Denied && error.code === 'not-assigned'
    if (!taken && !(error instanceof Invalid) && !(error instanceof Refused)) throw error
    return show(request, { key, form, typed, problem: error }, null)
  }
  return seeOther(`${matterPath(request, matter)}?gedaan=${anchors[key]}#gedaan`)
}

/** The matter that the address names. @throws NotFound when it is no number */
function matterIn(request: DeskRequest): number {
  const { matter } = request.params
  if (!matter || !/^[1-9]\d{0,8}$/.test(matter)) throw new NotFound()
  return Number(matter)
}
