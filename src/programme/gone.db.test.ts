/** What hangs together in a programme stays together: nothing is left on what is gone, and no change is taken for none. */
import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { draftProgramme } from '../../test/planned.ts'
import {
  addIndicator,
  addMilestone,
  addPillar,
  assignOwner,
  changeAction,
  changeMilestone,
  destroyFile,
  removeAction,
  removeIndicator,
  removePillar,
  reportProgress,
  serve,
  undoIndicator,
  undoPlanStep,
} from './index.ts'

const indicator = {
  name: 'Lessen',
  definition: 'Lessen op school in een jaar',
  unit: 'lessen',
  counts: 'events',
  eventKind: 'sessions',
  direction: 'up',
  source: 'De scholen',
  certainty: 'counted',
} as const

test('a number that reads as the same amount is another number: 1.1 becomes 1.10, and back', async ({
  ctx,
}) => {
  const { first, tree } = await draftProgramme(ctx)
  const changed = await changeAction(ctx, { action: first.id, version: first.version, number: '1.10' })
  expect((await tree()).actions.map(({ number }) => number)).toEqual(['1.2', '1.10'])
  await undoPlanStep(ctx, 'action', changed)
  expect((await tree()).actions.map(({ number }) => number)).toEqual(['1.1', '1.2'])
})

test('an indicator keeps its pillar and its action in the plan; taken out, it does not come back to what is gone', async ({
  ctx,
}) => {
  const { programme, first } = await draftProgramme(ctx)
  const pillar = await addPillar(ctx, { programme: programme.id, kind: 'chain', name: 'Keten' })
  const ofPillar = await addIndicator(ctx, { ...indicator, programme: programme.id, pillar: pillar.id })
  const ofAction = await addIndicator(ctx, { ...indicator, programme: programme.id, action: first.id })
  const goes = () => removePillar(ctx, { pillar: pillar.id, version: pillar.version })
  await expect(goes()).rejects.toMatchObject({ code: 'pillar-not-empty' })
  await expect(removeAction(ctx, { action: first.id, version: first.version })).rejects.toMatchObject({
    code: 'in-use',
  })
  const out = await removeIndicator(ctx, { indicator: ofPillar.id, version: ofPillar.version })
  await goes()
  await expect(undoIndicator(ctx, out)).rejects.toMatchObject({
    fields: [{ field: 'pillar_id', code: 'not-a-choice' }],
  })
  await removeIndicator(ctx, { indicator: ofAction.id, version: ofAction.version })
  await removeAction(ctx, { action: first.id, version: first.version })
})

test('an action that was taken out serves nothing, is carried by nobody new, and its files can still be destroyed', async ({
  ctx,
}) => {
  const { programme, first, tree } = await draftProgramme(ctx)
  const reported = await reportProgress(
    ctx,
    {
      action: first.id,
      text: 'De eerste les.',
      attachments: [{ fileName: 'les.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n%%EOF') }],
    },
    async () => [],
  )
  const file = await ctx.tx
    .selectFrom('programme.attachment')
    .select('id')
    .where('history_id', '=', reported.history)
    .executeTakeFirstOrThrow()
  const gone = await removeAction(ctx, { action: first.id, version: reported.version })
  const served = { programme: programme.id, action: first.id, kind: 'matter', of: 1 } as const
  await expect(serve(ctx, served)).rejects.toMatchObject({
    fields: [{ field: 'action_id', code: 'not-a-choice' }],
  })
  await expect(
    assignOwner(ctx, { action: first.id, version: gone.version, owner: { account: null, name: 'Iemand' } }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await destroyFile(ctx, { action: first.id, attachment: file.id })
  const { bytes } = await ctx.tx
    .selectFrom('programme.attachment')
    .select('bytes')
    .where('id', '=', file.id)
    .executeTakeFirstOrThrow()
  expect(bytes).toBeNull()
  expect((await tree()).actions.map(({ id }) => id)).not.toContain(first.id)
})

test('no milestone lies after its programme, also of an action without a last day; the first day named stays in sight', async ({
  ctx,
}) => {
  const { first, tree } = await draftProgramme(ctx)
  await expect(
    addMilestone(ctx, { action: first.id, title: 'Te ver', dueOn: '2029-01-01' }),
  ).rejects.toMatchObject({ fields: [{ field: 'due_on', code: 'after-programme' }] })
  const added = await addMilestone(ctx, { action: first.id, title: 'Ooit' })
  const named = await changeMilestone(ctx, {
    milestone: added.id,
    version: added.version,
    dueOn: '2026-05-01',
  })
  await changeMilestone(ctx, { milestone: added.id, version: named.version, dueOn: '2026-09-01' })
  expect((await tree()).actions[0]!.milestones).toMatchObject([
    { dueOn: '2026-09-01', firstDueOn: '2026-05-01' },
  ])
})
