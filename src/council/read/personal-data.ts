import { emailPattern } from './letter.ts'
import { at, flatOf, type Paper, type Range, rangeIn, textOf } from './paper.ts'
import { nameSource } from './people.ts'
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
  `(?:[Cc]ontact (?:opnemen |op )?(?:met|via)|[Bb]el(?:len)?(?: of mail(?:en)?)?(?: dan)?(?: met)?|[Mm]ail(?:en)?(?: of bel(?:len)?)?(?: dan)?(?: met| naar)?|terecht bij|bereikbaar bij|[Ii]nlichtingen (?:bij|via)|aanmelden bij|vragen aan) (?:\\p{Ll}+ ){0,2}?${honorific}(${nameSource})`,
  'gu',
)
const phone =
  /(?<![\p{L}\p{N}/.-])(?:\+31[ -]?(?:\(0\))?[ -]?\d{1,3}|\(0\d{1,3}\)|0\d{1,3})(?:[ -]{1,3}|\/)?\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\p{L}\p{N}/-])/gu
const office =
  /^(?:info|gemeente|griffie|postbus|raad|contact|raadsgriffie|gemeenteraad|stadhuis|college|bestuurssecretariaat)@/iu
const noPhone = /^(?:14|0800|0900|088 ?14|112)/

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
  const add = (kind: PersonalDataKind, range: Range) => {
    if (!hits.some((hit) => hit.start < range.end && hit.end > range.start)) hits.push({ kind, ...range })
  }
  for (const range of text) {
    for (const paragraph of paragraphsOf(paper, range)) {
      const flat = flatOf(paper, paragraph)
      for (const pattern of [officials, contacts]) {
        for (const match of flat.text.matchAll(pattern)) {
          const name = match[1] as string
          const start = match.index + match[0].length - name.length
          const bare = name.replace(/[.,]$/, '')
          if (!council.has(bare) && /\p{Ll}/u.test(bare) && !notName.test(bare))
            add('name', rangeIn(flat, start, start + bare.length))
        }
      }
      for (const match of flat.text.matchAll(new RegExp(emailPattern, 'gu'))) {
        if (!office.test(match[0])) add('email', rangeIn(flat, match.index, match.index + match[0].length))
      }
      for (const match of flat.text.matchAll(phone)) {
        const digits = match[0].replace(/\D/g, '')
        if (!noPhone.test(match[0]) && digits.length >= 9 && digits.length <= 12)
          add('phone', rangeIn(flat, match.index, match.index + match[0].length))
      }
    }
  }
  return hits
    .filter((hit) => hit.kind !== 'phone' || !noPhone.test(textOf(paper, hit)))
    .filter((hit) => hit.kind !== 'email' || !office.test(textOf(paper, hit)))
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => ({
      kind,
      text: textOf(paper, { start, end }),
      at: at(paper, { start, end }),
    }))
}

const notName = /^(?:De|Het|Wij|Uw|U|Ons|Onze|Gemeente|College|Raad|Griffie|Via|Op)$/u
