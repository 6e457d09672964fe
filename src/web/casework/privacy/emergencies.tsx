import { Button, Heading2, Heading3, Paragraph } from '@utrecht/component-library-react'
import { dayOf } from '../../../days.ts'
import type { Emergency } from '../../../reintegration/index.ts'
import { emergencyVerdicts } from '../../../reintegration/index.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { Chip } from '../../components/chip.tsx'
import { Actions, Card, Facts, Stack } from '../../components/layout.tsx'
import { LongField, RadioField } from '../../desk/form-fields.tsx'
import { fieldsFor, Problem, type Sent } from '../kit.tsx'
import type { StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'

type Given = { request: StaffRequest; emergencies: readonly Emergency[] }

/** Entries in an emergency that nobody judged, each with its reason and a form. */
export function EmergenciesWaiting({
  request,
  emergencies,
  sent,
  week,
}: Given & { sent: Sent | null; week: string }) {
  const w = request.words.casePrivacy.emergencies
  return (
    <Stack>
      <Heading2>{w.title}</Heading2>
      {emergencies.length === 0 && <Paragraph>{w.none}</Paragraph>}
      {emergencies.map((one) => (
        <Card key={one.id} labelledBy={`nood-${one.id}`}>
          <Heading3 id={`nood-${one.id}`} className="schakel-card-heading">
            {w.head(one.number, one.by)}
          </Heading3>
          <About request={request} one={one} />
          {one.own ? (
            <Paragraph>{w.own}</Paragraph>
          ) : (
            <Judge request={request} one={one} sent={sent} week={week} />
          )}
        </Card>
      ))}
    </Stack>
  )
}

function About({ request, one }: { request: StaffRequest; one: Emergency }) {
  const w = request.words.casePrivacy.emergencies
  const { language } = request
  const day = (at: Date) => formatDate(dayOf(at), language)
  return (
    <>
      <Paragraph>
        {w.when(day(one.from), formatTime(one.from, language), formatTime(one.until, language))}
      </Paragraph>
      <Facts
        items={[
          { term: w.reason, value: one.reason === '' ? w.erased : one.reason },
          {
            term: w.team,
            value: `${w.told(one.team)} ${
              one.team === 0
                ? ''
                : one.seenByTeam
                  ? w.seen(day(one.seenByTeam), formatTime(one.seenByTeam, language))
                  : w.notSeen
            }`,
          },
        ]}
      />
    </>
  )
}

function Judge({
  request,
  one,
  sent,
  week,
}: {
  request: StaffRequest
  one: Emergency
  sent: Sent | null
  week: string
}) {
  const w = request.words.casePrivacy.emergencies
  const form = `nood-${one.id}`
  const set = fieldsFor(request, form, sent)
  return (
    <form method="post" action={caseHref(request, '/toezicht')} className="schakel-form">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="emergency" value={one.id} />
      <input type="hidden" name="week" value={week} />
      <Stack>
        <Problem request={request} form={form} sent={sent} />
        <RadioField
          set={set}
          name="verdict"
          label={w.verdict}
          choices={emergencyVerdicts.map((value) => ({ value, label: w.verdicts[value] }))}
        />
        <LongField set={set} name="remark" label={w.remark} hint={w.remarkHint} rows={2} />
        <Actions>
          <Button type="submit" appearance="primary-action-button">
            {w.submit}
          </Button>
        </Actions>
      </Stack>
    </form>
  )
}

/** The last entries that were judged. */
export function EmergenciesJudged({ request, emergencies }: Given) {
  const w = request.words.casePrivacy.emergencies
  if (emergencies.length === 0) return null
  const day = (at: Date) => formatDate(dayOf(at), request.language)
  return (
    <Stack>
      <Heading2>{w.judged}</Heading2>
      <ul className="schakel-privacy-list">
        {emergencies.map((one) => (
          <li key={one.id}>
            <Chip tone={one.verdict === 'justified' ? 'done' : 'late'}>
              {w.verdicts[one.verdict ?? 'justified']}
            </Chip>{' '}
            {w.head(one.number, one.by)}, {day(one.from)}. {one.reason || w.erased}
            {one.judgedAt && (
              <small>
                {' '}
                {w.by(w.verdicts[one.verdict ?? 'justified'], one.judgedBy ?? '', day(one.judgedAt))}
                {one.remark ? `: ${one.remark}` : ''}
              </small>
            )}
          </li>
        ))}
      </ul>
    </Stack>
  )
}
