/** What `schakel staff` says. */
export const cliStaffWords = {
  usage: `Gebruik: schakel staff add --name NAAM --municipality GEMEENTE [--town PLAATSNAAM]

Voegt een beheerder toe aan de begeleiding. Maak er twee: rollen gelden pas als een tweede beheerder ze goedkeurt.
GEMEENTE is een korte naam in kleine letters, zoals waterstad.`,
  added: (name: string) =>
    `${name} is toegevoegd als beheerder. De code van de uitnodiging staat hier één keer:`,
  next: 'Vul de code in op /uitnodiging, binnen zeven dagen. Geef hem zelf aan deze persoon.',
}
