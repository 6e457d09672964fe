import type { SourceStep } from './step.ts'

/** Ambitions of the town, as its papers word them. */
export const ambitions = {
  free: 'Wij willen dat niemand in onze stad onder dwang werkt of woont.',
  schools: 'In 2026 hebben alle scholen voor voortgezet onderwijs lessen over dwang en uitbuiting.',
  known: 'Wij zorgen ervoor dat zij weten waar zij op moeten letten.',
  bed: 'Wij zorgen ervoor dat er dezelfde nacht een veilig bed is.',
  homes: 'Wij zetten ons in voor woningen na de opvang, samen met de corporaties.',
  inspections:
    'Wij willen elk jaar minstens veertig controles houden op plekken waar misstanden kunnen zijn.',
  desk: 'Eind 2023 heeft Waterstad één meldpunt voor signalen van mensenhandel.',
  oneDay: 'Ons doel is dat politie, zorg en gemeente elkaar binnen één dag weten te vinden.',
  rules: 'Wij willen dat regels en vergunningen het verdienen aan uitbuiting moeilijk maken.',
} as const

export const sourcesOfWaterstad: readonly SourceStep[] = [
  {
    on: '2022-11-22',
    by: 'Milan Kerkdijk',
    does: 'source',
    paper: '2022-07-05-coalitieakkoord.txt',
    kind: 'coalition-agreement',
    title: 'Coalitieakkoord 2022-2026, Dichtbij en eerlijk',
    dated: '2022-07-05',
    ambitions: [ambitions.free, ambitions.schools, ambitions.known, ambitions.bed, ambitions.homes],
  },
  {
    on: '2022-11-22',
    by: 'Milan Kerkdijk',
    does: 'source',
    paper: '2022-11-15-veiligheidsplan-2023.txt',
    kind: 'safety-plan',
    title: 'Veiligheidsplan 2023',
    dated: '2022-11-15',
    ambitions: [ambitions.inspections, ambitions.desk, ambitions.oneDay, ambitions.rules],
  },
]
