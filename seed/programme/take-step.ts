import {
  addFramework,
  adoptAndKeep,
  commitmentAtDesk,
  findQuotation,
  markAmbitions,
  mattersAtDesk,
  motionDossier,
  publishedWords,
  readerOf,
} from '../../src/council/index.ts'
import type { Ctx } from '../../src/ctx.ts'
import {
  addAction,
  addDependency,
  addIndicator,
  addMeeting,
  addMilestone,
  addRisk,
  addValue,
  amendProgramme,
  beginProgramme,
  changeAction,
  changeMilestone,
  changeRisk,
  closeMeeting,
  decide,
  dropMilestone,
  type GivenEvidence,
  reachMilestone,
  reportProgress,
  serve,
  setMoney,
  stepAction,
  succeedProgramme,
} from '../../src/programme/index.ts'
import { found, type Known, type Words } from '../course.ts'
import {
  actionAt,
  ambitionAt,
  decisionAt,
  indicatorAt,
  milestoneAt,
  moneyAt,
  pillarsAt,
  programmeAt,
  riskAt,
} from './at.ts'
import type { PlannedAction, PlannedIndicator, ProgrammeStep, Proof, Serves, SourceStep } from './step.ts'

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
    const { id } = await programmeAt(ctx, step.after)
    const actions: number[] = []
    for (const number of step.actions) actions.push((await actionAt(ctx, id, number)).id)
    await succeedProgramme(ctx, { ...step, slug: step.programme, programme: id, actions })
    return
  }
  const programme = await programmeAt(ctx, step.programme)
  await takeIn(ctx, known, programme, step)
}

type Inside = Exclude<ProgrammeStep, { does: 'begin' | 'succeed' }>
type At = { id: number; version: number }

async function takeIn(ctx: Ctx, known: Known, programme: At, step: Inside): Promise<void> {
  const { id } = programme
  const action = (number: string) => actionAt(ctx, id, number)
  const milestone = async (of: { action: string; milestone: string }) => {
    const { id: one, version } = await milestoneAt(ctx, (await action(of.action)).id, of.milestone)
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
      for (const one of step.indicators) await measure(ctx, id, one)
      return
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
      const { id: risk, version, ...fields } = await riskAt(ctx, (await action(step.action)).id, step.risk)
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
          indicator: await indicatorAt(ctx, id, indicator),
          document: place.document,
          at: place.at,
          ...{ from, to, value, note, certainty: 'counted' },
        },
        publishedWords,
      )
    }
  }
}

async function addSourceOf(ctx: Ctx, known: Known, step: SourceStep): Promise<void> {
  const document = found(known.documents, step.paper)
  const { source } = await addFramework(ctx, { ...step, document })
  const places = []
  for (const text of step.ambitions) places.push((await placeOf(ctx, known, { paper: step.paper, text })).at)
  await markAmbitions(ctx, { source, places })
}

async function plan(
  ctx: Ctx,
  known: Known,
  programme: number,
  actions: readonly PlannedAction[],
): Promise<void> {
  const pillars = await pillarsAt(ctx, programme)
  const numbers = new Map<string, number>()
  for (const one of actions) {
    const { id, number } = await addAction(ctx, {
      programme,
      pillar: pillars[one.pillar - 1]!,
      number: one.number ?? null,
      title: one.title,
      description: one.description ?? null,
      startsOn: one.from,
      endsOn: one.to,
      portfolioHolder: found(known.people, one.holder),
      partners: one.partners ?? [],
      owner: { account: known.accounts.get(one.by) ?? null, name: one.by },
    })
    numbers.set(number, id)
    for (const what of one.serves ?? []) await serveOne(ctx, known, programme, id, what)
    await setBudget(ctx, programme, id, one.budget)
    for (const [dueOn, title] of one.milestones) await addMilestone(ctx, { action: id, title, dueOn })
    for (const risk of one.risks ?? []) await addRisk(ctx, { action: id, ...risk })
  }
  for (const [index, one] of actions.entries()) {
    for (const needed of one.needs ?? []) {
      const needs = numbers.get(needed) ?? (await actionAt(ctx, programme, needed)).id
      await addDependency(ctx, { action: [...numbers.values()][index]!, needs })
    }
  }
}

async function setBudget(
  ctx: Ctx,
  programme: number,
  action: number,
  budget: PlannedAction['budget'] = {},
): Promise<void> {
  for (const [year, euros] of Object.entries(budget)) {
    await setLine(ctx, programme, action, { year: Number(year), budget: euros })
  }
}

async function setLine(
  ctx: Ctx,
  programme: number,
  action: number | null,
  line: { year: number; budget?: number; committed?: number; spent?: number; reason?: string },
): Promise<void> {
  const { year, reason = null, budget, committed, spent } = line
  const cents = (euros: number | undefined) => (euros === undefined ? undefined : euros * 100)
  const amounts = { budget: cents(budget), committed: cents(committed), spent: cents(spent) }
  const given = Object.fromEntries(Object.entries(amounts).filter(([, value]) => value !== undefined))
  const version = await moneyAt(ctx, { programme, action, year })
  await setMoney(ctx, { programme, action, year, version, reason, ...given })
}

async function serveOne(
  ctx: Ctx,
  known: Known,
  programme: number,
  action: number | null,
  what: Serves,
): Promise<void> {
  const of = async () => {
    if ('ambition' in what) return { kind: 'ambition' as const, of: await ambitionAt(ctx, what.ambition) }
    if ('promisedIn' in what) return { kind: 'commitment' as const, of: await promisedIn(ctx, known, what) }
    const { motion } = await dossierOf(ctx, what.motion)
    const matters = await mattersAtDesk(ctx, { motion: motion.id })
    return { kind: 'matter' as const, of: matters[what.part - 1]!.id }
  }
  await serve(ctx, { programme, action, ...(await of()) })
}

async function measure(ctx: Ctx, programme: number, one: PlannedIndicator): Promise<void> {
  const { pillar, action, ...fields } = one
  await addIndicator(ctx, {
    ...fields,
    programme,
    ...(pillar !== undefined && { pillar: (await pillarsAt(ctx, programme))[pillar - 1]! }),
    ...(action !== undefined && { action: (await actionAt(ctx, programme, action)).id }),
  })
}

async function decideOn(
  ctx: Ctx,
  known: Known,
  { id, version }: At,
  step: Extract<ProgrammeStep, { does: 'adopt' | 'amend' }>,
): Promise<void> {
  const { decidedOn, body, reason = null } = step
  const document = found(known.documents, step.paper)
  const decision = { programme: id, version, decidedOn, body, document, reason }
  if (step.does === 'amend') {
    await amendProgramme(ctx, decision)
    return
  }
  const commitments = []
  if (step.keeps) {
    const commitment = await promisedIn(ctx, known, step.keeps)
    commitments.push({ commitment, version: (await commitmentAtDesk(ctx, { commitment })).version })
  }
  await adoptAndKeep(ctx, { ...decision, commitments })
}

async function meet(
  ctx: Ctx,
  programme: number,
  { on, name, notes, decisions }: Extract<ProgrammeStep, { does: 'meet' }>,
): Promise<void> {
  const meeting = await addMeeting(ctx, { programme, heldOn: on, name, notes })
  for (const { text, action, dueOn, milestone } of decisions) {
    await decide(ctx, {
      meeting: meeting.id,
      text,
      action: action === undefined ? null : (await actionAt(ctx, programme, action)).id,
      dueOn: dueOn ?? null,
      ...(milestone !== undefined && { milestone }),
    })
  }
  await closeMeeting(ctx, { meeting: meeting.id, version: meeting.version })
}

async function proofOf(ctx: Ctx, known: Known, programme: number, proof: Proof): Promise<GivenEvidence[]> {
  if ('decision' in proof)
    return [{ kind: 'decision', decision: await decisionAt(ctx, programme, proof.decision) }]
  const given: GivenEvidence[] = []
  for (const words of proof.words) given.push(await placeOf(ctx, known, words))
  return given
}

async function placeOf(ctx: Ctx, known: Known, { paper, text }: Words) {
  const [place] = await findQuotation(ctx, {
    quotation: text,
    documents: [found(known.documents, paper)],
  })
  if (!place) throw new Error(`${paper} has no "${text}"`)
  return { kind: 'passage' as const, document: place.document, at: place.at }
}

function dossierOf(ctx: Ctx, motion: string) {
  const [year, slug] = motion.split('/')
  const { municipality } = ctx.actor
  return motionDossier(readerOf(ctx), { municipality, year: Number(year), slug: slug ?? '' })
}

/** What a paper promised for a motion. */
async function promisedIn(
  ctx: Ctx,
  known: Known,
  { motion, promisedIn: paper }: { motion: string; promisedIn: string },
): Promise<number> {
  const document = found(known.documents, paper)
  const { commitments } = await dossierOf(ctx, motion)
  const one = commitments.find(({ passage }) => passage?.document.id === document)
  if (!one) throw new Error(`${paper} promises nothing for ${motion}`)
  return one.id
}
