import type { ToDo } from '../../../../reintegration/index.ts'
import { shareReference, termRuleNamed } from '../../../../reintegration/index.ts'
import type { StaffRequest } from '../../page.ts'
import { caseHref } from '../../page.ts'
import { titleOf } from './say.ts'

const look = (primary: boolean) => (primary ? 'primary-action' : 'secondary-action')

/** The next step: of a term a button that takes it here and now; of all else the way to its page. */
export function Steps({ request, item, primary }: { request: StaffRequest; item: ToDo; primary: boolean }) {
  const w = request.words.caseToday
  const about = `${item.number}, ${titleOf(request, item)}`
  if (item.kind !== 'term') {
    return (
      <Way request={request} path={pathOf(item)} label={w.do[item.kind]} about={about} primary={primary} />
    )
  }
  const path = `/trajecten/${item.number}/termijnen/${item.id}`
  const done = termRuleNamed(item.code ?? '')?.done[request.language] ?? request.words.caseTerms.states.met
  return (
    <span className="schakel-actions">
      <form method="post" action={caseHref(request, path)}>
        <input type="hidden" name="form" value="stap" />
        <input type="hidden" name="step" value="gehaald" />
        <input type="hidden" name="version" value={item.version} />
        <input type="hidden" name="terug" value="vandaag" />
        <button
          type="submit"
          className={`utrecht-button utrecht-button--${look(primary)} schakel-slim`}
          aria-label={`${done}: ${about}`}
        >
          {done}
        </button>
      </form>
      <Way request={request} path={path} label={w.do.suspend} about={about} primary={false} />
    </span>
  )
}

function Way({
  request,
  path,
  label,
  about,
  primary,
}: {
  request: StaffRequest
  path: string
  label: string
  about: string
  primary: boolean
}) {
  return (
    <a
      className={`utrecht-button-link utrecht-button-link--html-a utrecht-button-link--${look(primary)} schakel-slim`}
      href={caseHref(request, path)}
      aria-label={`${label}: ${about}`}
    >
      {label}
    </a>
  )
}

function pathOf({ kind, number, id, code }: ToDo): string {
  const at = `/trajecten/${number}`
  switch (kind) {
    case 'safety-review':
      return `${at}/gegevens`
    case 'appointment':
    case 'appointment-past':
      return `${at}/afspraken/${id}`
    case 'residence-ends':
      return `${at}/wat-kan`
    case 'goal-due':
      return `${at}/plan/${id}`
    case 'term':
      return `${at}/termijnen/${id}`
    case 'share-ends':
    case 'share-over':
      return `${at}/delen/${shareReference(id)}`
    case 'message':
      return `${at}/berichten`
    case 'question':
      return `${at}/delen/${shareReference(Number(code))}`
    default:
      return at
  }
}
