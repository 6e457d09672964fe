import type { RequestAct, RequestKind } from './reading.ts'

/** What a request wants done, by its first verb: words up to and including *te* and that verb. */

type Row = { act: RequestAct; verbs?: readonly string[]; before?: RegExp }

/** `verbs`: infinitives after *te*, or any; `before` what must stand before it. First match wins. */
const table: readonly Row[] = [
  {
    act: 'stop',
    before: /(?<!\p{L})niet (?:(?:langer|meer|verder) (?:[^\s,;]+ ){0,8}|over )?te$/iu,
  },
  { act: 'stop', before: /(?<!\p{L})geen (?:[^\s,;]+ ){0,8}(?:meer )?te$/iu },
  { act: 'stop', verbs: ['stoppen', 'staken', 'beëindigen', 'opschorten', 'opheffen', 'stop'] },
  { act: 'stop', verbs: ['schorten'], before: /(?<!\p{L})op te$/iu },
  { act: 'stop', verbs: ['zien'], before: /(?<!\p{L})af te$/iu },
  { act: 'investigate', verbs: ['onderzoeken', 'verkennen', 'inventariseren', 'bezien'] },
  { act: 'investigate', verbs: ['gaan'], before: /(?<!\p{L})na te$/iu },
  { act: 'investigate', verbs: ['brengen'], before: /(?<!\p{L})in (?:kaart|beeld) te$/iu },
  {
    act: 'investigate',
    verbs: ['doen', 'starten', 'laten', 'verrichten', 'instellen', 'voeren', 'stellen', 'beginnen'],
    before: /(?<!\p{L})onderzoek (?:[^\s,;]+ ){0,6}te$/iu,
  },
  { act: 'report', verbs: ['rapporteren', 'informeren', 'berichten', 'terugkoppelen', 'verantwoorden'] },
  { act: 'report', verbs: ['koppelen'], before: /(?<!\p{L})terug te$/iu },
  {
    act: 'report',
    verbs: ['doen', 'brengen', 'leggen'],
    before: /(?<!\p{L})(?:verslag|rapport) (?:[^\s,;]+ ){0,6}te$/iu,
  },
  { act: 'report', verbs: ['delen'], before: /(?<!\p{L})met (?:de |uw )?(?:gemeente)?raad te$/iu },
  { act: 'report', verbs: ['houden', 'stellen', 'brengen'], before: /(?<!\p{L})op de hoogte te$/iu },
]

/** The same as commands or plain infinitives, at the head of an item without *te*. */
const heads: readonly (readonly [RegExp, RequestAct])[] = [
  [
    /^(?:onderzoek|onderzoeken|verken|verkennen|inventariseer|inventariseren|bezie|bezien|ga na|na gaan|nagaan|breng in (?:kaart|beeld))(?!\p{L})/iu,
    'investigate',
  ],
  [/^(?:rapporteer|rapporteren|informeer|informeren|bericht|koppel|houd de raad)(?!\p{L})/iu, 'report'],
  [/^(?:stop|staak|beëindig|zie af)(?!\p{L})/iu, 'stop'],
]
const anywhere: readonly (readonly [RegExp, RequestAct])[] = [
  [
    /(?<!\p{L})(?:onderzoekt|onderzoeken|nagaat|verkent|inventariseert|in kaart brengt|na gaat)(?!\p{L})/iu,
    'investigate',
  ],
  [/(?<!\p{L})(?:informeert|rapporteert|bericht|op de hoogte houdt)(?!\p{L})/iu, 'report'],
]

const verbs =
  /(?<![\p{L}-])te (?!(?:weten|allen|zijner|zijnen|goeder|veel|weinig|hoog|hoge|laag|lage|grote|klein|kleine|snel|gast|koop|huur)(?!\p{L}))(?:laten )?(\p{L}{2,40})/giu

/** *de op te stellen aanpak*: part of a noun, not what is asked. */
const attributive =
  /(?<!\p{L})(?:de|het|een|deze|dit|die|dat|nog|nader|nieuw) (?:op |uit |in |aan |af |vast |door |mee |toe |na |over )?$/iu

function mainVerb(text: string): RegExpExecArray | null {
  verbs.lastIndex = 0
  for (let verb = verbs.exec(text); verb; verb = verbs.exec(text)) {
    if (!attributive.test(text.slice(Math.max(0, verb.index - 24), verb.index))) return verb
  }
  return null
}

export function actOf(kind: RequestKind, text: string): RequestAct {
  if (kind === 'declare' || kind === 'decide') return 'other'
  const verb = mainVerb(text)
  if (!verb)
    return (
      heads.find(([words]) => words.test(text))?.[1] ??
      anywhere.find(([words]) => words.test(text))?.[1] ??
      'do'
    )
  const before = text.slice(Math.max(0, verb.index - 120), verb.index + 2)
  const infinitive = (verb[1] as string).toLowerCase()
  return (
    table.find(
      (row) => (!row.verbs || row.verbs.includes(infinitive)) && (!row.before || row.before.test(before)),
    )?.act ?? 'do'
  )
}
