import type { Ctx } from '../../ctx.ts'
import { councilMeeting } from '../people.ts'
import type { IsoDate } from '../read/reading.ts'

/** The meetings of the council on these days; those that are new are made. */
export async function meetingsOn(ctx: Ctx, days: readonly string[]): Promise<Map<string, number>> {
  const wanted = [...new Set(days)] as IsoDate[]
  const found = new Map<string, number>()
  for (const day of wanted) found.set(day, await councilMeeting(ctx, day))
  return found
}
