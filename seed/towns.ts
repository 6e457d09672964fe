import type { BodyKind, Membership, Theme } from '../src/council/index.ts'
import type { Role } from '../src/ctx.ts'
import type { CourseStep } from './course.ts'
import { courseOfDuinrode, courseOfWaterstad } from './courses.ts'
import {
  type ProgrammeStep,
  programmeOfDuinrode,
  programmesOfWaterstad,
  type SourceStep,
} from './programme/index.ts'

/** An invented town: all names of people, parties and places are made up. Its papers are in the folder of its name. */
export type Town = {
  municipality: string
  name: string
  theme: Theme
  bodies: readonly { kind: BodyKind; name: string }[]
  councillors: readonly { name: string; memberships: readonly Membership[] }[]
  /** Who may sign in, in the demonstration. The first clerk does the seeding. */
  staff: readonly { name: string; roles: readonly Role[] }[]
  /** What people did with what was asked and promised, oldest first. */
  course: readonly CourseStep[]
  /** What they did for action programmes, oldest first. */
  programmes: readonly (ProgrammeStep | SourceStep)[]
  /** What the clerk corrected, per file: JSON pointer into the review → what was typed. */
  corrections: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const first = '2018-03-29'
const second = '2022-03-31'
const third = '2026-04-01'
const from = (party: string, day: string, to: string | null = null): Membership => ({ party, from: day, to })

export const towns: readonly Town[] = [
  {
    municipality: 'waterstad',
    name: 'Waterstad',
    theme: 'schakel',
    bodies: [
      { kind: 'council', name: 'Gemeenteraad van Waterstad' },
      { kind: 'college', name: 'College van burgemeester en wethouders' },
      { kind: 'committee', name: 'Commissie Samenleving' },
      { kind: 'committee', name: 'Commissie Ruimte' },
    ],
    councillors: [
      { name: 'Bas Terhorst', memberships: [from('Stadspartij', first)] },
      { name: 'Mirte Vlasblom', memberships: [from('Stadspartij', first, '2022-03-30')] },
      { name: 'Jade Wouterlood', memberships: [from('Groene Stroom', first)] },
      { name: 'Ruben Elzenga', memberships: [from('Groene Stroom', third)] },
      { name: 'Anouk Brandhof', memberships: [from('Sociaal Waterstad', first, '2022-03-30')] },
      { name: 'Idris Benhaddou', memberships: [from('Sociaal Waterstad', second)] },
      { name: 'Casper Roodhart', memberships: [from('Ondernemend Midden', first)] },
      { name: 'Lotte van Meurs', memberships: [from('Ondernemend Midden', second)] },
      { name: 'Gijs van Ommeren', memberships: [from('Christelijk Verbond', first)] },
      { name: 'Truus Kamphof', memberships: [from('Ouderenbelang', first, '2022-03-30')] },
      { name: 'Wim Hagedoorn', memberships: [from('Ouderenbelang', second)] },
      {
        name: 'Dirk Stolwijk',
        memberships: [
          from('Vrije Burgers', first, '2021-01-31'),
          from('Stadspartij', '2021-02-01', '2022-03-30'),
        ],
      },
      { name: 'Yara Damstra', memberships: [from('Jong Waterstad', '2021-05-06')] },
      { name: 'Hanna Ostinga', memberships: [] },
      { name: 'Jelmer Postuma', memberships: [] },
      { name: 'Olivier Kampstra', memberships: [] },
    ],
    staff: [
      { name: 'N. de Wildt', roles: ['clerk'] },
      { name: 'T. Oosterling', roles: ['clerk'] },
      { name: 'Gijs van Ommeren', roles: ['councillor'] },
      { name: 'Bas Terhorst', roles: ['councillor'] },
      { name: 'Olivier Kampstra', roles: ['portfolio-holder'] },
      { name: 'Hanna Ostinga', roles: ['portfolio-holder'] },
      { name: 'Milan Kerkdijk', roles: ['policy-officer'] },
      { name: 'Saar Nieuwland', roles: ['policy-officer'] },
      { name: 'Joram Eikelboom', roles: ['policy-officer'] },
    ],
    course: courseOfWaterstad,
    programmes: programmesOfWaterstad,
    corrections: {
      '2018-10-11-motie-14-zwemles.txt': {
        '/motions/0/requests/0/domain': 'training',
        '/motions/0/requests/1/periodic/text': 'elk jaar',
        '/motions/0/requests/1/periodic/months': '12',
      },
      '2019-03-14-motie-5-oosterbrug.txt': {
        '/motions/0/requests/0/domain': 'safety',
        '/motions/0/requests/1/domain': 'safety',
      },
      '2021-04-15-motie-7-schulden.txt': {
        '/motions/0/requests/0/domain': 'debt',
        '/motions/0/requests/1/domain': 'debt',
      },
      '2020-05-14-motie-9-verenigingen.txt': { '/motions/0/requests/0/domain': '' },
      '2026-09-17-motie-21-stadsboerderij.txt': { '/motions/0/requests/0/domain': '' },
      '2022-06-16-motie-2-taalhuis.txt': { '/motions/0/requests/0/domain': 'training' },
      '2022-11-10-motie-41-energie.txt': { '/motions/0/requests/1/domain': 'debt' },
      '2023-03-09-motie-6-mantelzorg.txt': { '/motions/0/requests/0/domain': 'health' },
      '2024-11-07-motie-38-jongerenwerk.txt': {
        '/motions/0/requests/0/domain': 'network',
        '/motions/0/requests/1/domain': 'safety',
      },
      '2026-06-18-motie-15-huisartsen.txt': {
        '/motions/0/requests/0/domain': 'health',
        '/motions/0/requests/1/domain': 'health',
      },
    },
  },
  {
    municipality: 'duinrode',
    name: 'Duinrode',
    theme: 'ma',
    bodies: [
      { kind: 'council', name: 'Raad van de gemeente Duinrode' },
      { kind: 'college', name: 'College van burgemeester en wethouders' },
      { kind: 'committee', name: 'Raadscommissie' },
    ],
    councillors: [
      { name: 'Marga Schelpen', memberships: [from('Duinrode Eén', first)] },
      { name: 'Thijs Helmgras', memberships: [from('Duinpartij', first)] },
      { name: 'Femke Zeegers', memberships: [from('Ondernemers aan Zee', second)] },
      { name: 'Alwin Bakboord', memberships: [] },
    ],
    staff: [
      { name: 'Sanne Strandhof', roles: ['clerk'] },
      { name: 'Marga Schelpen', roles: ['councillor'] },
      { name: 'Alwin Bakboord', roles: ['portfolio-holder'] },
      { name: 'Ilse Rietkraag', roles: ['policy-officer'] },
    ],
    course: courseOfDuinrode,
    programmes: programmeOfDuinrode,
    corrections: {
      '2023-11-09-motie-12-woningen.txt': { '/motions/0/requests/1/domain': 'housing' },
      '2024-05-16-motie-4-schuur.txt': { '/motions/0/requests/0/domain': '' },
      '2025-02-13-motie-2-hulp-na-brand.txt': { '/motions/0/requests/0/parts/1/domain': 'other' },
    },
  },
  {
    municipality: 'lindewoude',
    name: 'Lindewoude',
    theme: 'schakel',
    bodies: [
      { kind: 'council', name: 'Gemeenteraad van Lindewoude' },
      { kind: 'college', name: 'College van burgemeester en wethouders' },
    ],
    councillors: [{ name: 'Reinout Beukenhorst', memberships: [] }],
    staff: [
      { name: 'Tobias Heidema', roles: ['clerk'] },
      { name: 'Reinout Beukenhorst', roles: ['portfolio-holder'] },
      { name: 'Nynke Woudstra', roles: ['policy-officer'] },
    ],
    course: [],
    programmes: [],
    corrections: {},
  },
]
