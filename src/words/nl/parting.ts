import type { PartingBlockCode } from '../../council/merge/parting-blocks.ts'

type Of<K extends string> = Record<K, string>

/** Taking back that two motions were merged. */
export const partingWords = {
  title: 'Samenvoegen ongedaan maken',
  lead: 'Was het toch niet dezelfde motie? Dan staan ze daarna weer los van elkaar.',
  /** Beside the motion at the desk. */
  mergedTitle: 'Samengevoegd',
  mergedWith: (title: string, date: string) => `Met “${title}”, op ${date}.`,
  undo: 'Maak ongedaan',
  undoLong: (title: string) => `Maak ongedaan: samengevoegd met “${title}”`,
  stays: 'Deze bleef',
  comesBack: 'Deze komt terug',
  mergedBy: (date: string, name: string) => `Samengevoegd op ${date}, door ${name}.`,
  after: 'Wat gebeurt er?',
  effects: [
    'De andere motie staat weer in het register, op haar eigen adres, met haar eigen stukken, indieners, verzoeken, verloop en volgers.',
    'Deze motie is weer zoals zij was: ook titel, nummer, datum en uitslag.',
    'Wat na het samenvoegen is gebeurd, blijft bij het verzoek waar het over gaat.',
    'Op de openbare pagina van allebei staat dat ze waren samengevoegd, dat ze weer los zijn, en waarom.',
    'E-mail die volgers al kregen, is verstuurd. Die haal je niet terug.',
  ],
  since: (n: number) =>
    n === 1
      ? 'Na het samenvoegen is bij deze motie één stuk vastgelegd. Dat blijft hier staan. Kijk daarna na of dat klopt.'
      : `Na het samenvoegen zijn bij deze motie ${n} stukken vastgelegd. Die blijven hier staan. Kijk daarna na of dat klopt.`,
  reason: 'Waarom?',
  reasonHint: 'Dit staat straks op de openbare pagina van allebei.',
  reasonNeeded: 'Schrijf waarom ze weer los moeten.',
  button: 'Maak los',
  cancel: 'Terug',
  errorTitle: 'Dit moet nog anders',
  changedTitle: 'Iemand anders veranderde de motie intussen',
  changed: 'Er is niets losgemaakt. Wat je schreef, staat er nog. Kijk het na en probeer het opnieuw.',
  blockedTitle: 'Dit kan nu niet',
  blockedLead: 'Na het samenvoegen is er iets gebeurd dat over allebei gaat. Dat zit in de weg:',
  block: {
    'no-copy':
      'Deze moties zijn samengevoegd voordat Schakel bijhield wat er veranderde. Dat is niet terug te halen.',
    'merged-on': 'De motie die bleef, is daarna zelf weer samengevoegd. Maak eerst dat ongedaan:',
    'later-merge': 'Daarna is er nog een motie bij gekomen. Maak eerst dat ongedaan:',
    decided:
      'Er is besloten over een verzoek dat nu voor allebei staat. Een besluit blijft. Daarom kunnen de moties niet meer los:',
    proposed: 'Er ligt een voorstel over een verzoek dat nu voor allebei staat. Trek dat voorstel eerst in:',
    begun:
      'Dit wordt pas gevolgd sinds het samenvoegen, en er is aan gewerkt. Maak die stappen eerst ongedaan. Is er een voorstel gedaan, dan kan het niet meer:',
    corrected:
      'Wat bij het samenvoegen veranderde, is daarna verbeterd. Zet dit eerst terug zoals het na het samenvoegen was:',
    objected:
      'Een indiener die alleen bij de andere motie hoort, maakte bezwaar. Dat bezwaar zou dan van niemand meer zijn. Daarom kunnen de moties niet meer los.',
    'letter-under-way':
      'Over deze motie wordt een brief geschreven. Maak die brief eerst af en leg hem vast, of stop ermee:',
    changed:
      'Wat bij het samenvoegen is toegevoegd, is daarna gebruikt of veranderd. Daarom kunnen de moties niet meer los zonder iets kwijt te raken.',
  } as Of<PartingBlockCode>,
  field: {
    title: 'Titel',
    number: 'Nummer',
    date: 'Datum van de stemming',
    outcome: 'Uitslag',
    submitters: 'Indieners',
  } as Record<string, string>,
  letter: (id: number) => `Brief ${id}`,
  done: 'De moties staan weer los van elkaar.',
  doneOther: 'Naar de andere motie',
  /** In the course on the public pages, each after its day. */
  merged: (stayed: boolean): string =>
    stayed ? 'Samengevoegd met een andere motie' : 'Samengevoegd met een andere motie, die toen bleef',
  happened: 'Het samenvoegen is ongedaan gemaakt: het zijn twee moties',
  because: 'De reden:',
  /** A course that was set aside. */
  asideTitle: 'Een ander verloop, dat niet meer geldt',
  asideRead: 'Lees het op de openbare pagina',
  asideWhy: (date: string) =>
    `Deze motie was twee keer vastgelegd, en aan allebei is gewerkt. Sinds ze op ${date} zijn samengevoegd, geldt dit verloop niet meer. Het blijft hier te lezen.`,
}
