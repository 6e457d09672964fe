import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { record } from '../audit/index.ts'
import type { Ctx } from '../ctx.ts'
import { root } from '../root.ts'
import { type LifeSettings, lifeSettingsOn, parseTermRules } from './life/settings.ts'
import type { IsoDate, Recess } from './read/reading.ts'
import type { BodyKind, Theme } from './tables.ts'

export type DatedSetting = { key: string; validFrom: IsoDate; value: unknown; source: string }

/**
 * Adds the municipality of the actor, with its bodies and dated settings: those of `rules/terms` and those given. Safe to repeat: what
 * is there stays.
 */
export async function setUpMunicipality(
  ctx: Ctx,
  input: {
    name: string
    theme: Theme
    bodies: readonly { kind: BodyKind; name: string }[]
    settings?: readonly DatedSetting[]
  },
): Promise<void> {
  const { municipality } = ctx.actor
  await ctx.tx
    .insertInto('council.municipality')
    .values({ municipality, name: input.name, theme: input.theme })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (input.bodies.length > 0) {
    await ctx.tx
      .insertInto('council.body')
      .values(input.bodies.map(({ kind, name }) => ({ municipality, kind, name })))
      .onConflict((conflict) => conflict.columns(['municipality', 'kind', 'name']).doNothing())
      .execute()
  }
  const settings = [...(input.settings ?? []), ...termRulesOf(municipality)]
  if (settings.length > 0) {
    await ctx.tx
      .insertInto('council.setting')
      .values(
        settings.map(({ key, validFrom, value, source }) => ({
          municipality,
          key,
          valid_from: validFrom,
          value: JSON.stringify(value),
          source,
        })),
      )
      .onConflict((conflict) => conflict.columns(['municipality', 'key', 'valid_from']).doNothing())
      .execute()
  }
  await record(ctx, 'municipality.set-up', { municipality })
}

/** Loads the recess calendar of the actor's municipality; days that are known already are kept. */
export async function addRecesses(
  ctx: Ctx,
  input: { recesses: readonly (Recess & { source: string })[] },
): Promise<void> {
  const { municipality } = ctx.actor
  if (input.recesses.length === 0) return
  await ctx.tx
    .insertInto('council.recess')
    .values(
      input.recesses.map(({ kind, from, to, source }) => ({
        municipality,
        kind,
        first_day: from,
        last_day: to,
        source,
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality', 'first_day', 'kind']).doNothing())
    .execute()
  await record(ctx, 'recesses.added', { municipality })
}

/** The setting that holds on a day, or null. */
export async function settingOn(ctx: Ctx, input: { key: string; on: IsoDate }): Promise<DatedSetting | null> {
  const found = await ctx.tx
    .selectFrom('council.setting')
    .select(['key', 'valid_from as validFrom', 'value', 'source'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('key', '=', input.key)
    .where('valid_from', '<=', input.on)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return found ?? null
}

/** The terms of a municipality in `rules/terms`; none when it has no file there. */
export function termRulesOf(municipality: string): DatedSetting[] {
  const file = join(root, 'rules', 'terms', `${municipality}.json`)
  return existsSync(file) ? parseTermRules(readFileSync(file, 'utf8'), municipality) : []
}

/** The settings of the life of a request that hold on a day. */
export async function lifeSettings(ctx: Ctx, on: IsoDate): Promise<LifeSettings> {
  const rows = await ctx.tx
    .selectFrom('council.setting')
    .select(['key', 'valid_from as validFrom', 'value', 'source'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('valid_from', '<=', on)
    .execute()
  return lifeSettingsOn(rows, on)
}
