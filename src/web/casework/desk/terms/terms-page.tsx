import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../../days.ts'
import { Invalid } from '../../../../errors.ts'
import {
  endTerm,
  meetTerm,
  resumeTerm,
  startTerm,
  suspendTerm,
  type Term,
  type TermRule,
  termRuleNamed,
  termRulesOn,
  termsOf,
} from '../../../../reintegration/index.ts'
import { Chip, type Tone } from '../../../components/chip.tsx'
import { Actions, Stack } from '../../../components/layout.tsx'
import { SelectField, TextField } from '../../../desk/form-fields.tsx'
import { choiceIn, dayIn, neededDayIn, textIn, together } from '../../../desk/matter/typed.ts'
import { fieldsFor, formPages, Problem } from '../../kit.tsx'
import type { CasePage, StaffRequest } from '../../page.ts'
import { caseHref, goTo } from '../../page.ts'
import { dayText, found, inCase, numberOf, rowIn, versionIn } from '../case-form.ts'
import { caseFormScreen } from '../trajectory/form-frame.tsx'

/** The terms that run, those that did, and a new one. */
export const termsPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const { terms, closed } = await inCase(request, 'read', async (ctx, trajectory) => ({
      terms: await termsOf(ctx, trajectory),
      closed: trajectory.state === 'closed',
    }))
    const w = request.words.caseTerms
    const number = numberOf(request)
    const path = `/trajecten/${number}/termijnen`
    const set = fieldsFor(request, 'termijn', sent)
    return caseFormScreen(request, {
      number,
      title: w.title,
      intro: w.intro,
      path,
      form: 'termijn',
      sent,
      children: (
        <>
          {terms.length === 0 && <Paragraph>{w.none}</Paragraph>}
          <ul className="schakel-plain schakel-rows">
            {terms.map((term) => (
              <li key={term.id}>
                <TermLine request={request} term={term} path={closed ? null : `${path}/${term.id}`} />
              </li>
            ))}
          </ul>
          {!closed && (
            <form method="post" action={caseHref(request, path)} className="schakel-form">
              <Stack>
                <Heading2>{w.start}</Heading2>
                <SelectField
                  set={set}
                  name="rule"
                  label={w.rule}
                  choices={[
                    { value: '', label: w.choose },
                    ...termRulesOn(dayOf(request.now)).map((rule) => ({
                      value: rule.id,
                      label: `${rule.name[request.language]}: ${lengthOf(request, rule)} ${w.from(rule.starts[request.language])}`,
                    })),
                  ]}
                />
                <TextField set={set} name="startedOn" label={w.startedOn} />
                <Actions>
                  <Button type="submit" appearance="primary-action-button">
                    {w.startSubmit}
                  </Button>
                </Actions>
              </Stack>
            </form>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const { rule, startedOn } = together({
      rule: () => textIn(typed, 'rule'),
      startedOn: () => neededDayIn(typed, 'startedOn'),
    })
    await inCase(request, 'write', (ctx, trajectory) => startTerm(ctx, trajectory, { rule, startedOn }))
    return goTo(request, `/trajecten/${numberOf(request)}/termijnen?gedaan=termijn`)
  },
})

const steps = { gehaald: meetTerm, stil: suspendTerm, verder: resumeTerm, vervallen: endTerm }
type StepName = keyof typeof steps
const possibleSteps: Readonly<Record<Term['state'], readonly StepName[]>> = {
  running: ['gehaald', 'stil', 'vervallen'],
  suspended: ['verder', 'gehaald', 'vervallen'],
  met: [],
  ended: [],
}

/** One term: what happened, on which day. A step taken from Today goes back there. */
export const termPages = formPages<StaffRequest>({
  async draw(request, sent) {
    const id = rowIn(request, 'term')
    const term = await inCase(request, 'read', async (ctx, trajectory) =>
      found(await termsOf(ctx, trajectory), id),
    )
    const w = request.words.caseTerms
    const rule = termRuleNamed(term.rule, term.startedOn)
    const number = numberOf(request)
    const path = `/trajecten/${number}/termijnen/${id}`
    const set = fieldsFor(request, 'stap', sent)
    const labels: Record<StepName, string> = {
      gehaald: rule?.done[request.language] ?? w.states.met,
      stil: w.suspend,
      verder: w.resume,
      vervallen: w.end,
    }
    const could = possibleSteps[term.state]
    return caseFormScreen(request, {
      number,
      title: rule?.name[request.language] ?? term.rule,
      path,
      form: 'stap',
      sent: null,
      children: (
        <>
          <TermLine request={request} term={term} path={null} />
          {rule?.remark && <Paragraph>{rule.remark[request.language]}</Paragraph>}
          {rule && !rule.checked && <Paragraph>{w.unsure}</Paragraph>}
          {could.length > 0 && (
            <form method="post" action={caseHref(request, path)} className="schakel-form">
              <Stack>
                <Heading2>{w.sort}</Heading2>
                <Problem request={request} form="stap" sent={sent} />
                <input type="hidden" name="form" value="stap" />
                <input type="hidden" name="version" value={term.version} />
                <TextField set={set} name="on" label={w.on} hint={w.onHint} />
                <Actions>
                  {could.map((step, index) => (
                    <Button
                      key={step}
                      type="submit"
                      name="step"
                      value={step}
                      appearance={index === 0 ? 'primary-action-button' : 'secondary-action-button'}
                    >
                      {labels[step]}
                    </Button>
                  ))}
                </Actions>
              </Stack>
            </form>
          )}
        </>
      ),
    })
  },
  async send(request, typed) {
    const step = choiceIn(typed, 'step', Object.keys(steps) as StepName[])
    const on = dayIn(typed, 'on')
    const row = { id: rowIn(request, 'term'), version: versionIn(typed), ...(on ? { on } : {}) }
    if (!row.version) throw new Invalid('changed-by-other')
    await inCase(request, 'write', (ctx, trajectory) => steps[step](ctx, trajectory, row))
    if (textIn(typed, 'terug') === 'vandaag') return goTo(request, '/vandaag?gedaan=gedaan')
    return goTo(request, `/trajecten/${numberOf(request)}/termijnen?gedaan=bewaard`)
  },
})

const tones: Readonly<Record<Term['state'], Tone>> = {
  running: 'open',
  met: 'done',
  suspended: 'wait',
  ended: 'none',
}

const lengthOf = ({ words }: Pick<CasePage, 'words'>, { length }: TermRule) =>
  words.caseTerms.lengths[length.unit](length.amount)

/** "Termijn 4 weken na aanmelding · Wgs art. 4 · ging in op 25 oktober 2026" */
export function termReason(request: CasePage, rule: TermRule, startedOn: string): string {
  const { language, words } = request
  const reason = words.caseTerms.reason(
    lengthOf(request, rule),
    rule.starts[language],
    rule.article,
    dayText(request, startedOn),
  )
  return rule.checked ? reason : `${reason} · ${words.caseTerms.unsure}`
}

export function TermLine({
  request,
  term,
  path,
}: {
  request: StaffRequest
  term: Term
  path: string | null
}) {
  const w = request.words.caseTerms
  const rule = termRuleNamed(term.rule, term.startedOn)
  const name = rule?.name[request.language] ?? term.rule
  const late = term.state === 'running' && term.dueOn < dayOf(request.now)
  const said =
    term.state === 'met' && term.metOn
      ? w.met(dayText(request, term.metOn))
      : term.state === 'suspended' && term.suspendedOn
        ? w.still(dayText(request, term.suspendedOn))
        : w.due(dayText(request, term.dueOn))
  return (
    <>
      <div className="schakel-goal__head">
        {path ? <Link href={caseHref(request, path)}>{name}</Link> : <b>{name}</b>}
        <Chip tone={late ? 'late' : tones[term.state]}>{late ? w.late : w.states[term.state]}</Chip>
      </div>
      <small>{[said, rule && termReason(request, rule, term.startedOn)].filter(Boolean).join(' · ')}</small>
    </>
  )
}
