/** Days, hours and weeks as people in the Netherlands count them. Pure. */
const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function local(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** YYYY-MM-DD. */
export function dayIn(at: Date): string {
  const { year, month, day } = local(at)
  return `${year}-${month}-${day}`
}

/** 0 to 23. */
export function hourIn(at: Date): number {
  return Number(local(at).hour)
}

/** The moment at which a day (YYYY-MM-DD) begins. */
export function beginOf(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  // An hour or two earlier; midnight itself is in no change of the clock.
  for (const hours of [2, 1]) {
    const at = new Date(midnight - hours * 3_600_000)
    if (dayIn(at) === day && hourIn(at) === 0) return at
  }
  throw new Error(`no day: ${day}`)
}

const week = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/

/** The week of ISO 8601 that a moment is in, such as `2026-W48`. */
export function weekOf(at: Date): string {
  const thursday = new Date(`${dayIn(at)}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const number = Math.floor((thursday.getTime() - first) / 604_800_000) + 1
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`
}

/** From and until, not with, of a week such as `2026-W48`; null when there is no such week. */
export function spanOf(name: string): { from: Date; until: Date } | null {
  const match = week.exec(name)
  if (!match) return null
  const fourth = new Date(Date.UTC(Number(match[1]), 0, 4))
  const monday = (offset: number) =>
    new Date(
      fourth.getTime() + ((Number(match[2]) - 1 + offset) * 7 - ((fourth.getUTCDay() || 7) - 1)) * 86_400_000,
    )
      .toISOString()
      .slice(0, 10)
  const from = beginOf(monday(0))
  return weekOf(from) === name ? { from, until: beginOf(monday(1)) } : null
}
