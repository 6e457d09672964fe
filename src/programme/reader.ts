import type { Ctx } from '../ctx.ts'
import type { ProgrammeDb } from './load-tree.ts'

/** The desk's login reads what visitors read, and more; queries for both take this. */
export const programmeReader = ({ tx }: Pick<Ctx, 'tx'>): ProgrammeDb => tx as unknown as ProgrammeDb
