import type { Kysely } from 'kysely'
import type { Tables } from '../src/db/tables.ts'

/** Fills a new demonstration, over the login of signed-in work. Runs once; an interrupted run begins on an empty database. */
export async function seed(_db: Kysely<Tables>): Promise<void> {}
