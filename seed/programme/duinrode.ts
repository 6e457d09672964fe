import type { ProgrammeStep } from './step.ts'

const programme = 'veilig-aan-zee-2027-2028'
const of = { by: 'Ilse Rietkraag', programme } as const

/** A small town that names its pillars itself; still a draft. */
export const programmeOfDuinrode: readonly ProgrammeStep[] = [
  {
    ...of,
    on: '2026-09-08',
    does: 'begin',
    title: 'Veilig aan zee 2027-2028',
    startsOn: '2027-01-01',
    endsOn: '2028-12-31',
    summary: 'Duinrode is klein. Wat wij niet alleen kunnen, doen wij met Waterstad.',
    pillars: [
      {
        kind: 'other',
        name: 'Zien wat er speelt',
        aim: 'Op het strand en in de kassen kijkt iedereen een keer extra.',
      },
      { kind: 'other', name: 'Er zijn als het nodig is', aim: 'Wie hulp zoekt, vindt dezelfde dag iemand.' },
    ],
  },
  {
    ...of,
    on: '2026-09-22',
    does: 'plan',
    actions: [
      {
        pillar: 1,
        title: 'Uitleg aan strandtenten en kwekers',
        from: '2027-02-01',
        to: '2027-10-31',
        by: 'Ilse Rietkraag',
        holder: 'Alwin Bakboord',
        partners: ['Ondernemers aan Zee'],
        budget: { 2027: 8_000 },
        milestones: [['2027-05-31', 'Alle strandtenten bezocht']],
      },
      {
        pillar: 1,
        title: 'Aansluiten op het meldpunt van Waterstad',
        from: '2027-01-01',
        to: '2027-06-30',
        by: 'Ilse Rietkraag',
        holder: 'Alwin Bakboord',
        partners: ['Gemeente Waterstad'],
        budget: { 2027: 12_000 },
        milestones: [['2027-04-01', 'Inwoners kunnen melden']],
      },
      {
        pillar: 2,
        title: 'Een bed voor de nacht',
        from: '2027-03-01',
        to: '2028-12-31',
        by: 'Ilse Rietkraag',
        holder: 'Alwin Bakboord',
        budget: { 2027: 15_000, 2028: 15_000 },
        milestones: [],
      },
    ],
  },
]
