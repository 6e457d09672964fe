/** The command line. Dutch is written first: its shape is the law for the others. */
export const cliWords = {
  usage: `Schakel: wat de raad vraagt, gevolgd tot de afdoening

Gebruik:
  schakel read [BESTAND…] [--files-from LIJST] [--json] [--with-text] [--jobs N]
  schakel logins site|casework

Leest moties en brieven (PDF, DOCX, HTML, tekst) en toont wat erin staat.

  --files-from LIJST  lees de namen uit een bestand, één per regel; "-" is de standaardinvoer
  --json              één JSON-object per bestand en regel, in de volgorde van de namen
  --with-text         met --json: ook de tekst van elke bladzijde, als "text"
  --jobs N            zoveel bestanden tegelijk openen (1 tot en met 64)
  --lang nl|en        taal van het overzicht
  --help              deze uitleg
  --                  alles hierna is een bestandsnaam

Met "logins" komen de inloggegevens van één deel, voor SCHAKEL_LOGINS op een andere machine; draai het waar DATABASE_URL staat, met
umask 077 en naar een bestand.

Afloop: 0 alles gelezen, 1 een deel niet, 2 verkeerd gebruik.`,
  noCommand: 'Geef een opdracht.',
  unknownCommand: (command: string) => `Onbekende opdracht: ${command}`,
  unknownOption: (option: string) => `Onbekende optie: ${option}`,
  needsValue: (option: string) => `Na ${option} hoort een waarde.`,
  noValue: (option: string) => `Na ${option} hoort geen waarde.`,
  badJobs: 'Na --jobs hoort een getal van 1 tot en met 64.',
  badLanguage: 'Na --lang hoort nl of en.',
  textNeedsJson: '--with-text hoort bij --json.',
  badPart: 'Noem bij logins één deel: site of casework.',
  noFiles: 'Geef een of meer bestanden, of --files-from.',
  listUnreadable: (name: string) => `De lijst met namen is niet te lezen: ${name}`,
  unreadable: 'niet gelezen',
  motion: 'Motie',
  by: 'ingediend door',
  clauses: (count: number) => (count === 1 ? '1 overweging' : `${count} overwegingen`),
  requests: (count: number) => (count === 1 ? '1 verzoek' : `${count} verzoeken`),
  deadline: 'termijn',
  between: (from: string, to: string) => `tussen ${from} en ${to}`,
  from: (date: string) => `niet voor ${date}`,
  until: (date: string) => `uiterlijk ${date}`,
  commitment: 'Toezegging',
  settlement: 'Afdoening',
  attention: 'Let op',
  summary: (read: number, failed: number) =>
    failed === 0 ? `${read} gelezen` : `${read} gelezen, ${failed} niet gelezen`,
}
