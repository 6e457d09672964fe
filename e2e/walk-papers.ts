import type { Upload } from './clerk.ts'

const text = (name: string, lines: readonly string[]): Upload => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(`${lines.join('\n')}\n`),
})

/** The papers of one invented motion of Waterstad, as they come in. */
export const motionPaper = text('motie-c9.txt', [
  'Motie C.9',
  'Een nieuw begin',
  '',
  'RIS 530601',
  '',
  'De gemeenteraad van Waterstad, in vergadering bijeen op 8 april 2027, ter bespreking van het Voorstel van het college inzake Zorgplan 2027-2030 (RIS530100),',
  '',
  'Constaterende dat:',
  '- het zorgplan niets zegt over de tijd na de opvang;',
  '',
  'Verzoekt het college te onderzoeken of en hoe mensen na de opvang geholpen kunnen worden, op het gebied van wonen, omscholing en schuldhulpverlening.',
  '',
  'En gaat over tot de orde van de dag.',
  '',
  'Gijs van Ommeren (Christelijk Verbond)',
  '',
  'Uitslag: aangenomen met 33 stemmen voor en 6 stemmen tegen.',
])

const head = (date: string, subject: string, reference: string) => [
  'Gemeente Waterstad',
  '',
  'Aan de gemeenteraad',
  '',
  `Datum: ${date}`,
  `Onderwerp: ${subject}`,
  `Ons kenmerk: ${reference}`,
  '',
  'Geachte leden van de raad,',
  '',
]
const foot = [
  '',
  'Met vriendelijke groet,',
  '',
  'namens het college van burgemeester en wethouders,',
  '',
  'Olivier Kampstra',
  'burgemeester',
]

export const announced = 'Na het zomerreces sturen wij u een actieplan.'
export const announcementLetter = text('brief-een-nieuw-begin.txt', [
  ...head('29 juni 2027', 'Afdoening motie Een nieuw begin', 'ZO/2027.41'),
  `Op 8 april 2027 nam uw raad motie C.9 'Een nieuw begin' (RIS530601) aan. De tijd na de opvang wordt meegenomen in een op te stellen actieplan. ${announced} Wij beschouwen de motie hiermee als afgedaan.`,
  ...foot,
])

export const sent = 'Hierbij sturen wij u het actieplan Na de opvang.'
export const answers = {
  wonen: 'Voor wonen zijn vanaf april 2028 elk jaar zes woningen beschikbaar.',
  omscholing: 'Over omscholing zijn wij met een opleider in gesprek.',
  schuldhulpverlening: 'Voor schuldhulpverlening doen wij niets extra.',
}
export const programmeLetter = text('brief-actieplan.txt', [
  ...head('14 maart 2028', 'Aanbieding actieplan Na de opvang', 'ZO/2028.12'),
  `${sent} Op 8 april 2027 nam uw raad motie C.9 'Een nieuw begin' (RIS530601) aan. ${answers.wonen} ${answers.omscholing} ${answers.schuldhulpverlening} De motie is daarmee gedeeltelijk uitgevoerd.`,
  ...foot,
])
