import { first } from './first-plan.ts'
import { joram, milan, saar } from './people.ts'
import { december, sayingOf, wordsOf, year } from './say.ts'
import type { ProgrammeStep } from './step.ts'

const { start, report, reach, move, finish, count, spent, meet } = sayingOf(first)
const letter = wordsOf('2024-02-06-brief-voortgang-veilig-en-vrij.txt')

/** The first year, and its account in the winter after it. */
export const lifeOf2023: readonly ProgrammeStep[] = [
  start('2023-01-17', milan, '2.1', '3.1', '4.1'),
  start('2023-02-07', milan, '1.1', '2.2', '4.2', '4.3'),
  start('2023-03-07', saar, '1.2', '1.5', '3.4'),
  report('2023-03-21', milan, '4.2', 'Het eerste overleg is gehouden, met vier partners aan tafel.'),
  start('2023-04-04', saar, '1.3', '3.2'),
  report(
    '2023-04-04',
    saar,
    '3.1',
    'Vier bedden staan klaar in De Luwte. In de eerste week zijn er drie gebruikt.',
  ),
  report('2023-05-16', saar, '1.1', 'Het lespakket is klaar en op twee scholen geprobeerd.'),
  meet(
    '2023-05-23',
    milan,
    'Stuurgroep voorjaar 2023',
    'Aanwezig: burgemeester, wethouder Zorg en Wonen, politie, De Luwte. Het meldpunt vraagt de meeste aandacht.',
    [
      { text: 'Het jaarplan voor controles is vastgesteld.', action: '2.1' },
      { text: 'De vier noodbedden in De Luwte zijn in gebruik.', action: '3.1' },
      {
        text: 'Het meldpunt krijgt een eigen telefoonnummer, los van de politie.',
        action: '4.1',
        dueOn: '2023-09-15',
        milestone: 'Eigen telefoonnummer',
      },
    ],
  ),
  reach('2023-05-24', milan, '2.1', 'Jaarplan voor controles vastgesteld', {
    decision: 'Het jaarplan voor controles is vastgesteld.',
  }),
  reach('2023-05-24', saar, '3.1', 'Vier noodbedden', {
    decision: 'De vier noodbedden in De Luwte zijn in gebruik.',
    when: '2023-03-31',
  }),
  start('2023-06-06', joram, '2.3', '2.6', '3.3'),
  report(
    '2023-06-20',
    joram,
    '2.2',
    'Verhuurders kunnen zich inschrijven. In de eerste week deden 41 verhuurders dat.',
  ),
  start('2023-09-05', saar, '1.4', '2.4', '4.5'),
  report(
    '2023-09-12',
    milan,
    '4.1',
    'Het nummer werkt. Het systeem voor de dossiers is nog niet veilig genoeg.',
  ),
  move('2023-09-19', milan, '4.1', 'Meldpunt open', {
    dueOn: '2024-02-01',
    reason: 'Het systeem kwam niet door de toets op veiligheid. De leverancier heeft vier maanden nodig.',
  }),
  report(
    '2023-10-10',
    joram,
    '1.2',
    'Alle hotels zijn nu een keer bezocht. Niet elk hotel wil de kaart ophangen.',
  ),
  meet(
    '2023-11-21',
    milan,
    'Stuurgroep najaar 2023',
    'De campagne viel duurder uit. De politie kon bij vier controles niet aanwezig zijn.',
    [
      { text: 'Het nieuwe telefoonnummer werkt sinds 12 september.', action: '4.1' },
      {
        text: 'Er komt een vaste dag in de maand voor gezamenlijke controles.',
        action: '2.1',
        dueOn: '2024-02-29',
        milestone: 'Vaste dag voor controles afgesproken',
      },
    ],
  ),
  reach('2023-11-22', milan, '4.1', 'Eigen telefoonnummer', {
    decision: 'Het nieuwe telefoonnummer werkt sinds 12 september.',
    when: '2023-09-12',
  }),
  move('2023-11-28', joram, '2.2', 'Nieuwe regels gelden', {
    dueOn: '2024-07-01',
    reason: 'De inspraak leverde veel reacties op. De regels zijn daarna aangepast.',
  }),
  {
    on: '2024-01-23',
    by: joram,
    programme: first,
    does: 'step',
    action: '2.6',
    move: 'stop',
    reason:
      "De toets op privacy viel negatief uit: camera's zouden ook gewone gasten volgen. Het geld blijft in het programma.",
  },
  spent('2024-01-30', joram, 2023, [
    ['1.1', 58_000, 54_500],
    ['1.2', 24_000, 23_100],
    ['1.3', 29_500, 27_800],
    ['1.4', 96_000, 96_000, 'De borden langs de ringweg waren duurder dan de drukker had opgegeven.'],
    ['1.5', 18_000, 18_000],
    ['2.1', 112_000, 104_000],
    ['2.2', 15_000, 12_400],
    ['2.4', 8_000, 3_500],
    ['2.6', 6_000, 6_000],
    ['3.1', 93_000, 91_500, 'Er was elke nacht een begeleider nodig in plaats van om de nacht.'],
    ['3.2', 60_000, 52_000],
    ['3.4', 24_000, 21_300],
    ['4.1', 70_000, 61_000],
    ['4.2', 28_000, 28_000],
    ['4.5', 11_000, 10_700],
  ]),
  ...(
    [
      ['1.1', 'Lespakket klaar', '2023-05-15', 'Het lespakket is sinds mei 2023 klaar.'],
      ['1.1', 'Vijf scholen doen mee', '2023-12-08', 'Vijf scholen gaven in 2023 samen 48 lessen.'],
      ['1.2', 'Alle hotels bezocht', '2023-10-09', 'Alle 34 hotels in de stad zijn in 2023 bezocht.'],
      ['1.3', 'Folder in vijf talen', '2023-09-26', 'De folder voor arbeidsmigranten is er in vijf talen.'],
      [
        '1.4',
        'Campagne in de hele stad',
        '2023-09-18',
        "De campagne 'Zie jij het ook?' hing in september en oktober in de hele stad",
      ],
      [
        '1.5',
        'Alle teams getraind',
        '2023-12-12',
        'Alle teams aan de balies van het stadhuis zijn getraind.',
      ],
      [
        '2.2',
        'Register van verhuurders open',
        '2023-06-19',
        'Eén nieuwe maatregel geldt: verhuurders van kamers staan in een register.',
      ],
      ['2.6', 'Toets op privacy af', '2023-12-12', 'omdat de toets op privacy negatief uitviel'],
      ['3.2', 'Begeleiders begonnen', '2023-06-12', 'De vaste begeleiders zijn in juni 2023 begonnen.'],
      ['3.4', 'Tolkenlijn dag en nacht open', '2023-06-30', 'De tolkenlijn is dag en nacht open.'],
      [
        '4.1',
        'Meldpunt open',
        '2024-02-01',
        'Het meldpunt is op 1 februari 2024 opengegaan, vier maanden later dan gepland.',
      ],
      ['4.2', 'Eerste overleg gehouden', '2023-03-20', 'Het wekelijks overleg loopt sinds maart 2023.'],
      ['4.5', 'Eerste kennisdag', '2023-11-09', 'De eerste kennisdag was op 9 november 2023.'],
    ] as const
  ).map(([action, milestone, when, text]) =>
    reach('2024-02-13', milan, action, milestone, { words: [letter(text)], when }),
  ),
  finish(
    '2024-02-13',
    saar,
    '1.5',
    'Alle teams zijn getraind. Nieuwe mensen krijgen de training als zij beginnen.',
    '2023-12-31',
  ),
  ...(
    [
      ['Lessen op school', year(2023), 48, 'Vijf scholen gaven in 2023 samen 48 lessen.'],
      [
        'Hotels met een herkenningskaart',
        december(2023),
        19,
        'In 19 hotels ligt de herkenningskaart bij de balie.',
      ],
      ['Controles', year(2023), 31, 'In 2023 waren er 31 controles.'],
      ['Maatregelen die gelden', year(2023), 2, 'Met de maatregel van 2022 erbij zijn dat er twee.'],
      ['Nachten met een vrij noodbed', year(2023), 82, 'In 82 procent van de nachten was een bed vrij.'],
      ['Kosten van een noodbed', year(2023), 19_500, 'Een noodbed kostte in 2023 gemiddeld 19.500 euro.'],
      [
        'Afspraken met partners',
        december(2023),
        4,
        'In 2023 zijn twee afspraken met partners ondertekend, waarmee het er vier zijn.',
      ],
    ] as const
  ).map(([indicator, period, value, text]) =>
    count('2024-02-13', joram, indicator, period, value, letter(text)),
  ),
]
