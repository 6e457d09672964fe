import type { ProgrammeFieldCode } from '../../programme/index.ts'

/** What is wrong with one field of a form of the action programme. */
export const programmeFieldWords = {
  needed: 'Vul dit in.',
  'reason-needed': 'Schrijf erbij waarom. Het programma is vastgesteld.',
  'too-long': 'Dit is te lang. Maak het korter.',
  'not-a-choice': 'Kies een van de mogelijkheden.',
  'date-invalid': 'Dit is geen datum. Schrijf bijvoorbeeld 2 juli 2026 of 2-7-2026.',
  'date-in-future': 'Deze dag moet nog komen. Kies vandaag of eerder.',
  'after-end': 'Deze dag ligt na het einde van de actie. Kies een eerdere dag, of verleng de actie mee.',
  'evidence-needed': 'Kies waaruit blijkt dat het zover is.',
  'passage-missing': 'Deze passage staat niet in het stuk. Wijs haar opnieuw aan.',
  'document-missing': 'Dit stuk is niet openbaar. Kies een ander stuk.',
  'decision-missing': 'Dit besluit hoort niet bij dit programma. Kies een ander besluit.',
  'file-type': 'Dit bestand is geen foto (JPEG of PNG) en geen PDF.',
  'file-too-large': 'Dit bestand is te groot. Het mag 10 MB zijn.',
  'files-too-many': 'Dit zijn te veel bestanden. Kies er hoogstens vijf.',
  'changed-by-other':
    'Iemand anders heeft dit intussen ook aangepast. Kijk wat het moet zijn en bewaar opnieuw.',
} satisfies Record<ProgrammeFieldCode, string>
