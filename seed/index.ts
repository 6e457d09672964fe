import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import {
  addCouncillor,
  addRecesses,
  deskDocument,
  editReview,
  linkAccount,
  type Recess,
  readFile,
  registerDocument,
  saveReading,
  saveReview,
  setUpMunicipality,
  slugOf,
  storeDocument,
} from '../src/council/index.ts'
import type { Actor, Ctx } from '../src/ctx.ts'
import type { Tables } from '../src/db/tables.ts'
import { transact } from '../src/db/transact.ts'
import { addPerson, setAddress } from '../src/identity/index.ts'
import { root } from '../src/root.ts'
import { dateOf } from '../src/words/format.ts'
import { passNight, takeStep } from './course.ts'
import { tellCouncillors } from './digest.ts'
import { takeProgrammeStep } from './programme/index.ts'
import { type Town, towns } from './towns.ts'

/**
 * Fills a new demonstration, over the login of signed-in work: a region of invented towns, whose papers come in through the same door
 * as any others: stored, read, corrected and registered by commands. Runs once; an interrupted run begins on an empty database.
 */
export async function seed(
  db: Kysely<Tables>,
  now: Date = new Date(),
  origin = 'http://localhost:3000',
): Promise<void> {
  await Promise.all(towns.map((town) => fill(db, town, now, origin)))
}

async function fill(db: Kysely<Tables>, town: Town, now: Date, origin: string): Promise<void> {
  const recesses = recessesOf(town)
  const papers = await openPapers(town, 'register', recesses)
  const framework = await openPapers(town, 'framework', recesses)
  const inbox = await openPapers(town, 'inbox', recesses)
  const program: Actor = { kind: 'system', name: 'seed', municipality: town.municipality }
  await transact(
    db,
    program,
    async (ctx) => {
      const people = await setUp(ctx, town, recesses)
      const documents = new Map<string, number>()
      const clerk = people.staff.values().next().value ?? ctx.actor
      const happened = [
        ...framework.map((frame) => ({ at: momentAfter(frame, now), frame })),
        ...papers.map((paper) => ({ at: momentAfter(paper, now), paper })),
        ...town.course.map((step) => ({ at: afternoonOf(step.on), step })),
        ...town.programmes.map((work) => ({ at: afternoonOf(work.on), work })),
      ].sort((a, b) => a.at.getTime() - b.at.getTime())
      const known = { ...people, documents, clerk, origin }
      const by = ({ by }: { by: string }): Actor => {
        const actor = people.staff.get(by)
        if (!actor) throw new Error(`${by} does not work in ${town.name}`)
        return actor
      }
      let night = ''
      for (const event of happened) {
        const then = { ...ctx, actor: clerk, now: event.at }
        if ('paper' in event) documents.set(event.paper.fileName, await register(then, town, event.paper))
        else if ('frame' in event) {
          const { fileName } = event.frame
          documents.set(
            fileName,
            await receive({ ...then, actor: bringerOf(town, fileName, by) }, event.frame),
          )
        } else if ('work' in event)
          await takeProgrammeStep({ ...then, actor: by(event.work) }, known, event.work)
        else {
          if (event.step.on !== night) await passNight(then, event.step.on)
          night = event.step.on
          await takeStep({ ...then, actor: by(event.step) }, known, event.step)
        }
      }
      await passNight({ ...ctx, now }, dateOf(now))
      await tellCouncillors(ctx, now)
      for (const [index, paper] of inbox.entries()) {
        const at = new Date(now.getTime() - (inbox.length - index) * 3_600_000)
        await receive({ ...ctx, actor: clerk, now: at }, paper)
      }
    },
    now,
  )
}

type DatedRecess = Recess & { source: string }
type Paper = { fileName: string; bytes: Buffer; outcome: Awaited<ReturnType<typeof readFile>> }

/** Opening and reading happen before the transaction, as with an upload. */
async function openPapers(town: Town, folder: string, recesses: readonly Recess[]): Promise<Paper[]> {
  const path = join(root, 'seed', town.municipality, folder)
  if (!existsSync(path)) return []
  const names = readdirSync(path).sort()
  return Promise.all(
    names.map(async (fileName) => {
      const bytes = readFileSync(join(path, fileName))
      return { fileName, bytes, outcome: await readFile({ bytes, fileName }, recesses) }
    }),
  )
}

/** The calendar in `rules/recess`: `{ municipality, source, recesses: [{ kind, from, to }] }`, both days inclusive. */
function recessesOf(town: Town): DatedRecess[] {
  const file = join(root, 'rules', 'recess', `${town.municipality}.json`)
  const calendar = JSON.parse(readFileSync(file, 'utf8')) as { source: string; recesses: Recess[] }
  return calendar.recesses.map((recess) => ({ ...recess, source: calendar.source }))
}

/** Everybody whom the course may name; the first of the staff is the clerk who receives and registers. */
async function setUp(ctx: Ctx, town: Town, recesses: readonly DatedRecess[]) {
  await setUpMunicipality(ctx, town)
  await addRecesses(ctx, { recesses })
  const people = new Map<string, number>()
  for (const one of town.councillors) people.set(one.name, await addCouncillor(ctx, one))
  const staff = new Map<string, Actor>()
  const accounts = new Map<string, string>()
  for (const { name, roles } of town.staff) {
    const personId = await addPerson(ctx, { name, roles, demonstration: true })
    await setAddress(ctx, { personId, address: `${slugOf([name])}@${town.municipality}.example.org` })
    accounts.set(name, personId)
    const person = people.get(name)
    if (person !== undefined) await linkAccount(ctx, { account: personId, person })
    const [role] = roles
    if (role) staff.set(name, { kind: 'person', personId, name, role, municipality: town.municipality })
  }
  return { people, staff, accounts }
}

async function receive(ctx: Ctx, { fileName, bytes, outcome }: Paper): Promise<number> {
  const { document } = await storeDocument(ctx, { bytes, fileName })
  await saveReading(ctx, { document, outcome })
  return document
}

async function register(ctx: Ctx, town: Town, paper: Paper): Promise<number> {
  const document = await receive(ctx, paper)
  const corrections = town.corrections[paper.fileName]
  let version = 0
  if (corrections) {
    const { review } = await deskDocument(ctx, { document })
    if (!review) throw new Error(`${paper.fileName} cannot be read`)
    const edited = editReview(review, corrections)
    version = (await saveReview(ctx, { document, version, review: edited.review })).version
  }
  await registerDocument(ctx, { document, version })
  return document
}

/** Papers are named after their day, and were registered some days later, at half past nine. */
function momentAfter(paper: Paper, now: Date): Date {
  const day = Date.parse(`${paper.fileName.slice(0, 10)}T08:30:00Z`)
  return new Date(Math.min(day + 6 * 86_400_000, now.getTime()))
}

/** Whoever takes a framework document as a source brought it. */
function bringerOf(town: Town, paper: string, by: (step: { by: string }) => Actor): Actor {
  const source = town.programmes.find((step) => step.does === 'source' && step.paper === paper)
  if (!source) throw new Error(`nobody takes ${paper} as a source`)
  return by(source)
}

const afternoonOf = (day: string) => new Date(`${day}T13:00:00Z`)
