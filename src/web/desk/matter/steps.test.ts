import { describe, expect, test } from 'vitest'
import { sampleMatter } from '../../../../test/sample-dossier.ts'
import { type DeskWho, deskSteps, type MatterState, matterStates } from '../../../council/index.ts'
import { type Role, roles } from '../../../ctx.ts'
import type { Refusal } from '../../../errors.ts'
import { type FormKey, firstForm, formsOf } from './steps.ts'

const today = '2024-07-12'
const proposal = { ...sampleMatter.proposals[0]!, objectionUntil: '2024-07-22' }
type Case = {
  state: MatterState
  held?: boolean
  own?: boolean
  decide?: Refusal | null
  undo?: Parameters<typeof formsOf>[0]['undo']
  on?: string
}

/** What someone finds on the page: the forms, and after a `-` what cannot be done and why. */
function found(role: Role, given: Case): string[] {
  const { state, held = false, own = true, decide = 'not-deciding-body', on = today } = given
  const matter = { state, held, proposal: state === 'proposed' ? proposal : null }
  const who: DeskWho = { role, own, decide, correct: decide }
  return formsOf(
    { ...matter, steps: deskSteps(matter, who, on), undo: given.undo ?? { refused: 'nothing-to-undo' } },
    { role, assigned: own, submitter: own },
  ).map(({ key, why }) => (why === null ? key : `- ${key}: ${why}`))
}
const able = (role: Role, given: Case) => found(role, given).filter((line) => !line.startsWith('-'))

describe('which forms a role has in each state', () => {
  const work = ['progress', 'term', 'owner']
  const rows: [Role, MatterState, string[]][] = [
    ['clerk', 'open', ['propose', 'start', ...work]],
    ['clerk', 'in-progress', ['propose', ...work]],
    ['clerk', 'proposed', ['object', ...work, 'hold', 'withdraw']],
    ['clerk', 'settled', ['term', 'owner', 'reopen']],
    ['clerk', 'reopened', ['propose', 'start', ...work]],
    ['portfolio-holder', 'open', ['propose', 'start', ...work]],
    ['portfolio-holder', 'proposed', [...work, 'hold', 'withdraw']],
    ['portfolio-holder', 'settled', ['term', 'owner', 'reopen']],
    ['policy-officer', 'open', ['propose', 'start', ...work]],
    ['policy-officer', 'proposed', [...work, 'withdraw']],
    ['policy-officer', 'settled', ['term', 'owner', 'reopen']],
    ['councillor', 'open', []],
    ['councillor', 'proposed', ['object']],
    ['councillor', 'settled', []],
  ]
  test.each(rows)('%s, %s', (role, state, forms) => expect(able(role, { state })).toEqual(forms))

  test.each(matterStates)('%s: a policy officer reads what is not assigned to them', (state) => {
    expect(able('policy-officer', { state, own: false })).toEqual([])
  })
  test.each(matterStates)('%s: a councillor reads what they did not submit', (state) => {
    expect(able('councillor', { state, own: false })).toEqual([])
  })
})

describe('why not', () => {
  const rows: [string, Role, Case, string][] = [
    [
      'the window is open',
      'clerk',
      { state: 'proposed', decide: 'objection-window-open' },
      '- decide: objection-window-open',
    ],
    ['own proposal', 'clerk', { state: 'proposed', decide: 'own-proposal' }, '- decide: own-proposal'],
    ['another body', 'clerk', { state: 'proposed' }, '- decide: not-deciding-body'],
    ['another body', 'councillor', { state: 'proposed' }, '- decide: not-deciding-body'],
    ['nothing waits', 'clerk', { state: 'open' }, '- decide: no-proposal'],
    ['one waits already', 'clerk', { state: 'proposed' }, '- propose: proposal-waits'],
    ['settled', 'clerk', { state: 'settled' }, '- propose: settled-first-reopen'],
    ['settled', 'policy-officer', { state: 'settled' }, '- progress: settled-first-reopen'],
    ['held already', 'clerk', { state: 'proposed', held: true }, '- hold: held-already'],
    ['not settled', 'clerk', { state: 'open' }, '- reopen: not-settled'],
    ['not their motion', 'councillor', { state: 'proposed', own: false }, '- object: not-submitter'],
    ['too late', 'councillor', { state: 'proposed', on: '2024-07-23' }, '- object: objection-window-closed'],
    [
      'a decision stands',
      'clerk',
      { state: 'settled', undo: { refused: 'decision-stands' } },
      '- undo: decision-stands',
    ],
    [
      'somebody else took it',
      'policy-officer',
      { state: 'open', undo: { step: 'start', history: 1, own: false } },
      '- undo: undo-of-other',
    ],
  ]
  test.each(rows)('%s (%s)', (_, role, given, line) => expect(found(role, given)).toContain(line))

  test('the clerk undoes what others did, others their own', () => {
    const step = (own: boolean): Case => ({ state: 'open', undo: { step: 'start', history: 1, own } })
    expect(able('clerk', step(false))).toContain('undo')
    expect(able('portfolio-holder', step(false))).not.toContain('undo')
    expect(able('portfolio-holder', step(true))).toContain('undo')
  })

  test('a decision is offered to whoever may enter it, and to nobody else', () => {
    const waiting: Case = { state: 'proposed', decide: null }
    for (const role of roles) expect(able(role, waiting)).toContain('decide')
    expect(able('portfolio-holder', { state: 'settled', decide: null })).toContain('correct')
    expect(able('clerk', { state: 'settled' })).not.toContain('correct')
  })
})

describe('the form that is open when the page comes', () => {
  const rows: [string, Role, Case, boolean, FormKey | null][] = [
    ['a proposal waits for a decision', 'clerk', { state: 'proposed', decide: null }, false, 'decide'],
    ['a submitter may object', 'councillor', { state: 'proposed' }, false, 'object'],
    ['the clerk waits with them', 'clerk', { state: 'proposed' }, false, null],
    ['a letter claims something', 'clerk', { state: 'open' }, true, 'propose'],
    ['nothing happened yet', 'clerk', { state: 'open' }, false, 'start'],
    ['evidence came in after the decision', 'clerk', { state: 'settled' }, true, 'reopen'],
    ['settled, and quiet', 'clerk', { state: 'settled' }, false, null],
    ['only reading', 'councillor', { state: 'open' }, true, null],
  ]
  test.each(rows)('%s (%s)', (_, role, given, waits, form) => {
    const { state, held = false, own = true, decide = 'not-deciding-body' } = given
    const matter = { state, held, proposal: state === 'proposed' ? proposal : null }
    const steps = deskSteps(matter, { role, own, decide, correct: decide }, today)
    const undo = { refused: 'nothing-to-undo' } as const
    const forms = formsOf({ ...matter, steps, undo }, { role, assigned: own, submitter: own })
    expect(firstForm(forms, { role, state, waits })).toBe(form)
  })
})
