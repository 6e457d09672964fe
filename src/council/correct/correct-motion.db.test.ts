import { sql } from 'kysely'
import { expect } from 'vitest'
import { publicDb } from '../../../test/council.ts'
import { test, testActor } from '../../../test/database.ts'
import { as, matterNow, person, registerSample, stepsOf } from '../../../test/life.ts'
import type { Ctx } from '../../ctx.ts'
import { transact } from '../../db/transact.ts'
import { startMatter } from '../life/index.ts'
import { motionRegister } from '../public-register.ts'
import { correctMotion } from './correct-motion.ts'
import { correctionsAtDesk } from './corrections-at-desk.ts'
import { editableMotion } from './editable-motion.ts'
import { motionCorrections } from './motion-corrections.ts'
import { putBackCorrection } from './put-back-correction.ts'

const read = (ctx: Ctx, motion: number) => editableMotion(ctx, { motion })

test('a correction changes the register, keeps the address and the earlier words, and says who only to the desk', async ({
  ctx,
}) => {
  const { motion } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const before = await read(clerk, motion.id)
  const done = await correctMotion(clerk, {
    motion: motion.id,
    version: before.version,
    values: {
      title: 'Banken en prullenbakken in het park',
      number: 'H.5',
      'submitters/0/party': 'Nieuw Dorp',
      'requests/999/text': 'bestaat niet',
    },
    reason: 'De griffie las het nummer verkeerd. Vragen: kanarie@testdorp.example',
  })
  expect(done).toEqual({ version: before.version + 1, changed: ['title', 'number', 'submitters/0/party'] })
  const after = await read(clerk, motion.id)
  expect(after).toMatchObject({
    year: before.year,
    slug: before.slug,
    title: 'Banken en prullenbakken in het park',
  })
  expect(after.fields).toMatchObject({
    number: 'H.5',
    registryNumber: 'RIS400099',
    'submitters/0/party': 'Nieuw Dorp',
  })
  const corrections = await motionCorrections(publicDb(ctx.tx), {
    municipality: 'testdorp',
    motion: motion.id,
  })
  expect(corrections.map((one) => [one.field, one.before, one.after])).toEqual([
    ['submitterParty', 'Dorpsbelang', 'Nieuw Dorp'],
    ['number', 'H.4', 'H.5'],
    ['title', 'Banken in het park', 'Banken en prullenbakken in het park'],
  ])
  expect(JSON.stringify(corrections).toLowerCase()).not.toContain('kanarie')
  const found = async (search: string) =>
    (
      await motionRegister(publicDb(ctx.tx), {
        municipality: 'testdorp',
        search,
        status: null,
        party: null,
        domain: null,
        year: null,
        page: 1,
      } as Parameters<typeof motionRegister>[1])
    ).total
  expect([await found('prullenbakken'), await found('"H.5"')]).toEqual([1, 1])

  await correctMotion(clerk, {
    motion: motion.id,
    version: done.version,
    values: { title: 'Banken in het park' },
    hideBefore: true,
  })
  const [newest] = await motionCorrections(publicDb(ctx.tx), { municipality: 'testdorp', motion: motion.id })
  expect(newest).toMatchObject({ before: null, beforeHidden: true, after: 'Banken in het park' })
  const kept = await ctx.tx.selectFrom('council.motion_correction_detail').select('before').execute()
  expect(kept.map((row) => row.before)).toContain('Banken en prullenbakken in het park')
})

test('terms follow the day and the words; agreed ones stay', async ({ ctx }) => {
  const { motion, matters } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  expect((await matterNow(clerk, matters[0]!)).term_not_after).toBe('2024-07-04')
  const { version } = await correctMotion(clerk, {
    motion: motion.id,
    version: 1,
    values: { date: '2024-04-11' },
  })
  expect(await matterNow(clerk, matters[0]!)).toMatchObject({
    term_source: 'standard',
    term_not_after: '2024-07-11',
  })
  const { requests } = await read(clerk, motion.id)
  await correctMotion(clerk, {
    motion: motion.id,
    version,
    values: {
      [`requests/${requests[0]!.id}/termText`]: 'voor de zomer van 2025',
      [`requests/${requests[0]!.id}/termNotAfter`]: '2025-06-20',
    },
  })
  expect(await matterNow(clerk, matters[0]!)).toMatchObject({
    term_source: 'text',
    term_text: 'voor de zomer van 2025',
    term_not_after: '2025-06-20',
  })
  expect(await stepsOf(clerk, matters[0]!)).toEqual([
    'register open>open',
    'agree-term open>open',
    'agree-term open>open',
  ])
})

test('who may, and what is refused', async ({ ctx }) => {
  const { motion, matters } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const attempt = (values: Record<string, string>, version = 1) =>
    correctMotion(clerk, { motion: motion.id, version, values })
  await expect(attempt({ title: ' ' })).rejects.toMatchObject({
    fields: [{ field: 'title', code: 'needed' }],
  })
  await expect(attempt({ title: 'x' }, 7)).rejects.toMatchObject({ code: 'changed-by-other' })
  expect(await attempt({ title: '  Banken  in het park ' })).toEqual({ version: 1, changed: [] })
  // Nothing was done yet: it may turn out not to be adopted, and back.
  const off = await attempt({ outcome: 'rejected' })
  const back = await attempt({ outcome: 'adopted' }, off.version)
  await startMatter(clerk, { matter: matters[0]!, version: 1 })
  await expect(attempt({ outcome: 'rejected' }, back.version)).rejects.toMatchObject({
    code: 'followed-already',
  })
  for (const role of ['councillor', 'policy-officer', 'portfolio-holder'] as const) {
    const other = await as(ctx, role, '2024-08-01')
    await expect(
      correctMotion(other, { motion: motion.id, version: back.version, values: { title: 'y' } }),
    ).rejects.toMatchObject({ code: 'denied' })
  }
})

test('two clerks at once: one is saved, the other hears that it changed; visitors read only what is published', async ({
  databases,
}) => {
  const run = <T>(actor: Parameters<typeof transact>[1], command: (ctx: Ctx) => Promise<T>) =>
    transact(databases.desk, actor, command, new Date('2024-08-01T10:00:00Z'))
  const { motion } = await run(testActor, (ctx) => registerSample(ctx))
  const results = await Promise.allSettled(
    (['clerk', 'second-clerk'] as const).map((who) =>
      run(person(who), (ctx) =>
        correctMotion(ctx, { motion: motion.id, version: 1, values: { title: `Titel van ${who}` } }),
      ),
    ),
  )
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'changed-by-other' },
  })
  const seen = () => motionCorrections(databases.public, { municipality: 'testdorp', motion: motion.id })
  expect(await seen()).toHaveLength(1)
  await run(testActor, (ctx) => ctx.tx.updateTable('council.motion').set({ published_at: null }).execute())
  expect(await seen()).toEqual([])
  for (const table of ['motion_correction', 'motion_correction_detail']) {
    await expect(
      run(testActor, (ctx) =>
        sql.raw(`update council.${table} set municipality = municipality`).execute(ctx.tx),
      ),
    ).rejects.toThrow('permission denied')
  }
})

test('a correction is put back as a new one, until the field is corrected again', async ({ ctx }) => {
  const { motion } = await registerSample(ctx)
  const clerk = await as(ctx, 'clerk', '2024-08-01')
  const first = await read(clerk, motion.id)
  const standing = async () => {
    const { fields } = await read(clerk, motion.id)
    return (await correctionsAtDesk(clerk, { motion: motion.id, fields })).filter((one) => one.standing)
  }
  const { version } = await correctMotion(clerk, {
    motion: motion.id,
    version: first.version,
    values: { title: 'Een titel', number: 'H.9', date: '2024-06-01' },
  })
  const offered = await standing()
  expect(offered.map(({ field }) => field).sort()).toEqual(['date', 'number', 'title'])
  const of = (field: string) => ({
    motion: motion.id,
    correction: offered.find((one) => one.field === field)!.id,
  })
  await expect(
    putBackCorrection(await as(ctx, 'policy-officer', '2024-08-02'), { ...of('title'), version }),
  ).rejects.toMatchObject({ code: 'denied' })
  await expect(putBackCorrection(clerk, { ...of('title'), version: version - 1 })).rejects.toMatchObject({
    code: 'changed-by-other',
  })
  expect(await putBackCorrection(clerk, { ...of('title'), version })).toEqual({
    version: version + 1,
    changed: ['title'],
  })
  await putBackCorrection(clerk, { ...of('number'), version: version + 1 })
  await putBackCorrection(clerk, { ...of('date'), version: version + 2 })
  expect((await read(clerk, motion.id)).fields).toEqual(first.fields)
  // What was put back can be put back in turn; the first correction cannot any more.
  expect((await standing()).map(({ after }) => after).sort()).toEqual(
    [first.fields.date, first.fields.number, first.fields.title].sort(),
  )
  await expect(putBackCorrection(clerk, { ...of('title'), version: version + 3 })).rejects.toMatchObject({
    code: 'changed-by-other',
  })
  await correctMotion(clerk, {
    motion: motion.id,
    version: version + 3,
    values: { title: 'Zonder naam' },
    hideBefore: true,
  })
  expect((await standing()).map(({ field }) => field).sort()).toEqual(['date', 'number'])
})
