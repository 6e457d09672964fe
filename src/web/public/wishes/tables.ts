/** The tables below the charts; their files hold the same. Pure. */
import {
  daySources,
  openGroups,
  sumOf,
  type Wishes,
  type WishGroup,
  wishGroups,
  wishStands,
} from '../../../council/index.ts'
import type { Words } from '../../../words/index.ts'
import { dayTicksUpTo } from '../../components/charts/scale.ts'

export const wishTables = ['stand', 'leeftijd', 'partijen', 'onderwerpen', 'duur', 'toezeggingen'] as const
export type WishTableName = (typeof wishTables)[number]
/** The first column names the row. A share is a number from 0 to 1. */
export type Table = { head: string[]; rows: (string | number)[][] }

/** Most moments below the curve. */
export const curveTicks = 5

export function tableOf(name: WishTableName, wishes: Wishes, words: Words): Table {
  const { wishes: w } = words
  const groupHead = [...wishGroups.map((group) => w.group[group]), w.column.total]
  const groupRow = (label: string, counts: Readonly<Record<WishGroup, number>>) => [
    label,
    ...wishGroups.map((group) => counts[group]),
    sumOf(counts),
  ]
  switch (name) {
    case 'stand':
      return {
        head: [w.column.state, w.column.matters],
        rows: wishStands.map((stand) => [w.stand[stand], wishes.stands[stand]]),
      }
    case 'leeftijd':
      return {
        head: [w.column.age, ...openGroups.map((group) => w.openGroup[group]), w.column.total],
        rows: wishes.ages.map(({ age, counts }) => [
          w.age[age],
          ...openGroups.map((group) => counts[group]),
          sumOf(counts),
        ]),
      }
    case 'partijen':
      return {
        head: [w.column.party, ...groupHead],
        rows: wishes.parties.map(({ party, counts }) => groupRow(party?.name ?? w.noParty, counts)),
      }
    case 'onderwerpen':
      return {
        head: [w.column.domain, ...groupHead],
        rows: wishes.domains.map(({ domain, counts }) => groupRow(domainName(domain, words), counts)),
      }
    case 'duur':
      return {
        head: [w.column.days, w.column.atRisk, w.column.settledOn, w.column.share],
        rows: wishes.survival.steps.map(({ days, atRisk, settled, share }) => [
          days,
          atRisk,
          settled,
          Number(share.toFixed(4)),
        ]),
      }
    case 'toezeggingen':
      return {
        head: [w.column.delay, ...daySources.map((source) => w.source[source]), w.column.total],
        rows: wishes.commitments.map(({ delay, counts }) => [
          w.delay[delay],
          ...daySources.map((source) => counts[source]),
          sumOf(counts),
        ]),
      }
  }
}

/** The curve at the moments below it: its file has every step, a page has no room for those. */
export function curveTable(wishes: Wishes, words: Words): Table {
  const { survival } = wishes
  const { column, survival: w } = words.wishes
  return {
    head: [column.time, column.atRisk, column.settledBy, column.share],
    rows: dayTicksUpTo(survival.longest, curveTicks).map((days) => [
      w.at(days),
      survival.atRisk(days),
      survival.settledBy(days),
      w.share(survival.shareAt(days)),
    ]),
  }
}

export function domainName(domain: Wishes['domains'][number]['domain'], words: Words): string {
  return domain === null ? words.wishes.noDomain : words.terms.domain[domain]
}
