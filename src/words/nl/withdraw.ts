import { formatDate } from '../format.ts'

const date = (iso: string) => formatDate(iso, 'nl')

/** A letter that is taken back. */
export const withdrawWords = {
  title: 'Brief intrekken',
  lead: 'Een ingetrokken brief blijft te lezen. Boven de brief staat dat hij is ingetrokken, sinds wanneer en waarom.',
  moves: 'Dit gebeurt er',
  claims: 'Wat de brief over moties zegt, telt niet meer mee.',
  commitments: 'Deze toezeggingen vervallen:',
  proposals: 'Deze voorstellen gaan terug:',
  settled:
    'Deze onderdelen zijn op deze brief afgedaan. Ze blijven afgedaan, tot iemand ze heropent. Ze komen bij Vandaag te staan:',
  nothing: 'Er rust verder niets op deze brief.',
  reason: 'Waarom wordt de brief ingetrokken?',
  reasonHint: 'Deze reden is openbaar.',
  needed: 'Schrijf waarom.',
  button: 'Trek de brief in',
  cancel: 'Terug zonder intrekken',
  done: 'De brief is ingetrokken.',
  restored: 'De brief telt weer mee.',
  is: 'Deze brief is ingetrokken',
  restore: 'Zet het intrekken terug',
  restoreLead: 'Dat kan zolang niemand verder is gegaan met wat er toen veranderde.',
  banner: (iso: string) => `Ingetrokken op ${date(iso)}`,
  bannerLead: 'Deze brief is ingetrokken. Wat erin staat, telt niet meer mee.',
  why: (reason: string) => `Reden: ${reason}`,
}
