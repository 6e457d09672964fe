import type { NamedServed, NamesOf } from '../../programme/index.ts'
import type { DocumentRef } from '../dossier.ts'
import { readerOf } from '../life/desk-reader.ts'
import type { PublicDb } from '../public-register.ts'
import { programmePapers } from './programme-papers.ts'
import { type ServedKey, type ServedName, servedNames } from './served-names.ts'

/** Whole addresses of public pages, for a file that is read elsewhere. */
export type ReportAddresses = {
  programme(slug: string): string
  document(document: Pick<DocumentRef, 'year' | 'slug'>): string
  /** Null: nothing public says it. */
  served(name: Pick<ServedName, 'place'>): string | null
}

/** What the register says of what a programme names, for its reports. What is not public is absent. */
export function reportNames(addresses: ReportAddresses): NamesOf {
  return async (ctx, tree) => {
    const { municipality } = ctx.actor
    const db = readerOf(ctx)
    const place = await ctx.tx
      .selectFrom('council.municipality')
      .select('name')
      .where('municipality', '=', municipality)
      .executeTakeFirstOrThrow()
    const { documents } = await programmePapers(db, { municipality, tree })
    const serves = [...tree.serves, ...tree.actions.flatMap((action) => action.serves)]
    const names = await servedNames(db, { municipality, serves })
    const settled = await settledOf(db, municipality, serves)
    return {
      municipality: place.name,
      address: addresses.programme(tree.slug),
      documents: new Map(
        [...documents].map(([id, ref]) => [
          id,
          { title: ref.title, dated: ref.dated, address: addresses.document(ref) },
        ]),
      ),
      served: new Map(
        [...names].map(([key, one]): [string, NamedServed] => [
          key,
          {
            title: one.title,
            motion: one.motion && { number: one.motion.number, title: one.motion.title },
            address: addresses.served(one),
            settled: settled.get(key) ?? null,
          },
        ]),
      ),
    }
  }
}

/** Whether requests are settled and commitments kept, by `matter-12`. */
async function settledOf(
  db: PublicDb,
  municipality: string,
  serves: readonly ServedKey[],
): Promise<Map<string, boolean>> {
  const of = (kind: ServedKey['kind']) => serves.filter((one) => one.kind === kind).map((one) => one.of)
  const found = new Map<string, boolean>()
  for (const [table, kind, done] of [
    ['council.matter', 'matter', 'settled'],
    ['council.commitment', 'commitment', 'kept'],
  ] as const) {
    const ids = of(kind)
    if (ids.length === 0) continue
    const rows = await db
      .selectFrom(table as 'council.matter')
      .select(['id', 'state'])
      .where('municipality', '=', municipality)
      .where('id', 'in', ids)
      .execute()
    for (const { id, state } of rows) found.set(`${kind}-${id}`, (state as string) === done)
  }
  return found
}
