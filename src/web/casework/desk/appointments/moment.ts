import type { IsoDate } from '../../../../days.ts'
import { Invalid } from '../../../../errors.ts'

const here = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Pure. The moment at which a clock in the Netherlands shows this day and time; null for the hour that summer time skips. */
export function momentAt(day: IsoDate, time: string): Date | null {
  const naive = Date.parse(`${day}T${time}:00Z`)
  for (const hours of [2, 1]) {
    const moment = new Date(naive - hours * 3_600_000)
    if (here.format(moment) === `${day} ${time}`) return moment
  }
  return null
}

/** A time as people write it: "14.00", "14:00", "9.30", "14". @throws {Invalid} `needed`, `time-invalid` */
export function timeIn(typed: string): string {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?(?:\s*uur)?$/.exec(typed.trim())
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  if (!match || hours > 23 || minutes > 59) {
    const code = typed.trim() === '' ? 'needed' : 'time-invalid'
    throw new Invalid('form-invalid', [{ field: 'time', code }])
  }
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}
