import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Arrow } from '../../machine.ts'
import {
  actionArrows,
  actionMoves,
  actionStates,
  milestoneArrows,
  milestoneMoves,
  milestoneStates,
  programmeArrows,
  programmeMoves,
  programmeStates,
} from '../../programme/index.ts'
import { root } from '../../root.ts'
import { commitmentArrows, commitmentMoves, commitmentStates } from './commitment.ts'
import { matterArrows, matterMoves, matterStates } from './matter.ts'
import { proposalArrows, proposalMoves, proposalStates } from './proposal.ts'

const machines: [string, readonly Arrow<string, string>[], readonly string[], readonly string[]][] = [
  ['matter', matterArrows, matterStates, matterMoves],
  ['proposal', proposalArrows, proposalStates, proposalMoves],
  ['commitment', commitmentArrows, commitmentStates, commitmentMoves],
  ['programme', programmeArrows, programmeStates, programmeMoves],
  ['action', actionArrows, actionStates, actionMoves],
  ['milestone', milestoneArrows, milestoneStates, milestoneMoves],
]

/** Arrows of a mermaid diagram; `in_progress` is its way to write `in-progress`. */
function drawn(text: string): string[] {
  return [...text.matchAll(/^ {2}(\w+) --> (\w+): ([\w-]+)$/gm)].map(
    ([, from, to, move]) => `${from!.replaceAll('_', '-')} --${move}--> ${to!.replaceAll('_', '-')}`,
  )
}

test.for(machines)(
  'the diagram of a %s shows the arrows of its table, no more and no fewer',
  ([name, arrows]) => {
    const text = readFileSync(join(root, 'docs/states', `${name}.md`), 'utf8')
    expect(drawn(text).sort()).toEqual(arrows.map(([from, move, to]) => `${from} --${move}--> ${to}`).sort())
  },
)

test.for(machines)(
  'a %s can reach every state from its first, and every move is drawn',
  ([, arrows, states, moves]) => {
    const reached = new Set([states[0]!])
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const [from, , to] of arrows) if (reached.has(from)) reached.add(to)
    }
    expect([...reached].sort()).toEqual([...states].sort())
    expect([...new Set(arrows.map(([, move]) => move))].sort()).toEqual([...moves].sort())
    expect(new Set(arrows.map(([from, move]) => `${from} ${move}`)).size).toBe(arrows.length)
  },
)
