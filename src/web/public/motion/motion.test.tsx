/** What the page of a motion says of each state, in words that a citizen reads. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { livelyDossier } from '../../../../test/sample-lives.ts'
import type { MotionDossier } from '../../../council/index.ts'
import { wordsIn } from '../../../words/index.ts'
import type { MunicipalityRequest } from '../../page.ts'
import { motionScreen } from './motion.tsx'

const request = {
  language: 'nl',
  words: wordsIn('nl'),
  now: new Date('2026-11-24T09:00:00Z'),
  municipality: { slug: 'waterstad', name: 'Waterstad', theme: 'schakel' },
  municipalities: [],
} as unknown as MunicipalityRequest

const page = renderToStaticMarkup(motionScreen(request, livelyDossier).body)
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;)])/g, '$1')
/** Words of the card of one matter, or of one commitment. */
function card(text: string, dossier: MotionDossier = livelyDossier): string {
  const part = dossier.requests[0]!.parts.find((one) => one.text === text)
  const commitment = dossier.commitments.find((one) => one.text === text)
  const id = part ? `deel-${part.id}` : `toezegging-${commitment!.id}`
  return plain(
    new RegExp(`<li[^>]*id="${id}".*?(?=<li[^>]*id="(?:deel|toezegging)-|</section>)`, 's').exec(page)![0],
  )
}

describe('a matter', () => {
  test.each<[string, string[]]>([
    [
      'zonder termijn',
      ['nog geen antwoord', 'Wie nog niet bekend', 'Termijn geen termijn afgesproken', 'Bewijs nog niets'],
    ],
    [
      'termijn in woorden',
      ['er wordt aan gewerkt', '“voor de zomer”, zonder datum', 'uit de tekst van de motie'],
    ],
    [
      'voorgesteld',
      [
        'voorstel: uitgevoerd',
        'voorgesteld op 8 juli 2019',
        'Indieners kunnen bezwaar maken tot en met 31 januari 2027.',
      ],
    ],
    [
      'bezwaar gemaakt',
      [
        'Er is nog niet over besloten.',
        'Bezwaar: P. van Rijn, 15 juli 2019: Hierover staat niets in de brief.',
      ],
    ],
    ['aangehouden', ['aangehouden', 'Het voorstel is aangehouden: De wethouder is ziek.']],
    [
      'niet gevolgd',
      ['De raad, 12 september 2019: voorstel niet gevolgd. Reden: Er ontbreekt een antwoord.'],
    ],
    [
      'op een aankondiging',
      [
        'afgedaan op een aankondiging',
        'Alleen aangekondigd: ontvangt u het actieprogramma lees de passage',
        'Reden: De raad wacht af.',
      ],
    ],
    [
      'veranderd',
      [
        'De raad, 6 februari 2020: deels uitgevoerd. Reden: Er was verkeerd geteld.',
        'Dit besluit kwam in plaats van een eerder besluit, van 12 september 2019: uitgevoerd.',
      ],
    ],
    [
      'oud register',
      [
        'Waarop dit rust, is onbekend. Het is overgenomen uit een oud register.',
        'Het college, 12 september 2019',
      ],
    ],
    [
      'weer open',
      [
        'weer open',
        'Op 3 december 2019, omdat de dag van een toezegging voorbijging.',
        'Daarvoor besloot de raad, 12 september 2019: afgedaan op een aankondiging.',
        'Alle stappen (4)',
      ],
    ],
  ])('%s', (text, said) => {
    for (const words of said) expect(card(text)).toContain(words)
  })

  test('green is only for what is proven', () => {
    const tone = (text: string) => {
      const part = livelyDossier.requests[0]!.parts.find((one) => one.text === text)!
      return new RegExp(`id="deel-${part.id}".*?schakel-chip--(\\w+)`, 's').exec(page)![1]
    }
    const green = livelyDossier.requests[0]!.parts.filter((part) => tone(part.text) === 'done')
    expect(green.map((part) => part.text)).toEqual(['uitgevoerd'])
    expect(tone('weer open')).toBe('late')
    expect(tone('op een aankondiging')).toBe('wait')
  })
})

describe('a commitment', () => {
  test.each<[string, string[]]>([
    [
      'dit is te laat',
      ['6 jaar en 11 maanden te laat', 'Te laat sinds 2 december 2019', 'die is van ons, niet uit de brief'],
    ],
    [
      'dit is verlengd',
      [
        'loopt nog',
        'Verlengd van 2 december 2019 naar 1 juni 2027: Het duurde langer.',
        'op 2 december 2019 stond er in dit register nog niets over',
        'vervangt een eerdere toezegging, naar die toezegging',
      ],
    ],
    [
      'dit is nagekomen',
      [
        'nagekomen',
        'Deels nagekomen 1 maart 2020: Het eerste deel.',
        '14 oktober 2020 ontvangt u het actieprogramma',
      ],
    ],
    ['dit is vervallen', ['Vervallen 5 mei 2020: De wet veranderde.']],
    ['dit heeft geen dag', ['loopt nog, zonder datum', 'Controledatum bewust niet afgesproken']],
  ])('%s', (text, said) => {
    for (const words of said) expect(card(text)).toContain(words)
  })
})

test('the course tells that a decision was changed later', () => {
  const course = plain(/<section aria-labelledby="verloop".*?<\/section>/s.exec(page)![0])
  expect(course).toContain('Dit besluit is later veranderd, op 6 februari 2020.')
  expect(course).toContain('De raad veranderde het besluit: deels uitgevoerd, in plaats van uitgevoerd')
  expect(course).toContain('P. van Rijn maakte bezwaar (bezwaar gemaakt): Hierover staat niets in de brief.')
  expect(course).toContain('Daarom ging weer open: weer open.')
})
