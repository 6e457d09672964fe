import { publishedWords } from '../../src/council/index.ts'
import type { Ctx } from '../../src/ctx.ts'
import {
  actionNumbered,
  addValue,
  beginProgramme,
  changeAction,
  changeMilestone,
  changeRisk,
  dropMilestone,
  indicatorCalled,
  milestoneCalled,
  programmeCalled,
  reachMilestone,
  reportProgress,
  riskCalled,
  stepAction,
  succeedProgramme,
} from '../../src/programme/index.ts'
import type { Known } from '../course.ts'
import { addSourceOf, decideOn, measure, meet, plan, serveOne, setBudget, setLine } from './carry-out.ts'
import { proofOf } from './proof.ts'
import { takeReportStep } from './report.ts'
import type { ProgrammeStep, SourceStep } from './step.ts'

/** Takes one step, by its command, as the one who took it. */
export async function takeProgrammeStep(
  ctx: Ctx,
  known: Known,
  step: ProgrammeStep | SourceStep,
): Promise<void> {
  if (step.does === 'source') return addSourceOf(ctx, known, step)
  if (step.does === 'begin') {
    await beginProgramme(ctx, { ...step, slug: step.programme })
    return
  }
  if (step.does === 'succeed') {
    const { id } = await programmeCalled(ctx, step.after)
    const actions: number[] = []
    for (const number of step.actions) actions.push((await actionNumbered(ctx, id, number)).id)
    await succeedProgramme(ctx, { ...step, slug: step.programme, programme: id, actions })
    return
  }
  const programme = await programmeCalled(ctx, step.programme)
  await takeIn(ctx, known, programme, step)
}

type Inside = Exclude<ProgrammeStep, { does: 'begin' | 'succeed' }>
type At = { id: number; version: number }

async function takeIn(ctx: Ctx, known: Known, programme: At, step: Inside): Promise<void> {
  const { id } = programme
  const action = (number: string) => actionNumbered(ctx, id, number)
  const milestone = async (of: { action: string; milestone: string }) => {
    const { id: one, version } = await milestoneCalled(ctx, (await action(of.action)).id, of.milestone)
    return { milestone: one, version }
  }
  switch (step.does) {
    case 'frame':
      for (const line of step.lines) await setLine(ctx, id, null, line)
      return
    case 'plan':
      return plan(ctx, known, id, step.actions)
    case 'replan': {
      const { id: one, version } = await action(step.action)
      await changeAction(ctx, { action: one, version, endsOn: step.to })
      await setBudget(ctx, id, one, step.budget)
      return
    }
    case 'serve':
      return serveOne(ctx, known, id, step.action === null ? null : (await action(step.action)).id, step.what)
    case 'measure':
      return measure(ctx, id, step.indicators)
    case 'adopt':
    case 'amend':
      return decideOn(ctx, known, programme, step)
    case 'start':
      for (const number of step.actions) {
        const { id: one, version } = await action(number)
        await stepAction(ctx, { action: one, version, move: 'start', on: step.on })
      }
      return
    case 'step': {
      const { id: one, version } = await action(step.action)
      const { move, reason = null, when = step.on } = step
      await stepAction(ctx, { action: one, version, move, on: when, reason })
      return
    }
    case 'report': {
      const { id: one } = await action(step.action)
      const reached = step.reached ? await milestone({ action: step.action, milestone: step.reached }) : null
      const evidence = await proofOf(ctx, known, id, { words: step.words ?? [] })
      await reportProgress(ctx, { action: one, text: step.text, evidence, reached }, publishedWords)
      return
    }
    case 'reach': {
      const evidence = await proofOf(ctx, known, id, step)
      await reachMilestone(
        ctx,
        { ...(await milestone(step)), on: step.when ?? step.on, evidence },
        publishedWords,
      )
      return
    }
    case 'move': {
      const { dueOn, reason, extend = false } = step
      await changeMilestone(ctx, { ...(await milestone(step)), dueOn, reason, extendAction: extend })
      return
    }
    case 'drop':
      await dropMilestone(ctx, { ...(await milestone(step)), reason: step.reason })
      return
    case 'extend': {
      const { id: one, version } = await action(step.action)
      await changeAction(ctx, { action: one, version, endsOn: step.to, reason: step.reason })
      return
    }
    case 'money':
      for (const line of step.lines) await setLine(ctx, id, (await action(line.action)).id, line)
      return
    case 'risk': {
      const {
        id: risk,
        version,
        ...fields
      } = await riskCalled(ctx, (await action(step.action)).id, step.risk)
      const measure = step.measure ?? fields.measure
      await changeRisk(ctx, { ...fields, measure, risk, version, state: step.state })
      return
    }
    case 'meet':
      return meet(ctx, id, step)
    case 'count': {
      const [place] = await proofOf(ctx, known, id, { words: [step.words] })
      if (place?.kind !== 'passage') throw new Error(`nothing states "${step.words.text}"`)
      const { indicator, from, to, value, note = null } = step
      await addValue(
        ctx,
        {
          indicator: await indicatorCalled(ctx, id, indicator),
          document: place.document,
          at: place.at,
          ...{ from, to, value, note, certainty: 'counted' },
        },
        publishedWords,
      )
      return
    }
    default:
      return takeReportStep(ctx, known, id, step)
  }
}
