import type { ErrorCode } from '../../errors.ts'

/** One sentence for each code that a person may meet: what happened, and where it helps what to do. */
export const errorWords: Record<ErrorCode, string> = {
  'file-not-found': 'Dit bestand bestaat niet.',
  'not-a-file': 'Dit is geen bestand.',
  'file-unreadable': 'Dit bestand kan niet worden geopend. Misschien mag dat niet, of is het nog in gebruik.',
  'file-empty': 'Dit bestand is leeg.',
  'file-too-large': 'Dit bestand is te groot. De grens is 25 MB.',
  'file-type-unsupported':
    'Dit soort bestand kan Schakel niet lezen. Kies een PDF, DOCX, HTML of tekstbestand.',
  'file-type-mismatch':
    'De naam van dit bestand past niet bij de inhoud. Sla het opnieuw op en probeer het nog eens.',
  'pdf-encrypted':
    'Deze PDF is beveiligd met een wachtwoord. Haal de beveiliging eraf en probeer het nog eens.',
  'pdf-damaged': 'Deze PDF is beschadigd. Sla het document opnieuw op als PDF.',
  'pdf-too-many-pages': 'Deze PDF heeft te veel bladzijden. De grens is 300.',
  'pdf-needs-ocr': 'Deze PDF is een scan zonder tekst. Laat er eerst tekstherkenning (OCR) over gaan.',
  'docx-damaged': 'Dit Word-bestand is beschadigd. Sla het opnieuw op als DOCX.',
  'docx-encrypted': 'Dit Word-bestand is beveiligd met een wachtwoord. Haal de beveiliging eraf.',
  'zip-too-large': 'Dit bestand wordt uitgepakt te groot. Het is niet geopend.',
  'text-not-decodable': 'De tekens in dit bestand zijn niet te lezen. Sla het op als UTF-8.',
  'text-too-long':
    'Dit stuk heeft meer dan 60.000 regels. Zo lang is een raadsstuk niet; deel het in stukken.',
  'open-timed-out': 'Het lezen van dit bestand duurde te lang. Het is gestopt.',
  'open-out-of-memory': 'Dit bestand vraagt te veel geheugen. Het lezen is gestopt.',
  'open-failed': 'Het lezen van dit bestand is mislukt.',
  'not-found': 'Deze pagina bestaat niet, of niet meer.',
  denied: 'Deze pagina is niet voor jouw rol.',
  'not-assigned': 'Dit is niet aan jou toegewezen. Je mag het lezen; de griffie kan het aan je toewijzen.',
  'sign-in-needed': 'Meld je eerst aan.',
  'form-invalid': 'Niet alles is goed ingevuld. Kijk bij de velden hieronder.',
  'upload-no-file': 'Er is geen bestand gekozen.',
  'upload-too-large': 'Wat je stuurt is te groot.',
  'changed-by-other': 'Iemand anders heeft dit intussen aangepast. Open de pagina opnieuw.',
  'followed-already':
    'Er is al aan de verzoeken van deze motie gewerkt. Daarom kan zij nu niet meer als “niet aangenomen” worden vastgelegd.',
  'csv-empty': 'In dit bestand staan geen rijen onder de kopjes.',
  'csv-damaged': 'Dit bestand is niet te lezen als lijst. Vaak is een aanhalingsteken niet gesloten.',
  'csv-too-long': 'Deze lijst is te lang. Hooguit 20.000 rijen en 100 kolommen: deel haar in stukken.',
  'letter-withdrawn': 'Deze brief is al ingetrokken.',
  'merged-already':
    'Deze motie is al samengevoegd met een andere. Alles staat nu bij de motie die blijft. Zoek die op in het register.',
  'course-set-aside':
    'Dit verloop geldt niet meer sinds twee moties zijn samengevoegd. Ga verder bij de motie die blijft.',
  'in-the-way': 'Dit kan niet meer ongedaan gemaakt worden. Op de pagina staat wat in de weg zit.',
  'merge-itself': 'Dit is dezelfde motie. Kies een andere.',
  'merge-kinds': 'Een motie en een amendement kunnen niet worden samengevoegd.',
  'letter-under-way':
    'Over de motie die opgaat in de andere wordt een brief geschreven. Maak die brief eerst af en leg hem vast, of stop ermee.',
  'moved-since': 'Daarna is er verder gewerkt. Zet de latere stappen eerst zelf terug.',
  'import-begun': 'Deze invoer is al begonnen. De keuzes staan nu vast.',
  'already-registered': 'Dit stuk is al vastgelegd.',
  'not-readable-yet': 'Dit stuk is nog niet gelezen.',
  'pdf-not-here':
    'Op deze computer kan Schakel geen PDF maken. Het Word-bestand (DOCX) kun je wel ophalen en zelf opslaan als PDF.',
  'sign-unprintable':
    'In de tekst staat een teken dat niet in een PDF past, zoals een emoji. Haal het weg en probeer het nog eens.',
  'letter-sent': 'Deze brief is verstuurd. Daaraan verandert niets meer.',
  'report-sent': 'Dit verslag is verstuurd. Daaraan verandert niets meer.',
  'report-needs-adoption': 'Over een programma dat nog niet is vastgesteld, is er niets te verantwoorden.',
  'programme-closed': 'Dit programma loopt niet meer. Er is niets meer in te veranderen.',
  'programme-not-ready': 'Het programma kan zo nog niet worden vastgesteld.',
  'pillar-not-empty': 'In deze pijler staan nog acties. Zet die eerst in een andere pijler.',
  'milestones-open': 'Er zijn nog mijlpalen open. Zeg eerst wat daarmee gebeurt.',
  'dependency-circle': 'Dan wachten deze acties op elkaar in een kring.',
  'action-adopted': 'Deze actie is vastgesteld. Je kunt haar stoppen, met een reden, maar niet weghalen.',
  'action-needed': 'Andere acties wachten op deze actie. Haal dat eerst weg.',
  'nothing-changed': 'Er is niets veranderd sinds de laatste vastgestelde versie.',
  'successor-begun': 'Er is al een opvolger van dit programma.',
  'in-use': 'Dit wordt nog gebruikt in een programma. Maak het daar eerst los.',
  'meeting-closed': 'Deze vergadering is afgesloten. Open haar eerst weer.',
  'evidence-in-use': 'Hier rust iets op dat is bereikt of gemeld. Zet dat eerst terug.',
  'list-closed': 'Deze lijst is gesloten. Wat niet behandeld is, kan op een volgende lijst.',
  'move-not-possible': 'Deze stap kan nu niet. Open de pagina opnieuw om te zien hoe het ervoor staat.',
  'own-proposal': 'Wie het voorstel deed, legt het besluit niet vast. Vraag een collega.',
  'not-deciding-body': 'Dit besluit is aan een ander orgaan. Jouw rol kan het niet vastleggen.',
  'no-deciding-body':
    'Nog niet is vastgelegd wie hierover besluit. Dat staat bij de instellingen van de gemeente.',
  'objection-window-open': 'Indieners kunnen nog bezwaar maken. Besluiten kan na die termijn.',
  'objection-window-closed': 'De termijn om bezwaar te maken is voorbij.',
  'nobody-may-object': 'Tegen dit voorstel kan niemand bezwaar maken.',
  'evidence-missing': 'Er is geen bewijs gekozen dat deze uitkomst draagt.',
  'evidence-unknown':
    'Een afdoening heeft bewijs nodig. Onbekend bewijs kan alleen bij afdoeningen uit een oud register.',
  'evidence-fallen':
    'Waar dit voorstel op rust, is intussen teruggenomen. Trek het voorstel in of wijs het af, en stel opnieuw voor.',
  'commitment-not-running':
    'Geen van de toezeggingen waar dit op rust loopt nog. Kies een andere uitkomst of een toezegging die loopt.',
  'decision-stands': 'Een besluit kun je niet ongedaan maken. Je kunt de zaak wel heropenen.',
  'made-by-calendar': 'Deze stap volgde vanzelf uit de datum en kan niet ongedaan worden gemaakt.',
  'file-destroyed': 'Dit bestand is al vernietigd.',
  'nothing-to-undo': 'Er is geen stap om ongedaan te maken.',
  'passkey-refused': 'Deze toegangssleutel is niet aangenomen. Begin opnieuw met je uitnodiging.',
  'cross-site-refused': 'Dit verzoek kwam niet van deze website en is daarom niet uitgevoerd.',
  unexpected: 'Er ging bij ons iets mis. Probeer het later nog eens.',
}
