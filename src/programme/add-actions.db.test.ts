/** Many actions at once: all of them or none, and nothing twice. */
import { expect } from 'vitest'
import { test } from '../../test/database.ts'
import { as, registerSample } from '../../test/life.ts'
import { draftProgramme, member } from '../../test/planned.ts'
import { addActions, dropProgramme, type LineAction, ownersOf } from './index.ts'

const line = (title: string, pillar: number, more: Partial<LineAction> = {}): LineAction => ({
  title,
  pillar,
  owner: null,
  portfolioHolder: null,
  partners: [],
  startsOn: null,
  endsOn: null,
  budgets: {},
  milestone: null,
  dueOn: null,
  serves: [],
  ...more,
})
const numbered = (actions: readonly LineAction[]) =>
  actions.map((action, index) => ({ line: index + 1, action }))
const wrongOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) =>
      error.fields?.map((one: { field: string; code: string }) => `${one.field} ${one.code}`) ?? error.code,
  )

test('what was pasted is what stands in the programme; pasted again it adds only what is new', async ({
  ctx,
}) => {
  const { matters } = await registerSample(ctx)
  const officer = await as(ctx, 'policy-officer', '2026-02-01')
  const { programme, pillars, tree } = await draftProgramme(officer, { town: false })
  const holder = await member(officer)
  const [one, two] = pillars as [number, number]
  const full = line('Controles', two, {
    owner: { account: null, name: 'Kanarie' },
    portfolioHolder: holder,
    partners: ['De Sluis', 'Oost'],
    startsOn: '2026-03-01',
    endsOn: '2027-06-30',
    budgets: { 2026: 12_500_00, 2027: null, 2028: 0 },
    milestone: 'Begonnen',
    dueOn: '2026-06-01',
    serves: [{ kind: 'matter', of: matters[0]! }],
  })
  const lines = [full, line('Folders', one)]
  const { added } = await addActions(officer, { programme: programme.id, lines: numbered(lines) })
  expect(added.map(({ line: at, number }) => [at, number])).toEqual([
    [1, '2.1'],
    [2, '1.3'],
  ])
  const actions = (await tree()).actions
  expect(actions.find(({ title }) => title === 'Controles')).toMatchObject({
    pillar: two,
    portfolioHolder: holder,
    partners: ['De Sluis', 'Oost'],
    startsOn: '2026-03-01',
    endsOn: '2027-06-30',
    money: [
      { year: 2026, budget: 12_500_00, committed: null, spent: null },
      { year: 2028, budget: 0, committed: null, spent: null },
    ],
    milestones: [{ title: 'Begonnen', dueOn: '2026-06-01' }],
    serves: [{ kind: 'matter', of: matters[0]! }],
  })
  expect(actions.find(({ title }) => title === 'Folders')).toMatchObject({
    startsOn: null,
    endsOn: null,
    money: [],
    milestones: [],
    serves: [],
  })
  expect((await ownersOf(officer, programme.id)).get(added[0]!.id)).toEqual({
    account: null,
    name: 'Kanarie',
  })

  const twice = addActions(officer, { programme: programme.id, lines: numbered(lines) })
  expect(await wrongOf(twice)).toEqual(['lines nothing-new'])
  const more = [...lines, line('  gastlessen ', two), line('Spreekuur', one)]
  const again = await addActions(officer, { programme: programme.id, lines: numbered(more) })
  expect(again.known.map(({ line: at, number }) => [at, number])).toEqual([
    [1, '2.1'],
    [2, '1.3'],
    [3, '1.1'],
  ])
  expect(again.added.map(({ line: at, number }) => [at, number])).toEqual([[4, '1.4']])
  expect((await tree()).actions).toHaveLength(5)
})

test('what is wrong is said of all lines at once, each at its own cell', async ({ ctx }) => {
  const { programme, pillars } = await draftProgramme(ctx)
  const [one] = pillars as [number]
  const lines = numbered([
    line('Te laat', one, { endsOn: '2029-01-01' }),
    line('Achterom', one, { startsOn: '2027-01-01', endsOn: '2026-01-01' }),
    line('Goed', one, { endsOn: '2027-01-01' }),
    line('Mijlpaal erna', one, { endsOn: '2027-01-01', milestone: 'Klaar', dueOn: '2027-02-01' }),
    line('Jaar ernaast', one, { budgets: { 2031: 100 } }),
    line('goed', one),
    line('', one),
    line('Geen pijler', 999_999),
    line('Lang', one, { milestone: 'x'.repeat(300) }),
  ])
  expect(await wrongOf(addActions(ctx, { programme: programme.id, lines }))).toEqual([
    'ends_on@1 after-programme',
    'ends_on@2 end-before-start',
    'due_on@4 after-end',
    'budget_cents-2031@5 year-outside',
    'title@6 twice',
    'title@7 needed',
    'pillar_id@8 not-a-choice',
    'milestone@9 too-long',
  ])
})

test('only who works on programmes adds them, and only where it can be worked on', async ({ ctx }) => {
  const { programme, pillars } = await draftProgramme(ctx)
  const lines = numbered([line('Folders', pillars[0]!)])
  const clerk = await as(ctx, 'clerk', '2026-02-01')
  expect(await wrongOf(addActions(clerk, { programme: programme.id, lines }))).toBe('denied')
  await dropProgramme(ctx, { programme: programme.id, version: programme.version, reason: 'Niet nodig' })
  expect(await wrongOf(addActions(ctx, { programme: programme.id, lines }))).toBe('programme-closed')
})
