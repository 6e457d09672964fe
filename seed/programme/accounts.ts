import { first } from './first-plan.ts'
import { joram, kampstra, milan, ostinga } from './people.ts'
import { half, sayingOf, wordsOf, year } from './say.ts'
import { second } from './second-actions.ts'
import type { ProgrammeStep } from './step.ts'

const yearly = 'jaarverslag-2024'
const whole = wordsOf(yearly)
const over = ([from, to]: readonly [string, string]) => ({ from, to })

/** What the council was told of the programmes, in reports that come from them. */
export const accounts: readonly ProgrammeStep[] = [
  ...sayingOf(first).account(
    { kind: 'yearly', ...over(year(2024)), begun: '2025-02-25', by: milan },
    [
      {
        section: 'about',
        text: 'Het jaar 2024 begon met een meldpunt dat eindelijk open was, en eindigde met een opvang die te vaak vol was. De bedden zijn de grootste zorg van het college voor 2025.',
      },
      {
        section: 'not-done',
        pillar: 3,
        text: 'De verbouwing van De Luwte heeft ons geleerd eerder naar asbest te laten kijken. Dat doen wij voortaan bij elk pand, voordat wij een dag noemen.',
      },
    ],
    { on: '2025-03-11', by: kampstra, sent: '2025-03-18', as: yearly },
  ),
  sayingOf(first).reach('2025-03-25', joram, '4.6', 'Jaarverslag over 2024 naar de raad', {
    words: [whole('wat was beloofd, wat is gedaan, wat niet is gedaan en waarom, en wat er nu komt')],
    when: '2025-03-18',
  }),
  ...sayingOf(first).account(
    { kind: 'interim', ...over(half(2025, 1)), begun: '2025-09-18', by: joram },
    [
      {
        section: 'about',
        text: 'Dit is het laatste tussenverslag over dit programma. Wat nog open is, neemt het college mee in het programma dat erna komt, of wordt gewoon werk.',
      },
    ],
    { on: '2025-09-25', by: ostinga, sent: '2025-09-30', as: 'tussenverslag-2025' },
  ),
  ...sayingOf(second).account({ kind: 'yearly', ...over(year(2026)), begun: '2026-11-05', by: milan }, [
    {
      section: 'about',
      text: 'Het eerste jaar van dit programma stond in het teken van de tijd na de opvang: een huis, een vak en hulp bij schulden.',
    },
  ]),
]
