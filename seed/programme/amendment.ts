import { first } from './first-plan.ts'
import { kampstra, milan, ostinga, saar } from './people.ts'
import { ambitions } from './sources.ts'
import type { ProgrammeStep } from './step.ts'

/** The second edition of the first programme: what the council asked in April 2024 gets its first actions. */
export const amendment: readonly ProgrammeStep[] = [
  {
    on: '2024-11-19',
    by: milan,
    programme: first,
    does: 'plan',
    actions: [
      {
        pillar: 3,
        title: 'Wonen na de opvang',
        description: 'Wie de opvang verlaat, krijgt een eigen huis met het eerste jaar begeleiding.',
        from: '2025-01-01',
        to: '2025-12-31',
        by: milan,
        holder: ostinga,
        partners: ['Woningcorporatie Waterwonen', 'Opvang De Luwte'],
        serves: [{ motion: '2024/b-6-na-de-opvang-verder', part: 1 }, { ambition: ambitions.homes }],
        budget: { 2025: 40_000 },
        milestones: [
          ['2025-06-30', 'Overeenkomst met een corporatie'],
          ['2025-12-31', 'Eerste woningen verhuurd'],
        ],
        risks: [
          {
            text: 'Er komen te weinig woningen vrij.',
            chance: 'high',
            effect: 'high',
            measure: 'Ook kleine woningen tellen mee.',
          },
        ],
      },
      {
        pillar: 3,
        title: 'Juridische hulp',
        from: '2025-01-01',
        to: '2025-12-31',
        by: saar,
        holder: kampstra,
        partners: ['Rechtswinkel Waterstad'],
        serves: [{ ambition: ambitions.free }],
        budget: { 2025: 20_000 },
        milestones: [['2025-03-31', 'Twee dagen in de week open']],
      },
    ],
  },
  {
    on: '2024-11-19',
    by: milan,
    programme: first,
    does: 'money',
    lines: [
      {
        action: '3.1',
        year: 2025,
        budget: 165_000,
        reason: 'Acht bedden in plaats van vier, met elke nacht een begeleider.',
      },
    ],
  },
  {
    on: '2024-12-03',
    by: milan,
    programme: first,
    does: 'amend',
    decidedOn: '2024-11-26',
    body: 'college',
    paper: '2024-11-26-brief-bijstelling-veilig-en-vrij.txt',
    reason: 'De raad vroeg in april 2024 om hulp na de opvang. De noodbedden kosten meer dan gedacht.',
  },
]
