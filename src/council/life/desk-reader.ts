import type { Ctx } from '../../ctx.ts'
import type { PublicDb } from '../public-register.ts'

/** The desk's own transaction, for the queries that public pages share with it. */
export const readerOf = ({ tx }: Ctx): PublicDb => tx as unknown as PublicDb
