import {
  assignOwner,
  checkMissed,
  decideSettlement,
  holdProposal,
  type IsoDate,
  keepCommitment,
  letterCoverage,
  locate,
  noteProgress,
  objectToProposal,
  proposeSettlement,
  type SettlementOutcome,
  startMatter,
} from '../src/council/index.ts'
import type { Ctx } from '../src/ctx.ts'

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
  /** Proposes for each matter that a letter answers what Schakel suggests, resting on the claim's own passage. */
  | { does: 'propose-from-letter'; paper: string }
  | { does: 'decide-on-letter'; paper: string; verdict: 'accept' | 'reject'; reason?: string }
  /** The commitment that one paper made was kept, by words of another. */
  | { does: 'keep'; paper: string; how: 'kept' | 'partly-kept'; words: Words; reason?: string }
)

/** What the steps may name: documents by file, people of the council and the college, and sign-ins of the staff. */
export type Known = {
  documents: ReadonlyMap<string, number>
  people: ReadonlyMap<string, number>
  accounts: ReadonlyMap<string, string>
}

/** Takes one step, by its command, as the one who took it; first notes which commitments had been missed by then. */
export async function takeStep(ctx: Ctx, known: Known, step: CourseStep): Promise<void> {
  switch (step.does) {
    case 'propose-from-letter':
      return proposeFromLetter(ctx, known, step.paper)
    case 'decide-on-letter':
      for (const { id } of await coveredBy(ctx, known, step.paper)) {
        const matter = await matterOf(ctx, id)
        if (matter.proposal_id !== null) await decide(ctx, matter, step)
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

type Matter = { id: number; version: number; proposal_id: number | null }

async function takeOne(
  ctx: Ctx,
  known: Known,
  matter: Matter,
  step: Extract<CourseStep, OfMotion>,
): Promise<void> {
  const at = { matter: matter.id, version: matter.version }
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
  }
}

async function decide(
  ctx: Ctx,
  { id, version, proposal_id }: Matter,
  { verdict, reason }: { verdict: 'accept' | 'reject'; reason?: string },
): Promise<void> {
  if (proposal_id === null) throw new Error(`nothing is proposed for matter ${id}`)
  await decideSettlement(ctx, { matter: id, version, proposal: proposal_id, verdict, reason: reason ?? null })
}

async function proposeFromLetter(ctx: Ctx, known: Known, paper: string): Promise<void> {
  for (const { id, claims, suggestion } of await coveredBy(ctx, known, paper)) {
    const claim = claims.find((one) => one.id === suggestion.claim)
    if (!suggestion.outcome || !claim?.passage) continue
    const { version } = await matterOf(ctx, id)
    const evidence = [{ kind: 'passage' as const, document: claim.passage.document.id, at: claim.passage.at }]
    await proposeSettlement(ctx, { matter: id, version, outcome: suggestion.outcome, evidence })
  }
}

async function coveredBy(ctx: Ctx, known: Known, paper: string) {
  const { motions } = await letterCoverage(ctx, { document: found(known.documents, paper) })
  return motions.flatMap((motion) => motion.matters)
}

async function keep(ctx: Ctx, known: Known, step: Extract<CourseStep, { does: 'keep' }>): Promise<void> {
  const commitment = await ctx.tx
    .selectFrom('council.commitment')
    .select(['id', 'version'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', found(known.documents, step.paper))
    .executeTakeFirstOrThrow()
  await keepCommitment(ctx, {
    commitment: commitment.id,
    version: commitment.version,
    how: step.how,
    evidence: [await passage(ctx, known, step.words)],
    reason: step.reason ?? null,
  })
}

/** The place of words in a paper as visitors read it. */
async function passage(ctx: Ctx, known: Known, { paper, text }: Words) {
  const document = found(known.documents, paper)
  const { pages } = await ctx.tx
    .selectFrom('council.published_document')
    .select('pages')
    .where('municipality', '=', ctx.actor.municipality)
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  const all = pages.map((page, index) => ({ page: index + 1, start: 0, end: page.length }))
  const at = locate(text, all, pages)
  if (!at) throw new Error(`${paper} has no "${text}"`)
  return { kind: 'passage' as const, document, at }
}

async function mattersOf(ctx: Ctx, { motion, parts }: OfMotion): Promise<Matter[]> {
  const [year, slug] = motion.split('/')
  const rows = await ctx.tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'matter.municipality')
        .onRef('motion.id', '=', 'matter.motion_id'),
    )
    .select(['matter.id', 'matter.version', 'matter.proposal_id'])
    .where('matter.municipality', '=', ctx.actor.municipality)
    .where('motion.year', '=', Number(year))
    .where('motion.slug', '=', slug ?? '')
    .orderBy('matter.id')
    .execute()
  if (rows.length === 0) throw new Error(`nothing is followed of ${motion}`)
  return parts ? parts.map((part) => rows[part - 1]!) : rows
}

async function matterOf(ctx: Ctx, id: number): Promise<Matter> {
  return ctx.tx
    .selectFrom('council.matter')
    .select(['id', 'version', 'proposal_id'])
    .where('municipality', '=', ctx.actor.municipality)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`the town has no "${name}"`)
  return value
}
