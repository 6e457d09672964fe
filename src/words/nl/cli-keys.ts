/** Sleutels en kopieën op de opdrachtregel. */
export const cliKeyWords = {
  usage: `Sleutels en kopieën van de vertrouwelijke kant. Voor wie de installatie beheert.

  schakel keys status                              welke sleutel hoeveel gegevenssleutels inpakt
  schakel keys make --file BESTAND                 zet een nieuwe sleutel vooraan in een bestand
  schakel keys rotate                              pakt alle gegevenssleutels in met de nieuwste sleutel
  schakel keys escrow [--people 3] [--needed 2] [--file BESTAND] [--out MAP]
                                                   verdeelt de nieuwste sleutel over mensen
  schakel keys recover --file BESTAND              maakt de sleutel weer uit genoeg delen
  schakel backup --to MAP --keys-to MAP            kopie van de database, en apart van de sleutels
  schakel restore [--from BESTAND] [--keys-from BESTAND]

De sleutel zelf staat in SCHAKEL_KEK_FILE, SCHAKEL_KEK of bij SCHAKEL_KEK_COMMAND, nooit in SCHAKEL_DATA.
Zie docs/decisions/0009-keys.md.`,
  wrongUsage: 'Deze opdracht klopt niet.',
  noKek: 'Er is geen sleutel ingesteld. Zet SCHAKEL_KEK_FILE, SCHAKEL_KEK of SCHAKEL_KEK_COMMAND.',
  noKeyStore: 'Er is hier nog geen sleutelbewaarplaats. Start Schakel eerst een keer.',
  noFile: (file: string) => `Het bestand ${file} is er niet.`,
  needsFile: 'Noem met --file het bestand waar de sleutel in staat of komt.',
  fileThere: (file: string) => `Het bestand ${file} is er al. Noem een nieuw bestand.`,
  count: (id: string, count: number, current: boolean) =>
    `${id}  ${count} gegevenssleutels${current ? '  (nieuwste)' : count === 0 ? '  (mag weg)' : ''}`,
  made: (file: string, id: string) =>
    `Sleutel ${id} staat vooraan in ${file}. Draai daarna: schakel keys rotate. Verdeel hem over mensen: schakel keys escrow.`,
  rotating: (done: number) => `${done} ingepakt …`,
  rotated: (done: number) => `${done} gegevenssleutels zijn nu ingepakt met de nieuwste sleutel.`,
  stillOld: (id: string, count: number) => `Let op: ${id} pakt er nog ${count} in. Bewaar die sleutel.`,
  unknownKek: (id: string) => `De sleutel ${id} is hier niet. Zet hem terug; er is niets verloren.`,
  fromCommand: 'Een sleutel bij een dienst laat zich hier niet verdelen. Noem met --file een bestand.',
  badPeople: 'Verdeel over 2 tot 20 mensen, van wie er minstens 2 nodig zijn.',
  share: (number: number, people: number, needed: number) =>
    `Deel ${number} van ${people}. Er zijn er ${needed} nodig. Schrijf het over en bewaar het op een eigen plaats.`,
  next: 'Alleen wie dit deel krijgt kijkt mee. Druk op Enter; dan verdwijnt het.',
  needsTerminal: 'Zonder scherm: noem met --out een map, waarin voor ieder een bestand komt.',
  shareWritten: (file: string) => `Geschreven: ${file}. Geef het aan één persoon en wis het hier.`,
  askShare: (number: number, needed: number) =>
    `Deel ${number} van de ${needed} die nodig zijn (u ziet niet wat u typt): `,
  problem: {
    unreadable: 'Dit is geen deel van een sleutel.',
    mistyped: 'Hier zit een typefout in. Probeer het nog eens.',
    'other-key': 'Dit deel hoort bij een andere sleutel.',
    twice: 'Dit deel is al gegeven. Er zijn delen van verschillende mensen nodig.',
    'too-few': 'Er zijn te weinig delen gegeven.',
    wrong: 'Deze delen geven samen geen sleutel.',
  },
  recovered: (id: string, file: string) => `Sleutel ${id} staat in ${file}. Noem het in SCHAKEL_KEK_FILE.`,
  needsFolders: 'Noem twee mappen: --to en --keys-to.',
  needsCopy: 'Noem de kopie met --from, --keys-from of beide.',
  backedUp: (main: string, keys: string) => `Gemaakt: ${main}\nGemaakt: ${keys}`,
  removed: (count: number) => `Weggehaald: ${count} kopieën van sleutels van meer dan 14 dagen oud.`,
  running: 'Schakel draait. Stop het eerst.',
  refused: {
    'same-folder': 'De sleutels moeten in een andere map dan de database, en niet de ene in de andere.',
    'in-data': 'De kopie van de sleutels mag niet in SCHAKEL_DATA.',
    'too-old': 'Deze kopie van de sleutels is ouder dan 14 dagen en wordt niet teruggezet.',
  },
  restored: (keys: number, cases: number) =>
    `Teruggezet. Opnieuw gewist: ${keys} gegevenssleutels en ${cases} trajecten.`,
}
