import { z } from 'zod'
import { type IsoDate, isIsoDate } from '../../days.ts'
import { Invalid } from '../../errors.ts'

/** A dataset of JSON-stat 2.0 (json-stat.org/full), as far as figures are taken from it. */
export type JsonStat = {
  label: string | null
  source: string | null
  updated: IsoDate | null
  dimensions: StatDimension[]
  /** The figure at one category of each dimension, by their order; null where there is none. */
  at(categories: readonly number[]): number | null
}
export type StatDimension = {
  id: string
  label: string
  time: boolean
  categories: { id: string; label: string }[]
}

/** Most figures that a file may hold. */
const most = 1_000_000
const label = z.string().optional().catch(undefined)
const shape = z.object({
  class: z.literal('dataset'),
  version: z.string().regex(/^2\./),
  label,
  source: label,
  updated: label,
  id: z.array(z.string()).min(1).max(30),
  size: z.array(z.number().int().positive()),
  role: z
    .object({ time: z.array(z.string()).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  dimension: z.record(
    z.string(),
    z.object({
      label,
      category: z.object({
        index: z.union([z.array(z.string()), z.record(z.string(), z.number().int().min(0))]).optional(),
        label: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ),
  value: z.union([
    z.array(z.number().nullable()),
    z.record(z.string().regex(/^\d+$/), z.number().nullable()),
  ]),
})

/**
 * @throws Invalid on `file`: `not-json`, `json-stat-other` (no dataset), `json-stat-old` (an earlier version), `json-stat-damaged` (its
 * parts do not fit each other), `json-stat-long`
 */
export function readJsonStat(text: string): JsonStat {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw wrong('not-json')
  }
  const read = shape.safeParse(content)
  if (!read.success) throw wrong(whyNot(content))
  const { id, size, dimension, value, role } = read.data
  const total = size.reduce((product, one) => product * one, 1)
  if (total > most) throw wrong('json-stat-long')
  if (size.length !== id.length || new Set(id).size !== id.length) throw wrong('json-stat-damaged')
  const dimensions = id.map((name, at): StatDimension => {
    const own = Object.hasOwn(dimension, name) ? dimension[name] : undefined
    const keys = own && categoriesOf(own.category)
    if (!keys || keys.length !== size[at]) throw wrong('json-stat-damaged')
    const labels = own.category.label ?? {}
    return {
      id: name,
      label: own.label || name,
      time: role?.time?.includes(name) ?? false,
      categories: keys.map((key) => ({ id: key, label: (Object.hasOwn(labels, key) && labels[key]) || key })),
    }
  })
  if (Array.isArray(value) ? value.length !== total : Object.keys(value).some((at) => Number(at) >= total))
    throw wrong('json-stat-damaged')
  return {
    label: read.data.label || null,
    source: read.data.source || null,
    updated: dayIn(read.data.updated),
    dimensions,
    at: (categories) => {
      const place = size.reduce((sum, one, nth) => sum * one + categories[nth]!, 0)
      return (Array.isArray(value) ? value[place] : value[String(place)]) ?? null
    },
  }
}

const wrong = (code: string) => new Invalid('form-invalid', [{ field: 'file', code }])

type Category = {
  index?: string[] | Record<string, number> | undefined
  label?: Record<string, string> | undefined
}
/** In their order; undefined when places are missing or taken twice. */
function categoriesOf({ index, label }: Category): string[] | undefined {
  if (Array.isArray(index)) return new Set(index).size === index.length ? index : undefined
  if (!index) return label && Object.keys(label).length === 1 ? Object.keys(label) : undefined
  const keys = Object.entries(index).sort(([, a], [, b]) => a - b)
  return keys.every(([, at], nth) => at === nth) ? keys.map(([key]) => key) : undefined
}

function whyNot(content: unknown): string {
  if (typeof content !== 'object' || content === null) return 'json-stat-other'
  const { class: kind, version } = content as { class?: unknown; version?: unknown }
  if (kind === 'dataset')
    return typeof version === 'string' && version.startsWith('2.') ? 'json-stat-damaged' : 'json-stat-old'
  const isData = (one: unknown) =>
    typeof one === 'object' && one !== null && 'dimension' in one && 'value' in one
  return kind === undefined && Object.values(content).some(isData) ? 'json-stat-old' : 'json-stat-other'
}

const dayIn = (moment: string | undefined): IsoDate | null => {
  const day = moment?.slice(0, 10) ?? ''
  return isIsoDate(day) ? day : null
}
