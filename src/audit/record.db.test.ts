import { sql } from 'kysely'
import pg from 'pg'
import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { record } from './record.ts'

test('an entry says who, what, which record and which fields', async ({ ctx }) => {
  await record(ctx, 'motion.registered', { motion: 'm1' }, { fields: ['title'] })
  const rows = await ctx.tx.selectFrom('audit.entry').selectAll().execute()
  expect(rows).toMatchObject([
    {
      at: ctx.now,
      municipality: 'testdorp',
      actor_kind: 'system',
      actor_id: null,
      actor_name: 'test',
      event: 'motion.registered',
      subject: { motion: 'm1' },
      fields: ['title'],
    },
  ])
})

test.for([
  ['an event with capitals', 'Motion.registered', { motion: 'm1' }, []],
  ['an event without subject', 'registered', { motion: 'm1' }, []],
  ['a sentence as identifier', 'motion.registered', { motion: 'what she said' }, []],
  ['a sentence as field', 'motion.registered', { motion: 'm1' }, ['title: what she said']],
] as const)('refuses %s', async ([, event, subject, fields], { ctx }) => {
  await expect(record(ctx, event, subject, { fields })).rejects.toThrow('audit log takes')
})

test.for(['update audit.entry set event = event', 'delete from audit.entry', 'truncate audit.entry'])(
  'nobody may: %s',
  async (statement, { ctx, owner }) => {
    await expect(sql.raw(statement).execute(ctx.tx)).rejects.toThrow('permission denied')
    const client = new pg.Client(owner)
    await client.connect()
    await expect(client.query(statement)).rejects.toThrow('append-only')
    await client.end()
  },
)
