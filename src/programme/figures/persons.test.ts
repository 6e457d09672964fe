import { expect, test } from 'vitest'
import { eventRules } from './event-rules.ts'
import { countsPersons } from './persons.ts'

const words = eventRules('2026-01-01').personWords
const events = { unit: 'bijeenkomsten', name: 'Voorlichting', definition: 'Gehouden bijeenkomsten.' }

test.for([
  [{ unit: 'personen' }, 'unit', 'personen'],
  [{ unit: 'Slachtoffers' }, 'unit', 'slachtoffers'],
  [{ unit: '% van de cliënten' }, 'unit', 'cliënten'],
  [{ unit: 'cliënten' }, 'unit', 'cliënten'],
  [{ unit: 'unieke deelnemers' }, 'unit', 'deelnemers'],
  [{ unit: 'arbeidsmigranten/werkers' }, 'unit', 'werkers'],
  [{ unit: 'victims' }, 'unit', 'victims'],
  [{ name: 'Bereikte jongeren' }, 'name', 'jongeren'],
  [{ name: 'Aantal bereikte jongeren op school' }, 'name', 'jongeren'],
  [{ name: 'Bijeenkomsten en deelnemers' }, 'name', 'deelnemers'],
  [{ name: 'Percentage van de vrouwen dat hulp kreeg' }, 'name', 'vrouwen'],
  [{ definition: 'Het aantal minderjarige slachtoffers dat is aangemeld.' }, 'definition', 'minderjarige'],
  [{ definition: 'Bijeenkomsten. Geteld wordt het aantal deelnemers.' }, 'definition', 'deelnemers'],
  [{ definition: 'Hoeveel mensen een les kregen.' }, 'definition', 'mensen'],
  [{ definition: 'Kinderen die een les kregen.' }, 'definition', 'kinderen'],
  [
    { definition: 'Lessen, met niet alleen het aantal lessen maar het aantal leerlingen.' },
    'definition',
    'leerlingen',
  ],
] as const)('%o counts persons', ([change, field, word]) => {
  expect(countsPersons({ ...events, ...change }, words)).toEqual({ field, word })
})

test.for([
  {},
  { name: 'Voorlichting voor jongeren' },
  { name: 'Aantal trainingen voor medewerkers van de gemeente' },
  { name: 'Lessen over mensenhandel' },
  { name: 'Aantal signalen van mogelijke uitbuiting' },
  { name: 'Opvangplaatsen', unit: 'plaatsen' },
  { name: 'Slachtofferopvang: plaatsen', unit: 'plaatsen' },
  { name: 'Controles in bedrijven', definition: 'Controles waarbij inspecteurs een bedrijf bezoeken.' },
  { definition: 'Bijeenkomsten, niet het aantal deelnemers.' },
  { definition: 'Aantal scholen waar leerlingen een les kregen.', unit: 'scholen' },
  { name: 'Subsidie', unit: 'euro', definition: 'Betaald aan het meldpunt voor slachtoffers.' },
])('%o counts something else', (change) => {
  expect(countsPersons({ ...events, ...change }, words)).toBe(null)
})
