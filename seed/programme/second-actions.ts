import { joram, kampstra, milan, ostinga, saar } from './people.ts'
import { ambitions } from './sources.ts'
import type { PlannedAction } from './step.ts'

export const second = 'actieprogramma-tegen-mensenhandel-2026-2029'
const opvang = '2024/b-6-na-de-opvang-verder'

/** What is new in the second programme, beside what it took over. */
export const secondActions: readonly PlannedAction[] = [
  {
    pillar: 1,
    title: 'Gids voor verhuurders',
    from: '2026-09-01',
    to: '2027-06-30',
    by: joram,
    holder: ostinga,
    budget: { 2026: 10_000, 2027: 5_000 },
    milestones: [['2027-03-31', 'Gids verstuurd']],
    needs: ['2.3'],
  },
  {
    pillar: 1,
    title: 'Weerbaar op de werkvloer',
    description: 'Korte lessen op het werk, in de taal van wie er werkt.',
    from: '2026-02-01',
    to: '2028-12-31',
    by: joram,
    holder: ostinga,
    partners: ['Steunpunt Werk in de Haven'],
    serves: [{ ambition: ambitions.free }],
    budget: { 2026: 25_000, 2027: 25_000, 2028: 25_000 },
    milestones: [
      ['2026-04-30', 'Eerste les bij een bedrijf'],
      ['2026-12-31', 'Tien bedrijven doen mee'],
    ],
  },
  {
    pillar: 2,
    title: 'Controles in de bezorging',
    from: '2026-01-01',
    to: '2027-12-31',
    by: joram,
    holder: kampstra,
    partners: ['arbeidsinspectie', 'politie'],
    serves: [{ ambition: ambitions.inspections }],
    budget: { 2026: 30_000, 2027: 30_000 },
    milestones: [
      ['2026-06-30', 'Zes controles in de bezorging'],
      ['2027-06-30', 'Afspraken met alle bezorgbedrijven'],
    ],
  },
  {
    pillar: 2,
    title: 'Regels voor logies bij de werkgever',
    description:
      'Wie voor zijn bed van zijn baas afhangt, durft weinig te zeggen. Huur en werk gaan uit elkaar.',
    from: '2026-03-01',
    to: '2027-12-31',
    by: joram,
    holder: ostinga,
    serves: [{ ambition: ambitions.rules }],
    budget: { 2026: 20_000, 2027: 20_000 },
    milestones: [
      ['2026-09-30', 'Ontwerp van de regels klaar'],
      ['2027-07-01', 'Regels gelden'],
    ],
    risks: [
      {
        text: 'Werkgevers stappen naar de rechter.',
        chance: 'middle',
        effect: 'middle',
        measure: 'Een gesprek met de werkgevers vooraf.',
      },
    ],
  },
  {
    pillar: 3,
    title: 'Omscholing na de opvang',
    description: 'Wie de opvang verlaat, leert een vak bij een opleider die bij hen past.',
    from: '2026-01-01',
    to: '2028-12-31',
    by: milan,
    holder: ostinga,
    partners: ['Vakschool Het Anker', 'ROC De Sluis'],
    serves: [{ motion: opvang, part: 2 }],
    budget: { 2026: 45_000, 2027: 60_000, 2028: 60_000 },
    milestones: [
      ['2026-03-31', 'Overeenkomst met twee opleiders'],
      ['2026-09-01', 'Zes leerwerkplekken'],
      ['2027-06-30', 'Twaalf leerwerkplekken'],
    ],
    risks: [{ text: 'De reiskosten zijn te hoog voor wie begint.', chance: 'middle', effect: 'middle' }],
  },
  {
    pillar: 3,
    title: 'Van schulden af na de opvang',
    description: 'Schulden die onder dwang zijn gemaakt, worden stilgezet en opgelost.',
    from: '2026-02-01',
    to: '2028-12-31',
    by: milan,
    holder: ostinga,
    partners: ['Kredietbank Waterstad', 'Opvang De Luwte'],
    serves: [{ motion: opvang, part: 3 }],
    budget: { 2026: 35_000, 2027: 50_000, 2028: 50_000 },
    milestones: [
      ['2026-06-30', 'Overeenkomst met de kredietbank'],
      ['2026-12-31', 'Werkwijze voor schulden onder dwang'],
    ],
    risks: [
      {
        text: 'Schuldeisers werken niet mee.',
        chance: 'high',
        effect: 'high',
        measure: 'De kredietbank koopt kleine schulden over.',
      },
    ],
  },
  {
    pillar: 3,
    title: 'Nazorg, een jaar lang',
    from: '2027-01-01',
    to: '2029-12-31',
    by: saar,
    holder: ostinga,
    partners: ['Opvang De Luwte'],
    serves: [{ ambition: ambitions.homes }],
    budget: { 2027: 40_000, 2028: 40_000, 2029: 40_000 },
    milestones: [['2027-03-31', 'Nazorg begonnen']],
  },
  {
    pillar: 4,
    title: 'Verslag aan de raad, elk jaar',
    from: '2026-01-01',
    to: '2029-12-31',
    by: milan,
    holder: kampstra,
    milestones: [
      ['2026-06-01', 'Voortgangsbrief aan de raad'],
      ['2027-02-28', 'Verslag over 2026'],
    ],
  },
  {
    pillar: 4,
    title: 'Cijfers van de regio naast elkaar',
    from: '2026-01-01',
    to: '2027-12-31',
    by: joram,
    holder: kampstra,
    partners: ['Gemeente Duinrode', 'Gemeente Lindewoude'],
    serves: [{ ambition: ambitions.oneDay }],
    budget: { 2026: 15_000, 2027: 15_000 },
    milestones: [
      ['2026-07-01', 'Zelfde begrippen in drie gemeenten'],
      ['2027-07-01', 'Eerste gezamenlijke cijfers'],
    ],
  },
]
