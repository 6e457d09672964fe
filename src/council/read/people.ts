/** Names of people as councils print them. */

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
const titleWords =
  /^(?:(?:de|het|door|van)\s+(?=heer|heren|mevrouw|raadsl|lid|leden|dames?))?(?:heer|heren|mevrouw|mevr\.?|mw\.?|dhr\.?|raadsleden|raadslid|leden|lid|dames?)\s+(?:en\s+)?/iu

/** One name: capital words, initials, small prefixes, a call name in brackets. */
export const nameSource =
  "(?:(?:drs|mr|dr|ir|ing|prof|Drs|Mr|Dr|Ir|Ing|Prof)\\.?\\s){0,3}(?:(?:de|van|den|der|ter|ten|el|al|'t|’t)\\s){0,3}\\p{Lu}[\\p{L}.'’-]{0,30}(?:\\s(?:(?:de|van|den|der|ter|ten|el|al|het|in|'t|’t|te)\\s){0,3}(?:\\(\\p{Lu}[\\p{L}-]{1,20}\\)|\\p{Lu}[\\p{L}.'’-]{0,30})){0,4}"

const wholeName = new RegExp(`^${nameSource}(?:\\sc\\.s\\.)?$`, 'u')
export const isName = (text: string): boolean => text.length < 80 && wholeName.test(text)
