import { Button, Heading2, Link, Paragraph } from '@utrecht/component-library-react'
import type { Judged, ReviewLine } from '../../../audit/index.ts'
import { remarks, spanOf, verdicts, weekOf } from '../../../audit/index.ts'
import { dayOf } from '../../../days.ts'
import { formatDate, formatTime } from '../../../words/format.ts'
import { Chip, type Tone } from '../../components/chip.tsx'
import { Actions, Stack } from '../../components/layout.tsx'
import { SelectField } from '../../desk/form-fields.tsx'
import { fieldsFor, Problem, type Sent } from '../kit.tsx'
import type { StaffRequest } from '../page.ts'
import { caseHref } from '../page.ts'

/** A line of the trail with the names that go with it. */
export type Reading = {
  line: ReviewLine
  judged: Judged
  why: string
  who: string
  number: string
  judgedBy: string | null
  /** The officer did it themselves: another judges it. */
  own: boolean
}

type Given = { request: StaffRequest; readings: readonly Reading[]; sent: Sent | null; week: string }

/** What stood out; what nobody judged comes first, the rest is folded. */
export function Alerts({ request, readings, sent, week }: Given) {
  const w = request.words.casePrivacy.alerts
  const waiting = readings.filter(({ judged }) => !judged)
  const judged = readings.filter((one) => one.judged)
  return (
    <Stack>
      <Heading2>{w.title}</Heading2>
      <Paragraph>{waiting.length === 0 ? w.none : w.intro}</Paragraph>
      <Readings because="alert" request={request} readings={waiting} sent={sent} week={week} />
      {judged.length > 0 && (
        <details>
          <summary>
            {w.judged} ({judged.length})
          </summary>
          <Readings because="alert" request={request} readings={judged} sent={sent} week={week} />
        </details>
      )}
    </Stack>
  )
}

/** The sample of a week, with the way to the weeks around it. */
export function Sample({ request, readings, sent, week }: Given) {
  const w = request.words.casePrivacy.sample
  const span = spanOf(week)
  const near = (days: number) =>
    span ? weekOf(new Date(span.from.getTime() + (days * 24 + 12) * 3_600_000)) : week
  const href = (to: string) => caseHref(request, `/toezicht?week=${to}`)
  return (
    <Stack>
      <Heading2>{w.title(week)}</Heading2>
      <Paragraph>{w.intro(readings.length)}</Paragraph>
      <Readings because="sample" request={request} readings={readings} sent={sent} week={week} />
      <Actions>
        <Link href={href(near(-7))}>{w.before}</Link>
        {near(7) <= weekOf(request.now) && <Link href={href(near(7))}>{w.after}</Link>}
      </Actions>
    </Stack>
  )
}

function Readings({ request, readings, sent, week, because }: Given & { because: 'alert' | 'sample' }) {
  if (readings.length === 0) return null
  return (
    <ul className="schakel-privacy-readings">
      {readings.map((one) => (
        <li key={`${one.line.stream} ${one.line.seq} ${one.why}`}>
          <Said request={request} one={one} />
          {one.judged ? (
            <Verdict request={request} one={one} />
          ) : one.own ? (
            <small>{request.words.casePrivacy.reading.own}</small>
          ) : (
            <Judge request={request} one={one} sent={sent} week={week} because={because} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Said({ request, one }: { request: StaffRequest; one: Reading }) {
  const w = request.words.casePrivacy.reading
  const { line } = one
  const at = `${formatDate(dayOf(line.at), request.language)}, ${formatTime(line.at, request.language)}`
  return (
    <p className="schakel-privacy-said">
      <b>{one.who}</b> {w.deeds[line.event] ?? w.actions[line.action]}, {one.number}
      <small>
        {at} · {request.words.caseDesk.purposes[line.purpose]} · {one.why}
      </small>
    </p>
  )
}

const tones = { 'in-order': 'done', asked: 'wait', 'not-in-order': 'late' } as const satisfies Record<
  string,
  Tone
>

function Verdict({ request, one }: { request: StaffRequest; one: Reading }) {
  const w = request.words.casePrivacy.reading
  if (!one.judged) return null
  const { verdict, remark, at } = one.judged
  return (
    <p>
      <Chip tone={tones[verdict]}>{w.verdicts[verdict]}</Chip>{' '}
      <small>
        {remark ? `${w.remarks[remark] ?? remark}, ` : ''}
        {one.judgedBy}, {formatDate(dayOf(at), request.language)}
      </small>
    </p>
  )
}

function Judge({
  request,
  one,
  sent,
  week,
  because,
}: {
  request: StaffRequest
  one: Reading
  sent: Sent | null
  week: string
  because: 'alert' | 'sample'
}) {
  const w = request.words.casePrivacy.reading
  const { stream, seq } = one.line
  const form = `${because}-${stream.replace('/', '-')}-${seq}-${one.why.replace(/[^a-z]/g, '')}`
  const set = fieldsFor(request, form, sent)
  return (
    <form method="post" action={caseHref(request, '/toezicht')}>
      {Object.entries({ form, stream, seq, because, week }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className="schakel-privacy-judge">
        <legend className="schakel-hidden">{w.about(one.who, one.number)}</legend>
        <Problem request={request} form={form} sent={sent} />
        <SelectField
          set={set}
          name="verdict"
          label={w.verdict}
          choices={[
            { value: '', label: request.words.casePrivacy.requests.one.choose },
            ...verdicts.map((value) => ({ value, label: w.verdicts[value] })),
          ]}
        />
        <SelectField
          set={set}
          name="remark"
          label={w.remark}
          choices={[
            { value: '', label: w.remarkNone },
            ...remarks.map((value) => ({ value, label: w.remarks[value] ?? value })),
          ]}
        />
        <Button type="submit" appearance="secondary-action-button">
          {w.submit}
        </Button>
      </fieldset>
    </form>
  )
}
