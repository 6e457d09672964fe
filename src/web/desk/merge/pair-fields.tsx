import type { ReactNode } from 'react'
import {
  type AskedPart,
  apart,
  courseChoice,
  type MergeSide,
  partChoice,
  requestChoice,
} from '../../../council/index.ts'
import { Original } from '../../components/original.tsx'
import type { DeskRequest } from '../../page.ts'
import { choiceField, type FieldSet, radioList } from '../fields.tsx'
import { letterOf } from '../review-view.tsx'

const longest = 90

/** For each request and part of the motion that goes: which of the other it is, or that it stays apart; and whose course stands. */
export function pairFields(
  request: DeskRequest,
  { kept, gone }: { kept: MergeSide; gone: MergeSide },
  chosen: (name: string) => string | undefined,
  set: FieldSet,
): ReactNode {
  const w = request.words.merge
  const requests = kept.asked.map((one, index) => ({
    id: String(one.id),
    label: short(w.choices(index + 1, one.text)),
  }))
  const parts = kept.asked.flatMap((one, index) =>
    one.parts.map((part, place) => ({
      id: String(part.id),
      label: short(w.choices(index + 1, `${letterOf(place)}. ${part.text}`)),
    })),
  )
  const choice = (name: string, label: string, of: readonly { id: string; label: string }[], other: string) =>
    choiceField(set, `/${name}`, chosen(name) ?? apart, {
      label,
      of: [...of.map(({ id }) => id), apart],
      say: { ...Object.fromEntries(of.map(({ id, label: says }) => [id, says])), [apart]: other },
    })
  const bothMay = kept.asked.some((one) => one.begun || one.parts.some((part) => part.begun))
  const course = (name: string, begun: boolean) => {
    if (!begun || !bothMay) return null
    const at = courseChoice(name)
    return radioList(
      set,
      `/${at}`,
      w.course,
      chosen(at) ?? '',
      (['kept', 'gone'] as const).map((value) => ({
        value,
        label: value === 'kept' ? w.courseKept : w.courseGone,
        hint: value === 'kept' ? w.courseHint : w.courseOnlyIf,
      })),
    )
  }
  return gone.asked.map((one, index) => (
    <fieldset key={one.id} className="schakel-choices schakel-merge__request">
      <legend>{w.request(index + 1)}</legend>
      {words(request, one)}
      {choice(requestChoice(one.id), w.isSame, requests, w.apart)}
      {course(requestChoice(one.id), one.begun)}
      {one.parts.map((part, place) =>
        parts.length === 0 ? (
          <input key={part.id} type="hidden" name={`/${partChoice(part.id)}`} value={apart} />
        ) : (
          <fieldset key={part.id} className="schakel-choices schakel-merge__part">
            <legend>{w.part(letterOf(place))}</legend>
            {words(request, part)}
            {choice(partChoice(part.id), w.isSame, parts, w.partApart)}
            {course(partChoice(part.id), part.begun)}
          </fieldset>
        ),
      )}
    </fieldset>
  ))
}

function words(request: DeskRequest, { text, begun }: Pick<AskedPart, 'text' | 'begun'>): ReactNode {
  return (
    <p>
      <Original language={request.language}>{text}</Original>
      {begun && <span className="schakel-soft"> {request.words.merge.begun}</span>}
    </p>
  )
}

const short = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text)
