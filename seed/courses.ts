import type { CourseStep } from './course.ts'

const opvang = '2024/b-6-na-de-opvang-verder'
const programme = '2025-10-14-brief-actieprogramma.txt'
const announcement = '2024-07-02-brief-na-de-opvang.txt'
const promise = {
  paper: announcement,
  text: 'Na het zomerreces wordt het actieprogramma aan uw raad verstuurd.',
}
const milan = 'Milan Kerkdijk'
const clerk = 'N. de Wildt'

/** Until 2021 the college decided in Waterstad; since then the council does, on the college's proposal. */
export const courseOfWaterstad: readonly CourseStep[] = [
  { on: '2019-01-08', by: milan, does: 'propose-from-letter', paper: '2018-12-18-brief-zwemles.txt' },
  {
    on: '2019-01-22',
    by: 'Hanna Ostinga',
    does: 'decide-on-letter',
    paper: '2018-12-18-brief-zwemles.txt',
    verdict: 'accept',
  },
  { on: '2019-12-03', by: milan, does: 'propose-from-letter', paper: '2019-11-12-brief-groen-en-water.txt' },
  {
    on: '2019-12-17',
    by: 'Hanna Ostinga',
    does: 'decide-on-letter',
    paper: '2019-11-12-brief-groen-en-water.txt',
    verdict: 'accept',
  },
  { on: '2020-10-06', by: milan, does: 'propose-from-letter', paper: '2020-09-15-brief-buurtbus.txt' },
  {
    on: '2020-10-20',
    by: 'Hanna Ostinga',
    does: 'decide-on-letter',
    paper: '2020-09-15-brief-buurtbus.txt',
    verdict: 'accept',
  },
  { on: '2022-02-22', by: milan, does: 'propose-from-letter', paper: '2022-02-08-brief-starters.txt' },
  {
    on: '2022-03-17',
    by: clerk,
    does: 'decide-on-letter',
    paper: '2022-02-08-brief-starters.txt',
    verdict: 'accept',
  },
  { on: '2023-02-07', by: milan, does: 'propose-from-letter', paper: '2023-01-17-brief-taalhuis.txt' },
  {
    on: '2023-03-09',
    by: clerk,
    does: 'decide-on-letter',
    paper: '2023-01-17-brief-taalhuis.txt',
    verdict: 'accept',
    reason: 'De raad aanvaardt dat er geen geld is, en is blij met de zaterdag.',
  },
  { on: '2023-03-14', by: milan, does: 'propose-from-letter', paper: '2023-02-28-brief-energie.txt' },
  {
    on: '2023-04-13',
    by: clerk,
    does: 'decide-on-letter',
    paper: '2023-02-28-brief-energie.txt',
    verdict: 'accept',
  },
  // A changed decision, which leaves the parts of one motion with different outcomes.
  {
    on: '2023-06-15',
    by: clerk,
    does: 'correct',
    motion: '2022/41-warm-de-winter-door',
    parts: [2],
    outcome: 'partly',
    reason:
      'Er waren 1.400 pakketten tegen tocht. Ongeveer 460 huishoudens die erom vroegen, kregen er geen.',
  },
  { on: '2023-07-18', by: milan, does: 'propose-from-letter', paper: '2023-07-04-brief-mantelzorg.txt' },
  {
    on: '2023-09-14',
    by: clerk,
    does: 'decide-on-letter',
    paper: '2023-07-04-brief-mantelzorg.txt',
    verdict: 'accept',
    reason: 'De raad wacht op de nota die het college na het zomerreces stuurt.',
  },

  // The main case: settled on an announcement, reopened when the promised programme did not come, then answered part by part.
  {
    on: '2024-04-22',
    by: clerk,
    does: 'assign',
    motion: opvang,
    portfolioHolder: 'Olivier Kampstra',
    official: milan,
  },
  { on: '2024-05-06', by: milan, does: 'start', motion: opvang },
  {
    on: '2024-07-09',
    by: milan,
    does: 'propose',
    motion: opvang,
    outcome: 'announced',
    words: promise,
    explanation: 'Het college neemt de terugkeer van slachtoffers mee in het actieprogramma.',
  },
  {
    on: '2024-07-16',
    by: 'Gijs van Ommeren',
    does: 'object',
    motion: opvang,
    parts: [3],
    submitter: 0,
    reason: 'Over schuldhulpverlening staat niets in de brief.',
  },
  {
    on: '2024-09-12',
    by: clerk,
    does: 'decide',
    motion: opvang,
    verdict: 'accept',
    reason:
      'De raad rekent erop dat het actieprogramma in het najaar komt. Komt het niet, dan gaat de motie weer open.',
  },
  { on: '2024-12-17', by: milan, does: 'start', motion: opvang },
  {
    on: '2025-03-04',
    by: milan,
    does: 'note',
    motion: opvang,
    text: 'Het actieprogramma is nog niet af. Met de opvang en een woningcorporatie wordt over woningen gesproken.',
  },
  {
    on: '2025-10-28',
    by: milan,
    does: 'propose',
    motion: opvang,
    parts: [1],
    outcome: 'carried-out',
    words: {
      paper: programme,
      text: 'Voor wonen zijn vanaf januari 2026 elk jaar acht woningen beschikbaar na de opvang.',
    },
    explanation: 'Het onderzoek naar wonen is beantwoord: er zijn afspraken voor acht woningen per jaar.',
  },
  {
    on: '2025-10-28',
    by: milan,
    does: 'propose',
    motion: opvang,
    parts: [2],
    outcome: 'partly',
    words: { paper: programme, text: 'Over omscholing zijn wij met twee opleiders in gesprek.' },
    explanation: 'Er wordt gesproken met twee opleiders. Een aanbod is er nog niet.',
  },
  {
    on: '2025-10-28',
    by: milan,
    does: 'propose',
    motion: opvang,
    parts: [3],
    outcome: 'not',
    words: { paper: programme, text: 'Voor schuldhulpverlening is nog geen afspraak gemaakt.' },
    explanation: 'Er is geen afspraak gemaakt.',
  },
  { on: '2025-11-27', by: clerk, does: 'decide', motion: opvang, parts: [1, 2], verdict: 'accept' },
  {
    on: '2025-11-27',
    by: clerk,
    does: 'decide',
    motion: opvang,
    parts: [3],
    verdict: 'reject',
    reason: 'De raad wil alsnog een antwoord op de vraag hoe mensen van hun schulden af kunnen komen.',
  },

  {
    on: '2024-12-17',
    by: milan,
    does: 'propose-from-letter',
    paper: '2024-12-10-brief-laadpalen.txt',
  },
  {
    on: '2025-01-16',
    by: clerk,
    does: 'hold',
    motion: '2024/12-laadpalen-op-de-kadebuurt',
    reason: 'De raad wil eerst weten of achttien laadpalen genoeg zijn.',
  },
  {
    on: '2025-10-20',
    by: clerk,
    does: 'assign',
    motion: '2025/27-oud-worden-in-je-eigen-buurt',
    portfolioHolder: 'Hanna Ostinga',
    official: milan,
  },
  {
    on: '2026-04-07',
    by: milan,
    does: 'propose',
    motion: '2025/27-oud-worden-in-je-eigen-buurt',
    outcome: 'announced',
    words: {
      paper: '2026-03-24-brief-wonen-en-zorg.txt',
      text: 'Wij zullen uw raad uiterlijk 15 december 2026 alle plekken laten zien.',
    },
    explanation: 'In vijf van de acht wijken is een plek gevonden.',
  },
  {
    on: '2026-05-21',
    by: clerk,
    does: 'decide',
    motion: '2025/27-oud-worden-in-je-eigen-buurt',
    verdict: 'accept',
    reason: 'De raad rekent op het overzicht van alle acht plekken in december.',
  },
  {
    on: '2026-10-06',
    by: clerk,
    does: 'assign',
    motion: '2024/38-jongerenwerk-terug-in-noord',
    portfolioHolder: 'Hanna Ostinga',
    official: milan,
  },
  {
    on: '2026-11-17',
    by: milan,
    does: 'propose',
    motion: '2024/38-jongerenwerk-terug-in-noord',
    parts: [2],
    outcome: 'carried-out',
    words: {
      paper: '2025-06-24-brief-jongerenwerk.txt',
      text: 'Sinds februari werken twee jongerenwerkers op straat.',
    },
    explanation: 'De jongerenwerkers zijn er.',
  },
]

/** In Duinrode the council decides by list. */
export const courseOfDuinrode: readonly CourseStep[] = [
  {
    on: '2022-09-27',
    by: 'Ilse Rietkraag',
    does: 'propose-from-letter',
    paper: '2022-09-13-brief-strandtrap.txt',
  },
  {
    on: '2022-10-06',
    by: 'Sanne Strandhof',
    does: 'decide-on-letter',
    paper: '2022-09-13-brief-strandtrap.txt',
    verdict: 'accept',
  },
  {
    on: '2024-04-23',
    by: 'Ilse Rietkraag',
    does: 'propose-from-letter',
    paper: '2024-04-09-brief-woningen.txt',
  },
  {
    on: '2024-05-16',
    by: 'Sanne Strandhof',
    does: 'decide-on-letter',
    paper: '2024-04-09-brief-woningen.txt',
    verdict: 'accept',
    reason: 'De raad wacht op het ontwerp van de woonvisie.',
  },
]
