import { Link, Paragraph } from '@utrecht/component-library-react'
import {
  daySources,
  openGroups,
  sumOf,
  type Wishes,
  type WishGroup,
  wishGroups,
  wishStands,
} from '../../../council/index.ts'
import { capitalise } from '../../../words/format.ts'
import type { Fill } from '../../components/charts/fills.tsx'
import { dayTicksUpTo } from '../../components/charts/scale.ts'
import { type Series, StackedBars } from '../../components/charts/stacked-bars.tsx'
import { StepCurve } from '../../components/charts/step-curve.tsx'
import type { MunicipalityRequest } from '../../page.ts'
import { hrefHere } from '../../page.ts'
import { Figure } from './figure.tsx'
import type { WishQuery } from './query.ts'
import { curveTable, curveTicks, domainName, tableOf } from './tables.ts'

const fillOfGroup: Record<WishGroup, Fill> = {
  settled: 'solid',
  announced: 'stripes',
  'unknown-evidence': 'dots',
  proposed: 'lines',
  reopened: 'cross',
  open: 'empty',
}
const fillOfSource = { letter: 'solid', extension: 'stripes', check: 'dots', none: 'empty' } as const

type Props = { request: MunicipalityRequest; query: WishQuery; wishes: Wishes }

export function Stands({ request, query, wishes }: Props) {
  const { words, language } = request
  const { wishes: w } = words
  const { groups, stands } = wishes
  const open = sumOf({ proposed: groups.proposed, reopened: groups.reopened, open: groups.open })
  const reading = w.stands.reading(groups.settled, groups.announced, groups['unknown-evidence'], open)
  const fillOf = (stand: (typeof wishStands)[number]) =>
    fillOfGroup[wishGroups.find((group) => group === stand) ?? 'settled']
  return (
    <Figure
      request={request}
      query={query}
      name="stand"
      title={w.stands.title}
      reading={reading}
      table={tableOf('stand', wishes, words)}
    >
      <StackedBars
        id="grafiek-stand"
        title={w.stands.title}
        description={reading}
        unit={w.unit.matters}
        series={[{ key: 'count', label: w.unit.matters, fill: 'solid' }]}
        rows={wishStands
          .filter((stand) => stands[stand] > 0)
          .map((stand) => ({
            label: capitalise(w.stand[stand]),
            counts: { count: stands[stand] },
            fill: fillOf(stand),
          }))}
        language={language}
        legend={false}
      />
    </Figure>
  )
}

export function Ages({ request, query, wishes }: Props) {
  const { words, language } = request
  const { wishes: w } = words
  const rows = wishes.ages.filter(({ counts }) => sumOf(counts) > 0)
  const open = rows.reduce((sum, { counts }) => sum + sumOf(counts), 0)
  const overAYear = rows
    .filter(({ age }) => age === '2-years' || age === '4-years' || age === 'longer')
    .reduce((sum, { counts }) => sum + sumOf(counts), 0)
  const reading = open === 0 ? w.ages.none : w.ages.reading(open, overAYear)
  return (
    <Figure
      request={request}
      query={query}
      name="leeftijd"
      title={w.ages.title}
      reading={reading}
      table={tableOf('leeftijd', wishes, words)}
    >
      {open > 0 && (
        <StackedBars
          id="grafiek-leeftijd"
          title={w.ages.title}
          description={reading}
          unit={w.unit.matters}
          series={openGroups.map((group) => ({
            key: group,
            label: w.openGroup[group],
            fill: fillOfGroup[group],
          }))}
          rows={rows.map(({ age, counts }) => ({ label: capitalise(w.age[age]), counts }))}
          language={language}
        />
      )}
    </Figure>
  )
}

const groupSeries = ({ words }: MunicipalityRequest): Series[] =>
  wishGroups.map((group) => ({ key: group, label: words.wishes.group[group], fill: fillOfGroup[group] }))
const openOf = (counts: Readonly<Record<WishGroup, number>>) =>
  openGroups.reduce((sum, group) => sum + counts[group], 0)

export function Parties({ request, query, wishes }: Props) {
  const { words, language } = request
  const { wishes: w } = words
  const known = wishes.parties.filter(({ party }) => party !== null)
  const withOpen = known.filter(({ counts }) => openOf(counts) > 0).length
  const reading = w.parties.reading(withOpen, known.length)
  return (
    <Figure
      request={request}
      query={query}
      name="partijen"
      title={w.parties.title}
      reading={reading}
      table={tableOf('partijen', wishes, words)}
      note={<Paragraph className="schakel-soft schakel-small">{w.parties.note}</Paragraph>}
    >
      <StackedBars
        id="grafiek-partijen"
        title={w.parties.title}
        description={reading}
        unit={w.unit.matters}
        series={groupSeries(request)}
        rows={wishes.parties.map(({ party, counts }) => ({ label: party?.name ?? w.noParty, counts }))}
        language={language}
      />
    </Figure>
  )
}

export function Domains({ request, query, wishes }: Props) {
  const { words, language } = request
  const { wishes: w } = words
  const most = wishes.domains
    .filter(({ domain }) => domain !== null)
    .reduce<Wishes['domains'][number] | null>(
      (found, one) => (found && sumOf(found.counts) >= sumOf(one.counts) ? found : one),
      null,
    )
  const reading = most
    ? w.domains.reading(domainName(most.domain, words), sumOf(most.counts), openOf(most.counts))
    : capitalise(`${w.noDomain}.`)
  return (
    <Figure
      request={request}
      query={query}
      name="onderwerpen"
      title={w.domains.title}
      reading={reading}
      table={tableOf('onderwerpen', wishes, words)}
    >
      <StackedBars
        id="grafiek-onderwerpen"
        title={w.domains.title}
        description={reading}
        unit={w.unit.matters}
        series={groupSeries(request)}
        rows={wishes.domains.map(({ domain, counts }) => ({
          label: capitalise(domainName(domain, words)),
          counts,
        }))}
        language={language}
      />
    </Figure>
  )
}

export function Duration({ request, query, wishes }: Props) {
  const { words, language } = request
  const { survival: w } = words.wishes
  const { survival } = wishes
  const share = w.share(survival.shareAt(survival.longest))
  const reading =
    survival.settled === 0
      ? w.none
      : survival.median === null
        ? w.noMedian(share)
        : w.reading(survival.median)
  return (
    <Figure
      request={request}
      query={query}
      name="duur"
      title={w.title}
      reading={reading}
      table={survival.settled === 0 ? { head: [], rows: [] } : curveTable(wishes, words)}
      note={
        wishes.leftOut > 0 ? (
          <Paragraph className="schakel-soft schakel-small">{w.leftOut(wishes.leftOut)}</Paragraph>
        ) : null
      }
    >
      {survival.settled > 0 && (
        <>
          <p className="schakel-soft schakel-small">{w.axis}</p>
          <StepCurve
            id="grafiek-duur"
            title={w.title}
            description={`${w.axis} ${reading}`}
            steps={survival.steps}
            end={survival.longest}
            ticks={dayTicksUpTo(survival.longest, curveTicks).map((days) => ({
              days,
              label: w.at(days),
              atRisk: survival.atRisk(days),
            }))}
            atRiskLabel={w.atRisk}
            half={survival.median === null ? null : { days: survival.median, label: w.half(survival.median) }}
            language={language}
          />
        </>
      )}
    </Figure>
  )
}

export function Commitments({ request, query, wishes }: Props) {
  const { words, language } = request
  const { wishes: w } = words
  const { running, late, longestLate } = wishes
  const reading = running === 0 ? w.commitments.none : w.commitments.reading(running, late, longestLate)
  return (
    <Figure
      request={request}
      query={query}
      name="toezeggingen"
      title={w.commitments.title}
      reading={reading}
      table={tableOf('toezeggingen', wishes, words)}
      note={
        <Paragraph>
          <Link href={hrefHere(request, '/toezeggingen')}>{w.commitments.link}</Link>
        </Paragraph>
      }
    >
      {running > 0 && (
        <StackedBars
          id="grafiek-toezeggingen"
          title={w.commitments.title}
          description={reading}
          unit={w.unit.commitments}
          series={daySources.map((source) => ({
            key: source,
            label: w.source[source],
            fill: fillOfSource[source],
          }))}
          rows={wishes.commitments
            .filter(({ counts }) => sumOf(counts) > 0)
            .map(({ delay, counts }) => ({ label: capitalise(w.delay[delay]), counts }))}
          language={language}
        />
      )}
    </Figure>
  )
}
