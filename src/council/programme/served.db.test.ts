import { expect } from 'vitest'
import { publicDb } from '../../../test/council.ts'
import { test } from '../../../test/database.ts'
import { registerSample } from '../../../test/life.ts'
import { addRow, changeRow } from '../../programme/step.ts'
import { servedNames } from './served-names.ts'
import { unservedRequests } from './unserved-requests.ts'

test('what is served has its own words, its motion and a place; what nothing serves is listed', async ({
  ctx,
}) => {
  const sample = await registerSample(ctx)
  const programme = await addRow(ctx, 'programme', {
    slug: 'veilig',
    title: 'Veilig',
    starts_on: '2024-01-01',
    ends_on: '2026-12-31',
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
    title: 'Banken plaatsen',
  })
  const served = { programme_id: programme.id, action_id: action.id, kind: 'matter' }
  await addRow(ctx, 'served', { ...served, matter_id: sample.matters[0] })
  const names = await servedNames(publicDb(ctx.tx), {
    municipality: 'testdorp',
    serves: [
      { kind: 'matter', of: sample.matters[0]! },
      { kind: 'commitment', of: sample.commitment },
      { kind: 'matter', of: 999_999 },
    ],
  })
  expect([...names.keys()]).toEqual([`matter-${sample.matters[0]}`, `commitment-${sample.commitment}`])
  expect(names.get(`matter-${sample.matters[0]}`)).toMatchObject({
    title: 'de vijver',
    over: false,
    motion: { title: 'Banken in het park' },
    place: { page: 'motion', slug: sample.motion.slug, anchor: expect.stringMatching(/^deel-\d+$/) },
  })
  expect(names.get(`commitment-${sample.commitment}`)).toMatchObject({
    title: expect.stringContaining('een plan voor de banken'),
    place: { anchor: `toezegging-${sample.commitment}` },
  })
  expect((await unservedRequests(ctx)).map(({ text }) => text)).toEqual(['de speeltuin', 'het hek'])
  await changeRow(ctx, 'action', action, { state: 'stopped', ended_on: '2024-08-01' })
  expect((await unservedRequests(ctx, { motion: sample.motion.id })).map(({ matter }) => matter)).toEqual(
    sample.matters,
  )
})
