/** Steps that take more than one command. */
import {
  addFramework,
  adoptAndKeep,
  commitmentAtDesk,
  markAmbitions,
  mattersAtDesk,
} from '../../src/council/index.ts'
import type { Ctx } from '../../src/ctx.ts'
import {
  actionNumbered,
  addAction,
  addDependency,
  addIndicator,
  addMeeting,
  addMilestone,
  addRisk,
  ambitionCalled,
  amendProgramme,
  changeIndicator,
  closeMeeting,
  decide,
  indicatorsNow,
  moneyVersion,
  pillarIds,
  removeIndicator,
  serve,
  setMoney,
} from '../../src/programme/index.ts'
import { found, type Known } from '../course.ts'
import { dossierOf, placeOf, promisedIn } from './proof.ts'
import type { PlannedAction, PlannedIndicator, ProgrammeStep, Serves, SourceStep } from './step.ts'

type At = { id: number; version: number }

export async function addSourceOf(ctx: Ctx, known: Known, step: SourceStep): Promise<void> {
  const document = found(known.documents, step.paper)
  const { source } = await addFramework(ctx, { ...step, document })
  const places = []
  for (const text of step.ambitions) places.push((await placeOf(ctx, known, { paper: step.paper, text })).at)
  await markAmbitions(ctx, { source, places })
}

export async function plan(
  ctx: Ctx,
  known: Known,
  programme: number,
  actions: readonly PlannedAction[],
): Promise<void> {
  const pillars = await pillarIds(ctx, programme)
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
      const needs = numbers.get(needed) ?? (await actionNumbered(ctx, programme, needed)).id
      await addDependency(ctx, { action: [...numbers.values()][index]!, needs })
    }
  }
}

export async function setBudget(
  ctx: Ctx,
  programme: number,
  action: number,
  budget: PlannedAction['budget'] = {},
): Promise<void> {
  for (const [year, euros] of Object.entries(budget)) {
    await setLine(ctx, programme, action, { year: Number(year), budget: euros })
  }
}

export async function setLine(
  ctx: Ctx,
  programme: number,
  action: number | null,
  line: { year: number; budget?: number; committed?: number; spent?: number; reason?: string },
): Promise<void> {
  const { year, reason = null, budget, committed, spent } = line
  const cents = (euros: number | undefined) => (euros === undefined ? undefined : euros * 100)
  const amounts = { budget: cents(budget), committed: cents(committed), spent: cents(spent) }
  const given = Object.fromEntries(Object.entries(amounts).filter(([, value]) => value !== undefined))
  const version = await moneyVersion(ctx, { programme, action, year })
  await setMoney(ctx, { programme, action, year, version, reason, ...given })
}

export async function serveOne(
  ctx: Ctx,
  known: Known,
  programme: number,
  action: number | null,
  what: Serves,
): Promise<void> {
  const of = async () => {
    if ('ambition' in what) return { kind: 'ambition' as const, of: await ambitionCalled(ctx, what.ambition) }
    if ('promisedIn' in what) return { kind: 'commitment' as const, of: await promisedIn(ctx, known, what) }
    const { motion } = await dossierOf(ctx, what.motion)
    const matters = await mattersAtDesk(ctx, { motion: motion.id })
    return { kind: 'matter' as const, of: matters[what.part - 1]!.id }
  }
  await serve(ctx, { programme, action, ...(await of()) })
}

/** What is counted from now on: an indicator that came along from the programme before goes on when it is named, and goes when not. */
export async function measure(
  ctx: Ctx,
  programme: number,
  indicators: readonly PlannedIndicator[],
): Promise<void> {
  const before = await indicatorsNow(ctx, programme)
  for (const { id, version, name } of before) {
    if (!indicators.some((one) => one.name === name)) await removeIndicator(ctx, { indicator: id, version })
  }
  for (const { pillar, action, ...fields } of indicators) {
    const all = {
      ...fields,
      ...(pillar !== undefined && { pillar: (await pillarIds(ctx, programme))[pillar - 1]! }),
      ...(action !== undefined && { action: (await actionNumbered(ctx, programme, action)).id }),
    }
    const known = before.find(({ name }) => name === fields.name)
    if (known) await changeIndicator(ctx, { indicator: known.id, version: known.version, ...all })
    else await addIndicator(ctx, { ...all, programme })
  }
}

export async function decideOn(
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

export async function meet(
  ctx: Ctx,
  programme: number,
  { on, name, notes, decisions }: Extract<ProgrammeStep, { does: 'meet' }>,
): Promise<void> {
  const meeting = await addMeeting(ctx, { programme, heldOn: on, name, notes })
  for (const { text, action, dueOn, milestone } of decisions) {
    await decide(ctx, {
      meeting: meeting.id,
      text,
      action: action === undefined ? null : (await actionNumbered(ctx, programme, action)).id,
      dueOn: dueOn ?? null,
      ...(milestone !== undefined && { milestone }),
    })
  }
  await closeMeeting(ctx, { meeting: meeting.id, version: meeting.version })
}
