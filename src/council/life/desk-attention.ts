import type { Ctx } from '../../ctx.ts'
import type { MotionRef } from '../dossier.ts'
import type { IsoDate } from '../read/reading.ts'
import { lifeSettings } from '../set-up-municipality.ts'
import {
  type Attention,
  type AttentionReason,
  byUrgency,
  commitmentAttention,
  matterAttention,
} from './attention.ts'
import type { CommitmentState } from './commitment.ts'
import type { MatterState } from './matter.ts'
import { motionsWithoutText } from './motions-without-text.ts'
import type { TermSource } from './term.ts'
import { commitmentsToWatch, mattersToWatch, type Watched } from './to-watch.ts'
import { wordsOfWatched } from './watched-words.ts'
import type { Withdrawn } from './withdrawn.ts'

/** One row of the clerk's day. Exactly one of `matter`, `commitment` and `text-needed` (only a motion) is what it is about. */
export type AttentionItem = Attention & {
  /** Other reasons of the same matter, less urgent. */
  also: AttentionReason[]
  /** Whole days since `on`; negative while it is still to come; null without a day. */
  days: number | null
  motions: MotionRef[]
  matter: {
    id: number
    version: number
    text: string
    state: MatterState
    owner: string | null
    official: string | null
    /** Where its term comes from, and so what `source` is of a row about that term. */
    termSource: TermSource
    /** What it is settled on was taken back: who decided, and so who must know. */
    decider?: Withdrawn['decider']
  } | null
  commitment: {
    id: number
    version: number
    text: string
    state: CommitmentState
    /** Whose day it counts by: our check date (by the term of the municipality, or picked), the letter's, or that of an extension. */
    day: 'ours' | 'clerk' | 'text' | 'extension' | null
  } | null
}
export type AttentionList = {
  items: AttentionItem[]
  /** All that were asked for, also those beyond the limit. */
  total: number
  counts: Partial<Record<AttentionReason, number>>
}

/**
 * What wants attention in the actor's municipality on a day, most urgent first, one row for each matter and commitment, with its reason,
 * the rule or words behind it and the next step. At most `limit` rows (500).
 */
export async function attention(
  ctx: Ctx,
  input: {
    today: IsoDate
    /** Only what wants attention for this reason first of all; `counts` stays that of all. */
    reason?: AttentionReason
    offset?: number
    limit?: number
    motion?: number
    portfolioHolder?: number
    official?: string
  },
): Promise<AttentionList> {
  const settings = await lifeSettings(ctx, input.today)
  const wanted = { motion: input.motion, portfolioHolder: input.portfolioHolder, official: input.official }
  const personal = input.portfolioHolder !== undefined || input.official !== undefined
  const [matters, commitments, textless] = await Promise.all([
    mattersToWatch(ctx, input.today, wanted),
    personal ? [] : commitmentsToWatch(ctx, input.today, input.motion),
    personal ? [] : motionsWithoutText(ctx, input.motion),
  ])
  const found: Found[] = []
  const add = (about: Watched, all: Attention[]) => {
    const [first, ...rest] = all
    if (first) found.push({ ...first, also: rest.map((one) => one.reason), about })
  }
  for (const { id, facts } of matters) {
    add({ kind: 'matter', id }, matterAttention(facts, settings, input.today))
  }
  for (const { id, facts } of commitments) {
    add({ kind: 'commitment', id }, commitmentAttention(facts, settings, input.today))
  }
  for (const { id, dated } of textless) {
    add({ kind: 'motion', id }, [{ reason: 'text-needed', on: dated, source: null, next: 'add-text' }])
  }
  const counts: AttentionList['counts'] = {}
  for (const { reason } of found) counts[reason] = (counts[reason] ?? 0) + 1
  const asked = byUrgency(input.reason ? found.filter((one) => one.reason === input.reason) : found)
  const from = input.offset ?? 0
  const shown = asked.slice(from, from + (input.limit ?? 500))
  const words = await wordsOfWatched(
    ctx,
    shown.map((one) => one.about),
  )
  return {
    items: shown.map(({ about, ...one }) => ({
      ...one,
      days: one.on ? daysBetween(one.on, input.today) : null,
      ...words(about),
    })),
    total: asked.length,
    counts,
  }
}

type Found = Attention & { also: AttentionReason[]; about: Watched }

const daysBetween = (from: IsoDate, to: IsoDate) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
