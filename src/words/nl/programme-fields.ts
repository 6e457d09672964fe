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
  'file-type': 'Dit bestand is geen foto en geen PDF.',
  'file-too-large': 'Dit bestand is te groot. Het mag 10 MB zijn.',
  'files-too-many': 'Dit zijn te veel bestanden. Kies er hoogstens vijf.',
  'end-before-start': 'Het einde ligt vóór het begin.',
  'after-programme': 'Deze dag ligt na het einde van het programma.',
  'before-actions': 'Er zijn acties die later eindigen. Verzet die eerst.',
  'before-milestone': 'Er staat nog een mijlpaal na deze dag open. Verzet die eerst.',
  'number-taken': 'Een andere actie heeft dit nummer al.',
  'not-money': 'Dit is geen bedrag. Schrijf bijvoorbeeld 12.500 of 12.500,50.',
  'over-committed': 'Er is meer uitgegeven dan er vastligt.',
  'over-budget': 'Er ligt meer vast dan is begroot. Schrijf erbij waarom.',
  'year-outside': 'Dit jaar hoort niet bij het programma.',
  'number-invalid': 'Dit is geen getal. Schrijf bijvoorbeeld 1250 of 12,5.',
  'number-ambiguous':
    'Dit getal is op twee manieren te lezen. Schrijf 1234 voor duizend en meer, of 1,2340 voor één en een beetje.',
  'changed-by-other':
    'Iemand anders heeft dit intussen ook aangepast. Kijk wat het moet zijn en bewaar opnieuw.',
} satisfies Record<ProgrammeFieldCode, string>
