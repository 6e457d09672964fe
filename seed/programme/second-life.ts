import { joram, milan, saar } from './people.ts'
import { half, sayingOf, wordsOf } from './say.ts'
import { second } from './second-actions.ts'
import type { ProgrammeStep } from './step.ts'

const { start, report, reach, move, count, spent, meet } = sayingOf(second)
const homes = wordsOf('2026-03-10-brief-eerste-woningen.txt')
const figures = wordsOf('2026-09-08-brief-stand-van-het-actieprogramma.txt')
const debts = wordsOf('2026-10-06-brief-schulden-na-de-opvang.txt')

/** Its first year: what came of the wishes of the council, what is late, and what waits. */
export const lifeOfSecond: readonly ProgrammeStep[] = [
  start('2026-01-13', milan, '2.2', '3.6', '4.5', '4.6'),
  report('2026-01-20', milan, '3.6', 'Het Anker en De Sluis doen mee. Samen kijken wij welke vakken passen.'),
  start('2026-02-03', milan, '1.5', '3.7'),
  report('2026-02-10', saar, '3.1', 'De acht bedden waren in januari elf nachten vol. De regio ving op.'),
  report(
    '2026-02-24',
    milan,
    '3.7',
    'Een eerste gesprek met de kredietbank. Zij wil weten om hoeveel geld het gaat.',
  ),
  start('2026-03-03', joram, '2.3'),
  report('2026-03-17', milan, '3.5', 'De eerste drie woningen zijn verhuurd.', {
    words: [homes('Op 2 maart 2026 zijn de eerste drie woningen na de opvang verhuurd.')],
    reached: 'Eerste woningen verhuurd',
  }),
  count(
    '2026-03-17',
    milan,
    'Woningen na de opvang',
    ['2026-03-01', '2026-03-16'],
    3,
    homes('Op 2 maart 2026 zijn de eerste drie woningen na de opvang verhuurd.'),
  ),
  report(
    '2026-04-14',
    joram,
    '1.5',
    'Bij een visverwerker is de eerste les gegeven, in het Pools en het Bulgaars.',
  ),
  meet(
    '2026-05-19',
    milan,
    'Stuurgroep voorjaar 2026',
    'Wonen loopt. Bij schulden wacht de kredietbank op een besluit over de kosten.',
    [
      { text: 'De overeenkomst met Het Anker en De Sluis is getekend.', action: '3.6' },
      { text: 'De eerste les bij een bedrijf is gegeven; vier bedrijven hebben zich gemeld.', action: '1.5' },
      { text: 'Duinrode en Lindewoude schuiven elke maand aan bij het overleg.', action: '4.2' },
      {
        text: 'De gemeente betaalt twee jaar lang de vaste schuldhulpverleners.',
        action: '3.7',
        dueOn: '2026-09-15',
        milestone: 'Geld voor twee schuldhulpverleners vrijgemaakt',
      },
    ],
  ),
  reach('2026-05-20', milan, '3.6', 'Overeenkomst met twee opleiders', {
    decision: 'De overeenkomst met Het Anker en De Sluis is getekend.',
    when: '2026-04-21',
  }),
  reach('2026-05-20', joram, '1.5', 'Eerste les bij een bedrijf', {
    decision: 'De eerste les bij een bedrijf is gegeven; vier bedrijven hebben zich gemeld.',
    when: '2026-04-09',
  }),
  reach('2026-05-20', milan, '4.2', 'Overleg ook met de buurgemeenten', {
    decision: 'Duinrode en Lindewoude schuiven elke maand aan bij het overleg.',
    when: '2026-04-07',
  }),
  move('2026-06-09', milan, '3.7', 'Overeenkomst met de kredietbank', {
    dueOn: '2026-09-30',
    reason: 'De kredietbank wil eerst zeker zijn van het geld voor twee jaar.',
  }),
  report(
    '2026-06-16',
    joram,
    '1.3',
    'In het tuinbouwgebied is nog geen ruimte voor het spreekuur. Een kas biedt zijn kantine aan.',
  ),
  report('2026-06-23', joram, '4.6', 'De drie gemeenten tellen signalen nog elk op hun eigen manier.'),
  move('2026-06-23', joram, '4.6', 'Zelfde begrippen in drie gemeenten', {
    dueOn: '2026-12-15',
    reason: 'Lindewoude heeft pas sinds mei iemand die de cijfers bijhoudt.',
  }),
  report(
    '2026-07-07',
    milan,
    '4.5',
    'De voortgangsbrief is niet verstuurd: de cijfers van De Luwte ontbraken nog.',
  ),
  report(
    '2026-09-01',
    milan,
    '3.7',
    'De raad van toezicht van de kredietbank is akkoord. De overeenkomst ligt klaar.',
  ),
  reach('2026-09-15', joram, '2.2', 'Zes controles in de bezorging', {
    words: [figures('Er waren 24 controles, waarvan zes in de bezorging.')],
    when: '2026-06-25',
  }),
  report(
    '2026-09-15',
    milan,
    '3.6',
    'Zes leerwerkplekken zijn er. De eerste lasser is in augustus begonnen.',
    {
      words: [figures('Vakschool Het Anker heeft zes leerwerkplekken ingericht.')],
      reached: 'Zes leerwerkplekken',
    },
  ),
  ...(
    [
      ['Lessen op school in een half jaar', 71, 'Scholen gaven in de eerste helft van 2026 samen 71 lessen.'],
      ['Controles in een half jaar', 24, 'Er waren 24 controles, waarvan zes in de bezorging.'],
      ['Maatregelen die gelden', 5, 'Er gelden vijf maatregelen.'],
      ['Nachten met een vrij noodbed', 58, 'In 58 procent van de nachten was een noodbed vrij.'],
      ['Signalen bij het meldpunt in een half jaar', 47, 'Bij het meldpunt kwamen 47 signalen binnen.'],
    ] as const
  ).map(([indicator, value, text]) =>
    count('2026-09-15', joram, indicator, half(2026, 1), value, figures(text)),
  ),
  count(
    '2026-09-15',
    milan,
    'Woningen na de opvang',
    ['2026-08-01', '2026-08-31'],
    5,
    figures('Er zijn vijf woningen na de opvang verhuurd.'),
  ),
  count(
    '2026-09-15',
    milan,
    'Leerwerkplekken',
    ['2026-08-01', '2026-08-31'],
    6,
    figures('Vakschool Het Anker heeft zes leerwerkplekken ingericht.'),
  ),
  report(
    '2026-09-22',
    joram,
    '2.3',
    'Het ontwerp ligt bij de jurist. De werkgevers zijn in augustus gehoord.',
  ),
  report(
    '2026-10-13',
    milan,
    '3.7',
    'De overeenkomst met de kredietbank is getekend. Twee schuldhulpverleners beginnen in De Luwte.',
    {
      words: [
        debts(
          'Op 1 oktober 2026 is een overeenkomst getekend met de Kredietbank Waterstad over schuldhulp na de opvang.',
        ),
      ],
      reached: 'Overeenkomst met de kredietbank',
    },
  ),
  reach('2026-10-13', milan, '3.7', 'Geld voor twee schuldhulpverleners vrijgemaakt', {
    words: [debts('Twee vaste schuldhulpverleners werken één dag in de week in De Luwte.')],
    when: '2026-09-10',
  }),
  spent('2026-10-27', joram, 2026, [
    ['1.1', 57_000, 38_000],
    ['1.3', 18_000, 9_500],
    ['1.5', 24_000, 15_000],
    ['2.1', 128_000, 96_000],
    ['2.2', 27_000, 19_000],
    ['2.3', 14_000, 8_000],
    ['3.1', 188_000, 149_000, 'In januari en mei is uitgeweken naar plekken in de regio.'],
    ['3.2', 95_000, 71_000],
    ['3.5', 52_000, 33_000],
    ['3.6', 41_000, 26_000],
    ['3.7', 30_000, 8_000],
    ['4.2', 28_000, 22_000],
    ['4.4', 33_000, 24_000],
    ['4.6', 6_000, 4_000],
  ]),
  report('2026-11-03', saar, '1.1', 'Tien van de elf scholen doen mee. De elfde begint na de kerstvakantie.'),
  meet(
    '2026-11-10',
    milan,
    'Stuurgroep najaar 2026',
    'Schulden: de overeenkomst is er. De opvang blijft het grootste zorgpunt.',
    [
      { text: 'De werkwijze van de vaste begeleiders is beoordeeld en blijft zoals zij is.', action: '3.2' },
      {
        text: 'Er komt een plan voor vier extra bedden buiten De Luwte.',
        action: '3.1',
        dueOn: '2027-02-28',
        milestone: 'Plan voor vier extra bedden',
      },
      { text: 'De voortgangsbrief gaat met de cijfers over het hele jaar naar de raad.', action: '4.5' },
    ],
  ),
  reach('2026-11-11', saar, '3.2', 'Werkwijze beoordeeld', {
    decision: 'De werkwijze van de vaste begeleiders is beoordeeld en blijft zoals zij is.',
    when: '2026-11-10',
  }),
  report(
    '2026-11-12',
    milan,
    '2.1',
    'Tot nu toe 38 controles dit jaar. Voor december staan er nog vijf gepland.',
  ),
  report('2026-11-16', milan, '4.4', 'Het team kreeg in november voor het eerst een vraag uit Lindewoude.'),
  report(
    '2026-11-17',
    milan,
    '3.7',
    'De eerste gesprekken in De Luwte zijn gevoerd. Drie schuldeisers zetten hun vordering stil.',
  ),
]
