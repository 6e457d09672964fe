/** A calendar of whole days (RFC 5545) as text. Pure. */
export type IcalEvent = {
  uid: string
  /** ISO day. */
  on: string
  summary: string
  description: string
  url: string
  cancelled: boolean
  sequence: number
  changed: Date
}
export type IcalCalendar = {
  language: string
  name: string
  description: string
  events: readonly IcalEvent[]
}

/** Whole days have no time zone. A stamp says when an event last changed, so the same facts give the same text. */
export function icalOf(calendar: IcalCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Schakel//Schakel//${calendar.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME:${text(calendar.name)}`,
    `X-WR-CALNAME:${text(calendar.name)}`,
    `DESCRIPTION:${text(calendar.description)}`,
    `X-WR-CALDESC:${text(calendar.description)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...calendar.events.flatMap(eventOf),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(event: IcalEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `DTSTAMP:${moment(event.changed)}`,
    `LAST-MODIFIED:${moment(event.changed)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${event.on.replaceAll('-', '')}`,
    `SUMMARY:${text(event.summary)}`,
    `DESCRIPTION:${text(event.description)}`,
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PUBLIC',
    'END:VEVENT',
  ]
}

const moment = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, '')

/** Section 3.3.11: backslash, comma, semicolon and line break are escaped; other control characters cannot be in a text. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
}

/** Most octets of a line, without its line break (section 3.1). */
const width = 75

/** Breaks a line after at most 75 octets, never within a character; each further line begins with a space, which counts too. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > width) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
