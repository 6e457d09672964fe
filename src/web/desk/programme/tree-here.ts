import type { Ctx } from '../../../ctx.ts'
import { loadTree, type ProgrammeTree, programmeReader } from '../../../programme/index.ts'
import type { DeskRequest } from '../../page.ts'
import { programmeIn } from './paths.ts'

/** The programme of the address. @throws NotFound */
export const treeHere = (ctx: Ctx, request: DeskRequest): Promise<ProgrammeTree> =>
  loadTree(programmeReader(ctx), { municipality: request.municipality.slug, slug: programmeIn(request) })
