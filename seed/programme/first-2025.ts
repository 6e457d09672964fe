import { first } from './first-plan.ts'
import { joram, milan, saar } from './people.ts'
import { half, sayingOf, wordsOf } from './say.ts'
import type { ProgrammeStep } from './step.ts'

const { start, report, reach, finish, count, spent, meet } = sayingOf(first)
const letter = wordsOf('2025-09-09-brief-voortgang-veilig-en-vrij.txt')

/** The last year, until another programme comes after it. */
export const lifeOf2025: readonly ProgrammeStep[] = [
  start('2025-01-14', milan, '3.5', '3.6'),
  report('2025-01-21', saar, '3.1', 'Acht bedden staan klaar. De eerste nacht waren er vijf bezet.'),
  report('2025-03-11', milan, '3.5', 'Met Waterwonen is gesproken over acht woningen per jaar.'),
  report(
    '2025-04-08',
    joram,
    '2.3',
    'De vergunning is verplicht sinds 1 april. Negen salons vroegen haar aan.',
  ),
  meet(
    '2025-05-20',
    milan,
    'Stuurgroep voorjaar 2025',
    'Het programma loopt in december af. De stuurgroep wil dat de lessen en de noodbedden doorgaan.',
    [
      { text: 'De eerste controle in de bezorging is op 13 maart gehouden.', action: '2.1' },
      { text: 'De werkwijze voor onderzoek naar geldstromen is vastgelegd.', action: '2.4' },
      {
        text: 'De cijfers van partners gaan voortaan elk half jaar naar de raad.',
        action: '4.6',
        dueOn: '2025-09-30',
        milestone: 'Cijfers naar de raad',
      },
    ],
  ),
  reach('2025-05-21', milan, '2.1', 'Eerste controle in de bezorging', {
    decision: 'De eerste controle in de bezorging is op 13 maart gehouden.',
    when: '2025-03-13',
  }),
  reach('2025-05-21', milan, '2.4', 'Werkwijze vastgelegd', {
    decision: 'De werkwijze voor onderzoek naar geldstromen is vastgelegd.',
    when: '2025-05-20',
  }),
  report(
    '2025-06-24',
    milan,
    '3.5',
    'De overeenkomst met Waterwonen is getekend: acht woningen per jaar vanaf 2026.',
  ),
  {
    on: '2025-07-08',
    by: saar,
    programme: first,
    does: 'extend',
    action: '1.1',
    to: '2025-12-31',
    reason: 'Twee scholen hebben pas in het nieuwe schooljaar een uur voor de lessen.',
  },
  ...(
    [
      [
        '2.3',
        'Vergunning verplicht',
        '2025-04-01',
        'Er is een vergunning nodig voor massagesalons sinds 1 april 2025.',
      ],
      [
        '2.5',
        'Alle bureaus bezocht',
        '2025-06-19',
        'De uitzendbureaus zijn voor het eerst allemaal bezocht.',
      ],
      ['3.1', 'Acht noodbedden', '2025-01-15', 'Sinds 15 januari 2025 zijn er acht noodbedden.'],
      [
        '3.5',
        'Overeenkomst met een corporatie',
        '2025-06-17',
        'Met Waterwonen is een overeenkomst getekend over woningen na de opvang.',
      ],
      [
        '3.6',
        'Twee dagen in de week open',
        '2025-03-04',
        'De juridische hulp is sinds maart 2025 op twee dagen in de week open.',
      ],
      ['4.5', 'Derde kennisdag', '2025-06-19', 'De derde kennisdag was op 19 juni 2025.'],
      [
        '4.6',
        'Zes partners leveren cijfers',
        '2025-06-23',
        'De cijfers van zes partners staan sinds juni 2025 op één plek.',
      ],
      [
        '4.6',
        'Cijfers naar de raad',
        '2025-09-09',
        'Bij het meldpunt kwamen in de eerste helft van 2025 41 signalen binnen.',
      ],
    ] as const
  ).map(([action, milestone, when, text]) =>
    reach('2025-09-16', milan, action, milestone, { words: [letter(text)], when }),
  ),
  ...(
    [
      [
        'Lessen op school',
        half(2025, 1),
        58,
        'Negen van de elf scholen gaven in de eerste helft van 2025 samen 58 lessen.',
      ],
      ['Controles', half(2025, 1), 18, 'In de eerste helft van 2025 waren er 18 controles.'],
      [
        'Nachten met een vrij noodbed',
        half(2025, 1),
        64,
        'In 64 procent van de nachten was een noodbed vrij.',
      ],
      [
        'Signalen bij het meldpunt',
        half(2025, 1),
        41,
        'Bij het meldpunt kwamen in de eerste helft van 2025 41 signalen binnen.',
      ],
    ] as const
  ).map(([indicator, period, value, text]) =>
    count('2025-09-16', joram, indicator, period, value, letter(text)),
  ),
  finish(
    '2025-09-23',
    joram,
    '2.3',
    'De vergunning is verplicht en hoort bij het gewone toezicht.',
    '2025-06-30',
  ),
  finish(
    '2025-09-23',
    milan,
    '2.4',
    'De werkwijze ligt vast. Het onderzoek zelf is nu werk van de politie.',
    '2025-08-31',
  ),
  finish('2025-09-23', saar, '3.4', 'De tolkenlijn hoort nu bij het contract van de gemeente.', '2025-06-30'),
  finish('2025-09-23', joram, '4.5', 'Er zijn drie kennisdagen gehouden.', '2025-06-30'),
  meet(
    '2025-09-30',
    milan,
    'Stuurgroep najaar 2025',
    'Laatste vergadering over dit programma. Wat open is, gaat mee of is gewoon werk geworden.',
    [
      { text: 'Acht acties gaan mee naar het nieuwe programma.' },
      { text: 'De overige acties zijn klaar of worden gewoon werk van de gemeente.' },
    ],
  ),
  spent('2025-10-07', joram, 2025, [
    ['1.1', 55_000, 41_000],
    ['1.3', 15_000, 11_000],
    ['2.1', 127_000, 88_000],
    ['2.3', 9_000, 9_000],
    ['2.4', 44_000, 42_000],
    ['2.5', 36_000, 31_000],
    ['3.1', 171_000, 128_000, 'De huur van de tweede verdieping ging met vijf procent omhoog.'],
    ['3.2', 90_000, 66_000],
    ['3.4', 12_000, 12_000],
    ['3.5', 32_000, 18_000],
    ['3.6', 19_000, 14_000],
    ['4.2', 29_000, 21_000],
    ['4.4', 38_000, 27_000],
    ['4.5', 12_000, 11_400],
    ['4.6', 16_000, 16_000],
  ]),
  finish('2025-10-07', joram, '2.5', 'Alle bureaus zijn bezocht. Toezicht gaat er nu elk jaar langs.'),
  finish('2025-10-07', saar, '3.6', 'De rechtswinkel zet de hulp zelf voort.'),
  finish('2025-10-07', joram, '4.6', 'Zes partners leveren elk half jaar cijfers.'),
]
