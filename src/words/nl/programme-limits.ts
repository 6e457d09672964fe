import type { Area, Certainty, Counts, Direction, FigureCode } from '../../programme/index.ts'
import { figureOf, formatDate, formatNumber } from '../format.ts'

const n = (value: string | number | undefined) => formatNumber(Number(value), 'nl')
const day = (value: string | number | undefined) => formatDate(String(value), 'nl')
type Detail = Readonly<Record<string, string | number>>

/** The kinds of events of `rules/programme/events.json`. */
export const eventKindWords: Readonly<Record<string, { name: string; hint: string }>> = {
  sessions: { name: 'Bijeenkomsten, lessen en trainingen', hint: 'Hoe vaak iets gegeven is.' },
  campaigns: { name: 'Voorlichting en campagnes', hint: 'Acties voor iedereen.' },
  agreements: { name: 'Afspraken en convenanten', hint: 'Afspraken tussen organisaties.' },
  barriers: { name: 'Barrières', hint: 'Regels en maatregelen die misbruik moeilijker maken.' },
  inspections: { name: 'Controles', hint: 'Hoe vaak er gekeken is.' },
  findings: { name: 'Bevindingen bij controles', hint: 'Hoe vaak er iets mis was.' },
  signals: { name: 'Signalen en meldingen', hint: 'Hoe vaak er iets gemeld is.' },
  'police-reports': { name: 'Aangiften en aanhoudingen', hint: 'Bij de politie.' },
  'case-meetings': { name: 'Besproken casussen', hint: 'In een overleg tussen organisaties.' },
  closures: { name: 'Sluitingen en dwangsommen', hint: 'Besluiten tegen een pand of een bedrijf.' },
  other: { name: 'Iets anders dat gebeurt', hint: 'Dan gelden de strengste regels.' },
}
export const areaWords: Record<Area, string> = {
  country: 'Nederland',
  region: 'de regio',
  municipality: 'de gemeente',
  district: 'een stadsdeel of wijk',
  neighbourhood: 'een buurt',
}
const elsewhere =
  'Cijfers over personen komen alleen uit de afgeschermde kant, waar ze eerst beschermd worden. Hier tel je wat er gebeurt: lessen, controles, signalen.'
const whyLimit = 'Een klein getal kan een persoon aanwijzen.'

export const figureProblemWords: Record<FigureCode, (detail: Detail) => string> = {
  'counts-persons': ({ word }) => `Dit telt personen (“${word}”). ${elsewhere}`,
  'share-points-at-persons': ({ word }) =>
    `Dit is een aandeel van iets dat personen kan aanwijzen (“${word}”). Met het aantal erbij is een klein getal uit te rekenen. Tel in plaats daarvan het aantal zelf.`,
  'other-kind': ({ kind }) =>
    `Aan de eenheid te zien telt dit ${(eventKindWords[String(kind)]?.name ?? String(kind)).toLowerCase()}. Kies dat, want daarvoor gelden eigen regels.`,
  'area-too-narrow': ({ area }) =>
    `Voor deze soort mag een getal niet over een kleiner gebied gaan dan ${areaWords[area as Area] ?? area}. Tel gebieden bij elkaar op.`,
  'values-in-the-way': () =>
    'Er staan al cijfers die hierbij niet openbaar mogen zijn. Pas eerst die cijfers aan, of maak een nieuwe indicator.',
  'number-whole': () => 'Wat gebeurt, tel je in hele getallen.',
  'number-negative': () => 'Dit getal kan niet kleiner zijn dan nul.',
  'number-missing': () => 'Hier staat geen getal.',
  'too-many-decimals': ({ decimals }) =>
    `Dit getal heeft meer cijfers achter de komma dan de indicator (${n(decimals)}).`,
  'too-small': ({ smallest }) =>
    `Dit getal is kleiner dan ${n(smallest)}. ${whyLimit} Neem een langere periode, of tel gebieden bij elkaar op. Nul mag wel.`,
  'period-too-short': ({ months }) =>
    `Deze periode is te kort. Voor deze soort is ten minste ${figureOf(Number(months), 'maand', 'maanden', 'nl')} nodig: over een kortere tijd kan een getal een persoon aanwijzen.`,
  'period-taken': () => 'Voor deze periode staat al een cijfer. Verbeter dat cijfer.',
  'period-twice': () => 'Deze periode staat vaker in het bestand. Kies hieronder welke rijen meetellen.',
  'period-unreadable': () => 'Dit is geen periode die te lezen is.',
  'periods-cross': ({ from, to, otherFrom, otherTo }) =>
    `De periode ${day(from)} t/m ${day(to)} loopt half over ${day(otherFrom)} t/m ${day(otherTo)} heen. Zo kan iemand kleine getallen uitrekenen. Neem perioden die naast elkaar of in elkaar liggen.`,
  'difference-small': ({ whole, parts, rest, from, to, smallest }) =>
    `Met de cijfers die er al staan is een klein getal uit te rekenen: ${n(whole)} (${day(from)} t/m ${day(to)}) min ${n(parts)} is ${n(rest)}, minder dan ${n(smallest)}. ${whyLimit} Neem een langere periode.`,
  'rest-short': ({ from, to, months }) =>
    `Met de cijfers die er al staan is uit te rekenen wat er in een heel korte tijd gebeurde, binnen ${day(from)} t/m ${day(to)}. Voor deze soort is ten minste ${figureOf(Number(months), 'maand', 'maanden', 'nl')} nodig.`,
  'parts-differ': ({ whole, parts, from, to }) =>
    `Dit klopt niet met elkaar: over ${day(from)} t/m ${day(to)} staat ${n(whole)}, en de perioden daarbinnen zijn samen ${n(parts)}.`,
  'correction-small': ({ before, now, smallest }) =>
    `Eerder stond er ${n(before)}. Wie dat bewaarde, ziet nu een verschil van ${n(Math.abs(Number(now) - Number(before)))}, minder dan ${n(smallest)}. Ook dat kan een persoon aanwijzen. Laat het cijfer staan en schrijf erbij dat het nog kan veranderen; verbeter het als het verschil groter is.`,
  'columns-twice': () => 'Kies voor de periode en voor het getal elk een eigen kolom.',
  'file-empty': () => 'Dit bestand is leeg.',
  'file-spreadsheet': () =>
    'Dit is een bestand van een rekenprogramma. Bewaar het daar als CSV en kies dat bestand.',
  'file-other': () => 'Dit is geen lijst (CSV) en geen JSON-stat.',
  'not-json': () =>
    'Dit bestand begint als JSON, maar is niet te lezen. Misschien is het niet helemaal opgehaald.',
  'json-stat-other': () => 'Dit is wel JSON, maar geen tabel in JSON-stat.',
  'json-stat-old': () => 'Dit is een oudere versie van JSON-stat. Haal de tabel op als JSON-stat 2.0.',
  'json-stat-damaged': () =>
    'In deze tabel (JSON-stat) passen de indeling en de getallen niet bij elkaar. Haal haar opnieuw op.',
  'json-stat-long': () => 'Deze tabel is te groot. Kies bij de bron minder gebieden of onderwerpen.',
}

/** What people choose from for an indicator. */
export const choiceWords = {
  counts: {
    events: 'Wat er gebeurt',
    things: 'Wat er is, zoals plaatsen of scholen',
    money: 'Geld',
    share: 'Een aandeel (%)',
  } satisfies Record<Counts, string>,
  direction: {
    up: 'Meer is beter',
    down: 'Minder is beter',
    hold: 'Het moet gelijk blijven',
  } satisfies Record<Direction, string>,
  certainty: {
    counted: 'Geteld',
    sampled: 'Uit een steekproef',
    estimated: 'Geschat',
    unknown: 'Niet bekend hoe zeker',
  } satisfies Record<Certainty, string>,
  sure: {
    counted: 'De cijfers zijn geteld.',
    sampled: 'De cijfers komen uit een steekproef.',
    estimated: 'Ten minste één cijfer is geschat.',
    unknown: 'Hoe zeker de cijfers zijn, is niet bekend.',
  } satisfies Record<Certainty, string>,
}
