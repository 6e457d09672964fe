import { capitalise, countOf, listOf } from '../format.ts'

/** Which passage of a letter answers which request. */
export const coverageWords = {
  title: 'Wat de brief beantwoordt',
  /** How many matters have a passage of their own, share one, have none. */
  lead: (own: number, shared: number, none: number) => {
    const count = (n: number) => countOf(n, 'onderdeel', 'onderdelen', 'nl')
    const parts = [
      own > 0 ? `${count(own)} ${own === 1 ? 'heeft' : 'hebben'} een eigen passage` : '',
      shared > 0 ? `${count(shared)} alleen een passage die over meer onderdelen gaat` : '',
      none > 0 ? `over ${count(none)} zegt de brief niets` : '',
    ].filter((part) => part !== '')
    return parts.length > 0
      ? `${capitalise(listOf(parts, 'nl')).replace(/^Één/, 'Eén')}.`
      : 'Van de moties in deze brief wordt niets gevolgd.'
  },
  howTo: 'Eén zin over drie verzoeken beantwoordt er nog geen een. Kijk per onderdeel wat er staat.',
  none: 'Deze brief beantwoordt geen motie uit het register.',
  nothingFollowed:
    'Van deze motie wordt niets gevolgd: zij is niet aangenomen, of haar tekst is niet bekend.',
  own: 'eigen passage',
  shared: 'gedeelde passage',
  nothing: 'geen passage',
  noneSaid: 'In deze brief staat hier niets over.',
  says: 'De brief zegt',
  suggests: (outcome: string) => `Schakel zou voorstellen: ${outcome}.`,
  suggestsNothing: 'Schakel stelt niets voor.',
  propose: 'Doe een voorstel',
  see: 'Bekijken',
  link: 'Bekijk wat de brief beantwoordt',
  toLetter: 'Naar de brief',
}
