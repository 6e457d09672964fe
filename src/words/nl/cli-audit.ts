/** Het logboek van de vertrouwelijke kant op de opdrachtregel. */
export const cliAuditWords = {
  usage: `Het logboek van de vertrouwelijke kant. Voor wie de installatie beheert of controleert.

  schakel audit verify [--checkpoints MAP] [--key BESTAND] [--json]

Leest alle regels, rekent elke keten opnieuw uit en vergelijkt met de controlepunten buiten de database.

  --checkpoints MAP  de map met controlepunten; anders SCHAKEL_CHECKPOINTS, of naast de gegevens
  --key BESTAND      de openbare sleutel die u vertrouwt (PEM); anders die in de map liggen
  --json             één JSON-object
  --lang nl|en       taal van het verslag

Afloop: 0 alles klopt, 1 er klopt iets niet, 2 verkeerd gebruik, of niet te controleren.`,
  wrongUsage: 'Deze opdracht klopt niet.',
  noCheckpoints: (folder: string) =>
    `In ${folder} staan geen controlepunten. Zonder die is niets te vergelijken.`,
  reading: (lines: number) => `${lines} regels gelezen …`,
  clean: (lines: number, streams: number) => `Het logboek klopt: ${lines} regels in ${streams} ketens.`,
  sealed: (lines: number, number: number, at: string) =>
    `${lines} regels staan onder het laatste controlepunt, nummer ${number} van ${at}. Wat jonger is, is alleen op zijn keten gecontroleerd.`,
  last: (hash: string) => `Kenmerk van dat controlepunt: ${hash}`,
  ownKeys: 'De sleutel kwam uit de map zelf. Bewaar hem ook elders en noem hem met --key.',
  wrong: (count: number) => (count === 1 ? 'Er klopt één ding niet:' : `Er kloppen ${count} dingen niet:`),
  line: {
    changed: 'de regel is veranderd',
    missing: 'de regel is weg',
    inserted: 'de regel is ertussen gezet',
    moved: 'de regel staat op een andere plaats',
    backdated: 'de regel is later gemaakt dan erin staat',
    hash: 'de keten klopt hier niet',
    column: 'een kolom zegt iets anders dan de regel',
    'not-continued': 'hier sloot de keten niet aan op wat verzegeld was',
  },
  streamMissing: 'de hele keten is weg',
  checkpoint: {
    unreadable: 'is niet te lezen',
    missing: 'ontbreekt in de map',
    replayed: 'is een ouder controlepunt op een nieuwe plaats',
    signature: 'heeft een verkeerde handtekening',
    'key-unknown': 'is getekend met een sleutel die niet vertrouwd is',
    chain: 'sluit niet aan op het vorige',
    root: 'heeft een wortel die niet uit de ketens volgt',
    'database-differs': 'is in de database anders',
    'database-missing': 'ontbreekt in de database',
    'database-only': 'staat alleen in de database',
  },
  guard: (detail: string) => `Een beveiliging van de tabellen staat uit: ${detail}`,
  lineAt: (stream: string, seq: number, until: number | undefined) =>
    until === undefined ? `${stream}, regel ${seq}` : `${stream}, regels ${seq} tot en met ${until}`,
  checkpointAt: (number: number) => `Controlepunt ${number}`,
}
