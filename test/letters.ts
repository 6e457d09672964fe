/** Invented letters for tests: everything that can differ, in words that a register may hold. */
import fc from 'fast-check'
import type { LetterFields, LetterMatter, LetterMotion, Standing } from '../src/council/index.ts'

const word = fc.constantFrom(
  'banken',
  'fietspaden',
  'speelplekken',
  'bomen',
  'straatverlichting',
  'buurthuizen',
  'zwembaden',
)
const place = fc.constantFrom(
  'het Molenpark',
  'de Visbuurt',
  'de Oude Dijk',
  'het centrum',
  'Waterstad-Noord',
  'de Linie',
)
const first = fc.constantFrom('Noor', 'Tamo', 'Elske', 'Djura', 'Wout', 'Merel-Anne', 'Óscar')
const family = fc.constantFrom(
  'Vaandrig',
  'van der Linde',
  'Zomerhof',
  'Aksoy',
  'de Groot-Kamp',
  "in 't Veld",
  'Brandaris',
)
export const name = fc.tuple(first, family).map((parts) => parts.join(' '))
const party = fc.constantFrom(
  'Groen Waterstad',
  'Stadsbelang',
  'Lijst Haven',
  'Samen Vooruit',
  'Dorpslijst 2000',
)
export const day = fc
  .date({ min: new Date('2018-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const registry = fc.integer({ min: 10000, max: 9999999 }).map((number) => `RIS${number}`)

const title = fc.oneof(
  fc.tuple(word, place).map(([w, p]) => `Meer ${w} in ${p}`),
  fc.tuple(word).map(([w]) => `Zo’n ${w}, dat is ’s zomers prettig`),
  fc
    .tuple(word, place)
    .map(([w, p]) => `Geen ${w} maar re-integratie: een nieuwe start voor wie in ${p} woont, werkt en leert`),
)
const number = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 240 }).map(String),
  fc.tuple(fc.constantFrom('A', 'B', 'H'), fc.integer({ min: 1, max: 60 })).map(([a, n]) => `${a}.${n}`),
  fc
    .tuple(fc.integer({ min: 2018, max: 2026 }), fc.integer({ min: 1, max: 99 }))
    .map(([y, n]) => `${y}-${n}`),
)
const request = fc.record({
  kind: fc.constantFrom('request', 'instruct', 'call-upon', 'declare', 'decide'),
  text: fc.oneof(
    fc.tuple(word, place).map(([w, p]) => `te zorgen voor meer ${w} in ${p}`),
    fc
      .tuple(word, place)
      .map(
        ([w, p]) =>
          `samen met bewoners van ${p} na te gaan of en hoe er ${w} kunnen komen, en de raad daarover vóór 1 december 2027 te informeren, met wat het ${w} in ${p} kost`,
      ),
    fc.constant(
      'na te gaan hoe mensen na de opvang geholpen kunnen worden, op het gebied van huisvesting, (om)scholing en schuldhulpverlening',
    ),
    fc
      .tuple(word, word)
      .map(
        ([a, b]) =>
          `een plan te maken voor ${a}/${b}, met aandacht voor kosten (jaarlijks € 12.500), beheer en de kap van bomen voor ${b} naast ${a}`,
      ),
  ),
}) as fc.Arbitrary<{ kind: LetterMotion['requests'][number]['kind']; text: string }>

const explanation = fc.oneof(
  fc.constant(null),
  fc
    .tuple(word, place)
    .map(([w, p]) => `In ${p} staan sinds dit voorjaar nieuwe ${w}; de kosten bleven binnen de begroting.`),
  fc.constant(
    'De buurt dacht mee over de plek. Er kwamen 43 reacties, die wij in het ontwerp hebben verwerkt.',
  ),
)
const quotation = fc
  .tuple(
    fc.integer({ min: 3, max: 9999 }),
    fc.constantFrom(
      'De banken bij de vijver zijn op 3 mei geplaatst.',
      'Het college zal de raad na de zomer informeren. De motie is daarmee afgedaan.',
      'Dit wordt meegenomen in het op te stellen programma "Buiten zitten"; motie 93 vroeg hetzelfde.',
      'Wij sturen u uiterlijk 1 maart 2029 een voortgangsbrief',
    ),
  )
  .map(([n, words]) => `Voor ${n} “mensen” geldt: ${words}`)
const evidence = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('passage' as const),
      quotation,
      title: fc.constantFrom(
        'Afdoening motie 12 en motie 14',
        'Jaarverslag buitenruimte',
        'Stand van zaken ‘Groen’ en motie Zwemmen',
      ),
      dated: fc.option(day, { nil: null }),
      page: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('milestone' as const, 'action-report' as const),
      quotation: fc.oneof(
        quotation,
        fc.constantFrom(
          'De motie is afgedaan',
          'Programma naar de raad gestuurd',
          'Lessen: 12 scholen deden mee',
        ),
      ),
      on: day,
      action: fc.record({
        number: fc.constantFrom('1.1', '2.10'),
        title: fc.constantFrom('Banken in het park', 'Afdoening van motie 12', 'Wij zullen lessen geven'),
      }),
      programme: fc.constantFrom('Actieprogramma Veilig buiten 2024–2026', 'Programma ‘Groen’'),
      shown: fc.array(
        fc.oneof(
          fc.record({
            kind: fc.constant('document' as const),
            title: fc.constantFrom('Brief over motie 14', 'Jaarverslag buitenruimte'),
            dated: fc.option(day, { nil: null }),
          }),
          fc.record({
            kind: fc.constant('decision' as const),
            text: fc.constantFrom('De banken zijn af.', 'Wij beschouwen de motie hiermee als afgedaan.'),
            on: day,
          }),
        ),
        { maxLength: 2 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'unknown' as const }) },
)
const outcome = fc.constantFrom(
  'carried-out',
  'partly',
  'not',
  'absorbed',
  'transferred',
  'overtaken',
  'announced',
)
const commitment = fc.record({
  id: fc.integer({ min: 1, max: 99 }),
  text: quotation,
  state: fc.constantFrom('open' as const, 'open' as const, 'late' as const),
  due: fc.option(
    fc.record({ on: day, source: fc.constantFrom('extension' as const, 'text' as const, 'check' as const) }),
    { nil: null },
  ),
})
const standing = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('proposed' as const, 'decided' as const),
      outcome,
      on: day,
      explanation,
      fallen: fc.boolean(),
      reason: fc.option(fc.constant('De raad vindt de aankondiging voor nu genoeg.'), { nil: null }),
      evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
      commitments: fc.array(commitment, { maxLength: 2 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('running' as const),
      begun: fc.boolean(),
      report: fc.option(fc.record({ on: day, text: fc.constant('Het ontwerp ligt bij de buurt.') }), {
        nil: null,
      }),
      term: fc.option(day, { nil: null }),
    }),
  },
) as fc.Arbitrary<Standing>
const matter = fc.record({
  text: fc.oneof(
    word,
    fc.constant('(om)scholing'),
    fc.tuple(word, place).map(([w, p]) => `${w} bij ${p} in alle seizoenen en op elk uur van de dag`),
  ),
  standing,
})

const oneMotion = fc.record({
  number,
  title,
  registryNumber: fc.option(registry, { nil: null }),
  dated: day,
  outcome: fc.constantFrom('adopted' as const, 'adopted' as const, 'taken-over' as const),
  submitters: fc.array(fc.record({ name, party: fc.option(party, { nil: null }) }), { maxLength: 3 }),
  requests: fc.array(request, { minLength: 1, maxLength: 4 }),
  closingFormula: fc.boolean(),
  matters: fc.array(matter, { minLength: 1, maxLength: 4 }),
})

/** The same long line at the head of two pages is a running header to any reader: no two motions ask the very same. */
function withoutRepeats<M extends { requests: { text: string }[] }>(all: M[]): M[] {
  const seen = new Set<string>()
  return all.map((motion) => ({
    ...motion,
    requests: motion.requests.filter(({ text }, i) => {
      const fresh = !seen.has(text) || (i === 0 && text.length < 60)
      seen.add(text)
      return fresh
    }),
  }))
}

/** Motions that a reader can tell apart: no two with the same number or title. */
export const motions: fc.Arbitrary<LetterMotion[]> = fc
  .uniqueArray(oneMotion, {
    minLength: 1,
    maxLength: 3,
    comparator: (a, b) => a.title === b.title || a.number === b.number,
  })
  .map((all) =>
    withoutRepeats(all).map((motion, m) => ({
      ...motion,
      id: m + 1,
      closingFormula: motion.closingFormula && motion.requests.length > 0,
      requests: motion.requests.map((one) => ({
        ...one,
        addressee: one.kind === 'declare' || one.kind === 'decide' ? null : 'het college',
      })),
      matters: motion.matters.map((one, i): LetterMatter => ({ ...one, id: (m + 1) * 100 + i })),
    })),
  )

const orNot = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 3 })
/** The reference block, without the subject. */
export const fields: fc.Arbitrary<Omit<LetterFields, 'subject'>> = fc.record({
  date: day,
  reference: orNot(fc.constantFrom('GR/2026.12', 'Z-26-004417', '2026/MO/0031')),
  registryNumber: orNot(fc.oneof(registry, fc.constant('D-2026-00911'))),
  addressee: fc.constantFrom('de gemeenteraad', 'de raad van de gemeente Waterstad'),
  department: orNot(
    fc.constantFrom(
      'Team Wonen en Zorg',
      'Maatschappelijke Ontwikkeling',
      'Bureau Stedelijk Beheer, Groen en Openbare Ruimte van de gemeente',
    ),
  ),
  unit: orNot(fc.constantFrom('Afdeling Buitenruimte', 'Zorg en Volksgezondheid')),
  contactName: orNot(name),
  contactPhone: orNot(fc.constantFrom('14 0199', '0199 45 67 89')),
  contactEmail: orNot(fc.constantFrom('noor.vaandrig@waterstad.example', 'info@gr-oost.waterstad.example')),
  signatories: fc.tuple(orNot(name), orNot(name)).map(([a, b]) => [
    { role: 'secretaris', name: a },
    { role: 'burgemeester', name: b },
  ]),
})
