import { amendment } from './amendment.ts'
import { first } from './first-plan.ts'
import { joram, milan, saar } from './people.ts'
import { december, half, sayingOf, wordsOf, year } from './say.ts'
import type { ProgrammeStep } from './step.ts'

const { start, report, reach, move, finish, count, spent, meet } = sayingOf(first)
const letter = wordsOf('2025-02-11-brief-voortgang-veilig-en-vrij.txt')

/** The second year, with the amendment at its end, and its account in the winter after it. */
export const lifeOf2024: readonly ProgrammeStep[] = [
  start('2024-01-09', milan, '2.5', '4.4'),
  start('2024-02-20', joram, '4.6'),
  report(
    '2024-02-27',
    milan,
    '4.1',
    'Het meldpunt is open. In de eerste maand belden ook inwoners die iets zagen bij de buren.',
  ),
  {
    on: '2024-03-12',
    by: joram,
    programme: first,
    does: 'drop',
    action: '2.3',
    milestone: 'Openbare lijst van salons op de website',
    reason: 'Een openbare lijst trekt juist klanten die wij niet willen. De lijst blijft bij toezicht.',
  },
  report('2024-03-19', joram, '1.3', 'Het spreekuur in de haven wacht op een ruimte. De vakbond zoekt mee.'),
  report('2024-04-23', milan, '4.3', 'De afspraak is getekend. De jurist van de GGD had eerst bezwaar.'),
  report(
    '2024-05-21',
    joram,
    '1.3',
    'Het spreekuur is begonnen: elke dinsdagavond in de kantine aan de Loswal.',
  ),
  meet(
    '2024-05-28',
    milan,
    'Stuurgroep voorjaar 2024',
    'De opvang loopt vol. De verbouwing van de tweede verdieping is niet voor de zomer klaar.',
    [
      {
        text: 'De tweede ronde van de campagne is gehouden, met korte filmpjes in drie talen.',
        action: '1.4',
      },
      { text: 'De maandelijkse dag voor controles is de tweede donderdag.', action: '2.1' },
      {
        text: 'Is de opvang vol, dan zoekt het meldpunt binnen een uur een plek in de regio.',
        action: '3.1',
        dueOn: '2024-10-01',
        milestone: 'Werkwijze bij een volle opvang',
      },
    ],
  ),
  move('2024-05-29', saar, '3.1', 'Acht noodbedden', {
    dueOn: '2025-01-31',
    reason: 'De verbouwing van De Luwte duurt langer. In het plafond zat asbest.',
  }),
  reach('2024-05-29', saar, '1.4', 'Tweede ronde in de zomer', {
    decision: 'De tweede ronde van de campagne is gehouden, met korte filmpjes in drie talen.',
    when: '2024-05-20',
  }),
  reach('2024-05-29', milan, '2.1', 'Vaste dag voor controles afgesproken', {
    decision: 'De maandelijkse dag voor controles is de tweede donderdag.',
    when: '2024-03-14',
  }),
  {
    on: '2024-06-18',
    by: saar,
    programme: first,
    does: 'risk',
    action: '3.1',
    risk: 'De opvang is vol.',
    state: 'happened',
    measure:
      'Drie nachten is uitgeweken naar Duinrode. Er is een vaste afspraak met een hotel voor de nacht.',
  },
  report(
    '2024-06-18',
    saar,
    '3.1',
    'De opvang was drie nachten vol. Voor iedereen is dezelfde nacht een plek gevonden in de regio.',
  ),
  finish('2024-06-25', saar, '1.4', 'De campagne is gehouden. Een derde ronde is niet nodig.'),
  finish('2024-06-25', milan, '4.1', 'Het meldpunt draait en hoort nu bij het gewone werk van de gemeente.'),
  report(
    '2024-07-02',
    joram,
    '2.2',
    'De nieuwe regels gelden sinds gisteren. Verhuurders kregen een brief met uitleg.',
  ),
  move('2024-09-10', joram, '2.3', 'Vergunning verplicht', {
    dueOn: '2025-04-01',
    reason: 'De rechter vroeg in een andere zaak om een betere onderbouwing. Die is nu gemaakt.',
  }),
  report(
    '2024-09-24',
    saar,
    '1.1',
    'Acht scholen doen dit schooljaar mee. Drie scholen hebben nog geen uur gevonden.',
  ),
  report('2024-10-08', milan, '2.1', 'Tot nu toe 35 controles dit jaar. De vaste dag helpt.'),
  meet(
    '2024-11-12',
    milan,
    'Stuurgroep najaar 2024',
    'De motie Na de opvang verder vraagt om wonen, omscholing en hulp bij schulden. Wonen kan nu al beginnen.',
    [
      { text: 'Wonen na de opvang en juridische hulp worden acties van dit programma.' },
      {
        text: 'De werkwijze bij een volle opvang werkt: in november vond iedereen binnen een uur een plek.',
        action: '3.1',
      },
      {
        text: 'Elk kwartaal is er een controle in de bezorging van maaltijden en pakketten.',
        action: '2.1',
        dueOn: '2025-03-31',
        milestone: 'Eerste controle in de bezorging',
      },
      {
        text: 'De raad krijgt elk jaar een verslag dat uit het programma zelf komt.',
        action: '4.6',
        dueOn: '2025-04-01',
        milestone: 'Jaarverslag over 2024 naar de raad',
      },
    ],
  ),
  reach('2024-11-13', saar, '3.1', 'Werkwijze bij een volle opvang', {
    decision: 'De werkwijze bij een volle opvang werkt: in november vond iedereen binnen een uur een plek.',
    when: '2024-11-12',
  }),
  ...amendment,
  spent('2025-01-28', joram, 2024, [
    ['1.1', 60_000, 59_200],
    ['1.2', 22_000, 21_400],
    ['1.3', 30_000, 26_000],
    ['1.4', 38_000, 38_000],
    ['2.1', 119_000, 116_500],
    ['2.2', 14_000, 14_000],
    ['2.3', 16_000, 12_000],
    [
      '2.4',
      68_000,
      68_000,
      'Er was een tweede onderzoeker nodig om de rekeningen van drie bedrijven na te gaan.',
    ],
    ['2.5', 37_000, 35_500],
    ['3.1', 141_000, 139_000, 'De opvang was in juni en november vol. Plekken elders zijn duurder.'],
    ['3.2', 88_000, 88_000],
    ['3.3', 34_000, 33_100],
    ['3.4', 23_000, 23_000],
    ['4.1', 49_000, 47_500],
    ['4.2', 30_000, 29_000],
    ['4.4', 39_000, 36_000],
    ['4.6', 14_000, 9_000],
  ]),
  ...(
    [
      [
        '1.2',
        'Herkenningskaart bij elke balie',
        '2024-12-05',
        'In alle 34 hotels ligt de herkenningskaart bij de balie.',
      ],
      [
        '1.3',
        'Spreekuur in de haven open',
        '2024-05-14',
        'Het spreekuur in de haven is op 14 mei 2024 begonnen.',
      ],
      ['2.1', 'Veertig controles in één jaar', '2024-11-28', 'In 2024 waren er 44 controles.'],
      [
        '2.2',
        'Nieuwe regels gelden',
        '2024-07-01',
        'De nieuwe regels voor kamerverhuur gelden sinds 1 juli 2024.',
      ],
      [
        '2.4',
        'Onderzoekers aan het werk',
        '2024-02-19',
        'Bij het financieel onderzoek was meer inhuur nodig',
      ],
      [
        '2.5',
        'Training voor uitzendbureaus gegeven',
        '2024-10-24',
        'De training voor uitzendbureaus is gegeven aan alle bureaus met een keurmerk.',
      ],
      [
        '3.3',
        'Zorg op drie plekken',
        '2024-03-18',
        'Medische zorg zonder drempel is er sinds maart 2024, op drie plekken.',
      ],
      [
        '4.3',
        'Afspraak getekend',
        '2024-04-16',
        'De afspraak over het delen van gegevens is op 16 april 2024 getekend.',
      ],
      ['4.4', 'Team begonnen', '2024-04-22', 'Het regionaal team van deskundigen is in april 2024 begonnen.'],
    ] as const
  ).map(([action, milestone, when, text]) =>
    reach('2025-02-18', milan, action, milestone, { words: [letter(text)], when }),
  ),
  finish(
    '2025-02-18',
    joram,
    '1.2',
    'Elk hotel heeft de kaart. Toezicht kijkt er bij elk bezoek naar.',
    '2024-12-31',
  ),
  finish('2025-02-18', joram, '2.2', 'De regels gelden. Toezicht handhaaft ze.', '2024-12-31'),
  finish('2025-02-18', saar, '3.3', 'De zorg is er, en wordt door de GGD voortgezet.', '2024-12-31'),
  finish('2025-02-18', milan, '4.3', 'De afspraak is getekend en wordt elk jaar bekeken.', '2024-06-30'),
  ...(
    [
      ['Lessen op school', year(2024), 96, 'Acht scholen gaven in 2024 samen 96 lessen.'],
      [
        'Hotels met een herkenningskaart',
        december(2024),
        34,
        'In alle 34 hotels ligt de herkenningskaart bij de balie.',
      ],
      ['Controles', year(2024), 44, 'In 2024 waren er 44 controles.'],
      ['Maatregelen die gelden', year(2024), 3, 'Daarmee zijn er drie maatregelen.'],
      ['Nachten met een vrij noodbed', year(2024), 71, 'In 71 procent van de nachten was een noodbed vrij.'],
      ['Kosten van een noodbed', year(2024), 21_200, 'Een noodbed kostte in 2024 gemiddeld 21.200 euro.'],
      [
        'Signalen bij het meldpunt',
        half(2024, 1),
        26,
        'Bij het meldpunt kwamen in de eerste helft van 2024 26 signalen binnen.',
      ],
      ['Signalen bij het meldpunt', half(2024, 2), 33, 'In de tweede helft van 2024 waren het er 33.'],
      ['Afspraken met partners', december(2024), 10, 'In totaal zijn er tien afspraken met partners.'],
    ] as const
  ).map(([indicator, period, value, text]) =>
    count('2025-02-18', joram, indicator, period, value, letter(text)),
  ),
]
