import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoDate } from '../../days.ts'
import { root } from '../../root.ts'
import { type DatedEventRules, type EventRules, eventRulesOn, parseEventRules } from './events.ts'

let kept: DatedEventRules | undefined

/** The limits that hold on a day, from `rules/programme/events.json`. */
export function eventRules(on: IsoDate): EventRules {
  kept ??= parseEventRules(readFileSync(join(root, 'rules', 'programme', 'events.json'), 'utf8'))
  return eventRulesOn(kept, on)
}
