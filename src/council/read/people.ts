/** Names of people as councils print them. */

const titleWords =
  /^(?:(?:de|het|door|van)\s+(?=heer|heren|mevrouw|raadsl|lid|leden|dames?))?(?:heer|heren|mevrouw|mevr\.?|mw\.?|dhr\.?|raadsleden|raadslid|leden|lid|dames?)\s+(?:en\s+)?/iu

/** Without *de heer, mevrouw, dhr., mw., raadslid*. Academic titles stay. */
export function withoutHonorific(printed: string): string {
  let name = printed.trim()
  for (let i = 0; i < 4; i++) {
    const match = name.match(titleWords)
    if (!match) break
    name = name.slice(match[0].length)
  }
  return name
}

/** Source of a pattern for those words before a name, in either case. */
export const honorificSource =
  '(?:(?:[Dd]e|[Hh]et)\\s)?(?:(?:[Hh]eer|[Hh]eren|[Mm]evrouw|[Mm]evr\\.?|[Mm]w\\.?|[Dd]hr\\.?|[Rr]aadsleden|[Rr]aadslid|[Ll]eden|[Ll]id)\\s){0,3}'

const title = '(?:(?:drs|mr|dr|ir|ing|prof|Drs|Mr|Dr|Ir|Ing|Prof)\\.?\\s){0,3}'
const prefix = "(?:(?:de|van|den|der|ter|ten|el|al|in|te|het|'t|’t)\\s){0,3}"
const capital = "\\p{Lu}[\\p{L}.'’-]{0,30}"
const callName = '(?:\\(\\p{Lu}[\\p{L}-]{1,20}\\)\\s)?'

/** One name: capital words, initials, small prefixes, a call name in brackets before the surname. */
export const nameSource = `${title}(?:(?:de|van|den|der|ter|ten|el|al|'t|’t)\\s){0,3}${capital}(?:\\s${callName}${prefix}${capital}){0,4}`

const wholeName = new RegExp(`^${nameSource}(?:\\sc\\.s\\.)?$`, 'u')
export const isName = (text: string): boolean => text.length < 80 && wholeName.test(text)

/** Capital words that open a sentence or a status line: no names. */
export const noName: ReadonlySet<string> = new Set(
  (
    'De Het Een Wij We U Uw Ons Onze Er In Op Voor Van Met Dit Deze Die Na Namens Mevrouw Mw Dhr Aangenomen Verworpen Ingetrokken ' +
    'Aangehouden Overgenomen Vervallen Niet Ingediend Stemming Status Uitslag Besluit Motie Amendement Gemeente College Raad RIS Vergaderjaar Kamerstuk Toelichting'
  ).split(' '),
)
