import { expect, test } from 'vitest'
import { adoptionWords } from './adoption-words.ts'

const said = (title: string, ...pages: string[]) =>
  adoptionWords(title, pages).map((at) =>
    at.map(({ page, start, end }) => pages[page - 1]!.slice(start, end)).join(''),
  )

const letter = `Aan: de gemeenteraad, over Veilig samen
Datum 2 juli 2026
Onderwerp: Actieprogramma Veilig samen
Geachte leden van de raad over Veilig samen,

Op 4 april vroeg uw raad om een actieprogramma. Wij stelden mevr. Bos aan.
Wij sturen u hierbij het programma Veilig
samen, voor de jaren 2026 tot en met 2028. Vragen hoort de griffie graag.

Actieprogramma Veilig samen
Actieprogrammamakers zijn er genoeg.`

test.each<[string, string, string[], string[]]>([
  [
    'sentences that name it, then those that speak of one, then lines that stand alone; no letterhead',
    'Veilig samen',
    [letter],
    [
      'Wij sturen u hierbij het programma Veilig\nsamen, voor de jaren 2026 tot en met 2028.',
      'Actieprogramma Veilig samen\nActieprogrammamakers zijn er genoeg.',
      'Op 4 april vroeg uw raad om een actieprogramma.',
    ],
  ],
  [
    'a short form does not end a sentence',
    'Bos',
    ['Dit is van mevr. Bos en nr. 3. Klaar.'],
    ['Dit is van mevr. Bos en nr. 3.'],
  ],
  [
    'a line alone still counts when there is no sentence',
    'Veilig samen',
    ['Veilig samen\n\nVan ons'],
    ['Veilig samen'],
  ],
  ['on which page', 'Veilig samen', ['Niets.', 'Hier is Veilig samen.'], ['Hier is Veilig samen.']],
  [
    'nothing where nothing is said',
    'Veilig samen',
    ['Aan: de gemeenteraad\nWij wensen u een goede zomer.'],
    [],
  ],
  ['whom it is to is never proof', 'Veilig samen', ['Aan de leden van Veilig samen'], []],
  [
    'a sentence that begins like a letterhead is a sentence',
    'Veilig samen',
    ['Aan de raad sturen wij Veilig samen.'],
    ['Aan de raad sturen wij Veilig samen.'],
  ],
])('%s', (_, title, pages, expected) => {
  expect(said(title, ...pages)).toEqual(expected)
})
