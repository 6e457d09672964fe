/** A day of the calendar, as `2019-07-02`. */
export type IsoDate = string

const moment = (day: IsoDate) => new Date(`${day}T00:00:00Z`)
const text = (date: Date): IsoDate => date.toISOString().slice(0, 10)

export function addDays(day: IsoDate, days: number): IsoDate {
  const date = moment(day)
  date.setUTCDate(date.getUTCDate() + days)
  return text(date)
}

export const addWeeks = (day: IsoDate, weeks: number): IsoDate => addDays(day, weeks * 7)

/** The same day some months later; the last day of the month where that month is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const date = moment(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0)
  date.setUTCDate(Math.min(wanted, date.getUTCDate()))
  return text(date)
}

const here = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })
/** The calendar day of a moment, in the Netherlands. */
export const dayOf = (now: Date): IsoDate => here.format(now)

/** A real day of the calendar, written as `2019-07-02`, from 1900 to 2100. */
export function isIsoDate(value: string): value is IsoDate {
  const match = /^(19|20|21)\d\d-\d\d-\d\d$/.exec(value)
  if (!match) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** Whether two days are the first and the last of one month. */
export const isMonth = (from: IsoDate, to: IsoDate): boolean =>
  from.endsWith('-01') && addDays(addMonths(from, 1), -1) === to
