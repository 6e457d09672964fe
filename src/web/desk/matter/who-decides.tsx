import type { DeskRequest } from '../../page.ts'
import type { MatterView } from './load-matter.ts'
import { entersFor } from './steps.ts'

/** Which body decides, by which rule, who enters it, and until when submitters may object. */
export function WhoDecides({
  request,
  view,
  own = false,
}: {
  request: DeskRequest
  view: MatterView
  /** It was said already that the proposer does not decide. */
  own?: boolean
}) {
  const { matterDesk, life } = request.words
  const words = matterDesk.whoDecides
  const { decidingBody, sources } = view.settings
  const earlier = view.earlier?.settings.decidingBody ?? null
  if (decidingBody === null) return <p>{request.words.errors['no-deciding-body']}</p>
  const until = view.matter.proposal?.objectionUntil ?? null
  const open = until !== null && until >= view.today
  const rule = life.decidingBody[decidingBody]
  return (
    <>
      <p>
        {words.by(`${rule.charAt(0).toUpperCase()}${rule.slice(1)}`, entersFor(decidingBody))}{' '}
        {own ? '' : `${words.never} `}
        {view.matter.proposal &&
          (open ? words.until(until) : until ? matterDesk.facts.objectUntilPassed(until) : words.noWindow)}
      </p>
      {view.earlier && earlier && earlier !== decidingBody && (
        <p>{words.earlier(view.earlier.on, life.decidingBody[earlier], entersFor(earlier))}</p>
      )}
      {sources.decidingBody && <p className="schakel-hint">{words.source(sources.decidingBody)}</p>}
    </>
  )
}
