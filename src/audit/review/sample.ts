/** The weekly sample of a privacy officer: all entries in an emergency, then some of each reader. Pure. */
import { createHash } from 'node:crypto'

export type Readable = {
  stream: string
  seq: number
  at: Date
  actor: string
  trajectoryId: number
  emergency: boolean
}

/** `lines`: of an emergency, how many lines of this reader at this case the item stands for. */
export type SampleItem<Line extends Readable> = { line: Line; why: 'emergency' | 'reader'; lines: number }

/**
 * The same lines, week and seed give the same sample, in whatever order the lines come. Of each reader as many different cases as there
 * are come before a second line of one.
 * @param week such as `2026-W48`
 */
export function weeklySample<Line extends Readable>(
  lines: readonly Line[],
  { week, seed, perReader }: { week: string; seed: string; perReader: number },
): SampleItem<Line>[] {
  const emergencies = groups(
    lines.filter((line) => line.emergency),
    ({ actor, trajectoryId }) => `${actor} ${trajectoryId}`,
  ).map((all): SampleItem<Line> => ({ line: first(all), why: 'emergency', lines: all.length }))
  const readers = groups(
    lines.filter((line) => !line.emergency),
    ({ actor }) => actor,
  ).flatMap((all) => {
    const ranked = all
      .map((line) => ({ line, rank: rankOf(`${seed}\n${week}\n${line.stream}\n${line.seq}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ line }) => line)
    return acrossCases(ranked)
      .slice(0, perReader)
      .map((line): SampleItem<Line> => ({ line, why: 'reader', lines: 1 }))
  })
  return [...emergencies, ...readers]
}

/** Every case once, then every case a second time, and so on. */
function acrossCases<Line extends Readable>(ranked: readonly Line[]): Line[] {
  const times = new Map<number, number>()
  return ranked
    .map((line) => {
      const turn = (times.get(line.trajectoryId) ?? 0) + 1
      times.set(line.trajectoryId, turn)
      return { line, turn }
    })
    .sort((a, b) => a.turn - b.turn)
    .map(({ line }) => line)
}

function groups<Line>(lines: readonly Line[], key: (line: Line) => string): Line[][] {
  return [...Map.groupBy(lines, key)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, all]) => all)
}

function first<Line extends Readable>(lines: readonly Line[]): Line {
  return lines.reduce((a, b) => (b.at < a.at || (b.at.getTime() === a.at.getTime() && b.seq < a.seq) ? b : a))
}

function rankOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
