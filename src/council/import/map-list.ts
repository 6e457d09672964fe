import { record } from '../../audit/index.ts'
import type { Ctx } from '../../ctx.ts'
import { Invalid, NotFound, Refused } from '../../errors.ts'
import { toJson } from '../save-reading.ts'
import { keyRows } from './check-rows.ts'
import { foldWord, type ImportField, type ImportMapping } from './mapping.ts'
import type { ImportMemoryTable } from './tables.ts'

type Held = Awaited<ReturnType<typeof lockImport>>

/** @throws NotFound; Refused `changed-by-other`, `import-begun` */
export async function lockImport(ctx: Ctx, input: { import: number; version: number }) {
  const row = await findImport(ctx, input.import)
  if (!row) throw new NotFound()
  if (row.state === 'running' || row.state === 'done') throw new Refused('import-begun')
  if (row.version !== input.version) throw new Refused('changed-by-other')
  return row
}

export async function findImport(ctx: Ctx, id: number) {
  return ctx.tx
    .selectFrom('council.import')
    .selectAll()
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Every way in which a mapping can be wrong; the codes of `Invalid.fields`. */
export const mappingErrorCodes = ['column-twice', 'title-needed', 'key-needed', 'not-a-choice'] as const
export type MappingErrorCode = (typeof mappingErrorCodes)[number]

/**
 * Says what each column is. What the words in it mean comes next.
 * @throws Invalid (`columns/2` `column-twice`; `columns` `title-needed`, `key-needed`); Refused `changed-by-other`, `import-begun`; NotFound
 */
export async function mapColumns(
  ctx: Ctx,
  input: { import: number; version: number; columns: readonly (ImportField | null)[] },
): Promise<number> {
  const row = await lockImport(ctx, input)
  const columns = row.headers.map((_, index) => input.columns[index] ?? null)
  const errors = columns.flatMap((field, index) =>
    field !== null && columns.indexOf(field) !== index
      ? [{ field: `columns/${index}`, code: 'column-twice' }]
      : [],
  )
  if (!columns.includes('title')) errors.push({ field: 'columns', code: 'title-needed' })
  const keys: readonly ImportField[] = ['registryNumber', 'number', 'sourceKey']
  if (!keys.some((key) => columns.includes(key))) errors.push({ field: 'columns', code: 'key-needed' })
  if (errors.length > 0) throw new Invalid('form-invalid', errors)
  await remember(
    ctx,
    'column',
    row.headers.map((header, index) => [header, columns[index] ?? 'none'] as const),
  )
  const before = row.mapping
  return save(ctx, row, {
    columns,
    outcomes: before?.outcomes ?? {},
    statuses: before?.statuses ?? {},
    settlements: before?.settlements ?? {},
    outcomeOfAll: before?.outcomeOfAll ?? 'unknown',
    decidedBy: before?.decidedBy ?? null,
  })
}

/**
 * Says what the words of the list mean, and begins to compare its rows with the register.
 * @throws Refused `changed-by-other`, `import-begun`, `move-not-possible` (columns first); NotFound
 */
export async function mapWords(
  ctx: Ctx,
  input: { import: number; version: number } & Omit<ImportMapping, 'columns'>,
): Promise<number> {
  const row = await lockImport(ctx, input)
  if (!row.mapping) throw new Refused('move-not-possible')
  const { outcomes, statuses, settlements, outcomeOfAll, decidedBy } = input
  await remember(ctx, 'outcome', Object.entries(outcomes))
  await remember(ctx, 'status', Object.entries(statuses))
  await remember(ctx, 'settlement', Object.entries(settlements))
  await remember(ctx, 'option', [
    ['outcome of all', outcomeOfAll],
    ['decided by', decidedBy ?? 'none'],
  ])
  const mapping = {
    columns: row.mapping.columns,
    outcomes,
    statuses,
    settlements,
    outcomeOfAll,
    decidedBy,
  }
  const version = await save(ctx, row, mapping, 'checking')
  await keyRows(ctx, row.id, mapping)
  await record(ctx, 'import.mapped', { import: String(row.id) })
  return version
}

async function save(
  ctx: Ctx,
  row: Held,
  mapping: ImportMapping,
  state: 'mapping' | 'checking' = 'mapping',
): Promise<number> {
  const version = row.version + 1
  await ctx.tx
    .updateTable('council.import')
    .set({ mapping: toJson(mapping), state, version })
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', row.id)
    .execute()
  return version
}

async function remember(
  ctx: Ctx,
  kind: ImportMemoryTable['kind'],
  words: readonly (readonly [string, string])[],
): Promise<void> {
  const rows = new Map(
    words.map(([printed, value]) => [kind === 'option' ? printed : foldWord(printed), value] as const),
  )
  rows.delete('')
  if (rows.size === 0) return
  await ctx.tx
    .insertInto('council.import_memory')
    .values(
      [...rows].map(([printed, value]) => ({
        municipality: ctx.actor.municipality,
        kind,
        printed,
        value,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['municipality', 'kind', 'printed'])
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    )
    .execute()
}

/** What was said about these kinds of words before. */
export async function remembered(ctx: Ctx, kind: ImportMemoryTable['kind']): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .selectFrom('council.import_memory')
    .select(['printed', 'value'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('kind', '=', kind)
    .execute()
  return new Map(rows.map((row) => [row.printed, row.value]))
}
