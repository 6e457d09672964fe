import { sql } from 'kysely'
import { expect } from 'vitest'
import { test, testActor } from '../../test/database.ts'
import { setUpMunicipality } from '../council/index.ts'
import type { Ctx } from '../ctx.ts'
import { transact } from '../db/transact.ts'
import { Invalid, Refused } from '../errors.ts'
import { loadTree, programmeReader, undoStep } from './index.ts'
import { addRow, changeRow, joinFields } from './step.ts'

async function begun(ctx: Ctx) {
  await setUpMunicipality(ctx, { name: 'Testdorp', theme: 'schakel', bodies: [] })
  const programme = await addRow(ctx, 'programme', {
    slug: 'veilig',
    title: 'Veilig',
    starts_on: '2026-01-01',
    ends_on: '2028-12-31',
  })
  const pillar = await addRow(ctx, 'pillar', {
    programme_id: programme.id,
    position: 1,
    kind: 'prevention',
    name: 'Voorkomen',
  })
  const action = await addRow(ctx, 'action', {
    programme_id: programme.id,
    pillar_id: pillar.id,
    number: '1.1',
    title: 'Lessen',
    ends_on: '2026-12-31',
  })
  return {
    programme,
    pillar,
    action,
    tree: () => loadTree(programmeReader(ctx), { municipality: 'testdorp', slug: 'veilig' }),
  }
}

test('changes of two people to other fields are joined; of the same field, named', async ({ ctx }) => {
  const { action, tree } = await begun(ctx)
  await changeRow(ctx, 'action', action, { title: 'Lessen op school' })
  const second = await changeRow(ctx, 'action', action, { title: 'Lessen', ends_on: '2027-06-30' })
  expect(second.joined).toEqual(['title'])
  expect((await tree()).actions[0]).toMatchObject({
    title: 'Lessen op school',
    endsOn: '2027-06-30',
    version: 3,
  })
  await expect(changeRow(ctx, 'action', action, { title: 'Gastlessen' })).rejects.toMatchObject({
    fields: [{ field: 'title', code: 'changed-by-other' }],
  })
  await expect(changeRow(ctx, 'action', action, { title: 'Gastlessen' })).rejects.toBeInstanceOf(Invalid)
})

test('each step is taken back in turn, the adding last; then there is nothing left', async ({ ctx }) => {
  const { action, tree } = await begun(ctx)
  const changed = await changeRow(ctx, 'action', action, { title: 'Gastlessen', partners: ['Het Baken'] })
  const back = await undoStep(ctx, 'action', changed)
  expect(back.undone).toBe('change')
  expect((await tree()).actions[0]).toMatchObject({ title: 'Lessen', partners: [] })
  await expect(undoStep(ctx, 'action', changed)).rejects.toBeInstanceOf(Refused)
  const gone = await undoStep(ctx, 'action', back)
  expect(gone.undone).toBe('add')
  expect((await tree()).actions).toEqual([])
  await expect(undoStep(ctx, 'action', gone)).rejects.toMatchObject({ code: 'nothing-to-undo' })
})

test('a visitor meets a programme once it is adopted, and never who worked on it', async ({ databases }) => {
  const made = await transact(databases.desk, testActor, begun, new Date())
  const seen = () => loadTree(databases.public, { municipality: 'testdorp', slug: 'veilig' })
  await expect(seen()).rejects.toMatchObject({ code: 'not-found' })
  await transact(
    databases.desk,
    testActor,
    (ctx) =>
      changeRow(
        ctx,
        'programme',
        made.programme,
        { state: 'adopted', adopted_on: '2026-02-01' },
        { step: 'adopt' },
      ),
    new Date(),
  )
  expect((await seen()).actions.map(({ title }) => title)).toEqual(['Lessen'])
  for (const table of ['action_owner', 'history_detail', 'attachment', 'series', 'meeting']) {
    const { rows } = await transact(
      databases.desk,
      testActor,
      ({ tx }) =>
        sql<{
          may: boolean
        }>`select has_table_privilege('schakel_public', ${`programme.${table}`}, 'select') as may`.execute(
          tx,
        ),
      new Date(),
    )
    expect(rows[0]!.may, table).toBe(false)
  }
})

test('joining is pure: what nobody else changed is mine, what nobody else and I changed alike is no conflict', () => {
  expect(joinFields({ a: 1, b: '2' }, { a: 1, b: '3' }, { a: 4, b: '3' })).toEqual({
    change: { a: 4 },
    joined: ['b'],
    conflicts: [],
  })
})
