/** An Atom feed (RFC 4287) as text. Pure. */
export type AtomEntry = {
  id: string
  title: string
  published: Date
  updated: Date
  /** Absolute address of the page that says the same. */
  link: string
  /** Paragraphs of plain text. */
  paragraphs: readonly string[]
}
export type AtomFeed = {
  id: string
  language: string
  title: string
  subtitle: string
  /** Absolute addresses of the feed itself and of the page it belongs to. */
  self: string
  page: string
  author: { name: string; uri: string }
  entries: readonly AtomEntry[]
}

/** The feed was updated when its newest entry was; without entries nothing ever happened in it. */
export function atomOf(feed: AtomFeed): string {
  const updated = feed.entries.reduce((latest, entry) => Math.max(latest, entry.updated.getTime()), 0)
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">
  <id>${xml(feed.id)}</id>
  <title>${xml(feed.title)}</title>
  <subtitle>${xml(feed.subtitle)}</subtitle>
  <updated>${moment(new Date(updated))}</updated>
  <link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
  <author>
    <name>${xml(feed.author.name)}</name>
    <uri>${xml(feed.author.uri)}</uri>
  </author>
  <generator>Schakel</generator>
${feed.entries.map(entryOf).join('')}</feed>
`
}

function entryOf(entry: AtomEntry): string {
  const html = entry.paragraphs.map((paragraph) => `<p>${xml(paragraph)}</p>`).join('')
  return `  <entry>
    <id>${xml(entry.id)}</id>
    <title>${xml(entry.title)}</title>
    <published>${moment(entry.published)}</published>
    <updated>${moment(entry.updated)}</updated>
    <link rel="alternate" type="text/html" href="${xml(entry.link)}"/>
    <content type="html">${xml(html)}</content>
  </entry>
`
}

const moment = (date: Date) => date.toISOString().replace(/\.\d+Z$/, 'Z')

/** Characters that XML cannot hold at all (1.0, section 2.2) are left out; the others that mean something in it are spelled. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
