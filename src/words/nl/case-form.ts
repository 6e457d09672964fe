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
    'already-there': plain('Deze collega werkt al met haar.'),
    'before-review': plain('De volgende keer kan niet vóór de laatste keer zijn.'),
  },
}
