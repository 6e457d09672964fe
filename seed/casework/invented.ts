/** Invented people, from a generator that begins at the same number each time. */

/** Mulberry32: numbers from 0 to 1, the same for the same beginning. Not for secrets. */
export function generator(beginning: number): () => number {
  let state = beginning
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(next: () => number, from: readonly T[]): T => {
  const one = from[Math.floor(next() * from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

export const calledNames = [
  ...['Lotte', 'Amira', 'Nadia', 'Ilse', 'Blessing', 'Kasia', 'Mirela', 'Joy', 'Fenna', 'Samira'],
  ...['Daniel', 'Tomek', 'Grace', 'Elena', 'Yara', 'Hana', 'Roos', 'Ifeoma', 'Petra', 'Musa'],
]
export const surnames = [
  ...['Zonnedauw', 'van der Wilg', 'Korenaar', 'Adeyinka-Veld', 'Lisdodde', 'ten Riet', 'Kwartel'],
  ...['Moerbei', 'de Zwaluw', 'Ooievaar', 'Brandnetel', 'Waterlelie', 'Egelantier', 'van Berkenlaan'],
]
export const languages = ['Nederlands', 'Engels', 'Pools', 'Roemeens', 'Frans', 'Arabisch', 'Tigrinya']
export const streets = ['Verzonnenlaan', 'Nergenskade', 'Ergensteeg', 'Bedachtstraat', 'Dromerspad']

export const wishes = [
  'Ik wil een eigen deur en werk in de zorg',
  'Ik wil rustig slapen en mijn kind naar school brengen',
  'Ik wil weer naar school',
  'Ik wil van mijn schulden af',
  'Ik wil een kapsalon beginnen',
  'Ik wil Nederlands leren en bij een koor',
  'Ik wil niet meer alleen zijn',
  'Ik wil een baan waar niemand iets vraagt',
]
export const cautions = [
  'niet bellen vóór 18.00 uur.',
  'alleen via Signal. Zij neemt onbekende nummers niet op.',
  'mijd Waterstad-Noord.',
  'altijd met tolk, geen man.',
  'haar zus weet niets. Laat niets achter op de voicemail.',
  'spreek af op een drukke plek.',
]
