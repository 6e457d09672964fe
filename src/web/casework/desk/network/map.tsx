import type { Contact } from '../../../../reintegration/index.ts'
import type { CasePage } from '../../page.ts'

const [centreX, centreY] = [320, 190]
/** Distance from her in pixels, by closeness. */
const radius = { 1: 78, 2: 138, 3: 170 } as const
const longest = 20

type Placed = { contact: Contact; x: number; y: number }

/** Where everybody stands: spread evenly around her, a farther ring turned a little, so that lines and names stay apart. Pure. */
export function placed(contacts: readonly Contact[]): Placed[] {
  const step = (2 * Math.PI) / Math.max(1, contacts.length)
  // Safe and unsafe in turns would cross names: those of one ring stand beside each other as they were written down.
  return contacts.map((contact, index) => {
    const angle = -Math.PI * 0.85 + index * step
    const distance = radius[contact.closeness]
    return {
      contact,
      x: Math.round(centreX + Math.cos(angle) * distance * 1.35),
      y: Math.round(centreY + Math.sin(angle) * distance * 0.92),
    }
  })
}

/** Who stand around her: circle or square, green, dashed red or neither, near or far. The table beneath says the same. */
export function NetworkMap({ request, contacts }: { request: CasePage; contacts: readonly Contact[] }) {
  const w = request.words.caseNetwork
  const of = (verdict: Contact['verdict']) =>
    contacts.filter((contact) => contact.kind === 'informal' && contact.verdict === verdict).length
  const helpers = contacts.filter(({ kind }) => kind === 'professional').length
  const all = placed(contacts)
  return (
    <svg
      className="schakel-network"
      viewBox="0 0 640 390"
      role="img"
      aria-label={w.alt(of('safe'), of('unsafe'), of('unknown'), helpers)}
    >
      <g className="schakel-network__rings">
        {([1, 2] as const).map((ring) => (
          <ellipse key={ring} cx={centreX} cy={centreY} rx={radius[ring] * 1.35} ry={radius[ring] * 0.92} />
        ))}
      </g>
      {all.map(({ contact, x, y }) => (
        <line
          key={contact.id}
          className={`schakel-network__line schakel-network--${lookOf(contact)}`}
          x1={centreX}
          y1={centreY}
          x2={x}
          y2={y}
          strokeWidth={contact.closeness === 1 && contact.verdict === 'safe' ? 5 : 3}
        />
      ))}
      <circle className="schakel-network__she" cx={centreX} cy={centreY} r={26} />
      <text className="schakel-network__her" x={centreX} y={centreY + 5}>
        {w.she}
      </text>
      {all.map(({ contact, x, y }) => (
        <g key={contact.id} className={`schakel-network__who schakel-network--${lookOf(contact)}`}>
          {contact.kind === 'professional' ? (
            <rect x={x - 14} y={y - 14} width={28} height={28} rx={5} />
          ) : (
            <circle cx={x} cy={y} r={15} />
          )}
          <text x={x} y={y < centreY ? y - 22 : y + 34}>
            {short(contact.who)}
          </text>
          {contact.verdict === 'unsafe' && (
            <text x={x} y={y < centreY ? y - 50 : y + 62}>
              {w.unsafe}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

const lookOf = ({ kind, verdict }: Contact) =>
  verdict === 'unsafe'
    ? 'unsafe'
    : verdict === 'safe'
      ? 'safe'
      : kind === 'professional'
        ? 'helper'
        : 'unknown'

const short = (who: string) => (who.length <= longest ? who : `${who.slice(0, longest - 1).trimEnd()}…`)
