import { type FiguresTaken, figuresTaken, workable } from '../../../../programme/index.ts'
import { Part } from '../../../components/part.tsx'
import type { DeskRequest } from '../../../page.ts'
import { indicatorPath } from '../paths.ts'
import { Problem } from '../work/fields.tsx'
import type { Sent } from '../work/sent.ts'
import type { IndicatorView } from './indicator-screen.tsx'

type Props = { request: DeskRequest; view: IndicatorView }

/** Files whose figures stand, each with the way to take all of it back, or why that is not possible any more. */
export function FilesTaken({ request, view, sent }: Props & { sent: Sent | null }) {
  const w = request.words.programmeFigures.taken
  const files = figuresTaken(view.lines)
  if (files.length === 0 && sent?.form !== 'bestand-terug') return null
  return (
    <Part id="bestanden" title={w.title}>
      <Problem request={request} sent={sent} form="bestand-terug" />
      <ul className="schakel-figures__rows">
        {files.map((file) => (
          <li key={file.import}>
            <p>{w.file(file.figures, file.on)}</p>
            {file.since > 0 ? (
              <p className="schakel-hint">{w.stays(file.since)}</p>
            ) : (
              <TakeBackFile request={request} view={view} file={file} />
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Right after a file was taken. */
export function TakeBackNewest({ request, view }: Props) {
  const [newest] = figuresTaken(view.lines)
  return newest?.since === 0 ? <TakeBackFile request={request} view={view} file={newest} /> : null
}

function TakeBackFile({ request, view: { tree, indicator }, file }: Props & { file: FiguresTaken }) {
  const w = request.words.programmeFigures.taken
  if (!workable.includes(tree.state)) return null
  return (
    <form method="post" action={`${indicatorPath(request, tree.slug, indicator.id)}#bestanden`}>
      <input type="hidden" name="step" value="bestand-terug" />
      <input type="hidden" name="import" value={file.import} />
      <button
        type="submit"
        className="schakel-link-button schakel-quiet"
        aria-label={w.takeBackOf(file.figures, file.on)}
      >
        {w.takeBack}
      </button>
    </form>
  )
}
