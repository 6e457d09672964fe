import { Paragraph } from '@utrecht/component-library-react'
import type { MotionNotes } from '../../../council/index.ts'
import { listOf } from '../../../words/format.ts'
import { Corrections } from '../../components/corrections.tsx'
import { Part } from '../../components/part.tsx'
import type { MunicipalityRequest } from '../../page.ts'

/** That a motion came from an old register, and what was corrected since. */
export function Notes({ request, notes }: { request: MunicipalityRequest; notes: MotionNotes }) {
  const { words, language } = request
  const { imported, corrections } = notes
  const { origin } = words.import
  const { history, field } = words.correct
  const last = corrections[0]
  const fields = [
    ...new Set(corrections.filter((one) => one.on === last?.on).map((one) => field[one.field].toLowerCase())),
  ]
  return (
    <>
      {imported && (
        <Part id="herkomst" title={origin.title}>
          <Paragraph>{origin.lead(imported.on)}</Paragraph>
          {imported.status && <Paragraph>{origin.status(imported.status)}</Paragraph>}
          {imported.requestIsTitle && <Paragraph>{origin.request}</Paragraph>}
        </Part>
      )}
      {last && (
        <details>
          <summary>
            {history.summary(last.on, listOf(fields, language))} {history.show}
          </summary>
          <Corrections request={request} corrections={corrections} />
        </details>
      )}
    </>
  )
}
