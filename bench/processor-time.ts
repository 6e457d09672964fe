import { existsSync, readFileSync } from 'node:fs'

/** Milliseconds of processor, which other work on the machine changes far less than the clock. */

export const ownTime = 'processor time of this process, compiling and collecting included'

/** Milliseconds since it started, of all threads. */
export function spentHere(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const children = `/proc/self/task/${process.pid}/children`
const millisecondsPerTick = 10
const told = existsSync(children)

export const childTime = told
  ? 'of this process and the child together'
  : 'the clock, as this system does not tell the child’s,'

/** The same with all children, ended ones too, to 10 ms; where the system does not tell, the clock. */
export function spentWithChildren(): number {
  if (!told) return performance.now()
  const [, , ended, endedSystem] = ticksOf('self')
  let ticks = ended! + endedSystem!
  for (const pid of readFileSync(children, 'utf8').trim().split(' ')) {
    if (pid === '') continue
    const [user, system] = ticksOf(pid)
    ticks += user! + system!
  }
  return spentHere() + ticks * millisecondsPerTick
}

/** Of a process by itself and of the children it waited for: user, system, user, system. */
function ticksOf(pid: string): number[] {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return fields.slice(11, 15).map(Number)
}

/** What `work` adds to a count. */
export async function spent(count: () => number, work: () => unknown): Promise<number> {
  const before = count()
  await work()
  return count() - before
}
