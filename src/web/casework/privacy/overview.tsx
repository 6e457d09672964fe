import type { SampleItem, Verdict } from '../../../audit/index.ts'
import { alertsFor, giveVerdict, sampleOfWeek, spanOf, weekOf } from '../../../audit/index.ts'
import { casesForReview, emergenciesToJudge, judgeEmergency, namesOf } from '../../../reintegration/index.ts'
import { idIn, textIn } from '../../desk/matter/typed.ts'
import { formPages, type Sent } from '../kit.tsx'
import type { CaseScreen, StaffRequest } from '../page.ts'
import { goTo } from '../page.ts'
import { EmergenciesJudged, EmergenciesWaiting } from './emergencies.tsx'
import { privacyScreen } from './frame.tsx'
import { Alerts, type Reading, Sample } from './readings.tsx'

/** What a privacy officer judges: emergencies, alerts and the sample of a week; what waits first stands first. */
export const overviewPages = formPages<StaffRequest>({
  draw,
  async send(request, typed) {
    if (textIn(typed, 'form').startsWith('nood-')) {
      await request.transact((ctx) =>
        judgeEmergency(ctx, {
          id: idIn(typed, 'emergency') ?? 0,
          verdict: textIn(typed, 'verdict'),
          remark: textIn(typed, 'remark'),
        }),
      )
    } else {
      await request.transact((ctx) =>
        giveVerdict(ctx, {
          stream: textIn(typed, 'stream'),
          seq: idIn(typed, 'seq') ?? 0,
          because: textIn(typed, 'because') === 'alert' ? 'alert' : 'sample',
          verdict: textIn(typed, 'verdict') as Verdict,
          remark: textIn(typed, 'remark') || null,
        }),
      )
    }
    const week = textIn(typed, 'week')
    return goTo(request, `/toezicht?gedaan=oordeel${spanOf(week) ? `&week=${week}` : ''}`)
  },
})

async function draw(request: StaffRequest, sent: Sent | null): Promise<CaseScreen> {
  const asked = request.query.get('week') ?? ''
  const week = spanOf(asked) ? asked : weekOf(request.now)
  const w = request.words.casePrivacy
  const seen = await request.transact(async (ctx) => {
    const waiting = await emergenciesToJudge(ctx)
    const judged = await emergenciesToJudge(ctx, { judged: true, most: 20 })
    const alerts = await alertsFor(ctx)
    const sample = await sampleOfWeek(ctx, { week })
    const lines = [...alerts, ...sample].map(({ line }) => line)
    const cases = await casesForReview(
      ctx,
      lines.map(({ trajectoryId }) => trajectoryId),
    )
    const names = await namesOf(ctx, [
      ...lines.map(({ actor }) => actor),
      ...[...alerts, ...sample].flatMap(({ judged: one }) => one?.by ?? []),
    ])
    return { waiting, judged, alerts, sample, cases, names }
  })
  const read = (item: { line: Reading['line']; judged: Reading['judged']; why: string }): Reading => ({
    ...item,
    who: seen.names.get(item.line.actor) ?? w.unknown,
    number: seen.cases.get(item.line.trajectoryId)?.number ?? w.unknown,
    judgedBy: item.judged ? (seen.names.get(item.judged.by) ?? w.unknown) : null,
    own: item.line.actor === request.actor.accountId,
  })
  const alerts = seen.alerts.map(({ line, judged, rule }) =>
    read({ line, judged, why: w.alerts.rules[rule] }),
  )
  const sample = seen.sample.map((item) =>
    read({ line: item.line, judged: item.judged, why: whyOf(request, item) }),
  )
  return privacyScreen(request, {
    part: 'overview',
    title: w.title,
    intro: w.intro,
    children: (
      <>
        <EmergenciesWaiting request={request} emergencies={seen.waiting} sent={sent} week={week} />
        <Alerts request={request} readings={alerts} sent={sent} week={week} />
        <Sample request={request} readings={sample} sent={sent} week={week} />
        <EmergenciesJudged request={request} emergencies={seen.judged} />
      </>
    ),
  })
}

function whyOf({ words }: StaffRequest, { why, lines }: Pick<SampleItem<never>, 'why' | 'lines'>): string {
  const w = words.casePrivacy.sample
  return lines > 1 ? `${w.why[why]}, ${w.lines(lines)}` : w.why[why]
}
