type Detail = Readonly<Record<string, string | number>>
const plain = (sentence: string) => (_: Detail) => sentence

/** What is wrong with a field of a form of the confidential side. */
export const caseForm = {
  fields: {
    needed: plain('Vul dit in.'),
    unknown: plain('Kies iets uit de lijst.'),
    'date-invalid': plain('Schrijf een datum, zoals 2 september 2026 of 2-9-2026.'),
    'time-invalid': plain('Schrijf een tijd, zoals 14.00.'),
    'no-such-number': plain('Er is hier geen traject met dit nummer.'),
    'two-needed': plain('Vul ten minste twee gegevens in. Met één gegeven zoeken kan niet.'),
    'too-often': plain('Je hebt vaak gezocht. Probeer het later opnieuw.'),
    'reason-short': ({ least }: Detail) => `Schrijf op waarom dit nodig is, in ten minste ${least} tekens.`,
    'review-needed': plain('Bekijk eerst vandaag of zij veilig is.'),
    'shares-run': ({ count }: Detail) =>
      `Er wordt nog iets gedeeld met ${count} ${count === 1 ? 'partner' : 'partners'}. Stop dat eerst.`,
    'consent-needed': plain('Zonder haar ja kan dit niet.'),
    'in-past': plain('Deze dag is voorbij.'),
    'year-at-most': plain('Dit kan hooguit een jaar.'),
    'something-needed': plain('Vul ten minste één ding in.'),
    'never-word': ({ word }: Detail) => `Dit mag deze organisatie niet weten: “${word}”.`,
    'address-in-text': ({ word }: Detail) => `Hier lijkt een adres te staan: “${word}”. Haal dat weg.`,
    'not-for-them': plain('Dit mag deze organisatie niet krijgen.'),
    'number-for-words': plain('Haar woorden kunnen alleen bewaard worden met een nummer.'),
    'no-term-then': plain('Voor deze dag is geen termijn bekend.'),
    'told-too-late': plain('Zij moet het horen binnen de eerste termijn.'),
    'identity-first': plain('Zie eerst wie zij is.'),
    'identity-known': plain('Het is bekend wie zij is.'),
    'ground-of-other': plain('Deze grond hoort bij een ander besluit.'),
    sure: plain('Zet hier een vinkje als je het zeker weet.'),
    'already-there': plain('Deze collega werkt al met haar.'),
    'before-review': plain('De volgende keer kan niet vóór de laatste keer zijn.'),
    'in-future': plain('Deze dag moet nog komen.'),
    'before-start': plain('Deze dag ligt vóór het begin.'),
    'not-yet': plain('De afspraak moet nog komen.'),
    'file-type': plain('Dit is geen PDF, Word-bestand, JPEG of PNG.'),
    'file-too-large': plain('Een bestand is groter dan 10 MB.'),
    'file-unclean': plain(
      'Uit dit bestand kunnen we plaats en maker niet weghalen. Sla het op als PDF zonder wachtwoord of bijlagen, of maak een foto.',
    ),
    'too-many-files': plain('Hooguit vijf bestanden tegelijk.'),
  },
  theirs: (text: string) => `Een collega schreef: ${text || 'niets'}`,
}
