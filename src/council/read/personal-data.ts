import { findEmails } from './emails.ts'
import { matchesOf } from './matches.ts'
import { at, flatOf, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { nameSource, noName } from './people.ts'
import type { PersonalDataKind, Reading } from './reading.ts'
import { paragraphsOf } from './sentences.ts'

/** Names, addresses and numbers of civil servants: what publication must redact. */

/** What officials are called. Not councillors, aldermen, the mayor or the clerk. */
const functions =
  'beleidsadviseur|beleidsmedewerker|adviseur|projectleider|projectmanager|programmamanager|programmaleider|projectsecretaris|' +
  'teamleider|teammanager|afdelingshoofd|coördinator|procesbegeleider|medewerker|medewerkster|ambtenaar|contactpersoon|accountmanager|' +
  'wijkmanager|gebiedsmanager|gebiedsregisseur|regisseur|woordvoerder|jurist|planoloog|stedenbouwkundige|strateeg|communicatieadviseur'
const honorific = '(?:(?:de heer|mevrouw|mevr\\.?|mw\\.?|dhr\\.?) )?'
const officials = new RegExp(
  `(?<!\\p{L})(?:[Bb]eleids|[Ss]enior |[Pp]roject)?(?:${functions}|${capitalised(functions)}),? ${honorific}(${nameSource})`,
  'gu',
)
const contacts = new RegExp(
  `(?:[Cc]ontact (?:opnemen |op )?(?:met|via)|[Bb]el(?:len)?(?: of mail(?:en)?)?(?: dan)?(?: met)?|[Mm]ail(?:en)?(?: of bel(?:len)?)?(?: dan)?(?: met| naar)?|terecht bij|bereikbaar bij|[Ii]nlichtingen (?:bij|via)|aanmelden bij|vragen aan) (?:\\p{Ll}{1,20} ){0,2}?${honorific}(${nameSource})`,
  'gu',
)
const phone =
  /(?<![\p{L}\p{N}/.-])(?:\+31[ -]?(?:\(0\))?[ -]?\d{1,3}|\(0\d{1,3}\)|0\d{1,3})(?:[ -]{1,3}|\/)?\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\p{L}\p{N}/-])/gu
const office =
  /^(?:info|gemeente|griffie|postbus|raad|contact|raadsgriffie|gemeenteraad|stadhuis|college|bestuurssecretariaat)@/iu
const noPhone = /^(?:14|0800|0900|088 ?14|112)/

/** Without one of these no official is named: spares the patterns above. */
const mayNameOfficial =
  /adviseur|medewerk|leider|manager|contact|bel|mail|terecht|bereikbaar|inlichtingen|aanmelden|vragen|secretaris|hoofd|coördinator|begeleider|ambtenaar|regisseur|woordvoerder|jurist|planoloog|stedenbouw|strateeg/i

/** No name behind a function, no address and no number is shorter. */
const shortest = 8

type Hit = Range & { kind: PersonalDataKind }

function capitalised(words: string): string {
  return words
    .split('|')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|')
}

/** `known`: what the reference block labels as a contact. `text`: where officials may be named. */
export function readPersonalData(
  paper: Paper,
  known: readonly Hit[],
  text: readonly Range[],
  council: ReadonlySet<string>,
): Reading['personalData'] {
  const hits: Hit[] = [...known]
  for (const range of text) {
    for (const paragraph of paragraphsOf(paper, range)) {
      if (paragraph.end - paragraph.start < shortest) continue
      const flat = flatOf(paper, paragraph)
      for (const { kind, start, end } of findIn(flat.text, council))
        hits.push({ kind, ...rangeIn(flat, start, end) })
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  return hits
    .filter((hit, i) => i === 0 || hit.start >= (hits[i - 1] as Hit).end)
    .map(({ kind, start, end }) => ({
      kind,
      text: textOf(paper, { start, end }),
      at: at(paper, { start, end }),
    }))
    .filter(
      ({ kind, text }) =>
        !(kind === 'phone' && noPhone.test(text)) && !(kind === 'email' && office.test(text)),
    )
}

function findIn(
  text: string,
  council: ReadonlySet<string>,
): { kind: PersonalDataKind; start: number; end: number }[] {
  const found: { kind: PersonalDataKind; start: number; end: number }[] = []
  for (const pattern of mayNameOfficial.test(text) ? [officials, contacts] : []) {
    for (const match of matchesOf(text, pattern)) {
      const name = match[1] as string
      const start = match.index + match[0].length - name.length
      const bare = name.replace(/[.,]$/, '')
      if (!council.has(bare) && /\p{Ll}/u.test(bare) && !noName.has(bare))
        found.push({ kind: 'name', start, end: start + bare.length })
    }
  }
  for (const { start, end } of findEmails(text)) found.push({ kind: 'email', start, end })
  for (const match of /[0+]/.test(text) ? matchesOf(text, phone) : []) {
    const digits = match[0].replace(/\D/g, '').length
    if (digits >= 9 && digits <= 12)
      found.push({ kind: 'phone', start: match.index, end: match.index + match[0].length })
  }
  return found
}
