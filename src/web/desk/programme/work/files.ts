import { Refused } from '../../../../errors.ts'
import {
  attachmentFile,
  destroyFile,
  loadTree,
  programmeReader,
  takeBackReport,
} from '../../../../programme/index.ts'
import type { Answer, DeskRequest } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { idIn as numberIn, textIn, typedOf } from '../../matter/typed.ts'
import { download } from '../../original-file.ts'
import { actionPath, idIn, programmeIn } from '../paths.ts'

/** A file that came with a report: for the desk only. */
export async function attachmentDownload(request: DeskRequest): Promise<Answer> {
  const file = await request.transact(async (ctx) => {
    const tree = await loadTree(programmeReader(ctx), {
      municipality: request.municipality.slug,
      slug: programmeIn(request),
    })
    return attachmentFile(ctx, { programme: tree.id, attachment: idIn(request, 'attachment') })
  })
  return download(file)
}

/** Takes back a report, with or without its files; that it was taken back already is what was asked. */
export async function postTakeBackReport(request: DeskRequest): Promise<Answer> {
  const action = idIn(request, 'action')
  const typed = typedOf(await request.form())
  const history = numberIn(typed, 'history') ?? 0
  const destroyFiles = textIn(typed, 'files') === 'vernietigen'
  try {
    await request.transact((ctx) => takeBackReport(ctx, { action, history, destroyFiles }))
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'nothing-to-undo')) throw error
  }
  return seeOther(`${actionPath(request, programmeIn(request), action)}#meldingen`)
}

/** Destroys a file of a report; that it was destroyed already is what was asked. */
export async function postDestroyFile(request: DeskRequest): Promise<Answer> {
  const action = idIn(request, 'action')
  const attachment = numberIn(typedOf(await request.form()), 'attachment') ?? 0
  try {
    await request.transact((ctx) => destroyFile(ctx, { action, attachment }))
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'file-destroyed')) throw error
  }
  return seeOther(`${actionPath(request, programmeIn(request), action)}#meldingen`)
}
