import {
  assignOwner,
  checkMissed,
  commitmentAtDesk,
  correctDecision,
  type DeskMatter,
  decideSettlement,
  findQuotation,
  holdProposal,
  type IsoDate,
  keepCommitment,
  letterCoverage,
  mattersAtDesk,
  motionDossier,
  noteProgress,
  objectToProposal,
  proposeSettlement,
  readerOf,
  type SettlementOutcome,
  startMatter,
} from '../src/council/index.ts'
import type { Actor, Ctx } from '../src/ctx.ts'

/** Words in a registered paper of the town; the paper is named by its file. */
export type Words = { paper: string; text: string }
/** `motion`: its address, `2024/b-6-na-de-opvang-verder`; `parts`: numbers of its matters, from 1, or all of them. */
type OfMotion = { motion: string; parts?: readonly number[] }

/** One thing that somebody of the town did on a day; `by` is the name of one of its staff. */
export type CourseStep = { on: IsoDate; by: string } & (
  | ({ does: 'assign'; portfolioHolder: string; official: string } & OfMotion)
  | ({ does: 'start' } & OfMotion)
  | ({ does: 'note'; text: string } & OfMotion)
  | ({ does: 'propose'; outcome: SettlementOutcome; words: Words; explanation?: string } & OfMotion)
  | ({ does: 'object'; submitter: number; reason: string } & OfMotion)
  | ({ does: 'hold'; reason: string } & OfMotion)
  | ({ does: 'decide'; verdict: 'accept' | 'reject'; reason?: string } & OfMotion)
  /** The deciding body changes what it decided. */
  | ({ does: 'correct'; outcome: SettlementOutcome; reason: string } & OfMotion)
  /** Proposes for each matter that a letter answers what Schakel suggests, resting on the claim's own passage. */
  | { does: 'propose-from-letter'; paper: string }
  | { does: 'decide-on-letter'; paper: string; verdict: 'accept' | 'reject'; reason?: string }
  /** The commitment that one paper made was kept, by words of another. */
  | {
      does: 'keep'
      motion: string
      paper: string
      how: 'kept' | 'partly-kept'
      words: Words
      reason?: string
    }
)

/** What the steps may name: documents by file, people of the council and the college, and sign-ins of the staff. */
export type Known = {
  /** Who assigns a matter to an official who has work to do on it. */
  clerk: Actor
  documents: Map<string, number>
  people: ReadonlyMap<string, number>
  accounts: ReadonlyMap<string, string>
  /** Where the demonstration is visited; reports name whole addresses. */
  origin: string
}

/** Takes one step, by its command, as the one who took it; first notes which commitments had been missed by then. */
export async function takeStep(ctx: Ctx, known: Known, step: CourseStep): Promise<void> {
  switch (step.does) {
    case 'propose-from-letter':
      return proposeFromLetter(ctx, known, step.paper)
    case 'decide-on-letter':
      for (const matter of await coveredBy(ctx, known, step.paper)) {
        if (matter.proposal) await decide(ctx, matter, step)
      }
      return
    case 'keep':
      return keep(ctx, known, step)
    default:
      for (const matter of await mattersOf(ctx, step)) await takeOne(ctx, known, matter, step)
  }
}

/** Notes missed commitments as the program did that night. */
export async function passNight(ctx: Ctx, today: IsoDate): Promise<void> {
  const program = {
    ...ctx,
    actor: { kind: 'system', name: 'seed', municipality: ctx.actor.municipality },
  } as const
  await checkMissed((work) => work(program), { today })
}

async function takeOne(
  ctx: Ctx,
  known: Known,
  matter: DeskMatter,
  step: Extract<CourseStep, OfMotion>,
): Promise<void> {
  const at = { matter: matter.id, version: await assigned(ctx, known, matter) }
  switch (step.does) {
    case 'assign': {
      const official = { account: known.accounts.get(step.official) ?? null, name: step.official }
      await assignOwner(ctx, { ...at, portfolioHolder: found(known.people, step.portfolioHolder), official })
      return
    }
    case 'start':
      await startMatter(ctx, at)
      return
    case 'note':
      await noteProgress(ctx, { ...at, text: step.text })
      return
    case 'propose': {
      const evidence = [await passage(ctx, known, step.words)]
      await proposeSettlement(ctx, {
        ...at,
        outcome: step.outcome,
        evidence,
        explanation: step.explanation ?? null,
      })
      return
    }
    case 'object':
      await objectToProposal(ctx, { ...at, submitter: step.submitter, reason: step.reason })
      return
    case 'hold':
      await holdProposal(ctx, { ...at, reason: step.reason })
      return
    case 'decide':
      await decide(ctx, matter, step)
      return
    case 'correct':
      await correctDecision(ctx, { ...at, outcome: step.outcome, reason: step.reason })
  }
}

/** An official acts on matters that the clerk assigned to them; here that happened on the same day. @returns the version after it */
async function assigned(
  ctx: Ctx,
  { clerk }: Known,
  { id, version, official }: Pick<DeskMatter, 'id' | 'version' | 'official'>,
): Promise<number> {
  const { actor } = ctx
  if (actor.kind !== 'person' || actor.role !== 'policy-officer' || official?.account === actor.personId) {
    return version
  }
  const to = { account: actor.personId, name: actor.name }
  return (await assignOwner({ ...ctx, actor: clerk }, { matter: id, version, official: to })).version
}

async function decide(
  ctx: Ctx,
  { id, version, proposal }: DeskMatter,
  { verdict, reason }: { verdict: 'accept' | 'reject'; reason?: string },
): Promise<void> {
  if (!proposal) throw new Error(`nothing is proposed for matter ${id}`)
  await decideSettlement(ctx, { matter: id, version, proposal: proposal.id, verdict, reason: reason ?? null })
}

async function proposeFromLetter(ctx: Ctx, known: Known, paper: string): Promise<void> {
  const { motions } = await letterCoverage(ctx, { document: found(known.documents, paper) })
  const officials = new Map((await coveredBy(ctx, known, paper)).map((one) => [one.id, one.official]))
  for (const { id, version: seen, claims, suggestion } of motions.flatMap((motion) => motion.matters)) {
    const place = claims.find((one) => one.id === suggestion.claim)?.passage
    if (!suggestion.outcome || !place) continue
    const evidence = [{ kind: 'passage' as const, document: place.document.id, at: place.at }]
    const official = officials.get(id) ?? null
    const version = await assigned(ctx, known, { id, version: seen, official })
    await proposeSettlement(ctx, { matter: id, version, outcome: suggestion.outcome, evidence })
  }
}

/** The matters of the motions that a letter answers. */
async function coveredBy(ctx: Ctx, known: Known, paper: string): Promise<DeskMatter[]> {
  const { motions } = await letterCoverage(ctx, { document: found(known.documents, paper) })
  const matters: DeskMatter[] = []
  for (const { motion } of motions) matters.push(...(await mattersAtDesk(ctx, { motion: motion.id })))
  return matters
}

async function keep(ctx: Ctx, known: Known, step: Extract<CourseStep, { does: 'keep' }>): Promise<void> {
  const document = found(known.documents, step.paper)
  const { commitments } = await dossierOf(ctx, step.motion)
  const promised = commitments.find((one) => one.passage?.document.id === document)
  if (!promised) throw new Error(`${step.paper} promises nothing for ${step.motion}`)
  const { version } = await commitmentAtDesk(ctx, { commitment: promised.id })
  await keepCommitment(ctx, {
    commitment: promised.id,
    version,
    how: step.how,
    evidence: [await passage(ctx, known, step.words)],
    reason: step.reason ?? null,
  })
}

/** The place of words in a paper as visitors read it. */
async function passage(ctx: Ctx, known: Known, { paper, text }: Words) {
  const documents = [found(known.documents, paper)]
  const [place] = await findQuotation(ctx, { quotation: text, documents })
  if (!place) throw new Error(`${paper} has no "${text}"`)
  return { kind: 'passage' as const, document: place.document, at: place.at }
}

function dossierOf(ctx: Ctx, motion: string) {
  const [year, slug] = motion.split('/')
  const { municipality } = ctx.actor
  return motionDossier(readerOf(ctx), { municipality, year: Number(year), slug: slug ?? '' })
}

async function mattersOf(ctx: Ctx, { motion, parts }: OfMotion): Promise<DeskMatter[]> {
  const dossier = await dossierOf(ctx, motion)
  const matters = await mattersAtDesk(ctx, { motion: dossier.motion.id })
  if (matters.length === 0) throw new Error(`nothing is followed of ${motion}`)
  return parts ? parts.map((part) => matters[part - 1]!) : matters
}

export function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`the town has no "${name}"`)
  return value
}
