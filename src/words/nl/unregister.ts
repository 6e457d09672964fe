import type { RegistrationBlock } from '../../council/unregister/registration-blocks.ts'

type Of<K extends string> = Record<K, string>

/** Taking back that a document was registered. */
export const unregisterWords = {
  title: 'Vastleggen ongedaan maken',
  lead: 'Is dit stuk per ongeluk vastgelegd, of bij de verkeerde motie? Haal het terug. Daarna kun je het opnieuw nakijken.',
  link: 'Maak het vastleggen ongedaan',
  after: 'Wat gebeurt er?',
  motions: 'Uit het register gaat:',
  commitments: 'En wat daarin is toegezegd:',
  completed: (n: number) =>
    n === 1
      ? 'Wat dit stuk invulde bij een motie die er al was, is daar weer leeg.'
      : `Wat dit stuk invulde bij ${n} moties die er al waren, is daar weer leeg.`,
  effects: [
    'Het stuk ligt weer bij de post, met alles wat je had ingevuld.',
    'De openbare pagina’s van dit stuk werken niet meer. Wie het adres bewaarde, vindt niets.',
    'Wie zo’n motie volgde, volgt haar niet meer. E-mail die al is verstuurd, haal je niet terug.',
  ],
  reason: 'Waarom?',
  reasonHint: 'Dit blijft bewaard bij het stuk. Het wordt niet openbaar.',
  reasonNeeded: 'Schrijf waarom het vastleggen ongedaan moet.',
  button: 'Haal terug',
  cancel: 'Terug',
  errorTitle: 'Dit moet nog anders',
  blockedTitle: 'Dit kan nu niet',
  blockedLead: 'Er is al verder gewerkt met dit stuk:',
  block: {
    'no-copy':
      'Het is vastgelegd voordat Schakel bijhield wat er dan verandert. Verbeter de motie, of trek de brief in.',
    step: 'Er is gewerkt aan een verzoek of toezegging. Maak die stappen eerst ongedaan. Is er een voorstel of besluit geweest, dan blijft het staan.',
    corrected:
      'Wat er staat, is daarna verbeterd. Zo’n verbetering blijft bewaard. Verbeter de motie verder zelf.',
    document: 'Een ander stuk gaat over dezelfde motie of toezegging. Haal eerst dat stuk terug.',
    evidence: 'Woorden uit dit stuk zijn gekozen als bewijs of bij een bericht.',
    letter: 'Over deze motie is een brief geschreven.',
    merged:
      'Deze motie is samengevoegd met een andere. Maak dat eerst ongedaan. Is dat al gebeurd, dan blijft de motie staan.',
    withdrawn: 'Deze brief is ingetrokken, of dat is geweest. Daarvan blijft de geschiedenis bewaard.',
    changed: 'Er rust iets anders op dit stuk, zoals een actie uit het programma. Maak dat eerst los.',
  } as Of<RegistrationBlock>,
  /** Of a list that was imported. */
  list: {
    title: 'Invoer ongedaan maken',
    lead: 'Was het de verkeerde lijst, of stonden de kolommen verkeerd? Draai terug wat de lijst in het register deed.',
    goes: (n: number) =>
      n === 1 ? 'Eén motie gaat uit het register.' : `${n} moties gaan uit het register.`,
    pagesGone: 'Hun openbare pagina’s werken niet meer. Wie zo’n motie volgde, volgt haar niet meer.',
    restores: (n: number) =>
      n === 1
        ? 'Eén gegeven van een motie die er al was, wordt weer zoals het was. Dat komt er als verbetering bij te staan.'
        : `${n} gegevens van moties die er al waren, worden weer zoals ze waren. Dat komt er als verbetering bij te staan.`,
    changed:
      'Bij moties die er al waren, blijft staan wat daarna nog is verbeterd. Ook stappen en indieners die de lijst toevoegde, blijven.',
    kept: 'De lijst zelf blijft bewaard. Je kunt haar daarna opnieuw invoeren.',
    stays: (n: number) => (n === 1 ? 'Eén motie blijft' : `${n} moties blijven`),
    staysWhy:
      'Daar is na de invoer mee gewerkt: er is een stap gezet, iets verbeterd, of er hoort een stuk bij.',
    andMore: (n: number) => `en nog ${n}`,
    nothing: 'Er is niets meer om terug te halen.',
    reasonNeeded: 'Schrijf waarom de invoer ongedaan moet.',
    button: 'Haal terug',
    done: (n: number) =>
      n === 1 ? 'Eén motie is uit het register gehaald.' : `${n} moties zijn uit het register gehaald.`,
    restored: (n: number) => (n === 1 ? 'Eén gegeven is teruggezet.' : `${n} gegevens zijn teruggezet.`),
  },
  done: 'Het vastleggen is ongedaan gemaakt. Het stuk ligt weer hier.',
}
